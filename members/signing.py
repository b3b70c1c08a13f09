"""Who signs a paper of a committee or a cell on its day."""

import datetime as dt

from cells.models import Cell, Committee
from documents.papers.layout import SignatureBlock, signature_for
from members.models import Position

SIGNERS = {
    Committee: [
        (Position.Title.SECRETARY, "Bí thư"),
        (Position.Title.DEPUTY_SECRETARY, "Phó Bí thư"),
    ],
    Cell: [(Position.Title.CELL_SECRETARY, "Bí thư"), (Position.Title.CELL_DEPUTY, "Phó Bí thư")],
}


def signer_on(day: dt.date, *, owner: Committee | Cell) -> SignatureBlock:
    """The secretary of that day, else the deputy, who signs for the same body; else a blank name."""
    where = "cell" if isinstance(owner, Cell) else "committee"
    held = {
        position.title: position.member.full_name
        for position in Position.objects.active_on(day)
        .filter(**{where: owner})
        .select_related("member")
    }
    posts = SIGNERS[type(owner)]
    title, post = next(((t, p) for t, p in posts if t in held), posts[0])
    return signature_for(owner, post=post, name=held.get(title, ""))
