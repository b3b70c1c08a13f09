"""Moving and leaving: transfers inside and out of the committee, the end of membership."""

import datetime as dt
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from audit import services as audit
from cells.models import Cell
from members.models import Member, Membership, Placement
from members.rules import written
from members.services.fitting import keeping_in_place
from members.services.residence import check_contact_fits
from members.services.standing import (
    check_has_happened,
    end_from,
    end_letter_to,
    errors_named,
    hand_over,
    hold,
    holding_from,
    lock,
    membership_on,
    placement_to_end,
)
from partyunit.dates import day_after, day_before


# Longer than thirty lines only by its signature: what the papers say, each by name.
@transaction.atomic
def transfer_member(
    *,
    member: Member,
    to_cell: Cell,
    on: dt.date,
    recorded_on: dt.date,
    by,
    decision=None,
    letter_number: str = "",
    letter_on: dt.date | None = None,
    handed_in_on: dt.date | None = None,
    handover: str = "",
) -> Placement:
    """Moves a member to another cell of the committee (chuyển sinh hoạt trong đảng bộ) from day `on`.

    The old placement ends the day before, and with it the posts held in the old cell, of which
    `handover` notes what was handed over. The
    roll of a meeting that is submitted or approved stays as it was (`approved_after`). Raises
    ValidationError keyed `on` or `to_cell`; a second move on one day names what to void.
    """
    hold(to_cell)
    lock(member)
    check_has_happened(recorded_on, on=on, letter_on=letter_on, handed_in_on=handed_in_on)
    old = placement_to_end(member, on)
    _check_may_move(old, to_cell)
    action = "members.transfer"
    with errors_named(to_on="on", from_on="on", cell="to_cell"):
        _end_placement(old, on=on, by=by, action=action, reason=Placement.EndReason.INTERNAL)
        posts = holding_from(member.positions.filter(cell=old.cell), on)
        hand_over(posts, on=on, by=by, action=action, handover=handover)
        end_letter_to(to_cell, member=member, on=on, by=by, action=action)
        new = Placement(
            member=member,
            cell=to_cell,
            from_on=on,
            start_reason=Placement.StartReason.INTERNAL,
            decision=decision,
            letter_number=letter_number,
            letter_on=letter_on,
            handed_in_on=handed_in_on,
        )
        with keeping_in_place(member):
            return audit.create(new, by=by, action=action)


def _check_may_move(old: Placement, to_cell: Cell) -> None:
    if old.cell_id == to_cell.pk:
        raise ValidationError({"to_cell": _("Đồng chí đang sinh hoạt ở chính chi bộ này.")})
    if old.cell and old.cell.committee_id != to_cell.committee_id:
        raise ValidationError(
            {"to_cell": _("Chi bộ này thuộc đảng bộ khác; hãy ghi chuyển đi và chuyển đến.")}
        )


def _end_placement(
    placement: Placement, *, on: dt.date, by, action: str, reason: str, **also
) -> None:
    audit.end_span(placement, on=day_before(on), by=by, action=action, end_reason=reason, **also)


@transaction.atomic
def transfer_out(
    *,
    member: Member,
    on: dt.date,
    went_to: str,
    recorded_on: dt.date,
    by,
    decision=None,
    letter_number: str = "",
    letter_on: dt.date | None = None,
    handover: str = "",
) -> Placement:
    """Records that a member leaves for another Party organisation (chuyển đi) from day `on`.

    Membership in the Party goes on elsewhere; posts, oversight and secondments here end, the
    posts with `handover`, what was handed over. A
    committee member who is transferred leaves the committee on that day. The transfer is open
    until the new place has received the member (`receive_transfer`). The letter may be dated
    after `on`, for the papers follow the decision within working days (29-QĐ/TW 25/7/2016);
    after its receipt it cannot be, by a constraint of the row.
    """
    lock(member)
    check_has_happened(recorded_on, on=on, letter_on=letter_on)
    if not went_to.strip():
        raise ValidationError({"went_to": _("Hãy ghi tổ chức Đảng nơi đồng chí chuyển đến.")})
    action, reason = "members.transfer_out", Placement.EndReason.TRANSFER_OUT
    old = placement_to_end(member, on)
    letter = {"left_letter_number": letter_number, "left_letter_on": letter_on}
    renamed = {"left_letter_number": "letter_number", "left_letter_on": "letter_on"}
    with errors_named(to_on="on", left_decision="decision", **renamed):
        also = {"went_to": went_to, "left_decision": decision, **letter}
        _end_placement(old, on=on, by=by, action=action, reason=reason, **also)
        _end_duties(old, on=on, by=by, action=action, handover=handover)
    return old


@transaction.atomic
def receive_transfer(
    *, placement: Placement, received_on: dt.date, recorded_on: dt.date, by
) -> Placement:
    """Closes a transfer out: the new place has received the member (nơi đến đã tiếp nhận).

    Raises ValidationError keyed `received_on`.
    """
    lock(placement.member)
    check_has_happened(recorded_on, received_on=received_on)
    if placement.end_reason != Placement.EndReason.TRANSFER_OUT or placement.to_on is None:
        raise ValidationError(_("Dòng này không ghi việc chuyển đi."))
    if received_on <= placement.to_on:
        raise ValidationError(
            {
                "received_on": _("Không thể trước ngày chuyển đi (%(day)s).")
                % {"day": written(day_after(placement.to_on))}
            }
        )
    placement.received_on = received_on
    action = "members.receive_transfer"
    return audit.update(placement, by=by, fields=["received_on"], action=action)


@transaction.atomic
def end_membership(
    *,
    member: Member,
    reason: str,
    on: dt.date,
    recorded_on: dt.date,
    by,
    decision=None,
    handover: str = "",
) -> Membership:
    """Records that a member left the Party on day `on`: removed, expelled, resigned or died.

    The day before is the last that counts, for the span in the Party, the placement, every
    post, oversight, exemption and secondment alike. On probation nobody is expelled: the name
    is removed (Điều lệ Đảng, Điều 35). Raises ValidationError keyed by field.
    """
    lock(member)
    check_has_happened(recorded_on, on=on)
    if reason not in Membership.EndReason.values:
        raise ValidationError({"reason": _("Hãy chọn lý do ra khỏi Đảng.")})
    action = f"members.{reason}"
    old = placement_to_end(member, on)
    membership = membership_on(member, on)
    if membership is None:
        raise ValidationError({"on": _("Vào ngày này đồng chí không ở trong Đảng.")})
    if reason == Membership.EndReason.EXPELLED and membership.is_probationary_on(on):
        raise ValidationError({"reason": _("Đảng viên dự bị không bị khai trừ; hãy ghi xóa tên.")})
    with errors_named(to_on="on", ended_on="on", from_on="on", end_decision="decision"):
        _end_placement(old, on=on, by=by, action=action, reason=reason)
        _end_duties(old, on=on, by=by, action=action, handover=handover)
        membership.ended_on, membership.end_reason = day_before(on), reason
        membership.end_decision = decision
        fields = ["ended_on", "end_reason", "end_decision"]
        return audit.update(membership, by=by, fields=fields, action=action)


def _end_duties(left: Placement, *, on: dt.date, by, action: str, handover: str) -> None:
    """Everything the member of a placement that was left did here ends with it."""
    member, leaving = left.member, left.get_end_reason_display()
    posts = holding_from(member.positions, on)
    hand_over(posts, on=on, by=by, action=action, handover=handover)
    temporary = member.placements.filter(kind=Placement.Kind.TEMPORARY)
    for spans in (member.oversights, member.exemptions, temporary):
        end_from(holding_from(spans, on), on=on, by=by, action=action)
    for spans in (member.secondments, member.residence_contacts):
        end_from(holding_from(spans, on), on=on, by=by, action=action, end_reason=leaving)
    for contact in member.residence_contacts.valid().filter(to_on=day_before(on)):
        check_contact_fits(contact)


def approved_after(
    member: Member | None,
    on: dt.date,
    *,
    until: dt.date | None = None,
    to_cell: Cell | None = None,
    with_committee: bool = False,
) -> list:
    """The meetings from `on` whose submitted or approved minutes an act of that day does not change.

    Those that have the member on the roll (nobody is, who is new to the register), of the
    committee only where the act reaches it, and with `to_cell` those of that cell without the
    member; of an act for a time those `until` its last day. Whoever records an act dated back
    is told their names. Reached by the rows of member and cell, for meetings stand a room higher.
    """
    found = {}
    if member is not None:
        rows = member.attendances.valid().select_related("meeting__cell")
        if not with_committee:
            rows = rows.filter(meeting__cell__isnull=False)
        rows = rows.filter(**_closed("meeting__", on, until))
        found = {row.meeting.pk: row.meeting for row in rows}
    if to_cell is not None:
        found |= {meeting.pk: meeting for meeting in closed_in([to_cell], on, until)}
    return sorted(found.values(), key=lambda meeting: (meeting.meets_on, meeting.pk))


def closed_in(cells: Iterable[Cell], on: dt.date, until: dt.date | None = None) -> list:
    """The meetings of the cells from `on` that people entered as of that day do not come into."""
    return [
        meeting
        for cell in cells
        for meeting in cell.meetings.select_related("cell").filter(**_closed("", on, until))
    ]


def _closed(prefix: str, on: dt.date, until: dt.date | None) -> dict:
    """Valid meetings from `on` until a last day with minutes that are handed in: the roll is closed."""
    return {
        f"{prefix}meets_on__range": (on, until or dt.date.max),
        f"{prefix}voided_at__isnull": True,
        f"{prefix}minutes__voided_at__isnull": True,
        f"{prefix}minutes__state__in": ["submitted", "approved"],
    }
