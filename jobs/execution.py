"""Doing a job, the same way in a worker and in the shell."""

import logging
import traceback

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import InterfaceError, OperationalError, close_old_connections, connection
from django.utils import translation
from django.utils.translation import gettext as _

from jobs.errors import JobError, LostLease
from jobs.leases import (
    MAX_ATTEMPTS,
    Heartbeat,
    claim,
    fail,
    finish,
    give_back,
    heartbeat,
    report_progress,
)
from jobs.models import Job
from jobs.registry import find_kind

logger = logging.getLogger(__name__)

PASSING_FAULTS = (OperationalError, InterfaceError)  # the database is locked or away for a moment


class Progress:
    """What the work calls to say how far it is; it ends the work when the job is no longer its own."""

    def __init__(self, job: Job, beating: Heartbeat):
        self.job, self.beating = job, beating

    def __call__(self, stage, percent: int) -> None:
        """Shows the step (a Vietnamese message id) and the percent. Raises LostLease."""
        self.check()
        stage = str(stage)
        if (stage, percent) != (self.job.stage, self.job.percent):
            report_progress(self.job, stage=stage, percent=percent)

    def check(self) -> None:
        """Raises LostLease when the heartbeat found that the job was stopped or taken over."""
        if self.beating.is_lost:
            raise LostLease(str(self.job))


def execute(job_id: int) -> bool:
    """Claims the job and does it to its end, good or bad. False when there was nothing to claim."""
    job = claim(job_id)
    if job is None:
        return False
    with translation.override(settings.LANGUAGE_CODE):
        try:
            _do(job)
        except LostLease:
            logger.info("Job %s was stopped or taken over; its work here is dropped.", job.pk)
    return True


def _do(job: Job) -> None:
    """Works, then finishes or fails. The heartbeat ends before the last transaction begins."""
    try:
        with heartbeat(job) as beating:
            write_result = find_kind(job.kind).work(job, Progress(job, beating))
            if not (write_result is None or callable(write_result)):
                raise TypeError(f"{job.kind} returned {type(write_result).__name__}, no function")
        finish(job, write_result)
    except LostLease:
        raise
    except PASSING_FAULTS:
        logger.warning("Job %s met a passing fault of the database.", job.pk, exc_info=True)
        _try_again(job)
    except Exception as error:  # whatever the work raises becomes the job's failure
        if is_unforeseen(error):
            logger.exception("Job %s failed.", job.pk)
        fail(job, sentence=sentence_of(error, job), detail=detail_of(error))


def _try_again(job: Job) -> None:
    detail = traceback.format_exc()
    if not connection.in_atomic_block:
        close_old_connections()
    if job.attempts < MAX_ATTEMPTS:
        give_back(job, detail=detail)
    else:
        fail(job, sentence=exhausted_sentence(), detail=detail)


def is_unforeseen(error: Exception) -> bool:
    return not isinstance(error, ValidationError | JobError) and not hasattr(error, "sentence")


def sentence_of(error: Exception, job: Job) -> str:
    """What who asked reads. An error nobody foresaw gets a general sentence with the job's number."""
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    if hasattr(error, "sentence"):
        return str(error.sentence)
    return _(
        "Chương trình gặp lỗi khi làm việc này. Hãy thử lại; nếu vẫn lỗi, báo người quản trị "
        "kèm mã việc %(number)s."
    ) % {"number": job.pk}


def detail_of(error: Exception) -> str:
    return "\n".join(filter(None, [getattr(error, "detail", ""), traceback.format_exc()]))


def exhausted_sentence() -> str:
    return _(
        "Đã bắt đầu %(attempts)s lần mà chưa lần nào xong, nên chương trình dừng lại. Hãy báo "
        "người quản trị xem máy có đủ bộ nhớ không, rồi thử lại."
    ) % {"attempts": MAX_ATTEMPTS}
