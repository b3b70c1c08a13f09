"""Where in a sheet the table of people stands, and what its columns are headed.

The base row is the one whose cells hold the most heads we know; rows above it that stand over several of its columns
and rows below it that only divide its columns belong to the header, three rows at most. A parent's text counts for
all its columns: those it is merged over, or the blank ones to its right that have a text of their own below.
"""

import datetime as dt
import hashlib
import re
from itertools import islice

from django.utils.translation import gettext as _

from members.importing import by_values
from members.importing.books import Book, Sheet
from members.importing.cells import head_of, is_blank, text_of
from members.importing.delimited import heads_in, raise_old_font
from members.importing.headings import FIRST_NAMES, head_key, is_tick_of, recognise
from members.importing.old_fonts import from_tcvn3, from_vni
from members.importing.pairs import find_pairs
from members.importing.rows import Head, ImportRefusedError, Layout
from members.importing.splits import Split, find_split
from members.importing.targets import TARGETS

SAMPLE_ROWS = 120
HEAD_WITHIN = 60
DEEPEST_HEAD = 3
ENOUGH_HEADS = 3
# «Đảng viên» may head names, or a stage and its days.
MEMBERS = {"dang vien", "dv"}
OF_MEMBERS = {"is_probationary", "admitted_on", "decision_on", "ceremony_on", "official_from"}
# Heads that are words of cells too: a row of nothing else may be a person's.
VALUES = {"nam", "nu", "du bi", "chinh thuc", "dvct", "dvdb"}
COUNTING_HEADS = {"stt", "tt", "s tt", "so tt", "so thu tu", "no", "s t t"}
NAME_PARTS = {*FIRST_NAMES, "ten", "ten dem", "dem"}
WORD_KINDS = {"text", "word", "certificate"}
SPREAD_KINDS = {"name", "citizen_id", "old_citizen_id", "card_no", "card_no_old", "date"}


class Grid:
    """The first rows of a sheet as texts, merged cells filled in by asking."""

    def __init__(self, sheet: Sheet):
        sheet.splits, sheet.pairs = (), None  # found anew below
        raw = list(islice(sheet.rows(), SAMPLE_ROWS))
        self.raw = raw
        self.texts = [[head_of(cell) for cell in row] for row in raw]
        self.width = max((len(row) for row in raw), default=0)
        self.ranges = [r for r in sheet.merged if r[0] < len(raw)]

    def own(self, row: int, column: int) -> str:
        texts = self.texts[row] if row < len(self.texts) else []
        return texts[column] if column < len(texts) else ""

    def range_over(self, row: int, column: int) -> tuple[int, int, int, int] | None:
        return next(
            (r for r in self.ranges if r[0] <= row <= r[2] and r[1] <= column <= r[3]), None
        )

    def text(self, row: int, column: int) -> str:
        merged = self.range_over(row, column)
        return self.own(merged[0], merged[1]) if merged else self.own(row, column)

    def filled(self, row: int) -> list[int]:
        return [c for c in range(self.width) if self.own(row, c)]


def find_layouts(book: Book) -> list[Layout]:
    """The tables of the visible sheets, the best first. Raises ImportRefusedError when there is none."""
    found = _layouts([sheet for sheet in book.sheets if not sheet.is_hidden])
    if found:
        return found
    if hidden := _layouts([sheet for sheet in book.sheets if sheet.is_hidden]):
        raise ImportRefusedError(
            _("Bảng đảng viên nằm ở trang tính đang ẩn “%(sheet)s”; hãy bỏ ẩn rồi tải lên lại.")
            % {"sheet": hidden[0].sheet}
        )
    for sheet in book.sheets:
        for name, convert in (("TCVN3 (ABC)", from_tcvn3), ("VNI", from_vni)):
            text = "\n".join("\t".join(row) for row in Grid(sheet).texts)
            if heads_in(convert(text)) >= max(ENOUGH_HEADS, heads_in(text) + 2):
                raise_old_font(name)
    raise ImportRefusedError(
        _("Không thấy bảng đảng viên nào trong tệp: cần một dòng tiêu đề có cột họ và tên.")
    )


def _layouts(sheets: list[Sheet]) -> list[Layout]:
    scored = [found for sheet in sheets if (found := _find_in(sheet)) is not None]
    scored.sort(key=lambda found: found[:2], reverse=True)
    return [layout for _score, _rows, layout in scored]


def _find_in(sheet: Sheet) -> tuple[int, int, Layout] | None:
    grid = Grid(sheet)
    best: tuple[int, list[int]] | None = None
    for base in range(min(HEAD_WITHIN, len(grid.texts))):
        if len(_known_in_row(grid, base)) < 2:
            continue
        block = _block(grid, base)
        score = _score(grid, block)
        if score >= ENOUGH_HEADS and (best is None or score > best[0]):
            best = (score, block)
    if best is None:
        return None
    score, block = best
    return score, sheet.facts.rows, _layout(sheet, grid, block)


def _known_in_row(grid: Grid, row: int) -> set[str]:
    texts = [grid.own(row, c) for c in grid.filled(row)]
    texts = [text for text in texts if head_key(text) not in VALUES]
    return {target for text in texts for target in _known_in_head((text,)) if target}


def _known_in_head(texts: tuple[str, ...]) -> set[str | None]:
    """What a head names; several things where each of its lines is known."""
    whole = recognise(texts)
    if whole is not None or not texts or "\n" not in texts[-1]:
        return {whole}
    parts = {recognise((*texts[:-1], line)) for line in texts[-1].split("\n")}
    return set() if None in parts else parts


def _score(grid: Grid, block: list[int]) -> int:
    """How many different things of the register the heads name; a name counts for more."""
    heads = [levels(grid, block, c) for c in range(grid.width)]
    found = {target for texts in heads for target in _known_in_head(texts) if target}
    return len(found) + (2 if "full_name" in found else 0)


def _block(grid: Grid, base: int) -> list[int]:
    block = [base]
    while len(block) < DEEPEST_HEAD and block[-1] + 1 < len(grid.texts):
        if not _divides(grid, block, block[-1] + 1):
            break
        block.append(block[-1] + 1)
    while len(block) < DEEPEST_HEAD and block[0] > 0 and _stands_over(grid, block, block[0] - 1):
        block.insert(0, block[0] - 1)
    return block


def _divides(grid: Grid, block: list[int], row: int) -> bool:
    """Whether `row` only names the parts of columns headed above it."""
    filled = grid.filled(row)
    if not filled or is_numbering([grid.own(row, c) for c in filled]):
        return False
    if not _is_head_like(grid, row, filled):
        return False
    if any(r[0] in block and r[2] >= row for r in grid.ranges if r[2] > r[0]):
        return True
    if len(filled) < 2 or not any(head_key(grid.own(row, c)).strip("0123456789 ") for c in filled):
        return False  # noughts and numbers are somebody's row, not parts of a head
    if _fills_a_parent(grid, block, row) and not _names_somebody(grid, block, row):
        return True
    if _heads_again(grid, row, filled):
        return True
    above = {c: levels(grid, block, c) for c in filled}
    if not any(recognise((*above[c], grid.own(row, c))) is not None for c in filled):
        return False  # a row of which nothing is known may be a note; as such it is told
    return all(
        _may_divide(above[c], grid.own(row, c)) and not _is_lone_tick(grid, block, row, c)
        for c in filled
    )


def _heads_again(grid: Grid, row: int, filled: list[int]) -> bool:
    """Whether the row heads the second row of each person: a name and other known heads, nothing else."""
    known = {recognise((grid.own(row, c),)) for c in filled}
    return (
        len(known) >= ENOUGH_HEADS
        and None not in known
        and bool(known & {"full_name", "other_name"})
    )


def _is_lone_tick(grid: Grid, block: list[int], row: int, column: int) -> bool:
    """Whether a word of the column stands alone under its head: somebody's cell, not one of several to be ticked."""
    if not is_tick_of(recognise(levels(grid, block, column)), grid.own(row, column)):
        return False
    above = levels(grid, [*block, row], column)[:-1]
    beside = [levels(grid, [*block, row], c)[:-1] for c in (column - 1, column + 1) if c >= 0]
    return above not in beside


def _fills_a_parent(grid: Grid, block: list[int], row: int) -> bool:
    """Whether every column under some merged parent of the last header row has a text in `row`."""
    return any(
        all(grid.own(row, c) for c in range(left, right + 1))
        for top, left, bottom, right in grid.ranges
        if bottom == block[-1] and right > left
    )


def _names_somebody(grid: Grid, block: list[int], row: int) -> bool:
    return any(
        grid.own(row, c) and recognise(levels(grid, block, c)) == "full_name"
        for c in range(grid.width)
    )


def _may_divide(above: tuple[str, ...], own: str) -> bool:
    """Whether `own` can be a head under these; under a name only its parts, under a known thing only what is known of it."""
    target = recognise(above)
    if above and head_key(above[-1]) in COUNTING_HEADS:
        return False
    if not target:
        return True
    if TARGETS[target].kind == "name":
        part = recognise((*above, own))  # «Đảng viên» over `CT`, `DB` or `Ngày vào`, `Ngày CT`
        is_other = part in OF_MEMBERS and head_key(above[-1]) in MEMBERS
        return head_key(own) in NAME_PARTS or is_other
    part = recognise((*above, own))
    if TARGETS[target].kind in WORD_KINDS:  # «Nam» under «Quê quán» is a cell, not a part of it
        return (part or "").partition("_")[0] == target.partition("_")[0]
    return part is not None


def _stands_over(grid: Grid, block: list[int], row: int) -> bool:
    """Whether `row` holds parents of the columns below it; a title over the whole table does not."""
    filled = grid.filled(row)
    if not filled or not _is_head_like(grid, row, filled):
        return False
    if any(r[0] == row and r[2] >= block[0] for r in grid.ranges):
        return True
    if len(filled) == 1 and not 1 < _width_of_parent(grid, row, filled[0]) < 0.7 * grid.width:
        return False
    if _score(grid, [row, *block]) > _score(grid, block):
        return True
    widths = [_width_of_parent(grid, row, c) for c in filled]
    return (
        len(filled) > 1
        and any(1 < width < 0.7 * grid.width for width in widths)
        and all(
            grid.text(block[0], c) or head_key(grid.own(row, c)) in COUNTING_HEADS for c in filled
        )
    )


def _width_of_parent(grid: Grid, row: int, column: int) -> int:
    merged = grid.range_over(row, column)
    return merged[3] - merged[1] + 1 if merged else 1


def _is_head_like(grid: Grid, row: int, filled: list[int]) -> bool:
    for c in filled:
        cell = grid.raw[row][c]
        if isinstance(cell, (dt.date, dt.time, dt.timedelta, bool)):
            return False
        if isinstance(cell, (int, float)) and not 0 <= cell <= 100:
            return False
        if re.search(r"\d{6}|\d[/.-]\d{1,2}[/.-]\d|https?:|@", grid.own(row, c)):
            return False
    return True


def is_numbering(texts: list[str]) -> bool:
    """The row `(1) (2) (3)` or `A B 1 2` under a header."""
    if len(texts) < 3 or any(len(text) > 12 for text in texts):
        return False
    keys = [head_key(text) for text in texts]
    if not all(re.fullmatch(r"\d{1,3}[a-z]?|[a-h]|\d{1,2} \d{1,2} \d{1,2}", key) for key in keys):
        return False
    numbers = [int(key) for key in keys if key.isdigit()]
    return len(numbers) >= 2 and numbers == sorted(set(numbers)) and numbers[0] <= 3


def levels(grid: Grid, block: list[int], column: int) -> tuple[str, ...]:
    """The texts of the header rows over one column, top first, each once."""
    texts: list[str] = []
    for depth, row in enumerate(block):
        text = grid.text(row, column) or _spread(grid, block, depth, column)
        if text and (not texts or texts[-1] != text):
            texts.append(text)
    return tuple(texts)


def _spread(grid: Grid, block: list[int], depth: int, column: int) -> str:
    """The unmerged parent to the left, if both it and this column have a text of their own below."""
    below = block[depth + 1 :]
    if not below or not any(grid.text(row, column) for row in below):
        return ""
    for left in range(column - 1, -1, -1):
        if text := grid.text(block[depth], left):
            is_parent = any(grid.own(row, left) for row in below)
            return text if is_parent and not grid.range_over(block[depth], left) else ""
        if not any(grid.own(row, left) for row in below):
            return ""
    return ""


def _layout(sheet: Sheet, grid: Grid, block: list[int]) -> Layout:
    named = [levels(grid, block, c) for c in range(grid.width)]
    sheet.pairs = find_pairs(grid.raw, start=block[-1] + 1, counter=_counter(named))
    raw = list(sheet.pairs.joined(grid.raw)) if sheet.pairs else grid.raw
    data = [row for row in raw[block[-1] + 1 :] if not all(map(is_blank, row))]
    heads = _heads(grid, named, data)
    found = [_split(sheet, head, data) for head in heads]
    sheet.splits = tuple(split for split in found if split)
    heads = [head for head, split in zip(heads, found, strict=True) if not split]
    above = {c: () if sheet.pairs else texts[:-1] for c, texts in enumerate(named)}
    parts = [(above[split.column], part) for split in sheet.splits for part in split.heads]
    heads += [Head(sheet.facts.columns + i, (*over, part)) for i, (over, part) in enumerate(parts)]
    people = [sheet.with_parts(row) for row in data if not is_numbering(_filled_texts(row))]
    return Layout(
        sheet.name,
        tuple(row + 1 for row in block),
        tuple(heads),
        _fingerprint(heads),
        by_values.find(heads, people),
        by_values.numbered(heads, people),
    )


def _counter(named: list[tuple[str, ...]]) -> int | None:
    """The column of the running numbers."""
    return next(
        (c for c, texts in enumerate(named) if texts and head_key(texts[0]) in COUNTING_HEADS), None
    )


def _split(sheet: Sheet, head: Head, data: list[list]) -> Split | None:
    """How the cells under a head come apart; of two rows a person each row of heads names one."""
    levels = ("\n".join(head.levels),) if sheet.pairs and head.levels else head.levels
    return find_split(
        head.index, levels, [row[head.index] for row in data if head.index < len(row)]
    )


def _filled_texts(row: list) -> list[str]:
    return [text for cell in row if (text := text_of(cell))]


def _fingerprint(heads: list[Head]) -> str:
    """Of every head with its place: parts of a cell stand behind the last column, and that may lie farther right."""
    said = [
        f"{head.index}/" + "/".join(map(head_key, head.levels)) for head in heads if head.levels
    ]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()


def _heads(grid: Grid, named: list[tuple[str, ...]], data: list) -> list[Head]:
    """A head for each column that has a text over it or cells under it."""
    used = {c for row in data for c, cell in enumerate(row) if not is_blank(cell)}
    heads: list[Head] = []
    for column, texts in enumerate(named):
        if column in used and not texts:
            heads.append(Head(column, _adopted(grid, heads, column, data)))
        elif texts:
            heads.append(Head(column, texts))
    return heads


def _adopted(grid: Grid, heads: list[Head], column: int, data: list) -> tuple[str, ...]:
    """A column without a head belongs to the name, number or date on its left when its cells continue it."""
    if not heads or heads[-1].index != column - 1:
        return ()
    target = recognise(heads[-1].levels)
    if not target or TARGETS[target].kind not in SPREAD_KINDS:
        return ()
    pairs = [(_cell(row, column - 1), _cell(row, column)) for row in data]
    pairs = [(a, b) for a, b in pairs if a and b]
    fits = sum(_continues(TARGETS[target].kind, a, b) for a, b in pairs)
    return heads[-1].levels if pairs and fits >= 0.8 * len(pairs) else ()


def _cell(row: list, column: int) -> str:
    return text_of(row[column]) if column < len(row) else ""


def _continues(kind: str, left: str, right: str) -> bool:
    if kind == "name":
        return right.replace(" ", "").isalpha() and len(right.split()) <= 2
    if kind == "date":
        return bool(re.fullmatch(r"\d{1,2}", left) and re.fullmatch(r"\d{1,2}|\d{4}", right))
    return bool(re.fullmatch(r"\d", left) and re.fullmatch(r"\d", right))
