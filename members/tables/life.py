"""The columns of candidates, of transfers and of stays by letter."""

import datetime as dt

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partyunit.dates import day_after
from partyunit.listing import Column

CANDIDATE_COLUMNS = [
    Column(
        key="name",
        heading=gettext_lazy("Họ và tên"),
        read="full_name",
        sort=("sort_name", "born_on", "pk"),
        link=lambda row: reverse("members:candidate", args=[row.pk]),
        head=True,
    ),
    Column(
        key="cell",
        heading=gettext_lazy("Chi bộ"),
        read="cell_name",
        sort=("cell__position", "sort_name"),
        label="",
    ),
    Column(
        key="born",
        heading=gettext_lazy("Ngày sinh"),
        read="born_on",
        sort=("born_on",),
        label=gettext_lazy("Sinh"),
        nowrap=True,
        wide_only=True,
    ),
    Column(
        key="job",
        heading=gettext_lazy("Công việc"),
        read=lambda row: ", ".join(str(one) for one in (row.job, row.office_unit) if one),
        label="",
        wide_only=True,
        counted=False,
    ),
    Column(
        key="since",
        heading=gettext_lazy("Từ ngày"),
        read="from_on",
        sort=("from_on",),
        nowrap=True,
    ),
    Column(
        key="learnt",
        heading=gettext_lazy("Lớp nhận thức"),
        read="learnt_on",
        sort=("learnt_on",),
        nowrap=True,
    ),
    Column(
        key="steps",
        heading=gettext_lazy("Số bước đã ghi"),
        read=lambda row: row.taken or 0,
        sort=("taken",),
        numeric=True,
    ),
    Column(
        key="outcome",
        heading=gettext_lazy("Kết quả"),
        read=lambda row: row.get_outcome_display() if row.outcome else "",
        sort=("outcome",),
        label="",
        shown=False,
    ),
    Column(
        key="sex",
        heading=gettext_lazy("Giới tính"),
        read="get_sex_display",
        sort=("sex",),
        shown=False,
    ),
    Column(
        key="ethnicity",
        heading=gettext_lazy("Dân tộc"),
        read="ethnicity",
        sort=("ethnicity",),
        shown=False,
    ),
]


def _left_on(row) -> dt.date:
    return day_after(row.to_on)


def _letter(number: str, day: dt.date | None) -> str:
    return " ".join(part for part in (number, f"{day:%d/%m/%Y}" if day else "") if part)


OF_MEMBER = Column(
    key="name",
    heading=gettext_lazy("Họ và tên"),
    read="member.full_name",
    sort=("member__sort_name", "pk"),
    link=lambda row: reverse("members:detail", args=[row.member_id]),
    head=True,
)
OF_CELL = Column(
    key="cell",
    heading=gettext_lazy("Chi bộ"),
    read="cell_name",
    sort=("cell__position", "member__sort_name"),
    label="",
)
CAME_ON = Column(
    key="day",
    heading=gettext_lazy("Từ ngày"),
    read="from_on",
    sort=("from_on",),
    nowrap=True,
)
CAME_BY = Column(
    key="letter",
    heading=gettext_lazy("Giấy giới thiệu"),
    read=lambda row: _letter(row.letter_number, row.letter_on),
    label=gettext_lazy("Giấy"),
    counted=False,
)
HANDED_IN = Column(
    key="handed_in",
    heading=gettext_lazy("Nộp giấy"),
    read="handed_in_on",
    sort=("handed_in_on",),
    nowrap=True,
    wide_only=True,
)


def transfer_out_columns(day: dt.date, deadlines) -> list[Column]:
    """Transfers out as they stood on the day; `deadlines` is a members.transfers.TransferDeadlines."""
    return [
        OF_MEMBER,
        OF_CELL,
        Column(
            key="day",
            heading=gettext_lazy("Từ ngày"),
            read=_left_on,
            sort=("to_on",),
            nowrap=True,
        ),
        Column(
            key="to",
            heading=gettext_lazy("Nơi chuyển đến"),
            read="went_to",
            sort=("went_to",),
            label=gettext_lazy("Đến"),
        ),
        Column(
            key="letter",
            heading=gettext_lazy("Giấy giới thiệu"),
            read=lambda row: _letter(row.left_letter_number, row.left_letter_on),
            label=gettext_lazy("Giấy"),
            counted=False,
        ),
        Column(
            key="state",
            heading=gettext_lazy("Tình trạng"),
            read=lambda row: deadlines.state(row, day),
            group=lambda row: deadlines.group(row, day),
            label="",
        ),
    ]


TRANSFER_IN_COLUMNS = [
    OF_MEMBER,
    OF_CELL,
    CAME_ON,
    Column(
        key="from",
        heading=gettext_lazy("Nơi chuyển đi"),
        read="came_from",
        sort=("came_from",),
        label=gettext_lazy("Từ"),
    ),
    CAME_BY,
    HANDED_IN,
]
TRANSFER_INSIDE_COLUMNS = [
    OF_MEMBER,
    Column(
        key="from",
        heading=gettext_lazy("Chi bộ cũ"),
        read="old_cell_name",
        sort=("old_cell_name",),
        label=gettext_lazy("Từ"),
    ),
    Column(
        key="cell",
        heading=gettext_lazy("Chi bộ mới"),
        read="cell_name",
        sort=("cell__position", "member__sort_name"),
        label=gettext_lazy("Đến"),
    ),
    CAME_ON,
    CAME_BY,
    HANDED_IN,
]
TEMPORARY_COLUMNS = [
    OF_MEMBER,
    Column(
        key="direction",
        heading=gettext_lazy("Chiều"),
        read=lambda row: _("đến") if row.came_from else _("đi"),
        sort=("came_from",),
        label="",
    ),
    Column(
        key="place",
        heading=gettext_lazy("Sinh hoạt tại"),
        read=lambda row: row.cell_name or row.outside_name,
        sort=(("cell__position", "outside_name"),),
        label=gettext_lazy("Tại"),
    ),
    Column(
        key="from",
        heading=gettext_lazy("Đến từ"),
        read=lambda row: row.came_from or row.home_cell_name or "",
        sort=(("came_from", "home_cell_name"),),
        label=gettext_lazy("Từ"),
    ),
    CAME_ON,
    Column(
        key="until",
        heading=gettext_lazy("Đến hết ngày"),
        read="to_on",
        sort=("to_on",),
        nowrap=True,
    ),
    CAME_BY,
]
