"""Joining the parts of a long print: laid out in one piece its memory grows with every page."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from io import BytesIO
from typing import cast

import pikepdf

from documents.papers.storage import Written


def join_pdfs(parts: Iterable[bytes]) -> Written:
    """One file of all the parts' pages with their tags and bookmarks, the same from the same parts.

    The first part goes on with the pages of the others, so its title, its language and what it
    declares (PDF/A-3a) hold for all. The parts, written by `write_pdf`, have no links.
    """
    with ExitStack() as opened:
        joined, *others = (opened.enter_context(pikepdf.open(BytesIO(part))) for part in parts)
        marks = list(_bookmarks(joined, first_page=0))
        for part in others:
            marks += _bookmarks(part, first_page=len(joined.pages))
            _append(joined, part)
        with joined.open_outline() as outline:
            outline.root[:] = marks
        file = BytesIO()
        joined.save(
            file, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate
        )
        return Written(file.getvalue(), pages=len(joined.pages))


def _bookmarks(part: pikepdf.Pdf, *, first_page: int) -> Iterator[pikepdf.OutlineItem]:
    """The bookmarks of a part as those of the file in which it begins at `first_page`."""
    with part.open_outline() as outline:
        for mark in outline.root:
            page, *_place = cast("pikepdf.Array", mark.destination)
            at = part.pages.index(pikepdf.Page(page))
            yield pikepdf.OutlineItem(mark.title, first_page + at)


def _append(joined: pikepdf.Pdf, part: pikepdf.Pdf) -> None:
    """The pages first, for only then do the tags that are copied after them find their pages."""
    tree, first_page = joined.Root.StructTreeRoot, len(joined.pages)
    document, leaves = tree.K[0], tree.ParentTree.Nums
    joined.pages.extend(part.pages)
    tags = joined.copy_foreign(part.Root.StructTreeRoot)
    for element in tags.K[0].K:
        element.P = document
        document.K.append(element)
    free = int(leaves[-2]) + 1  # the numbers by which pages find their tags: number, tags, number …
    for page in joined.pages[first_page:]:
        page.obj.StructParents += free
    for at, entry in enumerate(tags.ParentTree.Nums):
        leaves.append(entry if at % 2 else int(entry) + free)
