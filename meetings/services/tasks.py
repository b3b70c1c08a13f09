"""Tasks given at earlier meetings that come back until closed."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from audit import services as audit
from meetings.models import ActionItem, Meeting
from meetings.reads import tasks_that_come_back
from meetings.services.guard import lock_for_recording


@transaction.atomic
def report_task(
    *, meeting: Meeting, task: ActionItem, state: str, result: str, version: int, by, closed_on=None
) -> ActionItem:
    """Records at a meeting how a task of an earlier one stands.

    Only state, result and closing day change: what was given, to whom and by when belongs to
    the approved minutes of the meeting that gave it. Done without a day counts as done by the
    day of this meeting. Raises ValidationError, VersionConflictError.
    """
    locked = lock_for_recording(meeting)
    row = tasks_that_come_back(locked).filter(pk=task.pk).first()
    if row is None:
        raise ValidationError(_("Việc này không phải của cuộc họp trước."), code="elsewhere")
    day = _closing_day(locked, row, state=state, given=closed_on)
    if (row.state, row.result, row.closed_on) == (state, result, day):
        return row
    row.state, row.result, row.closed_on = state, result, day
    fields = ["state", "result", "closed_on"]
    return audit.update(row, by=by, fields=fields, version=version, action="meetings.report_task")


def _closing_day(meeting: Meeting, task: ActionItem, *, state: str, given: dt.date | None):
    if state != ActionItem.State.DONE:
        return None
    day = given or task.closed_on or meeting.meets_on
    if day > meeting.meets_on:
        raise ValidationError({"closed_on": _("Ngày xong không thể sau ngày họp.")})
    return day
