"""The message that wakes a worker for a job. It may be lost or come twice; the row is the truth."""

import logging

from django.utils import timezone

from jobs.models import Job
from partyunit.celery import app

logger = logging.getLogger(__name__)


def wake(job_id: int) -> bool:
    """Sends the message; False when the broker cannot be reached (the sweep sends it again)."""
    Job.objects.filter(pk=job_id).update(woken_at=timezone.now())
    try:
        app.send_task("jobs.run", args=[job_id], retry=False)
    except Exception:  # whatever the broker's client raises, the row is queued
        logger.warning("Job %s is queued; the broker does not answer.", job_id, exc_info=True)
        return False
    return True
