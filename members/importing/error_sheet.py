"""The rows of a file that could not be taken, as a sheet to correct and upload again.

Bad cells are coloured and carry what is wrong as a comment; the last column says it once more.
Everything is written as text: what begins with `=` stays a text.
"""

import io
from collections.abc import Iterable

from django.utils.translation import gettext as _

from members.importing import reading
from members.importing.previewing import mapping_of
from members.importing.rows import Layout, ReadRow
from members.models import ImportBatch, ImportRow

AS_TEXT = {
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
WIDEST = 40


def write_error_sheet(batch: ImportBatch) -> bytes:
    """The heads of the file over its bad rows, each cell as it stood there."""
    bad = {row.number: row for row in batch.rows.filter(outcome=ImportRow.Outcome.ERROR)}
    book = reading.open_book(batch.file.path, name=batch.file_name)
    layout = next(one for one in book.layouts() if one.sheet == batch.sheet)
    read = reading.read(book, layout, mapping=mapping_of(batch), answers=batch.answers)
    rows = [(row, bad[row.number]) for row in read if row.number in bad]
    return _write(layout, rows, has_cell="cell" in batch.mapping.values())


def _write(layout: Layout, rows: Iterable[tuple[ReadRow, ImportRow]], *, has_cell: bool) -> bytes:
    import xlsxwriter

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, AS_TEXT)
    sheet = book.add_worksheet()
    text = book.add_format({"num_format": "@"})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1})
    marked = book.add_format({"num_format": "@", "bg_color": "#FFC7CE", "font_color": "#9C0006"})
    # A list may name the cell in a row of its own above its members: then each row names it here.
    added = [] if has_cell else ["Chi bộ"]
    width = max((one.index for one in layout.heads), default=0) + 1
    top = _write_heads(sheet, layout, added, head=head)
    for line, (read, row) in enumerate(rows, start=top):
        wrong = _sentences(row)
        for at in range(width):
            cell = read.cells[at] if at < len(read.cells) else ""
            sheet.write_string(line, at, cell, marked if at in wrong else text)
            if at in wrong:
                sheet.write_comment(line, at, " ".join(wrong[at]), {"x_scale": 2})
        for at, _heading in enumerate(added, start=width):
            sheet.write_string(line, at, str(read.values.get("cell") or ""), text)
        told = " ".join(sentence for sentences in wrong.values() for sentence in sentences)
        sheet.write_string(line, width + len(added), told, marked)
    book.close()
    return buffer.getvalue()


def _write_heads(sheet, layout: Layout, added: list[str], *, head) -> int:
    """As many rows of heads as in the file; returns the first line below them."""
    depth = max((len(one.levels) for one in layout.heads), default=1)
    for one in layout.heads:
        levels = [*one.levels, *[""] * (depth - len(one.levels))]
        for line, level in enumerate(levels):
            sheet.write_string(line, one.index, level, head)
        sheet.set_column(one.index, one.index, min(WIDEST, max(10, len(one.text) // 2 + 4)))
    first = max((one.index for one in layout.heads), default=0) + 1
    for at, heading in enumerate([*added, _("Lỗi")], start=first):
        sheet.write_string(0, at, heading, head)
        sheet.set_column(at, at, WIDEST)
    sheet.freeze_panes(depth, 0)
    return depth


def _sentences(row: ImportRow) -> dict[int | None, list[str]]:
    """What is wrong, by column; None is the row as a whole. Warnings are no errors."""
    wrong: dict[int | None, list[str]] = {}
    for problem in row.problems:
        if not problem["is_warning"]:
            wrong.setdefault(problem["column"], []).append(problem["sentence"])
    return wrong
