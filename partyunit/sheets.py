"""A register as an XLSX sheet: what the page shows, all of its rows."""

import datetime as dt
import io
from collections.abc import Iterable, Sequence
from textwrap import shorten

from partyunit.listing import Column

WIDEST = 60


def write_sheet(
    *, title: str, notes: Sequence[str], columns: Sequence[Column], records: Iterable
) -> bytes:
    """One sheet: title, the day and conditions as notes, then the table under a frozen head.

    Text is always written as text: a name that begins with `=` must not become a formula.
    """
    import xlsxwriter

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"constant_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet(_sheet_name(title))
    bold = book.add_format({"bold": True})
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "bottom"})
    day = book.add_format({"num_format": "dd/mm/yyyy", "align": "left"})
    for i, column in enumerate(columns):
        sheet.set_column(i, i, _width(column))
    sheet.write_string(0, 0, title, bold)
    for line, note in enumerate(notes, start=1):
        sheet.write_string(line, 0, note)
    top = len(notes) + 2
    for i, column in enumerate(columns):
        sheet.write_string(top, i, str(column.heading), head)
    sheet.freeze_panes(top + 1, 0)
    for line, record in enumerate(records, start=top + 1):
        for i, column in enumerate(columns):
            _write(sheet, cell=(line, i), value=column.exported(record), day_format=day)
    book.close()
    return buffer.getvalue()


def _write(sheet, *, cell: tuple[int, int], value, day_format) -> None:
    if isinstance(value, dt.datetime):
        sheet.write_string(*cell, f"{value:%H:%M %d/%m/%Y}")
    elif isinstance(value, dt.date):
        sheet.write_datetime(*cell, dt.date(value.year, value.month, value.day), day_format)
    elif isinstance(value, int | float):
        sheet.write_number(*cell, value)
    elif value:
        sheet.write_string(*cell, str(value))


def _sheet_name(title: str) -> str:
    """Excel allows 31 characters and none of []:*?/\\ in the name of a sheet; cut between words."""
    name = "".join(" " if c in "[]:*?/\\" else c for c in title).strip()
    return shorten(name, width=31, placeholder="…") or "1"


def _width(column: Column) -> int:
    if column.head:
        return 28
    return min(WIDEST, max(12, len(str(column.heading)) + 4))
