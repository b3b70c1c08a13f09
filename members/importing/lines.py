"""Which rows of a table are people, and which are groups, totals, signatures or heads once more."""

import re
from dataclasses import dataclass
from itertools import islice

from members.importing.books import Sheet
from members.importing.cells import text_of
from members.importing.columns import Column
from members.importing.headings import head_key, recognise
from members.importing.layouts import is_numbering
from members.importing.rows import Layout
from partyunit.text import fold

BLANK, HEAD, GROUP, TOTAL, FOOT, OTHER_TABLE, PERSON = (
    "blank", "head", "group", "total", "foot", "other table", "person",
)  # fmt: skip
HINT = re.compile(r"\(.*\)|\[.*\]|dd/mm/yyyy|…+")  # `(dd/mm/yyyy)` under a head
COUNT = r"(\s*[:(=-]*\s*\d+\s*(dong chi|d/?c|dang vien|dv|nguoi)?\s*\)?)?"
TOTAL_LINE = re.compile(
    r"(tong|cong)(\s+(so|cong|chung|lai|hop))?(\s+(dang vien|dong chi|toan.*|trang.*|mang sang.*|chi bo.*|danh sach.*|gom.*|co.*))?[\s:.=]*"
    + COUNT + r"[\s.:]*\Z"
)  # fmt: skip
COUNT_ALONE = re.compile(
    r"((tong|cong)\b.*|co |la )?\d+ (dang vien|dong chi|d/?c|nguoi|chi bo)\b[^,]*\Z"
)  # `22 đảng viên`
IN_WORDS = re.compile(r"\(?\s*(so (dang vien|dong chi|nguoi|luong) )?(viet |ghi )?bang chu\s*[:.…]")
# What stands over a signature and says less than FOOT_LINE; only whole, and where everybody above has a number.
SIGNER = re.compile(
    r"(cán bộ|chuyên viên|nhân viên|công chức)( (văn phòng|tổ chức|tổng hợp|đảng vụ|công tác|đảng|thống kê|phụ trách|chuyên trách|"
    r"kiểm tra|tuyên giáo|dân vận|lập biểu|lập danh sách|hồ sơ|đảng ủy|đảng uỷ|chi bộ|xã|phường|huyện))*"
    r"|văn phòng (đảng|huyện) (ủy|uỷ)|((phó )?chánh văn|(phó )?trưởng) phòng|kế toán|thủ quỹ|(phó )?chủ tịch"
    r"|phó (trưởng ban|hiệu trưởng|giám đốc)"
)
# Signatures and notes under a table; with accents, for `Chu Kỳ Nam` and `Lưu Ý Nhi` are people.
FOOT_LINE = re.compile(
    r"(người (lập|giao|nhận|ký|duyệt|kiểm tra|tổng hợp|báo cáo|viết)\b|nguoi (lap|giao|nhan|ky|tong hop)\b|lập biểu|lap bieu|t/?m\b|t/l\b|k/t\b|thủ trưởng|thu truong|ký tên|\(ký|ký, ghi|chữ ký|nơi nhận|noi nhan|"
    r"xác nhận|xac nhan|đại diện|bí thư\Z|bi thu\Z|phó bí thư\Z|chi ủy\Z|chi uỷ\Z|đảng ủy\Z|đảng uỷ\Z|trưởng ban|thư ký\Z|ghi chú\s*:|"
    r"lưu ý\s*:|lưu\s*:|danh sách (này )?(gồm|có)|ấn định|ngày\W+tháng|duyệt\Z|trang \d|hiệu trưởng\Z|giám đốc\Z)"
    r"|.*,\s*(ngày|ngay)\b.*\b(tháng|thang)\b"
)
# With accents, for `Tô` and `Bàn` are family names; without, only what no name can be.
ORGANISATION = re.compile(
    r"(?:[ivx]{1,5}|\d{1,2}|[a-h])?\s*[.)/:-]?\s*(chi bộ|chi bo|cb\b|đảng bộ|dang bo|đảng ủy|đảng uỷ|dang uy|tổ đảng|to dang|đội|phòng|"
    r"khoa|tổ|khối|trường|lớp|thôn|bộ phận|bo phan|đơn vị|don vi|ngành|cơ quan|co quan|công an|cong an|đảng viên|dang vien|"
    r"ban (chỉ huy|tổ chức|tuyên giáo|dân vận|chấp hành|kiểm tra|giám|quản)|khối)\b"
)
ROMAN = re.compile(r"([ivx]{1,5}|[a-h])[.)]?\Z", re.IGNORECASE)
NUMBERED = re.compile(r"^\s*(?:[IVX]{1,5}|\d{1,2}|[A-H])\s*[.)/:-]+\s*")
COUNTED = re.compile(
    r"\s*[:(–-]+\s*\d+\s*(đồng chí|đ/c|đảng viên|đv|người)?\.?\s*\)?\.?\s*$", re.IGNORECASE
)
ENOUGH_FOR_OTHER_TABLE = 4


@dataclass(frozen=True)
class Line:
    kind: str
    text: str = ""
    cell: str = ""


class Lines:
    """Looks at the rows of one table in their order: after a signature, a lone name is the signer's."""

    def __init__(self, layout: Layout, by_target: dict[str, list[Column]]):
        self.names = [c.index for c in by_target["full_name"]]
        self.mapped = {c.index for columns in by_target.values() for c in columns}
        self.heads = {
            head.index: {head_key(level) for level in (*head.levels, " ".join(head.levels))}
            for head in layout.heads
        }
        self.is_in_foot = False
        self.is_numbered: bool | None = None  # whether every person so far has a running number

    def look(self, texts: list[str]) -> Line:
        filled = {i: text for i, text in enumerate(texts) if text}
        if not filled:
            return Line(BLANK)
        text = " · ".join(list(filled.values())[:6])
        given = list(filled.values())
        if is_numbering(given) or all(map(HINT.fullmatch, given)):
            return Line(HEAD, text)
        name = " ".join(filled[i] for i in self.names if i in filled)
        if not name or self._is_name_head(name):
            if self._is_head(filled):
                return Line(HEAD, text)
            if self._is_other_head(filled):
                return Line(OTHER_TABLE, text)
        return self._look_at_words(filled, text, name)

    def _look_at_words(self, filled: dict[int, str], text: str, name: str) -> Line:
        others = {i: t for i, t in filled.items() if i not in self.names}
        facts = [
            i for i in others if i in self.mapped and not re.fullmatch(r"[\d.,%]{1,6}", others[i])
        ]
        is_counted = self._is_counted(others)
        if self.is_in_foot and not is_counted and not (len(filled) > 3 and has_digit(filled)):
            return Line(FOOT, text)
        if len(facts) > 1 and name and not FOOT_LINE.match(name.casefold()):
            return self._person(is_counted=is_counted)
        if self._is_total(filled, facts):
            return Line(TOTAL, text)
        is_signer = SIGNER.fullmatch(name.casefold()) and self.is_numbered and not has_digit(filled)
        is_foot = is_signer or any(FOOT_LINE.match(t.casefold()) for t in filled.values())
        if is_foot and not (name and is_counted):
            self.is_in_foot = True
            return Line(FOOT, text)
        if (group := self._group(filled, name, others, facts)) is not None:
            return Line(GROUP, text, group)
        if not name and not any(i in self.mapped for i in filled):
            return Line(FOOT, text)
        return self._person(is_counted=is_counted)

    def _person(self, *, is_counted: bool) -> Line:
        self.is_in_foot = False
        self.is_numbered = is_counted and self.is_numbered is not False
        return Line(PERSON)

    def _is_total(self, filled: dict[int, str], facts: list[int]) -> bool:
        """`Tổng số: 12`, `Bằng chữ: …` or `Trong đó:` in the first or the name's column; beside it numbers or words of them."""
        for i in {next(iter(filled)), *self.names} & set(filled):
            text = fold(filled[i])
            if IN_WORDS.match(text):
                return True
            is_total = TOTAL_LINE.match(text) or COUNT_ALONE.match(text) or text.endswith(":")
            if is_total and not set(facts) - {i}:
                return True
        return False

    def _is_counted(self, others: dict[int, str]) -> bool:
        """Whether the row has its running number."""
        first = next(iter(others.items()), None)
        return first is not None and first[0] < self.names[0] and first[1].rstrip(".").isdigit()

    def _group(self, filled: dict, name: str, others: dict, facts: list[int]) -> str | None:
        """The cell a group row names, "" for another group; None for a row that is no group."""
        texts = [t for t in filled.values() if not re.fullmatch(r"[\d.,%]{1,6}", t)]
        words = [t for t in texts if not ROMAN.match(t)]
        if len(words) != 1 or (facts and filled[facts[0]] != words[0]) or len(facts) > 1:
            return None
        is_roman = len(texts) == 2 and ROMAN.match(texts[0]) is not None
        if not (ORGANISATION.match(words[0].casefold()) or is_roman):
            return None
        if re.search(r"\b(chi bo|cb)\b", fold(words[0])):
            return cell_in(words[0])
        is_numbered_person = self._is_counted(others) and bool(name)
        return None if is_numbered_person else ""

    def _is_name_head(self, name: str) -> bool:
        return recognise((name,)) == "full_name" or head_key(name) in self.heads[self.names[0]]

    def _is_head(self, filled: dict[int, str]) -> bool:
        same = sum(head_key(text) in self.heads.get(i, ()) for i, text in filled.items())
        return same >= 2 and same >= 0.6 * len(filled)

    def _is_other_head(self, filled: dict[int, str]) -> bool:
        known = {target for text in filled.values() if (target := recognise((text,)))}
        return len(known) >= ENOUGH_FOR_OTHER_TABLE and "full_name" in known


def has_digit(filled: dict[int, str]) -> bool:
    return any(sign.isdigit() for text in filled.values() for sign in text)


def cell_in(text: str) -> str:
    """`I. Chi bộ Tổng hợp: 15 đồng chí` names `Chi bộ Tổng hợp`."""
    return COUNTED.sub("", NUMBERED.sub("", text)).strip(" :.-–")


TITLE_CELL = re.compile(
    r"\bchi b[ộo]\s+(.+?)(?=\s*(?:[(,;:]|\bnăm\b|\btháng\b|\bquý\b|\btính đến\b|\bđến ngày\b|\bthuộc\b|\btrực thuộc\b|$))",
    re.IGNORECASE,
)
# `CHI BỘ - DANH SÁCH ĐẢNG VIÊN` and `Chi bộ: ....` name none.
NO_CELL = re.compile(
    r"(truc thuoc|co so|so|cac|dang bo|[./…_ ]+)$|(danh sach|ds|bieu|trich ngang|so theo doi|thong ke|dang vien)\b"
)


def cell_named_above(sheet: Sheet, layout: Layout) -> str:
    """The cell the lines over the table or the sheet's tab name, "" where they name none or several."""
    texts = [text_of(cell) for row in islice(sheet.rows(), layout.head_rows[0] - 1) for cell in row]
    found: dict[str, str] = {}
    for text in [*texts, sheet.name]:
        if len(text) < 150 and (match := TITLE_CELL.search(text)):
            called = match[1].strip(" .-–")
            if called and not NO_CELL.match(fold(called)):
                found.setdefault(fold(called), f"Chi bộ {called}")
    return next(iter(found.values())) if len(found) == 1 else ""
