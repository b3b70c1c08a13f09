"""Undoing a move, a leaving or a recognition that never was true: what it ended holds again."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from audit import services as audit
from members.models import Membership, Placement
from members.rules import written
from members.services.fitting import keeping_in_place
from members.services.recognition import RECOGNITION
from members.services.standing import act_that_ended, hold, holding_from, letters_ended_by, lock
from partyunit.dates import day_before
from partyunit.models import Span

# What a leaving wrote on a placement, and what stood there before.
LEAVING: dict[str, str | None] = {
    "to_on": None,
    "end_reason": "",
    "went_to": "",
    "left_letter_number": "",
    "left_letter_on": None,
    "received_on": None,
    "left_decision": None,
}


def placement_before(placement: Placement) -> Placement | None:
    """The placement that a move inside the committee ended on its eve; none once that is undone."""
    placements = placement.member.placements.valid().official().select_related("cell")
    return placements.filter(to_on=day_before(placement.from_on)).first()


def hold_cell_again(placement: Placement | None) -> None:
    """Keeps the cell of a placement that is about to be open again from being ended meanwhile."""
    if placement is not None and placement.cell is not None:
        hold(placement.cell)


def ended_with(placement: Placement) -> list[Span]:
    """What the act that ended a placement ended with it: it holds again with it.

    The journal tells it from what ended on that very day by an act of its own; rows loaded
    without a journal cannot be told apart, so the page names all of these beforehand.
    """
    member, last_day = placement.member, placement.to_on
    if placement.end_reason == Placement.EndReason.INTERNAL:
        ended = list(member.positions.valid().filter(cell=placement.cell, to_on=last_day))
    else:
        temporary = member.placements.filter(kind=Placement.Kind.TEMPORARY)
        names = ("positions", "oversights", "exemptions", "secondments", "residence_contacts")
        rows = (*(getattr(member, name) for name in names), temporary)
        ended = [row for spans in rows for row in spans.valid().filter(to_on=last_day)]
    act = act_that_ended(placement)
    return [row for row in ended if act_that_ended(row) == act]


def hold_again(spans: Sequence[Span], *, by, action: str) -> None:
    """Gives spans back what they were before they ended. Raises ValidationError that names what stands in the way."""
    for span in spans:
        try:
            audit.hold_again(span, by=by, action=action)
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
    old = placement_before(placement)
    hold_cell_again(old)
    lock(placement.member)
    if placement.start_reason != Placement.StartReason.INTERNAL:
        raise ValidationError(_("Chỉ lần chuyển trong đảng bộ mới hoàn lại được như vậy."))
    if placement.to_on is not None:
        raise ValidationError(
            _("Sau lần chuyển này đã ghi %(reason)s hết ngày %(day)s. Hãy hủy lần ghi đó trước.")
            % {"reason": placement.get_end_reason_display(), "day": written(placement.to_on)}
        )
    _check_no_post_in(placement)
    action = "members.undo_transfer"
    with keeping_in_place(placement.member):
        audit.void(placement, by=by, reason=reason, action=action)
        if old is None:
            raise ValidationError(_("Nơi sinh hoạt trước lần chuyển này không còn trong sổ."))
        posts = [*ended_with(old), *letters_ended_by(placement, action="members.transfer")]
        audit.end_span(old, on=None, by=by, action=action, end_reason="")
        hold_again(posts, by=by, action=action)
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
    hold_cell_again(placement)
    lock(placement.member)
    check_reason(reason)
    if placement.end_reason in ("", Placement.EndReason.INTERNAL):
        raise ValidationError(_("Dòng này không ghi việc rời đảng bộ."))
    later = placement.member.placements.valid().official().filter(from_on__gt=placement.to_on)
    if later.exists():
        raise ValidationError(_("Sau đó đồng chí đã sinh hoạt nơi khác; hãy hủy lần ghi ấy trước."))
    told = {"by": by, "action": "members.undo_leaving"}
    duties = ended_with(placement)
    ended = placement.member.memberships.valid().filter(ended_on=placement.to_on).first()
    if ended is not None:
        ended.ended_on, ended.end_reason, ended.end_decision = None, "", None
        fields = ["ended_on", "end_reason", "end_decision"]
        audit.update(ended, fields=fields, reason=reason, **told)
    for name, value in LEAVING.items():
        setattr(placement, name, value)
    audit.update(placement, fields=list(LEAVING), reason=reason, **told)
    hold_again(duties, **told)
    return placement


@transaction.atomic
def undo_recognition(*, membership: Membership, reason: str, by) -> Membership:
    """Undoes a recognition that never was true: the member is on probation again.

    Rolls and votes of approved meetings stay as they were. Raises ValidationError when a post
    rests on it that only an official member may hold.
    """
    lock(membership.member)
    check_reason(reason)
    if membership.official_from is None:
        raise ValidationError(_("Đồng chí chưa được công nhận chính thức."))
    with keeping_in_place(membership.member):
        membership.official_from = membership.recognition_decision_on = None
        membership.recognition_decision = None
        membership.recognition_number = membership.official_note = ""
        return audit.update(
            membership,
            by=by,
            fields=RECOGNITION,
            action="members.undo_recognition",
            reason=reason,
        )


def check_reason(reason: str) -> None:
    if not reason.strip():
        raise ValidationError({"reason": _("Hãy ghi lý do hủy.")})
