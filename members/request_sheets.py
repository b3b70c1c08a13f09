"""Phiếu xin ý kiến chi ủy nơi cư trú: one sheet for each member, the form for the comment on its back."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import QuerySet

from cells.models import Cell
from cells.wording import cell_title
from documents.papers.joining import join_pdfs
from documents.papers.layout import (
    Header,
    LayoutRule,
    Paper,
    SignatureBlock,
    header_for,
    layout_on,
    name_on,
)
from documents.papers.pdf import write_pdf
from documents.papers.storage import Written
from members.models import Member, ResidenceComment
from members.register import with_register_columns
from members.residence import asked_place_on, rule_on, rules_of_contact, with_contact
from members.rules import written
from members.signing import signer_on
from partyunit.dates import PartialDate

TEMPLATE = "members/papers/request_sheets.html"
SHEETS_IN_A_PART = 20  # two pages each: a part's layout stays small, see docs/decisions/0001
KIND_TITLE, FORM_TITLE = "Phiếu xin ý kiến", "Phiếu nhận xét"


@dataclass(frozen=True)
class Sheet:
    """One leaf: `paper` asks the cell at home, `form` is what it fills in on the back."""

    paper: Paper
    form: Paper
    issuer: str
    addressee: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Letterhead:
    """What the sheets of one issuer share."""

    name: str
    paper: Paper


@dataclass(frozen=True)
class Asked:
    """What stands on every sheet of one print."""

    year: int
    on: dt.date
    reply_by: dt.date
    issuer: str  # "committee" or "cell"

    @property
    def about(self) -> str:
        return f"đối với đảng viên giữ mối liên hệ với nơi cư trú, năm {self.year}"


def people_of(members: QuerySet, asked: Asked) -> QuerySet:
    """The members with all that a sheet tells of them, cell by cell; who has no place is left out."""
    members = with_register_columns(members, asked.on)
    members = with_contact(members, asked_place_on(asked.year, asked.on))
    found = members.filter(residence_cell__gt="", cell_id_on_day__isnull=False)
    return found.order_by("cell_order", "sort_name", "pk")


def sheets_of(members: QuerySet, asked: Asked) -> list[Sheet]:
    """One sheet a member, under the letterhead of the day."""
    heads = _letterheads(asked)
    return [_sheet(row, asked, head=heads(row.cell_id_on_day)) for row in people_of(members, asked)]


def _letterheads(asked: Asked) -> Callable[[int], Letterhead]:
    """The letterhead of a cell's member, each read once: of its committee, or of the cell itself."""
    cells = {cell.pk: cell for cell in Cell.objects.select_related("committee")}
    known: dict[tuple[type, int], Letterhead] = {}

    def find(cell_id: int) -> Letterhead:
        cell = cells[cell_id]
        owner = cell if asked.issuer == "cell" else cell.committee
        key = (type(owner), owner.pk)
        if key not in known:
            known[key] = _letterhead(owner, asked, committee=cell.committee)
        return known[key]

    return find


def _letterhead(owner, asked: Asked, *, committee) -> Letterhead:
    name = name_on(asked.on, owner=owner)
    summary = f"chi ủy nơi cư trú {asked.about}"
    paper = Paper(
        header=header_for(owner, on=asked.on, kind_title=KIND_TITLE, summary=summary),
        layout=layout_on(asked.on, committee=committee),
        signatures=(signer_on(asked.on, owner=owner),),
        recipients=("Như trên", "Lưu Chi bộ" if isinstance(owner, Cell) else "Lưu Đảng ủy"),
    )
    return Letterhead(name, paper)


def _sheet(row: Member, asked: Asked, *, head: Letterhead) -> Sheet:
    form = Header(
        superior=row.residence_committee.upper(),
        issuer=row.residence_cell.upper(),
        place="…………",
        kind_title=FORM_TITLE.upper(),
        summary=asked.about,
    )
    return Sheet(
        paper=head.paper,
        form=Paper(
            header=form,
            layout=head.paper.layout,
            signatures=(SignatureBlock(authority="T/M CHI BỘ", post="BÍ THƯ"),),
        ),
        issuer=head.name,
        addressee=", ".join(part for part in (row.residence_cell, row.residence_committee) if part),
        facts=_facts(row),
    )


def _facts(row: Member) -> tuple[tuple[str, str], ...]:
    """Who is asked about, as far as the cell at home has to know: no number, no rank."""
    joined = row.joined_on and PartialDate.of(row.joined_on, row.joined_precision)
    letter = [row.letter_number, row.letter_on and f"ngày {written(row.letter_on)}"]
    facts = (
        ("Họ và tên", row.full_name),
        ("Ngày sinh", written(row.born_on)),
        ("Ngày vào Đảng", written(joined) if joined else ""),
        ("Ngày chính thức", written(row.official_from) if row.official_from else "chưa"),
        ("Sinh hoạt tại", cell_title(row.cell_name)),
        ("Nơi ở hiện nay", row.residence),
        ("Giới thiệu về nơi cư trú", f"từ ngày {written(row.contact_from_on)}"),
        ("Giấy giới thiệu", " ".join(part for part in letter if part)),
    )
    return tuple((label, text) for label, text in facts if text)


def print_sheets(
    sheets: list[Sheet], asked: Asked, *, told: Callable[[int, int], None] = lambda done, all_: None
) -> Written:
    """The sheets as one file, laid out part by part. `told(done, all)` hears of each part.

    Raises MissingPrinterError.
    """
    title = f"{KIND_TITLE} chi ủy nơi cư trú năm {asked.year}"
    rule = rule_on(asked.on, rules_of_contact())
    about = {
        "asked": asked,
        "rule": rule.citation if rule else "",
        "levels": ResidenceComment.Level.labels,
    }
    parts = []
    for first in range(0, len(sheets), SHEETS_IN_A_PART):
        part = sheets[first : first + SHEETS_IN_A_PART]
        paper = Paper(header=part[0].paper.header, layout=part[0].paper.layout or LayoutRule())
        context = {"sheets": part, **about}
        pdf = write_pdf(
            TEMPLATE, context, paper=paper, title=title, author=part[0].issuer, on=asked.on
        )
        parts.append(pdf.data)
        told(min(first + SHEETS_IN_A_PART, len(sheets)), len(sheets))
    return join_pdfs(parts)
