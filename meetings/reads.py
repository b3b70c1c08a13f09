"""Questions asked of one meeting."""

import datetime as dt

from django.db.models import Prefetch, Q
from django.db.models.functions import Coalesce

from meetings.models import ActionItem, AgendaItem, Meeting, Opinion
from partyunit.dates import add_months
from regulations.models import Regulation

# What a body meets for month by month: the committee (no cell), a cell.
REGULAR = {False: Meeting.Kind.COMMITTEE, True: Meeting.Kind.REGULAR}


def of_the_same_body(meeting: Meeting) -> Q:
    """Meetings of the same cell, or of the same committee without a cell."""
    if meeting.cell_id:
        return Q(cell=meeting.cell_id)
    return Q(cell__isnull=True, committee=meeting.committee_id)


def rule_on(meeting: Meeting, topic: str) -> Regulation | None:
    """The rule of the topic that holds on the meeting's day; None where none is on record."""
    return Regulation.objects.of_day(
        topic=topic, day=meeting.meets_on, committee=meeting.committee_id
    )


def agenda_of(meeting: Meeting) -> list[tuple[AgendaItem, list[Opinion]]]:
    """The points in the order of the paper, each with what was said on it."""
    opinions = Prefetch("opinions", queryset=Opinion.objects.valid().select_related("speaker"))
    items = meeting.agenda.valid().select_related("presenter").prefetch_related(opinions)
    return [(item, list(item.opinions.all())) for item in items]


def meeting_before(meeting: Meeting, **among) -> Meeting | None:
    """The last one the same body held before this one, of all or `among` some."""
    return (
        Meeting.objects.held()
        .filter(of_the_same_body(meeting), meets_on__lt=meeting.meets_on, **among)
        .order_by("-meets_on", "-pk")
        .first()
    )


def _told_before(meeting: Meeting) -> Meeting | None:
    """The meeting at which the body last went through its tasks.

    A regular meeting goes through those of the month before, also the ones a thematic meeting in
    between has heard of; where that month had no regular meeting, a model one stood for it.
    """
    if meeting.kind != REGULAR[bool(meeting.cell_id)]:
        return meeting_before(meeting)
    monthly, earlier = [meeting.kind, Meeting.Kind.MODEL], meeting.counts_for
    before = meeting_before(meeting, kind__in=monthly, counts_for__lt=earlier)
    if before is not None and before.kind == Meeting.Kind.MODEL:
        of_its_month = {"kind": meeting.kind, "counts_for": before.counts_for}
        before = meeting_before(meeting, **of_its_month) or before
    return before or meeting_before(meeting)


def comes_back_on(meeting: Meeting) -> dt.date:
    """The day of the body's next regular meeting, as planned, else a month on."""
    later = Meeting.objects.standing().filter(
        of_the_same_body(meeting),
        meets_on__gt=meeting.meets_on,
        kind=REGULAR[bool(meeting.cell_id)],
    )
    days = later.order_by("meets_on").values_list("meets_on", flat=True)
    return days.first() or add_months(meeting.meets_on, 1)


def tasks_that_come_back(meeting: Meeting):
    """Tasks of earlier meetings still open, or closed since tasks were gone through before this one.

    A task closed on the very day that gave it was told at no meeting yet, so it comes back too.
    """
    before = _told_before(meeting)
    still = Q(closed_on__isnull=True)
    if before is not None:
        still |= Q(closed_on__gt=before.meets_on)
        still |= Q(closed_on=before.meets_on, meeting__meets_on=before.meets_on)
    earlier = Meeting.objects.valid().filter(
        of_the_same_body(meeting), meets_on__lt=meeting.meets_on
    )
    return (
        ActionItem.objects.given()
        .filter(still, meeting__in=earlier)
        .select_related("assignee", "meeting")
        .order_by(Coalesce("extended_to", "due_on"), "pk")
    )
