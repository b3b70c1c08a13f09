"""What the record of a meeting says about its quality: shares in whole numbers, told in words.

The frame of the day (`regulations.criteria`) says which of them give points, and by which steps.
A fact of which nothing was recorded (no hours, no papers, no task of last time) is not there: the
points are then a person's to give.
"""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils import translation
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from cells.attendance import Attendance as Came
from meetings.models import (
    ActionItem,
    AgendaItem,
    Attendance,
    Meeting,
    MeetingPaper,
    MinutesSection,
    Opinion,
    Vote,
)
from partyunit.shares import percent
from partyunit.templatetags.components import percent as in_percent
from regulations.criteria import Criterion
from regulations.models import Regulation

if TYPE_CHECKING:
    from meetings.written import Written

OWN = (Attendance.Standing.OFFICIAL, Attendance.Standing.PROBATIONARY)
TOLD_BY_ALL = ("length", "present", "spoke", "conclusions")  # once the record is complete
CRITICISM = MinutesSection.Part.SELF_CRITICISM


@dataclass(frozen=True)
class Fact:
    """A part of a whole and the sentence that tells it."""

    part: int
    whole: int
    sentence: str | Promise
    also: dict = field(default_factory=dict)

    @property
    def words(self) -> str:
        """`có mặt 11/13 = 84,6 %`."""
        share = in_percent(percent(self.part, self.whole))
        told = {"part": self.part, "whole": self.whole, "percent": share, **self.also}
        return str(self.sentence) % told


@dataclass(frozen=True)
class Suggestion:
    """The points a fact gives on a criterion; where some are lost, why, as the minutes print it."""

    points: Decimal
    reason: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """The rows of a meeting that its quality is read off."""

    meeting: Meeting
    roll: list[Attendance]
    agenda: list[tuple[AgendaItem, list[Opinion]]]
    returned_tasks: list[ActionItem]
    tasks: list[ActionItem]
    papers: list[MeetingPaper]
    votes: list[Vote]
    sections: dict[str, str]
    guide: Regulation | None  # on cell meetings, of that day
    papers_days: int

    @classmethod
    def read(cls, written: "Written", *, frame: Regulation) -> "Evidence":
        minutes = written.meeting.minutes
        sections = MinutesSection.objects.valid().filter(minutes=minutes, part=CRITICISM)
        return cls(
            meeting=written.meeting,
            roll=written.roll,
            agenda=written.agenda,
            returned_tasks=written.returned_tasks,
            tasks=written.tasks,
            papers=written.papers,
            votes=written.votes,
            sections=dict(sections.values_list("part", "text")),
            guide=written.rule,
            papers_days=frame.parameters["papers_days"],
        )


def read_facts(written: "Written", *, frame: Regulation) -> dict[str, Fact]:
    return facts_of(Evidence.read(written, frame=frame))


def facts_of(evidence: Evidence) -> dict[str, Fact]:
    """The facts that are known, by the names of `regulations.criteria.FACTS`."""
    found = {
        "length": _length(evidence),
        "present": _present(evidence),
        "spoke": _spoke(evidence),
        "papers": _papers(evidence),
        "tasks": _tasks(evidence),
        "criticism": _criticism(evidence),
        "conclusions": _conclusions(evidence),
        "votes": _votes(evidence),
        "assigned": _assigned(evidence),
    }
    return {name: fact for name, fact in found.items() if fact is not None}


def suggest(criterion: Criterion, facts: dict[str, Fact]) -> Suggestion | None:
    """What the record gives on the criterion; None where it gives nothing and a person decides."""
    fact = facts.get(criterion.fact)
    if fact is None:
        return None
    points = criterion.points_for(fact.part, fact.whole)
    with translation.override("vi"):
        reason = "" if points == criterion.most else capfirst(fact.words)
    return Suggestion(points, reason, fact.words)


def _length(evidence: Evidence) -> Fact | None:
    """Against the guide's least minutes, more for a large cell."""
    meeting, guide = evidence.meeting, evidence.guide
    if not (meeting.starts_at and meeting.ends_at and guide and evidence.roll):
        return None
    own = sum(row.standing in OWN for row in evidence.roll)
    size = "large" if own >= guide.parameters["large_from"] else "small"
    day = meeting.meets_on
    held = dt.datetime.combine(day, meeting.ends_at) - dt.datetime.combine(day, meeting.starts_at)
    sentence = _("họp %(part)s phút, quy định ít nhất %(whole)s phút")
    return Fact(held.seconds // 60, guide.parameters[f"minutes_{size}"], sentence)


def _present(evidence: Evidence) -> Fact | None:
    """By the program's one rate: exempt members and those elsewhere by letter are outside the base."""
    came = Came.of(row.state for row in evidence.roll if row.standing in OWN)
    if not came.belong or came.not_recorded:
        return None
    return Fact(came.present, came.belong, _("có mặt %(part)s/%(whole)s = %(percent)s"))


def _spoke(evidence: Evidence) -> Fact | None:
    present = {row.member_id for row in evidence.roll if row.state == Attendance.State.PRESENT}
    if not present:
        return None
    spoke = {opinion.speaker_id for _item, opinions in evidence.agenda for opinion in opinions}
    sentence = _("phát biểu %(part)s/%(whole)s đồng chí có mặt = %(percent)s")
    return Fact(len(spoke & present), len(present), sentence)


def _papers(evidence: Evidence) -> Fact | None:
    if not evidence.papers:
        return None
    last = evidence.meeting.meets_on - dt.timedelta(days=evidence.papers_days)
    in_time = sum(bool(row.sent_on and row.sent_on <= last) for row in evidence.papers)
    sentence = _("%(part)s/%(whole)s tài liệu gửi trước %(days)s ngày")
    return Fact(in_time, len(evidence.papers), sentence, {"days": evidence.papers_days})


def _tasks(evidence: Evidence) -> Fact | None:
    """Done by the day of the meeting, of those that came back and were due by then.

    What was dropped is no task, and what has time beyond the meeting is not asked for yet.
    """
    day, state = evidence.meeting.meets_on, ActionItem.State
    back = evidence.returned_tasks
    done = sum(row.is_closed_on(day) and row.state != state.DROPPED for row in back)
    undone = [row for row in back if not row.is_closed_on(day)]
    due = sum(row.last_day <= day for row in undone)
    if not done + due:
        return None
    sentence = _("xong %(part)s/%(whole)s việc lần trước = %(percent)s")
    if later := len(undone) - due:
        sentence = _(
            "xong %(part)s/%(whole)s việc lần trước = %(percent)s, chưa kể %(later)s việc còn hạn"
        )
    return Fact(done, done + due, sentence, {"later": later})


def _criticism(evidence: Evidence) -> Fact:
    said = any(opinion.is_self_criticism for _item, all_ in evidence.agenda for opinion in all_)
    if said or evidence.sections.get(CRITICISM):
        return Fact(1, 1, _("có tự phê bình và phê bình"))
    return Fact(0, 1, _("không ghi ý kiến tự phê bình, phê bình nào"))


def _conclusions(evidence: Evidence) -> Fact | None:
    if not evidence.agenda:
        return None
    concluded = sum(bool(item.conclusion) for item, _opinions in evidence.agenda)
    return Fact(concluded, len(evidence.agenda), _("%(part)s/%(whole)s nội dung có kết luận"))


def _votes(evidence: Evidence) -> Fact:
    if evidence.votes:
        return Fact(1, 1, _("có biểu quyết"))
    return Fact(0, 1, _("không ghi lần biểu quyết nào"))


def _assigned(evidence: Evidence) -> Fact:
    """A task given always says to whom and by when (`ActionItem`)."""
    if evidence.tasks:
        sentence = _("giao %(count)s việc, rõ người, rõ hạn")
        return Fact(1, 1, sentence, {"count": len(evidence.tasks)})
    return Fact(0, 1, _("không giao việc nào"))
