"""What lies inside an old XLS file (BIFF8 in an OLE container), looked at before python-calamine opens it.

The same facts as `archives` notes of an XLSX: reach, dates shown without their day; and what is refused: passwords,
macros, files that are no workbook. Record numbers: [MS-XLS] 2.3.
"""

import struct
from collections.abc import Iterator
from pathlib import Path

import olefile
from django.utils.translation import gettext as _

from members.importing.archives import BROKEN, BUILT_IN_MONTH, SheetFacts, precision_shown
from members.importing.rows import ImportRefusedError
from members.importing.trial import raise_broken

BOF, EOF, FILEPASS, BOUNDSHEET, XF, FORMAT = 0x809, 0x0A, 0x2F, 0x85, 0xE0, 0x41E
DATEMODE = 0x22
FORMULA, LABEL, LABELSST, NUMBER, RK, RSTRING, BOOLERR, MULRK = (
    0x06, 0x204, 0xFD, 0x203, 0x27E, 0xD6, 0x205, 0xBD,
)  # fmt: skip
# What olefile and a walk over broken records raise.
BROKEN_FILE = (
    OSError, ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError, struct.error,
)  # fmt: skip
ONE_CELL = {FORMULA, LABEL, LABELSST, NUMBER, RK, RSTRING, BOOLERR}


def inspect_xls(path: Path) -> dict[str, SheetFacts]:
    """Facts of each worksheet by its name. Raises ImportRefusedError for what must not be opened."""
    try:
        with olefile.OleFileIO(path) as container:
            _refuse_locked(container)
            stream = next((n for n in ("Workbook", "Book") if container.exists(n)), None)
            if stream is None:
                raise ImportRefusedError(_("Tệp này không phải là bảng tính Excel."))
            return _facts(container.openstream(stream).read())
    except BROKEN_FILE as e:
        raise_broken(e)


def is_locked(path: Path) -> bool:
    """Whether an OLE file holds a workbook of the new kind behind a password."""
    try:
        with olefile.OleFileIO(path) as container:
            return container.exists("EncryptedPackage")
    except BROKEN_FILE:  # whoever opens it next says so
        return False


def _refuse_locked(container: olefile.OleFileIO) -> None:
    if container.exists("EncryptedPackage"):
        raise_locked()
    if container.exists("_VBA_PROJECT_CUR"):
        raise ImportRefusedError(_("Tệp có macro; hãy lưu lại thành tệp .xlsx không có macro."))


def raise_locked() -> None:
    raise ImportRefusedError(_("Tệp có mật khẩu; hãy bỏ mật khẩu rồi tải lên lại."))


def _records(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    position = 0
    while position + 4 <= len(data):
        kind, length = struct.unpack_from("<HH", data, position)
        yield position, kind, data[position + 4 : position + 4 + length]
        position += 4 + length


def _facts(data: bytes) -> dict[str, SheetFacts]:
    workbook = Biff()
    for position, kind, body in _records(data):
        workbook.take(position, kind, body)
    return workbook.facts


class Biff:
    """The records of one workbook, taken one after the other: first the globals, then each sheet."""

    def __init__(self):
        self.facts: dict[str, SheetFacts] = {}
        self.names: dict[int, str] = {}
        self.formats: dict[int, str] = dict.fromkeys(BUILT_IN_MONTH, "mmm-yy")
        self.styles: list[int] = []
        self.counts_from_1904 = False
        self.here = SheetFacts()  # of the globals, which hold no cells

    def take(self, position: int, kind: int, body: bytes) -> None:
        if kind == FILEPASS:
            raise_locked()
        elif kind == BOUNDSHEET:
            self.names[struct.unpack_from("<I", body)[0]] = _text(body[6:], "<B")
        elif kind == FORMAT:
            self.formats[struct.unpack_from("<H", body)[0]] = _text(body[2:], "<H")
        elif kind == DATEMODE:
            self.counts_from_1904 = body[:1] == b"\x01"
        elif kind == XF:
            self.styles.append(struct.unpack_from("<H", body, 2)[0])
        elif kind == BOF and position in self.names:
            new = SheetFacts(counts_from_1904=self.counts_from_1904)
            self.here = self.facts.setdefault(self.names[position], new)
        else:
            self._take_cell(kind, body)

    def _take_cell(self, kind: int, body: bytes) -> None:
        if kind == MULRK:
            row, first = struct.unpack_from("<HH", body)
            for column in range(first, struct.unpack_from("<H", body, len(body) - 2)[0] + 1):
                self._note(row, column, struct.unpack_from("<H", body, 4 + 6 * (column - first))[0])
        elif kind in ONE_CELL:
            row, column, style = struct.unpack_from("<HHH", body)
            self._note(row, column, style if kind in (NUMBER, RK) else None)
            is_error_result = kind == FORMULA and body[6] == 2 and body[12:14] == b"\xff\xff"
            if is_error_result or (kind == BOOLERR and body[7] == 1):
                self.here.odd[row, column] = BROKEN

    def _note(self, row: int, column: int, style: int | None) -> None:
        self.here.reach(row, column)
        if style is not None and style < len(self.styles):
            shown = precision_shown(self.formats.get(self.styles[style], ""))
            if shown:
                self.here.odd[row, column] = shown


def _text(body: bytes, length_format: str) -> str:
    """A BIFF8 string: its length, one flag byte (1: two bytes a letter), the letters."""
    size = struct.calcsize(length_format)
    length = struct.unpack_from(length_format, body)[0]
    if body[size] & 1:
        return body[size + 1 : size + 1 + 2 * length].decode("utf-16-le")
    return body[size + 1 : size + 1 + length].decode("latin-1")
