"""Dates of the office: partial dates, periods, and how a date is written on paper."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass

DAY, MONTH, YEAR = "day", "month", "year"
EARLIEST_YEAR, LATEST_YEAR = 1900, 2200


class PartialDate(dt.date):
    """A date known to the day, the month or only the year.

    As a date it is the *last* day it can be, so that comparisons never claim too much;
    printed, it shows only what is known.
    """

    precision: str

    def __new__(cls, year: int, month: int | None = None, day: int | None = None):
        last_month = month or 12
        last_day = day or calendar.monthrange(year, last_month)[1]
        made = super().__new__(cls, year, last_month, last_day)
        made.precision = DAY if day else MONTH if month else YEAR
        return made

    @classmethod
    def of(cls, day: dt.date, precision: str = DAY) -> "PartialDate":
        """The partial date whose last possible day is `day`."""
        if precision == YEAR:
            return cls(day.year)
        if precision == MONTH:
            return cls(day.year, day.month)
        return cls(day.year, day.month, day.day)

    def __reduce__(self):
        return (PartialDate.of, (dt.date(self.year, self.month, self.day), self.precision))

    def __str__(self) -> str:
        pattern = {DAY: "%d/%m/%Y", MONTH: "%m/%Y", YEAR: "%Y"}[self.precision]
        return self.strftime(pattern)


def first_possible_day(day: dt.date) -> dt.date:
    """The earliest day a partial date can mean; a date known to the day is that day."""
    precision = getattr(day, "precision", DAY)
    if precision == DAY:
        return day
    return dt.date(day.year, 1 if precision == YEAR else day.month, 1)


def parse_day(text: str) -> dt.date:
    """Reads dd/mm/yyyy (also with - or .) or yyyy-mm-dd. Raises ValueError for anything else."""
    text = text.strip()
    if match := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text):
        year, month, day = map(int, match.groups())
    elif match := re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", text):
        day, month, year = map(int, match.groups())
    else:
        raise ValueError(text)
    if year < EARLIEST_YEAR:
        raise ValueError(text)
    return dt.date(year, month, day)


def parse_partial(text: str) -> PartialDate:
    """Reads dd/mm/yyyy, mm/yyyy or yyyy. Raises ValueError for anything else."""
    text = text.strip()
    if re.fullmatch(r"\d{4}", text):
        parts = [int(text)]
    elif match := re.fullmatch(r"(\d{1,2})[/.-](\d{4})", text):
        parts = [int(match[2]), int(match[1])]
    else:
        return PartialDate.of(parse_day(text))
    if parts[0] < EARLIEST_YEAR or not 1 <= (parts[1] if len(parts) > 1 else 1) <= 12:
        raise ValueError(text)
    return PartialDate(*parts)


def day_before(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=1)


def day_after(day: dt.date) -> dt.date:
    return day + dt.timedelta(days=1)


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day `months` later; where it does not exist, the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def full_years_between(start: dt.date, end: dt.date) -> int:
    """Completed years; 29 February completes on 28 February of a common year."""
    years = end.year - start.year
    return years if add_months(start, 12 * years) <= end else years - 1


def latest_start(years: int, end: dt.date) -> dt.date:
    """The latest day from which `years` are completed on `end`."""
    day = add_months(end, -12 * years)
    after = day + dt.timedelta(days=1)
    return after if full_years_between(after, end) >= years else day


def time_between(start: dt.date, end: dt.date) -> tuple[int, int, int]:
    """Completed years, months beyond them and days beyond those, as a person counts an age."""
    months = (end.year - start.year) * 12 + end.month - start.month
    if add_months(start, months) > end:
        months -= 1
    return *divmod(months, 12), (end - add_months(start, months)).days


@dataclass(frozen=True)
class Period:
    """A stretch of days, both ends included."""

    first: dt.date
    last: dt.date

    def __post_init__(self):
        if self.last < self.first:
            raise ValueError(f"{self.last} lies before {self.first}")

    @classmethod
    def of_year(cls, year: int) -> "Period":
        return cls(dt.date(year, 1, 1), dt.date(year, 12, 31))

    @classmethod
    def of_quarter(cls, year: int, quarter: int) -> "Period":
        if not 1 <= quarter <= 4:
            raise ValueError(f"no quarter {quarter}")
        last_month = quarter * 3
        last = calendar.monthrange(year, last_month)[1]
        return cls(dt.date(year, last_month - 2, 1), dt.date(year, last_month, last))

    @classmethod
    def of_month(cls, year: int, month: int) -> "Period":
        return cls(
            dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])
        )

    def __contains__(self, day: dt.date) -> bool:
        return self.first <= day <= self.last

    @property
    def opening(self) -> dt.date:
        """The evening before the first day: opening figures are as on this day."""
        return day_before(self.first)

    def until(self, day: dt.date) -> "Period":
        """The part up to `day`; a period that begins later stays as it is."""
        return Period(self.first, min(self.last, max(day, self.first)))


def quarter_of(day: dt.date) -> int:
    return (day.month - 1) // 3 + 1


def roman_quarter(quarter: int) -> str:
    return ("I", "II", "III", "IV")[quarter - 1]


def write_on_paper(day: dt.date) -> str:
    """`ngày 05 tháng 02 năm 2019`: days below 10 and months 1 and 2 are padded (05-HD/VPTW)."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def count_on_paper(count: int) -> str:
    """Counts below 10 are written with a leading zero in Party papers: 05, 00 stays 0."""
    return f"{count:02d}" if 0 < count < 10 else f"{count}"
