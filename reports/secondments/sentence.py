"""The sentence of a day: how many, from which cells, to how many village cells, of which places."""

from collections.abc import Callable

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from cells.models import Cell
from cells.wording import cell_title
from partyunit.templatetags.components import figure as linked
from reports.figures import Figure, Secondments

Show = Callable[[Figure], str]


def sentence(seconded: Secondments, *, named: Cell | None = None, is_linked: bool = True) -> str:
    """`12 đồng chí, trong đó 2 đồng chí của …, tham gia sinh hoạt tại 10 chi bộ của 4 xã và 1 thị trấn.`

    Composed from the rows of the day, each number a link to them unless it is for paper. The
    home cells are all named, the one with most members first; with `named`, as a report on
    one cell says it, that one alone.
    """
    if not seconded.total:
        return _("Không có đồng chí nào tăng cường.")

    def show(of: Figure) -> str:
        return linked(of=of) if is_linked else str(of)

    whole = _("{total} đồng chí{of_cells} tham gia sinh hoạt tại {hosts} chi bộ của {places}.")
    return format_html(
        whole,
        total=show(seconded.total),
        of_cells=_of_cells(_homes(seconded, named), show),
        hosts=show(seconded.host_cells),
        places=_places(seconded, show),
    )


def _homes(seconded: Secondments, named: Cell | None) -> list[tuple[Cell, Figure]]:
    homes = [(cell, figure) for cell, figure in seconded.by_cell if figure]
    if named is not None:
        return [(cell, figure) for cell, figure in homes if cell.pk == named.pk]
    if len(homes) == 1:
        return []  # all of one cell: nothing to tell apart
    return sorted(homes, key=lambda pair: -pair[1].value)


def _of_cells(homes: list[tuple[Cell, Figure]], show: Show) -> str:
    if not homes:
        return ""
    one = _("{count} đồng chí của {cell}")
    told = [(format_html(one, count=show(of), cell=cell_title(str(cell))),) for cell, of in homes]
    return format_html(_(", trong đó {cells},"), cells=format_html_join(", ", "{}", told))


def _places(seconded: Secondments, show: Show) -> str:
    if seconded.communes and seconded.towns:
        both = _("{communes} xã và {towns} thị trấn")
        return format_html(both, communes=show(seconded.communes), towns=show(seconded.towns))
    if seconded.towns:
        return format_html(_("{towns} thị trấn"), towns=show(seconded.towns))
    return format_html(_("{communes} xã"), communes=show(seconded.communes))
