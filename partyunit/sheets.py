"""A register as an XLSX sheet: what the page shows, all of its rows."""

import datetime as dt
import io
from collections.abc import Iterable, Sequence
from textwrap import shorten

from django.http import HttpResponse
from django.utils.translation import gettext as _

from partyunit.listing import Column
from partyunit.totals import Totals
from partyunit.views import send_file

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDEST, HEAD_WIDTH = 50, 14  # signs of a column, and of its heading
UPRIGHT = 90  # signs across an A4 page
LINE = 15  # points


def write_sheet(
    *,
    title: str,
    notes: Sequence[str],
    columns: Sequence[Column],
    records: Iterable,
    totals: Totals | None = None,
) -> bytes:
    """One sheet: title, the day and conditions as notes, then the table under a frozen head.

    Totals, when asked for, stand on a sheet of their own.

    Text is always written as text: a name that begins with `=` must not become a formula.
    """
    import xlsxwriter

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"constant_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet(_sheet_name(title))
    styles = _styles(book)
    heads = [str(column.heading) for column in columns]
    first = _begin(book, sheet, title=title, notes=notes, heads=heads)
    widths = [min(len(head), HEAD_WIDTH) for head in heads]
    for line, record in enumerate(records, start=first):
        values = [column.exported(record) for column in columns]
        _set_height(sheet, line, texts=map(str, values), width=WIDEST)
        for i, value in enumerate(values):
            _write(sheet, cell=(line, i), value=value, styles=styles)
            widths[i] = max(widths[i], min(WIDEST, _length(value)))
    for i, width in enumerate(widths):
        sheet.set_column(i, i, width + 3)
    _lay_out(sheet, first=first, is_wide=sum(widths) > UPRIGHT)
    if totals:
        _write_totals(book, totals, title=title, notes=notes)
    book.close()
    return buffer.getvalue()


def _styles(book) -> dict:
    """Of text, days and numbers. Words keep off the number before them."""
    words = {"align": "left", "valign": "top", "indent": 1}
    return {
        str: book.add_format({**words, "text_wrap": True}),
        dt.date: book.add_format({**words, "num_format": "dd/mm/yyyy"}),
        float: book.add_format({"valign": "top"}),
    }


def _set_height(sheet, line: int, *, texts: Iterable[str], width: int) -> None:
    """Excel makes room for what is longer than its column, LibreOffice does not."""
    most = max((lines_of(text, width) for text in texts), default=1)
    if most > 1:
        sheet.set_row(line, LINE * most)


def lines_of(text: str, width: int) -> int:
    """Lines that a text takes in a column of so many signs."""
    return sum(1 + (len(line) - 1) // width for line in text.split("\n"))


def _lay_out(sheet, *, first: int, is_wide: bool) -> None:
    """The head stays in sight; on paper it stands on every A4 page, as wide as the table."""
    sheet.freeze_panes(first, 0)
    sheet.repeat_rows(first - 1)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    if is_wide:
        sheet.set_landscape()


def send_sheet(content: bytes, name: str) -> HttpResponse:
    """A workbook to keep, by its file's name."""
    return send_file(content, name, kind=XLSX)


def _begin(book, sheet, *, title: str, notes: Sequence[str], heads: Sequence[str]) -> int:
    """Title and notes, then the heads of the table; gives the line below them."""
    bold = book.add_format({"bold": True})
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "indent": 1})
    sheet.write_string(0, 0, title, bold)
    for line, note in enumerate(notes, start=1):
        sheet.write_string(line, 0, note)
    top = len(notes) + 2
    _set_height(sheet, top, texts=heads, width=HEAD_WIDTH)
    for i, text in enumerate(heads):
        sheet.write_string(top, i, text, head)
    return top + 1


def _write_totals(book, totals: Totals, *, title: str, notes: Sequence[str]) -> None:
    sheet = book.add_worksheet(_("Tổng hợp"))
    foot = book.add_format({"bold": True, "top": 1})
    share = book.add_format({"num_format": "0.0%"})
    sheet.set_column(0, 0, 36)
    sheet.set_column(1, len(totals.heads) + 2, 12)
    whole = _("Cộng") if totals.heads else _("Số lượng")
    heads = (str(totals.column.heading), *totals.heads, whole, _("Tỷ lệ"))
    first = _begin(book, sheet, title=title, notes=notes, heads=heads)
    _lay_out(sheet, first=first, is_wide=len(heads) > 6)
    for i, line in enumerate(totals.lines, start=first):
        sheet.write_string(i, 0, line.text)
        sheet.write_row(i, 1, [*(one.value for one in line.counts), line.count])
        sheet.write_number(i, len(line.counts) + 2, line.share / 100, share)
    last = first + len(totals.lines)
    sheet.write_string(last, 0, _("Cộng"), foot)
    sheet.write_row(last, 1, [*(one.value for one in totals.feet), totals.count], foot)
    sheet.write_blank(last, len(totals.feet) + 2, None, foot)


def _write(sheet, *, cell: tuple[int, int], value, styles: dict) -> None:
    if isinstance(value, dt.datetime):
        sheet.write_string(*cell, f"{value:%H:%M %d/%m/%Y}", styles[str])
    elif isinstance(value, dt.date):
        day = dt.date(value.year, value.month, value.day)
        sheet.write_datetime(*cell, day, styles[dt.date])
    elif isinstance(value, int | float):
        sheet.write_number(*cell, value, styles[float])
    elif value:
        sheet.write_string(*cell, str(value), styles[str])


def _length(value) -> int:
    """Signs of the longest line."""
    if isinstance(value, dt.date):
        return 16 if isinstance(value, dt.datetime) else 10
    return max(map(len, str(value).split("\n")))


def _sheet_name(title: str) -> str:
    """Excel allows 31 characters and none of []:*?/\\ in the name of a sheet; cut between words."""
    name = "".join(" " if c in "[]:*?/\\" else c for c in title).strip()
    return shorten(name, width=31, placeholder="…") or "1"
