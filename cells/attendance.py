"""Who came to meetings: the one rate of the program, and a cell's months by it.

The rows of rolls are reached by related managers only: they live in a room above.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse

from cells.models import Cell
from partyunit.dates import Period, add_months
from partyunit.shares import percent

MONTHS = 12
STATES = ("present", "excused", "absent", "exempt", "elsewhere", "not_recorded")


@dataclass(frozen=True)
class Attendance:
    """Who came, by what each roll says (tỷ lệ dự sinh hoạt).

    A roll holds the people of its meeting's day, so a meeting held before one came or after one
    left asks nothing of that person. The base are those of whom the roll was called and who had
    to come: present, excused and absent, the excused told apart. Exempt and suspended members,
    those by letter elsewhere and rows nobody has recorded yet stand outside it, as the
    attendance target of the guides on cell meetings leaves them out.
    """

    present: int = 0
    excused: int = 0
    absent: int = 0
    exempt: int = 0
    elsewhere: int = 0
    not_recorded: int = 0

    @property
    def belong(self) -> int:
        """How many had to come; over several meetings, how often."""
        return self.present + self.excused + self.absent

    @property
    def total(self) -> int:
        """Every row of the rolls, those outside the base too."""
        return self.belong + self.exempt + self.elsewhere + self.not_recorded

    @property
    def percent(self) -> Decimal | None:
        """Present of those who had to come; None while no roll has been called."""
        return percent(self.present, self.belong) if self.belong else None

    @classmethod
    def of(cls, states: Iterable[str]) -> "Attendance":
        """Of rows read already."""
        return cls(**Counter(map(str, states)))

    @classmethod
    def of_counts(cls, row: Mapping[str, Any]) -> "Attendance":
        """Of a row of values annotated with `count_states`."""
        return cls(**{state: row[state] for state in STATES})


def total_attendance(counts: Iterable[Attendance]) -> Attendance:
    counts = list(counts)
    return Attendance(*(sum(getattr(count, state) for count in counts) for state in STATES))


def is_own(prefix: str = "") -> Q:
    """The body's own people: guests by letter count at home, not where they are guests."""
    return Q(**{f"{prefix}standing__in": ["official", "probationary"]})


def count_states(prefix: str = "", *, among: Q | None = None) -> dict[str, Count]:
    """One annotation for each state of the valid rows of rolls reached by `prefix`."""
    valid = Q(**{f"{prefix}voided_at__isnull": True}) & (among or Q())
    return {
        state: Count(f"{prefix}pk", filter=valid & Q(**{f"{prefix}state": state}))
        for state in STATES
    }


@dataclass(frozen=True)
class MonthOfCell:
    """One month: the meetings held that count for it, who came of those who belong."""

    month: dt.date
    meetings: list[dict]

    @property
    def held(self) -> list[tuple[str, str]]:
        """(day, address of its page) of each meeting."""
        return [
            (f"{one['meets_on']:%d/%m}", reverse("meetings:detail", args=[one["pk"]]))
            for one in self.meetings
        ]

    @property
    def attendance(self) -> Attendance:
        return total_attendance(map(Attendance.of_counts, self.meetings))

    @property
    def asked(self) -> str:
        """What the matrix of attendance is asked for to show them: their month, or all their year."""
        months = sorted({one["meets_on"].replace(day=1) for one in self.meetings})
        part = f"&part=t{months[0].month}" if len(months) == 1 else ""
        return f"year={months[-1].year}{part}"


def attendance_history(cell: Cell, day: dt.date) -> list[MonthOfCell]:
    """The last twelve months up to that of `day` in which the cell stood, newest first."""
    this_month = day.replace(day=1)
    months = [add_months(this_month, -back) for back in range(MONTHS)]
    held = cell.meetings.valid().filter(
        state="held", meets_on__lte=day, counts_for__range=(months[-1], months[0])
    )
    rows = held.annotate(**count_states("attendances__", among=is_own("attendances__")))
    of_month: dict[dt.date, list[dict]] = {month: [] for month in months}
    for row in rows.order_by("meets_on", "pk").values("pk", "counts_for", "meets_on", *STATES):
        of_month[row["counts_for"]].append(row)
    return [MonthOfCell(month, of_month[month]) for month in months if _stood(cell, month)]


def _stood(cell: Cell, month: dt.date) -> bool:
    period = Period.of_month(month.year, month.month)
    is_over = cell.dissolved_on is not None and cell.dissolved_on <= period.first
    return cell.founded_on <= period.last and not is_over
