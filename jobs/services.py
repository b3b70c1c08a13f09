"""Asking for work behind the page, stopping it, and seeing that nothing asked for is forgotten."""

import datetime as dt
import logging
import time

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from audit.services import log
from jobs.execution import execute, exhausted_sentence
from jobs.leases import MAX_ATTEMPTS, claim, fail, finish, heartbeat, holder_is_gone, lease_length
from jobs.models import Job, Worker
from jobs.registry import find_kind
from jobs.wakeup import wake

__all__ = [
    "cancel", "claim", "fail", "finish", "heartbeat", "request_job", "retry", "run_here", "sweep",
    "wait_for", "worker_is_alive",
]  # fmt: skip

logger = logging.getLogger(__name__)

WORKER_SILENCE = dt.timedelta(seconds=35)  # three missed signs of life
WAKE_AGAIN = dt.timedelta(seconds=30)
SWEPT_AT_ONCE = 100
POLL_SECONDS = 0.2


@transaction.atomic
def request_job(*, kind: str, arguments: dict, by, key: str | None = None, parent=None) -> Job:
    """Asks for a piece of work; a worker hears of it when the transaction has been written.

    With a key the work is asked for once: the second call returns the first one's job, with
    `was_asked_before` set. A broker that does not answer changes nothing: the row waits.
    Raises UnknownKind.
    """
    find_kind(kind)
    job = Job(kind=kind, key=key, arguments=arguments, requested_by=by, parent=parent)
    if key is not None and (known := Job.objects.filter(key=key).first()):
        return _asked_before(known)
    try:
        with transaction.atomic():
            job.save(force_insert=True)
    except IntegrityError:
        known = Job.objects.filter(key=key).first() if key is not None else None
        if known is None:
            raise
        return _asked_before(known)
    job.was_asked_before = False
    log(action="jobs.request", by=by, obj=job, after={"kind": kind, "arguments": arguments})
    transaction.on_commit(lambda: wake(job.pk))
    return job


def _asked_before(job: Job) -> Job:
    job.was_asked_before = True
    return job


@transaction.atomic
def cancel(job: Job, *, by) -> Job:
    """Stops a job that waits or runs; a worker in the middle of it drops what it made.

    Raises ValidationError when the job is over already.
    """
    stopped = Job.objects.filter(pk=job.pk, state__in=[Job.State.QUEUED, Job.State.RUNNING]).update(
        state=Job.State.CANCELLED, finished_at=timezone.now(), lease_until=None, claimed_by=""
    )
    job.refresh_from_db()
    if not stopped:
        raise ValidationError(_("Việc này đã kết thúc, không còn gì để dừng."))
    log(action="jobs.cancel", by=by, obj=job, after={"kind": job.kind})
    return job


@transaction.atomic
def retry(job: Job, *, by) -> Job:
    """Puts a failed or stopped job back into the queue, its attempts counted anew.

    Raises ValidationError for a job that waits, runs or is done.
    """
    again = Job.objects.filter(pk=job.pk, state__in=[Job.State.FAILED, Job.State.CANCELLED]).update(
        state=Job.State.QUEUED,
        attempts=0,
        claimed_by="",
        stage="",
        percent=0,
        error="",
        error_detail="",
        started_at=None,
        finished_at=None,
    )
    job.refresh_from_db()
    if not again:
        raise ValidationError(_("Việc này chưa hỏng, không cần làm lại."))
    log(action="jobs.retry", by=by, obj=job, after={"kind": job.kind})
    transaction.on_commit(lambda: wake(job.pk))
    return job


def sweep(*, announced_within: dt.timedelta = WAKE_AGAIN) -> int:
    """Sees that nothing is forgotten; returns how many messages it sent.

    What runs without a living holder is queued again, what was begun too often fails, and
    for what waits without having been announced lately a message goes out again. Times that lie
    ahead were written before the machine's clock was set back: they hold nothing up.
    """
    now = timezone.now()
    longest = now + 2 * lease_length()
    for job in Job.objects.filter(state=Job.State.RUNNING).only("pk", "claimed_by", "lease_until"):
        is_held = job.lease_until is not None and now <= job.lease_until <= longest
        if not is_held or holder_is_gone(job.claimed_by):
            _queue_again(job)
    _give_up_on_exhausted()
    announced = Q(woken_at__gte=now - announced_within, woken_at__lte=now)
    waiting = Job.objects.filter(state=Job.State.QUEUED).exclude(announced).order_by("pk")
    sent = 0
    for job_id in waiting.values_list("pk", flat=True)[:SWEPT_AT_ONCE]:
        if not wake(job_id):
            break
        sent += 1
    return sent


def _queue_again(job: Job) -> None:
    """A compare-and-swap on the lease as it was read, so that a renewal in between wins."""
    lapsed = Job.objects.filter(
        pk=job.pk,
        state=Job.State.RUNNING,
        claimed_by=job.claimed_by,
        lease_until=job.lease_until,
    )
    if lapsed.update(
        state=Job.State.QUEUED, claimed_by="", lease_until=None, woken_at=None, stage="", percent=0
    ):
        logger.warning("Job %s lost its worker and is queued again.", job.pk)


@transaction.atomic
def _give_up_on_exhausted() -> None:
    exhausted = Job.objects.filter(state=Job.State.QUEUED, attempts__gte=MAX_ATTEMPTS)
    for job in list(exhausted):
        with translation.override(settings.LANGUAGE_CODE):
            sentence = exhausted_sentence()
        ended = exhausted.filter(pk=job.pk).update(
            state=Job.State.FAILED, error=sentence, finished_at=timezone.now()
        )
        if ended:
            log(action="jobs.fail", by=None, obj=job, after={"kind": job.kind, "error": sentence})


def worker_is_alive() -> bool:
    """Whether a worker gave a sign of life lately."""
    return Worker.objects.filter(last_seen_at__gte=timezone.now() - WORKER_SILENCE).exists()


def run_here(job: Job) -> bool:
    """Does the job in this process, by the same claim and finish; False when another holds it."""
    done = execute(job.pk)
    job.refresh_from_db()
    return done


def wait_for(job: Job, *, on_change=None) -> Job:
    """Waits until the job is over: by a worker while one is alive, else by doing it here.

    `on_change(job)` is called for each new state, step or percent. For the shell; outside a
    transaction.
    """
    seen = None
    while True:
        job.refresh_from_db()
        if on_change and seen != (now_seen := (job.state, job.stage, job.percent)):
            seen = now_seen
            on_change(job)
        if not job.is_open:
            return job
        if worker_is_alive() or not _run_here_if_free(job):
            time.sleep(POLL_SECONDS)


def _run_here_if_free(job: Job) -> bool:
    if job.state == Job.State.RUNNING and holder_is_gone(job.claimed_by):
        _queue_again(job)
    return run_here(job)
