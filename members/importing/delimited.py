"""CSV files: which letters, which sign between the columns.

UTF-8 and UTF-16 are told by their mark or by decoding cleanly; else the heads decide: the encoding under which the
first lines hold heads we know. Text typed in the fonts of the years before Unicode (TCVN3, VNI) is recognised and
refused: its capitals lie in another font, so it cannot be turned into Unicode with certainty.
"""

import csv
import io
import string
import unicodedata
from pathlib import Path

from django.utils.translation import gettext as _

from members.importing.headings import recognise
from members.importing.old_fonts import from_tcvn3, from_vni
from members.importing.rows import ImportRefusedError
from partyunit.text import TONE_KEYS, normalise

DELIMITERS = ",;\t|"
HEAD_LINES, HEAD_LETTERS = 60, 2**16
ENOUGH_HEADS = 3
MOST_CELL = 32_767  # as in a sheet of Excel


# Western text decodes as Windows-1258 too, but gives letters no Vietnamese word has (`Lò` becomes `Ḷ`).
VIETNAMESE = set(string.ascii_letters) | {
    unicodedata.normalize("NFC", letter + tone)
    for base in "aăâeêioôơuưyđ"
    for letter in (base, base.upper())
    for tone in ("", *(TONE_KEYS if base != "đ" else ()))
}


def read_delimited(path: Path) -> list[list[str]]:
    """The rows of a CSV file. Raises ImportRefusedError with one sentence."""
    csv.field_size_limit(
        MOST_CELL
    )  # of the process: also what `_decode` looks at must be within it
    try:
        text = _decode(path.read_bytes())
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)))
    except csv.Error as e:
        raise ImportRefusedError(
            _("Tệp CSV bị hỏng (dấu nháy hoặc ô quá dài); hãy lưu lại thành tệp .xlsx.")
        ) from e


def _decode(data: bytes) -> str:
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            return _decode_or_refuse(data, encoding)
    if b"\x00" in data:
        raise ImportRefusedError(_("Tệp này không phải là bảng chữ (CSV)."))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_by_heads(data)
    _refuse_old_font(text)
    return text


def _decode_or_refuse(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as e:
        raise ImportRefusedError(
            _("Tệp CSV có chữ không đọc được; hãy lưu lại thành tệp .xlsx hoặc CSV UTF-8.")
        ) from e
    _refuse_old_font(text)
    return text


def _decode_by_heads(data: bytes) -> str:
    text = data.decode("cp1258", errors="replace")
    latin = data[:HEAD_LETTERS].decode("latin-1")
    # An unaccented head proves nothing: the old fonts leave plain letters alone.
    rivals = max(ENOUGH_HEADS, heads_in(from_tcvn3(latin)), heads_in(from_vni(latin)))
    if "\ufffd" not in text and heads_in(text) >= rivals:
        text = normalise_lines(text)
        if all(letter in VIETNAMESE for letter in set(text) if letter.isalpha()):
            return text
    _refuse_old_font(latin)
    raise ImportRefusedError(
        _("Tệp CSV không ghi bằng Unicode; hãy lưu lại thành tệp .xlsx hoặc CSV UTF-8.")
    )


def _refuse_old_font(text: str) -> None:
    now = heads_in(text)
    for name, convert in (("TCVN3 (ABC)", from_tcvn3), ("VNI", from_vni)):
        if heads_in(convert(text[:HEAD_LETTERS])) >= max(ENOUGH_HEADS, now + 2):
            raise_old_font(name)


def raise_old_font(name: str) -> None:
    raise ImportRefusedError(
        _("Tệp gõ bằng phông chữ cũ %(font)s; hãy chuyển mã sang Unicode rồi tải lên lại.")
        % {"font": name}
    )


def normalise_lines(text: str) -> str:
    """Windows-1258 writes tones as letters of their own; joined, they are the letters we compare."""
    return "\n".join(normalise_keeping_tabs(line) for line in text.splitlines())


def normalise_keeping_tabs(line: str) -> str:
    return "\t".join(normalise(part) for part in line.split("\t"))


def heads_in(text: str) -> int:
    """How many different known heads the first lines hold, whatever stands between them."""
    lines = text[:HEAD_LETTERS].splitlines()[:HEAD_LINES]
    delimiter = _delimiter(text)
    cells = {cell.strip(' "') for line in lines for cell in line.split(delimiter)}
    return len({target for cell in cells if (target := recognise((cell,)))})


def _delimiter(text: str) -> str:
    """The sign that parts the first lines into the most columns, the same number in most lines."""
    head = text[:HEAD_LETTERS].splitlines()[:HEAD_LINES]
    lines = [line for line in head if line.strip()]

    def steadiness(sign: str) -> tuple[int, int]:
        counts = [len(next(csv.reader([line], delimiter=sign), [])) for line in lines]
        wide = [count for count in counts if count > 1]
        common = max(set(wide), key=wide.count, default=0)
        return (wide.count(common) * (common - 1), common)

    return max(DELIMITERS, key=steadiness)
