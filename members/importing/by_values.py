"""What the cells of a column say where its head does not: `DT` over names of peoples is the ethnicity, not the telephone.

Asked only for columns no head names, and only where most cells fit; whoever reads the file is told it with the
first person (`reading`), so nothing is guessed silently and the mapping can be corrected.
"""

import re
from collections import Counter
from collections.abc import Callable

from members.importing.cells import says_nothing, text_of
from members.importing.headings import (
    BRACKETS,
    head_key,
    is_family,
    is_private,
    legend_of,
    names_sex,
    recognise,
)
from members.importing.rows import Head
from members.importing.values import lists, schooling
from members.importing.values.dates import read_date
from members.importing.values.words import SEX_WORDS

FEWEST_CELLS = 2
MOST = 0.8
CITIZEN_ID = re.compile(r"0\d{2}[0-3](\d{2})\d{6}")  # province, sex and century, year of birth
# Heads that may be several things, and what the cells may show them to be; by cells alone: the last line.
MAY_BE = {
    "dt": ("ethnicity",), "tg": ("religion",), "th": ("it",), "ct": ("official_from", "theory"), "cc": ("citizen_id",),
    "vh": ("general",), "db": ("admitted_on",), "kn": ("admitted_on",),
    "td": ("general", "professional"), "don vi": ("cell",), "to chuc": ("cell",), "ten cb": ("cell",), "noi sinh hoat dang": ("cell",),
    "cb": ("cell", "rank"), "official date": ("official_from",),
    "so giay to": ("citizen_id",), "giay to tuy than": ("citizen_id",), "dv": ("cell",),
}  # fmt: skip
# Heads that name the professional level and the years of school alike.
OPEN = {"hv", "hoc van", "trinh do hoc van", "tdhv", "td hoc van", "trinh do"}
MAY_BE |= dict.fromkeys(OPEN, ("general", "professional"))
OF_HIRING = {"official date"}  # of the Party only beside a day of joining it
JOINED = {"admitted_on", "decision_on", "ceremony_on"}
SHORTEST_UID = 8
SEX_NUMBERS = ("0", "1", "2")
BY_CELLS = ("sex", "ethnicity", "citizen_id", "cell")


def _is_date(cell) -> bool:
    text = text_of(cell)
    is_like_one = hasattr(cell, "year") or re.match(r"\d{1,4}\s*[/.-]\s*\d{1,2}\b", text)
    return bool(is_like_one) and read_date(cell).value is not None


FITS: dict[str, Callable] = {
    "sex": lambda cell: head_key(text_of(cell)) in SEX_WORDS and len(text_of(cell)) > 1,
    "ethnicity": lambda cell: lists.is_people(text_of(cell)),
    "religion": lambda cell: lists.is_religion(text_of(cell)),
    "general": lambda cell: re.fullmatch(r"\d{1,2}\s*/\s*1[02]", text_of(cell)),
    "professional": lambda cell: schooling.read_level(cell, scale="professional").value,
    "theory": lambda cell: schooling.read_level(cell, scale="theory").value,
    "it": lambda cell: re.search(r"\b(tin|cntt|ic3|mos)\b", head_key(text_of(cell))),
    "citizen_id": lambda cell: CITIZEN_ID.fullmatch(text_of(cell)),
    "cell": lambda cell: re.match(r"(chi bo|cb) \S", head_key(text_of(cell))),
    "rank": lambda cell: lists.read_rank(cell).value,
    "official_from": _is_date,
    "admitted_on": _is_date,
}


def find(heads: list[Head], data: list[list]) -> tuple[tuple[int, str], ...]:
    """Pairs of column and target for heads that name none, by what their cells show; a target is found once."""
    named = {head.index: recognise(head.levels) for head in heads}
    named_days = set(named.values())
    found = {
        head.index: target
        for head in heads
        if not (_own(head) in OF_HIRING and not named_days & JOINED)
        and (not named[head.index] or _own(head) in OPEN or named[head.index] == "is_probationary")
        and (target := _shown(head, heads, data))
        and target != named[head.index]
    }
    found |= {
        h.index: "" for h in heads if named[h.index] == "national_uid" and _only_counts(h, data)
    }
    counted = Counter(found.values())
    taken = {target for index, target in named.items() if target and index not in found}
    return tuple((i, t) for i, t in found.items() if not t or (counted[t] == 1 and t not in taken))


def _only_counts(head: Head, data: list[list]) -> bool:
    """Whether an `ID` is the running number of another program."""
    texts = [
        text for row in data if (text := text_of(row[head.index] if head.index < len(row) else ""))
    ]
    counts = sum(text.isdigit() and len(text) < SHORTEST_UID for text in texts)
    return bool(texts) and counts >= MOST * len(texts)


def numbered(heads: list[Head], data: list[list]) -> tuple[int, ...]:
    """Columns of the sex that hold 0, 1 or 2 under a head that does not say what they stand for."""
    return tuple(
        head.index
        for head in heads
        if recognise(head.levels) == "sex"
        and not legend_of(head.text)
        and names_both(head)
        and (texts := _texts(head, data))
        and sum(text in SEX_NUMBERS for text in texts) >= MOST * len(texts)
    )


def _texts(head: Head, data: list[list]) -> list[str]:
    cells = [row[head.index] for row in data if head.index < len(row)]
    return [text for cell in cells if (text := text_of(cell))]


def names_both(head: Head) -> bool:
    """Whether the head is of the sex as such: under «Nữ» a `1` is a tick."""
    return not any(map(names_sex, head.levels))


def _own(head: Head) -> str:
    return head_key(BRACKETS.sub(" ", head.levels[-1])) if head.levels else ""


def _shown(head: Head, heads: list[Head], data: list[list]) -> str:
    own = _own(head)
    if is_private(head.levels) or any(map(is_family, head.levels[:-1])):
        return ""
    rows = [row for row in data if head.index < len(row) and _is_counted(row[head.index])]
    if len(rows) < FEWEST_CELLS:
        return ""
    is_plain = recognise(head.levels) is None and len(head.levels) < 2
    if (by_word := _stage(own)) and recognise(head.levels) == "is_probationary":
        return by_word if _fit([row[head.index] for row in rows], by_word) else ""
    possible = MAY_BE.get(own, BY_CELLS if is_plain else ())
    fitting = [t for t in possible if _fit([row[head.index] for row in rows], t)]
    if fitting == ["citizen_id"] and own not in MAY_BE and not _have_birth_years(head, heads, rows):
        return ""
    if own == "cb" and not fitting and _repeat([text_of(row[head.index]) for row in rows]):
        return "cell"
    return fitting[0] if len(fitting) == 1 else ""


def _repeat(texts: list[str]) -> bool:
    """Whether few words stand for many people, as names of cells do and names of people do not."""
    return len(texts) >= 2 * len(set(texts)) and all(any(map(str.isalpha, text)) for text in texts)


def _stage(own: str) -> str:
    """The day under «Đảng viên: Chính thức» or «Dự bị», whose cells may as well be ticks."""
    if re.search(r"\b(c(hinh)? ?thuc|ct)\b", own):
        return "official_from"
    return "admitted_on" if re.search(r"\b(d(u)? ?bi|db)\b", own) else ""


def _is_counted(cell) -> bool:
    return not says_nothing(text_of(cell))


def _fit(cells: list, target: str) -> bool:
    return sum(bool(FITS[target](cell)) for cell in cells) >= MOST * len(cells)


def _have_birth_years(head: Head, heads: list[Head], rows: list[list]) -> bool:
    """Whether the numbers hold the year of birth of their row: a party card of 12 digits does so only by chance."""
    born = next((h.index for h in heads if recognise(h.levels) == "born_on"), None)
    if born is None:
        return False
    pairs = [(CITIZEN_ID.fullmatch(text_of(row[head.index])), row[born : born + 1]) for row in rows]
    agreed = [m for m, at in pairs if m and at and re.search(rf"\d\d{m[1]}\b", text_of(at[0]))]
    return len(agreed) >= MOST * len(rows)
