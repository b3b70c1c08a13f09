"""Many members who were here before the register, entered at once: a list an office already keeps."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from audit import bulk
from cells.models import Cell
from members.models import Member, Membership, Placement, Qualification
from members.services.admission import check_party_dates, how_place_began
from members.services.standing import check_has_happened, hold
from partyunit.models import Record
from regulations.book import RuleBook

ACTION = "members.register_present"


@dataclass
class Newcomer:
    """A person with the rows that come along: one span in the Party, one place, steps of education."""

    member: Member
    membership: Membership
    placement: Placement
    qualifications: list[Qualification] = field(default_factory=list)

    @property
    def rows(self) -> list[Record]:
        return [self.member, self.membership, self.placement, *self.qualifications]


def newcomer(
    *, member: Member, membership: Membership, cell: Cell, on: dt.date, rules: RuleBook
) -> Newcomer:
    """The rows of one person in the cell since `on`, by the rules of `register_present_member`.

    `rules` are those of admission and probation, read once for everybody. Raises
    ValidationError keyed by field.
    """
    check_has_happened(membership.recorded_on, on=on)
    if on < membership.ceremony_on:
        raise ValidationError({"on": _("Ngày này không thể trước ngày làm lễ kết nạp.")})
    check_party_dates(
        membership,
        committee=cell.committee_id,
        recorded_on=membership.recorded_on,
        rules=rules.of("probation"),
    )
    membership.admission_rule = rules.on("admission", membership.decision_on)
    bulk.check_row(member)
    reason = how_place_began(cell, on=on, ceremony_on=membership.ceremony_on)
    placement = Placement(member=member, cell=cell, from_on=on, start_reason=reason)
    return Newcomer(member, membership, placement)


@transaction.atomic
def register_present_members(newcomers: Sequence[Newcomer], *, by, reason: str) -> None:
    """Stores the people and their rows, all or none. Raises ValidationError."""
    for cell in {one.placement.cell for one in newcomers if one.placement.cell}:
        hold(cell)
    told = {"by": by, "action": ACTION, "reason": reason}
    bulk.create_many([one.member for one in newcomers], **told)
    for one in newcomers:
        for row in one.rows[1:]:
            row.member = one.member  # now with its number
            bulk.check_row(row)
    bulk.create_many([one.membership for one in newcomers], **told)
    bulk.create_many([one.placement for one in newcomers], **told)
    qualifications = [row for one in newcomers for row in one.qualifications]
    bulk.create_many(qualifications, **{**told, "action": "members.add_qualification"})
