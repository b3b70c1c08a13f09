"""The content of minutes as plain data: what is frozen at approval and what the paper prints.

Codes rather than words stand for states, so that the frozen content reads the same in every
language; names are those of the meeting's day.
"""

import datetime as dt
from copy import copy
from dataclasses import dataclass, field

from documents.papers.digest import freeze
from documents.papers.layout import name_on, superior_on
from meetings.models import (
    ActionItem,
    AgendaItem,
    Attendance,
    Guest,
    Meeting,
    Minutes,
    MinutesAddendum,
    MinutesSection,
    Opinion,
    Vote,
)
from meetings.reads import agenda_of, tasks_that_come_back
from meetings.roll.counts import count_roll
from meetings.score.scoring import Scored, as_data, read_score
from meetings.votes.voting import share_of
from members.models import Member, Position

# 1 knew no votes, no score and no number. 2 took every minutes for read out, and knew neither who
# was invited and stayed away nor what a task was put off to. Both still print (`.paper`).
FORMAT = 3


@dataclass(frozen=True)
class Recorded:
    """All that was recorded of a meeting: each kind of row in the order of the paper."""

    meeting: Meeting
    organisation: str
    superior: str
    posts: dict[int, str]  # the titles, in this body, of who chaired and who wrote
    roll: list[Attendance]
    guests: list[Guest]  # who came and who stayed away
    returned_tasks: list[ActionItem]
    agenda: list[tuple[AgendaItem, list[Opinion]]]
    tasks: list[ActionItem]
    sections: dict[str, str]
    number: str = ""  # of the minutes, given at approval
    votes: list[Vote] = field(default_factory=list)
    score: Scored | None = None


def compose(meeting: Meeting) -> dict:
    """Everything recorded of the meeting, in the order of the paper."""
    return lay_out(_recorded(meeting))


def _recorded(meeting: Meeting) -> Recorded:
    owner = meeting.cell or meeting.committee
    return Recorded(
        meeting=meeting,
        organisation=name_on(meeting.meets_on, owner=owner),
        superior=superior_on(meeting.meets_on, owner=owner),
        posts=_posts(meeting),
        roll=list(
            meeting.attendances.valid().select_related("member").order_by("member__sort_name", "pk")
        ),
        guests=list(meeting.guests.valid().select_related("member")),
        returned_tasks=list(tasks_that_come_back(meeting)),
        agenda=agenda_of(meeting),
        tasks=list(meeting.action_items.valid().select_related("assignee")),
        sections=_sections(meeting),
        number=_number(meeting),
        votes=list(meeting.votes.valid().select_related("member", "candidate", "rule")),
        score=read_score(meeting),
    )


def lay_out(recorded: Recorded) -> dict:
    """The rows as plain data."""
    return {
        "format": FORMAT,
        "number": recorded.number,
        "organisation": _organisation(recorded),
        "meeting": _head(recorded),
        "counts": _counts(recorded.roll),
        "roll": [_attendance(row) for row in recorded.roll],
        "guests": _guests(recorded.guests, Guest.State.PRESENT),
        "absent_guests": _guests(recorded.guests, Guest.State.ABSENT),
        "returned_tasks": [
            _returned(as_it_stood(row, recorded.meeting)) for row in recorded.returned_tasks
        ],
        "agenda": [
            _item(item, opinions, position=position)
            for position, (item, opinions) in enumerate(recorded.agenda, start=1)
        ],
        "votes": [_vote(row, recorded) for row in recorded.votes],
        "tasks": [_task(as_given(row)) for row in recorded.tasks],
        "score": as_data(recorded.score),
        "sections": {part: recorded.sections.get(part, "") for part in MinutesSection.Part},
    }


def as_given(task: ActionItem) -> ActionItem:
    """A task as its own meeting gave it, whatever was reported since."""
    task = copy(task)
    task.state, task.result, task.closed_on = ActionItem.State.OPEN, "", None
    return task


def as_it_stood(task: ActionItem, meeting: Meeting) -> ActionItem:
    """A task of an earlier meeting on the day of this one: closed and put off by then, or not yet."""
    day, task = meeting.meets_on, copy(task)
    if task.closed_on and task.closed_on > day:
        task = as_given(task)
        task.state = ActionItem.State.DOING
    if task.extended_on and task.extended_on > day:
        task.extended_to = None
    return task


def compose_addendum(addendum: MinutesAddendum) -> dict:
    """An addendum with the head of the minutes it corrects, and their code."""
    minutes = addendum.minutes
    approved = minutes.frozen or {}
    return {
        "format": FORMAT,
        "organisation": approved["organisation"],
        "meeting": approved["meeting"],
        "number": approved.get("number", ""),
        "minutes_code": minutes.code,
        "added_on": addendum.added_on.isoformat(),
        "added_by": str(addendum.added_by),
        "text": addendum.text,
    }


def content_of(meeting: Meeting, minutes: Minutes | None) -> dict:
    """The frozen content of approved minutes, else the content as it stands."""
    if minutes and minutes.frozen and minutes.state == Minutes.State.APPROVED:
        return minutes.frozen
    return compose(meeting)


def digest(content: dict) -> str:
    """SHA-256 of the content in its one canonical way of writing."""
    return freeze(content)[1]


# --- from the database -------------------------------------------------------------------------


def _posts(meeting: Meeting) -> dict[int, str]:
    """The highest post of each: a deputy may head the inspection committee as well."""
    posts = Position.objects.active_on(meeting.meets_on).filter(
        member__in=[meeting.chair_id, meeting.clerk_id], line=Position.Line.PARTY, **meeting.owner
    )
    order = list(Position.Title)
    ranked = sorted(posts, key=lambda post: order.index(Position.Title(post.title)), reverse=True)
    return {post.member_id: post.title for post in ranked}


def _number(meeting: Meeting) -> str:
    minutes = meeting.minutes
    return minutes.document.number if minutes and minutes.document else ""


def _sections(meeting: Meeting) -> dict[str, str]:
    rows = MinutesSection.objects.valid().filter(minutes=meeting.minutes)
    return {row.part: row.text for row in rows}


# --- as plain data -----------------------------------------------------------------------------


def _organisation(recorded: Recorded) -> dict:
    """The names as papers of the meeting's day print them."""
    meeting = recorded.meeting
    return {
        "committee_id": meeting.committee_id,
        "cell_id": meeting.cell_id,
        "name": recorded.organisation,
        "superior": recorded.superior,
        "place": meeting.committee.place,
    }


def _head(recorded: Recorded) -> dict:
    meeting = recorded.meeting
    return {
        "id": meeting.pk,
        "kind": meeting.kind,
        "counts_for": meeting.counts_for.isoformat(),
        "meets_on": meeting.meets_on.isoformat(),
        "starts_at": _time(meeting.starts_at),
        "ends_at": _time(meeting.ends_at),
        "place": meeting.place,
        "topic": meeting.topic,
        "chair": _leader(meeting.chair, recorded.posts),
        "clerk": _leader(meeting.clerk, recorded.posts),
    }


def _time(value) -> str | None:
    return value.strftime("%H:%M") if value else None


def _leader(member: Member | None, posts: dict[int, str]) -> dict | None:
    return {**_person(member), "post": posts.get(member.pk, "")} if member else None


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


def _guests(rows: list[Guest], state: Guest.State) -> list[dict]:
    return [
        {
            "member_id": row.member_id,
            "name": str(row),
            "organisation": row.organisation,
            "capacity": row.capacity,
        }
        for row in rows
        if row.state == state
    ]


def _item(item: AgendaItem, opinions: list[Opinion], *, position: int) -> dict:
    return {
        "position": position,
        "title": item.title,
        "presenter": item.presenter.full_name if item.presenter else "",
        "summary": item.summary,
        "opinions": [_opinion(row) for row in opinions],
        "conclusion": item.conclusion,
    }


def _opinion(row) -> dict:
    return {
        "member_id": row.speaker_id,
        "name": row.guest_name or str(row.speaker),
        "text": row.text,
        "self_criticism": row.is_self_criticism,
    }


def _vote(row: Vote, recorded: Recorded) -> dict:
    """The counts and the rule they were judged by; `item` is the position of the point voted on."""
    positions = {item.pk: number for number, (item, _o) in enumerate(recorded.agenda, start=1)}
    is_committee = recorded.meeting.cell_id is None
    return {
        "item": positions.get(row.item_id) if row.item_id else None,
        "matter": row.matter,
        "subject": row.subject,
        "about": row.person.full_name if row.person else "",
        "candidate": row.candidate_id is not None,
        "secret": row.is_secret,
        "for": row.votes_for,
        "against": row.votes_against,
        "other": row.votes_other,
        "other_views": row.other_views,
        "base": row.base,
        "voters": row.voters,
        "needed": row.needed,
        "share": list(share_of(row.rule, row.matter, is_committee=is_committee)),
        "passed": row.is_passed,
        "rule": row.rule.citation if row.rule else "",
    }


def _task(row) -> dict:
    return {
        "id": row.pk,
        "task": row.task,
        "assignee": _person(row.assignee),
        "due_on": row.due_on.isoformat(),
        "state": row.state,
        "result": row.result,
        "closed_on": _day(row.closed_on),
    }


def _returned(row) -> dict:
    return {**_task(row), "extended_to": _day(row.extended_to)}


def _day(value: dt.date | None) -> str | None:
    return value.isoformat() if value else None
