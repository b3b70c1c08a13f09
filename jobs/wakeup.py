"""The message that wakes a worker for a job. It may be lost or come twice; the row is the truth."""

import logging

from django.utils import timezone

from jobs.models import Job
from partyunit.celery import app

logger = logging.getLogger(__name__)


def wake(job_id: int) -> bool:
    """Sends the message; False when the broker cannot be reached (the sweep sends it again)."""
    try:
        app.send_task("jobs.run", args=[job_id], retry=False)
    except Exception as error:  # whatever the broker's client raises, the row is queued
        logger.warning("Job %s is queued; the broker does not answer: %s", job_id, error)
        logger.debug("What the broker's client said:", exc_info=True)
        woken_at = None
    else:
        woken_at = timezone.now()
    Job.objects.filter(pk=job_id).update(woken_at=woken_at)
    return woken_at is not None
