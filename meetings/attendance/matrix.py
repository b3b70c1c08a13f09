"""Who came to which meeting of a year: members by meetings of one cell, or of the committee (chuyên cần).

The people are those of the rolls, so nobody is asked for on a day of which the roll does not
know them: who had not come yet, or had left, is outside.
"""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cells.attendance import Attendance, total_attendance
from cells.models import Cell, Committee
from meetings.models import Attendance as RollRow
from meetings.models import Meeting
from members.models import Member, Placement, Position
from partyunit.dates import Period, day_before

State = RollRow.State
OUTSIDE = "outside"
# So many meetings missed in a row without a reason are marked: a member who takes no part in the
# cell's life for three months of a year and has no reason is considered for removal (Điều lệ Đảng,
# Điều 8), and a cell meets monthly.
RUN = 3
# As the office's own attendance books write them: a shape or a letter, and its word.
SIGNS: dict[str, tuple[str, str | Promise]] = {
    State.PRESENT: ("x", gettext_lazy("có mặt")),
    State.EXCUSED: ("P", gettext_lazy("vắng có lý do")),
    State.ABSENT: ("K", gettext_lazy("vắng không lý do")),
    State.EXEMPT: ("M", gettext_lazy("được miễn, đình chỉ")),
    State.ELSEWHERE: ("N", gettext_lazy("sinh hoạt nơi khác")),
    State.NOT_RECORDED: ("?", gettext_lazy("chưa ghi")),
    OUTSIDE: ("", gettext_lazy("ngoài danh sách ngày ấy")),
}


@dataclass(frozen=True, kw_only=True)
class Body:
    """Whose meetings: a cell's, or without a cell those of the committee itself."""

    committee: Committee
    cell: Cell | None = None

    @property
    def meetings(self) -> Q:
        if self.cell:
            return Q(cell=self.cell)
        return Q(committee=self.committee, cell__isnull=True)

    def spans(self, period: Period):
        """What made people belong to it: placements in the cell, posts in the committee."""
        if self.cell:
            return Placement.objects.during(period).filter(cell=self.cell)
        posts = Position.objects.during(period).filter(title__in=Position.COMMITTEE)
        return posts.filter(committee=self.committee)


@dataclass
class Mark:
    """One member at one meeting. `in_run` when it is one of `RUN` or more missed in a row."""

    meeting: Meeting
    state: str
    reason: str = ""
    in_run: bool = False

    @property
    def sign(self) -> str:
        return SIGNS[self.state][0]

    @property
    def words(self) -> str:
        """What is heard, and what the pointer shows."""
        words = str(SIGNS[self.state][1])
        if self.state == State.EXEMPT:  # the reason says which of the two
            return self.reason or words
        return f"{words}: {self.reason}" if self.reason else words


@dataclass
class MemberRow:
    """One member of the body; who was a guest by letter has such a row of those meetings."""

    member: Member
    marks: list[Mark]
    is_guest: bool = False
    url: str = ""
    notes: list[str] = field(default_factory=list)  # since when, until when, if it is in the period
    by_column: list[Mark | None] = field(default_factory=list)  # with nothing for meetings to come
    before: list[Mark] = field(default_factory=list)  # where a stretch may have begun

    @cached_property
    def attendance(self) -> Attendance:
        return Attendance.of(mark.state for mark in self.marks if mark.state != OUTSIDE)

    @property
    def longest_run(self) -> int:
        return max((len(run) for run in self._runs), default=0)

    def mark_runs(self) -> None:
        for run in self._runs:
            for mark in run:
                mark.in_run = len(run) >= RUN

    @property
    def _runs(self) -> list[list[Mark]]:
        """The stretches that reach into the period."""
        here = {mark.meeting.pk for mark in self.marks}
        return [run for run in runs_of([*self.before, *self.marks]) if run[-1].meeting.pk in here]


def runs_of(marks: list[Mark]) -> list[list[Mark]]:
    """The stretches of meetings missed one after the other without a reason.

    Where the member need not come (exempt, elsewhere, outside) a stretch goes on; a meeting
    attended or missed with a reason ends it, and so does one nobody has recorded: that is no
    absence.
    """
    runs: list[list[Mark]] = [[]]
    for mark in marks:
        if mark.state == State.ABSENT:
            runs[-1].append(mark)
        elif mark.state in (State.PRESENT, State.EXCUSED, State.NOT_RECORDED):
            runs.append([])
    return [run for run in runs if run]


SHORT_KINDS = {
    Meeting.Kind.THEMATIC: "CĐ",
    Meeting.Kind.MODEL: "M",
    Meeting.Kind.EXTRAORDINARY: "BT",
}


@dataclass(frozen=True)
class Column:
    """One meeting: held, with who came of the own people, or still to come."""

    meeting: Meeting
    attendance: Attendance

    @property
    def short_kind(self) -> str:
        """Nothing for what is the rule; the key says the others in full."""
        return SHORT_KINDS.get(Meeting.Kind(self.meeting.kind), "")

    @property
    def is_held(self) -> bool:
        return self.meeting.state == Meeting.State.HELD


@dataclass(frozen=True, kw_only=True)
class Matrix:
    """Members by meetings of one body in a year or a part of it, as known on a day."""

    body: Body
    columns: list[Column]
    own: list[MemberRow]
    guests: list[MemberRow]

    @property
    def rows(self) -> list[MemberRow]:
        return [*self.own, *self.guests]

    @cached_property
    def attendance(self) -> Attendance:
        """Of the own people at all meetings held: the body's rate."""
        return total_attendance(row.attendance for row in self.own)

    @property
    def held(self) -> int:
        return sum(column.is_held for column in self.columns)

    @property
    def in_runs(self) -> list[MemberRow]:
        return [row for row in self.own if row.longest_run >= RUN]


def read_matrix(
    body: Body, period: Period, *, day: dt.date, kind: str, is_today: bool, user
) -> Matrix:
    """Of a year or a part of it; five statements, however many members and meetings."""
    meetings = _meetings(body, period, day=day, kind=kind, is_today=is_today)
    held = [meeting for meeting in meetings if meeting.state == Meeting.State.HELD]
    rolls = RollRow.objects.valid().filter(meeting__in=held).select_related("member")
    found: dict[tuple[bool, Member], dict[int, RollRow]] = defaultdict(dict)
    for row in rolls:
        found[row.standing == RollRow.Standing.TEMPORARY, row.member][row.meeting_id] = row
    before = _marks_before(body, period, kind=kind, members={member for _guest, member in found})
    rows = [
        _row(key, of_meeting, meetings=meetings, before=before) for key, of_meeting in found.items()
    ]
    rows.sort(key=lambda row: (row.is_guest, row.member.sort_name, row.member.pk))
    own = [row for row in rows if not row.is_guest]
    _tell_spans(rows, body, period)
    _link(rows, user)
    return Matrix(
        body=body,
        columns=_columns(meetings, own),
        own=own,
        guests=rows[len(own) :],
    )


def _meetings(body: Body, period: Period, *, day: dt.date, kind: str, is_today: bool):
    """Held up to the day, and those planned: seen from today also the ones ahead."""
    known = Q(state=Meeting.State.HELD, meets_on__lte=day)
    planned = Q(state=Meeting.State.PLANNED)
    known |= planned if is_today else planned & Q(meets_on__lte=day)
    meetings = Meeting.objects.valid().filter(
        body.meetings, known, meets_on__range=(period.first, period.last)
    )
    if kind:
        meetings = meetings.filter(kind=kind)
    return list(meetings.order_by("meets_on", "pk"))


def _marks_before(
    body: Body, period: Period, *, kind: str, members: set[Member]
) -> dict[tuple[bool, int], list[Mark]]:
    """How the same people came before: three in a row do not begin anew in January."""
    meetings = Meeting.objects.held_in(time_before(period)).filter(body.meetings)
    if kind:
        meetings = meetings.filter(kind=kind)
    rolls = RollRow.objects.valid().filter(meeting__in=meetings.order_by(), member__in=members)
    found: dict[tuple[bool, int], list[Mark]] = defaultdict(list)
    for row in rolls.select_related("meeting").order_by("meeting__meets_on", "meeting"):
        is_guest = row.standing == RollRow.Standing.TEMPORARY
        found[is_guest, row.member_id].append(Mark(row.meeting, row.state))
    return found


def time_before(period: Period) -> Period:
    """From the year before on, where a stretch that reaches into the period may have begun."""
    return Period(dt.date(period.first.year - 1, 1, 1), day_before(period.first))


def _row(
    key, of_meeting: dict[int, RollRow], *, meetings: list[Meeting], before: dict
) -> MemberRow:
    is_guest, member = key
    by_column = [_mark(meeting, of_meeting.get(meeting.pk)) for meeting in meetings]
    marks = [mark for mark in by_column if mark is not None]
    row = MemberRow(member, marks, is_guest=is_guest, by_column=by_column)
    row.before = before.get((is_guest, member.pk), [])
    row.mark_runs()
    return row


def _mark(meeting: Meeting, told: RollRow | None) -> Mark | None:
    if meeting.state != Meeting.State.HELD:
        return None
    return Mark(meeting, told.state, told.reason) if told else Mark(meeting, OUTSIDE)


def _columns(meetings: list[Meeting], own: list[MemberRow]) -> list[Column]:
    states = defaultdict(list)
    for row in own:
        for mark in row.marks:
            if mark.state != OUTSIDE:
                states[mark.meeting.pk].append(mark.state)
    return [Column(meeting, Attendance.of(states[meeting.pk])) for meeting in meetings]


def _tell_spans(rows: list[MemberRow], body: Body, period: Period) -> None:
    """Who came or went within the period: since which day, until the end of which."""
    days: dict[int, list[str]] = defaultdict(list)
    members = [row.member.pk for row in rows]
    spans = body.spans(period).filter(member__in=members).order_by("from_on", "pk")
    for member, first, last in spans.values_list("member", "from_on", "to_on"):
        if first in period and first != period.first:
            days[member].append(_("từ %(day)s") % {"day": f"{first:%d/%m/%Y}"})
        if last is not None and last in period and last != period.last:
            days[member].append(_("đến hết %(day)s") % {"day": f"{last:%d/%m/%Y}"})
    for row in rows:
        row.notes = days[row.member.pk]


def _link(rows: list[MemberRow], user) -> None:
    """Who has left the cell is a name in its records: the page is out of its leaders' sight."""
    seen = set(Member.objects.visible_to(user).values_list("pk", flat=True))
    for row in rows:
        if row.member.pk in seen:
            row.url = reverse("members:detail", args=[row.member.pk])
