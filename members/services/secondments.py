"""Sending members to help village cells, and calling them back."""

import datetime as dt

from django.db import transaction

from audit import services as audit
from cells.models import HostCell
from documents.models import Document
from members.models import Member, Secondment, SecondmentReport
from members.secondments import REMARK
from members.services.fitting import check_may_go, keeping_in_place
from members.services.standing import check_has_happened, end_one, errors_named, lock


@transaction.atomic
def second_member(
    *,
    member: Member,
    host_cell: HostCell,
    plan: Document,
    on: dt.date,
    by,
    kind: str = Secondment.Kind.ATTENDS,
    role: str = "",
    tasks: str = "",
) -> Secondment:
    """Sends a member to a village cell under a plan or decision (tăng cường) from day `on`.

    The member stays in the home cell's headcount; one who is `transferred` leaves its vote
    base, for the roll reads the kind. Raises ValidationError keyed by argument.
    """
    lock(member)
    with errors_named(from_on="on"):
        check_may_go(member, host_cell=host_cell, on=on)
    what = {"plan": plan, "kind": kind, "role": role, "tasks": tasks}
    secondment = Secondment(member=member, host_cell=host_cell, from_on=on, **what)
    with errors_named(from_on="on"), keeping_in_place(member):
        return audit.create(secondment, by=by, action="members.second")


@transaction.atomic
def end_secondment(
    *, secondment: Secondment, on: dt.date, reason: str, by, result: str = ""
) -> Secondment:
    """Calls a seconded member back from day `on`, with the reason and what came of it."""
    lock(secondment.member)
    also = {"end_reason": reason.strip(), "result": result.strip() or secondment.result}
    with errors_named(end_reason="reason"):
        end_one(secondment, on=on, by=by, action="members.end_secondment", **also)
    return secondment


@transaction.atomic
def report_month(
    *,
    secondment: Secondment,
    month: dt.date,
    handed_in_on: dt.date,
    meetings_attended: int,
    work: str,
    recorded_on: dt.date,
    by,
) -> SecondmentReport:
    """Records what a seconded member did in a month (`month`: its first day), handed in on a day.

    Raises ValidationError keyed by field; one month has one report.
    """
    lock(secondment.member)
    check_has_happened(recorded_on, handed_in_on=handed_in_on)
    report = SecondmentReport(
        secondment=secondment,
        month=month,
        handed_in_on=handed_in_on,
        meetings_attended=meetings_attended,
        work=work,
    )
    return audit.create(report, by=by, action="members.report_month")


@transaction.atomic
def remark_on_secondment(
    *,
    secondment: Secondment,
    remark: str,
    remarked_on: dt.date,
    recorded_on: dt.date,
    by,
    version: int | None = None,
) -> Secondment:
    """Records what the host cell says of the seconded member; see `remarks_of` for those before."""
    lock(secondment.member)
    check_has_happened(recorded_on, remarked_on=remarked_on)
    secondment.remark, secondment.remarked_on = remark, remarked_on
    return audit.update(
        secondment,
        by=by,
        fields=["remark", "remarked_on"],
        action=REMARK,
        version=version,
    )
