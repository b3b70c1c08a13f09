"""Schooling: general education by years (12/12), professional level and political theory by their levels.

Levels are the register's own (`Qualification.Professional`, `Qualification.Theory`). A cell may hold the branch of study
behind the level; a word that could be two levels ("Trên đại học", "Cao đẳng, trung cấp") is reported.
"""

import datetime as dt
import re
from functools import lru_cache

from django.utils.translation import gettext as _

from members.importing.cells import says_nothing, text_of
from members.importing.headings import BRACKETS, head_key
from members.importing.values import NOTHING, Read
from members.models.service import Qualification

PROFESSIONAL, THEORY = Qualification.Professional, Qualification.Theory
LABELS = {"professional": PROFESSIONAL, "theory": THEORY}
WORDS = {
    "professional": {
        PROFESSIONAL.DOCTOR: "tien si|tien sy|ts|tskh|tien si khoa hoc|ncs tien si|phd|doctorate|doctor",
        PROFESSIONAL.MASTER: "thac si|thac sy|ths|th s|cao hoc|master|masters|msc",
        PROFESSIONAL.BACHELOR: "dai hoc|dh|cu nhan|cn|ky su|ks|bac si|bs|kien truc su|dai hoc chinh quy|d hoc|bachelor|bachelors|university|undergraduate|engineer",
        PROFESSIONAL.COLLEGE: "cao dang|cd|c dang|college",
        PROFESSIONAL.INTERMEDIATE: "trung cap|tc|tccn|thcn|trung hoc chuyen nghiep|trung cap nghe|trung cap chuyen nghiep|t cap|intermediate|vocational|vocational school",
        PROFESSIONAL.ELEMENTARY: "so cap|sc|s cap|so cap nghe|elementary",
    },
    "theory": {
        THEORY.BACHELOR: "cu nhan|cn|cnct|cnllct|bachelor",
        THEORY.ADVANCED: "cao cap|cc|c cap|ccllct|ccct|advanced|senior|high",
        THEORY.INTERMEDIATE: "trung cap|tc|t cap|tcllct|tcct|intermediate",
        THEORY.ELEMENTARY: "so cap|sc|s cap|scllct|scct|elementary|primary|basic",
    },
}
LEVELS = {
    scale: {word: int(level) for level, words in by_level.items() for word in words.split("|")}
    for scale, by_level in WORDS.items()
}
UNCLEAR = re.compile(
    r"\b(tren dai hoc|sau dai hoc|tren dh|sau dh|dang (theo )?hoc|chua (tot nghiep|xong|hoan thanh|co bang|nhan bang)|bo tuc|"
    r"bo do|bo hoc|do dang|nam (thu )?[1-6]|cu nhan (cao dang|cd)|khong tot nghiep)\b"
)
SCHOOL_BEHIND = re.compile(r"\b(dh|cd|tc)(?=[a-z]{2,5}\b)")  # `ĐHSP`, `CĐYT`
NONE = re.compile(
    r"(khong|chua|chua co|khong co|chua qua|chua qua dao tao|chua hoc|khong qua dao tao|0|x|k|ld pho thong|lao dong pho thong|so 0)?\Z"
)
THEORY_NOISE = re.compile(
    r"\b(ly luan|chinh tri|llct|ct|hanh chinh|hc|trinh do|ly luan chinh tri|bang)\b"
)


def read_level(cell, *, scale: str) -> Read:
    """The level of a cell by its words; what else it says goes with the professional scale as the branch."""
    found = text_of(cell)
    key = head_key(found)
    if says_nothing(found) or (key not in ("", "x") and NONE.match(key)):
        return NOTHING
    levels = levels_in(key, scale=scale) or levels_in(SCHOOL_BEHIND.sub(r"\1 ", key), scale=scale)
    if not levels or UNCLEAR.search(key):
        return _unclear_level(found)
    word, level = max(levels.items(), key=lambda pair: pair[1])
    rest = " ".join(re.sub(rf"\b{word}\b", " ", key, count=1).split())
    labels = LABELS[scale]
    told = _("“%(found)s” được đọc là %(level)s.") % {"found": found, "level": labels(level).label}
    if scale == "theory":
        return Read(level, warning=told if THEORY_NOISE.sub("", rest).strip() else "")
    also = {"professional_detail": _branch(found, word)} if rest else {}
    return Read(level, warning=told if len(levels) > 1 else "", also=also)


def _branch(found: str, word: str) -> str:
    """`Đại học Luật` is of the branch Luật; where the level stands elsewhere the whole text is kept."""
    count = len(word.split())
    words = found.split()
    if head_key(" ".join(words[:count])) == word and len(words) > count:
        return " ".join(words[count:]).strip(" ,;:-–()/.")
    return found


def _unclear_level(found: str) -> Read:
    return Read(error=_("“%(found)s” không rõ là trình độ nào trong bảng bậc.") % {"found": found})


@lru_cache(maxsize=4096)
def levels_in(key: str, *, scale: str) -> dict[str, int]:
    """The level words of a folded text, one for each level, the longest word of each."""
    found: dict[int, str] = {}
    rest = key
    for word in sorted(LEVELS[scale], key=len, reverse=True):
        if re.search(rf"\b{word}\b", rest):
            found.setdefault(LEVELS[scale][word], word)
            rest = re.sub(rf"\b{word}\b", " ", rest)
    return {word: level for level, word in found.items()}


def mark_level(head: str, *, scale: str) -> int | str | None:
    """What a tick under `head` means: a level, "" for no schooling of this scale, None where it is unclear."""
    key = head_key(head)
    if NONE.match(key):
        return ""
    levels = levels_in(key, scale=scale)
    if len(levels) != 1 or UNCLEAR.search(key):
        return None
    return next(iter(levels.values()))


def may_mean(head: str, *, scale: str) -> list[int]:
    """The levels a tick under an unclear head may stand for, lowest first."""
    key = head_key(head)
    if re.search(r"\b(tren|sau) (dai hoc|dh)\b", key):
        return [int(PROFESSIONAL.MASTER), int(PROFESSIONAL.DOCTOR)]
    return sorted(levels_in(key, scale=scale).values())


def is_level_head(head: str, *, scale: str) -> bool:
    """Whether the head of a column names a level, so that its cells are ticks."""
    key = head_key(BRACKETS.sub(" ", head))
    return bool(levels_in(key, scale=scale) or UNCLEAR.search(key) or (NONE.match(key) and key))


def read_general(cell) -> Read:
    """`12/12`, also where Excel made it the 12th of December; words as they were typed."""
    found = text_of(cell)
    if isinstance(cell, dt.date):
        low, high = sorted((cell.day, cell.month))
        if high in (10, 12):
            sentence = _("Excel đã đổi thành ngày %(found)s; được hiểu là %(value)s.")
            return _told_general(f"{cell:%d/%m/%Y}", f"{low}/{high}", sentence)
        return _wrong_general(found)
    years = re.match(r"(?:lớp)?\s*(\d{1,2})\s*[/\\-]\s*(10|12)(?![\d/-])", found, re.IGNORECASE)
    if years:
        if not 1 <= int(years[1]) <= int(years[2]):
            return _wrong_general(found)
        is_whole = years.end() == len(found)
        return Read(f"{int(years[1])}/{years[2]}" if is_whole else found)
    if says_nothing(found) or head_key(found) in ("khong", "0"):
        return NOTHING
    if found in ("11", "12"):  # no other system has so many years
        return _told_general(found, f"{found}/12", _("“%(found)s” được hiểu là %(value)s."))
    if any(map(str.isalpha, found)) and not re.search(r"\d{3}", found) and len(found) > 1:
        return Read(found)
    return _wrong_general(found)


def _told_general(found: str, value: str, sentence: str) -> Read:
    return Read(value, warning=sentence % {"found": found, "value": value})


def _wrong_general(found: str) -> Read:
    return Read(error=_("“%(found)s” không đúng; cần dạng 12/12 hoặc 10/10.") % {"found": found})
