"""Rows that never were true: voiding each with what rests on it, and a person entered by mistake."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from audit import services as audit
from members.models import Member, Membership, Placement, Position, Rank, ResidenceContact
from members.services.candidates import introduces, reopen_candidates
from members.services.duties import ended_by_post
from members.services.fitting import keeping_in_place
from members.services.residence import void_contact
from members.services.standing import letters_ended_by, lock
from members.services.undoing import (
    hold_again,
    hold_cell_again,
    placement_before,
    undo_transfer,
)
from partyunit.dates import day_before
from partyunit.models import Record

OWN_ROWS = (  # of a person, by related managers
    "commitments",
    "exemptions",
    "residence_contacts",
    "secondments",
    "oversights",
    "positions",
    "ranks",
    "qualifications",
)


@transaction.atomic
def void_row(*, row: Record, reason: str, by, version: int | None = None) -> Record:
    """Voids one dated row of a member, with the reason.

    What the act that entered it had ended holds again: the placement before a move, the rank
    before a promotion, the lower post before a higher one. An admission is voided whole, with
    its placement; the only one of a person is a registration entered by mistake. Raises
    ValidationError.
    """
    if isinstance(row, Placement) and row.start_reason == Placement.StartReason.INTERNAL:
        hold_cell_again(placement_before(row))
    lock(row.member)
    if version is not None and version != row.version:
        raise audit.VersionConflictError(type(row)._base_manager.get(pk=row.pk))
    with keeping_in_place(row.member):
        return _void(row, reason=reason, by=by)


def _void(row: Record, *, reason: str, by) -> Record:
    if isinstance(row, Placement):
        return _void_placement(row, reason=reason, by=by)
    if isinstance(row, ResidenceContact):
        return void_contact(row, reason=reason, by=by)
    if isinstance(row, Membership):
        return _void_membership(row, reason=reason, by=by)
    before = ended_by_post(row) if isinstance(row, Position) and row.to_on is None else []
    voided = audit.void(row, by=by, reason=reason)
    if isinstance(row, Rank):
        _hold_again_before(row, by=by)
    hold_again(before, by=by, action="members.void_position")
    return voided


def _void_placement(placement: Placement, *, reason: str, by) -> Placement:
    """A move is undone whole; what began elsewhere or by letter goes alone."""
    if placement.start_reason == Placement.StartReason.INTERNAL:
        undo_transfer(placement=placement, reason=reason, by=by)
        return placement
    if placement.kind == Placement.Kind.TEMPORARY:
        return _void_temporary(placement, reason=reason, by=by)
    others = placement.member.placements.valid().exclude(pk=placement.pk)
    if not others.exists():
        raise ValidationError(
            _("Đây là nơi sinh hoạt duy nhất của đồng chí. Hãy dùng «Hủy việc ghi nhầm đảng viên».")
        )
    if placement.end_reason not in ("", Placement.EndReason.INTERNAL):
        raise ValidationError(_("Sau đó đã ghi việc rời đảng bộ; hãy hủy lần ghi đó trước."))
    following = others.official().filter(
        from_on__gt=placement.from_on, start_reason=Placement.StartReason.INTERNAL
    )
    if following.exists():
        raise ValidationError(
            _("Sau đó đồng chí đã chuyển sinh hoạt; hãy hủy các lần chuyển sau trước.")
        )
    letters = letters_ended_by(placement, action="members.transfer_in")
    voided = audit.void(placement, by=by, reason=reason)
    hold_again(letters, by=by, action="members.void_transfer_in")
    return voided


def _void_temporary(placement: Placement, *, reason: str, by) -> Placement:
    """A guest known by nothing else goes whole by «Hủy việc ghi nhầm đảng viên»."""
    others = placement.member.placements.valid().exclude(pk=placement.pk)
    if not others.exists():
        raise ValidationError(
            _("Đây là nơi sinh hoạt duy nhất của đồng chí. Hãy dùng «Hủy việc ghi nhầm đảng viên».")
        )
    return audit.void(placement, by=by, reason=reason)


def _void_membership(membership: Membership, *, reason: str, by) -> Membership:
    """With the placement its ceremony opened; an admitted candidate is a candidate again."""
    told = {"by": by, "reason": reason, "action": "members.void_admission"}
    others = membership.member.memberships.valid().exclude(pk=membership.pk)
    if not others.exists():
        raise ValidationError(
            _("Đây là lần kết nạp duy nhất của đồng chí. Hãy dùng «Hủy việc ghi nhầm đảng viên».")
        )
    reasons = (Placement.StartReason.ADMISSION, Placement.StartReason.READMISSION)
    opened = _placements_within(membership).filter(
        from_on=membership.ceremony_on, start_reason__in=reasons
    )
    placement = opened.first()
    if placement is not None and membership.ended_on is None:
        _void_placement(placement, reason=reason, by=by)
    if _placements_within(membership).exists():
        raise ValidationError(
            _("Đồng chí còn nơi sinh hoạt trong thời gian này; hãy hủy nơi sinh hoạt trước.")
        )
    for step in membership.steps.valid():
        audit.void(step, **told)
    reopen_candidates(membership, by=by, reason=reason)
    return audit.void(membership, **told)


def _placements_within(membership: Membership):
    placements = membership.member.placements.valid().official()
    placements = placements.filter(from_on__gte=membership.ceremony_on)
    if membership.ended_on:
        placements = placements.filter(from_on__lte=membership.ended_on)
    return placements


def _hold_again_before(rank: Rank, *, by) -> None:
    """The rank before a voided one goes on until the voided one's last day."""
    before = rank.member.ranks.valid().filter(to_on=day_before(rank.from_on)).first()
    if before is not None:
        audit.end_span(before, on=rank.to_on, by=by)


@transaction.atomic
def void_registration(*, member: Member, reason: str, by) -> Member:
    """Voids a person who never should have been entered, with every row of this room.

    Refused while meetings or awards still name the person: those are put right first.
    """
    lock(member)
    for rows in member.rows_naming():
        if rows.model._meta.app_label != member._meta.app_label:
            raise ValidationError(
                _("Đồng chí đã có tên trong sinh hoạt hoặc khen thưởng; không thể hủy cả hồ sơ.")
            )
    if introduces(member):
        raise ValidationError(_("Đồng chí đang là người giới thiệu kết nạp; hãy sửa ở đó trước."))
    for membership in member.memberships.valid():
        reopen_candidates(membership, by=by, reason=reason)
        for step in membership.steps.valid():
            audit.void(step, by=by, reason=reason, action="members.void_registration")
    for name in (*OWN_ROWS, "placements", "memberships"):
        for row in getattr(member, name).valid():
            audit.void(row, by=by, reason=reason, action="members.void_registration")
    return audit.void(member, by=by, reason=reason, action="members.void_registration")
