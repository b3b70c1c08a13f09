"""The rows of a file that could not be taken, as a sheet to correct and upload again.

Bad cells are coloured and carry what is wrong as a comment; the last column says it once more.
What must not be kept (family, wealth, health, foreign ties) stays blank under its head. Everything is written as text: what begins with `=` stays a text.
"""

import io
from collections.abc import Iterable

from django.utils.translation import gettext as _

from members.importing import reading
from members.importing.headings import is_private
from members.importing.previewing import mapping_of
from members.importing.rows import ImportRefusedError, Layout, Mapping, ReadRow
from members.importing.stored import book_of
from members.models import ImportBatch, ImportRow

AS_TEXT = {
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
WIDEST = 40


def has_error_sheet(batch: ImportBatch) -> bool:
    """Whether there are bad rows to give out: of the file while it is kept, then for `KEPT_DAYS` more."""
    is_read = batch.state == ImportBatch.State.READY and bool(batch.counts.get("error"))
    return is_read or bool(batch.error_sheet)


def error_sheet_of(batch: ImportBatch) -> bytes:
    """The bad rows: as they were kept when the batch was written, else from the file."""
    if not batch.error_sheet:
        return write_error_sheet(batch)
    with batch.error_sheet.open("rb") as file:
        return file.read()


def bad_rows_of(batch_id: int) -> bytes | None:
    """What is kept of the bad rows of a batch about to be written, None where it has none."""
    batch = ImportBatch.objects.get(pk=batch_id)
    if not has_error_sheet(batch):
        return None
    try:
        return write_error_sheet(batch)
    except ImportRefusedError:
        return None  # a file that was lost: what was shown can still be written


def write_error_sheet(batch: ImportBatch) -> bytes:
    """The heads of the file over its bad rows, each cell as it stood there. Raises ImportRefusedError."""
    bad = {row.number: row for row in batch.rows.filter(outcome=ImportRow.Outcome.ERROR)}
    book = book_of(batch)
    layout = next(one for one in book.layouts() if one.sheet == batch.sheet)
    read = reading.read(book, layout, mapping=mapping_of(batch), answers=batch.answers)
    rows = [(row, bad[row.number]) for row in read if row.number in bad]
    return _write(layout, rows, mapping=mapping_of(batch))


def _write(layout: Layout, rows: Iterable[tuple[ReadRow, ImportRow]], *, mapping: Mapping) -> bytes:
    import xlsxwriter

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, AS_TEXT)
    sheet = book.add_worksheet()
    text = book.add_format({"num_format": "@"})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1})
    marked = book.add_format({"num_format": "@", "bg_color": "#FFC7CE", "font_color": "#9C0006"})
    # A list may name the cell in a row of its own above its members: then each row names it here.
    added = [] if "cell" in mapping.values() else ["Chi bộ"]
    width = max((one.index for one in layout.heads), default=0) + 1
    private = {
        one.index for one in layout.heads if not mapping.get(one.index) and is_private(one.levels)
    }
    top = _write_heads(sheet, layout, added, head=head)
    for line, (read, row) in enumerate(rows, start=top):
        wrong = _sentences(row)
        for at in range(width):
            cell = read.cells[at] if at < len(read.cells) and at not in private else ""
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
