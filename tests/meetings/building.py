"""A meeting brought to a given point through the program's own services."""

import datetime as dt
import uuid

from django.urls import reverse

from cells.models import Term
from meetings import services
from meetings.minutes.content import compose
from meetings.models import ActionItem, AgendaItem, Attendance, Meeting, MinutesSection
from meetings.page.suggestions import suggest
from tests import factories

TODAY = dt.date(2019, 3, 13)
FEBRUARY, DUE = dt.date(2019, 2, 12), dt.date(2019, 2, 28)  # the meeting before, its task


def planned(cell, *, meets_on=TODAY, **also) -> Meeting:
    """Planned in a cell that is in a term, as every cell that numbers its papers."""
    if not Term.objects.filter(cell=cell).exists():
        factories.TermFactory(cell=cell)
    return factories.MeetingFactory(cell=cell, meets_on=meets_on, **also)


def agreed(meeting: Meeting, *, by) -> Meeting:
    return services.agree_to_plan(meeting=meeting, version=meeting.version, by=by)


def everyone_present(meeting: Meeting, by) -> Meeting:
    services.open_roll(meeting=meeting, by=by)
    services.mark_everyone_present(meeting=meeting, on=meeting.meets_on, by=by)
    return meeting


def recorded(meeting: Meeting, *, chair, clerk, by) -> Meeting:
    """Everything written that a submission asks for."""
    everyone_present(meeting, by)
    services.record_course(
        meeting=meeting,
        version=Meeting.objects.get(pk=meeting.pk).version,
        by=by,
        starts_at=dt.time(14, 0),
        ends_at=dt.time(15, 45),
        chair=chair,
        clerk=clerk,
    )
    point(meeting, by=by)
    conclude(meeting, by=by)
    meeting.refresh_from_db()
    return meeting


def point(
    meeting: Meeting, *, by, title="Nhiệm vụ tháng 3", conclusion="Thống nhất."
) -> AgendaItem:
    return services.save_row(
        AgendaItem,
        meeting=meeting,
        uid=uuid.uuid4(),
        version=0,
        by=by,
        title=title,
        conclusion=conclusion,
    )


def conclude(meeting: Meeting, *, by, text="Hoàn thành các nội dung.") -> MinutesSection:
    return services.save_row(
        MinutesSection,
        meeting=meeting,
        uid=uuid.uuid4(),
        version=0,
        by=by,
        part="conclusion",
        text=text,
    )


def give_task(meeting: Meeting, *, to, by) -> ActionItem:
    return services.save_row(
        ActionItem,
        meeting=meeting,
        uid=uuid.uuid4(),
        version=0,
        by=by,
        task="Lập lịch tuần tra",
        assignee=to,
        due_on=DUE,
    )


def submitted(meeting: Meeting, *, chair, clerk, by, on=TODAY):
    recorded(meeting, chair=chair, clerk=clerk, by=by)
    return services.submit_minutes(meeting=meeting, on=on, by=by)


def approved(meeting: Meeting, *, chair, clerk, by, on=TODAY):
    minutes = submitted(meeting, chair=chair, clerk=clerk, by=by, on=on)
    return services.approve_minutes(minutes=minutes, on=on, by=by)


def state_of(meeting: Meeting, member) -> str:
    return Attendance.objects.valid().get(meeting=meeting, member=member).state


def sign_in(page, live_server, username) -> None:
    page.goto(live_server.url + reverse("accounts:sign_in"))
    page.fill("input[name=username]", username)
    page.fill("input[name=password]", factories.PASSWORD)
    page.click("main button[type=submit]")


def suggested(meeting: Meeting, part: str) -> str:
    """What the record offers for a part of the prose."""
    return suggest(part, compose(meeting))
