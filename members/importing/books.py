"""A file somebody uploads becomes sheets of cells, or is refused with one sentence.

XLSX and XLS are read by python-calamine after `archives` and `compound` have looked inside; CSV by the standard library.
The ending must fit the content: a web page saved as `.xls`, common among old systems, is told apart by its bytes.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from members.importing.archives import MOST_COLUMNS, MOST_ROWS, SheetFacts, inspect_xlsx
from members.importing.compound import inspect_xls, is_locked, raise_locked
from members.importing.delimited import read_delimited
from members.importing.pairs import Pairs
from members.importing.rows import ImportRefusedError
from members.importing.splits import Split
from members.importing.trial import check_library_survives, raise_broken

Cell = str | int | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta

MOST_BYTES = 10 * 2**20
MOST_SHEETS = 60
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENDINGS = (".xlsx", ".xls", ".csv")


@dataclass
class Sheet:
    """One visible sheet. `merged` are ranges (first row, first column, last row, last column), all from 0."""

    name: str
    facts: SheetFacts
    merged: tuple[tuple[int, int, int, int], ...] = ()
    is_hidden: bool = False
    splits: tuple[Split, ...] = ()
    pairs: Pairs | None = None
    source: Any = field(default=None, repr=False)

    def rows(self) -> Iterator[list[Cell]]:
        """The rows from the first line of the sheet, each from column A; read from the file's library one by one."""
        rows = self.source if isinstance(self.source, list) else self._packed_rows()
        rows = self.pairs.joined(rows) if self.pairs else rows
        for row in rows:
            yield self.with_parts(row) if self.splits else row

    def _packed_rows(self) -> Iterator[list[Cell]]:
        lead = [""] * (self.source.start or (0, 0))[1]
        for row in self.source.iter_rows():
            yield lead + row

    def with_parts(self, row: list[Cell]) -> list[Cell]:
        """The row, and behind its last column the parts of cells that hold several facts."""
        wide = row + [""] * (self.facts.columns - len(row))
        for split in self.splits:
            wide += split.parts(row[split.column] if split.column < len(row) else "")
        return wide


@dataclass
class Book:
    """An opened file; `sheets` in their order."""

    name: str
    sheets: list[Sheet]

    def sheet(self, name: str) -> Sheet:
        return next(sheet for sheet in self.sheets if sheet.name == name)

    def layouts(self) -> list:
        """The tables of people found, the best first. Raises ImportRefusedError when there is none."""
        from members.importing.layouts import find_layouts  # it reads the sheets of this module

        return find_layouts(self)


def open_book(path: Path | str, *, name: str) -> Book:
    """Opens the file at `path`, uploaded as `name`. Raises ImportRefusedError with one Vietnamese sentence."""
    path = Path(path)
    ending = Path(name).suffix.lower()
    _check_ending(ending)
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise ImportRefusedError(_("Tệp lớn hơn 10 MB; hãy tách thành nhiều tệp."))
    if size == 0:
        raise ImportRefusedError(_("Tệp rỗng."))
    with path.open("rb") as file:
        _check_content(file.read(2048), ending, path)
    if ending == ".csv":
        return Book(name, [_delimited_sheet(path)])
    facts = inspect_xlsx(path) if ending == ".xlsx" else inspect_xls(path)
    small = [name for name, fact in facts.items() if not fact.is_too_large]
    if facts and not small:
        raise_too_large()
    check_library_survives(path, small)
    return Book(name, _load(path, {name: facts[name] for name in small}))


def _check_ending(ending: str) -> None:
    if ending == ".xlsm":
        raise ImportRefusedError(_("Tệp có macro; hãy lưu lại thành tệp .xlsx không có macro."))
    if ending not in ENDINGS:
        raise ImportRefusedError(_("Chỉ nhận tệp .xlsx, .xls hoặc .csv."))


def _check_content(start: bytes, ending: str, path: Path) -> None:
    if start.startswith(OLE) and is_locked(path):
        raise_locked()
    is_zip, is_ole = start.startswith(ZIP), start.startswith(OLE)
    fits = {".xlsx": is_zip, ".xls": is_ole, ".csv": not (is_zip or is_ole)}[ending]
    if fits and not (ending == ".csv" and _is_markup(start)):
        return
    if _is_markup(start):
        sentence = _(
            "Tệp này thực ra là một trang web mang đuôi %(ending)s; hãy mở bằng Excel và lưu lại thành .xlsx."
        )
    else:
        sentence = _("Nội dung tệp không đúng với đuôi %(ending)s; hãy lưu lại thành .xlsx.")
    raise ImportRefusedError(sentence % {"ending": ending})


def _is_markup(start: bytes) -> bool:
    text = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return text.startswith((b"<html", b"<!doctype", b"<?xml", b"<table", b"<meta", b"mime-version"))


def _delimited_sheet(path: Path) -> Sheet:
    rows = read_delimited(path)
    facts = SheetFacts(rows=len(rows), columns=max(map(len, rows), default=0))
    if facts.is_too_large:
        raise_too_large()
    return Sheet("CSV", facts, source=rows)


def raise_too_large() -> None:
    raise ImportRefusedError(
        _("Trang tính quá lớn: tối đa %(rows)s dòng và %(columns)s cột; hãy xóa phần thừa ở cuối.")
        % {"rows": f"{MOST_ROWS:,}".replace(",", "."), "columns": MOST_COLUMNS}
    )


def _load(path: Path, facts: dict[str, SheetFacts]) -> list[Sheet]:
    try:
        workbook = CalamineWorkbook.from_path(path)
        metas = [m for m in workbook.sheets_metadata if m.typ == SheetTypeEnum.WorkSheet]
        wanted = [meta for meta in metas if meta.name in facts]
        if len(wanted) > MOST_SHEETS:
            raise ImportRefusedError(_("Tệp có quá nhiều trang tính."))
        return [_sheet(workbook, meta, facts[meta.name]) for meta in wanted]
    except CalamineError as e:
        raise_broken(e)


def _sheet(workbook: CalamineWorkbook, meta, facts: SheetFacts) -> Sheet:
    source = workbook.get_sheet_by_name(meta.name)
    merged = tuple((*first, *last) for first, last in source.merged_cell_ranges or [])
    is_hidden = meta.visible != SheetVisibleEnum.Visible
    return Sheet(meta.name, facts, merged, is_hidden, source=source)
