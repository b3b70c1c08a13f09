"""Who may ask for a periodic report, who may issue it, and whose the work behind it is."""

from django.db.models import Q

from cells.models import Cell, Committee
from jobs.models import Job
from reports.models import Report


def may_request(user, owner: Committee | Cell) -> bool:
    """Records officers and the committee's secretary ask for any; a cell's leaders for their cell's."""
    access = user.access
    if isinstance(owner, Cell):
        return owner.pk in access.cell_ids or may_request(user, owner.committee)
    return access.writes(owner.pk) or access.approves(owner.pk)


def may_issue(user, owner: Committee | Cell) -> bool:
    """The committee's secretary issues the committee's reports, a cell's secretary or deputy the cell's."""
    if isinstance(owner, Cell):
        return owner.pk in user.access.approve_cell_ids
    return user.access.approves(owner.pk)


def may_request_any(user) -> bool:
    """Whether there is any report the account may ask for."""
    access = user.access
    return bool(access.write_committee_ids or access.approve_committee_ids or access.cell_ids)


def sees_job(user) -> Q:
    """The work behind a report is seen with the report, and by the administrator for its faults."""
    administered = Q(report__committee__in=user.access.administered_committee_ids)
    return administered | Q(report__in=Report.objects.visible_to(user))


def may_change_job(user, job: Job) -> bool:
    """Whoever may ask for the report may stop its making or start it again, whoever has asked."""
    return may_request(user, job.report.owner)
