"""Minutes on their way to the chair: submitted, sent back with a remark, or taken back once approved."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from audit import services as audit
from documents.services import void_document
from meetings.minutes.completeness import what_is_missing
from meetings.models import Meeting, Minutes
from meetings.services.guard import lock_for_recording, minutes_of
from meetings.services.votes import recount_votes


@transaction.atomic
def submit_minutes(*, meeting: Meeting, on: dt.date, by) -> Minutes:
    """Hands the minutes to the chair; the meeting counts as held from now on.

    `on` is the program's day. Raises ValidationError with one sentence for each thing missing:
    nobody may be «not recorded», chair and clerk were there, hours and conclusions are written,
    and the day of the meeting has come. Votes are counted a last time: a rule may have been
    corrected since.
    """
    locked = lock_for_recording(meeting)
    lacks = what_is_missing(locked, day=on)
    if lacks:
        raise ValidationError([lack.sentence for lack in lacks], code="incomplete")
    recount_votes(locked, by=by)
    if locked.state != Meeting.State.HELD:
        locked.state = Meeting.State.HELD
        audit.update(locked, by=by, fields=["state"], action="meetings.held")
    minutes = minutes_of(locked, by=by)
    minutes.state, minutes.return_remark, minutes.return_anchor = Minutes.State.SUBMITTED, "", ""
    minutes.submitted_at, minutes.submitted_by = timezone.now(), by
    fields = ["state", "return_remark", "return_anchor", "submitted_at", "submitted_by"]
    return audit.update(minutes, by=by, fields=fields, action="meetings.submit")


@transaction.atomic
def void_minutes(minutes: Minutes, *, reason: str, by, version: int) -> Minutes:
    """Takes back minutes approved by mistake, and their paper; the number stays used.

    The meeting takes changes again; new minutes begin with the prose of these. Raises
    ValidationError when they are not approved, or a resolution or another row rests on them;
    VersionConflictError.
    """
    row = Minutes.objects.select_for_update(of=("self",)).get(pk=minutes.pk)
    if row.state != Minutes.State.APPROVED:
        raise ValidationError(_("Biên bản chưa duyệt thì sửa thẳng, không cần hủy."), code="state")
    if row.resolutions.valid().exists():
        told = _("Đã ban hành nghị quyết theo biên bản này; hãy hủy nghị quyết trước.")
        raise ValidationError(told, code="resolution")
    action = "meetings.void_minutes"
    voided = audit.void(row, by=by, reason=reason, version=version, action=action)
    if voided.document:
        void_document(document=voided.document, by=by, reason=reason)
    return voided


@transaction.atomic
def return_minutes(*, minutes: Minutes, remark: str, by, anchor: str = "") -> Minutes:
    """Sends submitted minutes back to the cell with a remark; they can be edited again.

    `anchor` is the place of the meeting's page the remark is about, where it opens again.
    """
    row = Minutes.objects.select_for_update(of=("self",)).get(pk=minutes.pk)
    if row.state != Minutes.State.SUBMITTED or row.is_voided:
        raise ValidationError(_("Chỉ trả lại được biên bản đang chờ duyệt."), code="state")
    if not remark.strip():
        raise ValidationError({"return_remark": _("Hãy ghi ý kiến để chi bộ biết cần sửa gì.")})
    row.state, row.return_remark, row.return_anchor = Minutes.State.DRAFT, remark, anchor
    fields = ["state", "return_remark", "return_anchor"]
    return audit.update(row, by=by, fields=fields, action="meetings.return", reason=remark)
