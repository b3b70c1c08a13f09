"""The roll-call: opened with the people of the day, everyone present at once, then the exceptions."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from audit import services as audit
from meetings.models import Attendance, Meeting
from meetings.people import people_of
from meetings.services.guard import lock_for_recording, minutes_of

UNTOUCHED = (Attendance.State.NOT_RECORDED, Attendance.State.ELSEWHERE)


@transaction.atomic
def open_roll(*, meeting: Meeting, by) -> list[Attendance]:
    """Brings the roll in line with the people of the meeting's day; opens it the first time.

    Adds who is missing and takes off who did not belong that day, as long as nothing was
    recorded of them. Raises ValidationError when nobody belongs to it.
    """
    locked = lock_for_recording(meeting)
    expected = {person.member_id: person for person in people_of(locked)}
    if not expected:
        raise ValidationError(_("Không có ai trong danh sách của ngày này."), code="nobody")
    minutes_of(locked, by=by)
    listed = {row.member_id: row for row in locked.attendances.valid()}
    gone = [row for pk, row in listed.items() if pk not in expected and row.state in UNTOUCHED]
    _take_off(gone, by=by)
    added = [person for pk, person in expected.items() if pk not in listed]
    if added or gone:
        _add(locked, added)
        _set_standings(locked, expected)
        names = {"added": [p.member_id for p in added], "removed": [r.member_id for r in gone]}
        audit.log(action="meetings.open_roll", by=by, obj=locked, after=names)
    return list(locked.attendances.valid().select_related("member"))


def _add(meeting: Meeting, people) -> None:
    Attendance.objects.bulk_create(
        Attendance(
            meeting=meeting,
            member_id=person.member_id,
            standing=person.standing,
            state=person.state,
        )
        for person in people
    )


def _set_standings(meeting: Meeting, expected: dict) -> None:
    """Someone listed on another day may count differently on this one."""
    for row in meeting.attendances.valid():
        person = expected.get(row.member_id)
        if person and row.standing != person.standing:
            changed = Attendance.objects.filter(pk=row.pk)
            changed.update(standing=person.standing, version=F("version") + 1)


def _take_off(rows: list[Attendance], *, by) -> None:
    Attendance.objects.filter(pk__in=[row.pk for row in rows]).update(
        voided_at=timezone.now(),
        voided_by=by,
        void_reason=_("không thuộc danh sách của ngày họp"),
        version=F("version") + 1,
    )


@transaction.atomic
def mark_everyone_present(*, meeting: Meeting, by) -> int:
    """Everyone not yet recorded came; exceptions already recorded stay. Gives their number."""
    locked = lock_for_recording(meeting)
    waiting = locked.attendances.valid().filter(state=Attendance.State.NOT_RECORDED)
    members = list(waiting.values_list("member", flat=True))
    count = waiting.update(state=Attendance.State.PRESENT, version=F("version") + 1)
    if count:
        audit.log(action="meetings.everyone_present", by=by, obj=locked, after={"members": members})
    return count


@transaction.atomic
def record_attendance(
    *, attendance: Attendance, state: str, reason: str, version: int, by
) -> Attendance:
    """Records one person. Raises ValidationError (excused without a reason), VersionConflictError."""
    lock_for_recording(attendance.meeting)
    row = Attendance.objects.get(pk=attendance.pk)
    reason = reason if state != Attendance.State.PRESENT else ""
    if (row.state, row.reason) == (state, reason):
        return row
    row.state, row.reason = state, reason
    return audit.update(
        row, by=by, fields=["state", "reason"], version=version, action="meetings.attendance"
    )
