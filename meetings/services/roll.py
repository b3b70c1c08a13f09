"""The roll-call: opened with the people of the day, everyone present at once, then the exceptions."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from audit import services as audit
from audit.bulk import void_many
from meetings.models import Attendance, Meeting
from meetings.roll.people import NEED_NOT_COME, RollDifferences, compare_roll, people_of
from meetings.services.attending import invite_attendant
from meetings.services.guard import lock_for_recording, minutes_of
from meetings.services.votes import recount_votes

UNTOUCHED = (Attendance.State.NOT_RECORDED, *NEED_NOT_COME)


@transaction.atomic
def open_roll(*, meeting: Meeting, by, keep_recorded: bool = False) -> list[Attendance]:
    """Brings the roll in line with the people of the meeting's day; opens it the first time.

    Adds who is missing, takes off who did not belong that day (with `keep_recorded` only those
    of whom nothing was recorded) and corrects how people counted; votes follow. The first time
    the committee's attendant is invited. Raises ValidationError when nobody belongs to it, or a
    vote has more votes than voters then.
    """
    locked = lock_for_recording(meeting)
    expected = people_of(locked)
    if not expected:
        raise ValidationError(_("Không có ai trong danh sách của ngày này."), code="nobody")
    minutes_of(locked, by=by)
    listed = list(locked.attendances.valid())
    differences = compare_roll(listed, expected)
    gone = [row for row in differences.surplus if not keep_recorded or row.state in UNTOUCHED]
    _take_off(gone, by=by)
    _add(locked, differences.missing)
    _no_guests(locked, differences.missing, by=by)
    for row, person in differences.changed:
        told = {"standing": person.standing, "version": F("version") + 1}
        if not person.may_be(row.state):
            told |= {"state": person.state, "reason": person.reason}
        Attendance.objects.filter(pk=row.pk).update(**told)
    _log(locked, differences, gone=gone, by=by)
    if not listed:
        invite_attendant(meeting=locked, by=by)
    recount_votes(locked, by=by)
    return list(locked.attendances.valid().select_related("member"))


def _log(meeting: Meeting, differences: RollDifferences, *, gone: list[Attendance], by) -> None:
    moved = [pair for pair in differences.changed if not pair[1].may_be(pair[0].state)]
    before = {
        "removed": [[row.member_id, row.state, row.reason] for row in gone],
        "standing": [[row.member_id, row.standing] for row, _person in differences.changed],
        "state": [[row.member_id, row.state, row.reason] for row, _person in moved],
    }
    after = {
        "added": [person.member_id for person in differences.missing],
        "standing": [[row.member_id, person.standing] for row, person in differences.changed],
        "state": [[row.member_id, person.state, person.reason] for row, person in moved],
    }
    if any([*before.values(), *after.values()]):
        audit.log(action="meetings.open_roll", by=by, obj=meeting, before=before, after=after)


def _add(meeting: Meeting, people) -> None:
    Attendance.objects.bulk_create(
        Attendance(
            meeting=meeting,
            member_id=person.member_id,
            standing=person.standing,
            state=person.state,
            reason=person.reason,
        )
        for person in people
    )


def _no_guests(meeting: Meeting, people, *, by) -> None:
    """Who belongs to the roll is no guest: a day corrected, or a move entered since the invitation."""
    members = [person.member_id for person in people]
    rows = list(meeting.guests.valid().filter(member__in=members))
    void_many(rows, by=by, reason=_("thuộc danh sách điểm danh của ngày họp"))


def _take_off(rows: list[Attendance], *, by) -> None:
    Attendance.objects.filter(pk__in=[row.pk for row in rows]).update(
        voided_at=timezone.now(),
        voided_by=by,
        void_reason=_("không thuộc danh sách của ngày họp"),
        version=F("version") + 1,
    )


@transaction.atomic
def mark_everyone_present(*, meeting: Meeting, on: dt.date, by) -> int:
    """Everyone not yet recorded came; exceptions already recorded stay. Gives their number.

    Opens the roll when that has not been done; whom an act entered since lets stay away waits for
    the roll to follow it. `on` is the program's day: nobody came to a meeting that has not begun.
    """
    locked = lock_for_recording(meeting)
    check_began(locked, on)
    if not locked.attendances.valid().exists():
        open_roll(meeting=locked, by=by)
    away = [person.member_id for person in people_of(locked) if person.state in NEED_NOT_COME]
    waiting = locked.attendances.valid().filter(state=Attendance.State.NOT_RECORDED)
    waiting = waiting.exclude(member__in=away)
    members = list(waiting.values_list("member", flat=True))
    count = waiting.update(state=Attendance.State.PRESENT, version=F("version") + 1)
    if count:
        audit.log(action="meetings.everyone_present", by=by, obj=locked, after={"members": members})
        recount_votes(locked, by=by)
    return count


@transaction.atomic
def record_attendance(
    *, attendance: Attendance, state: str, reason: str, version: int, on: dt.date, by
) -> Attendance:
    """Records one person; before the meeting (`on`: the program's day) only who asked to be excused.

    Votes follow. Raises ValidationError (excused without a reason, too early, suspended that day,
    missing where an act on record lets stay away, a vote with more votes than voters then),
    VersionConflictError.
    """
    locked = lock_for_recording(attendance.meeting)
    if state in (Attendance.State.PRESENT, Attendance.State.ABSENT):
        check_began(locked, on)
    row = Attendance.objects.get(pk=attendance.pk)
    reason = reason if state != Attendance.State.PRESENT else ""
    if (row.state, row.reason) == (state, reason):
        return row
    _check_may_be(row, state, meeting=locked)
    row.state, row.reason = state, reason
    fields, action = ["state", "reason"], "meetings.attendance"
    row = audit.update(row, by=by, fields=fields, version=version, action=action)
    recount_votes(locked, by=by)
    return row


def _check_may_be(row: Attendance, state: str, *, meeting: Meeting) -> None:
    """What an act on record says of the day goes before the roll-call."""
    person = next((one for one in people_of(meeting) if one.member_id == row.member_id), None)
    if person is None or person.may_be(state):
        return
    if person.is_suspended:
        raise ValidationError(
            _("Ngày họp này đồng chí bị đình chỉ sinh hoạt: không dự họp, không biểu quyết.")
        )
    sentence = _(
        "Ngày họp này đồng chí %(state)s: có dự thì ghi «có mặt», không dự thì để «%(state)s», "
        "không ghi là vắng."
    )
    raise ValidationError(sentence % {"state": Attendance.State(person.state).label})


def check_began(meeting: Meeting, on: dt.date) -> None:
    if meeting.meets_on > on:
        sentence = _("Ngày họp %(day)s chưa đến; chỉ ghi trước được người xin vắng.")
        raise ValidationError(sentence % {"day": f"{meeting.meets_on:%d/%m/%Y}"}, code="early")
