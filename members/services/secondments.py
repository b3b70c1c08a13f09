"""Sending members to help village cells, and calling them back."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from audit import services as audit
from cells.models import HostCell
from documents.models import Document
from members.models import Member, Secondment
from members.services.standing import end_one, errors_named, lock, official_placement_on


@transaction.atomic
def second_member(
    *,
    member: Member,
    host_cell: HostCell,
    plan: Document,
    on: dt.date,
    by,
    kind: str = Secondment.Kind.ATTENDS,
    tasks: str = "",
) -> Secondment:
    """Sends a member to a village cell under a plan (tăng cường) from day `on`.

    The member stays in the home cell's headcount. Raises ValidationError keyed by argument.
    """
    lock(member)
    with errors_named(from_on="on"):
        check_may_go(member, host_cell=host_cell, on=on)
    secondment = Secondment(
        member=member, host_cell=host_cell, plan=plan, from_on=on, kind=kind, tasks=tasks
    )
    with errors_named(from_on="on"):
        return audit.create(secondment, by=by, action="members.second")


def check_may_go(member: Member, *, host_cell: HostCell, on: dt.date) -> None:
    home = official_placement_on(member, on)
    if home is None or home.cell is None:
        raise ValidationError(
            {"from_on": _("Vào ngày này đồng chí không sinh hoạt ở chi bộ nào của đảng bộ.")}
        )
    if host_cell.locality.committee_id != home.cell.committee_id:
        raise ValidationError({"host_cell": _("Chi bộ thôn, bản này thuộc địa bàn khác.")})


@transaction.atomic
def end_secondment(*, secondment: Secondment, on: dt.date, reason: str, by) -> Secondment:
    """Calls a seconded member back from day `on`, with the reason."""
    with errors_named(end_reason="reason"):
        end_one(
            secondment, on=on, by=by, action="members.end_secondment", end_reason=reason.strip()
        )
    return secondment
