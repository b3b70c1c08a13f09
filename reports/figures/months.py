"""The board: which cell met in which month, and how many of its members came."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, fields
from enum import StrEnum

from django.db.models import Min

from cells.models import Cell
from meetings.models import Meeting, Minutes
from partyunit.dates import Period, add_months
from reports.figures.base import Scope, cells_of
from reports.figures.meetings import (
    Attendance,
    attendance_by_cell,
    total_attendance,
)

NO_ONE = Attendance()


class MarkKind(StrEnum):
    """What a month of a cell looks like on a day."""

    HELD = "held"  # met
    PLANNED = "planned"  # a day is set and has not passed
    OVERDUE = "overdue"  # the day set has passed and nobody has logged the meeting
    UNPLANNED = "unplanned"  # the month still runs, no day is set
    NOT_HELD = "not_held"  # the month is over without a meeting
    OUTSIDE = "outside"  # the cell, or the register of meetings, did not exist yet


@dataclass(frozen=True)
class Gathering:
    """One meeting of a cell, as far as the board needs it."""

    pk: int
    cell: int
    kind: str
    state: str
    counts_for: dt.date
    meets_on: dt.date
    minutes_state: str | None
    is_thematic: bool

    def is_held_by(self, day: dt.date) -> bool:
        return self.state == Meeting.State.HELD and self.meets_on <= day

    def is_to_come(self, day: dt.date) -> bool:
        """Planned, or held only after the day looked at."""
        return self.state == Meeting.State.PLANNED or (
            self.state == Meeting.State.HELD and self.meets_on > day
        )


@dataclass(frozen=True)
class Mark:
    """One square: a cell's month."""

    cell: Cell
    month: Period
    kind: MarkKind
    is_themed: bool = False
    meeting_id: int | None = None
    meets_on: dt.date | None = None
    is_being_written: bool = False  # its minutes are begun and not submitted


@dataclass(frozen=True)
class BoardRow:
    """A cell's months, oldest first, and its attendance over them."""

    cell: Cell
    marks: tuple[Mark, ...]
    attendance: Attendance


@dataclass(frozen=True)
class Board:
    """Cells × months, the last month being the day's."""

    day: dt.date
    months: tuple[Period, ...]
    rows: tuple[BoardRow, ...]
    begins_on: dt.date | None  # the month of the first meeting on record

    @property
    def has_begun(self) -> bool:
        """Whether any meeting of the day's month or earlier is on record: before, none is missed."""
        return self.begins_on is not None and self.begins_on <= self.day

    @property
    def period(self) -> Period:
        return Period(self.months[0].first, self.day)

    @property
    def not_met(self) -> tuple[Mark, ...]:
        """The cells that have not held the regular meeting of the day's month."""
        due = (row.marks[-1] for row in self.rows)
        return tuple(mark for mark in due if mark.kind not in (MarkKind.HELD, MarkKind.OUTSIDE))

    @property
    def attendance(self) -> Attendance:
        return total_attendance(row.attendance for row in self.rows)


def board(scope: Scope, day: dt.date, months: int = 12) -> Board:
    """The cells of the day over the last months, in three statements."""
    periods = _last_months(day, months)
    gatherings = _gatherings(scope, Period(periods[0].first, periods[-1].last))
    begins_on = _recorded(scope).aggregate(first=Min("counts_for"))["first"]
    came = attendance_by_cell(scope, Period(periods[0].first, day))
    rows = []
    for cell in cells_of(scope, day):
        due_from = max(cell.founded_on, begins_on or dt.date.max)
        marks = tuple(
            _mark(cell, month, gatherings[cell.pk, month.first], day=day, due_from=due_from)
            for month in periods
        )
        rows.append(BoardRow(cell, marks, came.get(cell.pk, NO_ONE)))
    return Board(day, periods, tuple(rows), begins_on)


def _last_months(day: dt.date, months: int) -> tuple[Period, ...]:
    this_month = day.replace(day=1)
    firsts = [add_months(this_month, -back) for back in reversed(range(months))]
    return tuple(Period.of_month(first.year, first.month) for first in firsts)


def _recorded(scope: Scope):
    """Every valid meeting of the scope's cells."""
    return Meeting.objects.valid().filter(**scope.inside)


def _gatherings(scope: Scope, period: Period) -> dict[tuple[int, dt.date], list[Gathering]]:
    """Meetings by cell and the month they count for."""
    rows = (
        _recorded(scope)
        .filter(counts_for__range=(period.first, period.last))
        .order_by("meets_on", "pk")
        .with_minutes_state()
        .with_is_thematic()
        .values_list(*(field.name for field in fields(Gathering)))
    )
    found = defaultdict(list)
    for row in rows:
        gathering = Gathering(*row)
        found[gathering.cell, gathering.counts_for].append(gathering)
    return found


def _mark(
    cell: Cell, month: Period, gatherings: list[Gathering], *, day: dt.date, due_from: dt.date
) -> Mark:
    themed = any(g.is_thematic and g.is_held_by(day) for g in gatherings)
    regular = [g for g in gatherings if g.kind in Meeting.MONTHLY]
    met = next((g for g in regular if g.is_held_by(day)), None)
    to_come = next((g for g in regular if g.is_to_come(day)), None)
    shown = met or to_come
    return Mark(
        cell=cell,
        month=month,
        kind=MarkKind.HELD if met else _unmet_kind(month, to_come, day=day, due_from=due_from),
        is_themed=themed,
        meeting_id=shown.pk if shown else None,
        meets_on=shown.meets_on if shown else None,
        is_being_written=shown is not None and shown.minutes_state == Minutes.State.DRAFT,
    )


def _unmet_kind(
    month: Period, to_come: Gathering | None, *, day: dt.date, due_from: dt.date
) -> MarkKind:
    if month.last < due_from:
        return MarkKind.OUTSIDE
    if to_come:
        return MarkKind.PLANNED if to_come.meets_on >= day else MarkKind.OVERDUE
    return MarkKind.NOT_HELD if month.last < day else MarkKind.UNPLANNED
