"""How often a member came to the meetings of the cells, year by year."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Max
from django.db.models.functions import ExtractYear
from django.urls import reverse

from cells.attendance import Attendance, count_states
from members.models import Member
from partyunit.dates import Period


@dataclass(frozen=True)
class YearOfMember:
    """One year: held meetings on whose roll the member stood, and how the roll was called.

    All of them count, those of a cell where the member was a guest by letter and of the committee too.
    """

    year: int
    attendance: Attendance
    last: dt.date

    def url(self, member: Member, attended: str = "") -> str:
        """The list of those meetings."""
        year = Period.of_year(self.year)
        url = f"{reverse('meetings:list')}?state=held&member={member.pk}"
        url += f"&from={year.first:%d/%m/%Y}&to={min(year.last, self.last):%d/%m/%Y}"
        return f"{url}&attended={attended}" if attended else url


def attendance_by_year(member: Member, day: dt.date) -> list[YearOfMember]:
    """The years up to `day` with a held meeting, oldest first; rolls are reached by related managers."""
    held = member.attendances.valid().filter(
        meeting__state="held", meeting__voided_at__isnull=True, meeting__meets_on__lte=day
    )
    years = (
        held.annotate(year=ExtractYear("meeting__meets_on"))
        .values("year")
        .order_by("year")
        .annotate(last=Max("meeting__meets_on"), **count_states())
    )
    return [YearOfMember(row["year"], Attendance.of_counts(row), row["last"]) for row in years]
