"""What was recorded of each meeting, found among the rows in memory.

`meetings.minutes.content` would read the same from the database with ten statements a meeting; a test
holds the two against each other.
"""

import datetime as dt
from collections import defaultdict
from copy import copy

from cells.models import OrganisationName
from meetings.minutes.content import Recorded
from meetings.models import (
    ActionItem,
    AgendaItem,
    Attendance,
    Guest,
    Meeting,
    Minutes,
    MinutesSection,
    Opinion,
    QualityScore,
    ScoreLine,
    Vote,
)
from meetings.reads import REGULAR
from meetings.score.scoring import Scored
from members.models import Position
from partyunit.text import sort_key
from reports.demo.loading.store import Store


def by_key(rows, name: str) -> dict[int | None, list]:
    found = defaultdict(list)
    for row in rows:
        found[getattr(row, name)].append(row)
    return found


class Freezer:
    """Reads the store once, then finds one meeting's rows after the other's."""

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
        self.votes = by_key(store.of(Vote), "meeting_id")
        lines = by_key(store.of(ScoreLine), "score_id")
        scores = store.of(QualityScore)
        self.scores = {row.meeting_id: Scored(row, lines[row.pk]) for row in scores}
        minutes = {row.pk: row.meeting_id for row in store.of(Minutes)}
        self.sections = defaultdict(dict)
        for row in store.of(MinutesSection):
            self.sections[minutes[row.minutes_id]][row.part] = row.text

    def recorded(self, meeting: Meeting) -> Recorded:
        owner = (None, meeting.cell_id) if meeting.cell_id else (meeting.committee_id, None)
        key = meeting.pk
        return Recorded(
            meeting=meeting,
            organisation=self.names[owner].name,
            superior=self.names[owner].superior_line,
            posts=self._posts(meeting),
            roll=sorted(self.roll[key], key=lambda row: (sort_key(row.member.full_name), row.pk)),
            guests=self.guests[key],
            returned_tasks=[being_done(row) for row in self._returned(meeting)],
            agenda=[(item, self.opinions[item.pk]) for item in self.agenda[key]],
            tasks=self.tasks[key],
            sections=self.sections[key],
            votes=self.votes[key],
            score=self.scores.get(key),
        )

    def _posts(self, meeting: Meeting) -> dict[int, str]:
        body = "cell_id" if meeting.cell_id else "committee_id"
        return {
            post.member_id: post.title
            for member in (meeting.chair, meeting.clerk)
            for post in reversed(self.positions[member.pk])
            if getattr(post, body) == getattr(meeting, body) and post.holds_on(meeting.meets_on)
        }

    def _returned(self, meeting: Meeting) -> list[ActionItem]:
        """Of earlier meetings, open or closed since the one where tasks were last gone through."""
        earlier = [m for m in self.meetings[meeting.cell_id] if m.meets_on < meeting.meets_on]
        regular = [m for m in earlier if m.kind == meeting.kind == REGULAR[bool(meeting.cell_id)]]
        last = (regular or earlier)[-1].meets_on if earlier else dt.date.min
        tasks = [task for before in earlier for task in self.tasks[before.pk]]
        found = [task for task in tasks if task.closed_on is None or task.closed_on > last]
        return sorted(found, key=lambda task: (task.due_on, task.pk))


def being_done(task: ActionItem) -> ActionItem:
    """What is open to this day was in hand at every meeting it came back to."""
    if task.closed_on is None:
        task = copy(task)
        task.state, task.result = ActionItem.State.DOING, ""
    return task
