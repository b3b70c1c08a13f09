"""The content of minutes as plain data: what is frozen at approval and what the paper prints.

Codes rather than words stand for states, so that the frozen content reads the same in every
language; names are those of the meeting's day.
"""

from documents.papers.digest import freeze
from documents.papers.layout import name_on, superior_on
from meetings.counts import count_roll
from meetings.models import Attendance, Meeting, Minutes, MinutesSection
from meetings.reads import tasks_that_come_back
from members.models import Position

FORMAT = 1


def compose(meeting: Meeting) -> dict:
    """Everything recorded of the meeting, in the order of the paper."""
    roll = list(
        meeting.attendances.valid().select_related("member").order_by("member__sort_name", "pk")
    )
    return {
        "format": FORMAT,
        "organisation": _organisation(meeting),
        "meeting": _head(meeting),
        "counts": _counts(roll),
        "roll": [_attendance(row) for row in roll],
        "guests": [_guest(row) for row in meeting.guests.valid().select_related("member")],
        "returned_tasks": [_task(row) for row in tasks_that_come_back(meeting)],
        "agenda": _agenda(meeting),
        "tasks": [_task(row) for row in meeting.action_items.valid().select_related("assignee")],
        "sections": _sections(meeting),
    }


def content_of(meeting: Meeting, minutes: Minutes | None) -> dict:
    """The frozen content of approved minutes, else the content as it stands."""
    if minutes and minutes.frozen and minutes.state == Minutes.State.APPROVED:
        return minutes.frozen
    return compose(meeting)


def digest(content: dict) -> str:
    """SHA-256 of the content in its one canonical way of writing."""
    return freeze(content)[1]


def _organisation(meeting: Meeting) -> dict:
    """The names as papers of the meeting's day print them."""
    owner = meeting.cell or meeting.committee
    return {
        "committee_id": meeting.committee_id,
        "cell_id": meeting.cell_id,
        "name": name_on(meeting.meets_on, owner=owner),
        "superior": superior_on(meeting.meets_on, owner=owner),
        "place": meeting.committee.place,
    }


def _head(meeting: Meeting) -> dict:
    return {
        "id": meeting.pk,
        "kind": meeting.kind,
        "counts_for": meeting.counts_for.isoformat(),
        "meets_on": meeting.meets_on.isoformat(),
        "starts_at": _time(meeting.starts_at),
        "ends_at": _time(meeting.ends_at),
        "place": meeting.place,
        "topic": meeting.topic,
        "chair": _leader(meeting, meeting.chair),
        "clerk": _leader(meeting, meeting.clerk),
    }


def _time(value) -> str | None:
    return value.strftime("%H:%M") if value else None


def _leader(meeting: Meeting, member) -> dict | None:
    if member is None:
        return None
    posts = Position.objects.active_on(meeting.meets_on).filter(member=member)
    owner = {"cell": meeting.cell} if meeting.cell_id else {"committee": meeting.committee}
    post = posts.filter(**owner).order_by("pk").first()
    return {**_person(member), "post": post.title if post else ""}


def _person(member) -> dict:
    return {"member_id": member.pk, "name": member.full_name}


def _counts(roll: list[Attendance]) -> dict:
    counts = count_roll(roll)
    return {
        standing: {state: counts.of(standing=standing, state=state) for state in Attendance.State}
        for standing in Attendance.Standing
    }


def _attendance(row: Attendance) -> dict:
    return {
        **_person(row.member),
        "standing": row.standing,
        "state": row.state,
        "reason": row.reason,
    }


def _guest(row) -> dict:
    return {
        "member_id": row.member_id,
        "name": str(row),
        "organisation": row.organisation,
        "capacity": row.capacity,
    }


def _agenda(meeting: Meeting) -> list[dict]:
    items = meeting.agenda.valid().select_related("presenter").prefetch_related("opinions__speaker")
    return [
        {
            "position": position,
            "title": item.title,
            "presenter": item.presenter.full_name if item.presenter else "",
            "summary": item.summary,
            "opinions": [_opinion(row) for row in item.opinions.all() if not row.is_voided],
            "conclusion": item.conclusion,
        }
        for position, item in enumerate(items, start=1)
    ]


def _opinion(row) -> dict:
    return {
        "member_id": row.speaker_id,
        "name": row.guest_name or str(row.speaker),
        "text": row.text,
        "self_criticism": row.is_self_criticism,
    }


def _task(row) -> dict:
    return {
        "id": row.pk,
        "task": row.task,
        "assignee": _person(row.assignee),
        "due_on": row.due_on.isoformat(),
        "state": row.state,
        "result": row.result,
        "closed_on": row.closed_on.isoformat() if row.closed_on else None,
    }


def _sections(meeting: Meeting) -> dict:
    rows = MinutesSection.objects.valid().filter(minutes=meeting.minutes)
    written = {row.part: row.text for row in rows}
    return {part: written.get(part, "") for part in MinutesSection.Part}
