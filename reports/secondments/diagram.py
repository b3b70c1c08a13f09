"""The drawing communes → village cells → members: places worked out here, drawn by a template.

Two layouts of the same nodes: `wide` in three columns for a screen and for A4 on its side,
`narrow` indented line by line for a phone. The table beside it says the same in words.
"""

from dataclasses import dataclass, field
from unicodedata import normalize

from django.utils.translation import gettext as _

from members.models import Secondment
from reports.figures import HostLine, LocalityLine, Secondments
from reports.figures.base import typed

ROW, GAP, HEAD = 26, 10, 30  # heights: of a member's line, between localities, above them
COLUMNS = (12, 262, 560)  # where the three columns of the wide layout begin
WIDE, NARROW = 1000, 328
INDENTS = (10, 26, 44)
BOLDER = 8  # what bold words are wider
BEND, LONGEST = 36, 190  # a line turns so far before its end; the longest words before a line
# Widths of letters, on the generous side: a name longer than its column is cut.
THIN, USUAL, BROAD = 4.6, 7.9, 9.8
THIN_LETTERS, BROAD_LETTERS = frozenset("fijlrtI1 .,()/"), frozenset("mw")


@dataclass(frozen=True)
class Text:
    x: float
    y: float
    words: str
    css: str = ""


@dataclass(frozen=True)
class Path:
    """A line from a node to the next; broken where the member has a letter of transfer."""

    d: str
    is_broken: bool = False


@dataclass
class Drawing:
    """What the template draws, and the words it has for who does not see it."""

    width: int
    height: float = 0
    words: str = ""
    texts: list[Text] = field(default_factory=list)
    paths: list[Path] = field(default_factory=list)
    dots: list[tuple[float, float]] = field(default_factory=list)


def wide(seconded: Secondments, *, words: str) -> Drawing:
    """Three columns; each node stands level with the middle of what hangs on it."""
    drawing = Drawing(WIDE, words=words)
    heads = (_("Xã, thị trấn"), _("Chi bộ thôn, bản"), _("Đảng viên (chi bộ cử đi), từ ngày"))
    for x, head in zip(COLUMNS, heads, strict=True):
        drawing.texts.append(Text(x, 16, head, "axis"))
    y: float = HEAD
    for line in seconded.localities:
        y = _wide_locality(drawing, line, y) + GAP
    drawing.height = y
    return drawing


def _wide_locality(drawing: Drawing, line: LocalityLine, top: float) -> float:
    y, levels = top, []
    for host in line.hosts:
        level = y + ROW * len(host.secondments) / 2
        levels.append(level)
        _wide_host(drawing, host, top=y, level=level)
        y += ROW * len(host.secondments)
    level = (levels[0] + levels[-1]) / 2
    name = f"{line.locality} ({line.figure.value})"
    drawing.texts.append(Text(COLUMNS[0], level + 4, _cut(name, COLUMNS[1] - COLUMNS[0]), "em"))
    for to in levels:
        drawing.paths.append(_elbow(_end(COLUMNS[0], name) + BOLDER, level, COLUMNS[1] - 8, to))
    return y


def _wide_host(drawing: Drawing, host: HostLine, *, top: float, level: float) -> None:
    name, end = _cut(str(host.host_cell), COLUMNS[2] - COLUMNS[1]), COLUMNS[2] - 14
    drawing.texts.append(Text(COLUMNS[1], level + 4, name))
    drawing.paths.append(Path(f"M{_end(COLUMNS[1], name):g} {level:g}H{end - BEND}"))
    for at, row in enumerate(host.secondments):
        y = top + ROW * at + ROW / 2
        drawing.paths.append(_elbow(end - BEND, level, end, y, of=row))
        drawing.dots.append((COLUMNS[2] - 8, y))
        told = f"{row.member} ({row.home_cell}), {typed(row.from_on)}"
        drawing.texts.append(Text(COLUMNS[2] + 2, y + 4, _cut(told, WIDE - COLUMNS[2])))


def _end(x: float, words: str) -> float:
    """Where a line may begin behind the words."""
    return x + min(_width(words), LONGEST) + 10


def _elbow(x: float, y: float, to_x: float, to_y: float, *, of: Secondment | None = None) -> Path:
    middle = to_x - BEND
    broken = of is not None and of.kind == Secondment.Kind.TRANSFERRED
    return Path(f"M{x:g} {y:g}H{middle:g}V{to_y:g}H{to_x:g}", broken)


def narrow(seconded: Secondments, *, words: str) -> Drawing:
    """One line a node, indented by its level, with a line down from each to what hangs on it."""
    drawing, y = Drawing(NARROW, words=words), 18.0
    for line in seconded.localities:
        name = f"{line.locality} ({line.figure.value})"
        drawing.texts.append(Text(0, y, name, "em"))
        y = _narrow_hosts(drawing, line, y) + GAP + ROW
    drawing.height = y - ROW
    return drawing


def _narrow_hosts(drawing: Drawing, line: LocalityLine, top: float) -> float:
    y, begin, (stem, second, third) = top, top + 6, INDENTS
    for host in line.hosts:
        y += ROW
        drawing.paths.append(Path(f"M{stem - 4} {begin:g}V{y - 4:g}H{stem + 10}"))
        drawing.texts.append(Text(second, y, _cut(str(host.host_cell), NARROW - second)))
        begin, level = y - 4, y + 6
        for row in host.secondments:
            y += ROW - 4
            broken = row.kind == Secondment.Kind.TRANSFERRED
            drawing.paths.append(Path(f"M{second + 4} {level:g}V{y - 4:g}H{third - 6}", broken))
            level = y - 4
            drawing.dots.append((third, y - 4))
            told = f"{row.member} ({row.home_cell})"
            drawing.texts.append(Text(third + 10, y, _cut(told, NARROW - third - 10)))
    return y


def _cut(words: str, room: float) -> str:
    """The words that fit into the room; the table beside the drawing has them whole."""
    if _width(words) <= room:
        return words
    while _width(f"{words}…") > room:
        words = words[:-1].rstrip()
    return f"{words}…"


def _width(words: str) -> float:
    """About how wide the words are drawn."""
    return sum(_width_of(normalize("NFD", one)[0]) for one in words)


def _width_of(letter: str) -> float:
    if letter in THIN_LETTERS:
        return THIN
    return BROAD if letter in BROAD_LETTERS or letter.isupper() else USUAL
