"""The matrix of attendance as columns and rows of a spreadsheet."""

from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from cells.attendance import Attendance
from meetings.attendance.matrix import Matrix, MemberRow
from partyunit.listing import Column


@dataclass(frozen=True)
class SheetRow:
    """A member, or the sums at the foot: a sign or a share for each meeting."""

    name: str
    note: str
    signs: list[str | float | None]
    attendance: Attendance

    @property
    def percent(self) -> float | None:
        return share(self.attendance)


def share(came: Attendance) -> float | None:
    """A number a spreadsheet can count with."""
    return float(came.percent) if came.percent is not None else None


def sheet_columns(matrix: Matrix) -> tuple[list[Column], list[SheetRow]]:
    held = [column for column in matrix.columns if column.is_held]
    columns = [
        Column(key="name", heading=_("Họ và tên"), read="name", head=True),
        Column(key="note", heading=_("Ghi chú"), read="note"),
        *(
            Column(
                key=f"m{at}",
                heading=f"{one.meeting.meets_on:%d/%m} {one.meeting.get_kind_display()}",
                read=lambda row, at=at: row.signs[at],
            )
            for at, one in enumerate(held)
        ),
        Column(key="present", heading=_("Có mặt"), read="attendance.present"),
        Column(key="excused", heading=_("Vắng có lý do"), read="attendance.excused"),
        Column(key="absent", heading=_("Vắng không lý do"), read="attendance.absent"),
        Column(key="belong", heading=_("Phải dự"), read="attendance.belong"),
        Column(key="percent", heading=_("Tỷ lệ (%)"), read="percent"),
    ]
    rows = [_row(row) for row in matrix.rows]
    foot = SheetRow(
        _("Cả nơi sinh hoạt"),
        _("tỷ lệ %"),
        [share(one.attendance) for one in held],
        matrix.attendance,
    )
    return columns, [*rows, foot]


def _row(row: MemberRow) -> SheetRow:
    notes = [_("sinh hoạt tạm thời")] if row.is_guest else []
    signs: list[str | float | None] = [mark.sign for mark in row.marks]
    told = capfirst("; ".join([*notes, *row.notes]))
    return SheetRow(row.member.full_name, told, signs, row.attendance)
