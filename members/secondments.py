"""Which months of a secondment owe a report, and what its page tells."""

import datetime as dt
from dataclasses import dataclass

from members.models import Secondment, SecondmentReport
from partyunit.dates import add_months

MONTHS_SHOWN = 12  # without a report, named one by one; the older ones are only counted


def months_of(secondment: Secondment, day: dt.date) -> list[dt.date]:
    """The first days of the months with a day of the secondment, up to the month of `day`, newest first.

    Each owes one report; that of the month of `day` is not late yet.
    """
    last = min(secondment.to_on or day, day)
    month, months = secondment.from_on.replace(day=1), []
    while month <= last:
        months.append(month)
        month = add_months(month, 1)
    return months[::-1]


@dataclass(frozen=True)
class MonthLine:
    """One month: its report, or that there is none yet."""

    month: dt.date
    report: SecondmentReport | None
    is_late: bool


@dataclass(frozen=True)
class MonthTable:
    """The months of a secondment, the newest first; of many without a report the older are counted."""

    lines: tuple[MonthLine, ...]

    @property
    def owed(self) -> list[dt.date]:
        return [line.month for line in self.lines if line.report is None]

    @property
    def shown(self) -> list[MonthLine]:
        named = set(self.owed[:MONTHS_SHOWN])
        return [line for line in self.lines if line.report or line.month in named]

    @property
    def unnamed(self) -> int:
        return len(self.lines) - len(self.shown)

    @property
    def meetings(self) -> int:
        return sum(line.report.meetings_attended for line in self.lines if line.report)

    @property
    def reported(self) -> int:
        return len(self.lines) - len(self.owed)


def month_table(secondment: Secondment, day: dt.date) -> MonthTable:
    """In one statement."""
    reports = {row.month: row for row in secondment.reports.valid()}
    this_month = day.replace(day=1)
    return MonthTable(
        tuple(
            MonthLine(month, reports.get(month), is_late=month < this_month)
            for month in months_of(secondment, day)
        )
    )
