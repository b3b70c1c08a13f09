"""The parts every printed paper has, laid out as the guide of the paper's day asks.

05-HD/VPTW 27/05/2026, before it 36-HD/VPTW 03/04/2018 and 11-HD/VPTW 28/05/2004: the
differences stand in the regulation's parameters, never here.
"""

import datetime as dt
from dataclasses import dataclass

from cells.models import Cell, Committee, OrganisationName
from cells.wording import CELL_BODY, COMMITTEE_BODY, as_issuer
from partyunit.dates import write_on_paper
from regulations.models import Regulation

BLANK_NUMBER = "\N{NO-BREAK SPACE}" * 7
BLANK_DAY = "ngày … tháng … năm …"


@dataclass(frozen=True)
class LayoutRule:
    """What the guide of the day leaves to the office or changed over the years; sizes in points."""

    citation: str = ""
    number_separator: str = " "
    post_bold: bool = True
    body_points: int = 14
    line_points: int = 20


@dataclass(frozen=True)
class Header:
    """The head of a paper: who issues it, its number, place and day, kind and summary.

    Without `symbol` there is no line of number; with a symbol and no `number` the line is
    left blank to be filled in by hand, and so is the day without `day`.
    """

    superior: str
    issuer: str
    place: str
    kind_title: str
    summary: str
    symbol: str = ""
    number: str = ""
    day: dt.date | None = None
    separator: str = " "

    @property
    def number_line(self) -> str:
        if not self.symbol:
            return ""
        return f"Số{self.separator}{self.number or f'{BLANK_NUMBER}-{self.symbol}'}"

    @property
    def place_and_day(self) -> str:
        return f"{self.place}, {write_on_paper(self.day) if self.day else BLANK_DAY}"


@dataclass(frozen=True)
class SignatureBlock:
    """Who signs: on whose authority (T/M ĐẢNG ỦY), in which post, and the name without title or rank."""

    post: str
    name: str = ""
    authority: str = ""


@dataclass(frozen=True)
class Paper:
    """All that the base template draws around a paper's own text."""

    header: Header
    layout: LayoutRule = LayoutRule()
    signatures: tuple[SignatureBlock, ...] = ()
    recipients: tuple[str, ...] = ()
    code: str = ""
    is_draft: bool = False
    draft_mark: str = "Dự thảo"

    @property
    def mark(self) -> str:
        """What the foot says on the left: that it is a draft."""
        return self.draft_mark if self.is_draft else ""

    @property
    def foot(self) -> str:
        """What it says on the right: the code of the content."""
        return f"Mã kiểm: {self.code}" if self.code else ""


def layout_on(day: dt.date, *, committee: Committee) -> LayoutRule:
    """The layout in force on the paper's day."""
    rule = Regulation.objects.of_day(topic="layout", day=day, committee=committee)
    return LayoutRule(citation=rule.citation, **rule.parameters) if rule else LayoutRule()


def symbol_of(kind: str, owner: Committee | Cell) -> str:
    """`BC/ĐU` for a committee's report, `BB/CB` for a cell's minutes."""
    return f"{kind}/{'CB' if isinstance(owner, Cell) else 'ĐU'}"


def name_on(day: dt.date, *, owner: Committee | Cell) -> str:
    """What the issuer is called on that day: `Đảng ủy Công an huyện`, `Chi bộ Tổng hợp`."""
    row = _name_row(day, owner)
    if isinstance(owner, Cell):
        return as_issuer(row.short_name if row else owner.name, CELL_BODY)
    return as_issuer(row.short_name if row else owner.code, COMMITTEE_BODY)


def superior_on(day: dt.date, *, owner: Committee | Cell) -> str:
    """The line above the issuer's: `Đảng bộ huyện Tân Uyên`; above a cell its committee."""
    row = _name_row(day, owner)
    if row:
        return row.superior_line
    return name_on(day, owner=owner.committee) if isinstance(owner, Cell) else ""


def header_for(
    owner: Committee | Cell,
    *,
    on: dt.date,
    kind_title: str,
    summary: str,
    symbol: str = "",
    number: str = "",
    is_dated: bool = True,
) -> Header:
    """The head of a paper of that day, with the names and the place of that day."""
    committee = owner.committee if isinstance(owner, Cell) else owner
    return Header(
        superior=superior_on(on, owner=owner).upper(),
        issuer=name_on(on, owner=owner).upper(),
        place=committee.place,
        kind_title=kind_title.upper(),
        summary=summary,
        symbol=symbol,
        number=number,
        day=on if is_dated else None,
        separator=layout_on(on, committee=committee).number_separator,
    )


def signature_for(owner: Committee | Cell, *, post: str, name: str = "") -> SignatureBlock:
    """Signed for the whole body: `T/M ĐẢNG ỦY`, `T/M CHI BỘ`; a deputy the same way, never K/T (05-HD/VPTW)."""
    body = CELL_BODY if isinstance(owner, Cell) else COMMITTEE_BODY
    return SignatureBlock(authority=f"T/M {body.upper()}", post=post.upper(), name=name)


def _name_row(day: dt.date, owner: Committee | Cell) -> OrganisationName | None:
    return (
        OrganisationName.objects.active_on(day)
        .filter(**{"cell" if isinstance(owner, Cell) else "committee": owner})
        .first()
    )
