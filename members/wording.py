"""How cells and posts are named in sentences."""

from cells.models import Cell, Locality
from cells.wording import cell_title
from members.models import Position


def cell_text(cell: Cell) -> str:
    """`Chi bộ Tổng hợp`, as the cell is called now."""
    return cell_title(str(cell))


def post_text(post: Position) -> str:
    """`Bí thư Chi bộ Tổng hợp`, `Chi ủy viên Chi bộ Tổng hợp`, `Phó Đội trưởng Đội Tổng hợp`."""
    if post.cell and post.title == Position.Title.CELL_COMMITTEE_MEMBER:
        return f"{post.get_title_display()} {cell_text(post.cell)}"
    return str(post)


def in_order(posts) -> list[Position]:
    """Posts as the office names them: of the committee first, the highest first."""
    order = list(Position.Title.values)
    return sorted(posts, key=lambda post: (order.index(post.title), post.from_on))


def locality_text(locality: Locality) -> str:
    """`xã Mường Pha` inside a sentence."""
    return f"{locality.get_kind_display()} {locality.name}"
