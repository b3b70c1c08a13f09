"""Which months of a secondment owe a report and until when, and what its page tells of them."""

import calendar
import datetime as dt
from dataclasses import dataclass

from audit.services import entries_of
from members.models import Secondment, SecondmentReport
from partyunit.dates import add_months
from regulations.models import Regulation
from regulations.reminders import TOPIC, reminders_of

REMARK = "members.remark_on_secondment"  # the act, as the journal names it
MONTHS_SHOWN = 12  # without a report, named one by one; the older ones are only counted


def months_of(secondment: Secondment, day: dt.date) -> list[dt.date]:
    """The first days of the months with a day of the secondment, up to the month of `day`, newest first.

    Each owes one report; see `report_due_on`.
    """
    last = min(secondment.to_on or day, day)
    month, months = secondment.from_on.replace(day=1), []
    while month <= last:
        months.append(month)
        month = add_months(month, 1)
    return months[::-1]


def report_due_on(month: dt.date, number: int) -> dt.date:
    """The last day for a month's report: the office's day (`number`) of the month after it."""
    due_in = add_months(month, 1)
    last = calendar.monthrange(due_in.year, due_in.month)[1]
    return due_in.replace(day=min(max(number, 1), last))


def day_of_reports(day: dt.date, *, committee: int) -> int:
    """Until which day of the next month a report is to come, by the office's own rule of the day."""
    rule = Regulation.objects.of_day(topic=TOPIC, day=day, committee=committee)
    return reminders_of(rule)["secondment_day"]


@dataclass(frozen=True)
class MonthLine:
    """One month: its report, or that there is none yet."""

    month: dt.date
    report: SecondmentReport | None
    due_on: dt.date
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


def remarks_of(secondment: Secondment, day: dt.date) -> list[tuple[dt.date, str]]:
    """What the host cell had said by the day, newest first.

    The row keeps the last remark, the journal each that a remark of another day took the place
    of; a correction with its reason leaves none behind.
    """
    told = [(secondment.remarked_on, secondment.remark)]
    for entry in entries_of(secondment).filter(action=REMARK).reverse():
        said_on, words = (entry.before.get(name) for name in ("remarked_on", "remark"))
        if said_on and words:
            told.append((dt.date.fromisoformat(said_on), words))
    return [(said_on, words) for said_on, words in told if said_on and said_on <= day]


def month_table(secondment: Secondment, day: dt.date) -> MonthTable:
    """The months up to the day with the reports handed in by then, in two statements."""
    rows = secondment.reports.valid().filter(handed_in_on__lte=day)
    reports = {row.month: row for row in rows}
    number = day_of_reports(day, committee=secondment.host_cell.locality.committee_id)
    lines = []
    for month in months_of(secondment, day):
        due_on = report_due_on(month, number)
        lines.append(MonthLine(month, reports.get(month), due_on, is_late=due_on < day))
    return MonthTable(tuple(lines))
