"""A job as its page shows it: what it is called, which steps lie behind and ahead, where its result is."""

from dataclasses import dataclass

from django.urls import NoReverseMatch
from django.utils.translation import gettext

from jobs.errors import UnknownKind
from jobs.models import Job
from jobs.registry import find_kind
from jobs.services import worker_is_alive


@dataclass(frozen=True)
class Stage:
    """One step of the work: done, doing or todo."""

    text: str
    state: str


@dataclass(frozen=True)
class ShownJob:
    title: str
    stage: str
    stages: tuple[Stage, ...]
    error: str
    result_url: str
    is_unattended: bool  # waits or runs, and no worker gives a sign of life or can be told


def show(job: Job) -> ShownJob:
    """Everything the page and its polling part need beside the row itself."""
    try:
        kind = find_kind(job.kind)
    except UnknownKind:
        kind = None
    is_done = job.state == Job.State.DONE
    return ShownJob(
        title=str(kind.title) if kind else job.kind,
        stage=gettext(job.stage) if job.stage else "",
        stages=_stages(job, [str(stage) for stage in kind.stages] if kind else []),
        error=gettext(job.error) if job.error else "",
        result_url=_result_url(job, kind) if is_done and kind else "",
        is_unattended=job.is_open and (_is_untold(job) or not worker_is_alive()),
    )


def _is_untold(job: Job) -> bool:
    """The broker was away when a worker should have heard of it."""
    return job.state == Job.State.QUEUED and job.woken_at is None


def _stages(job: Job, texts: list[str]) -> tuple[Stage, ...]:
    """The declared steps; those before the one the row names are done."""
    if job.state == Job.State.DONE:
        return tuple(Stage(text, "done") for text in texts)
    current = gettext(job.stage) if job.stage else ""
    at = texts.index(current) if current in texts else -1
    return tuple(
        Stage(text, "done" if i < at else "doing" if i == at else "todo")
        for i, text in enumerate(texts)
    )


def _result_url(job: Job, kind) -> str:
    if kind.result_url is None:
        return ""
    try:
        return kind.result_url(job) or ""
    except (NoReverseMatch, AttributeError, LookupError):
        return ""  # the result has been voided or moved since
