"""How every cell's people came, side by side: by year, quarter, month and kind of meeting."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Count
from django.db.models.functions import ExtractMonth
from django.urls import reverse
from django.utils.translation import gettext as _

from cells.attendance import Attendance, count_states, is_own, total_attendance
from cells.models import Cell
from meetings.attendance.matrix import RUN, Mark, runs_of, time_before
from meetings.models import Attendance as RollRow
from meetings.models import Meeting
from partyunit.dates import Period, roman_quarter

QUARTERS = {f"q{at}": range(3 * at - 2, 3 * at + 1) for at in range(1, 5)}
MONTHS = {f"t{at}": range(at, at + 1) for at in range(1, 13)}
PARTS = QUARTERS | MONTHS  # of a year, by the months they hold


def part_name(part: str) -> str:
    number = part[1:]
    if part in QUARTERS:
        return _("Quý %(quarter)s") % {"quarter": roman_quarter(int(number))}
    return _("Tháng %(month)s") % {"month": number}


def period_of(year: int, part: str) -> Period:
    """The year, or the part of it."""
    if part not in PARTS:
        return Period.of_year(year)
    first, last = PARTS[part][0], PARTS[part][-1]
    return Period(Period.of_month(year, first).first, Period.of_month(year, last).last)


@dataclass
class BodyRates:
    """One cell's year (or, without a cell, the committee's own meetings)."""

    pk: int
    name: str
    order: int
    url: str
    held: int = 0
    in_runs: int = 0  # members who missed `RUN` meetings in a row without a reason
    parts: dict[tuple[int, str], Attendance] = field(default_factory=dict)  # by month and kind

    @property
    def year(self) -> Attendance:
        return total_attendance(self.parts.values())

    @property
    def percent(self):
        return self.year.percent

    def of_part(self, part: str) -> Attendance:
        return self._sum(lambda at, _kind: at in PARTS[part])

    def of_kind(self, kind: str) -> Attendance:
        return self._sum(lambda _at, one: one == kind)

    def _sum(self, belongs) -> Attendance:
        return total_attendance(
            part for (month, kind), part in self.parts.items() if belongs(month, kind)
        )


def read_rates(year: int, *, day: dt.date, user, kind: str = "") -> list[BodyRates]:
    """The cells in sight that stood in the year, then the committee's own for its readers.

    Five statements at most. Months are those of the day a meeting was held, as in the reports.
    """
    period = Period.of_year(year).until(day)
    bodies = {row.pk: row for row in _bodies(period, user=user)}
    if period.first > day:
        return list(bodies.values())
    meetings = _meetings(period, user=user, kind=kind)
    for pk, count in meetings.values_list("cell").annotate(count=Count("pk")):
        if (pk or 0) in bodies:
            bodies[pk or 0].held = count
    _count_parts(bodies, _rolls(meetings))
    # Three in a row do not begin anew in January.
    earlier = Period(time_before(period).first, period.last)
    _count_runs(bodies, _rolls(_meetings(earlier, user=user, kind=kind)), since=period.first)
    return list(bodies.values())


def _meetings(period: Period, *, user, kind: str):
    meetings = Meeting.objects.visible_to(user).held_in(period).order_by()
    return meetings.filter(kind=kind) if kind else meetings


def _rolls(meetings):
    return RollRow.objects.filter(is_own(), voided_at__isnull=True, meeting__in=meetings)


def _bodies(period: Period, *, user) -> list[BodyRates]:
    cells = Cell.objects.visible_to(user).valid().filter(founded_on__lte=period.last)
    cells = cells.exclude(dissolved_on__lte=period.first).with_name_on(period.last)
    rows = [
        BodyRates(
            pk=cell.pk,
            name=cell.name_on,
            order=at,
            url=reverse("meetings:cell_attendance", args=[cell.pk]),
        )
        for at, cell in enumerate(cells.order_by("position", "pk"))
    ]
    if user.access.reads_committees:
        url = reverse("meetings:committee_attendance")
        rows.append(BodyRates(pk=0, name=_("Họp Đảng ủy"), order=len(rows), url=url))
    return rows


def _count_parts(bodies: dict[int, BodyRates], rolls) -> None:
    months = rolls.order_by().annotate(month=ExtractMonth("meeting__meets_on"))
    parts = months.values("meeting__cell", "meeting__kind", "month").annotate(**count_states())
    for part in parts:
        body = bodies.get(part["meeting__cell"] or 0)
        if body is not None:
            key = (part["month"], part["meeting__kind"])
            body.parts[key] = Attendance.of_counts(part)


def _count_runs(bodies: dict[int, BodyRates], rolls, *, since: dt.date) -> None:
    """Of the stretches that reach into the time from `since` on. Only of those who missed that many
    at all, so hardly any row is read.
    """
    often = rolls.filter(state=RollRow.State.ABSENT).order_by().values("meeting__cell", "member")
    often = often.annotate(count=Count("pk")).filter(count__gte=RUN)
    members = {row["member"] for row in often}
    marks: dict[tuple[int, int], list[Mark]] = defaultdict(list)
    rows = rolls.filter(member__in=members).select_related("meeting")
    for row in rows.order_by("meeting__meets_on", "meeting") if members else ():
        marks[row.meeting.cell_id or 0, row.member_id].append(Mark(row.meeting, row.state))
    for (pk, _member), of_member in marks.items():
        if pk in bodies:
            runs = [run for run in runs_of(of_member) if run[-1].meeting.meets_on >= since]
            bodies[pk].in_runs += any(len(run) >= RUN for run in runs)
