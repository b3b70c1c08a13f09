"""The two charts of a report: pairs of columns, in black and white, each with its text in words.

Frozen as numbers; `draw` works out where the columns stand when the paper is printed.
"""

from dataclasses import dataclass

from reports.composition.facts import Facts
from reports.composition.wording import day_text

MEMBERS, GRADUATES = "Đảng viên", "Trình độ đại học trở lên"
WIDTH, HEIGHT = 468, 172
TOP, FLOOR, LEFT = 32, 134, 4  # the columns' room, in points of the drawing
LABEL_ROOM = 13  # letters of a label's line


def charts(facts: Facts) -> list[dict]:
    """Growth over the years, once there are two; the cells beside one another, or one cell's levels."""
    drawn = [growth(facts)] if len(facts.growth) > 1 else []
    drawn.append(levels(facts) if facts.is_of_cell else cells(facts))
    return [{**chart, "number": number} for number, chart in enumerate(drawn, 1)]


def growth(facts: Facts) -> dict:
    groups = [
        (day_text(point.day), [point.members.value, point.graduates.value])
        for point in facts.growth
    ]
    return _chart("growth", "Đảng viên qua các năm", [MEMBERS, GRADUATES], groups)


def cells(facts: Facts) -> dict:
    rolls = [(str(cell), facts.roll.of_cell(cell)) for cell in facts.cells]
    groups = [(name, [roll.members.value, roll.graduates.value]) for name, roll in rolls]
    title = f"Đảng viên theo chi bộ, đến ngày {day_text(facts.day)}"
    return _chart("cells", title, [MEMBERS, GRADUATES], groups)


def levels(facts: Facts) -> dict:
    groups = [
        (str(line.label).capitalize(), [line.figure.value])
        for line in facts.roll.levels
        if line.figure.value
    ]
    title = f"Trình độ chuyên môn cao nhất, đến ngày {day_text(facts.day)}"
    return _chart("levels", title, [MEMBERS], groups)


def _chart(key: str, title: str, series: list[str], groups) -> dict:
    words = "; ".join(
        f"{label}: "
        + ", ".join(f"{name.lower()} {count}" for name, count in zip(series, counts, strict=True))
        for label, counts in groups
    )
    return {
        "key": key,
        "title": title,
        "series": series,
        "groups": [{"label": label, "counts": counts} for label, counts in groups],
        "alt": f"{title}. {words}.",
    }


@dataclass(frozen=True)
class Column:
    """One column and the number above it; `series` chooses its filling."""

    x: float
    y: float
    width: float
    height: float
    count: int
    series: int

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 1)

    @property
    def above(self) -> float:
        return round(self.y - 3, 1)


@dataclass(frozen=True)
class Label:
    """The words under a group, in one or two lines."""

    x: float
    lines: tuple[tuple[float, str], ...]


@dataclass(frozen=True)
class Drawing:
    """A chart with every place worked out."""

    key: str
    title: str
    alt: str
    series: tuple[tuple[float, str], ...]
    columns: tuple[Column, ...]
    labels: tuple[Label, ...]
    width: int = WIDTH
    height: int = HEIGHT
    floor: int = FLOOR


def draw(chart: dict) -> Drawing:
    """The drawing of a frozen chart."""
    groups = chart["groups"]
    room = (WIDTH - 2 * LEFT) / max(len(groups), 1)
    highest = max((count for group in groups for count in group["counts"]), default=0) or 1
    columns, labels = [], []
    for at, group in enumerate(groups):
        start = LEFT + at * room
        columns += _columns(group["counts"], start=start, room=room, highest=highest)
        labels.append(_label(group["label"], middle=start + room / 2))
    series = tuple((LEFT + at * 110.0, name) for at, name in enumerate(chart["series"]))
    return Drawing(
        key=chart["key"],
        title=f"Biểu đồ {chart['number']}. {chart['title']}",
        alt=chart["alt"],
        series=series,
        columns=tuple(columns),
        labels=tuple(labels),
    )


def _columns(counts: list[int], *, start: float, room: float, highest: int) -> list[Column]:
    width = min(room * 0.72 / len(counts), 26)
    first = start + (room - width * len(counts)) / 2
    made = []
    for series, count in enumerate(counts):
        height = round((FLOOR - TOP) * count / highest, 1)
        x = round(first + series * width, 1)
        made.append(Column(x, round(FLOOR - height, 1), round(width, 1), height, count, series))
    return made


def _label(text: str, *, middle: float) -> Label:
    lines = _broken(text)
    return Label(
        round(middle, 1), tuple((FLOOR + 13 + at * 12, line) for at, line in enumerate(lines))
    )


def _broken(text: str) -> list[str]:
    """The label in lines of a dozen letters, broken between words."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) > LABEL_ROOM and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
