"""How cells and posts are named in sentences."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from cells.models import Cell, Locality
from cells.wording import cell_title
from members.models import Position

NAMED_MEETINGS = 5


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
    names = ", ".join(_meeting_text(meeting) for meeting in meetings[:NAMED_MEETINGS])
    more = len(meetings) - NAMED_MEETINGS
    if more > 0:
        names += _(" và %(count)s cuộc khác") % {"count": more}
    sentence = _("Biên bản đã trình hoặc đã duyệt, danh sách giữ nguyên: %(meetings)s.")
    return sentence % {"meetings": names}


def _meeting_text(meeting) -> str:
    """`Chi bộ An ninh ngày 05/03/2019`: whose meeting, and when."""
    told = {"cell": cell_text(meeting.cell), "day": f"{meeting.meets_on:%d/%m/%Y}"}
    return _("%(cell)s ngày %(day)s") % told


def locality_text(locality: Locality) -> str:
    """`xã Mường Pha` inside a sentence."""
    return f"{locality.get_kind_display()} {locality.name}"
