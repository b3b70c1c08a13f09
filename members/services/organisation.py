"""A cell that ends with its members moved in one act, merged or dissolved; and a new term with its posts."""

import datetime as dt
from collections.abc import Iterable, Mapping

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from audit import services as audit
from audit.models import AuditEntry
from cells import services as cells
from cells.models import Cell, Committee, OrganisationName, Term
from cells.wording import cell_title
from documents.models import Document
from members.models import Candidate, Member, Placement, Position
from members.services.duties import assign_position
from members.services.moves import transfer_member
from members.services.standing import act_that_ended, end_from, hold, holding_from, written
from members.services.undoing import hold_again, undo_transfer
from partyunit.dates import day_before

CLOSE, REOPEN = "members.close_cell", "members.reopen_cell"
CHANGE_TERM = "members.change_term"


def members_to_move(cell: Cell, on: dt.date) -> list[Member]:
    """Who is placed in the cell on the day or later, in the order of the register."""
    placed = holding_from(cell.placements.official(), on).select_related("member")
    return list({row.member_id: row.member for row in placed.order_by("member")}.values())


@transaction.atomic
def close_cell(
    *,
    cell: Cell,
    on: dt.date,
    to_cell: Cell | None,
    recorded_on: dt.date,
    reason: str,
    by,
    others: Mapping[int, Cell] | None = None,
    decision: Document | None = None,
    version: int | None = None,
    is_merger: bool = False,
) -> Cell:
    """Dissolves a cell (giải thể) from day `on`, its members moved in the same act.

    Everyone goes to `to_cell` but those whom `others` sends elsewhere, by their key; posts in
    the cell end, secondments and exemptions stay with the person, candidates follow to
    `to_cell`. A merger (sáp nhập) is told by the cell ever after. Meetings that were held stay
    as they are; one still planned from that day on is refused. Raises ValidationError keyed
    `on` or `to_cell`.
    """
    _hold_in_order([cell], filter(None, [to_cell, *(others or {}).values()]))
    cells.check_no_meeting_from([cell], on)
    for member in members_to_move(cell, on):
        target = (others or {}).get(member.pk, to_cell)
        _move(member, target, on=on, recorded_on=recorded_on, decision=decision, by=by)
    guests = cell.placements.filter(kind=Placement.Kind.TEMPORARY)
    end_from(holding_from(guests, on), on=on, by=by, action=CLOSE)
    merged_into = to_cell if is_merger else None
    closed = cells.dissolve_cell(
        cell=cell, on=on, by=by, reason=reason, version=version, merged_into=merged_into
    )
    for candidate in holding_from(cell.candidates, on):
        _pass_on(candidate, to_cell, by=by)
    return closed


def _hold_in_order(ending: Iterable[Cell], targets: Iterable[Cell]) -> None:
    """Keeps the cells that end for this act alone and holds their targets; refuses one ended meanwhile.

    In the order of their keys: two acts on the same cells at once would else wait for each other.
    """
    ending = list(ending)
    for one in sorted({*ending, *targets}, key=lambda one: one.pk):
        if one not in ending:
            hold(one)
            continue
        stored = Cell.objects.select_for_update(of=("self",)).get(pk=one.pk)
        if stored.dissolved_on is not None:
            ended = {"cell": cell_title(stored.name), "day": written(stored.dissolved_on)}
            raise ValidationError({"on": _("%(cell)s đã thôi từ ngày %(day)s.") % ended})


def _move(member: Member, target: Cell | None, **told) -> None:
    """A transfer like any other; a refusal says of whom."""
    if target is None:
        raise ValidationError({"to_cell": _("Hãy chọn chi bộ nhận đảng viên.")})
    try:
        transfer_member(member=member, to_cell=target, **told)
    except ValidationError as error:
        raise ValidationError({"on": f"{member}: {' '.join(error.messages)}"}) from error


def _pass_on(candidate: Candidate, target: Cell | None, *, by, action: str = CLOSE) -> None:
    if target is None:
        raise ValidationError({"to_cell": _("Hãy chọn chi bộ nhận quần chúng đang theo dõi.")})
    candidate.cell = target
    audit.update(candidate, by=by, fields=["cell"], action=action)


@transaction.atomic
def merge_cells(
    *,
    merged: Iterable[Cell],
    into: Cell,
    on: dt.date,
    recorded_on: dt.date,
    reason: str,
    by,
    decision: Document | None = None,
    version: int | None = None,
    new_name: OrganisationName | None = None,
) -> Cell:
    """Merges cells into one that stands, or into the unsaved `into`, founded on that day by the merger.

    `new_name` is the name a new cell's papers print, `version` that of the first cell as it
    was read. Meetings in the way are named of all the cells at once. Raises ValidationError
    keyed by field.
    """
    merged = list(merged)
    _hold_in_order(merged, [into] if into.pk else [])
    cells.check_no_meeting_from(merged, on)
    if into.pk is None and new_name is not None:
        into.founded_on = on
        name = {"full_name": new_name.name, "superior_line": new_name.superior_line}
        cells.found_cell(cell=into, by=by, **name)
    if into in merged:
        raise ValidationError({"into": _("Chi bộ nhận phải là một chi bộ khác.")})
    told = {"on": on, "recorded_on": recorded_on, "reason": reason, "decision": decision, "by": by}
    for number, cell in enumerate(merged):
        read = None if number else version
        close_cell(cell=cell, to_cell=into, version=read, is_merger=True, **told)
    return into


def closed_together(cell: Cell) -> list[Cell]:
    """The cells that ended by the same act: alone, or with the others merged on that day."""
    if cell.merged_into is None:
        return [cell]
    together = cell.merged_into.merged_cells.valid().filter(dissolved_on=cell.dissolved_on)
    return list(together)


def moved_on_closing(cell: Cell) -> list[Placement]:
    """The placements that began when the cell ended, of those who had been in it."""
    if cell.dissolved_on is None:
        return []
    left = (
        cell.placements.valid()
        .official()
        .filter(to_on=day_before(cell.dissolved_on), end_reason=Placement.EndReason.INTERNAL)
    )
    moved = (
        Placement.objects.valid()
        .official()
        .filter(
            member__in=left.values("member"),
            from_on=cell.dissolved_on,
            start_reason=Placement.StartReason.INTERNAL,
        )
    )
    if cell.merged_into_id:
        moved = moved.filter(cell=cell.merged_into_id)
    return list(moved.select_related("member", "cell"))


@transaction.atomic
def undo_closing(*, cell: Cell, reason: str, by, version: int | None = None) -> Cell:
    """Takes back a merger or dissolution that never was: cell, members, posts, roles as before.

    A cell founded by the merger is voided. Raises ValidationError once something later rests
    on it: a member moved on, a post in the new cell, a meeting of it.
    """
    if cell.dissolved_on is None:
        raise ValidationError(_("Chi bộ này chưa giải thể."))
    into, on = cell.merged_into, cell.dissolved_on
    for closed in closed_together(cell):
        placements = moved_on_closing(closed)
        read = version if closed.pk == cell.pk else None
        guests = closed.placements.valid().filter(kind=Placement.Kind.TEMPORARY)
        ended = list(guests.filter(to_on=day_before(on)))
        cells.reopen_cell(cell=closed, by=by, reason=reason, version=read)
        for placement in placements:
            _move_back(placement, reason=reason, by=by)
        hold_again(
            [guest for guest in ended if act_that_ended(guest) == CLOSE], by=by, action=REOPEN
        )
        _take_candidates_back(closed, by=by)
    if into is not None and into.founded_on == on:
        _void_founded(into, reason=reason, by=by)
    cell.refresh_from_db()
    return cell


def _move_back(placement: Placement, *, reason: str, by) -> None:
    try:
        undo_transfer(placement=placement, reason=reason, by=by)
    except ValidationError as error:
        told = " ".join(error.messages)
        raise ValidationError(f"{placement.member}: {told}") from error


def _take_candidates_back(cell: Cell, *, by) -> None:
    """The journal alone tells whom the cell handed over: a candidate's cell has no dates.

    Who has been moved again since stays there.
    """
    handed_over = AuditEntry.objects.filter(
        action=CLOSE, model=Candidate._meta.label_lower, before__cell=cell.pk
    )
    keys = {int(key) for key in handed_over.values_list("object_id", flat=True)}
    for candidate in Candidate.objects.valid().filter(pk__in=keys, to_on__isnull=True):
        moved = audit.standing_change(candidate, "cell")
        if moved and moved.action == CLOSE and moved.before["cell"] == cell.pk:
            _pass_on(candidate, cell, by=by, action=REOPEN)


def _void_founded(cell: Cell, *, reason: str, by) -> None:
    names = list(cell.names.valid())
    for rows in cell.rows_naming():
        if rows.model is not OrganisationName:
            raise ValidationError(
                _("Chi bộ mới đã có «%(rows)s»; hủy các dòng đó trước.")
                % {"rows": rows.model._meta.verbose_name}
            )
    for name in names:
        audit.void(name, by=by, reason=reason, action=REOPEN)
    audit.void(cell, by=by, reason=reason, action=REOPEN)


# -- terms ----------------------------------------------------------------------------------


def elected_posts(owner: Committee | Cell):
    """The posts a term gives and takes: of the committee and its inspection, or of the cell."""
    titles = (
        Position.CELL if isinstance(owner, Cell) else (*Position.COMMITTEE, *Position.INSPECTION)
    )
    return owner.positions.filter(title__in=titles)


@transaction.atomic
def change_term(
    *,
    owner: Committee | Cell,
    term: Term,
    posts: Iterable[tuple[Member, str]],
    by,
    decision: Document | None = None,
) -> Term:
    """Begins a term with its posts (nhiệm kỳ mới): the posts of the one before end the day before.

    Whoever is not in the new committee looks after no cell from that day on; the Party-work
    team is appointed, not elected, and goes on. Raises ValidationError keyed `from_on` or,
    for one post, with the member's name.
    """
    on = term.from_on
    cells.begin_term(owner=owner, term=term, by=by)
    place = {"cell": owner} if isinstance(owner, Cell) else {"committee": owner}
    end_from(holding_from(elected_posts(owner), on), on=on, by=by, action=CHANGE_TERM)
    for member, title in posts:
        position = Position(
            member=member, title=title, from_on=on, term=term, decision=decision, **place
        )
        try:
            assign_position(position=position, by=by)
        except ValidationError as error:
            raise ValidationError(f"{member}: {' '.join(error.messages)}") from error
    if isinstance(owner, Committee):
        _end_oversight_of_those_who_left(owner, on=on, by=by)
    return term


def _end_oversight_of_those_who_left(committee: Committee, *, on: dt.date, by) -> None:
    serving = committee.positions.active_on(on).filter(title__in=Position.COMMITTEE)
    for cell in committee.cells.valid():
        left = cell.oversights.exclude(member__in=serving.values("member"))
        end_from(holding_from(left, on), on=on, by=by, action=CHANGE_TERM)


@transaction.atomic
def undo_term_change(*, term: Term, reason: str, by, version: int | None = None) -> Term:
    """Takes back a term entered by mistake with its posts; those it ended are as before again.

    Raises ValidationError once a paper took a number of it, or a post of it ended or began later.
    """
    owner, last_day = term.owner, day_before(term.from_on)
    told = {"by": by, "action": "members.undo_term_change"}
    for post in term.positions.valid():
        if post.from_on != term.from_on or post.to_on is not None:
            raise ValidationError(
                _("«%(post)s» của %(member)s đã thay đổi trong nhiệm kỳ này; hủy dòng đó trước.")
                % {"post": post, "member": post.member}
            )
        audit.void(post, reason=reason, **told)
    ended = list(elected_posts(owner).valid().filter(to_on=last_day))
    if isinstance(owner, Committee):
        for cell in owner.cells.valid():
            ended += cell.oversights.valid().filter(to_on=last_day)
    hold_again([row for row in ended if act_that_ended(row) in ("", CHANGE_TERM)], **told)
    return cells.void_term(term=term, reason=reason, by=by, version=version)
