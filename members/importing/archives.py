"""What lies inside an XLSX file, looked at before any library unpacks it.

An XLSX is a zip of XML. Sizes in its directory can lie, so every part is inflated here once, counting, and thrown
away; the same pass notes what python-calamine does not tell: how far each sheet reaches (a value in the last corner
of a sheet makes it fill gigabytes), dates shown without their day, and cells whose formula has no result.
"""

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, ZipInfo

from django.utils.translation import gettext as _

from members.importing.rows import ImportRefusedError
from members.importing.trial import raise_broken

MOST_UNPACKED = 150 * 2**20
MOST_PARTS = 2000
MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 20_000, 500, 2_000_000
# What zipfile, zlib and the walk over broken parts raise.
BROKEN_FILE = (
    BadZipFile, NotImplementedError, zlib.error, struct.error, expat.ExpatError, LookupError, ValueError, TypeError,
    OverflowError, OSError,
)  # fmt: skip
CHUNK = 2**18
STORED, DEFLATED = 0, 8
FORMULA, BROKEN, MONTH, YEAR = "formula", "broken", "month", "year"
BUILT_IN_MONTH = {17}  # mmm-yy


@dataclass
class SheetFacts:
    """Rows and columns up to the last value, and the cells (row, column from 0) that need a second look."""

    rows: int = 0
    columns: int = 0
    odd: dict[tuple[int, int], str] = field(default_factory=dict)
    counts_from_1904: bool = False  # days of a book made by an old Excel for Mac

    def reach(self, row: int, column: int) -> None:
        self.rows, self.columns = max(self.rows, row + 1), max(self.columns, column + 1)

    @property
    def is_too_large(self) -> bool:
        return (
            self.rows > MOST_ROWS
            or self.columns > MOST_COLUMNS
            or self.rows * self.columns > MOST_CELLS
        )


def inspect_xlsx(path: Path) -> dict[str, SheetFacts]:
    """Facts of each worksheet by its name. Raises ImportRefusedError for what must not be opened."""
    try:
        with ZipFile(path) as archive, path.open("rb") as file:
            return _inspect(archive.infolist(), file)
    except BROKEN_FILE as e:
        raise_broken(e)


def _inspect(parts: list[ZipInfo], file: BinaryIO) -> dict[str, SheetFacts]:
    names = [part.filename for part in parts]
    if any(
        name.lower().endswith(("vbaproject.bin", ".xlm")) or "macrosheets/" in name
        for name in names
    ):
        raise ImportRefusedError(_("Tệp có macro; hãy lưu lại thành tệp .xlsx không có macro."))
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise_bomb()
    if len(set(names)) != len(names):
        raise BadZipFile("a part is there twice")
    budget = Budget(MOST_UNPACKED)
    by_name = {part.filename.lstrip("/"): part for part in parts}
    book, styles = BookXml(), StylesXml()
    parse(inflate(file, by_name["xl/workbook.xml"], budget), book)
    parse(inflate(file, by_name["xl/_rels/workbook.xml.rels"], budget), book)
    if (part := by_name.get("xl/styles.xml")) is not None:
        parse(inflate(file, part, budget), styles)
    facts = {}
    sheets = {book.targets.get(relation, ""): name for name, relation in book.sheets}
    for name, part in by_name.items():
        if name in sheets:
            seen = SheetXml(styles.dayless())
            parse(inflate(file, part, budget), seen)
            facts[sheets[name]] = replace(seen.facts, counts_from_1904=book.counts_from_1904)
        else:
            for _chunk in inflate(file, part, budget):
                pass
    return facts


def raise_bomb() -> None:
    raise ImportRefusedError(_("Tệp nén quá nhiều dữ liệu, không mở để tránh treo máy."))


@dataclass
class Budget:
    left: int

    def spend(self, amount: int) -> None:
        self.left -= amount
        if self.left < 0:
            raise_bomb()


def inflate(file: BinaryIO, part: ZipInfo, budget: Budget) -> Iterator[bytes]:
    """The part's bytes as its stream really holds them, whatever size the directory says."""
    file.seek(part.header_offset)
    header = file.read(30)
    if (
        header[:4] != b"PK\x03\x04"
        or part.flag_bits & 1
        or part.compress_type not in (STORED, DEFLATED)
    ):
        raise BadZipFile(part.filename)
    name_length, extra_length = struct.unpack("<HH", header[26:30])
    file.seek(name_length + extra_length, 1)
    left, inflater = part.compress_size, zlib.decompressobj(-zlib.MAX_WBITS)
    while left > 0 and (data := file.read(min(CHUNK, left))):
        left -= len(data)
        while data:
            piece = data if part.compress_type == STORED else inflater.decompress(data, CHUNK)
            data = b"" if part.compress_type == STORED else inflater.unconsumed_tail
            budget.spend(len(piece))
            yield piece


def parse(chunks: Iterator[bytes], reader) -> None:
    """Feeds one XML part to `reader.start` and `reader.end`; a document type (entities!) is refused."""
    parser = reader.parser = expat.ParserCreate()
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.StartDoctypeDeclHandler = _refuse_doctype
    for chunk in chunks:
        parser.Parse(chunk, False)
    parser.Parse(b"", True)


def _refuse_doctype(*_args) -> None:
    raise ValueError("a document type has no place in a workbook")


def local(name: str) -> str:
    """The name without the prefix of its namespace."""
    return name.rpartition(":")[2]


class BookXml:
    """Names of the sheets and the parts they lie in."""

    def __init__(self):
        self.sheets: list[tuple[str, str]] = []
        self.targets: dict[str, str] = {}
        self.counts_from_1904 = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = local(name)
        by_local = {local(key): value for key, value in attributes.items()}
        if name == "sheet":
            self.sheets.append((by_local["name"], by_local.get("id", "")))
        elif name == "workbookPr":
            self.counts_from_1904 = by_local.get("date1904", "0") in ("1", "true")
        elif name == "Relationship":
            target = by_local["Target"]
            self.targets[by_local["Id"]] = (
                target.lstrip("/") if target[0] == "/" else f"xl/{target}"
            )

    def end(self, name: str) -> None:
        pass


class StylesXml:
    """Which cell styles show a date without its day, or without day and month."""

    def __init__(self):
        self.formats: dict[int, str] = {}
        self.styles: list[int] = []
        self.in_cell_styles = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = local(name)
        if name == "numFmt":
            self.formats[int(attributes["numFmtId"])] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            self.in_cell_styles = True
        elif name == "xf" and self.in_cell_styles:
            self.styles.append(int(attributes.get("numFmtId", "0")))

    def end(self, name: str) -> None:
        if local(name) == "cellXfs":
            self.in_cell_styles = False

    def dayless(self) -> dict[str, str]:
        known = {number: precision_shown(code) for number, code in self.formats.items()}
        known |= dict.fromkeys(BUILT_IN_MONTH, MONTH)
        return {str(i): known[n] for i, n in enumerate(self.styles) if known.get(n)}


def precision_shown(number_format: str) -> str:
    """`mm/yyyy` shows a month, `yyyy` a year, anything with a day or without a year "" (nothing special)."""
    code = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", number_format.split(";", maxsplit=1)[0]).lower()
    if "d" in code or "y" not in code or "h" in code or "s" in code:
        return ""
    return MONTH if "m" in code else YEAR


class SheetXml:
    """The reach of one sheet, and its odd cells."""

    def __init__(self, dayless: dict[str, str]):
        self.facts = SheetFacts()
        self.dayless = dayless
        self.row, self.column = -1, -1
        self.kind, self.style = "", ""
        self.has_value = self.has_formula = self.is_in_value = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if ":" in name:
            name = local(name)
        if name == "c":
            self._start_cell(attributes)
        elif name in ("v", "t"):
            self.has_value = not self.has_formula  # of a formula it may be empty: its text decides
            self.is_in_value = True
        elif name == "f":
            self.has_formula = True
            self.parser.CharacterDataHandler = self.text
        elif name == "row":
            self.row = int(attributes["r"]) - 1 if "r" in attributes else self.row + 1
            self.column = -1

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self.column += 1
        if reference := attributes.get("r"):
            letters = reference.rstrip("0123456789")
            self.column = column_index(letters)
        self.kind, self.style = attributes.get("t", ""), attributes.get("s", "")
        self.has_value = self.has_formula = False

    def text(self, _text: str) -> None:
        if self.is_in_value:
            self.has_value = True

    def end(self, name: str) -> None:
        self.is_in_value = False
        if ":" in name:
            name = local(name)
        if name == "c" and (self.has_value or self.has_formula):
            self._end_cell()

    def _end_cell(self) -> None:
        here = (self.row, self.column)
        self.facts.reach(*here)
        if len(self.facts.odd) > MOST_CELLS // 10:
            raise ValueError("too many odd cells")
        if self.has_formula:
            self.parser.CharacterDataHandler = None
        if self.kind == "e":
            self.facts.odd[here] = BROKEN
        elif self.has_formula and not self.has_value:
            self.facts.odd[here] = FORMULA
        elif self.style in self.dayless and self.kind in ("", "n"):
            self.facts.odd[here] = self.dayless[self.style]


def column_index(letters: str) -> int:
    """`A` is 0, `AA` is 26."""
    index = 0
    for letter in letters.upper():
        index = index * 26 + ord(letter) - 64
    return index - 1


def column_letters(index: int) -> str:
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
