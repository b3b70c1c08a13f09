"""What this room does behind the page: spreadsheets of members taken in, request sheets printed."""

import datetime as dt
from collections.abc import Callable

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jobs.models import Job
from jobs.registry import kind, periodic
from members.importing import batches, previewing, undoing, writing
from members.importing.error_sheet import bad_rows_of
from members.models import ImportBatch
from members.printing import (
    GATHER,
    LAY_OUT,
    SHEETS_KIND,
    forget_old_files,
    print_sheets_of,
)

CHECKING = [(_("Ghi vào sổ, tất cả hoặc không dòng nào"), 20)]
TAKING_BACK = [(_("Hoàn lại những gì đã ghi"), 20)]


def sees_job(user) -> Q:
    """The work behind a batch is seen with the batch, and by the administrator for its faults."""
    administered = Q(import_batches__committee__in=user.access.administered_committee_ids)
    return administered | Q(import_batches__in=ImportBatch.objects.visible_to(user))


def may_change_job(user, job: Job) -> bool:
    """Any records officer of the committee may stop the work on a batch or start it again."""
    batch = job.import_batches.first()
    return batch is not None and user.access.writes(batch.committee_id)


def _batch_url(job: Job) -> str:
    return reverse("members:import_batch", args=[job.arguments["batch"]])


RULES: dict[str, Callable] = {
    "result_url": _batch_url,
    "visible_to": sees_job,
    "may_change": may_change_job,
}


@kind(
    batches.READ,
    title=_("Đọc tệp đảng viên, đối chiếu với sổ"),
    stages=[_(text) for text, _percent in previewing.STAGES],
    **RULES,
)
def read_file(job, progress):
    return previewing.make_preview(job, progress)


@kind(
    batches.APPLY,
    title=_("Ghi đợt nhập vào sổ"),
    stages=[text for text, _percent in CHECKING],
    **RULES,
)
def write_batch(job, progress):
    progress(*CHECKING[0])
    asked = job.arguments
    bad_rows = bad_rows_of(asked["batch"])
    return lambda: writing.apply_batch(
        asked["batch"],
        recorded_on=dt.date.fromisoformat(asked["on"]),
        by=job.requested_by,
        bad_rows=bad_rows,
    )


@kind(
    batches.UNDO,
    title=_("Hoàn lại đợt nhập"),
    stages=[text for text, _percent in TAKING_BACK],
    **RULES,
)
def undo_batch(job, progress):
    progress(*TAKING_BACK[0])
    asked = job.arguments
    return lambda: undoing.take_back(
        asked["batch"],
        reason=asked["reason"],
        recorded_on=dt.date.fromisoformat(asked["on"]),
        by=job.requested_by,
    )


@periodic("members.imports")
def drop_forgotten_files(day: dt.date) -> None:
    """An uploaded list that nobody confirmed is not kept for ever."""
    batches.drop_forgotten(timezone.now())


@kind(
    SHEETS_KIND,
    title=_("In phiếu xin ý kiến nơi cư trú"),
    stages=[_(GATHER), _(LAY_OUT)],
    result_url=lambda job: reverse("members:request_sheets_pdf", args=[job.pk]),
)
def print_request_sheets(job, progress):
    return print_sheets_of(job, progress)


@periodic("members.request_sheets")
def drop_old_sheets(day: dt.date) -> None:
    forget_old_files()
