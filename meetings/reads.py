"""Questions asked of one meeting."""

from django.db.models import Q

from meetings.models import ActionItem, Meeting


def of_the_same_body(meeting: Meeting) -> Q:
    """Meetings of the same cell, or of the same committee without a cell."""
    if meeting.cell_id:
        return Q(cell=meeting.cell_id)
    return Q(cell__isnull=True, committee=meeting.committee_id)


def meeting_before(meeting: Meeting) -> Meeting | None:
    """The last one the same body held before this one."""
    return (
        Meeting.objects.held()
        .filter(of_the_same_body(meeting), meets_on__lt=meeting.meets_on)
        .order_by("-meets_on", "-pk")
        .first()
    )


def tasks_that_come_back(meeting: Meeting):
    """Tasks of earlier meetings still open, or closed since the meeting before this one."""
    before = meeting_before(meeting)
    still = Q(closed_on__isnull=True)
    if before is not None:
        still |= Q(closed_on__gt=before.meets_on)
    earlier = Meeting.objects.valid().filter(
        of_the_same_body(meeting), meets_on__lt=meeting.meets_on
    )
    return (
        ActionItem.objects.valid()
        .filter(still, meeting__in=earlier)
        .select_related("assignee", "meeting")
        .order_by("due_on", "pk")
    )
