"""How the membership changed: who came, who went, and the headcount over the years."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

from django.db.models import Min, OuterRef, Q, Subquery

from cells.models import Cell
from members.models import Membership, Placement, Qualification
from partyunit.dates import Period, day_before
from partyunit.shares import percent
from reports.figures.base import Figure, Scope, by_cell, listed, typed

ADMITTED = {Placement.StartReason.ADMISSION, Placement.StartReason.READMISSION}
FOUNDING = Placement.StartReason.FOUNDING
INSIDE = Placement.StartReason.INTERNAL
LEFT = set(Membership.EndReason)
ONE_DAY = dt.timedelta(days=1)
CHART_YEARS = 10  # the chart's columns before the day itself
CHANGES = "reports:changes"  # the list that shows the rows behind each term


class Flow(StrEnum):
    """What changed the number of members of a scope, or of its official members, on one day."""

    FOUNDING = "founding"
    ADMITTED = "admitted"
    FROM_OUTSIDE = "from_outside"
    FROM_INSIDE = "from_inside"
    TO_OUTSIDE = "to_outside"
    TO_INSIDE = "to_inside"
    LEFT = "left"
    RECOGNISED = "recognised"


ARRIVALS = (Flow.FOUNDING, Flow.ADMITTED, Flow.FROM_OUTSIDE, Flow.FROM_INSIDE)
DEPARTURES = (Flow.TO_OUTSIDE, Flow.TO_INSIDE, Flow.LEFT)
# What a list may be asked for: a flow, several of one direction, or who was there at either end.
TERMS: dict[str, tuple[Flow, ...]] = {
    **{str(flow): (flow,) for flow in Flow},
    "arrivals": ARRIVALS,
    "departures": DEPARTURES,
    "moved_in": (Flow.FROM_OUTSIDE, Flow.FROM_INSIDE),
    "moved_out": (Flow.TO_OUTSIDE, Flow.TO_INSIDE),
}
OPENING, CLOSING = "opening", "closing"
OFFICIAL, PROBATIONARY = "official", "probationary"


@dataclass(frozen=True)
class Stay:
    """An official placement of a member inside the scope, and since when the member is official."""

    pk: int
    member_id: int
    cell_id: int
    from_on: dt.date
    to_on: dt.date | None
    start_reason: str
    end_reason: str
    official_from: dt.date | None

    def holds_on(self, day: dt.date) -> bool:
        return self.from_on <= day and (self.to_on is None or day <= self.to_on)

    def standing_on(self, day: dt.date) -> str:
        is_official = self.official_from is not None and self.official_from <= day
        return OFFICIAL if is_official else PROBATIONARY


@dataclass(frozen=True)
class Event:
    """One change of one member, with the placement that began, ended or went on."""

    flow: Flow
    day: dt.date
    stay: Stay

    @property
    def standing(self) -> str:
        """How the member counted in the scope: on the day that counts first or last there."""
        is_last = self.flow in DEPARTURES
        return self.stay.standing_on(day_before(self.day) if is_last else self.day)


@dataclass(frozen=True)
class Movement:
    """opening + founding + admitted + moved in − moved out − left = closing.

    Opening is the evening before the first day; an event counts on the day it takes effect,
    the day after the old placement's last. A transfer inside the committee moves in and out
    for a cell, not for the committee. `founding` are those on the books when the committee or
    the cell was founded. Of the official members alone, the recognised (đảng viên dự bị được
    công nhận chính thức) come in as well; of the probationary alone they go out.
    """

    scope: Scope
    period: Period
    stays: tuple[Stay, ...] = field(repr=False)
    events: tuple[Event, ...] = field(repr=False)
    standing: str = ""  # OFFICIAL or PROBATIONARY: of those alone

    @property
    def official(self) -> "Movement":
        return replace(self, standing=OFFICIAL)

    @property
    def probationary(self) -> "Movement":
        return replace(self, standing=PROBATIONARY)

    @property
    def opening(self) -> Figure:
        return self._present(OPENING, self.period.opening)

    @property
    def closing(self) -> Figure:
        return self._present(CLOSING, self.period.last)

    @property
    def founding(self) -> Figure:
        return self.of(Flow.FOUNDING)

    @property
    def admitted(self) -> Figure:
        return self.of(Flow.ADMITTED)

    @property
    def moved_in(self) -> Figure:
        return self.of("moved_in")

    @property
    def moved_out(self) -> Figure:
        return self.of("moved_out")

    @property
    def left(self) -> Figure:
        return self.of(Flow.LEFT)

    @property
    def recognised(self) -> Figure:
        """Always of both: who is recognised was probationary the evening before."""
        return self._figure(Flow.RECOGNISED, self.events_of(Flow.RECOGNISED), standing="")

    def of(self, term: str) -> Figure:
        """The figure of a flow, or of several together: a key of `TERMS`."""
        return self._figure(term, self.events_of(term), standing=self.standing)

    def events_of(self, term: str) -> list[Event]:
        """Recognition is no event of one standing: it is the step between the two."""
        flows = TERMS[term]
        return [
            event
            for event in self.events
            if event.flow in flows
            and (event.flow == Flow.RECOGNISED or self.standing in ("", event.standing))
        ]

    @property
    def change(self) -> int:
        return self.closing.value - self.opening.value

    def _present(self, term: str, day: dt.date) -> Figure:
        there = [stay for stay in self.stays if stay.holds_on(day)]
        there = [s for s in there if self.standing in ("", s.standing_on(day))]
        return self._listed(term, [stay.pk for stay in there], standing=self.standing)

    def _figure(self, term: str, events: Iterable[Event], *, standing: str) -> Figure:
        return self._listed(term, [event.stay.pk for event in events], standing=standing)

    def _listed(self, term: str, rows: list[int], *, standing: str) -> Figure:
        query = [("flow", str(term)), ("from", typed(self.period.first))]
        query += [("to", typed(self.period.last)), *self.scope.parameters]
        query += [("standing", standing)] if standing else []
        return Figure(tuple(rows), CHANGES, tuple(query))


def movement(scope: Scope, period: Period) -> Movement:
    """The period's flows, in one statement."""
    return _movement(scope, period, list(_stays(scope, period)))


def movements(scope: Scope, periods: Iterable[Period]) -> tuple[Movement, ...]:
    """The flows of several periods, in one statement for all of them."""
    periods = tuple(periods)
    if not periods:
        return ()
    whole = Period(min(p.first for p in periods), max(p.last for p in periods))
    stays = list(_stays(scope, whole))
    return tuple(_movement(scope, period, stays) for period in periods)


def movement_by_cell(scope: Scope, period: Period) -> tuple[tuple[Cell, Movement], ...]:
    """The flows of each cell that existed during the period."""
    cells = [cell for cell in scope.all_cells if _existed(cell, period)]
    stays = _stays(scope, period)
    return tuple(
        (cell, _movement(scope.narrow(cell), period, rows)) for cell, rows in by_cell(stays, cells)
    )


def _existed(cell: Cell, period: Period) -> bool:
    """On a day of the period or on the evening before: members of that evening must be told away."""
    return cell.founded_on <= period.last and (
        cell.dissolved_on is None or cell.dissolved_on > period.opening
    )


def _stays(scope: Scope, period: Period) -> Iterator[Stay]:
    """Placements in the scope that hold on the evening before the period or on a day of it."""
    rows = (
        Placement.objects.during(Period(period.opening, period.last))
        .official()
        .filter(**scope.inside)
        .annotate(official_from=Subquery(_official_from()))
        .order_by("from_on", "pk")
        .values_list(
            *("pk", "member", "cell", "from_on", "to_on"),
            *("start_reason", "end_reason", "official_from"),
        )
    )
    return (Stay(*row) for row in rows)


def _official_from():
    """Since when the member is official, by the time in the Party in which a placement began."""
    times = Membership.objects.valid().filter(
        Q(ended_on__isnull=True) | Q(ended_on__gte=OuterRef("from_on")),
        member=OuterRef("member"),
        ceremony_on__lte=OuterRef("from_on"),
    )
    return times.order_by("-ceremony_on").values("official_from")[:1]


def _movement(scope: Scope, period: Period, stays: list[Stay]) -> Movement:
    events = sorted(_events(stays, period), key=lambda event: (event.day, event.stay.pk))
    return Movement(scope, period, tuple(stays), tuple(events))


def _events(stays: list[Stay], period: Period) -> Iterator[Event]:
    """What happened on each day of the period; a move from one stay to the next is no event."""
    moves = _moves(stays)
    for stay in stays:
        stayed = (stay.member_id, stay.from_on) in moves
        if stay.from_on in period and not stayed:
            yield Event(_arrival(stay), stay.from_on, stay)
        gone_on = stay.to_on and stay.to_on + ONE_DAY
        if gone_on and gone_on in period and (stay.member_id, gone_on) not in moves:
            yield Event(_departure(stay), gone_on, stay)
        official = stay.official_from
        if official and official in period and stay.holds_on(official):
            came_as_official = official <= stay.from_on and not stayed
            if not came_as_official:
                yield Event(Flow.RECOGNISED, official, stay)


def _moves(stays: list[Stay]) -> set[tuple[int, dt.date]]:
    """Who moved from one of the stays to another, and on which day."""
    came = {(s.member_id, s.from_on) for s in stays if s.start_reason == INSIDE}
    went = {(s.member_id, s.to_on + ONE_DAY) for s in stays if s.to_on and s.end_reason == INSIDE}
    return came & went


def _arrival(stay: Stay) -> Flow:
    if stay.start_reason == FOUNDING:
        return Flow.FOUNDING
    if stay.start_reason in ADMITTED:
        return Flow.ADMITTED
    return Flow.FROM_INSIDE if stay.start_reason == INSIDE else Flow.FROM_OUTSIDE


def _departure(stay: Stay) -> Flow:
    if stay.end_reason in LEFT:
        return Flow.LEFT
    return Flow.TO_INSIDE if stay.end_reason == INSIDE else Flow.TO_OUTSIDE


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
