"""Who may do what with a meeting. Seeing it is `Meeting.objects.visible_to(user)`."""

import datetime as dt

from accounts.access import Access, read_access
from meetings.models import ActionItem, Activity, Meeting, Minutes


def may_keep(user, meeting: Meeting) -> bool:
    """Plan, log and submit: the leaders and the clerk of the cell, and the records officers."""
    if meeting.cell_id:
        return user.access.keeps_meetings_of(meeting.cell)
    return user.access.writes(meeting.committee_id)


def may_open(user, meeting: Meeting) -> bool:
    """See the meeting: `visible_to` asked of one that is at hand, without a statement."""
    return user.access.reads(meeting.committee_id) or meeting.cell_id in user.access.cell_ids


def may_plan(user) -> bool:
    """Enter a meeting or an activity: of an own cell, or of any body of the committee."""
    return bool(user.access.cell_ids) or user.access.writes_committees


def may_keep_activity(user, activity: Activity) -> bool:
    """Write about an activity: the records officers; of a cell's own also who leads the cell."""
    if user.access.writes(activity.committee_id):
        return True
    return activity.cell_id is not None and activity.cell_id in user.access.cell_ids


def may_record_participation(user, activity: Activity, cell) -> bool:
    """Say who of the cell took part: the records officers, and the cell's leaders, whoever holds it."""
    return user.access.writes(activity.committee_id) or cell.pk in user.access.cell_ids


def may_agree(user, meeting: Meeting) -> bool:
    """Agree to a cell's plan: the records officers; what they plan themselves is agreed at once."""
    return user.access.writes(meeting.committee_id)


def may_return(user, meeting: Meeting) -> bool:
    """Send submitted minutes back with a remark: the committee's secretary or a records officer."""
    return user.access.writes(meeting.committee_id) or user.access.approves(meeting.committee_id)


def may_approve(user, meeting: Meeting) -> bool:
    """Approve: whoever chaired, and holds the post for it.

    In a cell its secretary or deputy, in the committee its secretary, whose account belongs to
    the member who chaired (the minutes are signed by chair and clerk, never by a third person).
    """
    is_chair = meeting.chair is not None and meeting.chair.user_id == user.pk
    return is_chair and _holds_post(user.access, meeting)


def chair_may_approve(meeting: Meeting, *, day: dt.date) -> bool:
    """Whether whoever chaired has an account that may approve on that day."""
    user = meeting.chair.user if meeting.chair else None
    return user is not None and _holds_post(read_access(user, day), meeting)


def _holds_post(access: Access, meeting: Meeting) -> bool:
    if meeting.cell_id:
        return meeting.cell_id in access.approve_cell_ids
    return access.approves(meeting.committee_id)


def may_report(user, task: ActionItem) -> bool:
    """Say how a task stands, put it off, drop it: whoever keeps the meetings of who gave it."""
    return may_keep(user, task.meeting)


def may_issue_resolution(user, meeting: Meeting) -> bool:
    """Issue the month's resolution: whoever approves the minutes it is made of."""
    return may_approve(user, meeting)


def may_void_paper(user, meeting: Meeting) -> bool:
    """Take back minutes or a resolution signed by mistake: who approves them, or a records officer."""
    return may_approve(user, meeting) or user.access.writes(meeting.committee_id)


def may_supplement(user, meeting: Meeting) -> bool:
    """Add a dated addendum to approved minutes: whoever keeps the meetings, or chaired this one."""
    return may_keep(user, meeting) or may_approve(user, meeting)


def is_open_for_recording(meeting: Meeting, minutes: Minutes | None) -> bool:
    """Whether anything of the meeting may still be typed: not voided, called off, submitted or approved."""
    if meeting.is_voided or not meeting.stands:
        return False
    return is_unsubmitted(minutes)


def is_unsubmitted(minutes: Minutes | None) -> bool:
    """Until then a meeting entered by mistake may leave the register, also one called off."""
    return minutes is None or minutes.state == Minutes.State.DRAFT
