"""Moving and leaving: transfers inside and out of the committee, the end of membership, and their undoing."""

import datetime as dt
from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from audit import services as audit
from cells.models import Cell
from members.models import Member, Membership, Placement
from members.services.standing import (
    check_has_happened,
    end_from,
    errors_named,
    holding_from,
    lock,
    membership_on,
    placement_to_end,
    written,
)
from partyunit.dates import day_before
from partyunit.models import Span


@transaction.atomic
def transfer_member(
    *, member: Member, to_cell: Cell, on: dt.date, recorded_on: dt.date, by, decision=None
) -> Placement:
    """Moves a member to another cell of the committee (chuyển sinh hoạt trong đảng bộ) from day `on`.

    The old placement ends the day before, and with it the posts held in the old cell. Raises
    ValidationError keyed `on` or `to_cell`; a second move on one day names what to void.
    """
    lock(member)
    check_has_happened(recorded_on, on=on)
    old = placement_to_end(member, on)
    if old.cell_id == to_cell.pk:
        raise ValidationError({"to_cell": _("Đồng chí đang sinh hoạt ở chính chi bộ này.")})
    if old.cell and old.cell.committee_id != to_cell.committee_id:
        raise ValidationError(
            {"to_cell": _("Chi bộ này thuộc đảng bộ khác; hãy ghi chuyển đi và chuyển đến.")}
        )
    reason = Placement.EndReason.INTERNAL
    with errors_named(to_on="on", from_on="on", cell="to_cell"):
        audit.end_span(old, on=day_before(on), by=by, action="members.transfer", end_reason=reason)
        posts = holding_from(member.positions.filter(cell=old.cell), on)
        end_from(posts, on=on, by=by, action="members.transfer")
        new = Placement(
            member=member,
            cell=to_cell,
            from_on=on,
            start_reason=Placement.StartReason.INTERNAL,
            decision=decision,
        )
        return audit.create(new, by=by, action="members.transfer")


@transaction.atomic
def transfer_out(
    *, member: Member, on: dt.date, went_to: str, recorded_on: dt.date, by, decision=None
) -> Placement:
    """Records that a member leaves for another Party organisation (chuyển đi) from day `on`.

    Membership in the Party goes on elsewhere; posts, oversight and secondments here end. A
    committee member who is transferred leaves the committee on that day.
    """
    lock(member)
    check_has_happened(recorded_on, on=on)
    if not went_to.strip():
        raise ValidationError({"went_to": _("Hãy ghi tổ chức Đảng nơi đồng chí chuyển đến.")})
    old = placement_to_end(member, on)
    also = {"end_reason": Placement.EndReason.TRANSFER_OUT, "went_to": went_to}
    if decision is not None:
        also["decision"] = decision
    with errors_named(to_on="on"):
        audit.end_span(old, on=day_before(on), by=by, action="members.transfer_out", **also)
        leaving = old.get_end_reason_display()
        _end_duties(member, on=on, by=by, action="members.transfer_out", leaving=leaving)
    return old


@transaction.atomic
def end_membership(
    *, member: Member, reason: str, on: dt.date, recorded_on: dt.date, by
) -> Membership:
    """Records that a member left the Party on day `on`: removed, expelled, resigned or died.

    The day before is the last that counts, for the span in the Party, the placement, every
    post, oversight and secondment alike.
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
    with errors_named(to_on="on", ended_on="on", from_on="on"):
        audit.end_span(old, on=day_before(on), by=by, action=action, end_reason=reason)
        leaving = old.get_end_reason_display()
        _end_duties(member, on=on, by=by, action=action, leaving=leaving)
        membership.ended_on, membership.end_reason = day_before(on), reason
        return audit.update(membership, by=by, fields=["ended_on", "end_reason"], action=action)


def _end_duties(member: Member, *, on: dt.date, by, action: str, leaving: str) -> None:
    temporary = member.placements.filter(kind=Placement.Kind.TEMPORARY)
    for spans in (member.positions, member.oversights, temporary):
        end_from(holding_from(spans, on), on=on, by=by, action=action)
    for spans in (member.secondments, member.residence_contacts):
        end_from(holding_from(spans, on), on=on, by=by, action=action, end_reason=leaving)


def placement_before(placement: Placement) -> Placement:
    """The placement that a move inside the committee ended on its eve."""
    placements = placement.member.placements.valid().official()
    return placements.filter(to_on=day_before(placement.from_on)).get()


def ended_with(placement: Placement) -> list[Span]:
    """What ended on the last day of a placement that was left: it holds again with it.

    By a move inside the committee only posts in that cell end. A post that ended on the very
    day by itself cannot be told apart: the page names all of these before they hold again.
    """
    member, last_day = placement.member, placement.to_on
    if placement.end_reason == Placement.EndReason.INTERNAL:
        return list(member.positions.valid().filter(cell=placement.cell, to_on=last_day))
    temporary = member.placements.filter(kind=Placement.Kind.TEMPORARY)
    contacts = member.residence_contacts
    rows = (member.positions, member.oversights, member.secondments, contacts, temporary)
    return [row for spans in rows for row in spans.valid().filter(to_on=last_day)]


def hold_again(spans: Sequence[Span], *, by, action: str) -> None:
    """Opens spans again. Raises ValidationError that names the one something else now stands in for."""
    for span in spans:
        also = {"end_reason": ""} if hasattr(span, "end_reason") else {}
        try:
            audit.end_span(span, on=None, by=by, action=action, **also)
        except ValidationError as error:
            raise ValidationError(
                _("«%(row)s» không mở lại được: %(why)s")
                % {"row": span, "why": " ".join(error.messages)}
            ) from error


@transaction.atomic
def undo_transfer(*, placement: Placement, reason: str, by) -> Placement:
    """Undoes a move that never was true: voids the new placement, opens the old one again.

    Posts in the old cell that the move had ended are open again too. Raises ValidationError
    when something later rests on the move.
    """
    lock(placement.member)
    if placement.start_reason != Placement.StartReason.INTERNAL:
        raise ValidationError(_("Chỉ lần chuyển trong đảng bộ mới hoàn lại được như vậy."))
    if placement.to_on is not None:
        raise ValidationError(
            _("Sau lần chuyển này đã ghi %(reason)s hết ngày %(day)s. Hãy hủy lần ghi đó trước.")
            % {"reason": placement.get_end_reason_display(), "day": written(placement.to_on)}
        )
    _check_no_post_in(placement)
    audit.void(placement, by=by, reason=reason, action="members.undo_transfer")
    old = placement_before(placement)
    posts = ended_with(old)
    audit.end_span(old, on=None, by=by, action="members.undo_transfer", end_reason="")
    hold_again(posts, by=by, action="members.undo_transfer")
    return old


def _check_no_post_in(placement: Placement) -> None:
    posts = placement.member.positions.filter(cell=placement.cell)
    post = holding_from(posts, placement.from_on).first()
    if post is not None:
        raise ValidationError(
            _("Đồng chí đã giữ chức vụ «%(post)s» ở chi bộ này; hãy hủy chức vụ đó trước.")
            % {"post": post}
        )


@transaction.atomic
def undo_leaving(*, placement: Placement, reason: str, by) -> Placement:
    """Undoes a leaving that never was true: placement, span in the Party and all duties hold again.

    Raises ValidationError when something later rests on the leaving.
    """
    lock(placement.member)
    if not reason.strip():
        raise ValidationError({"reason": _("Hãy ghi lý do hủy.")})
    if placement.end_reason in ("", Placement.EndReason.INTERNAL):
        raise ValidationError(_("Dòng này không ghi việc rời đảng bộ."))
    later = placement.member.placements.valid().official().filter(from_on__gt=placement.to_on)
    if later.exists():
        raise ValidationError(_("Sau đó đồng chí đã sinh hoạt nơi khác; hãy hủy lần ghi ấy trước."))
    duties = ended_with(placement)
    ended = placement.member.memberships.valid().filter(ended_on=placement.to_on).first()
    if ended is not None:
        ended.ended_on, ended.end_reason = None, ""
        fields = ["ended_on", "end_reason"]
        audit.update(ended, by=by, fields=fields, action="members.undo_leaving", reason=reason)
    placement.to_on, placement.end_reason, placement.went_to = None, "", ""
    fields = ["to_on", "end_reason", "went_to"]
    audit.update(placement, by=by, fields=fields, action="members.undo_leaving", reason=reason)
    hold_again(duties, by=by, action="members.undo_leaving")
    return placement
