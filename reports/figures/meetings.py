"""Meetings held, who came, thematic study by quarter, and the board of cells and months."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from cells.attendance import Attendance, count_states, is_own, total_attendance
from cells.models import Cell
from meetings.models import Attendance as RollRow
from meetings.models import Meeting
from partyunit.dates import Period
from reports.figures.base import Figure, Line, Scope, cells_of, listed, typed

Kind, State = Meeting.Kind, Meeting.State
OF_CELLS = (Kind.REGULAR, Kind.THEMATIC, Kind.MODEL, Kind.EXTRAORDINARY)


def model_meetings(scope: Scope, day: dt.date) -> Figure:
    """Model meetings (sinh hoạt chi bộ mẫu) held from 1 January of the day's year up to the day."""
    period = Period(dt.date(day.year, 1, 1), day)
    rows = _held(scope, period).filter(kind=Kind.MODEL).values_list("pk", flat=True)
    return _meeting_figure(scope, period, rows, Kind.MODEL)


@dataclass(frozen=True)
class MeetingCounts:
    """Meetings of cells held in a period, by kind; those of the committee itself apart.

    `combined`: how many of the regular ones were the thematic one too.
    """

    total: Figure
    lines: tuple[Line, ...]
    committee: Figure
    combined: int


def meetings_held(scope: Scope, period: Period) -> MeetingCounts:
    """In one statement for a cell, in two for the committee."""
    by_kind: dict[str, list[int]] = defaultdict(list)
    combined = 0
    held = _held(scope, period).with_is_thematic()
    for pk, kind, is_thematic in held.values_list("pk", "kind", "is_thematic"):
        by_kind[kind].append(pk)
        combined += is_thematic and kind == Kind.REGULAR
    lines = tuple(
        Line(kind.value, kind.label, _meeting_figure(scope, period, by_kind[kind], kind))
        for kind in OF_CELLS
    )
    total = [pk for kind in OF_CELLS for pk in by_kind[kind]]
    committee = _committee_meetings(scope, period)
    return MeetingCounts(Figure(tuple(total)), lines, committee, combined)


def _committee_meetings(scope: Scope, period: Period) -> Figure:
    if scope.cell is not None:
        return Figure(())
    rows = Meeting.objects.held_in(period).filter(committee=scope.committee, kind=Kind.COMMITTEE)
    return _meeting_figure(scope, period, rows.values_list("pk", flat=True), Kind.COMMITTEE)


def _held(scope: Scope, period: Period):
    """Meetings of the scope's cells held in the period."""
    rows = Meeting.objects.held_in(period).of_cells().filter(**scope.inside)
    return rows.order_by("meets_on", "pk")


def _meeting_figure(scope: Scope, period: Period, rows, kind: str) -> Figure:
    query = (("kind", str(kind)), ("state", "held"), *_range(period))
    return listed(rows, "meetings:list", period.last, *scope.parameters, *query)


def _range(period: Period) -> tuple[tuple[str, str], ...]:
    return ("from", typed(period.first)), ("to", typed(period.last))


def attendance_by_cell(scope: Scope, period: Period) -> dict[int, Attendance]:
    """Attendance at each cell's meetings held in the period, in one statement."""
    rows = (
        RollRow.objects.filter(is_own(), meeting__in=_held(scope, period).order_by().values("pk"))
        .order_by()
        .values("meeting__cell")
        .annotate(**count_states())
    )
    return {row["meeting__cell"]: Attendance.of_counts(row) for row in rows}


def attendance(scope: Scope, period: Period) -> Attendance:
    """Attendance at all the scope's cell meetings of the period."""
    return total_attendance(attendance_by_cell(scope, period).values())


@dataclass(frozen=True)
class Thematic:
    """Which cells held a thematic meeting (sinh hoạt chuyên đề) in a quarter, and which not yet."""

    quarter: Period
    held: tuple[Cell, ...]
    missing: tuple[Cell, ...]


def thematic(scope: Scope, quarter: Period, day: dt.date) -> Thematic:
    """At least one a quarter is due of every cell (chuyên đề mỗi quý); counted up to the day."""
    until = quarter.until(day)
    held = set(_held(scope, until).thematic().values_list("cell", flat=True))
    cells = cells_of(scope, until.last)
    return Thematic(
        quarter=quarter,
        held=tuple(cell for cell in cells if cell.pk in held),
        missing=tuple(cell for cell in cells if cell.pk not in held),
    )
