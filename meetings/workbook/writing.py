"""The workbook written: a guide, then a sheet for each part of the page, filled with what is recorded.

Only the cells to fill in are open; names and states are chosen from lists. Everything is written as
text into cells of text: a day stays as it is typed, and what begins with `=` never becomes a formula.
"""

import io
import uuid
from dataclasses import dataclass, field
from typing import Any

from django.utils import translation

from documents.papers.layout import name_on
from meetings.page.kinds import KINDS
from meetings.page.meeting import MeetingPage
from meetings.workbook.entries import Entry, entries_of, numbers_of
from meetings.workbook.parts import (
    FIRST_COLUMN,
    FIRST_ROW,
    GUIDE,
    GUIDE_LINES,
    GUIDE_TITLE,
    HEAD_ROW,
    HINT_ROW,
    ITEM,
    KEY_COLUMN,
    LISTS,
    LISTS_TITLE,
    MARK_COLUMN,
    PARTS,
    TITLE_ROW,
    Column,
    Part,
    mark_of,
    sheet_mark,
)
from meetings.workbook.words import labels_of
from members.importing.archives import column_letters
from partyunit.sheets import LINE, lines_of

AS_TEXT = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
ROOM_TO_TYPE = {"format_columns": True, "format_rows": True}
LEAST_PROSE, TALLEST = 45, 400  # points
MOST_POINTS = 30  # numbers offered on the sheet of opinions


@translation.override("vi")
def write_workbook(page: MeetingPage) -> bytes:
    """The XLSX of the meeting as it stands; each call makes a workbook with keys of its own for new rows."""
    import xlsxwriter

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {**AS_TEXT, "in_memory": True})
    writer = Writer(book, page)
    writer.write_guide()
    for part in PARTS:
        writer.write_part(part)
    writer.write_lists()
    book.close()
    return buffer.getvalue()


@dataclass
class Writer:
    """One workbook being written. `lists` are the columns of the hidden sheet the lists of names lie on."""

    book: Any
    page: MeetingPage
    uid: str = field(default_factory=lambda: uuid.uuid4().hex)
    lists: list[list[str]] = field(default_factory=list)

    def __post_init__(self):
        grid = {"border": 1, "border_color": "#999999", "valign": "top", "text_wrap": True}
        add = self.book.add_format
        self.title = add({"bold": True, "font_size": 14})
        self.note = add({"italic": True})
        self.wrapped = add({"text_wrap": True, "valign": "top", "font_size": 12})
        self.head = add({**grid, "bold": True, "bg_color": "#D9D9D9"})
        self.told = add({**grid, "bg_color": "#EEEEEE"})
        self.open = add({**grid, "num_format": "@", "locked": False})
        self.numbers = numbers_of(self.page)

    # -- guide ----------------------------------------------------------------------------

    def write_guide(self) -> None:
        sheet = self._sheet(GUIDE_TITLE, GUIDE)
        sheet.set_column(FIRST_COLUMN, FIRST_COLUMN, 96)
        for line, text in enumerate(guide_of(self.page)):
            style = self.title if line == 0 else self.wrapped
            sheet.write_string(TITLE_ROW + line, FIRST_COLUMN, text, style)

    def _sheet(self, title: str, kind: str):
        sheet = self.book.add_worksheet(title)
        sheet.write_string(TITLE_ROW, KEY_COLUMN, sheet_mark(self.page.meeting.pk, self.uid, kind))
        sheet.set_column(KEY_COLUMN, MARK_COLUMN, 4, None, {"hidden": True})
        sheet.protect("", ROOM_TO_TYPE)
        sheet.set_paper(9)  # A4
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        return sheet

    # -- one part ---------------------------------------------------------------------------

    def write_part(self, part: Part) -> None:
        sheet = self._sheet(part.title, part.kind)
        title = f"{part.title} – {self.page.meeting}"
        sheet.write_string(TITLE_ROW, FIRST_COLUMN, title, self.title)
        sheet.write_string(HINT_ROW, FIRST_COLUMN, part.hint, self.note)
        heads = (*part.fixed, *part.columns)
        for at, one in enumerate(heads, start=FIRST_COLUMN):
            sheet.write_string(HEAD_ROW, at, one.heading, self.head)
            sheet.set_column(at, at, one.width)
        tallest = max(lines_of(one.heading, one.width) for one in heads)
        sheet.set_row(HEAD_ROW, LINE * tallest + 5)
        sheet.freeze_panes(FIRST_ROW, 0)
        sheet.repeat_rows(HEAD_ROW)
        entries = entries_of(part, self.page, numbers=self.numbers)
        for line, entry in enumerate(entries, start=FIRST_ROW):
            self._write_row(sheet, part, line, entry)
        end = FIRST_ROW + len(entries)
        for line in range(end, end + part.blank_rows):
            self._write_blank(sheet, part, line)
        self._add_lists(sheet, part, last=end + part.blank_rows - 1)

    def _write_row(self, sheet, part: Part, line: int, entry: Entry) -> None:
        texts = entry.texts(part)
        sheet.write_string(line, KEY_COLUMN, entry.key)
        sheet.write_string(line, MARK_COLUMN, mark_of(texts.values()))
        for at, text in enumerate(entry.told, start=FIRST_COLUMN):
            sheet.write_string(line, at, text, self.told)
        first = FIRST_COLUMN + len(part.fixed)
        for at, text in enumerate(texts.values(), start=first):
            sheet.write_string(line, at, text, self.open)
        sheet.set_row(line, _height(part, texts))

    def _write_blank(self, sheet, part: Part, line: int) -> None:
        sheet.write_string(line, KEY_COLUMN, str(uuid.uuid4()))
        for at in range(len(part.fixed)):
            number = str(line - FIRST_ROW + 1)  # only points are counted
            sheet.write_string(line, FIRST_COLUMN + at, number, self.told)
        for at in range(len(part.columns)):
            sheet.write_blank(line, FIRST_COLUMN + len(part.fixed) + at, None, self.open)
        sheet.set_row(line, _height(part, {}))

    # -- lists to choose from -----------------------------------------------------------------

    def _add_lists(self, sheet, part: Part, *, last: int) -> None:
        if last < FIRST_ROW:
            return
        form_class = KINDS[part.kind].form_class
        offered = form_class(people=self._people(part))
        first = FIRST_COLUMN + len(part.fixed)
        for at, column in enumerate(part.columns, start=first):
            labels = self._labels(offered, column)
            if labels:
                sheet.data_validation(FIRST_ROW, at, last, at, self._validation(labels))

    def _people(self, part: Part) -> list | tuple:
        """Whom the lists name: a file handed to a cell tells it no names of other cells, whoever made it."""
        if part.kind == "guest" and self.page.meeting.cell_id:
            return [row.member for row in self.page.overseers]
        return KINDS[part.kind].offered(self.page, None)

    @staticmethod
    def _labels(offered, column: Column) -> list[str]:
        if column.name == ITEM:
            return [str(number) for number in range(1, MOST_POINTS + 1)]
        return list((labels_of(offered.fields[column.name]) or {}).values())

    def _validation(self, labels: list[str]) -> dict:
        if labels not in self.lists:
            self.lists.append(labels)
        letters = column_letters(FIRST_COLUMN + self.lists.index(labels))
        return {
            "validate": "list",
            "source": f"='{LISTS_TITLE}'!${letters}$1:${letters}${len(labels)}",
            "error_title": "Không có trong danh sách",
            "error_message": "Hãy chọn một mục trong danh sách của ô này.",
        }

    def write_lists(self) -> None:
        sheet = self._sheet(LISTS_TITLE, LISTS)
        for at, labels in enumerate(self.lists, start=FIRST_COLUMN):
            for line, text in enumerate(labels):
                sheet.write_string(line, at, text)
        sheet.very_hidden()


def guide_of(page: MeetingPage) -> list[str]:
    """What the first sheet says."""
    meeting = page.meeting
    owner = meeting.cell or meeting.committee
    name = name_on(meeting.meets_on, owner=owner)
    return [f"{meeting}, {name}", f"Địa điểm: {meeting.place}.", *GUIDE_LINES]


def _height(part: Part, texts: dict[str, str]) -> int:
    """Room for the longest prose of the row, and for a few lines of handwriting in a blank one."""
    needed = [lines_of(texts.get(column.name, ""), column.width) for column in part.columns]
    least = LEAST_PROSE if any(column.is_prose for column in part.columns) else 20
    return min(TALLEST, max(least, LINE * max(needed)))
