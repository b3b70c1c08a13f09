"""What the broker's messages and the scheduler call. Everything else is in `services`."""

import logging

from celery import shared_task

from jobs.execution import execute
from jobs.registry import periodic_functions
from partyunit import clock

logger = logging.getLogger(__name__)


@shared_task(name="jobs.run")
def run(job_id: int) -> None:
    """Does the job, unless another worker holds it or it is over: a message may come twice."""
    execute(job_id)


@shared_task(name="jobs.tick")
def tick() -> None:
    """Every half minute: what the rooms do from time to time, by the program's day."""
    day = clock.today()
    for name, function in periodic_functions().items():
        try:
            function(day)
        except Exception:  # one room's fault must not silence the others
            logger.exception("The periodic work %s failed.", name)
