"""How a cell met and who came, month by month; the meetings are reached by related managers only."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Q
from django.urls import reverse

from cells.models import Cell
from partyunit.dates import Period, add_months

MONTHS = 12
# Who belongs and whose roll was called, as the figures count: no guests by letter, no exempt.
BELONGING = Q(
    attendances__voided_at__isnull=True,
    attendances__standing__in=["official", "probationary"],
    attendances__state__in=["present", "excused", "absent"],
)


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
    def present(self) -> int:
        return sum(one["present"] for one in self.meetings)

    @property
    def belong(self) -> int:
        return sum(one["belong"] for one in self.meetings)

    @property
    def percent(self) -> float | None:
        return round(100 * self.present / self.belong, 1) if self.belong else None


def attendance_history(cell: Cell, day: dt.date) -> list[MonthOfCell]:
    """The last twelve months up to that of `day` in which the cell stood, newest first."""
    this_month = day.replace(day=1)
    months = [add_months(this_month, -back) for back in range(MONTHS)]
    held = cell.meetings.valid().filter(
        state="held", meets_on__lte=day, counts_for__range=(months[-1], months[0])
    )
    rows = held.annotate(
        belong=Count("attendances", filter=BELONGING),
        present=Count("attendances", filter=BELONGING & Q(attendances__state="present")),
    )
    of_month: dict[dt.date, list[dict]] = {month: [] for month in months}
    for row in rows.order_by("meets_on", "pk").values(
        "pk", "counts_for", "meets_on", "belong", "present"
    ):
        of_month[row["counts_for"]].append(row)
    return [MonthOfCell(month, of_month[month]) for month in months if _stood(cell, month)]


def _stood(cell: Cell, month: dt.date) -> bool:
    period = Period.of_month(month.year, month.month)
    is_over = cell.dissolved_on is not None and cell.dissolved_on <= period.first
    return cell.founded_on <= period.last and not is_over
