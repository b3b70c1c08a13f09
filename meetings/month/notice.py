"""The month's plan as the notice to the cells: one page of A4, and the same as a sheet.

The columns are those of offices' own notices: number, cell, members, when, where, secretary and
telephone. The register keeps no telephone numbers (nothing private that no rule asks for), so
that place is left to be filled in by hand.
"""

import bisect
import datetime as dt
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from django.utils import translation

from cells.models import Cell, Committee
from documents.papers.layout import LayoutRule, Paper, header_for, layout_on, symbol_of
from documents.papers.pdf import write_pdf
from documents.papers.storage import Written
from meetings.month.board import MonthBoard
from meetings.month.wording import when
from members.signing import signer_on
from partyunit.listing import Column
from partyunit.sheets import write_sheet

KIND = "TB"
NONE_YET = "chưa có lịch"
TOTAL = "TỔNG SỐ"
# Size of the table's type in points, from the roomiest to the tightest that is still read; paper.css has
# a class for each.
FITS = (13, 12, 11, 10, 9.5, 9, 8.5, 8, 7.5)
OVER = FITS.index(11)  # of a notice that no size brings onto one page


@dataclass(frozen=True)
class NoticeLine:
    """One cell of the notice, with each of its meetings: when, where, and over how many lines the place
    stands (nothing for one that meets where the one before it did).
    """

    number: int
    cell: str
    members: int
    meetings: list[tuple[str, str, int]]
    secretary: str


@dataclass(frozen=True)
class Notice:
    """The notice of a month; a draft while a cell has no meeting or a plan is not agreed to."""

    first: dt.date
    lines: list[NoticeLine]
    is_draft: bool

    @property
    def total(self) -> int:
        return sum(line.members for line in self.lines)

    @property
    def tells_kinds(self) -> bool:
        """Whether a meeting is told in brackets to be no regular one."""
        return any(when.endswith(")") for line in self.lines for when, *_rest in line.meetings)

    @property
    def summary(self) -> str:
        return f"lịch sinh hoạt chi bộ tháng {self.first.month} năm {self.first.year}"


@translation.override("vi")
def read_notice(board: MonthBoard, *, committee: Committee) -> Notice:
    """What the board says of the committee's cells, with their strength of the day or the month's last.

    A cell not founded yet that day, or dissolved by it, has no strength: its people count where they are.
    """
    day = min(board.day, board.last)
    cells = Cell.objects.filter(committee=committee).with_strength_on(day).with_posts_on(day)
    known = {cell.pk: cell for cell in cells}
    rows = [(row, known[row.cell.pk]) for row in board.rows if row.cell and row.cell.pk in known]
    lines = []
    for number, (row, cell) in enumerate(rows, start=1):
        standing = [one.meeting for one in row.meetings if one.meeting.stands]
        meetings = [
            (when(meeting, board.first), place, len(same) if at == 0 else 0)
            for place, group in groupby(standing, key=attrgetter("place"))
            for same in [list(group)]
            for at, meeting in enumerate(same)
        ]
        lines.append(
            NoticeLine(
                number=number,
                cell=row.name,
                members=cell.member_count,
                meetings=meetings or [(NONE_YET, "", 1)],
                secretary=cell.secretary_name or "",
            )
        )
    is_draft = any(
        row.lacks_regular or any(one.is_proposal for one in row.meetings) for row, _cell in rows
    )
    return Notice(board.first, lines, is_draft)


def write_notice(notice: Notice, *, committee: Committee, on: dt.date) -> Written:
    """The paper of the day, its number and date left blank, in the largest type that keeps it on one page.

    Raises MissingPrinterError.
    """
    paper = _paper(notice, committee=committee, on=on)
    drawn: dict[int, Written] = {}

    def is_one_page(fit: int) -> bool:
        drawn[fit] = _draw(notice, paper, fit=fit, on=on)
        return drawn[fit].pages == 1

    fit = bisect.bisect_left(range(len(FITS)), True, key=is_one_page)
    return drawn[fit] if fit in drawn else _draw(notice, paper, fit=OVER, on=on)


def _draw(notice: Notice, paper: Paper, *, fit: int, on: dt.date) -> Written:
    return write_pdf(
        "meetings/papers/month_notice.html",
        {"notice": notice, "fit": fit},
        paper=replace(paper, layout=_smaller(paper.layout, fit)),
        title=f"Thông báo {notice.summary}",
        author=paper.header.issuer.capitalize(),
        on=on,
    )


def _paper(notice: Notice, *, committee: Committee, on: dt.date) -> Paper:
    """Head, signature and recipients, in the guide's own sizes."""
    return Paper(
        header=header_for(
            committee,
            on=on,
            kind_title="Thông báo",
            summary=notice.summary,
            symbol=symbol_of(KIND, committee),
            is_dated=False,
        ),
        layout=layout_on(on, committee=committee),
        signatures=(signer_on(on, owner=committee),),
        recipients=("Các chi bộ trực thuộc", "Lưu Đảng ủy"),
        is_draft=notice.is_draft,
    )


def _smaller(layout: LayoutRule, fit: int) -> LayoutRule:
    """What stands around the table shrinks with it."""
    size = min(layout.body_points, int(FITS[fit]) + 1)
    return replace(layout, body_points=size, line_points=size + 5)


COLUMNS = [
    Column(key="number", heading="S TT", read="number"),
    Column(key="cell", heading="Chi bộ", read="cell", head=True),
    Column(key="members", heading="Số lượng", read="members", numeric=True),
    Column(key="when", heading="Thời gian", read="when"),
    Column(key="where", heading="Địa điểm", read="where"),
    Column(key="secretary", heading="Bí thư, điện thoại", read="secretary"),
]


@dataclass(frozen=True)
class SheetLine:
    """One meeting of the sheet; a cell's further meetings leave its own columns empty."""

    number: int | str
    cell: str
    members: int | str
    when: str
    where: str
    secretary: str


def write_notice_sheet(notice: Notice) -> bytes:
    """The same as XLSX, a line for each meeting."""
    lines = [
        SheetLine(line.number, line.cell, line.members or "", when, where, line.secretary)
        if at == 0
        else SheetLine("", "", "", when, where, "")
        for line in notice.lines
        for at, (when, where, _lines) in enumerate(line.meetings)
    ]
    lines.append(SheetLine("", TOTAL, notice.total, "", "", ""))
    title = f"Lịch sinh hoạt chi bộ tháng {notice.first.month}-{notice.first.year}"
    notes = ["Dự thảo: còn lịch chưa có hoặc chưa thống nhất."] if notice.is_draft else []
    return write_sheet(title=title, notes=notes, columns=COLUMNS, records=lines)
