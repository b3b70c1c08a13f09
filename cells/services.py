"""What happens to a cell: founded, renamed, dissolved. Names are dated, so old papers keep theirs."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from audit import services as audit
from cells.models import Cell, OrganisationName
from partyunit.dates import day_before


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
        raise ValidationError(
            {"from_on": _("Ngày này chi bộ chưa thành lập hoặc đã giải thể; chọn ngày khác.")}
        )
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
def dissolve_cell(*, cell: Cell, on: dt.date, by, reason: str, version: int) -> Cell:
    """`on` is the first day the cell no longer exists; everyone must have left it by then."""
    if cell.placements.valid().exclude(to_on__lt=on).exists():
        raise ValidationError(
            {"on": _("Vào ngày này chi bộ còn đảng viên; chuyển hết đảng viên rồi giải thể.")}
        )
    last_day = day_before(on)
    for span in (*cell.names.active_on(on), *cell.terms.active_on(on)):
        audit.end_span(span, on=last_day, by=by)
    cell.dissolved_on = on
    return audit.update(
        cell,
        by=by,
        fields=["dissolved_on"],
        action="cells.cell.dissolve",
        reason=reason,
        version=version,
    )
