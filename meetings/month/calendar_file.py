"""Meetings as a calendar file (RFC 5545): to take into a phone once, or to subscribe to.

Only what is planned: what, when, where, how sure. No name of anybody stands in it, for an address
once subscribed to lies in phones and with the makers of their calendars; who reads it with an
own account is told the own part.
"""

import datetime as dt
from collections.abc import Iterable
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils import timezone, translation
from django.utils.crypto import salted_hmac

from meetings.models import Meeting
from meetings.month.board import MINUTES
from meetings.month.wording import body_of
from meetings.rights import may_open

ZONE = "Asia/Ho_Chi_Minh"
KEPT_SINCE = dt.date(2000, 1, 1)  # +07 all along: no summer time since
PRODUCT = "-//partyunit//meetings//VI"
REFRESH = dt.timedelta(hours=4)


@translation.override("vi")
def write_calendar(
    meetings: Iterable[Meeting], *, name: str, home: str, reader, minutes: int = MINUTES
) -> bytes:
    """The file. `home` is the program's own address; `reader` the account, with its access of the day.

    `minutes`: how long a meeting lasts whose end nobody wrote.
    """
    import icalendar  # takes a tenth of a second: only where a file is made

    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", ZONE)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add_component(icalendar.Timezone.from_tzid(ZONE, first_date=KEPT_SINCE))
    member = reader.member
    for meeting in meetings:
        url = f"{home}{reverse('meetings:detail', args=[meeting.pk])}"
        shown = url if may_open(reader, meeting) else ""
        calendar.add_component(_event(meeting, url=shown, member=member, minutes=minutes))
    return calendar.to_ical()


def _event(meeting: Meeting, *, url: str, member, minutes: int):
    import icalendar

    event = icalendar.Event()
    event.add("uid", uid_of(meeting))
    event.add("sequence", meeting.version)
    event.add("dtstamp", timezone.now())
    says_whose = meeting.kind == Meeting.Kind.COMMITTEE  # «Họp Đảng ủy tháng 3 năm 2019»
    whose = "" if says_whose else f" – {body_of(meeting)}"
    event.add("summary", f"{meeting.title}{whose}")
    event.add("location", meeting.place)
    event.add("status", status_of(meeting))
    event.add("transp", "OPAQUE")
    if url:
        event.add("url", url)
    begins, ends = _span(meeting, minutes)
    event.add("dtstart", begins)
    event.add("dtend", ends)
    if told := _description(meeting, member):
        event.add("description", told)
    return event


def _span(meeting: Meeting, minutes: int) -> tuple[dt.date, dt.date]:
    """Begin and end at the place; without an hour the whole day."""
    day = meeting.meets_on
    if meeting.starts_at is None:
        return day, day + dt.timedelta(days=1)
    begins = dt.datetime.combine(day, meeting.starts_at, ZoneInfo(ZONE))
    if meeting.ends_at is not None:
        return begins, dt.datetime.combine(day, meeting.ends_at, ZoneInfo(ZONE))
    return begins, begins + dt.timedelta(minutes=minutes)


def _description(meeting: Meeting, member) -> str:
    """The reader's own part, the topic, why it does not take place, that it is only proposed."""
    own = member is not None and {
        meeting.chair_id: "Đồng chí chủ trì.",
        meeting.clerk_id: "Đồng chí ghi biên bản.",
        meeting.attendant_id: "Đồng chí dự thay mặt Đảng ủy.",
    }.get(member.pk, "")
    lines = [
        own or "",
        f"Chủ đề: {meeting.topic}." if meeting.topic else "",
        "Chi bộ đề xuất, chưa thống nhất." if _is_proposal(meeting) else "",
        f"{str(meeting.get_state_display()).capitalize()}: {meeting.state_reason}."
        if meeting.state_reason
        else "",
    ]
    return "\n".join(line for line in lines if line)


def status_of(meeting: Meeting) -> str:
    """Cancelled when put off or given up, tentative while only proposed."""
    if not meeting.stands:
        return "CANCELLED"
    return "TENTATIVE" if _is_proposal(meeting) else "CONFIRMED"


def _is_proposal(meeting: Meeting) -> bool:
    return meeting.state == Meeting.State.PLANNED and meeting.agreed_at is None


def uid_of(meeting: Meeting) -> str:
    """The same for a meeting in every file of this office, and no other office's."""
    digest = salted_hmac("meetings.calendar", str(meeting.pk), algorithm="sha256").hexdigest()
    return f"{digest[:32]}@partyunit"
