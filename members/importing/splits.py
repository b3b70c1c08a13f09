"""Several facts in one cell, as lists of a page's width have them: `Họ và tên` over `Sinh ngày`, a line each.

Such a column becomes one column more for each fact, behind the last of the sheet, so that every other keeps its place. It
is done only where every part of the head is known, they say different things, and most cells have as many parts.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from members.importing.cells import tidy
from members.importing.headings import head_key, recognise
from members.importing.targets import TARGETS

# What parts a cell, as patterns; the last: each cell parted by whatever its writer used.
SIGNS = (r"[\r\n]", r"[\r;]", r"[\r,]", r"[\r\n;,]")
OF_WORDS = (*SIGNS, r"[\r/]", r"[\r–-]")  # of words, which no such sign is a part of: `Kinh/Không`
OF_LEVELS = (*SIGNS, r"[\r/]", r"\s[–-]\s")  # `Đại học / Trung cấp`
OF_DAYS = (*SIGNS, r"\s*–\s*|\s+-\s+", r"\s*,?\s*\bngày\s+")  # `25/03/2010 - 25/03/2011`
# Of a day and a place only the comma beside the year: `12/05/1985, xã A, huyện B`, `Xã A, huyện B, 1985`.
BESIDE_YEAR = (
    r"(?<=\d{4})(?:\s*[,;]\s*|\s+[–-]\s+)",
    r"(?:\s*[,;]\s*|\s+[–-]\s+)(?=(?:\d{1,2}/){0,2}\d{4}\Z)",
)
# What parts a head.
IN_HEAD = re.compile(r"[\n;,/]+|\s[-–]\s|\s*[&+]\s*")
# `Số, ngày QĐ kết nạp`: of a paper, not kept.
NUMBERS = dict.fromkeys(("so", "so qd", "so quyet dinh"), "")
AND = re.compile(r"\bvà\b")
MOST_CELLS = 0.6


@dataclass(frozen=True)
class Split:
    """One column of a sheet whose cells hold as many parts as `heads`, told apart by `sign`."""

    column: int
    sign: str
    heads: tuple[str, ...]
    may_lack: bool = False  # the name of the birth paper is written only where it is another one

    def parts(self, cell) -> list[str]:
        """The parts of one cell; all blank where it holds fewer or more."""
        found = pieces(cell, self.sign)
        if self.may_lack and 0 < len(found) < len(self.heads):
            found += [""] * (len(self.heads) - len(found))
        return found if len(found) == len(self.heads) else [""] * len(self.heads)


def pieces(cell, sign: str) -> list[str]:
    if not isinstance(cell, str):
        return []
    found = [part for piece in re.split(f"(?:{sign})+", cell) if (part := _plain(piece))]
    # A line that ends in a comma goes on in the next: an address over two lines is one fact.
    return [] if any(part.endswith(",") for part in found[:-1]) else found


def _plain(piece: str) -> str:
    """A line without the dash that opens it."""
    return re.sub(r"\A[-–+•]\s+", "", tidy(piece))


def find_split(column: int, levels: tuple[str, ...], cells: Iterable) -> Split | None:
    """How the cells under this head come apart, None where they are one fact."""
    if not levels:
        return None
    given = [cell for cell in cells if isinstance(cell, str) and tidy(cell)]
    above, own = levels[:-1], levels[-1]
    ways = _readings(own) if recognise(levels) else [*_readings(own), AND.split(own)]
    for parts in ways:
        heads = [part for part in parts if head_key(part)]
        targets = {recognise((*above, head)) for head in heads}
        may_lack = targets == {"full_name", "other_name"}
        for sign in _signs(above, heads):
            counts = [len(pieces(cell, sign)) for cell in given]
            if len(heads) in counts and _fit(counts, len(heads), may_lack=may_lack):
                return Split(column, sign, tuple(heads), may_lack)
    return None


def _readings(head: str) -> list[list[str]]:
    """The ways a head may name several facts: also `Trình độ: văn hóa; chuyên môn`, `Vào Đảng (dự bị - chính thức)`."""
    title, _colon, named = head.partition(":")
    inside = re.fullmatch(r"([^()]+)\(([^()]+)\)\s*", head)
    if inside:
        title, named = inside.groups()
    joined = [f"{title} {part}" for part in IN_HEAD.split(named)] if named else []
    # `Trình độ` over `- Văn hóa`, `- Chuyên môn`: a title, or a fact of its own.
    first, *lines = head.split("\n")
    return [[first, *lines], [f"{first} {line}" for line in lines], joined, IN_HEAD.split(head)]


def _fit(counts: list[int], parts: int, *, may_lack: bool) -> bool:
    """Whether most cells have as many parts as their head."""
    fitting = sum(0 < n <= parts if may_lack else n == parts for n in counts)
    return fitting >= MOST_CELLS * len(counts)


def _signs(parents: tuple[str, ...], heads: list[str]) -> tuple[str, ...]:
    """The signs that may part the cells: none where the parts of the head are not all known and different."""
    known = [NUMBERS.get(head_key(head), recognise((*parents, head))) for head in heads]
    targets = [target for target in known if target]
    if len(heads) < 2 or None in known or not targets or len(set(targets)) < len(targets):
        return ()
    kinds = {TARGETS[target].kind for target in targets}
    if kinds == {"word"}:
        return OF_WORDS
    if kinds == {"date"}:
        return OF_DAYS
    if kinds <= {"level", "certificate", "sex", "word"}:
        return OF_LEVELS
    # Addresses are full of commas: only a line break tells two of them apart.
    if kinds == {"date", "text"} and len(heads) == 2:
        return (*SIGNS[:1], *BESIDE_YEAR)
    return SIGNS[:1] if "text" in kinds else SIGNS
