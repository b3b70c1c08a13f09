"""What a member took part in beside the meetings of the own cell: activities, meetings of other bodies.

The rows are of an upper room and reached by related managers only.
"""

import datetime as dt

from django.urls import reverse
from django.utils.translation import gettext as _

from cells.wording import body_title
from members.models import Member
from partyunit.listing import TimelineEntry


def activities_of(member: Member, day: dt.date, *, user) -> list:
    """Activities begun by the day in which the member is named, as far as the reader sees them,
    the latest first."""
    rows = member.participations.counted().visible_to(user).filter(activity__starts_on__lte=day)
    return list(rows.select_related("activity").order_by("-activity__starts_on", "-pk"))


def activities_url(member: Member, year: int) -> str:
    """The list of those of a year."""
    return f"{reverse('meetings:activities')}?member={member.pk}&year={year}"


def visits_of(member: Member, day: dt.date) -> list:
    """Meetings of other bodies the member came to, to learn (dự học tập); they count in no rate."""
    visits = member.visits.valid().filter(
        state="present",
        capacity="observer",
        meeting__state="held",
        meeting__voided_at__isnull=True,
        meeting__meets_on__lte=day,
    )
    return list(visits.select_related("meeting__cell").order_by("-meeting__meets_on", "-pk"))


def body_visited(visit) -> str:
    """Whose meeting it was."""
    cell = visit.meeting.cell
    return body_title(cell and cell.name)


def visit_entries(visits, *, tag: str):
    """A line of the timeline for each meeting visited."""
    for visit in visits:
        told = {"meeting": visit.meeting.title, "body": body_visited(visit)}
        text = _("Dự học tập: %(meeting)s, %(body)s.") % told
        yield TimelineEntry(visit.meeting.meets_on, _("Sinh hoạt"), text, tags=(tag,))


def activity_entries(member: Member, activities, *, tag: str):
    """One line a year, dated by the last one; it opens the year's activities."""
    years: dict[int, list[dt.date]] = {}
    for row in activities:
        years.setdefault(row.activity.starts_on.year, []).append(row.activity.starts_on)
    for year, days in years.items():
        text = _("Tham gia %(count)s hoạt động năm %(year)s.") % {"count": len(days), "year": year}
        link = {"url": activities_url(member, year), "link_text": _("danh sách")}
        yield TimelineEntry(max(days), _("Hoạt động"), text, tags=(tag,), **link)
