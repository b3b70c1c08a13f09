"""Coming into the committee: admission, transfer in, recognition."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from audit import services as audit
from cells.models import Cell
from members.models import Member, Membership, Placement
from members.rules import CHARTER, probation_end, probation_rule, probation_rules
from members.services.standing import (
    check_has_happened,
    errors_named,
    lock,
    membership_on,
    official_placement_on,
    written,
)
from regulations.models import Regulation


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
) -> Membership:
    """Admits a person (kết nạp): identity, span in the Party and place in the cell, from the ceremony.

    A saved member is admitted again (kết nạp lại) and gets a second span. Neither decision
    nor ceremony may lie after `recorded_on`, the program's day. Raises ValidationError keyed
    by field.
    """
    check_has_happened(recorded_on, decision_on=decision_on, ceremony_on=ceremony_on)
    reason = _enter_person(member, by=by)
    membership = Membership(
        member=member,
        decision_on=decision_on,
        decision_number=decision_number,
        ceremony_on=ceremony_on,
        recorded_on=recorded_on,
    )
    audit.create(membership, by=by, action="members.admit")
    placement = Placement(
        member=member, cell=cell, from_on=ceremony_on, start_reason=reason, decision=decision
    )
    with errors_named(from_on="ceremony_on"):
        audit.create(placement, by=by, action="members.admit")
    return membership


def _enter_person(member: Member, *, by) -> str:
    """Stores a new person; tells whether the placement begins by admission or again."""
    if member.pk:
        lock(member)
        return Placement.StartReason.READMISSION
    audit.create(member, by=by, action="members.admit")
    return Placement.StartReason.ADMISSION


# Longer than thirty lines only by its signature: what the letter of transfer says, each by name.
@transaction.atomic
def register_transfer_in(
    *,
    member: Member,
    cell: Cell,
    on: dt.date,
    came_from: str,
    recorded_on: dt.date,
    by,
    decision_on: dt.date | None = None,
    ceremony_on: dt.date | None = None,
    official_from: dt.date | None = None,
    recognition_decision_on: dt.date | None = None,
    decision=None,
) -> Placement:
    """Takes in a member who comes from another Party organisation (chuyển đến) on day `on`.

    A new person brings the dates of the span in the Party; one who comes back after a
    transfer out keeps the span that is on record. Raises ValidationError keyed by field.
    """
    action = "members.transfer_in"
    check_has_happened(recorded_on, on=on, decision_on=decision_on, ceremony_on=ceremony_on)
    if member.pk:
        lock(member)
        _check_may_come_back(member, on)
    else:
        membership = Membership(
            member=member,
            decision_on=decision_on,
            ceremony_on=ceremony_on,
            official_from=official_from,
            recognition_decision_on=recognition_decision_on,
            recorded_on=recorded_on,
        )
        _register_newcomer(membership, cell=cell, on=on, by=by, action=action)
    placement = Placement(
        member=member,
        cell=cell,
        from_on=on,
        start_reason=Placement.StartReason.TRANSFER_IN,
        came_from=came_from,
        decision=decision,
    )
    with errors_named(from_on="on"):
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
) -> Placement:
    """Enters a member who was here before the register (đảng viên đang sinh hoạt), in the cell since `on`.

    How the place began follows from the days: the day the cell was founded, that of the
    ceremony, else a transfer, of which an old office may not know from where. Raises
    ValidationError keyed by field.
    """
    action = "members.register_present"
    check_has_happened(recorded_on, on=on, decision_on=decision_on, ceremony_on=ceremony_on)
    membership = Membership(
        member=member,
        decision_on=decision_on,
        ceremony_on=ceremony_on,
        official_from=official_from,
        recorded_on=recorded_on,
    )
    _register_newcomer(membership, cell=cell, on=on, by=by, action=action)
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


def _register_newcomer(membership: Membership, *, cell: Cell, on: dt.date, by, action: str) -> None:
    """The person and the span in the Party that came along."""
    if membership.ceremony_on is None:
        raise ValidationError({"ceremony_on": _("Hãy ghi ngày làm lễ kết nạp.")})
    check_party_dates(membership, committee=cell.committee_id, recorded_on=membership.recorded_on)
    if on < membership.ceremony_on:
        raise ValidationError({"on": _("Ngày này không thể trước ngày làm lễ kết nạp.")})
    membership.member = audit.create(membership.member, by=by, action=action)
    audit.create(membership, by=by, action=action)


def check_party_dates(
    membership: Membership,
    *,
    committee: int | None,
    recorded_on: dt.date,
    rules: list[Regulation] | None = None,
) -> None:
    """What a paper from elsewhere or a correction may say: past days, official by the rule.

    `rules` are those of probation where many are checked at once. Raises ValidationError keyed by field.
    """
    days = ("decision_on", "ceremony_on", "recognition_decision_on", "official_from")
    check_has_happened(recorded_on, **{name: getattr(membership, name) for name in days})
    if membership.official_from is None or membership.official_from <= membership.ceremony_on:
        return  # a constraint of the row says it
    rule, ends_on = end_of_probation(membership, committee=committee, rules=rules)
    if membership.official_from != ends_on:
        raise ValidationError(
            {
                "official_from": _("Theo %(rule)s, chính thức từ ngày %(day)s.")
                % {"rule": rule, "day": written(ends_on)}
            }
        )


def _check_may_come_back(member: Member, on: dt.date) -> None:
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


@transaction.atomic
def recognise_member(
    *, member: Member, decision_on: dt.date, recorded_on: dt.date, by
) -> Membership:
    """Records the recognition as an official member (công nhận đảng viên chính thức).

    Official from the day probation ended (ceremony + the months of the rule of that day,
    twelve by Điều lệ Đảng, Điều 5), whatever the day of the decision. Raises ValidationError
    keyed `decision_on`.
    """
    lock(member)
    check_has_happened(recorded_on, decision_on=decision_on)
    membership = membership_on(member, decision_on)
    if membership is None:
        raise ValidationError({"decision_on": _("Vào ngày này đồng chí không ở trong Đảng.")})
    if membership.official_from is not None:
        raise ValidationError(
            _("Đồng chí đã là đảng viên chính thức từ ngày %(day)s.")
            % {"day": written(membership.official_from)}
        )
    committee = committee_of(member)
    rule, official_from = end_of_probation(membership, committee=committee)
    if decision_on < official_from:
        raise ValidationError(
            {
                "decision_on": _("Ngày %(day)s mới hết thời gian dự bị; chưa thể công nhận.")
                % {"day": written(official_from)}
            }
        )
    membership.recognition_decision_on, membership.official_from = decision_on, official_from
    return audit.update(
        membership,
        by=by,
        fields=["recognition_decision_on", "official_from"],
        action="members.recognise",
        reason=rule,
    )


def committee_of(member: Member) -> int | None:
    """The committee in whose cell the member is or was last placed."""
    placements = member.placements.valid().official().filter(cell__isnull=False)
    return placements.values_list("cell__committee", flat=True).last()


def end_of_probation(
    membership: Membership, *, committee: int | None, rules: list[Regulation] | None = None
) -> tuple[str, dt.date]:
    """The rule of the ceremony's day as it is cited, and the first day after probation by it."""
    ceremony_on = membership.ceremony_on
    rules = probation_rules() if rules is None else rules
    rule = probation_rule(ceremony_on, rules=rules, committee=committee)
    return str(rule or CHARTER), probation_end(ceremony_on, rules=rules, committee=committee)
