"""Columns over groups: where each stands. One drawing for pages and papers, as SVG of the server.

x and width are per cent of the drawing, y and heights its own units. A column is whole, with a
darker part of it from the floor up; in black and white print both stay apart.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import dropwhile

from django.utils.translation import gettext as _

from reports.figures import GrowthPoint
from reports.figures.base import typed

FILLED, WIDEST = 0.73, 9  # of the room a group has, and per cent of the drawing
LABEL_ABOVE, LINE, LABEL_ROOM = 7, 12, 13  # units, units, letters of a label's line


@dataclass(frozen=True)
class Group:
    """What one column shows: its name below, the whole, a part of it or None, the words above."""

    name: str
    whole: int
    part: int | None
    above: str


@dataclass(frozen=True)
class Column:
    """One group with every place worked out."""

    x: float
    width: float
    middle: float
    whole_y: float
    whole_height: float
    part_y: float
    part_height: float
    above_y: float
    above: str
    lines: tuple[tuple[float, str], ...]
    is_last: bool
    gives_way: bool  # its words are left out where the page is narrow


@dataclass(frozen=True)
class Drawing:
    """A chart; `words` say it to who does not see it. With `width` it is scaled as one, else it fills the page."""

    words: str
    columns: tuple[Column, ...]
    floor: float
    height: float
    width: int | None = None


def draw(
    groups: Sequence[Group], *, words: str, room: float, lines: int = 1, width: int | None = None
) -> Drawing:
    """The columns of the groups; the highest is `room` high, under them stand `lines` of names."""
    highest = max((group.whole for group in groups), default=0) or 1
    floor = room + LABEL_ABOVE + 2 * LINE
    columns = [
        _column(group, at, count=len(groups), floor=floor, unit=room / highest)
        for at, group in enumerate(groups)
    ]
    return Drawing(words, tuple(columns), floor, floor + LINE * lines + LABEL_ABOVE, width)


def _column(group: Group, at: int, *, count: int, floor: float, unit: float) -> Column:
    slot = 100 / count
    width = min(slot * FILLED, WIDEST)
    middle = at * slot + slot / 2
    whole, part = round(unit * group.whole, 1), round(unit * (group.part or 0), 1)
    return Column(
        x=round(middle - width / 2, 1),
        width=round(width, 1),
        middle=round(middle, 1),
        whole_y=round(floor - whole, 1),
        whole_height=whole,
        part_y=round(floor - part, 1),
        part_height=part,
        above_y=round(floor - whole - LABEL_ABOVE, 1),
        above=group.above,
        lines=tuple(
            (floor + LINE * row + 4, line) for row, line in enumerate(_broken(group.name), 1)
        ),
        is_last=at == count - 1,
        gives_way=(count - 1 - at) % 2 == 1,
    )


def _broken(name: str) -> list[str]:
    """The name in lines of a dozen letters, broken between words."""
    lines = [""]
    for word in name.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) > LABEL_ROOM and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


@dataclass(frozen=True)
class GraduatesChart:
    """Headcount and graduates over the years, as the first page shows them."""

    heading: str
    caption: str
    drawing: Drawing
    points: tuple[GrowthPoint, ...]


def graduates_chart(points: Sequence[GrowthPoint]) -> GraduatesChart | None:
    """Columns for the points, oldest first; the last one is the day itself.

    It begins with the first year that has members: of nobody there is no share. None: it has none.
    """
    points = tuple(dropwhile(lambda point: not point.members, points))
    if not points:
        return None
    first, last = points[0], points[-1]
    words = {
        "first": _written(first),
        "first_year": first.day.year,
        "last": _written(last),
        "last_year": last.day.year,
        "day": typed(last.day),
        "members": first.members.value,
        "now": last.members.value,
    }
    title = _(
        "Tỷ lệ đảng viên có trình độ đại học trở lên: %(first)s %% năm %(first_year)s, "
        "%(last)s %% ngày %(day)s"
    )
    groups = [
        Group(str(p.day.year), p.members.value, p.graduates.value, _written(p)) for p in points
    ]
    return GraduatesChart(
        heading=_("Trình độ đại học trở lên, %(first_year)s–%(last_year)s") % words,
        caption=_(
            "Cả cột: số đảng viên (%(members)s năm %(first_year)s, %(now)s ngày %(day)s). "
            "Phần đậm: đại học trở lên. Số trên cột: tỷ lệ %%, tính đến 31/12 mỗi năm."
        )
        % words,
        drawing=draw(groups, words=title % words, room=190),
        points=points,
    )


def _written(point: GrowthPoint) -> str:
    if not point.members:
        return "–"
    return str(point.percent).replace(".", ",")
