"""The one place that says whether a meeting still takes changes.

Approved minutes freeze the meeting and everything recorded of it (design, "approved papers are
frozen"); the database refuses the same by itself (`meetings.frozen`).
"""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from audit import services as audit
from meetings.models import Meeting, Minutes, MinutesSection
from meetings.rights import is_open_for_recording, is_unsubmitted


def lock_for_recording(meeting: Meeting) -> Meeting:
    """The meeting as it stands now, locked until the transaction ends.

    Raises ValidationError when it is voided, called off, submitted or approved.
    """
    locked = Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    check_open(locked)
    return locked


def check_open(meeting: Meeting) -> None:
    """Raises ValidationError when the meeting is voided, called off, submitted or approved."""
    minutes = meeting.minutes
    if not is_open_for_recording(meeting, minutes):
        raise ValidationError(_reason(meeting, minutes), code="closed")


def lock_for_voiding(meeting: Meeting) -> Meeting:
    """The same for taking the whole meeting out of the register, which one called off may be."""
    locked = Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    minutes = locked.minutes
    if not is_unsubmitted(minutes):
        raise ValidationError(_reason(locked, minutes), code="closed")
    return locked


def _reason(meeting: Meeting, minutes: Minutes | None) -> str:
    if meeting.is_voided:
        return _("Cuộc họp này đã hủy khỏi sổ.")
    if minutes and minutes.state == Minutes.State.APPROVED:
        return _("Biên bản đã duyệt, không sửa được nữa; chỉ có thể ghi bổ sung có ngày.")
    if minutes and minutes.state == Minutes.State.SUBMITTED:
        return _("Biên bản đang chờ duyệt; muốn sửa thì phải được trả lại.")
    return _("Cuộc họp này đã hoãn hoặc không họp.")


def minutes_of(meeting: Meeting, *, by) -> Minutes:
    """The minutes of the meeting; the first row typed opens them, with the prose of voided ones."""
    if (minutes := meeting.minutes) is not None:
        return minutes
    voided = meeting.all_minutes.order_by("-pk").first()
    minutes = audit.create(Minutes(meeting=meeting), by=by, action="meetings.open_minutes")
    for section in voided.sections.valid() if voided else ():
        audit.create(MinutesSection(minutes=minutes, part=section.part, text=section.text), by=by)
    return minutes
