"""What this room does behind the page: making reports, and asking for the quarterly ones."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cells.models import Cell, Committee
from jobs.models import Job
from jobs.registry import kind, periodic
from partyunit.dates import Period, day_before, quarter_of
from reports import rights
from reports.models import Report
from reports.services import making
from reports.services.requests import JOB_KIND, request_report

DAYS_TO_CATCH_UP = 15


@kind(
    JOB_KIND,
    title=_("Lập báo cáo"),
    stages=[_(text) for text, _percent in making.STAGES],
    result_url=lambda job: reverse("reports:detail", args=[job.report.pk]),
    visible_to=rights.sees_job,
    may_change=rights.may_change_job,
)
def make_report(job, progress):
    return making.make_report(job, progress)


@periodic("reports.quarterly")
def ask_for_quarterly_reports(day: dt.date) -> None:
    """On the day after a quarter ends asks, once, for its report of the committee and of each cell.

    A machine that was off that day makes up for it during the first half month.
    """
    first_day = dt.date(day.year, 3 * quarter_of(day) - 2, 1)
    if (day - first_day).days >= DAYS_TO_CATCH_UP:
        return
    last_quarter = day_before(first_day)
    period = Period.of_quarter(last_quarter.year, quarter_of(last_quarter))
    owners = [
        *Committee.objects.existing_on(period.last),
        *Cell.objects.existing_on(period.last).select_related("committee"),
    ]
    asked = set(Job.objects.filter(key__startswith=_key(period, "")).values_list("key", flat=True))
    for owner in owners:
        key = _key(period, f"{owner._meta.model_name}-{owner.pk}")
        if key not in asked:
            _ask(owner, period, day, key)


def _ask(owner: Committee | Cell, period: Period, day: dt.date, key: str) -> None:
    try:
        request_report(
            kind=Report.Kind.QUARTERLY, owner=owner, period=period, on=day, by=None, key=key
        )
    except ValidationError:
        return  # nothing to report on: founded later, or dissolved


def _key(period: Period, owner: str) -> str:
    quarter = quarter_of(period.first)
    return f"reports.quarterly:{period.first.year}-Q{quarter}:{owner}"
