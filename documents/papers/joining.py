"""Joining the parts of a long print: laid out in one piece its memory grows with every page."""

from collections.abc import Iterable
from contextlib import ExitStack
from io import BytesIO

import pikepdf

from documents.papers.digest import sha256_hex
from documents.papers.pdf import WrittenPdf


def join_pdfs(parts: Iterable[bytes], *, title: str, author: str) -> WrittenPdf:
    """One file of all the parts' pages, the same bytes from the same parts.

    The tags of the parts do not survive, so the file claims to be no archival paper: this is for
    batches that are printed and forgotten. A paper of the register stays in one piece.
    """
    joined = pikepdf.Pdf.new()
    with ExitStack() as opened:
        for part in parts:
            source = opened.enter_context(pikepdf.Pdf.open(BytesIO(part)))
            joined.pages.extend(source.pages)
        for page in joined.pages:
            if "/StructParents" in page.obj:
                del page.obj["/StructParents"]
        joined.docinfo["/Title"], joined.docinfo["/Author"] = title, author
        joined.Root.Lang = pikepdf.String("vi-VN")
        file = BytesIO()
        joined.save(file, deterministic_id=True)
    data = file.getvalue()
    return WrittenPdf(data=data, pages=len(joined.pages), sha256=sha256_hex(data))
