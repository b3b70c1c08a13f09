"""The message that wakes a worker for a job. It may be lost or come twice; the row is the truth."""

import logging

from django.utils import timezone
from kombu.exceptions import KombuError

from jobs.models import Job
from partyunit.celery import app

logger = logging.getLogger(__name__)


def wake(job_id: int) -> bool:
    """Sends the message; False when the broker cannot be reached (the sweep sends it again)."""
    Job.objects.filter(pk=job_id).update(woken_at=timezone.now())
    try:
        app.send_task("jobs.run", args=[job_id], retry=False)
    except (KombuError, OSError) as error:
        logger.warning("Job %s is queued, but the broker does not answer: %s", job_id, error)
        return False
    return True
