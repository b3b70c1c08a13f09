"""The Celery application as a worker process runs it: quick to stop when it has nothing to do.

With the file broker a worker looks at the signal to stop only every other poll, four to six
seconds late. A message lost then is no loss: the row of a job is the job.
"""

from celery.signals import worker_shutting_down
from celery.worker import state

from partyunit.celery import app

__all__ = ["app"]


@worker_shutting_down.connect
def stop_at_once_when_idle(**_kwargs):
    """End now unless a task is running; a running one is waited for as usual."""
    if not state.active_requests and not state.reserved_requests:
        raise SystemExit(0)
