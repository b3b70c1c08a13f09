"""What happens to a cell: founded, corrected, renamed, dissolved, and each taken back.

Also the entries of the directories, voided. Names are dated, so old papers keep theirs.
"""

import datetime as dt
from collections.abc import Iterable, Iterator

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from audit import services as audit
from cells.models import Cell, Committee, OrganisationName, Term
from cells.wording import cell_title
from partyunit.dates import day_before
from partyunit.models import Record

NO_SUCH_CELL = gettext_lazy("Ngày này chi bộ chưa thành lập hoặc đã giải thể; chọn ngày khác.")
# What ends with a cell, by its related managers; the upper rooms' rows among them.
ENDING_WITH_CELL = ("names", "terms", "positions", "oversights", "roles")
END_WITH_CELL = "cells.cell.end_with"


@transaction.atomic
def found_cell(*, cell: Cell, full_name: str, superior_line: str, by) -> Cell:
    """Enters a new cell with the name its papers print from the founding day on."""
    audit.create(cell, by=by, action="cells.cell.found")
    name = OrganisationName(
        cell=cell,
        name=full_name,
        short_name=cell.name,
        superior_line=superior_line,
        from_on=cell.founded_on,
    )
    audit.create(name, by=by)
    return cell


@transaction.atomic
def rename_cell(*, cell: Cell, name: OrganisationName, by, today: dt.date) -> Cell:
    """Gives the cell the unsaved `name` from its first day on; the old name ends the day before.

    It is entered once its day has come, so that `cell.name` is what the cell is called now on
    every day; papers of earlier days go on printing the old name. Raises ValidationError
    keyed by field.
    """
    name.cell, on = cell, name.from_on
    if on > today:
        raise ValidationError(
            {"from_on": _("Ngày mang tên mới chưa đến; hãy đổi tên từ ngày ấy trở đi.")}
        )
    if not cell.exists_on(on):
        raise ValidationError({"from_on": NO_SUCH_CELL})
    old = cell.names.active_on(on).first()
    if old is not None and old.from_on == on:
        raise ValidationError(
            {"from_on": _("Ngày này chi bộ vừa mang một tên khác; chọn ngày muộn hơn.")}
        )
    if cell.names.valid().filter(from_on__gt=on).exists():
        raise ValidationError(
            {"from_on": _("Sau ngày này chi bộ đã có một tên khác; chọn ngày muộn hơn.")}
        )
    if old is not None:
        audit.end_span(old, on=day_before(on), by=by)
    audit.create(name, by=by, action="cells.cell.rename")
    cell.name = name.short_name
    return audit.update(cell, by=by, fields=["name"])


@transaction.atomic
def correct_name(
    *,
    cell: Cell,
    name: OrganisationName,
    by,
    fields: list[str],
    reason: str,
    version: int | None = None,
) -> OrganisationName:
    """Corrects what was typed wrong in a name of a cell, and what lists call the cell now."""
    audit.update(name, by=by, fields=fields, reason=reason, version=version)
    if name == cell.names.valid().order_by("from_on").last() and cell.name != name.short_name:
        cell.name = name.short_name
        audit.update(cell, by=by, fields=["name"], reason=reason)
    return name


@transaction.atomic
def correct_cell(
    *, cell: Cell, by, fields: list[str], reason: str = "", version: int | None = None
) -> Cell:
    """Corrects a cell's own facts; its first name moves along with the founding day."""
    first = cell.names.valid().order_by("from_on").first()
    if first is not None and first.from_on != cell.founded_on:
        first.from_on = cell.founded_on
        audit.update(first, by=by, fields=["from_on"], reason=reason)
    return audit.update(cell, by=by, fields=fields, reason=reason, version=version)


@transaction.atomic
def begin_term(*, owner: Committee | Cell, term: Term, by) -> Term:
    """Enters the unsaved `term` of its owner, a committee or a cell; the one before it ends the day before.

    Numbers of papers begin anew with it. Raises ValidationError keyed `from_on`.
    """
    on = term.from_on
    if isinstance(owner, Cell) and not owner.exists_on(on):
        raise ValidationError({"from_on": NO_SUCH_CELL})
    if owner.terms.valid().filter(from_on__gte=on).exists():
        raise ValidationError(
            {"from_on": _("Từ ngày này đã có một nhiệm kỳ khác; chọn ngày muộn hơn.")}
        )
    old = owner.terms.active_on(on).first()
    if old is not None:
        paper = old.documents.valid().filter(issued_on__gte=on).first()
        if paper is not None:
            raise ValidationError(
                {
                    "from_on": _("%(paper)s đã lấy số của nhiệm kỳ trước; chọn ngày muộn hơn.")
                    % {"paper": paper}
                }
            )
        audit.end_span(old, on=day_before(on), by=by)
    return audit.create(term, by=by, action="cells.term.begin")


@transaction.atomic
def void_term(*, term: Term, by, reason: str, version: int | None = None) -> Term:
    """Voids the newest term of its owner, entered by mistake; the one it had ended holds on again.

    Raises ValidationError once a paper has taken a number of it, or a post is held in it.
    """
    owner = term.owner
    if owner.terms.valid().filter(from_on__gt=term.from_on).exists():
        raise ValidationError(_("Sau nhiệm kỳ này đã ghi nhiệm kỳ khác; hủy nhiệm kỳ ấy trước."))
    for naming in term.rows_naming():
        told = _("Còn %(count)s dòng «%(rows)s» của nhiệm kỳ này nên không hủy được.")
        rows = naming.model._meta.verbose_name
        raise ValidationError(told % {"count": naming.count(), "rows": rows})
    audit.void(term, by=by, reason=reason, version=version)
    before = owner.terms.valid().filter(to_on=day_before(term.from_on)).first()
    if before is not None:
        audit.hold_again(before, by=by, action="cells.term.void")
    return term


@transaction.atomic
def dissolve_cell(
    *,
    cell: Cell,
    on: dt.date,
    by,
    reason: str,
    version: int | None = None,
    merged_into: Cell | None = None,
) -> Cell:
    """`on` is the first day the cell no longer exists; everyone must have left it by then.

    What hangs on the cell ends with it, the day before: its name and term, posts, oversight,
    the roles of accounts. A merger names the cell it goes up into. Raises ValidationError
    keyed `on`, naming what still stands. Members are moved by `members.services.close_cell`.
    """
    if cell.placements.valid().exclude(to_on__lt=on).exists():
        raise ValidationError(
            {"on": _("Vào ngày này chi bộ còn đảng viên; chuyển hết đảng viên rồi giải thể.")}
        )
    check_no_meeting_from([cell], on)
    for name in ENDING_WITH_CELL:
        for span in getattr(cell, name).valid().exclude(to_on__lt=on):
            _end_with_cell(span, on=on, by=by)
    cell.dissolved_on, cell.merged_into = on, merged_into
    return audit.update(
        cell,
        by=by,
        fields=["dissolved_on", "merged_into"],
        action="cells.cell.merge" if merged_into else "cells.cell.dissolve",
        reason=reason,
        version=version,
    )


def check_no_meeting_from(ending: Iterable[Cell], on: dt.date) -> None:
    """Refuses to end cells from a day that still have meetings then, held or planned, each cell in turn.

    Raises ValidationError keyed `on`, with the days.
    """
    told = [sentence for cell in ending for sentence in _meetings_in_the_way(cell, on)]
    if told:
        raise ValidationError({"on": told})


def _meetings_in_the_way(cell: Cell, on: dt.date) -> Iterator[str]:
    rows = cell.meetings.valid().filter(meets_on__gte=on).exclude(state="cancelled")
    days: dict[bool, list[str]] = {True: [], False: []}  # those held, those planned
    for state, day in rows.order_by("meets_on").values_list("state", "meets_on"):
        days[state == "held"].append(f"{day:%d/%m/%Y}")
    if held := days[True]:
        told = _("%(cell)s đã họp ngày %(day)s; chọn ngày sau cuộc họp ấy.")
        yield told % {"cell": cell_title(cell.name), "day": held[-1]}
    if planned := days[False]:
        told = _("%(cell)s còn cuộc họp ngày %(days)s; ghi «không họp» hoặc đổi ngày trước.")
        yield told % {"cell": cell_title(cell.name), "days": ", ".join(planned)}


def _end_with_cell(span, *, on: dt.date, by) -> None:
    if span.from_on >= on:
        raise ValidationError(
            {
                "on": _("Chi bộ còn %(what)s bắt đầu ngày %(day)s; chọn ngày giải thể muộn hơn.")
                % {"what": span._meta.verbose_name, "day": f"{span.from_on:%d/%m/%Y}"}
            }
        )
    audit.end_span(span, on=day_before(on), by=by, action=END_WITH_CELL)


@transaction.atomic
def reopen_cell(*, cell: Cell, by, reason: str, version: int | None = None) -> Cell:
    """Takes back a dissolution that never was: the cell, its names, term and oversight hold on.

    What ended with the cell is told by the journal, which knows the last day it had before; of
    rows loaded without one by their last day. Raises ValidationError for one whose place
    something else has taken since.
    """
    if cell.dissolved_on is None:
        raise ValidationError(_("Chi bộ này chưa giải thể."))
    last_day = day_before(cell.dissolved_on)
    cell.dissolved_on = cell.merged_into = None
    fields = ["dissolved_on", "merged_into"]
    told = {"by": by, "action": "cells.cell.reopen"}
    audit.update(cell, fields=fields, reason=reason, version=version, **told)
    for name in ENDING_WITH_CELL:
        for span in getattr(cell, name).valid().filter(to_on=last_day):
            ended = audit.standing_change(span, "to_on")
            if ended is None or ended.action == END_WITH_CELL:
                audit.hold_again(span, **told)
    return cell


@transaction.atomic
def undo_rename(*, name: OrganisationName, by, reason: str, version: int | None = None) -> Cell:
    """Voids the newest name of a cell; the one before it holds on, in lists and on papers.

    Papers already drawn keep what they printed. Raises ValidationError for a first name, and
    for one that another followed.
    """
    cell = name.cell
    if cell is None:
        raise ValidationError(_("Chỉ lần đổi tên của chi bộ mới hủy được như vậy."))
    if name.is_voided:
        raise ValidationError(_("Dòng này đã hủy rồi."))
    before = cell.names.valid().filter(to_on=day_before(name.from_on)).first()
    if before is None:
        raise ValidationError(
            _("Đây là tên đầu tiên của chi bộ; gõ nhầm thì dùng «Sửa thông tin».")
        )
    if cell.names.valid().filter(from_on__gt=name.from_on).exists():
        raise ValidationError(_("Sau tên này chi bộ đã mang tên khác; hủy lần đổi tên ấy trước."))
    audit.void(name, by=by, reason=reason, version=version, action="cells.cell.undo_rename")
    audit.end_span(before, on=name.to_on, by=by, action="cells.cell.undo_rename")
    cell.name = before.short_name
    return audit.update(cell, by=by, fields=["name"], action="cells.cell.undo_rename")


@transaction.atomic
def void_entry(*, entry: Record, reason: str, by, version: int | None = None) -> Record:
    """Voids a row of a directory that never was true. Refused while rows of any room name it."""
    for naming in entry.rows_naming():
        raise ValidationError(
            _("Còn %(count)s dòng «%(rows)s» ghi tên này; sửa các dòng đó trước.")
            % {"count": naming.count(), "rows": naming.model._meta.verbose_name}
        )
    return audit.void(entry, by=by, reason=reason, version=version)
