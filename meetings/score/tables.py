"""The month's scores as the office hands them in: an X in one of four columns, and the points lost."""

from django.utils.translation import gettext_lazy as _

from cells.wording import cell_title
from meetings.score.board import Mean, MonthOfCell, ScoreBoard
from meetings.score.scoring import Band
from partyunit.listing import Column
from partyunit.templatetags.components import number


def _cross(band: Band):
    return lambda row: "X" if row.band == band else ""


def _total(row: MonthOfCell) -> str:
    return number(row.total)


def _total_as_number(row: MonthOfCell):
    """A sheet keeps numbers as such; nothing is reckoned with it."""
    return "" if row.total is None else float(row.total)


def _link(row: MonthOfCell) -> str:
    return row.meeting.get_absolute_url() if row.meeting else ""


SCORE_COLUMNS = [
    Column(key="position", heading=_("STT"), read="position", label="", wide_only=True),
    Column(
        key="name",
        heading=_("Tên đơn vị"),
        read=lambda r: cell_title(str(r.cell)),
        link=_link,
        head=True,
    ),
    Column(key="people", heading=_("Số lượng đảng viên"), read="people", numeric=True),
    Column(key="day", heading=_("Ngày họp chi bộ"), read="meeting.meets_on"),
    Column(
        key="total",
        heading=_("Kết quả số điểm đánh giá"),
        read=_total,
        link=_link,
        export=_total_as_number,
        numeric=True,
    ),
    Column(key="good", heading=_("Tốt"), read=_cross(Band.GOOD)),
    Column(key="fair", heading=_("Khá"), read=_cross(Band.FAIR)),
    Column(key="average", heading=_("Trung bình"), read=_cross(Band.AVERAGE)),
    Column(key="poor", heading=_("Kém"), read=_cross(Band.POOR)),
    Column(key="note", heading=_("Ghi chú (thuyết minh điểm trừ)"), read="note"),
]


def half_year_sheet(board: ScoreBoard) -> tuple[list[Column], list[list]]:
    """Cells by months with their means: totals as numbers, else why there is none."""
    mean = str(_("Bình quân"))
    heads = [str(_("Chi bộ")), *(f"{month:%m/%Y}" for month in board.months), mean]
    columns = [
        Column(key=str(at), heading=head, read=lambda row, at=at: row[at], head=not at)
        for at, head in enumerate(heads)
    ]
    rows = [[str(row.cell), *map(_in_sheet, row.months), _in_sheet(row.mean)] for row in board.rows]
    return columns, [*rows, [mean, *map(_in_sheet, board.of_months)]]


def _in_sheet(one: MonthOfCell | Mean) -> float | str:
    if one.total is not None:
        return float(one.total)
    return one.words if isinstance(one, MonthOfCell) else ""
