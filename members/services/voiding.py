"""Rows that never were true: voiding each with what rests on it, and a person entered by mistake."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from audit import services as audit
from members.models import Member, Membership, Placement, Position, Rank, ResidenceContact
from members.services.duties import ended_by_post
from members.services.moves import hold_again, undo_transfer
from members.services.residence import void_contact
from members.services.standing import lock
from partyunit.dates import day_before
from partyunit.models import Record

OWN_ROWS = (
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

    A move is undone whole (the old placement holds again), and so are a promotion and a post
    that took another's place. The only
    placement of a member, or the span in the Party beneath a placement, cannot be voided
    alone: that is a registration entered by mistake. Raises ValidationError.
    """
    lock(row.member)
    if version is not None and version != row.version:
        raise audit.VersionConflictError(type(row)._base_manager.get(pk=row.pk))
    if isinstance(row, Placement):
        return _void_placement(row, reason=reason, by=by)
    if isinstance(row, ResidenceContact):
        return void_contact(row, reason=reason, by=by)
    if isinstance(row, Membership):
        _check_nothing_rests_on(row)
    voided = audit.void(row, by=by, reason=reason)
    if isinstance(row, Rank):
        _hold_again_before(row, by=by)
    if isinstance(row, Position) and row.to_on is None:
        hold_again(ended_by_post(row), by=by, action="members.void_position")
    return voided


def _void_placement(placement: Placement, *, reason: str, by) -> Placement:
    if placement.start_reason == Placement.StartReason.INTERNAL:
        undo_transfer(placement=placement, reason=reason, by=by)
        return placement
    others = placement.member.placements.valid().exclude(pk=placement.pk)
    if not others.exists():
        raise ValidationError(
            _("Đây là nơi sinh hoạt duy nhất của đồng chí. Hãy dùng «Hủy việc ghi nhầm đảng viên».")
        )
    following = others.official().filter(
        from_on__gt=placement.from_on, start_reason=Placement.StartReason.INTERNAL
    )
    if placement.kind == Placement.Kind.OFFICIAL and following.exists():
        raise ValidationError(
            _("Sau đó đồng chí đã chuyển sinh hoạt; hãy hủy các lần chuyển sau trước.")
        )
    return audit.void(placement, by=by, reason=reason)


def _check_nothing_rests_on(membership: Membership) -> None:
    placements = membership.member.placements.valid().official()
    resting = placements.filter(from_on__gte=membership.ceremony_on)
    if membership.ended_on:
        resting = resting.filter(from_on__lte=membership.ended_on)
    if resting.exists():
        raise ValidationError(
            _("Đồng chí còn nơi sinh hoạt trong thời gian này; hãy hủy nơi sinh hoạt trước.")
        )


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
    for name in (*OWN_ROWS, "placements", "memberships"):
        for row in getattr(member, name).valid():
            audit.void(row, by=by, reason=reason, action="members.void_registration")
    return audit.void(member, by=by, reason=reason, action="members.void_registration")
