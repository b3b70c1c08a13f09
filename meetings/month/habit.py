"""When and where cells would meet in a month, by the regular meetings of the months before."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from cells.models import Cell
from meetings.models import Meeting
from meetings.month.pattern import next_day
from partyunit.dates import add_months
from regulations.models import Holiday

MONTHS_BACK = 6


@dataclass(frozen=True)
class Habit:
    """The last regular meeting, and the day the next one would be on."""

    before: Meeting
    day: dt.date

    @property
    def initial(self) -> dict:
        """What a plan begins with."""
        return {
            "meets_on": self.day,
            "starts_at": self.before.starts_at,
            "place": self.before.place,
        }


def habits_of(cells: Collection[Cell], month: dt.date) -> dict[int, Habit]:
    """By cell; one that did not meet in the last months has none."""
    met = defaultdict(list)
    meetings = Meeting.objects.standing().filter(
        cell__in=cells,
        kind=Meeting.Kind.REGULAR,
        counts_for__gte=add_months(month, -MONTHS_BACK),
        counts_for__lt=month,
    )
    for meeting in meetings.order_by("-counts_for"):
        met[meeting.cell_id].append(meeting)
    calendar = Holiday.objects.calendar()
    return {
        pk: Habit(before[0], next_day([one.meets_on for one in before], month, calendar=calendar))
        for pk, before in met.items()
    }
