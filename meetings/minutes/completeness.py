"""What minutes still lack before they can be submitted: one list for the page and for the service."""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cells.models import Term
from documents.papers.layout import name_on
from meetings.models import ActionItem, Attendance, Guest, Meeting, MinutesSection
from meetings.rights import chair_may_approve
from meetings.roll.people import Expected, compare_roll
from meetings.score.scoring import what_the_score_lacks
from meetings.written import Written
from members.models import Member


@dataclass(frozen=True)
class Lack:
    """One thing still to do, and the part of the page where it is done."""

    sentence: str
    anchor: str
    is_about_people: bool = False  # the roll is not of its day


def what_is_missing(
    meeting: Meeting, *, day: dt.date, written: Written | None = None
) -> list[Lack]:
    """Everything that keeps the minutes from being submitted on `day`; empty when complete.

    `written` hands in the rows of the meeting where they have been read already.
    """
    written = written or Written(meeting)
    return [
        *_about_the_day(meeting, day),
        *_about_the_roll(written),
        *_about_the_guests(written),
        *_about_the_chair(meeting, day),
        *_about_the_agenda(written),
        *_about_the_end(meeting),
        *_about_the_tasks(written),
        *(Lack(sentence, "close-score") for sentence in what_the_score_lacks(written)),
        *_about_the_number(meeting, day),
    ]


def _about_the_day(meeting: Meeting, day: dt.date) -> list[Lack]:
    lacks = []
    if meeting.meets_on > day:
        sentence = _("Ngày họp %(day)s chưa đến; chỉ trình biên bản của cuộc họp đã diễn ra.")
        lacks.append(Lack(sentence % {"day": f"{meeting.meets_on:%d/%m/%Y}"}, "open-course"))
    if not (meeting.starts_at and meeting.ends_at):
        lacks.append(Lack(_("Chưa ghi giờ bắt đầu và giờ kết thúc."), "open-course"))
    return lacks


def _about_the_roll(written: Written) -> list[Lack]:
    meeting, rows = written.meeting, written.roll
    if not rows:
        return [Lack(_("Chưa mở danh sách điểm danh."), "roll")]
    waiting = sum(row.state == Attendance.State.NOT_RECORDED for row in rows)
    lacks = _about_differences(written)
    if waiting:
        sentence = ngettext(
            "Còn %(count)s đồng chí chưa ghi điểm danh.",
            "Còn %(count)s đồng chí chưa ghi điểm danh.",
            waiting,
        )
        lacks.append(Lack(sentence % {"count": waiting}, "roll"))
    present = {row.member_id for row in rows if row.state == Attendance.State.PRESENT}
    if meeting.chair_id not in present:
        lacks.append(Lack(_("Chưa chọn người chủ trì trong số có mặt."), "open-course"))
    if meeting.clerk_id not in present | _attending_guests(written):
        lacks.append(Lack(_("Chưa chọn thư ký trong số có mặt."), "open-course"))
    return lacks


def _about_differences(written: Written) -> list[Lack]:
    """A day corrected, or a move entered after the roll was opened."""
    differences = compare_roll(written.roll, written.expected)
    missing = Member.objects.filter(pk__in=[person.member_id for person in differences.missing])
    changes = [
        (_("thiếu %(names)s"), [member.full_name for member in missing]),
        (_("thừa %(names)s"), [row.member.full_name for row in differences.surplus]),
        *(
            (_how_they_count(row, person), [row.member.full_name])
            for row, person in differences.changed
        ),
    ]
    told = "; ".join(words % {"names": ", ".join(names)} for words, names in changes if names)
    if not told:
        return []
    sentence = _("Danh sách điểm danh không khớp với đảng viên ngày %(day)s: %(told)s.")
    day = f"{written.meeting.meets_on:%d/%m/%Y}"
    return [Lack(sentence % {"day": day, "told": told}, "roll", True)]


def _how_they_count(row: Attendance, person: Expected) -> str:
    """What the person is that day where the roll says otherwise, with room for the name."""
    if row.standing != person.standing:
        standing = Attendance.Standing(person.standing).label
        sentence = _("%(names)s là đảng viên %(standing)s")
        return sentence % {"names": "%(names)s", "standing": standing}
    state = _(person.reason) if person.reason else Attendance.State(person.state).label
    return _("%(names)s ngày ấy %(state)s") % {"names": "%(names)s", "state": state}


def _about_the_chair(meeting: Meeting, day: dt.date) -> list[Lack]:
    """Nobody else may approve, so one who cannot would leave the minutes waiting for ever."""
    if meeting.chair is None or chair_may_approve(meeting, day=day):
        return []
    if meeting.chair.user_id is None:
        sentence = _("Đồng chí %(name)s chủ trì nhưng chưa có tài khoản để duyệt biên bản.")
    else:
        sentence = _(
            "Đồng chí %(name)s chủ trì nhưng tài khoản không có vai trò duyệt biên bản này."
        )
    return [Lack(sentence % {"name": meeting.chair.full_name}, "open-course")]


def _attending_guests(written: Written) -> set[int | None]:
    """A member of the Party-work team may keep the committee's minutes without belonging to it."""
    if written.meeting.cell_id:
        return set()
    came = {row.member_id for row in written.guests if row.state == Guest.State.PRESENT}
    return came - {None}


def _about_the_guests(written: Written) -> list[Lack]:
    """The paper names the guests who came, so each one invited is called like the roll."""
    waiting = [row for row in written.guests if row.state == Guest.State.INVITED]
    names = ", ".join(map(str, waiting))
    if not names:
        return []
    sentence = _("Chưa ghi khách được mời có đến hay không: %(names)s.")
    return [Lack(sentence % {"names": names}, "guests")]


def _about_the_agenda(written: Written) -> list[Lack]:
    if not written.items:
        return [Lack(_("Chưa ghi nội dung họp nào."), "agenda")]
    return [
        Lack(
            _("Nội dung %(position)s chưa có kết luận.") % {"position": position},
            f"agenda-{item.uid}",
        )
        for position, item in enumerate(written.items, start=1)
        if not item.conclusion
    ]


def _about_the_end(meeting: Meeting) -> list[Lack]:
    conclusion = MinutesSection.objects.valid().filter(
        minutes__meeting=meeting,
        minutes__voided_at__isnull=True,
        part=MinutesSection.Part.CONCLUSION,
    )
    if conclusion.exclude(text="").exists():
        return []
    return [Lack(_("Chưa ghi kết luận của chủ trì."), "close")]


def _about_the_tasks(written: Written) -> list[Lack]:
    """A meeting moved to a later day may leave a task due, or done, before the day that gives it."""
    day = written.meeting.meets_on
    return [
        Lack(_told_too_early(task, day) % {"task": task, "day": f"{day:%d/%m/%Y}"}, "tasks")
        for task in written.tasks
        if min(task.due_on, task.closed_on or task.due_on) < day
    ]


def _told_too_early(task: ActionItem, day: dt.date) -> str:
    if task.due_on < day:
        return _("Việc “%(task)s” có hạn trước ngày họp %(day)s.")
    return _("Việc “%(task)s” ghi xong trước ngày họp %(day)s.")


def _about_the_number(meeting: Meeting, day: dt.date) -> list[Lack]:
    """The number runs in the term of the day of approval; said before, not when it is too late."""
    if Term.objects.active_on(day).filter(**meeting.owner).exists():
        return []
    sentence = _(
        "Ngày %(day)s không thuộc nhiệm kỳ nào của %(body)s nên chưa cấp được số biên bản; "
        "hãy báo cán bộ công tác Đảng ghi nhiệm kỳ."
    )
    body = name_on(meeting.meets_on, owner=meeting.cell or meeting.committee)
    return [Lack(sentence % {"day": f"{day:%d/%m/%Y}", "body": body}, "after")]
