"""Tasks given at meetings that are open and near or over their day."""

from collections.abc import Iterator

from django.db.models import Q
from django.utils.translation import gettext as _

from meetings.models import ActionItem
from reports.deadlines.base import Act, Deadline, Kind
from reports.deadlines.sources import Sources


def tasks(sources: Sources) -> Iterator[Deadline | None]:
    """Of the cells' meetings and, for the whole committee, of its own; by the day in force."""
    rows = ActionItem.objects.open_on(sources.day).filter(_given_inside(sources))
    for task in rows.select_related("assignee", "meeting"):
        words = {"task": task.task, "day": f"{task.meeting.meets_on:%d/%m/%Y}"}
        yield sources.line(
            Kind.TASK,
            task.pk,
            owner=sources.owner_of(
                task.assignee_id, task.assignee.full_name, cell_id=task.meeting.cell_id
            ),
            what=_("%(task)s, giao ngày %(day)s") % words,
            due_on=task.last_day,
            rule=None,
            act=Act(text=_("Ghi kết quả, gia hạn"), url=task.get_absolute_url()),
        )


def _given_inside(sources: Sources) -> Q:
    if sources.scope.cell:
        return Q(meeting__cell=sources.scope.cell)
    return Q(meeting__committee=sources.scope.committee)
