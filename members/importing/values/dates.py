"""Dates as offices write them. In Viet Nam the day comes first; what may be anything else is reported.

Two-digit years: of a birth 13 to 29 are nobody's (too old or under age) and are reported, 00 to 12 are of this century, the others of
the last; of other dates 00 to 29 are of this century. Such a year is always told.
"""

import datetime as dt
import math
import re

from django.utils.translation import gettext as _

from members.importing.cells import text_of
from members.importing.values import NOTHING, Read
from partyunit.dates import DAY, MONTH, YEAR, PartialDate
from partyunit.text import fold

EARLIEST, LATEST = 1900, 2100
SERIALS = range(7_000, 73_051)  # 1919 to 2099; smaller numbers are years or slips
EXCEL_EPOCH = dt.date(1899, 12, 30)
SEPARATED = re.compile(r"(\d{1,2})\s*[/.,\\-]\s*(\d{1,2})\s*[/.,\\-]\s*(\d{4}|\d{2})")
SPACED = re.compile(r"(\d{1,2})\s+(\d{1,2})\s+(\d{4})")
ISO = re.compile(r"(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})")
CLOCK = re.compile(
    r"[t ]\s*\d{1,2}:\d{2}(:\d{2})?(\.\d+)?\s*(am|pm|sa|ch)?\s*(z|[+-]\d{2}:?\d{2})?$"
)
MONTH_YEAR = re.compile(r"(\d{1,2})\s*[/.,\\-]\s*(\d{4})")
YEAR_MONTH = re.compile(r"(\d{4})\s*[-/]\s*(\d{1,2})")
IN_WORDS = re.compile(
    r"(?:ngay\s*(\d{1,2})\s*,?\s*)?(?:thang|thg)\s*(\d{1,2})\s*,?\s*(?:nam\s*)?[/-]?\s*(\d{4})"
)
DAY_IN_WORDS = re.compile(r"(\d{1,2})\s*(?:thang|thg)\s*(\d{1,2})\s*,?\s*(?:nam\s*)?(\d{4})")
UNKNOWN_PART = re.compile(r"(?<![\d])(0{1,2}|[._?x*…-]{1,4})\s*[/\\]\s*")
ENGLISH = {
    name: number + 1
    for number, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    )
}
ENGLISH_DATE = re.compile(r"(?:(\d{1,2})[ -])?([a-z]{3})[a-z]*[ ,-]+(\d{4}|\d{2})")
NO_DATE = {"", "-", "--", "–", "—", "0", "khong", "khong co", "chua", "chua co"}


def read_date(cell, *, target: str = "", shown: str = DAY, has_serials: bool = True) -> Read:
    """Reads one whole cell. `shown` is what a date cell's format shows of it: day, month or year.

    A bare number may be a serial day of Excel, unless the book counts its days from 1904 (`has_serials` False).
    """
    if isinstance(cell, (dt.time, dt.timedelta, bool)):
        return _unreadable(text_of(cell))
    if isinstance(cell, dt.date):
        return _of_date_cell(cell, shown)
    if isinstance(cell, (int, float)):
        if not has_serials and cell in SERIALS:
            return _unreadable(text_of(cell))
        return _of_number(cell)
    text = text_of(cell)
    bare = re.sub(r"\A\((.+)\)\Z", r"\1", fold(text))  # `(chưa)`
    return NOTHING if bare in NO_DATE else _of_text(text, target)


def _unreadable(found: str) -> Read:
    return Read(
        error=_("“%(found)s” không phải là ngày; cần dd/mm/yyyy, mm/yyyy hoặc yyyy.")
        % {"found": found}
    )


def make_date(found: str, *, year: int, month: int | None = None, day: int | None = None) -> Read:
    """The date of these parts, or the sentence why there is no such day."""
    if not EARLIEST <= year <= LATEST:
        return Read(
            error=_("“%(found)s”: năm %(year)s không hợp lý.") % {"found": found, "year": year}
        )
    try:
        return Read(PartialDate(year, month, day))
    except ValueError:
        return Read(error=_("“%(found)s” là ngày không có trong lịch.") % {"found": found})


def _of_date_cell(cell: dt.date, shown: str) -> Read:
    found = f"{cell:%d/%m/%Y}"
    if shown == YEAR:
        return make_date(found, year=cell.year)
    if shown == MONTH:
        return make_date(found, year=cell.year, month=cell.month)
    return make_date(found, year=cell.year, month=cell.month, day=cell.day)


def _of_number(number: float) -> Read:
    """A year, a serial day of Excel, or ddmmyyyy typed without signs."""
    found = text_of(float(number))
    if not math.isfinite(number):
        return _unreadable(found)
    whole = int(number)
    if whole == 0 and number == 0:
        return NOTHING
    if EARLIEST <= number <= LATEST:
        return make_date(found, year=whole) if number == whole else _unreadable(found)
    if whole in SERIALS:
        day = EXCEL_EPOCH + dt.timedelta(days=whole)
        return make_date(found, year=day.year, month=day.month, day=day.day)
    if number == whole and len(found) in (7, 8):
        return _of_digits(found.zfill(8))
    return _unreadable(found)


def _of_digits(digits: str) -> Read:
    """`12051985` or `19850512`: only one of the two can be a day of these centuries."""
    for year, month, day in (
        (digits[4:], digits[2:4], digits[:2]),
        (digits[:4], digits[4:6], digits[6:]),
    ):
        if EARLIEST <= int(year) <= LATEST:
            read = make_date(digits, year=int(year), month=int(month), day=int(day))
            return read if read.error else _told(read, digits)
    return _unreadable(digits)


def _told(read: Read, found: str) -> Read:
    return Read(
        read.value,
        warning=_("“%(found)s” được hiểu là %(date)s.") % {"found": found, "date": read.value},
    )


def _of_text(text: str, target: str) -> Read:
    plain = re.sub(r"\s+", " ", CLOCK.sub("", fold(text))).strip(" ;*").rstrip(".,")
    plain = re.sub(r"^(ngay sinh|sinh ngay|sinh nam|sinh|nam|sn)\s*:?\s*(?=\d)", "", plain)
    plain = re.sub(r"^(t|th|thg|thang)\.?\s*(?=\d{1,2}\s*[/.-]\s*\d{4}$)", "", plain)  # `T3/1980`
    plain = re.sub(r"^(ngay)\s*:?\s*(?=\d{1,2}\s*[/.,\\-])", "", plain)
    if re.fullmatch(r"\d{4}(\.0)?", plain):
        return make_date(text, year=int(plain[:4]))
    if match := ISO.fullmatch(plain):
        year, month, day = map(int, match.groups())
        return _with_unknown_parts(text, year, month, day)
    if match := SEPARATED.fullmatch(plain) or SPACED.fullmatch(plain):
        return _day_first(text, match, target)
    return _of_other_text(text, plain, target)


def _with_unknown_parts(text: str, year: int, month: int, day: int) -> Read:
    """00 stands for what nobody knows: 00/05/1985 is a month, 00/00/1985 a year."""
    if day == 0:
        return make_date(text, year=year, month=month or None)
    if month == 0:
        return Read(error=_("“%(found)s” có ngày mà không có tháng.") % {"found": text})
    return make_date(text, year=year, month=month, day=day)


def _day_first(text: str, match: re.Match, target: str) -> Read:
    day, month, year = match[1], match[2], match[3]
    if len(year) == 4:
        return _with_unknown_parts(text, int(year), int(month), int(day))
    century = century_of(int(year), target)
    if century is None:
        return Read(
            error=_("“%(found)s”: năm chỉ có hai chữ số, không rõ thế kỷ nào.") % {"found": text}
        )
    read = _with_unknown_parts(text, century + int(year), int(month), int(day))
    return read if read.error else _told(read, text)


def century_of(year: int, target: str) -> int | None:
    if target == "born_on":
        return 2000 if year <= 12 else 1900 if year >= 30 else None
    return 2000 if year <= 29 else 1900


def _of_other_text(text: str, plain: str, target: str) -> Read:
    if match := MONTH_YEAR.fullmatch(plain):
        month, year = int(match[1]), int(match[2])
        return make_date(text, year=year, month=month or None)
    if match := YEAR_MONTH.fullmatch(plain):
        return make_date(text, year=int(match[1]), month=int(match[2]) or None)
    if match := IN_WORDS.fullmatch(plain) or DAY_IN_WORDS.fullmatch(plain):
        day, month, year = match.groups()
        return make_date(text, year=int(year), month=int(month), day=int(day) if day else None)
    if re.fullmatch(r"\d{8}", plain):
        return _of_digits(plain)
    if re.fullmatch(r"\d{5}(\.0)?", plain):
        return _of_number(float(plain))
    unknown = re.sub(r"\s+", "", UNKNOWN_PART.sub("00/", plain))
    if unknown != plain and (match := re.fullmatch(r"(?:(\d\d)/)?(\d\d?)/(\d{4})", unknown)):
        return _with_unknown_parts(text, int(match[3]), int(match[2]), int(match[1] or 0))
    return _of_english(text, plain, target)


def _of_english(text: str, plain: str, target: str) -> Read:
    match = ENGLISH_DATE.fullmatch(plain)
    if not match or match[2] not in ENGLISH:
        return _unreadable(text)
    year = int(match[3])
    if year < 100:
        century = century_of(year, target)
        if century is None:
            return _unreadable(text)
        year += century
    read = make_date(
        text, year=year, month=ENGLISH[match[2]], day=int(match[1]) if match[1] else None
    )
    return read if read.error else _told(read, text)


def read_split_date(day, month, year) -> Read:
    """A date over three cells; blank or 0 is not known."""
    parts = [text_of(cell).strip() for cell in (day, month, year)]
    found = "/".join(part or "…" for part in parts)
    if not any(parts):
        return NOTHING
    numbers = [part if part.isdigit() else "" for part in parts]
    if any(
        part and not number and part not in ("-", "…")
        for part, number in zip(parts, numbers, strict=True)
    ):
        return _unreadable(found)
    if len(numbers[2]) != 4:
        return Read(error=_("“%(found)s”: thiếu năm đủ bốn chữ số.") % {"found": found})
    return _with_unknown_parts(found, int(numbers[2]), int(numbers[1] or 0), int(numbers[0] or 0))


# --- a column as a whole -------------------------------------------------------------------------------------


class DateColumn:
    """What the cells of one column tell together about the order of day and month.

    `month_first` holds where text can only be mm/dd; `swapped`: text days are all above 12 and date cells all
    below 13, the trace of an Excel set to American dates, which swapped what it could and left the rest as text.
    """

    def __init__(self):
        self.day_first = self.month_first = self.text_small = 0
        self.cells_small = self.cells_large = 0
        self.example = ""

    def look(self, cell, shown: str) -> None:
        if isinstance(cell, dt.date):
            if shown == DAY and cell.day > 12:
                self.cells_large += 1
            elif shown == DAY and cell.day != cell.month and cell.day > 1:
                self.cells_small += 1
        elif isinstance(cell, str) and (match := SEPARATED.match(text_of(cell))):
            self._look_at_text(int(match[1]), int(match[2]), text_of(cell))

    def _look_at_text(self, first: int, second: int, text: str) -> None:
        if first > 12 and second <= 12:
            self.day_first += 1
        elif second > 12 and first <= 12:
            self.month_first += 1
            self.example = self.example or text
        elif first != second:
            self.text_small += 1

    @property
    def is_month_first(self) -> bool:
        return self.month_first > 0 and 4 * self.month_first >= self.day_first

    @property
    def is_swapped(self) -> bool:
        """Also without text: a dozen date cells, not one of them after the 12th of a month."""
        if self.cells_large:
            return False
        by_text = self.day_first >= 1 and not self.text_small and self.cells_small >= 2
        return by_text or (self.cells_small >= 12 and not self.text_small)

    def doubt(self, cell, shown: str, read: Read) -> str:
        """The sentence against a value that is readable by itself but doubtful in its column, or ""."""
        if read.value is None or getattr(read.value, "precision", DAY) != DAY:
            return ""
        if isinstance(cell, dt.date):
            if not (self.is_swapped and shown == DAY and 1 < cell.day <= 12):
                return ""
            return _(
                "“%(found)s”: trong cột này Excel có vẻ đã đảo ngày và tháng; hãy gõ lại thành chữ dd/mm/yyyy."
            ) % {"found": read.value}
        match = SEPARATED.match(text_of(cell)) if isinstance(cell, str) else None
        if not match or not self.is_month_first or int(match[1]) > 12 or match[1] == match[2]:
            return ""
        return _(
            "“%(found)s”: cột này có vẻ ghi tháng trước ngày (như “%(example)s”); cần dd/mm/yyyy."
        ) % {"found": text_of(cell), "example": self.example}
