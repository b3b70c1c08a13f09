"""Holding a job: each change of its row is one compare-and-swap on who holds it.

A claim writes a token of its own into `claimed_by`. Whoever renews, reports progress or
finishes does so `WHERE claimed_by = token AND state = 'running'`: a worker that was thought
dead and wakes up late changes nothing, for the second claim (or a stop) has replaced its token.
"""

import contextlib
import datetime as dt
import logging
import os
import socket
import threading
import uuid
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connections, transaction
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from audit.services import log
from jobs.errors import LostLease
from jobs.models import Job

logger = logging.getLogger(__name__)

MAX_ATTEMPTS = 5
State = Job.State


def claim(job_id: int) -> Job | None:
    """Takes a waiting job, or one whose holder let the lease run out; None when there is nothing to take."""
    now = timezone.now()
    token = make_token()
    is_free = Q(state=State.QUEUED) | Q(state=State.RUNNING, lease_until__lt=now)
    taken = Job.objects.filter(is_free, pk=job_id, attempts__lt=MAX_ATTEMPTS).update(
        state=State.RUNNING,
        claimed_by=token,
        lease_until=now + lease_length(),
        heartbeat_at=now,
        started_at=Coalesce(F("started_at"), now),
        attempts=F("attempts") + 1,
        stage="",
        percent=0,
    )
    return Job.objects.select_related("requested_by").get(pk=job_id) if taken else None


def renew(job: Job) -> None:
    """Prolongs the lease. Raises LostLease."""
    now = timezone.now()
    _change_held(job, heartbeat_at=now, lease_until=now + lease_length())


def report_progress(job: Job, *, stage: str, percent: int) -> None:
    """Writes how far the work is, and renews the lease with it. Raises LostLease."""
    now = timezone.now()
    job.stage, job.percent = stage[:200], max(0, min(100, percent))
    _change_held(
        job,
        stage=job.stage,
        percent=job.percent,
        heartbeat_at=now,
        lease_until=now + lease_length(),
    )


@transaction.atomic
def finish(job: Job, write_result=None) -> Job:
    """Writes the result and `done` in one transaction. Raises LostLease, with nothing written.

    The row is taken first: on both engines that shuts out a second claim and a stop until
    the result stands.
    """
    _change_held(
        job,
        state=State.DONE,
        percent=100,
        stage="",
        error="",
        error_detail="",
        finished_at=timezone.now(),
        lease_until=None,
    )
    if write_result is not None:
        write_result()
    log(action="jobs.finish", by=job.requested_by, obj=job, after={"kind": job.kind})
    return job


@transaction.atomic
def fail(job: Job, *, sentence: str, detail: str = "") -> Job:
    """Ends the job without a result: a sentence for who asked, the detail for the administrator."""
    _change_held(
        job,
        state=State.FAILED,
        error=str(sentence)[:500],
        error_detail=detail,
        finished_at=timezone.now(),
        lease_until=None,
    )
    log(action="jobs.fail", by=None, obj=job, after={"kind": job.kind, "error": job.error})
    return job


def give_back(job: Job, *, detail: str) -> None:
    """Puts the job back into the queue after a passing fault; the sweep wakes a worker for it."""
    _change_held(
        job,
        state=State.QUEUED,
        claimed_by="",
        lease_until=None,
        stage="",
        percent=0,
        error_detail=detail,
        woken_at=timezone.now(),
    )


def _change_held(job: Job, **values) -> None:
    held = Job.objects.filter(pk=job.pk, state=State.RUNNING, claimed_by=job.claimed_by)
    if not held.update(**values):
        raise LostLease(str(job))
    for name, value in values.items():
        setattr(job, name, value)


# --- who holds it ------------------------------------------------------------------------------


def lease_length() -> dt.timedelta:
    return dt.timedelta(seconds=settings.JOB_LEASE_SECONDS)


def make_token() -> str:
    """Names this process and this very claim: host, process id, something unique."""
    return f"{socket.gethostname()[:40]}:{os.getpid()}:{uuid.uuid4().hex[:16]}"


def holder_is_gone(token: str) -> bool:
    """The claim was made on this machine by a process that no longer exists.

    Only a short cut past the end of the lease; being wrong is harmless, because a holder who
    lives on after all has lost its token.
    """
    host, _sep, process = token.rpartition(":")[0].rpartition(":")
    if host != socket.gethostname()[:40] or not process.isdecimal():
        return False
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace")
    except FileNotFoundError:
        return Path("/proc/self").exists()
    except OSError:
        return False
    return state.rpartition(")")[2].split()[:1] == ["Z"]  # ended, not yet fetched by its parent


class Heartbeat(threading.Thread):
    """Renews the lease at a quarter of its length, from beside the work, on a connection of its own."""

    def __init__(self, job: Job):
        super().__init__(name=f"heartbeat-of-job-{job.pk}", daemon=True)
        # An own copy: the work changes its Job object while this thread reads the token.
        self.job = Job(pk=job.pk, kind=job.kind, claimed_by=job.claimed_by)
        self.is_lost = False
        self.ended = threading.Event()

    def run(self) -> None:
        try:
            while not self.ended.wait(settings.JOB_LEASE_SECONDS / 4):
                try:
                    renew(self.job)
                except LostLease:
                    self.is_lost = True
                    return
                except DatabaseError as error:
                    logger.warning("Heartbeat of job %s missed: %s", self.job.pk, error)
                    connections.close_all()
        finally:
            connections.close_all()

    def end(self) -> None:
        self.ended.set()
        self.join(timeout=settings.JOB_LEASE_SECONDS / 2)


@contextlib.contextmanager
def heartbeat(job: Job):
    """Keeps the lease alive while the work in the block goes on."""
    beating = Heartbeat(job)
    beating.start()
    try:
        yield beating
    finally:
        beating.end()
