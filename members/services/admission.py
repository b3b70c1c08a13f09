"""Coming into the committee: admission, transfer in, those who were here already."""

import datetime as dt
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from audit import services as audit
from cells.models import Cell
from members.models import Member, Membership, Placement
from members.readiness import too_old
from members.rules import written
from members.ruling import check_who_decides, rule_of
from members.services.recognition import check_party_dates
from members.services.standing import (
    check_has_happened,
    check_not_left_that_day,
    end_letter_to,
    errors_named,
    hold,
    lock,
    membership_on,
    official_placement_on,
)
from partyunit.dates import add_months, day_after


# Longer than thirty lines only by its signature: what the decision says, each by name.
@transaction.atomic
def admit_member(
    *,
    member: Member,
    cell: Cell,
    decision_on: dt.date,
    ceremony_on: dt.date,
    recorded_on: dt.date,
    by,
    decision_number: str = "",
    decision=None,
    admission_note: str = "",
) -> Membership:
    """Admits a person (kết nạp): identity, span in the Party and place in the cell, from the ceremony.

    A saved member is admitted again (kết nạp lại) and gets a second span, not before the
    months of the rule have passed since leaving, unless `admission_note` says why. Neither
    decision nor ceremony may lie after `recorded_on`, the program's day. Raises
    ValidationError keyed by field.
    """
    hold(cell)
    check_has_happened(recorded_on, decision_on=decision_on, ceremony_on=ceremony_on)
    check_who_decides(decision, on=decision_on, committee=cell.committee_id)
    membership = Membership(
        member=member,
        decision_on=decision_on,
        decision_number=decision_number or (decision.number if decision else ""),
        ceremony_on=ceremony_on,
        recorded_on=recorded_on,
        admission_decision=decision,
        admission_note=admission_note,
    )
    committee = cell.committee_id
    membership.admission_rule = rule_of("admission", decision_on, committee=committee)
    if not admission_note.strip() and (why := too_old(member.born_on, decision_on)):
        asks = _("Nếu vẫn đúng theo quyết định, ghi lý do rồi lưu lại.")
        raise ValidationError({"admission_note": [why, asks]})
    reason = _enter_person(membership, committee=committee, by=by)
    audit.create(membership, by=by, action="members.admit")
    placement = Placement(member=member, cell=cell, from_on=ceremony_on, start_reason=reason)
    with errors_named(from_on="ceremony_on"):
        audit.create(placement, by=by, action="members.admit")
    return membership


def _enter_person(membership: Membership, *, committee: int, by) -> str:
    """Stores a new person; tells whether the placement begins by admission or again."""
    member = membership.member
    if member.pk:
        lock(member)
        check_may_be_readmitted(membership, committee=committee)
        return Placement.StartReason.READMISSION
    membership.member = audit.create(member, by=by, action="members.admit")
    return Placement.StartReason.ADMISSION


def check_may_be_readmitted(membership: Membership, *, committee: int | None) -> None:
    """36 months after leaving (29-QĐ/TW 25/7/2016 and the later ones); nobody after death."""
    spans = membership.member.memberships.valid().exclude(pk=membership.pk)
    last = spans.filter(ended_on__isnull=False, ceremony_on__lte=membership.ceremony_on).last()
    if last is None:
        return
    if last.end_reason == Membership.EndReason.DIED:
        raise ValidationError(_("Đồng chí đã từ trần theo sổ; nếu ghi nhầm, hãy hủy lần ghi đó."))
    check_not_left_that_day(membership.member, membership.ceremony_on, field="ceremony_on")
    rule = rule_of("readmission", membership.decision_on, committee=committee)
    inside = membership.decision_on <= last.ended_on  # the row's own rule says it
    if rule is None or inside or membership.admission_note:
        return
    earliest = add_months(day_after(last.ended_on), rule.parameters["months"])
    if membership.decision_on < earliest:
        sentence = _(
            "Theo %(rule)s, từ ngày %(day)s mới được xét kết nạp lại (sau %(months)s tháng). "
            "Trường hợp đặc biệt thì ghi lý do."
        )
        told = {"rule": rule, "day": written(earliest), "months": rule.parameters["months"]}
        raise ValidationError({"decision_on": sentence % told})


@transaction.atomic
def register_transfer_in(
    *,
    member: Member,
    cell: Cell,
    on: dt.date,
    came_from: str,
    recorded_on: dt.date,
    by,
    decision=None,
    letter_number: str = "",
    letter_on: dt.date | None = None,
    handed_in_on: dt.date | None = None,
    **span: Any,
) -> Placement:
    """Takes in a member who comes from another Party organisation (chuyển đến) on day `on`.

    A new person brings the `span` in the Party (decision_on, ceremony_on, official_from,
    official_note); one who comes back after a transfer out keeps the one on record. Raises
    ValidationError keyed by field.
    """
    action = "members.transfer_in"
    letter = {"letter_on": letter_on, "handed_in_on": handed_in_on}
    hold(cell)
    days = {name: span.get(name) for name in ("decision_on", "ceremony_on")}
    check_has_happened(recorded_on, on=on, **days, **letter)
    if member.pk:
        lock(member)
        _check_may_come_back(member, on)
    else:
        newcomer = Membership(member=member, recorded_on=recorded_on, **span)
        register_newcomer(newcomer, cell=cell, on=on, by=by, action=action)
    placement = Placement(
        member=member,
        cell=cell,
        from_on=on,
        start_reason=Placement.StartReason.TRANSFER_IN,
        came_from=came_from,
        decision=decision,
        letter_number=letter_number,
        **letter,
    )
    with errors_named(from_on="on"):
        end_letter_to(cell, member=member, on=on, by=by, action=action)
        return audit.create(placement, by=by, action=action)


@transaction.atomic
def register_present_member(
    *,
    member: Member,
    cell: Cell,
    on: dt.date,
    decision_on: dt.date,
    ceremony_on: dt.date,
    official_from: dt.date | None,
    recorded_on: dt.date,
    by,
    came_from: str = "",
    official_note: str = "",
) -> Placement:
    """Enters a member who was here before the register (đảng viên đang sinh hoạt), in the cell since `on`.

    How the place began follows from the days: the day the cell was founded, that of the
    ceremony, else a transfer, of which an old office may not know from where. Raises
    ValidationError keyed by field.
    """
    action = "members.register_present"
    hold(cell)
    check_has_happened(recorded_on, on=on, decision_on=decision_on, ceremony_on=ceremony_on)
    membership = Membership(
        member=member,
        decision_on=decision_on,
        ceremony_on=ceremony_on,
        official_from=official_from,
        official_note=official_note,
        recorded_on=recorded_on,
    )
    register_newcomer(membership, cell=cell, on=on, by=by, action=action)
    reason = how_place_began(cell, on=on, ceremony_on=ceremony_on)
    placement = Placement(
        member=member, cell=cell, from_on=on, start_reason=reason, came_from=came_from
    )
    with errors_named(from_on="on"):
        return audit.create(placement, by=by, action=action)


def how_place_began(cell: Cell, *, on: dt.date, ceremony_on: dt.date) -> str:
    """Why a member who was here before the register is in the cell since `on`, as far as the days tell."""
    began = {
        ceremony_on: Placement.StartReason.ADMISSION,
        cell.founded_on: Placement.StartReason.FOUNDING,
    }
    return began.get(on, Placement.StartReason.TRANSFER_IN)


def register_newcomer(membership: Membership, *, cell: Cell, on: dt.date, by, action: str) -> None:
    """The person and the span in the Party that came along.

    Raises ValidationError keyed `on` or by a field of the span.
    """
    if membership.ceremony_on is None:
        raise ValidationError({"ceremony_on": _("Hãy ghi ngày làm lễ kết nạp.")})
    check_party_dates(membership, committee=cell.committee_id, recorded_on=membership.recorded_on)
    membership.admission_rule = rule_of(
        "admission", membership.decision_on, committee=cell.committee_id
    )
    if on < membership.ceremony_on:
        raise ValidationError({"on": _("Ngày này không thể trước ngày làm lễ kết nạp.")})
    membership.member = audit.create(membership.member, by=by, action=action)
    audit.create(membership, by=by, action=action)


def _check_may_come_back(member: Member, on: dt.date) -> None:
    check_not_left_that_day(member, on, field="on")
    if membership_on(member, on) is None:
        raise ValidationError(
            {"on": _("Vào ngày này đồng chí không còn trong Đảng; hãy ghi kết nạp lại.")}
        )
    placement = official_placement_on(member, on)
    if placement is not None:
        raise ValidationError(
            {
                "on": _(
                    "Vào ngày này đồng chí đang sinh hoạt tại %(cell)s; hãy dùng «Chuyển sinh hoạt»."
                )
                % {"cell": placement.place}
            }
        )
