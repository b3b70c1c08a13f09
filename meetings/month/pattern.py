"""When a cell would meet next, by the days it has met on."""

import datetime as dt
from collections.abc import Sequence

from partyunit.dates import Period
from regulations.workdays import ONE_DAY, WorkCalendar

WEEK = 7


def next_day(met_on: Sequence[dt.date], month: dt.date, *, calendar: WorkCalendar) -> dt.date:
    """The day in the month of `month`, by the last meetings, newest first (at least one).

    A cell that met twice on the same day of the month keeps that day; another keeps the weekday
    and its turn in the month (the second Tuesday). A day off moves to the next working day,
    or back where that would leave the month.
    """
    period = Period.of_month(month.year, month.month)
    last = met_on[0]
    if len(met_on) > 1 and met_on[1].day == last.day:
        day = period.first.replace(day=min(last.day, period.last.day))
    else:
        day = _same_weekday(last, period)
    return _working(day, period, calendar)


def _same_weekday(last: dt.date, period: Period) -> dt.date:
    """The same weekday in the same week of the month; a fifth one that is not there is the fourth."""
    ahead = (last.weekday() - period.first.weekday()) % WEEK
    day = period.first + dt.timedelta(days=ahead + (last.day - 1) // WEEK * WEEK)
    return day if day <= period.last else day - dt.timedelta(days=WEEK)


def _working(day: dt.date, period: Period, calendar: WorkCalendar) -> dt.date:
    found = day
    while not calendar.is_working(found) and found < period.last:
        found += ONE_DAY
    while not calendar.is_working(found) and found > period.first:
        found -= ONE_DAY
    return found if calendar.is_working(found) else day
