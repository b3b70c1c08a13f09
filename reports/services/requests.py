"""Asking for a report: a new version with its job, whatever was made before."""

import datetime as dt
import re

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from audit import services as audit
from cells.models import Cell, Committee
from jobs.models import Job
from jobs.services import request_job
from partyunit.dates import EARLIEST_YEAR, LATEST_YEAR, Period
from reports.models import Report
from reports.rights import may_request

JOB_KIND = "reports.make"


def period_of(kind: str, *, year: int, quarter: int = 0) -> Period:
    """The period of a kind: a year, or a quarter of one. Raises ValueError for a quarter that does not exist."""
    return Period.of_year(year) if kind == Report.Kind.ANNUAL else Period.of_quarter(year, quarter)


def parse_period(kind: str, text: str) -> Period:
    """Reads `2018` for a year and `2019-Q1` for a quarter. Raises ValidationError."""
    pattern = r"(\d{4})" if kind == Report.Kind.ANNUAL else r"(\d{4})-?[Qq]([1-4])"
    match = re.fullmatch(pattern, text.strip())
    if not match or not EARLIEST_YEAR <= int(match[1]) <= LATEST_YEAR:
        example = "2018" if kind == Report.Kind.ANNUAL else "2019-Q1"
        raise ValidationError(
            _("Kỳ «%(text)s» không hợp lệ; ghi như %(example)s."),
            params={"text": text, "example": example},
        )
    return period_of(kind, **dict(zip(("year", "quarter"), map(int, match.groups()), strict=False)))


@transaction.atomic
def request_report(
    *,
    kind: str,
    owner: Committee | Cell,
    period: Period,
    on: dt.date,
    by,
    remarks: dict[str, str] | None = None,
    key: str | None = None,
) -> Report:
    """Asks for the next version of a report; a worker makes it (job `reports.make`).

    `on` is the program's day: of a period not over the figures go up to it. `by` is None when
    the program asks by itself, then with a `key`, so that it asks once. `remarks` are the
    parts the office writes itself. Raises ValidationError for a period that has not begun or
    a version still in the making, PermissionDenied.
    """
    if by is not None and not may_request(by, owner):
        raise PermissionDenied
    _check_period(owner, period, on)
    committee, cell = _committee_and_cell(owner)
    Committee.objects.select_for_update().get(pk=committee.pk)  # one version number at a time
    asked = {"kind": kind, "committee": committee, "cell": cell, "period_first": period.first}
    if key is None:
        _check_none_in_the_making(asked)
    arguments = {"on": on.isoformat(), "remarks": remarks or {}}
    job = request_job(kind=JOB_KIND, arguments=arguments, by=by, key=key)
    if getattr(job, "was_asked_before", False):
        return job.report
    last = Report.objects.filter(**asked).aggregate(last=Max("number_of_version"))["last"]
    report = Report(
        **asked,
        period_last=period.last,
        data_until=min(period.last, on),
        number_of_version=(last or 0) + 1,
        job=job,
    )
    return audit.create(report, by=by, action="reports.request")


def _check_period(owner: Committee | Cell, period: Period, on: dt.date) -> None:
    if period.first > on:
        raise ValidationError(
            _("Kỳ này chưa bắt đầu: ngày đầu kỳ là %(day)s."),
            params={"day": f"{period.first:%d/%m/%Y}"},
        )
    until = min(period.last, on)
    if owner.founded_on > until:
        raise ValidationError(
            _("Trong kỳ này tổ chức chưa thành lập (thành lập ngày %(day)s)."),
            params={"day": f"{owner.founded_on:%d/%m/%Y}"},
        )
    if owner.dissolved_on and owner.dissolved_on <= period.first:
        raise ValidationError(
            _("Tổ chức đã giải thể trước kỳ này (ngày %(day)s)."),
            params={"day": f"{owner.dissolved_on:%d/%m/%Y}"},
        )


def _check_none_in_the_making(asked: dict) -> None:
    open_states = [Job.State.QUEUED, Job.State.RUNNING]
    running = Report.objects.valid().filter(**asked, job__state__in=open_states).first()
    if running:
        raise ValidationError(
            _("Bản %(number)s của báo cáo này đang lập; chờ xong rồi hãy lập bản mới."),
            params={"number": running.number_of_version},
        )


def _committee_and_cell(owner: Committee | Cell) -> tuple[Committee, Cell | None]:
    return (owner.committee, owner) if isinstance(owner, Cell) else (owner, None)
