"""Writes a sheet as an office would: XLSX, XLS or CSV, merged headers included."""

import csv
import datetime as dt
import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import openpyxl
import xlwt

from members.importing.reading import open_book, propose, questions, read
from members.importing.rows import ReadRow
from partyunit.dates import PartialDate

REPORT = object()  # what a person must be told, for no value can be had


@dataclass
class Column:
    """One column: its head, what is written for the i-th person, and what must be read for which target."""

    levels: tuple[str, ...]
    write: Any
    target: str = ""
    expect: Any = None


@dataclass
class Shown:
    """A cell with a number format of its own."""

    value: Any
    format: str


@dataclass
class Table:
    name: str
    columns: list[Column]
    above: list[list] = field(default_factory=list)
    below: list[list] = field(default_factory=list)
    numbering: bool = False
    ending: str = ".xlsx"
    encoding: str = "utf-8-sig"
    delimiter: str = ","
    is_merged: bool = True
    sheet: str = "Sheet1"
    answers: dict[str, str] = field(default_factory=dict)
    groups: dict[int, list] = field(default_factory=dict)  # rows put before the i-th person
    count: int = 12

    @property
    def depth(self) -> int:
        return max(len(column.levels) for column in self.columns)

    def grid(self, people: list[dict]) -> list[list]:
        rows = [list(row) for row in self.above]
        for level in range(self.depth):
            rows.append([self._head(c, level) for c in range(len(self.columns))])
        if self.numbering:
            rows.append([f"({i + 1})" for i in range(len(self.columns))])
        for i, one in enumerate(people):
            rows += self.groups.get(i, [])
            rows.append([self._cell(column, one, i) for column in self.columns])
        return rows + [list(row) for row in self.below]

    def _head(self, c: int, level: int) -> str:
        levels = self.columns[c].levels
        if level >= len(levels):
            return ""
        is_spread = (
            c > 0
            and level < len(levels) - 1
            and self.columns[c - 1].levels[: level + 1] == levels[: level + 1]
        )
        return "" if is_spread else levels[level]

    @staticmethod
    def _cell(column: Column, one: dict, i: int) -> Any:
        return column.write(one, i) if callable(column.write) else one[column.write]

    def merges(self) -> list[tuple[int, int, int, int]]:
        """Vertical ones of heads with one level, horizontal ones of parents; rows and columns from 0."""
        if not self.is_merged:
            return []
        top, found = len(self.above), []
        for c, column in enumerate(self.columns):
            if len(column.levels) < self.depth:
                found.append((top + len(column.levels) - 1, c, top + self.depth - 1, c))
        for level in range(self.depth - 1):
            found += self._parents(level, top)
        return found

    def _parents(self, level: int, top: int) -> list[tuple[int, int, int, int]]:
        found, c = [], 0
        while c < len(self.columns):
            own, last = self.columns[c].levels, c
            while (
                last + 1 < len(self.columns)
                and len(own) > level + 1
                and len(self.columns[last + 1].levels) > level + 1
                and self.columns[last + 1].levels[: level + 1] == own[: level + 1]
            ):
                last += 1
            if last > c:
                found.append((top + level, c, top + level, last))
            c = last + 1
        return found


def plain(value: Any) -> Any:
    return dt.date(value.year, value.month, value.day) if isinstance(value, PartialDate) else value


def write(table: Table, people: list[dict], folder: Path) -> Path:
    path = folder / f"{table.name}{table.ending}"
    grid = table.grid(people)
    {".xlsx": _write_xlsx, ".xls": _write_xls, ".csv": _write_csv}[table.ending](table, grid, path)
    return path


def _write_xlsx(table: Table, grid: list[list], path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = table.sheet
    for r, row in enumerate(grid, 1):
        for c, value in enumerate(row, 1):
            if value in ("", None):
                continue
            cell = sheet.cell(r, c)
            cell.value = plain(value.value if isinstance(value, Shown) else value)
            if isinstance(value, Shown):
                cell.number_format = value.format
    for top, left, bottom, right in table.merges():
        sheet.merge_cells(
            start_row=top + 1, end_row=bottom + 1, start_column=left + 1, end_column=right + 1
        )
    workbook.save(path)


def _write_xls(table: Table, grid: list[list], path: Path) -> None:
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet(table.sheet)
    merged = {(t, left): (t, b, left, r) for t, left, b, r in table.merges()}
    for r, row in enumerate(grid):
        for c, value in enumerate(row):
            style = xlwt.XFStyle()
            shown = value.format if isinstance(value, Shown) else "dd/mm/yyyy"
            raw = plain(value.value if isinstance(value, Shown) else value)
            if isinstance(raw, dt.date) or isinstance(value, Shown):
                style.num_format_str = shown
            if (r, c) in merged:
                sheet.write_merge(*merged[r, c], raw, style)
            elif raw not in ("", None):
                sheet.write(r, c, raw, style)
    workbook.save(str(path))


def _write_csv(table: Table, grid: list[list], path: Path) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=table.delimiter)
    for row in grid:
        writer.writerow([_in_csv(value) for value in row])
    path.write_bytes(out.getvalue().encode(table.encoding))


def _in_csv(value: Any) -> str:
    value = value.value if isinstance(value, Shown) else value
    if isinstance(value, (PartialDate, dt.date)):
        return f"{value:%d/%m/%Y}"
    return "" if value is None else str(value)


def save(folder: Path, rows: list[list], *, name: str = "tệp.xlsx") -> Path:
    """A sheet of these rows, nothing merged."""
    path = folder / name
    table = Table(path.stem, [])
    writer = {".xlsx": _write_xlsx, ".xls": _write_xls, ".csv": _write_csv}[path.suffix]
    table.columns = [Column(("",), "")]
    table.is_merged = False
    writer(table, rows, path)
    return path


def read_all(path: Path, *, answers: dict[str, str] | None = None, **options) -> list[ReadRow]:
    """The rows of a file as they are read without any help but the answers."""
    book = open_book(path, name=path.name)
    layout = book.layouts()[0]
    mapping = propose(layout)
    known = {question.key for question in questions(layout, mapping)}
    assert set(answers or {}) <= known, f"answered what was not asked: {known}"
    return list(read(book, layout, mapping=mapping, answers=answers or {}, **options))


def read_table(
    folder: Path, head: list, *rows: list, answers=None, name="tệp.xlsx"
) -> list[ReadRow]:
    return read_all(save(folder, [head, *rows], name=name), answers=answers)


def sentences(row: ReadRow) -> str:
    return "\n".join(problem.sentence for problem in row.problems)
