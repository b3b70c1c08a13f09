"""Where the columns of the page's charts stand. The templates draw them as SVG, the same on every engine."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from reports.figures import GrowthPoint
from reports.figures.base import typed

HEIGHT = 240  # of the drawing
FLOOR = 222  # the line the columns stand on
ROOM = 198  # the highest column
FILLED = 0.73  # of the width a column has
LABEL_ABOVE = 7


@dataclass(frozen=True)
class Column:
    """One year: the whole headcount, and the share of graduates in it. x and width are per cent."""

    x: float
    width: float
    middle: float
    whole_y: int
    whole_height: int
    share_y: int
    share_height: int
    label_y: int
    label: str
    year: str
    is_last: bool
    gives_way: bool  # its label is left out where the page is narrow


@dataclass(frozen=True)
class GraduatesChart:
    """Headcount and graduates over the years."""

    heading: str
    title: str
    caption: str
    columns: tuple[Column, ...]
    points: tuple[GrowthPoint, ...]
    height: int = HEIGHT
    floor: int = FLOOR


def graduates_chart(points: Sequence[GrowthPoint]) -> GraduatesChart:
    """Columns for the points, oldest first; the last one is the day itself."""
    highest = max((point.members.value for point in points), default=0) or 1
    columns = [
        _column(at, point, count=len(points), highest=highest) for at, point in enumerate(points)
    ]
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
    return GraduatesChart(
        heading=_("Trình độ đại học trở lên, %(first_year)s–%(last_year)s") % words,
        title=_(
            "Tỷ lệ đảng viên có trình độ đại học trở lên: %(first)s %% năm %(first_year)s, "
            "%(last)s %% ngày %(day)s"
        )
        % words,
        caption=_(
            "Cả cột: số đảng viên (%(members)s năm %(first_year)s, %(now)s ngày %(day)s). "
            "Phần đậm: đại học trở lên. Số trên cột: tỷ lệ %%, tính đến 31/12 mỗi năm."
        )
        % words,
        columns=tuple(columns),
        points=tuple(points),
    )


def _column(at: int, point: GrowthPoint, *, count: int, highest: int) -> Column:
    slot = 100 / count
    width = slot * FILLED
    x = at * slot + (slot - width) / 2
    whole = round(ROOM * point.members.value / highest)
    share = round(ROOM * point.graduates.value / highest)
    return Column(
        x=round(x, 1),
        width=round(width, 1),
        middle=round(x + width / 2, 1),
        whole_y=FLOOR - whole,
        whole_height=whole,
        share_y=FLOOR - share,
        share_height=share,
        label_y=FLOOR - whole - LABEL_ABOVE,
        label=_written(point),
        year=str(point.day.year),
        is_last=at == count - 1,
        gives_way=(count - 1 - at) % 2 == 1,
    )


def _written(point: GrowthPoint) -> str:
    return str(point.percent).replace(".", ",")
