"""The desk of a cell leader: what is to do, first of all."""

import datetime as dt
from dataclasses import dataclass, field

from django.db.models import Q
from django.utils.translation import gettext as _

from cells.models import Cell
from cells.querysets import cell_name_on
from cells.wording import cell_title
from meetings.models import ActionItem, Meeting, Minutes
from meetings.month.board import DAYS_BEFORE, BoardMeeting, lacks_regular
from meetings.querysets import STANDING
from meetings.rights import may_approve
from meetings.score.scoring import frame_of, read_score
from partyunit.dates import Period, add_months
from regulations.models import Regulation

# So many days before a month ends the next one should be planned: the office's habit.
NEXT_MONTH_WITHIN = 7


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
    unplanned: list[dt.date] = field(default_factory=list)  # the months, by their first day

    @property
    def name(self) -> str:
        return cell_title(str(self.cell))


def own_desk(user, *, day: dt.date) -> list[Desk]:
    """The desks of the cells the account leads or keeps the minutes of."""
    cells = Cell.objects.valid().filter(pk__in=user.access.cell_ids).order_by("position", "pk")
    return [_desk_of(cell, user=user, day=day) for cell in cells]


def expected_elsewhere(user, *, day: dt.date) -> list[Meeting]:
    """Meetings to come of others that the account's member is to go to, though they are out of sight."""
    meetings = Meeting.objects.expecting(user).valid().select_related("cell")
    to_come = meetings.filter(state=Meeting.State.PLANNED, meets_on__gte=day)
    return list(
        to_come.annotate(cell_name=cell_name_on(day)).order_by("meets_on", "starts_at", "pk")
    )


def _desk_of(cell: Cell, *, user, day: dt.date) -> Desk:
    """The meetings for this month and later ones, those to come, and earlier ones whose minutes are not approved."""
    unfinished = Q(meets_on__lte=day, state__in=STANDING) & (
        Q(minutes_state__isnull=True) | ~Q(minutes_state=Minutes.State.APPROVED)
    )
    to_come = Q(meets_on__gt=day, state=Meeting.State.PLANNED)
    meetings = list(
        Meeting.objects.valid()
        .with_minutes_state()
        .filter(Q(counts_for__gte=day.replace(day=1)) | unfinished | to_come, cell=cell)
        .select_related("chair")
        .prefetch_related("all_minutes", "papers")
        .order_by("meets_on", "pk")
    )
    open_tasks = ActionItem.objects.open_on(day).filter(meeting__cell=cell)
    before = _papers_days_before(cell, day=day)
    return Desk(
        cell=cell,
        duties=[duty_for(row, user=user, day=day, days_before=before) for row in meetings],
        tasks=list(
            open_tasks.as_on(day).select_related("assignee", "meeting").order_by("deadline", "pk")
        ),
        unplanned=_unplanned(meetings, day=day),
    )


def _papers_days_before(cell: Cell, *, day: dt.date) -> int:
    rule = Regulation.objects.of_day(topic="cell_meeting", day=day, committee=cell.committee_id)
    return rule.parameters["papers_days_before"] if rule else DAYS_BEFORE


def _unplanned(meetings: list[Meeting], *, day: dt.date) -> list[dt.date]:
    """The months without a regular meeting: this one, in its last week the next one too."""
    month = Period.of_month(day.year, day.month)
    months = [month.first]
    if (month.last - day).days < NEXT_MONTH_WITHIN:
        months.append(add_months(month.first, 1))
    return [first for first in months if lacks_regular(meetings, first)]


def duty_for(meeting: Meeting, *, user, day: dt.date, days_before: int = DAYS_BEFORE) -> Duty:
    """What comes next for the meeting, in a sentence."""
    if not meeting.stands:
        return Duty(meeting, meeting.state_reason, is_done=True, is_called_off=True)
    minutes = meeting.minutes
    if meeting.meets_on > day and (minutes is None or not minutes.return_remark):
        return _duty_to_prepare(BoardMeeting(meeting=meeting, day=day, days_before=days_before))
    if minutes is None or minutes.state == Minutes.State.DRAFT:
        return _duty_to_write(meeting, minutes, day=day)
    if minutes.state == Minutes.State.SUBMITTED:
        return _duty_to_approve(meeting, user)
    return Duty(meeting, _("Biên bản đã duyệt"), is_done=True)


def _duty_to_prepare(shown: BoardMeeting) -> Duty:
    """What stands in the way of a meeting to come: its papers when the day for them has come, agreement."""
    if shown.is_late_with_papers:
        return Duty(shown.meeting, _("Gửi tài liệu cho đảng viên"), is_late=True)
    if shown.is_proposal:
        return Duty(shown.meeting, _("Chờ Đảng ủy thống nhất lịch; chuẩn bị cuộc họp"))
    return Duty(shown.meeting, _("Chuẩn bị cuộc họp"))


def _duty_to_write(meeting: Meeting, minutes: Minutes | None, *, day: dt.date) -> Duty:
    if minutes is not None and minutes.return_remark:
        return Duty(meeting, _("Biên bản được trả lại: sửa và trình lại"), is_late=True)
    if minutes is None:
        return Duty(meeting, _("Ghi biên bản"), is_late=meeting.meets_on < day)
    if _lacks_score(meeting):
        sentence = _("Ghi tiếp, chấm điểm và trình duyệt")
    else:
        sentence = _("Ghi tiếp và trình duyệt")
    return Duty(meeting, sentence, is_late=meeting.meets_on < day)


def _duty_to_approve(meeting: Meeting, user) -> Duty:
    if may_approve(user, meeting):
        if _lacks_score(meeting):  # returned it can still be scored, approved no more
            return Duty(meeting, _("Xem và duyệt biên bản, chưa chấm điểm"), is_late=True)
        return Duty(meeting, _("Xem và duyệt biên bản"), is_late=True)
    return Duty(meeting, _("Chờ đồng chí %(chair)s duyệt") % {"chair": meeting.chair})


def _lacks_score(meeting: Meeting) -> bool:
    """A regular meeting nobody has begun to score, though a frame holds on its day."""
    is_regular = meeting.kind == Meeting.Kind.REGULAR
    return is_regular and read_score(meeting) is None and frame_of(meeting) is not None
