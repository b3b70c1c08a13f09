"""The content of approved minutes, composed from the rows in memory.

It is what `meetings.content.compose` reads from the database, which would take ten statements
a meeting; a test holds the two against each other. Tasks stand as they stood at the meeting.
"""

import datetime as dt
from collections import defaultdict

from cells.models import OrganisationName
from meetings.content import FORMAT
from meetings.counts import count_roll
from meetings.models import (
    ActionItem,
    AgendaItem,
    Attendance,
    Guest,
    Meeting,
    Minutes,
    MinutesSection,
    Opinion,
)
from members.models import Member, Position
from partyunit.text import sort_key
from reports.demo.loading.store import Store


def by_key(rows, name: str) -> dict[int | None, list]:
    found = defaultdict(list)
    for row in rows:
        found[getattr(row, name)].append(row)
    return found


def person(member: Member) -> dict:
    return {"member_id": member.pk, "name": member.full_name}


class Freezer:
    """Reads the store once, then composes one meeting after the other."""

    def __init__(self, store: Store):
        self.names = {(row.committee_id, row.cell_id): row for row in store.of(OrganisationName)}
        self.positions = by_key(store.of(Position), "member_id")
        self.meetings = by_key(store.of(Meeting), "cell_id")
        for meetings in self.meetings.values():
            meetings.sort(key=lambda meeting: (meeting.meets_on, meeting.pk))
        self.roll = by_key(store.of(Attendance), "meeting_id")
        self.guests = by_key(store.of(Guest), "meeting_id")
        self.agenda = by_key(store.of(AgendaItem), "meeting_id")
        self.opinions = by_key(store.of(Opinion), "item_id")
        self.tasks = by_key(store.of(ActionItem), "meeting_id")
        minutes = {row.pk: row.meeting_id for row in store.of(Minutes)}
        self.sections = defaultdict(dict)
        for row in store.of(MinutesSection):
            self.sections[minutes[row.minutes_id]][row.part] = row.text

    def compose(self, meeting: Meeting) -> dict:
        roll = sorted(
            self.roll[meeting.pk], key=lambda row: (sort_key(row.member.full_name), row.pk)
        )
        return {
            "format": FORMAT,
            "organisation": self._organisation(meeting),
            "meeting": self._head(meeting),
            "counts": self._counts(roll),
            "roll": [self._attendance(row) for row in roll],
            "guests": [self._guest(row) for row in self.guests[meeting.pk]],
            "returned_tasks": [self._task(row, meeting) for row in self._returned(meeting)],
            "agenda": [self._item(row) for row in self.agenda[meeting.pk]],
            "tasks": [self._task(row, meeting, is_new=True) for row in self.tasks[meeting.pk]],
            "sections": {
                part: self.sections[meeting.pk].get(part, "") for part in MinutesSection.Part.values
            },
        }

    def _organisation(self, meeting: Meeting) -> dict:
        owner = (None, meeting.cell_id) if meeting.cell_id else (meeting.committee_id, None)
        return {
            "committee_id": meeting.committee_id,
            "cell_id": meeting.cell_id,
            "name": self.names[owner].name,
            "superior": self.names[owner].superior_line,
            "place": meeting.committee.place,
        }

    def _head(self, meeting: Meeting) -> dict:
        return {
            "id": meeting.pk,
            "kind": meeting.kind,
            "counts_for": meeting.counts_for.isoformat(),
            "meets_on": meeting.meets_on.isoformat(),
            "starts_at": meeting.starts_at.strftime("%H:%M"),
            "ends_at": meeting.ends_at.strftime("%H:%M"),
            "place": meeting.place,
            "topic": meeting.topic,
            "chair": self._leader(meeting, meeting.chair),
            "clerk": self._leader(meeting, meeting.clerk),
        }

    def _leader(self, meeting: Meeting, member: Member) -> dict:
        body = "cell_id" if meeting.cell_id else "committee_id"
        posts = (
            post.title
            for post in self.positions[member.pk]
            if getattr(post, body) == getattr(meeting, body) and post.holds_on(meeting.meets_on)
        )
        return {**person(member), "post": next(posts, "")}

    @staticmethod
    def _counts(roll: list[Attendance]) -> dict:
        counts = count_roll(roll)
        return {
            standing: {
                state: counts.of(standing=standing, state=state)
                for state in Attendance.State.values
            }
            for standing in Attendance.Standing.values
        }

    @staticmethod
    def _attendance(row: Attendance) -> dict:
        about = {"standing": row.standing, "state": row.state, "reason": row.reason}
        return {**person(row.member), **about}

    @staticmethod
    def _guest(row: Guest) -> dict:
        return {
            "member_id": row.member_id,
            "name": str(row),
            "organisation": row.organisation,
            "capacity": row.capacity,
        }

    def _item(self, row: AgendaItem) -> dict:
        return {
            "position": row.position,
            "title": row.title,
            "presenter": row.presenter.full_name if row.presenter else "",
            "summary": row.summary,
            "opinions": [
                {
                    "member_id": opinion.speaker_id,
                    "name": str(opinion.speaker),
                    "text": opinion.text,
                    "self_criticism": opinion.is_self_criticism,
                }
                for opinion in self.opinions[row.pk]
            ],
            "conclusion": row.conclusion,
        }

    # --- tasks ---------------------------------------------------------------------------------

    def _returned(self, meeting: Meeting) -> list[ActionItem]:
        """Of earlier meetings, open or closed since the one before this."""
        earlier = [m for m in self.meetings[meeting.cell_id] if m.meets_on < meeting.meets_on]
        last = earlier[-1].meets_on if earlier else dt.date.min
        tasks = [task for before in earlier for task in self.tasks[before.pk]]
        found = [task for task in tasks if task.closed_on is None or task.closed_on > last]
        return sorted(found, key=lambda task: (task.due_on, task.pk))

    @staticmethod
    def _task(row: ActionItem, meeting: Meeting, *, is_new: bool = False) -> dict:
        """As it stood that day: given just then, still being done, or done."""
        is_done = not is_new and row.closed_on is not None and row.closed_on <= meeting.meets_on
        open_state = ActionItem.State.OPEN if is_new else ActionItem.State.DOING
        return {
            "id": row.pk,
            "task": row.task,
            "assignee": person(row.assignee),
            "due_on": row.due_on.isoformat(),
            "state": str(ActionItem.State.DONE if is_done else open_state),
            "result": row.result if is_done else "",
            "closed_on": row.closed_on.isoformat() if is_done else None,
        }
