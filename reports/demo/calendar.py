"""Working days of the invented office: papers are signed and ceremonies held on them."""

import datetime as dt

DAY = dt.timedelta(days=1)
FIXED_HOLIDAYS = {(1, 1), (4, 30), (5, 1), (9, 2)}
# The first day of the lunar year; the office rests from the day before to the fifth day.
LUNAR_NEW_YEAR = [
    dt.date(2009, 1, 26),
    dt.date(2010, 2, 14),
    dt.date(2011, 2, 3),
    dt.date(2012, 1, 23),
    dt.date(2013, 2, 10),
    dt.date(2014, 1, 31),
    dt.date(2015, 2, 19),
    dt.date(2016, 2, 8),
    dt.date(2017, 1, 28),
    dt.date(2018, 2, 16),
    dt.date(2019, 2, 5),
]


def is_working(day: dt.date) -> bool:
    at_rest = any(first - DAY <= day < first + 5 * DAY for first in LUNAR_NEW_YEAR)
    return day.weekday() < 5 and (day.month, day.day) not in FIXED_HOLIDAYS and not at_rest


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
