"""Who may ask for a periodic report, and who may issue it."""

from cells.models import Cell, Committee


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
