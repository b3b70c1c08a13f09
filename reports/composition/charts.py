"""The two charts of a report, each with its text in words.

Frozen as numbers; where the columns stand is worked out when the paper is printed.
"""

from reports import charts as charting
from reports.composition.facts import Facts
from reports.composition.wording import day_text

MEMBERS, GRADUATES = "Đảng viên", "Trình độ đại học trở lên"
WIDTH, ROOM = 468, 100  # of the drawing, of its highest column, in points


def charts(facts: Facts) -> list[dict]:
    """Growth over the years, once there are two; the cells beside one another, or one cell's levels."""
    drawn = [growth(facts)] if len(facts.growth) > 1 else []
    return [*drawn, levels(facts) if facts.is_of_cell else cells(facts)]


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


def draw_frozen(chart: dict, *, number: int) -> dict:
    """A frozen chart with its number and every place worked out, and what its columns mean in words."""
    whole, *part = (name.lower() for name in chart["series"])
    groups = [
        charting.Group(
            name=group["label"],
            whole=group["counts"][0],
            part=group["counts"][1] if part else None,
            above=" / ".join(str(count) for count in group["counts"]),
        )
        for group in chart["groups"]
    ]
    return {
        "title": f"Biểu đồ {number}. {chart['title']}",
        "key": f"Cả cột: {whole}; phần đậm: {part[0]}." if part else "",
        "drawing": charting.draw(groups, words=chart["alt"], room=ROOM, lines=2, width=WIDTH),
    }
