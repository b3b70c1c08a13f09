"""Posts, oversight of cells, ranks and qualifications."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from audit import services as audit
from cells.models import Cell, Term
from members.models import Member, Oversight, Position, Qualification, Rank
from members.services.fitting import check_may_hold, check_may_oversee, keeping_in_place
from members.services.standing import (
    act_that_ended,
    check_has_happened,
    end_from,
    end_one,
    errors_named,
    hand_over,
    holding_from,
    lock,
    official_placement_on,
)
from partyunit.dates import day_before


@transaction.atomic
def assign_position(
    *, position: Position, by, replaces: bool = False, handover: str = ""
) -> Position:
    """Gives a member a post (chức vụ) from its first day on.

    One row, of the highest post, in each body: a post the member holds in the same committee,
    inspection committee or cell ends the day before. With `replaces`, so does that of the
    secretary in office whose seat it is; `handover` is noted on what ends so. Only official
    members are elected to a body of the Party (Điều lệ Đảng, Điều 3). Raises ValidationError
    keyed by field.
    """
    lock(position.member)
    position.line = (
        Position.Line.OFFICE if position.title == Position.Title.OFFICE else Position.Line.PARTY
    )
    if not (position.committee_id or position.cell_id or position.office_unit_id):
        _name_body(position)
    if position.from_on:
        check_may_hold(position)
        with errors_named(on="from_on"):
            _end_other_step(position, by=by, handover=handover)
            if replaces:
                _end_holder(position, by=by, handover=handover)
        position.term = position.term or _term_of(position)
    with keeping_in_place(position.member):
        return audit.create(position, by=by, action="members.assign_position")


def holder_before(position: Position) -> Position | None:
    """Who sits on the first day in the one seat that the post would take: the secretary in office."""
    if position.title not in Position.SEATS or not position.from_on:
        return None
    if not (position.committee_id or position.cell_id):
        _name_body(position)
    seats = Position.objects.exclude(member=position.member_id).filter(
        title=position.title, committee=position.committee, cell=position.cell
    )
    return seats.active_on(position.from_on).select_related("member").first()


def _end_holder(position: Position, *, by, handover: str) -> None:
    holder = holder_before(position)
    if holder is not None:
        lock(holder.member)
        _assigned(position, [holder], by=by, handover=handover)


def _assigned(position: Position, ended, *, by, handover: str) -> None:
    """Ends what a post takes the place of, on its eve."""
    action = "members.assign_position"
    hand_over(ended, on=position.from_on, by=by, action=action, handover=handover)


def _name_body(position: Position) -> None:
    """The cell or committee a title speaks of: where the member is placed on the first day."""
    placement = position.from_on and official_placement_on(position.member, position.from_on)
    if not (placement and placement.cell) or position.line == Position.Line.OFFICE:
        return
    if position.title in Position.CELL:
        position.cell = placement.cell
    else:
        position.committee = placement.cell.committee


def _end_other_step(position: Position, *, by, handover: str) -> None:
    ladder = next((steps for steps in Position.LADDERS if position.title in steps), None)
    if ladder is None:
        return
    posts = position.member.positions.filter(
        title__in=ladder, committee=position.committee, cell=position.cell
    )
    if position.to_on:
        posts = posts.filter(from_on__lte=position.to_on)
    held = holding_from(posts, position.from_on)
    _assigned(position, held, by=by, handover=handover)


def _term_of(position: Position) -> Term | None:
    if position.cell_id:
        return Term.objects.active_on(position.from_on).filter(cell=position.cell).first()
    if position.committee_id:
        terms = Term.objects.active_on(position.from_on)
        return terms.filter(committee=position.committee).first()
    return None


@transaction.atomic
def end_position(*, position: Position, on: dt.date, by, note: str | None = None) -> Position:
    """Ends a post (thôi giữ chức vụ) from day `on`: the day before is the last that counts.

    `note` is what was handed over (ghi chú bàn giao), in place of what stood there. Who leaves
    the committee so no longer looks after a cell from that day on.
    """
    lock(position.member)
    also = {} if note is None else {"note": note}
    action = "members.end_position"
    end_one(position, on=on, by=by, action=action, **also)
    with errors_named(to_on="on"):
        end_from(oversights_that_end_with(position, on), on=on, by=by, action=action)
    return position


def oversights_that_end_with(position: Position, on: dt.date) -> list[Oversight]:
    """The cells the member looks after on `on` by this post in the committee alone."""
    if position.title not in Position.COMMITTEE:
        return []
    serves = position.member.positions.active_on(on).exclude(pk=position.pk)
    if serves.filter(title__in=Position.COMMITTEE, committee=position.committee).exists():
        return []
    oversights = position.member.oversights.filter(cell__committee=position.committee_id)
    return list(holding_from(oversights, on).select_related("cell"))


def ended_by_post(position: Position) -> list[Position]:
    """The posts that ended on the eve of one: the same member's in that body, and of the one before.

    The journal tells them from a post that ended on that day by an act of its own; loaded
    without a journal it cannot be told apart.
    """
    ladder = next((steps for steps in Position.LADDERS if position.title in steps), ())
    own = Q(member=position.member_id, title__in=ladder)
    seat = Q(title=position.title) if position.title in Position.SEATS else Q(pk=None)
    posts = Position.objects.valid().filter(
        own | seat, committee=position.committee, cell=position.cell
    )
    ended = posts.filter(to_on=day_before(position.from_on)).select_related("member")
    return [post for post in ended if act_that_ended(post) in ("", "members.assign_position")]


@transaction.atomic
def assign_oversight(*, member: Member, cell: Cell, on: dt.date, by, decision=None) -> Oversight:
    """Assigns a committee member to a cell, to attend and help it (working rules of the committee)."""
    lock(member)
    oversight = Oversight(member=member, cell=cell, from_on=on, decision=decision)
    with errors_named(from_on="on"), keeping_in_place(member):
        check_may_oversee(oversight)
        return audit.create(oversight, by=by, action="members.assign_oversight")


@transaction.atomic
def end_oversight(*, oversight: Oversight, on: dt.date, by) -> Oversight:
    """Ends an assignment from day `on`."""
    end_one(oversight, on=on, by=by, action="members.end_oversight")
    return oversight


@transaction.atomic
def promote(*, member: Member, grade: int, on: dt.date, recorded_on: dt.date, by) -> Rank:
    """Gives a member a rank (cấp bậc hàm) from day `on`; the one held before ends the day before.

    A rank of the past may be added: it holds until the next one on record begins.
    """
    lock(member)
    check_has_happened(recorded_on, on=on)
    held = member.ranks.active_on(on).first()
    if held is not None and held.from_on == on:
        raise ValidationError(
            {
                "on": _("Ngày này đã ghi cấp bậc hàm %(rank)s; hãy hủy dòng đó trước.")
                % {"rank": held}
            }
        )
    if held is not None and held.grade == grade:
        raise ValidationError({"grade": _("Đồng chí đang mang cấp bậc hàm này.")})
    rank = Rank(member=member, grade=grade, from_on=on, to_on=_last_day_before_next(member, on))
    with errors_named(from_on="on", to_on="on"):
        if held is not None:
            audit.end_span(held, on=day_before(on), by=by, action="members.promote")
        return audit.create(rank, by=by, action="members.promote")


def _last_day_before_next(member: Member, on: dt.date) -> dt.date | None:
    later = member.ranks.valid().filter(from_on__gt=on).first()
    return day_before(later.from_on) if later else None


@transaction.atomic
def add_qualification(*, qualification: Qualification, recorded_on: dt.date, by) -> Qualification:
    """Records a degree or certificate that has been obtained."""
    check_has_happened(recorded_on, obtained_on=qualification.obtained_on)
    return audit.create(qualification, by=by, action="members.add_qualification")
