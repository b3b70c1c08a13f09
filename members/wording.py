"""How cells and posts are named in sentences."""

import datetime as dt
from collections.abc import Sequence

from django.utils.translation import gettext as _

from cells.models import Cell, Locality
from cells.wording import cell_title
from members.models import Position


def cell_text(cell: Cell) -> str:
    """`Chi bộ Tổng hợp`, as the cell is called now."""
    return cell_title(str(cell))


def in_order(posts) -> list[Position]:
    """Posts as the office names them: of the committee first, the highest first."""
    order = list(Position.Title.values)
    return sorted(posts, key=lambda post: (order.index(post.title), post.from_on))


def closed_meetings_text(meetings: Sequence) -> str:
    """Which meetings keep their rolls although an act reaches back before them; nothing of none."""
    if not meetings:
        return ""
    days: dict[str, list[dt.date]] = {}
    for meeting in meetings:
        whose = cell_text(meeting.cell) if meeting.cell else _("Ban Chấp hành")
        days.setdefault(whose, []).append(meeting.meets_on)
    told = [
        _("%(cell)s ngày %(day)s") % {"cell": whose, "day": _days_text(held)}
        for whose, held in days.items()
    ]
    sentence = _("Biên bản đã trình hoặc đã duyệt, danh sách giữ nguyên: %(meetings)s.")
    return sentence % {"meetings": "; ".join(told)}


def _days_text(days: list[dt.date]) -> str:
    """`11/12/2018, 08/01, 11/02/2019`: the year once, after the last of its days."""
    last = {day.year: day for day in days}
    return ", ".join(f"{day:%d/%m/%Y}" if last[day.year] == day else f"{day:%d/%m}" for day in days)


def locality_text(locality: Locality) -> str:
    """`xã Mường Pha` inside a sentence."""
    return f"{locality.get_kind_display()} {locality.name}"
