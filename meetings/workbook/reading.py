"""A workbook brought back: its rows as plain texts, and whatever was typed where nothing is expected.

Knows no database. The file goes through the same door as a list of members (size, macros, what
unpacks too large, a library that ends badly: `members.importing.books`). What the cells say is not
judged here; `taking` compares it with the register.
"""

import datetime as dt
import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from tempfile import NamedTemporaryFile
from zipfile import ZipFile, is_zipfile

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meetings.workbook.parts import (
    BY_KIND,
    FORMAT,
    GUIDE,
    GUIDE_LINES,
    LISTS,
    Part,
)
from meetings.workbook.words import DAY_ZERO
from members.importing.archives import BROKEN, FORMULA, column_letters
from members.importing.books import Sheet, open_book
from members.importing.rows import ImportRefusedError
from partyunit.text import fold, normalise

# A filled workbook has some 50 kB, and taking a row in asks the database some twenty questions.
MOST_BYTES, MOST_CELLS, MOST_ROWS, MOST_SIGNS, MOST_REMARKS = 2 * 2**20, 200_000, 500, 500_000, 200
LOOK_AT = (
    6  # rows and columns at the beginning of a sheet, for its mark and from there for its heads
)
NOT_CELLS = ("xl/comments", "xl/threadedComments", "xl/media/", "xl/drawings/drawing")
AGENDA = "agenda"


@dataclass
class BroughtRow:
    """One filled row as it was typed. `key` and `mark` are the hidden ones; "" where it has none."""

    kind: str
    sheet: str
    number: int
    key: str
    mark: str
    told: list[str]
    texts: dict[str, str]
    problems: list[str] = field(default_factory=list)


@dataclass
class Brought:
    """What a file brings: of which meeting, its rows, and sentences on what no row holds."""

    meeting_id: int
    workbook: str
    rows: list[BroughtRow] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    points: dict[str, str] = field(default_factory=dict)  # key of each point by its number

    def add(self, row: BroughtRow) -> None:
        self.rows.append(row)
        if row.kind == AGENDA:
            self.points[row.told[0]] = row.key
        if len(self.rows) > MOST_ROWS:
            raise ImportRefusedError(_("Tệp có quá nhiều dòng so với một cuộc họp."))


def read_workbook(file, *, name: str) -> Brought:
    """Reads an uploaded file, which is gone from the disk afterwards. Raises ImportRefusedError."""
    if file.size > MOST_BYTES:
        raise ImportRefusedError(_("Tệp lớn hơn 2 MB; bảng tính một cuộc họp không lớn như vậy."))
    with NamedTemporaryFile() as copy:
        for chunk in file.chunks():
            copy.write(chunk)
        copy.flush()
        sheets = open_book(copy.name, name=name).sheets
        if sum(sheet.facts.rows * sheet.facts.columns for sheet in sheets) > MOST_CELLS:
            raise ImportRefusedError(_("Tệp có quá nhiều ô so với một cuộc họp."))
        return _read(sheets, has_more=_has_more_than_cells(copy.name))


def _has_more_than_cells(path: str) -> bool:
    """Whether an XLSX holds comments, pictures or text boxes, of which nothing is read."""
    if not is_zipfile(path):
        return False
    with ZipFile(path) as parts:
        return any(name.startswith(NOT_CELLS) for name in parts.namelist())


def _read(sheets: list[Sheet], *, has_more: bool) -> Brought:
    tables = [table for sheet in sheets if (table := Table.of(sheet)) is not None]
    marked = [table for table in tables if table.kind]
    if not marked:
        raise ImportRefusedError(
            _("Tệp này không phải bảng tính lấy từ trang cuộc họp, hoặc phần mã ẩn đã bị xóa.")
        )
    brought = Brought(marked[0].meeting_id, marked[0].workbook)
    if has_more:
        brought.remarks.append(
            _("Tệp có chú thích, hình hoặc khung chữ: chương trình chỉ đọc chữ trong ô.")
        )
    for table in tables:
        if table.kind and (table.meeting_id, table.workbook) != (
            brought.meeting_id,
            brought.workbook,
        ):
            brought.remarks.append(
                _("Trang «%(sheet)s» là của một bảng tính khác, không đọc trang này.")
                % {"sheet": table.name}
            )
            continue
        table.read_into(brought)
    missing = [part.title for kind, part in BY_KIND.items() if kind not in {t.kind for t in tables}]
    if missing:
        sentence = _("Tệp không có trang: %(sheets)s; phần ấy trong sổ giữ nguyên.")
        brought.remarks.append(sentence % {"sheets": ", ".join(missing)})
    _check_size(brought)
    return brought


def _check_size(brought: Brought) -> None:
    signs = sum(len(text) for row in brought.rows for text in (*row.texts.values(), *row.told))
    if signs + sum(map(len, brought.remarks)) > MOST_SIGNS:
        raise ImportRefusedError(_("Tệp có quá nhiều chữ so với một cuộc họp."))
    more = len(brought.remarks) - MOST_REMARKS
    if more > 0:
        sentence = ngettext(
            "Còn %(count)s điều như vậy không nêu hết ở đây.",
            "Còn %(count)s điều như vậy không nêu hết ở đây.",
            more,
        )
        brought.remarks[MOST_REMARKS:] = [sentence % {"count": more}]


@dataclass
class Table:
    """One sheet as texts; `kind` is empty where the sheet is none of ours."""

    name: str
    texts: list[list[str]]
    sheet: Sheet
    row: int = 0  # of the mark
    column: int = 0
    head: int = 0  # the row of the headings
    meeting_id: int = 0
    workbook: str = ""
    kind: str = ""

    @classmethod
    def of(cls, sheet: Sheet) -> "Table | None":
        texts = [[text_of(cell) for cell in row] for row in sheet.rows()]
        if not any(map(any, texts)):
            return None
        table = cls(sheet.name, texts, sheet)
        table._find_mark()
        return table

    def _find_mark(self) -> None:
        for at, row in enumerate(self.texts[:LOOK_AT]):
            for column, text in enumerate(row[:LOOK_AT]):
                words = text.split(" ")
                if words[0] == FORMAT and len(words) == 4 and words[1].isdecimal():
                    self.row, self.column = at, column
                    self.meeting_id, self.workbook, self.kind = int(words[1]), words[2], words[3]
                    return

    def read_into(self, brought: Brought) -> None:
        if self.kind == LISTS:
            return
        part = BY_KIND.get(self.kind)
        if part is None:
            self._tell_strangers(brought)
            return
        self.head = self._find_head(part)
        at = self._columns(part)
        self._tell_all(brought, self._typed_into_head(part))
        if any(one.heading not in at for one in part.fixed) or not at:
            sentence = _("Trang «%(sheet)s» đã bị sửa dòng tiêu đề nên không đọc được trang này.")
            brought.remarks.append(sentence % {"sheet": self.name})
            at = {}
        self._tell_missing(brought, [one.heading for one in part.columns if one.heading not in at])
        self._tell_merged(brought)
        for line in range(self.head + 1, len(self.texts)):
            self._read_row(brought, part, line, at)

    def _find_head(self, part: Part) -> int:
        """The third line, or where its headings went when lines above it were put in or taken out."""
        wanted = {fold(heading) for heading in part.headings}

        def likeness(line: int) -> tuple[int, bool]:
            return len(wanted & {*map(fold, self._line(line))}), line == self.row + 2

        return max(range(self.row, self.row + LOOK_AT), key=likeness)

    def _typed_into_head(self, part: Part) -> Iterator[tuple[int, int, str]]:
        """What stands beside or in the place of title, hint and headings."""
        headings = {fold(heading) for heading in part.headings}
        for line, column, text in self._cells(range(self.row, self.head + 1)):
            is_ours = (
                (line == self.row and (column == self.column or text.startswith(part.title)))
                or text == part.hint
                or (line == self.head and fold(text) in headings)
            )
            if not is_ours:
                yield line, column, text

    def _columns(self, part: Part) -> dict[str, int]:
        """Where each heading stands; one that is not there is left out."""
        heads = [fold(text) for text in self._line(self.head)]
        wanted = [heading for heading in part.headings if fold(heading) in heads]
        return {heading: heads.index(fold(heading)) for heading in wanted}

    def _line(self, line: int) -> list[str]:
        return self.texts[line] if line < len(self.texts) else []

    def _read_row(self, brought: Brought, part: Part, line: int, at: dict[str, int]) -> None:
        cells = self._line(line)
        used = {self.column, self.column + 1, *at.values()}
        self._tell_all(brought, (cell for cell in self._cells([line]) if cell[1] not in used))
        columns = [one for one in part.columns if one.heading in at]
        row = BroughtRow(
            kind=part.kind,
            sheet=self.name,
            number=line + 1,
            key=self._at(cells, self.column),
            mark=self._at(cells, self.column + 1),
            told=[self._at(cells, at[one.heading]) for one in part.fixed if at],
            texts={one.name: self._at(cells, at[one.heading]) for one in columns},
            problems=self._problems(line, set(at.values())),
        )
        is_blank = not any(row.texts.values()) and not row.problems
        if is_blank and part.blank_rows and not row.mark:
            if row.kind == AGENDA and row.told:
                brought.points[row.told[0]] = row.key  # a point without a name has its number too
        elif at and (not is_blank or row.key or any(row.told)):
            brought.add(row)

    @staticmethod
    def _at(cells: list[str], column: int) -> str:
        return cells[column] if column < len(cells) else ""

    def _problems(self, line: int, columns: set[int]) -> list[str]:
        sentences = {
            FORMULA: _("Ô %(cell)s là công thức chưa tính, không có kết quả để đọc."),
            BROKEN: _("Ô %(cell)s báo lỗi công thức."),
        }
        return [
            sentences[what] % {"cell": f"{column_letters(column)}{row + 1}"}
            for (row, column), what in self.sheet.facts.odd.items()
            if row == line and column in columns and what in sentences
        ]

    # -- what stands where nothing is expected ------------------------------------------------

    def _cells(self, lines) -> Iterator[tuple[int, int, str]]:
        for line in lines:
            for column, text in enumerate(self._line(line)):
                if text:
                    yield line, column, text

    def _tell_strangers(self, brought: Brought) -> None:
        """A sheet of the person's own, or text added to the guide (its first two lines name the meeting)."""
        ours: set[str] = set()
        if self.kind == GUIDE:
            ours = {*map(normalise, GUIDE_LINES), *self._line(self.row), *self._line(self.row + 1)}
        cells = self._cells(range(len(self.texts)))
        self._tell_all(brought, (cell for cell in cells if cell[2] not in ours))

    def _tell_all(self, brought: Brought, cells) -> None:
        """A sentence for each line, so that a whole sheet that is not read does not fill the page."""
        sentence = _("Không đọc ô %(cell)s của trang «%(sheet)s», ngoài chỗ ghi: %(text)s")
        for line, of_line in groupby(cells, key=lambda cell: cell[0]):
            columns, texts = zip(*[cell[1:] for cell in of_line], strict=True)
            told = {
                "cell": ", ".join(f"{column_letters(column)}{line + 1}" for column in columns),
                "sheet": self.name,
                "text": "; ".join(texts),
            }
            brought.remarks.append(sentence % told)

    def _tell_missing(self, brought: Brought, headings: list[str]) -> None:
        """A column somebody took away, or one the program did not ask for when the file was made."""
        if headings:
            sentence = _("Trang «%(sheet)s» không có cột: %(headings)s; phần ấy giữ như trong sổ.")
            told = {"sheet": self.name, "headings": ", ".join(headings)}
            brought.remarks.append(sentence % told)

    def _tell_merged(self, brought: Brought) -> None:
        sentence = _("Trang «%(sheet)s»: các ô %(cells)s bị gộp, chỉ ô đầu được đọc.")
        for top, left, bottom, right in self.sheet.merged:
            cells = f"{column_letters(left)}{top + 1}:{column_letters(right)}{bottom + 1}"
            brought.remarks.append(sentence % {"sheet": self.name, "cells": cells})


def text_of(cell) -> str:
    """What was typed, NFC, line breaks kept; days and hours as the office writes them."""
    if isinstance(cell, str):
        return normalise(cell.replace("_x000D_", ""))
    if isinstance(cell, bool):
        return "x" if cell else ""
    if isinstance(cell, dt.datetime):
        return f"{cell:%H:%M}" if cell.date() <= DAY_ZERO else f"{cell:%d/%m/%Y}"
    if isinstance(cell, dt.date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, dt.time):
        return f"{cell:%H:%M}"
    if isinstance(cell, float):
        return f"{cell:.0f}" if cell.is_integer() else repr(cell)
    return str(cell)


def dump(brought: Brought) -> dict:
    """As plain data, to travel with the page that shows it: nothing of the file stays on the server."""
    return json.loads(json.dumps(brought, default=vars))


def load(data: dict) -> Brought:
    rows = [BroughtRow(**row) for row in data.pop("rows")]
    return Brought(**data, rows=rows)


def new_key(brought: Brought, row: BroughtRow) -> str:
    """The uid of a row typed where the file has no key: the same for the same text of the same file."""
    return str(uuid.uuid5(uuid.NAMESPACE_OID, json.dumps([brought.workbook, row.kind, row.texts])))
