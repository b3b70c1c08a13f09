"""The month's board of all cells, and the desk of a cell leader."""

import datetime as dt
from dataclasses import dataclass, field

from django.db.models import Q
from django.utils.translation import gettext as _

from cells.models import Cell
from cells.wording import cell_title
from meetings.models import ActionItem, Meeting, Minutes
from meetings.rights import may_approve
from partyunit.dates import Period, add_months


@dataclass(frozen=True)
class BoardRow:
    """One cell (or the committee, without a cell) and its meetings of the month."""

    name: str
    cell: Cell | None
    meetings: list[Meeting]
    may_plan: bool = False

    @property
    def lacks_regular(self) -> bool:
        """No regular meeting held or planned for the month."""
        standing = (Meeting.State.PLANNED, Meeting.State.HELD)
        return self.cell is not None and not any(
            meeting.kind == Meeting.Kind.REGULAR and meeting.state in standing
            for meeting in self.meetings
        )


def read_month_board(first: dt.date, *, user) -> list[BoardRow]:
    """The cells in sight that exist in that month, in the office's order, then the committee."""
    last = Period.of_month(first.year, first.month).last
    cells = list(Cell.objects.visible_to(user).existing_on(last).with_name_on(last))
    meetings = (
        Meeting.objects.visible_to(user)
        .valid()
        .filter(counts_for=first)
        .select_related("chair")
        .prefetch_related("all_minutes")
        .order_by("meets_on", "pk")
    )
    by_cell: dict[int | None, list[Meeting]] = {}
    for meeting in meetings:
        by_cell.setdefault(meeting.cell_id, []).append(meeting)
    rows = [
        BoardRow(
            str(cell), cell, by_cell.get(cell.pk, []), may_plan=user.access.keeps_meetings_of(cell)
        )
        for cell in cells
    ]
    if None in by_cell:
        rows.append(BoardRow(_("Đảng ủy"), None, by_cell[None]))
    return rows


def months_around(first: dt.date) -> list[dt.date]:
    """The month before and the month after."""
    return [add_months(first, -1), add_months(first, 1)]


@dataclass(frozen=True)
class Duty:
    """One meeting on the leader's desk, what is to do with it, and whether that is late."""

    meeting: Meeting
    sentence: str
    is_late: bool = False
    is_done: bool = False
    is_called_off: bool = False  # the sentence is the reason


@dataclass(frozen=True)
class Desk:
    """One cell's desk: the duties, the tasks still open, whether the month has its meeting."""

    cell: Cell
    duties: list[Duty] = field(default_factory=list)
    tasks: list[ActionItem] = field(default_factory=list)
    lacks_regular: bool = False

    @property
    def name(self) -> str:
        return cell_title(str(self.cell))


def own_desk(user, *, day: dt.date) -> list[Desk]:
    """The desks of the cells the account leads or keeps the minutes of."""
    cells = Cell.objects.valid().filter(pk__in=user.access.cell_ids).order_by("position", "pk")
    return [_desk_of(cell, user=user, day=day) for cell in cells]


def _desk_of(cell: Cell, *, user, day: dt.date) -> Desk:
    """This month's meetings, and earlier ones whose minutes are not approved."""
    unfinished = Q(meets_on__lte=day, state__in=["planned", "held"]) & (
        Q(minutes_state__isnull=True) | ~Q(minutes_state=Minutes.State.APPROVED)
    )
    meetings = list(
        Meeting.objects.valid()
        .with_minutes_state()
        .filter(Q(counts_for=day.replace(day=1)) | unfinished, cell=cell)
        .select_related("chair")
        .prefetch_related("all_minutes")
        .order_by("meets_on", "pk")
    )
    open_tasks = ActionItem.objects.open_on(day).filter(meeting__cell=cell)
    this_month = [meeting for meeting in meetings if meeting.counts_for == day.replace(day=1)]
    return Desk(
        cell=cell,
        duties=[duty_for(meeting, user=user, day=day) for meeting in meetings],
        tasks=list(
            open_tasks.as_on(day).select_related("assignee", "meeting").order_by("deadline", "pk")
        ),
        lacks_regular=BoardRow("", cell, this_month).lacks_regular,
    )


def duty_for(meeting: Meeting, *, user, day: dt.date) -> Duty:
    """What comes next for the meeting, in a sentence."""
    if meeting.state in (Meeting.State.POSTPONED, Meeting.State.CANCELLED):
        return Duty(meeting, meeting.state_reason, is_done=True, is_called_off=True)
    minutes = meeting.minutes
    if minutes is None or minutes.state == Minutes.State.DRAFT:
        return _duty_to_write(meeting, minutes, day=day)
    if minutes.state == Minutes.State.SUBMITTED:
        return _duty_to_approve(meeting, user)
    return Duty(meeting, _("Biên bản đã duyệt"), is_done=True)


def _duty_to_write(meeting: Meeting, minutes: Minutes | None, *, day: dt.date) -> Duty:
    if minutes is not None and minutes.return_remark:
        return Duty(meeting, _("Biên bản được trả lại: sửa và trình lại"), is_late=True)
    if meeting.meets_on > day:
        return Duty(meeting, _("Chuẩn bị cuộc họp"))
    if minutes is None:
        return Duty(meeting, _("Ghi biên bản"), is_late=meeting.meets_on < day)
    return Duty(meeting, _("Ghi tiếp và trình duyệt"), is_late=meeting.meets_on < day)


def _duty_to_approve(meeting: Meeting, user) -> Duty:
    if may_approve(user, meeting):
        return Duty(meeting, _("Xem và duyệt biên bản"), is_late=True)
    return Duty(meeting, _("Chờ đồng chí %(chair)s duyệt") % {"chair": meeting.chair})
