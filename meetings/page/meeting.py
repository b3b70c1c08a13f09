"""What the page of a meeting shows: its rows and, for whoever logs it, a small form for each."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from meetings import rights
from meetings.forms import RowForm
from meetings.minutes.completeness import what_is_missing
from meetings.minutes.content import content_of
from meetings.minutes.paper import printable
from meetings.models import Attendance, Meeting, Minutes, QualityScore
from meetings.month.board import WEEKDAYS
from meetings.page.guidance import GUIDANCE
from meetings.page.papers import PaperParts
from meetings.page.preparation import Preparation
from meetings.page.row_forms import RowForms
from meetings.page.votes import VoteForms
from meetings.roll.counts import count_roll
from meetings.roll.invited import cells_to_invite
from meetings.roll.people import compare_roll
from meetings.score.page import ScoreOnPage
from meetings.votes import voting
from meetings.written import Written
from members.models import Oversight, Position

HEADS = ("items", "tasks", "returned")
STEPS = {
    "prepare": _("Chuẩn bị"),
    "open": _("Mở đầu"),
    "agenda": _("Tiến hành"),
    "close": _("Kết thúc"),
    "after": _("Sau họp"),
}


@dataclass(frozen=True, kw_only=True)
class Step:
    """One of the five steps of a meeting (42-HD/BTCTW, point 2.2), and whether it is done."""

    anchor: str
    name: str | Promise
    is_done: bool
    is_current: bool


@dataclass
class MeetingPage(PaperParts, RowForms, VoteForms, Preparation, Written):
    """One meeting as `user` works on it on the program's `day`; `bound` is a form sent back."""

    meeting: Meeting
    user: object
    day: dt.date
    bound: RowForm | None = None
    is_stray: bool = False  # it has no place on the page any more

    # -- state ----------------------------------------------------------------------------

    @cached_property
    def all_minutes(self) -> list[Minutes]:
        return list(self.meeting.all_minutes.order_by("-pk"))

    @cached_property
    def minutes(self) -> Minutes | None:
        return next((row for row in self.all_minutes if not row.is_voided), None)

    @cached_property
    def may_keep(self) -> bool:
        return rights.may_keep(self.user, self.meeting)

    @cached_property
    def is_open(self) -> bool:
        return rights.is_open_for_recording(self.meeting, self.minutes)

    @property
    def may_edit(self) -> bool:
        return self.may_keep and self.is_open

    @cached_property
    def may_agree(self) -> bool:
        return rights.may_agree(self.user, self.meeting)

    @cached_property
    def may_approve(self) -> bool:
        return self._is("submitted") and rights.may_approve(self.user, self.meeting)

    @cached_property
    def may_return(self) -> bool:
        return self._is("submitted") and rights.may_return(self.user, self.meeting)

    @cached_property
    def may_supplement(self) -> bool:
        return self._is("approved") and rights.may_supplement(self.user, self.meeting)

    def _is(self, state: str) -> bool:
        return self.minutes is not None and self.minutes.state == state

    @cached_property
    def lacks(self) -> list:
        return what_is_missing(self.meeting, day=self.day, written=self)

    @cached_property
    def steps(self) -> list[Step]:
        """The five steps; the first one with something missing is where one is."""
        lacking = {lack.anchor.split("-")[0] for lack in self.lacks}
        done = {
            "prepare": bool(self.roll),
            "open": not lacking & {"open", "roll", "guests"},
            "agenda": "agenda" not in lacking,
            "close": not lacking & {"close", "tasks"},
            "after": not self.is_open,
        }
        current = next((anchor for anchor, is_done in done.items() if not is_done), "")
        return [
            Step(anchor=anchor, name=name, is_done=done[anchor], is_current=anchor == current)
            for anchor, name in STEPS.items()
        ]

    heads = HEADS  # of the headings that carry a count
    guidance = GUIDANCE

    @property
    def next_step(self) -> tuple[int, Step]:
        """The first step after the preparation with something missing, and its number."""
        steps = list(enumerate(self.steps, start=1))
        return next((pair for pair in steps[1:] if not pair[1].is_done), steps[-1])

    @property
    def roll_differs(self) -> bool:
        return bool(self.roll) and bool(compare_roll(self.roll, self.expected))

    @cached_property
    def printed(self) -> dict:
        """The minutes in the words of the paper: the frozen ones, else as they stand."""
        return printable(self.content)

    @cached_property
    def content(self) -> dict:
        return content_of(self.meeting, self.minutes)

    @cached_property
    def addenda(self) -> list:
        return list(self.minutes.addenda.valid().select_related("added_by")) if self.minutes else []

    @property
    def weekday(self) -> str:
        return str(WEEKDAYS[self.meeting.meets_on.weekday()])

    @property
    def now(self) -> dt.datetime:
        """The real time: when something was saved."""
        return timezone.localtime()

    # -- rows -----------------------------------------------------------------------------

    @cached_property
    def roll(self) -> list[Attendance]:
        rows = super().roll
        posts = self.posts
        without = (len(Position.Title), "")
        people = sorted(
            rows, key=lambda row: (posts.get(row.member_id, without)[0], row.member.sort_name)
        )
        for row in people:
            row.post = posts.get(row.member_id, without)[1]
            row.marks = self._marks(row)
        return people

    @cached_property
    def posts(self) -> dict[int, tuple[int, str]]:
        """Post of the meeting's day by member: the leaders stand first on the roll."""
        owner = (
            {"cell": self.meeting.cell}
            if self.meeting.cell_id
            else {"committee": self.meeting.committee}
        )
        order = list(Position.Title)
        posts: dict[int, tuple[int, str]] = {}
        for row in Position.objects.active_on(self.meeting.meets_on).filter(**owner):
            post = (order.index(row.title), row.get_title_display())
            posts[row.member_id] = min(post, posts.get(row.member_id, post))
        return posts

    def _marks(self, row: Attendance) -> list[str]:
        roles = []
        if row.post:
            roles.append(row.post)
        if row.standing != Attendance.Standing.OFFICIAL:
            roles.append(row.get_standing_display())
        if row.member_id == self.meeting.chair_id:
            roles.append(Meeting._meta.get_field("chair").verbose_name)
        if row.member_id == self.meeting.clerk_id:
            roles.append(Meeting._meta.get_field("clerk").verbose_name)
        return [str(role) for role in roles]

    @cached_property
    def tasks_now(self) -> list:
        """What the meeting gave, as it stands today: the minutes tell it as it was given."""
        tasks = self.meeting.action_items.valid().as_on(self.day)
        return list(tasks.select_related("assignee").order_by("position", "pk"))

    @cached_property
    def counts(self):
        return count_roll(self.roll)

    @property
    def roll_figures(self) -> list[tuple[str | Promise, str | int]]:
        """What the roll came to, in words and figures."""
        counts = self.counts
        found: list[tuple[str | Promise, str | int]] = [
            (_("có mặt"), f"{counts.present}/{counts.total}"),
            *(
                (Attendance.Standing(standing).label, f"{present}/{total}")
                for standing, present, total in counts.by_standing()
            ),
            (_("có lý do"), counts.excused),
            (_("không lý do"), counts.absent),
        ]
        rare: list[tuple[str | Promise, int]] = [
            (_("được miễn"), counts.exempt),
            (_("nơi khác"), counts.elsewhere),
            (_("chưa ghi"), counts.not_recorded),
        ]
        return found + [(name, figure) for name, figure in rare if figure]

    @property
    def roll_by_state(self) -> list[tuple[str | Promise, list[Attendance]]]:
        """Who came and who did not, the leaders first; of approved minutes by the names these hold."""
        frozen = self.minutes.frozen if self.minutes and self._is("approved") else None
        names = {row["member_id"]: row["name"] for row in (frozen or {}).get("roll", [])}
        for row in self.roll:
            row.name = names.get(row.member_id, row.member.full_name)
        by_state = [
            (state.label, [row for row in self.roll if row.state == state])
            for state in Attendance.State
        ]
        return [(label, rows) for label, rows in by_state if rows]

    @cached_property
    def electorate(self) -> voting.Electorate:
        """Of whom votes are taken; before the roll is opened, of who belongs on it."""
        counts = self.counts if self.roll else count_roll(self.expected)
        return voting.electorate(counts, is_committee=self.meeting.cell_id is None)

    @cached_property
    def has_quorum(self) -> bool:
        return self.electorate.reaches(voting.quorum_of(self.meeting))

    @cached_property
    def overseers(self) -> list[Oversight]:
        if not self.meeting.cell_id:
            return []
        rows = Oversight.objects.active_on(self.meeting.meets_on).filter(cell=self.meeting.cell)
        return list(rows.select_related("member"))

    @cached_property
    def invited_cells(self) -> list:
        """The other cells whose members may be asked to it."""
        return list(cells_to_invite(self.meeting))

    @property
    def score_band(self) -> Promise | str:
        """Of the minutes shown, in the reader's language; the paper's own words stay Vietnamese."""
        score = self.content.get("score")
        return QualityScore.Band(score["band"]).label if score else ""

    @cached_property
    def score(self) -> ScoreOnPage:
        return ScoreOnPage(self)

    @property
    def item_count(self) -> int:
        return len(self.items)

    @cached_property
    def opinion_count(self) -> int:
        return sum(len(opinions) for _item, opinions in self.agenda)
