"""Working days of the invented office: papers are signed and ceremonies held on them."""

import datetime as dt
from functools import cache

import holidays

DAY = dt.timedelta(days=1)
# Public holidays with their days in lieu; the library adds a year when it is first asked for.
HOLIDAYS = holidays.country_holidays("VN", years=range(2009, 2021), language="en_US")


def is_working(day: dt.date) -> bool:
    return day.weekday() < 5 and day not in HOLIDAYS


@cache
def lunar_new_year(year: int) -> dt.date:
    """The first day of Tết that falls in that year."""
    return next(
        day for day in HOLIDAYS.get_named("Lunar New Year", lookup="exact") if day.year == year
    )


def days_from_new_year(day: dt.date) -> int:
    """From the nearest first day of Tết to this day: below zero before it."""
    return min(((day - lunar_new_year(year)).days for year in (day.year, day.year + 1)), key=abs)


def working_from(day: dt.date) -> dt.date:
    """That day, or the next working day after it."""
    while not is_working(day):
        day += DAY
    return day


def working_before(day: dt.date) -> dt.date:
    """That day, or the last working day before it."""
    while not is_working(day):
        day -= DAY
    return day


def months(first: dt.date, last: dt.date) -> list[dt.date]:
    """The first days of all months from the month of `first` to the month of `last`."""
    found, month = [], first.replace(day=1)
    while month <= last:
        found.append(month)
        month = (month + 31 * DAY).replace(day=1)
    return found
