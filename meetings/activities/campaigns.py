"""What came of a study campaign: which cells met on it, what was done, how many took part."""

import datetime as dt
from dataclasses import dataclass, field

from django.db.models import Q
from django.urls import reverse

from cells.models import Cell
from cells.querysets import cell_name_on
from meetings.activities.participation import Sum, sum_up
from meetings.models import Activity, Campaign, Meeting, Participation

State = Meeting.State


@dataclass
class CampaignLine:
    """One cell: its meetings on the campaign's theme, held and planned, and its part in activities."""

    campaign: Campaign
    cell: Cell
    name: str
    is_standing: bool  # the cell stands on the day looked at
    meetings: list[Meeting] = field(default_factory=list)
    sum: Sum = field(default_factory=Sum)

    @property
    def has_met(self) -> bool:
        return any(meeting.state == State.HELD for meeting in self.meetings)

    @property
    def activities_url(self) -> str:
        """The list of those the cell took part in; each page names the people."""
        query = f"campaign={self.campaign.pk}&by={self.cell.pk}"
        return f"{reverse('meetings:activities')}?{query}"


def campaign_lines(campaign: Campaign, *, day: dt.date, user) -> list[CampaignLine]:
    """The cells in sight that stand on the day, and those that met or took part before it."""
    meetings = Meeting.objects.visible_to(user).standing().of_cells().filter(campaign=campaign)
    meetings = meetings.filter(Q(meets_on__lte=day) | Q(state=State.PLANNED))
    meetings = list(meetings.order_by("meets_on"))
    rows = Participation.objects.counted().visible_to(user)
    rows = rows.filter(activity__campaign=campaign, activity__starts_on__lte=day)
    sums = sum_up(rows).by_cell
    in_sight = Cell.objects.visible_to(user).filter(committee=campaign.committee_id)
    known = {meeting.cell_id for meeting in meetings} | {*sums}
    cells = in_sight.filter(
        Q(pk__in=known) | Q(pk__in=in_sight.existing_on(day).values("pk"))
    ).with_name_on(day)
    lines = {
        cell.pk: CampaignLine(
            campaign, cell, cell.name_on, cell.exists_on(day), sum=sums.get(cell.pk, Sum())
        )
        for cell in cells
    }
    for meeting in meetings:
        lines[meeting.cell_id].meetings.append(meeting)
    return list(lines.values())


def activities_of(campaign: Campaign, *, day: dt.date, user) -> list[Activity]:
    """Those of the campaign begun by the day or still to come, the latest first."""
    activities = Activity.objects.as_on(day).visible_to(user).valid().filter(campaign=campaign)
    activities = activities.filter(Q(starts_on__lte=day) | Q(state=Activity.State.PLANNED))
    activities = activities.annotate(cell_name=cell_name_on(day)).select_related("cell")
    return list(activities.with_participation(user))
