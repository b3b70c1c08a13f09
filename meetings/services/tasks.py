"""Tasks given at earlier meetings: reported at a later one or between two, put off, closed."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from audit import services as audit
from meetings.models import ActionItem, Meeting
from meetings.reads import of_the_same_body, tasks_that_come_back
from meetings.services.guard import lock_for_recording


@transaction.atomic
def report_task(
    *, meeting: Meeting, task: ActionItem, state: str, result: str, version: int, by, closed_on=None
) -> ActionItem:
    """Records at a meeting how a task of an earlier one stands.

    Only state, result and closing day change: what was given, to whom and by when belongs to
    the approved minutes of the meeting that gave it. Done or dropped without a day counts as
    closed on the day of this meeting. Raises ValidationError, VersionConflictError.
    """
    locked = lock_for_recording(meeting)
    row = tasks_that_come_back(locked).filter(pk=task.pk).first()
    if row is None:
        raise ValidationError(_("Việc này không phải của cuộc họp trước."), code="elsewhere")
    day = _closing_day(locked, row, state=state, given=closed_on)
    if (row.state, row.result, row.closed_on) == (state, result, day):
        return row
    _check_not_told_open(row, closed_on=day)
    row.state, row.result, row.closed_on = state, result, day
    fields = ["state", "result", "closed_on"]
    return audit.update(row, by=by, fields=fields, version=version, action="meetings.report_task")


@transaction.atomic
def report_between_meetings(
    *, task: ActionItem, state: str, result: str, version: int, on: dt.date, by, closed_on=None
) -> ActionItem:
    """Records how a task stands on a day between two meetings; `on` is the program's day.

    What is done or dropped without a day counts as closed that day. The next meeting shows it
    with the rest. Raises ValidationError (before its meeting, by the day of minutes that tell it
    as open, dropped without a reason), VersionConflictError.
    """
    row = _given(task, on)
    told = None
    if state in ActionItem.CLOSED:
        told = closed_on or (row.closed_on if state == row.state else None) or on
        if told > on:
            raise ValidationError({"closed_on": _("Ngày xong không thể sau hôm nay.")})
    if version == row.version and (row.state, row.result, row.closed_on) == (state, result, told):
        return row
    _check_not_told_open(row, closed_on=told)
    row.state, row.result, row.closed_on = state, result, told
    fields = ["state", "result", "closed_on"]
    return audit.update(row, by=by, fields=fields, version=version, action="meetings.report_task")


@transaction.atomic
def extend_task(
    *, task: ActionItem, to: dt.date, reason: str, version: int, on: dt.date, by
) -> ActionItem:
    """Puts off the day of an open task; the day it was given for stays as the minutes say.

    Raises ValidationError (closed, no later day, no reason), VersionConflictError.
    """
    row = _given(task, on)
    if row.state in ActionItem.CLOSED:
        raise ValidationError(_("Việc này đã khép lại, không gia hạn nữa."), code="closed")
    row.extended_to, row.extended_on, row.extension_reason = to, on, reason
    fields = ["extended_to", "extended_on", "extension_reason"]
    return audit.update(
        row, by=by, fields=fields, version=version, action="meetings.extend_task", reason=reason
    )


def _given(task: ActionItem, on: dt.date) -> ActionItem:
    """The task as it stands now; what a meeting to come will give is not given yet."""
    rows = ActionItem.objects.select_for_update(of=("self",)).select_related("meeting")
    row = rows.get(pk=task.pk)
    if row.meeting.meets_on > on:
        raise ValidationError(_("Cuộc họp giao việc này chưa diễn ra."), code="early")
    return row


def _check_not_told_open(task: ActionItem, *, closed_on: dt.date | None) -> None:
    """What submitted minutes tell as open was not closed by their day: no later paper would tell it."""
    if closed_on is None:
        return
    later = Meeting.objects.held().filter(
        of_the_same_body(task.meeting), meets_on__gt=task.meeting.meets_on, meets_on__gte=closed_on
    )
    if task.closed_on:
        later = later.filter(meets_on__lt=task.closed_on)
    told = later.with_minutes_state().filter(minutes_state__in=["submitted", "approved"])
    if (meeting := told.order_by("meets_on").last()) is not None:
        sentence = _(
            "Biên bản họp ngày %(day)s đã ghi việc này chưa xong; ghi ngày xong sau ngày ấy."
        )
        day = f"{meeting.meets_on:%d/%m/%Y}"
        raise ValidationError({"closed_on": sentence % {"day": day}})


def _closing_day(meeting: Meeting, task: ActionItem, *, state: str, given: dt.date | None):
    if state not in ActionItem.CLOSED:
        return None
    day = given or task.closed_on or meeting.meets_on
    if day > meeting.meets_on:
        raise ValidationError({"closed_on": _("Ngày xong không thể sau ngày họp.")})
    return day
