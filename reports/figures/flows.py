"""How the membership changed: who came, who went, and the headcount over the years."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Min, OuterRef, Subquery

from cells.models import Cell
from members.models import Membership, Placement, Qualification
from partyunit.dates import Period, day_before
from reports.figures.base import Figure, Scope, by_cell, listed, percent, typed

ADMITTED = {Placement.StartReason.ADMISSION, Placement.StartReason.READMISSION}
FOUNDING = Placement.StartReason.FOUNDING
LEFT = set(Membership.EndReason)
ONE_DAY = dt.timedelta(days=1)
CHART_YEARS = 10  # the chart's columns before the day itself


@dataclass(frozen=True)
class Stay:
    """An official placement of a member inside the scope."""

    member_id: int
    cell_id: int
    from_on: dt.date
    to_on: dt.date | None
    start_reason: str
    end_reason: str

    def holds_on(self, day: dt.date) -> bool:
        return self.from_on <= day and (self.to_on is None or day <= self.to_on)


@dataclass(frozen=True)
class Movement:
    """opening + founding + admitted + moved in − moved out − left = closing.

    Opening is the evening before the first day; an event counts on the day it takes effect,
    the day after the old placement's last. A transfer inside the committee moves in and out
    for a cell, not for the committee. `founding` are those on the books when the committee
    was founded.
    """

    period: Period
    opening: Figure
    founding: Figure
    admitted: Figure
    moved_in: Figure
    moved_out: Figure
    left: Figure
    closing: Figure

    @property
    def change(self) -> int:
        return self.closing.value - self.opening.value


def movement(scope: Scope, period: Period) -> Movement:
    """The period's flows, in one statement."""
    return _movement(scope, period, list(_stays(scope, period)))


def movement_by_cell(scope: Scope, period: Period) -> tuple[tuple[Cell, Movement], ...]:
    """The flows of each cell that existed during the period."""
    cells = [cell for cell in scope.all_cells if _existed(cell, period)]
    stays = _stays(scope, period)
    return tuple(
        (cell, _movement(scope.narrow(cell), period, rows)) for cell, rows in by_cell(stays, cells)
    )


def _existed(cell: Cell, period: Period) -> bool:
    return cell.founded_on <= period.last and (
        cell.dissolved_on is None or cell.dissolved_on > period.first
    )


def _stays(scope: Scope, period: Period) -> Iterator[Stay]:
    """Placements in the scope that hold on the evening before the period or on a day of it."""
    rows = (
        Placement.objects.during(Period(period.opening, period.last))
        .official()
        .filter(**scope.inside)
        .order_by("from_on", "pk")
        .values_list("member", "cell", "from_on", "to_on", "start_reason", "end_reason")
    )
    return (Stay(*row) for row in rows)


def _movement(scope: Scope, period: Period, stays: list[Stay]) -> Movement:
    came, went = list(_arrivals(stays, period)), list(_departures(stays, period))

    def flow(name: str, rows: Iterable[Stay]) -> Figure:
        query = (("flow", name), ("from", typed(period.first)), ("to", typed(period.last)))
        ids = [stay.member_id for stay in rows]
        return listed(ids, "members:list", period.last, *scope.parameters, *query)

    def on(day: dt.date) -> Figure:
        ids = [stay.member_id for stay in stays if stay.holds_on(day)]
        return listed(ids, "members:list", day, *scope.parameters)

    by_founding = [stay for stay in came if stay.start_reason == FOUNDING]
    return Movement(
        period=period,
        opening=on(period.opening),
        founding=Figure(tuple(stay.member_id for stay in by_founding)),
        admitted=flow("admitted", (s for s in came if s.start_reason in ADMITTED)),
        moved_in=flow(
            "transferred_in", (s for s in came if s.start_reason not in ADMITTED | {FOUNDING})
        ),
        moved_out=flow("transferred_out", (s for s in went if s.end_reason not in LEFT)),
        left=flow("left", (s for s in went if s.end_reason in LEFT)),
        closing=on(period.last),
    )


def _arrivals(stays: list[Stay], period: Period) -> Iterator[Stay]:
    """Stays begun in the period by someone who was not in the scope the evening before."""
    ends = {(stay.member_id, stay.to_on) for stay in stays}
    for stay in stays:
        if stay.from_on in period and (stay.member_id, day_before(stay.from_on)) not in ends:
            yield stay


def _departures(stays: list[Stay], period: Period) -> Iterator[Stay]:
    """Stays after which, on a day of the period, the member was no longer in the scope."""
    begins = {(stay.member_id, stay.from_on) for stay in stays}
    for stay in stays:
        if stay.to_on is None:
            continue
        gone_on = stay.to_on + ONE_DAY
        if gone_on in period and (stay.member_id, gone_on) not in begins:
            yield stay


@dataclass(frozen=True)
class GrowthPoint:
    """Headcount and graduates on one day."""

    day: dt.date
    members: Figure
    graduates: Figure

    @property
    def percent(self) -> Decimal:
        return percent(self.graduates.value, self.members.value)


def growth(scope: Scope, days: Iterable[dt.date]) -> tuple[GrowthPoint, ...]:
    """Members and graduates on each of the days, in one statement for all of them."""
    days = tuple(days)
    rows = list(_growth_rows(scope, days)) if days else []
    return tuple(_growth_point(scope, day, rows) for day in days)


def graduates_by_year(scope: Scope, day: dt.date) -> tuple[GrowthPoint, ...]:
    """Each 31 December since the founding, at most ten of them, and the day itself."""
    first = max(scope.committee.founded_on.year, day.year - CHART_YEARS)
    return growth(scope, [*(dt.date(year, 12, 31) for year in range(first, day.year)), day])


def _growth_rows(scope: Scope, days: tuple[dt.date, ...]):
    """Each placement with the day from which its member was a graduate."""
    since = (
        Qualification.objects.valid()
        .filter(
            member=OuterRef("member"),
            scale=Qualification.Scale.PROFESSIONAL,
            level__gte=Qualification.GRADUATE_FROM,
        )
        .order_by()
        .values("member")
        .annotate(since=Min("obtained_on"))
        .values("since")
    )
    return (
        Placement.objects.during(Period(min(days), max(days)))
        .official()
        .filter(**scope.inside)
        .annotate(graduate_since=Subquery(since))
        .values_list("member", "from_on", "to_on", "graduate_since")
    )


def _growth_point(scope: Scope, day: dt.date, rows) -> GrowthPoint:
    there = [
        (member, since)
        for member, from_on, to_on, since in rows
        if from_on <= day and (to_on is None or day <= to_on)
    ]
    graduates = [member for member, since in there if since and since <= day]
    return GrowthPoint(
        day=day,
        members=listed((m for m, _ in there), "members:list", day, *scope.parameters),
        graduates=listed(graduates, "members:list", day, *scope.parameters, ("graduate", "1")),
    )
