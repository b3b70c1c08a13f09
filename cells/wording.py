"""How committees and cells are called: in sentences, in lists, at the head of papers."""

from django.utils.translation import gettext as _

COMMITTEE_BODY, CELL_BODY = "Đảng ủy", "Chi bộ"  # the office's own words, in every language


def cell_title(name: str) -> str:
    """`Chi bộ Tổng hợp` in a sentence or a list; a name that already says so stays as it is."""
    return name if _says(name, CELL_BODY) else _("Chi bộ %(name)s") % {"name": name}


def cell_title_of(row) -> str:
    """Of the cell a row names: as on the list's day (`cell_name`), on a page of one row as now."""
    return cell_title(getattr(row, "cell_name", None) or str(row.cell))


def body_named(cell_name: str | None) -> str:
    """In a column of cells: `Tổng hợp`; what is of no cell is the committee's."""
    return cell_name or _("Đảng ủy")


def body_title(cell_name: str | None) -> str:
    """The same in a sentence: `Chi bộ Tổng hợp`, `Đảng ủy`."""
    return cell_title(cell_name) if cell_name else body_named(None)


def as_issuer(name: str, body: str) -> str:
    """The body that signs, on papers: those of «Đảng bộ X» come from «Đảng ủy X», a cell's from «Chi bộ X»."""
    if body == COMMITTEE_BODY:
        name = name.removeprefix("Đảng bộ ")
    return name if _says(name, body) else f"{body} {name}"


def post_at(title: str, place: str) -> str:
    """A post and where it is held: `Phó Trưởng Công an huyện` at `Công an huyện Tân Uyên` says the unit once."""
    words, of_place = title.split(), place.split()
    for shared in range(min(len(words), len(of_place)), 0, -1):
        if [word.casefold() for word in words[-shared:]] == [
            word.casefold() for word in of_place[:shared]
        ]:
            return " ".join([*words, *of_place[shared:]])
    return " ".join([*words, *of_place])


def _says(name: str, body: str) -> bool:
    return name.casefold().startswith(body.casefold())
