"""Counting working days (ngày làm việc): Saturdays, Sundays and holidays off, swapped days worked.

Day 1 is the first working day after the day of the event, which itself is never counted: the
Civil Code's rule for time limits (Bộ luật Dân sự 91/2015/QH13, 24/11/2015, Điều 147 [M]),
taken over because the Party's own regulations say only «ngày làm việc».
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

SATURDAY = 5
ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class WorkCalendar:
    """The days off, and the weekend days worked in exchange (làm bù)."""

    off: frozenset[dt.date] = frozenset()
    worked: frozenset[dt.date] = frozenset()

    @classmethod
    def of(cls, rows: Iterable[tuple[dt.date, bool]]) -> "WorkCalendar":
        """From (day, is it worked) pairs, as the holiday table keeps them."""
        rows = list(rows)
        return cls(
            frozenset(day for day, is_working in rows if not is_working),
            frozenset(day for day, is_working in rows if is_working),
        )

    def is_working(self, day: dt.date) -> bool:
        if day in self.worked:
            return True
        return day.weekday() < SATURDAY and day not in self.off

    def knows(self, year: int) -> bool:
        """Whether the holidays of that year were entered; else only weekends are taken out."""
        return any(day.year == year for day in self.off)


def working_days_after(day: dt.date, count: int, *, calendar: WorkCalendar) -> dt.date:
    """The last day of a time limit of `count` working days that begins with an event on `day`.

    `count` 0 is the day itself, also when it is no working day.
    """
    while count > 0:
        day += ONE_DAY
        if calendar.is_working(day):
            count -= 1
    return day


def working_days_between(first: dt.date, last: dt.date, *, calendar: WorkCalendar) -> int:
    """How many working days have passed on the evening of `last` since an event on `first`.

    0 on the day of the event; negative, counted the same way, when `last` lies before it.
    """
    if last < first:
        return -working_days_between(last, first, calendar=calendar)
    days = (first + dt.timedelta(days=ahead) for ahead in range(1, (last - first).days + 1))
    return sum(1 for day in days if calendar.is_working(day))
