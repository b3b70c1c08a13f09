"""What is written of a meeting: each kind of row is read once, when somebody first asks for it.

The page is one of these, so that what is missing and what the record says for the score are told from the
rows the page shows; a service makes one for itself.
"""

from dataclasses import dataclass
from functools import cached_property

from meetings.models import (
    ActionItem,
    AgendaItem,
    Attendance,
    Guest,
    Meeting,
    MeetingPaper,
    Opinion,
    Vote,
)
from meetings.reads import agenda_of, rule_on, tasks_that_come_back
from meetings.roll.people import Expected, people_of
from meetings.score.facts import Fact, read_facts
from meetings.score.scoring import Scored, frame_of, read_score
from regulations.models import Regulation


@dataclass
class Written:
    """The valid rows of one meeting as they were at the first question."""

    meeting: Meeting

    @cached_property
    def expected(self) -> list[Expected]:
        """Who belongs on the roll."""
        return people_of(self.meeting)

    @cached_property
    def roll(self) -> list[Attendance]:
        return list(self.meeting.attendances.valid().select_related("member"))

    @cached_property
    def guests(self) -> list[Guest]:
        return list(self.meeting.guests.valid().select_related("member"))

    @cached_property
    def papers(self) -> list[MeetingPaper]:
        return list(self.meeting.papers.valid().select_related("document"))

    @cached_property
    def returned_tasks(self) -> list[ActionItem]:
        return list(tasks_that_come_back(self.meeting))

    @cached_property
    def agenda(self) -> list[tuple[AgendaItem, list[Opinion]]]:
        return agenda_of(self.meeting)

    @property
    def items(self) -> list[AgendaItem]:
        return [item for item, _opinions in self.agenda]

    @cached_property
    def votes(self) -> list[Vote]:
        return list(self.meeting.votes.valid())

    @cached_property
    def tasks(self) -> list[ActionItem]:
        """What was given, in its order."""
        return list(self.meeting.action_items.valid().select_related("assignee"))

    @cached_property
    def rule(self) -> Regulation | None:
        """The guide on cell meetings of that day."""
        return rule_on(self.meeting, "cell_meeting")

    # -- the score --------------------------------------------------------------------------

    @cached_property
    def score_frame(self) -> Regulation | None:
        return frame_of(self.meeting)

    @cached_property
    def scored(self) -> Scored | None:
        return read_score(self.meeting)

    @cached_property
    def facts(self) -> dict[str, Fact]:
        """What the record says, as the frame of the day asks it."""
        return read_facts(self, frame=self.score_frame) if self.score_frame else {}
