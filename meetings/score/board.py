"""The scores of all cells: by month through a half year, and one month as the office hands it in.

Of a cell's month it is the regular meeting that is scored, without one the model meeting; a total
counts once every criterion of the frame has its points and the minutes that tell it were handed in.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from django.db.models import Count, Prefetch, Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cells.attendance import is_own
from cells.models import Cell
from meetings.models import Meeting, Minutes, QualityScore, ScoreLine
from meetings.score.scoring import FIRST_DAY, Band, Scored, as_data, band_of, printable_score
from partyunit.dates import Period, add_months
from partyunit.shares import ONE_DECIMAL

MinutesState = Minutes.State
HALF = 6
BANDS = [90, 70, 50]  # of a mean whose meetings were scored by several frames
STATES: dict[str, str | Promise] = {
    "scored": "",
    "begun": gettext_lazy("đang chấm"),
    "written": gettext_lazy("chưa trình"),  # scored to the end in a draft
    "owed": gettext_lazy("chưa chấm"),
    "forgotten": gettext_lazy("không chấm"),  # approved without: nothing can be done any more
    "to_come": gettext_lazy("chưa họp"),
    "none": gettext_lazy("không họp"),
    "outside": "–",
}


@dataclass(frozen=True, kw_only=True)
class MonthOfCell:
    """One cell's month: its meeting, and the score where there is one."""

    cell: Cell
    month: dt.date
    meeting: Meeting | None
    scored: Scored | None
    state: str  # of STATES
    position: int  # of the cell in the table

    @property
    def total(self) -> Decimal | None:
        return self.scored.row.total if self.scored and self.state == "scored" else None

    @property
    def band(self) -> Band | None:
        return None if self.total is None else band_of(self.total, self.bands)

    @property
    def bands(self) -> list[int]:
        return self.scored.row.frame.parameters["bands"] if self.scored else BANDS

    @property
    def words(self) -> str:
        """The state of a month without a total."""
        return str(STATES[self.state])

    @property
    def people(self) -> int | None:
        """The cell's own members on the roll of that day."""
        return getattr(self.meeting, "people", None) or None

    @property
    def note(self) -> str:
        """The points lost, with their reasons; else why there is no total."""
        if self.total is None:
            return self.words
        lost = (printable_score(as_data(self.scored)) or {})["lost"]
        told = _("%(criterion)s %(text)s: trừ %(lost)s (%(reason)s)")
        return "; ".join(told % line for line in lost)


def mean(totals: Iterable[Decimal | None]) -> Decimal | None:
    """One decimal, half up; None of nothing."""
    known = [total for total in totals if total is not None]
    if not known:
        return None
    return (sum(known, Decimal(0)) / len(known)).quantize(ONE_DECIMAL, rounding=ROUND_HALF_UP)


@dataclass(frozen=True)
class Mean:
    """What some months come to together, and its band by the bands their frames share."""

    total: Decimal | None
    bands: list[int]

    @classmethod
    def of(cls, months: Iterable[MonthOfCell]) -> "Mean":
        known = [one for one in months if one.total is not None]
        bands = [one.bands for one in known]
        is_one = bool(bands) and all(one == bands[0] for one in bands)
        return cls(mean(one.total for one in known), bands[0] if is_one else BANDS)

    @property
    def band(self) -> Band | None:
        return None if self.total is None else band_of(self.total, self.bands)


@dataclass(frozen=True)
class RowOfCell:
    cell: Cell
    months: list[MonthOfCell]

    @cached_property
    def mean(self) -> Mean:
        return Mean.of(self.months)


@dataclass(frozen=True)
class ScoreBoard:
    """All cells in sight through the months of a half year."""

    months: list[dt.date]
    rows: list[RowOfCell]

    @cached_property
    def of_months(self) -> list[Mean]:
        """The mean of all cells in each month, then of the half year."""
        columns = [[row.months[i] for row in self.rows] for i in range(len(self.months))]
        return [*map(Mean.of, columns), Mean.of(one for column in columns for one in column)]

    @cached_property
    def _ranked(self) -> list[RowOfCell]:
        known = [row for row in self.rows if row.mean.total is not None]
        return sorted(known, key=lambda row: row.mean.total or 0, reverse=True)

    @property
    def best(self) -> list[RowOfCell]:
        """Those with the highest mean; nobody where all are alike."""
        return self._with_total_of(0)

    @property
    def worst(self) -> list[RowOfCell]:
        return self._with_total_of(-1)

    def _with_total_of(self, place: int) -> list[RowOfCell]:
        totals = [row.mean.total for row in self._ranked]
        if not totals or totals[0] == totals[-1]:
            return []
        return [row for row in self._ranked if row.mean.total == totals[place]]

    @property
    def owing(self) -> list[MonthOfCell]:
        """Meetings held that nobody has scored to the end, oldest first."""
        found = [one for row in self.rows for one in row.months if one.state in ("owed", "begun")]
        return sorted(found, key=lambda one: one.month)


def half_of(day: dt.date) -> dt.date:
    """The first day of the half year."""
    return day.replace(month=1 if day.month <= HALF else HALF + 1, day=1)


def read_board(first: dt.date, *, user, day: dt.date, months: int = HALF) -> ScoreBoard:
    """From the month that begins on `first`, as it stands on the program's `day`; four statements."""
    all_months = [add_months(first, i) for i in range(months)]
    cells = _cells(all_months, user=user, day=day)
    meetings = _meetings(all_months, user=user)
    # A model meeting is the month's where there is no regular one.
    last_wins = sorted(meetings, key=lambda one: one.kind == Meeting.Kind.REGULAR)
    by_place = {(one.cell_id, one.counts_for): one for one in last_wins}
    rows = [
        RowOfCell(
            cell,
            [
                _month(cell, one, by_place.get((cell.pk, one)), position=position, day=day)
                for one in all_months
            ],
        )
        for position, cell in enumerate(cells, start=1)
    ]
    return ScoreBoard(all_months, rows)


def _cells(months: list[dt.date], *, user, day: dt.date) -> list[Cell]:
    """Those that stood in any of the months, called as on their last day."""
    last = min(Period.of_month(months[-1].year, months[-1].month).last, max(day, months[0]))
    cells = Cell.objects.visible_to(user).valid().filter(founded_on__lte=last)
    return [
        cell
        for cell in cells.with_name_on(last).order_by("position", "pk")
        if cell.dissolved_on is None or cell.dissolved_on > months[0]
    ]


def _meetings(months: list[dt.date], *, user):
    lines = Prefetch("lines", ScoreLine.objects.valid(), to_attr="valid_lines")
    scores = QualityScore.objects.valid().select_related("frame").prefetch_related(lines)
    own = Q(attendances__voided_at__isnull=True) & is_own("attendances__")
    return (
        Meeting.objects.visible_to(user)
        .standing()
        .with_minutes_state()
        .filter(
            kind__in=Meeting.MONTHLY,
            counts_for__range=(months[0], months[-1]),
        )
        .annotate(people=Count("attendances", filter=own))
        .prefetch_related(Prefetch("scores", scores, to_attr="valid_scores"))
    )


def _month(
    cell: Cell, month: dt.date, meeting: Meeting | None, *, position: int, day: dt.date
) -> MonthOfCell:
    scored = None
    if meeting is not None and meeting.valid_scores:
        row = meeting.valid_scores[0]
        scored = Scored(row, row.valid_lines)
    state = _state(cell, month, meeting, scored=scored, day=day)
    return MonthOfCell(
        cell=cell, month=month, meeting=meeting, scored=scored, state=state, position=position
    )


def _state(cell: Cell, month: dt.date, meeting, *, scored: Scored | None, day: dt.date) -> str:
    last = Period.of_month(month.year, month.month).last
    if meeting is None:
        is_asked = cell.exists_on(last) and last >= FIRST_DAY and month <= day
        return "outside" if not is_asked else "none" if last < day else "to_come"
    if scored is not None:
        is_handed_in = meeting.minutes_state in (MinutesState.SUBMITTED, MinutesState.APPROVED)
        return "begun" if scored.left else "scored" if is_handed_in else "written"
    if meeting.meets_on < FIRST_DAY:
        return "outside"
    if meeting.minutes_state == MinutesState.APPROVED:
        return "forgotten"
    is_ahead = meeting.meets_on >= day and meeting.state == Meeting.State.PLANNED
    return "to_come" if is_ahead else "owed"
