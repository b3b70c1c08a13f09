"""How the board of cells and months is drawn: a word or a shape for each square."""

import datetime as dt
from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from cells.models import Cell
from partyunit.dates import Period, quarter_of, roman_quarter
from reports.figures import Attendance, Board, Mark, MarkKind
from reports.figures.base import typed

CSS = {
    MarkKind.HELD: "scored held",
    MarkKind.PLANNED: "planned",
    MarkKind.OVERDUE: "missed",
    MarkKind.UNPLANNED: "missed",
    MarkKind.NOT_HELD: "missed",
}


@dataclass(frozen=True)
class Square:
    """One cell's month on the page; without address where nothing was due."""

    css: str
    column: str
    text: str
    words: str
    url: str


@dataclass(frozen=True)
class SquareRow:
    cell: Cell
    squares: tuple[Square, ...]
    attendance: Attendance


@dataclass(frozen=True)
class MonthHead:
    """The head of a month's column."""

    column: str
    short: str
    name: str


@dataclass(frozen=True)
class QuarterHead:
    """The head over the months of one quarter."""

    column: str
    name: str
    months: int


@dataclass(frozen=True)
class BoardPicture:
    """The board as the template draws it."""

    board: Board
    quarters: tuple[QuarterHead, ...]
    months: tuple[MonthHead, ...]
    rows: tuple[SquareRow, ...]
    caption: str
    month_name: str


def picture(board: Board) -> BoardPicture:
    older = len(board.months) - _newer_months(board)
    columns = [
        _column(month, is_first=at == 0, is_older=at < older)
        for at, month in enumerate(board.months)
    ]
    months = [
        MonthHead(column, f"T{month.first.month}", _month_name(month))
        for column, month in zip(columns, board.months, strict=True)
    ]
    rows = [
        SquareRow(
            cell=row.cell,
            squares=tuple(
                _square(mark, column, board.day)
                for mark, column in zip(row.marks, columns, strict=True)
            ),
            attendance=row.attendance,
        )
        for row in board.rows
    ]
    words = {"first": _month_name(board.months[0]), "last": _month_name(board.months[-1])}
    return BoardPicture(
        board=board,
        quarters=_quarters(board, columns),
        months=tuple(months),
        rows=tuple(rows),
        caption=_("Sinh hoạt của các chi bộ theo tháng, từ %(first)s đến %(last)s") % words,
        month_name=_month_name(board.months[-1]),
    )


def _month_name(month: Period) -> str:
    return _("tháng %(month)s/%(year)s") % {"month": month.first.month, "year": month.first.year}


def _newer_months(board: Board) -> int:
    """What a phone shows: the months of the day's quarter, in its first month the quarter before too."""
    in_quarter = (board.day.month - 1) % 3 + 1
    return in_quarter if in_quarter > 1 else 4


def _column(month: Period, *, is_first: bool, is_older: bool) -> str:
    """A rule before each quarter; older months give way on a phone."""
    starts_quarter = is_first or month.first.month % 3 == 1
    return " ".join(["q"] * starts_quarter + ["older"] * is_older)


def _quarters(board: Board, columns: list[str]) -> tuple[QuarterHead, ...]:
    """Heads over the quarters; the first and the last may be cut by the twelve months."""
    heads = []
    pairs = zip(board.months, columns, strict=True)
    for (year, number), months in groupby(pairs, key=lambda pair: _quarter_key(pair[0].first)):
        of_quarter = [column for _month, column in months]
        name = _("Quý %(quarter)s/%(year)s") % {"quarter": roman_quarter(number), "year": year}
        heads.append(QuarterHead(of_quarter[0], name, len(of_quarter)))
    return tuple(heads)


def _quarter_key(day: dt.date) -> tuple[int, int]:
    return day.year, quarter_of(day)


def _square(mark: Mark, column: str, day: dt.date) -> Square:
    if mark.kind == MarkKind.OUTSIDE:
        return Square("", column, "", "", "")
    css = CSS[mark.kind] + (" themed" if mark.is_themed else "")
    where = f"{mark.cell}, {_month_name(mark.month)}"
    return Square(css, column, _text(mark), f"{where}: {_words(mark)}", _url(mark, day))


def _text(mark: Mark) -> str:
    """What is seen: nothing beside the dot of a meeting held, else the planned day or a word."""
    if mark.kind == MarkKind.HELD:
        return ""
    if mark.kind == MarkKind.PLANNED:
        return f"{mark.meets_on.day}/{mark.meets_on.month}"
    return _("không") if mark.kind == MarkKind.NOT_HELD else _("chưa")


def _words(mark: Mark) -> str:
    """What is heard."""
    day = typed(mark.meets_on) if mark.meets_on else ""
    overdue = _("hẹn ngày %(day)s, chưa ghi cuộc họp")
    if mark.is_being_written:
        overdue = _("hẹn ngày %(day)s, đang ghi biên bản")
    words = {
        MarkKind.HELD: _("đã họp ngày %(day)s") % {"day": day},
        MarkKind.PLANNED: _("hẹn họp ngày"),
        MarkKind.OVERDUE: overdue % {"day": day},
        MarkKind.UNPLANNED: _("chưa họp, chưa có lịch"),
        MarkKind.NOT_HELD: _("tháng không họp"),
    }[mark.kind]
    return _("%(words)s, có chuyên đề") % {"words": words} if mark.is_themed else words


def _url(mark: Mark, day: dt.date) -> str:
    """The meeting; where there is none, the cell's meetings of that month."""
    if mark.meeting_id:
        return reverse("meetings:detail", args=[mark.meeting_id])
    query = {
        "on": typed(day),
        "cell": mark.cell.pk,
        "from": typed(mark.month.first),
        "to": typed(mark.month.last),
    }
    return f"{reverse('meetings:list')}?{urlencode(query).replace('%2F', '/')}"
