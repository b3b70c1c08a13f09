"""Kinds of work for tests. What they do can be counted: begun runs in a file, results in the journal."""

import os
import time
from pathlib import Path

from django.db import OperationalError

from audit.services import log
from jobs.models import Job
from jobs.registry import JobError, kind, periodic
from jobs.services import request_job

RESULT = "probe.result"


@kind("probe.walk", title="Đi từng bước", stages=("Bước đầu", "Bước sau"))
def walk(job, progress):
    """Takes `steps` steps of a fifth of a second and writes one result; `diary` gets a line a run."""
    steps = job.arguments.get("steps", 1)
    _note(job, f"begun {os.getpid()}")
    for step in range(steps):
        progress("Bước đầu" if step < steps / 2 else "Bước sau", 100 * step // steps)
        time.sleep(job.arguments.get("pause", 0.2))
    return lambda: log(action=RESULT, by=None, obj=job)


@kind("probe.fall", title="Ngã", result_url=lambda job: "/nga/")
def fall(job, progress):
    """Fails in the way its arguments say."""
    if sentence := job.arguments.get("sentence"):
        raise JobError(sentence, detail="what the administrator reads")
    raise ZeroDivisionError("nobody foresaw this")


@kind("probe.break_result", title="Hỏng khi ghi")
def break_result(job, progress):
    def write():
        log(action=RESULT, by=None, obj=job)
        raise JobError("Không ghi được kết quả.")

    return write


@kind("probe.stumble", title="Vấp")
def stumble(job, progress):
    """Meets a locked database in its first runs, as many as `times` says."""
    if job.attempts <= job.arguments["times"]:
        raise OperationalError("database is locked")
    return lambda: log(action=RESULT, by=None, obj=job)


@kind("probe.taken_over", title="Bị giành")
def taken_over(job, progress):
    """Works so long that the sweep thinks it dead and another claims the job."""
    Job.objects.filter(pk=job.pk).update(claimed_by="other:1:token")
    return lambda: log(action=RESULT, by=None, obj=job)


def _note(job, line: str) -> None:
    if diary := job.arguments.get("diary"):
        with Path(diary).open("a", encoding="utf-8") as file:
            file.write(line + "\n")


@periodic("probe.daily")
def ask_once_a_day(day):
    """Asks for one walk on each of the program's days."""
    request_job(kind="probe.walk", arguments={}, by=None, key=f"probe:{day.isoformat()}")
