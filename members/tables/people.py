"""The columns of the registers of this room."""

import datetime as dt
from functools import cache

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from members.models import Exemption, Position, Qualification, Rank
from members.querysets import SHOWN_DIGITS
from members.register import is_official, party_age_of, probation_last_day
from members.rules import AGE_BANDS, PARTY_AGE_BANDS, band_of, probation_rules
from partyunit.dates import PartialDate, full_years_between
from partyunit.listing import Column

DOTS = "••••"


def masked(number: str):
    """A card number or citizen id with only its last four digits, told to a screen reader as such."""
    if not number:
        return ""
    return format_html(
        '<span class="mask"><span aria-hidden="true">{}</span>'
        '<span class="visually-hidden">{}</span> {}</span>',
        DOTS,
        _("bốn số cuối"),
        number[-SHOWN_DIGITS:],
    )


def masked_text(number: str) -> str:
    return f"{DOTS} {number[-SHOWN_DIGITS:]}" if number else ""


def post_text(row) -> str:
    """The post that counts: of the standing committee, else of the cell, else of the committee."""
    if row.committee_post in Position.STANDING or not row.cell_post:
        title = row.committee_post
    else:
        title = row.cell_post
    return str(Position.Title(title).label) if title else _("Đảng viên")


def all_posts_text(row) -> str:
    """Both posts, the committee's first."""
    titles = [title for title in (row.committee_post, row.cell_post) if title]
    return ", ".join(str(Position.Title(title).label) for title in titles) or _("Đảng viên")


def level_text(row) -> str:
    return str(Qualification.Professional(row.level).label) if row.level else ""


def theory_text(row) -> str:
    return str(Qualification.Theory(row.theory_level).label) if row.theory_level else ""


def rank_text(row) -> str:
    return str(Rank.Grade(row.rank_on_day).label) if row.rank_on_day else ""


def exemption_text(row) -> str:
    return str(Exemption.Kind(row.exemption_kind).label) if row.exemption_kind else ""


def joined(row):
    return row.joined_on and PartialDate.of(row.joined_on, row.joined_precision)


def register_columns(day: dt.date) -> list[Column]:
    """The register of members as it stood on `day`."""
    return [
        *PLACE_COLUMNS,
        JOINED,
        _official_column(day),
        LEVEL,
        CITIZEN_ID,
        _note_column(day),
        *MORE_COLUMNS,
        _age_column(day),
        _party_age_column(day),
        CARD_NO,
    ]


def _official_column(day: dt.date) -> Column:
    def official(row):
        return row.official_from if is_official(row, day) else _("chưa")

    return Column(
        key="official",
        heading=gettext_lazy("Chính thức"),
        read=official,
        sort=("official_from",),
        nowrap=True,
        wide_only=True,
    )


def _note_column(day: dt.date) -> Column:
    rules = cache(probation_rules)  # read once, when the first row asks

    def note(row) -> str:
        notes = []
        if (last := probation_last_day(row, day, rules=rules)) is not None:
            notes.append(_("dự bị đến %(day)s") % {"day": f"{last:%d/%m/%Y}"})
        if row.host_name:
            notes.append(_("tăng cường, %(host)s") % {"host": row.host_name})
        return "; ".join(notes)

    return Column(key="note", counted=False, heading=gettext_lazy("Ghi chú"), read=note, label="")


def _age_column(day: dt.date) -> Column:
    def age(row) -> int:
        return full_years_between(row.born_on, day)

    return Column(
        key="age",
        heading=gettext_lazy("Tuổi đời"),
        read=age,
        group=lambda row: band_of(age(row), AGE_BANDS, _("tuổi")),
        sort=("-born_on",),
        shown=False,
        numeric=True,
    )


def _party_age_column(day: dt.date) -> Column:
    return Column(
        key="party_age",
        heading=gettext_lazy("Tuổi Đảng"),
        read=lambda row: party_age_of(row, day),
        group=lambda row: band_of(party_age_of(row, day), PARTY_AGE_BANDS, _("năm")),
        sort=("-joined_on",),
        shown=False,
        numeric=True,
    )


NAME = Column(
    key="name",
    heading=gettext_lazy("Họ và tên"),
    read="full_name",
    sort=("sort_name", "born_on", "pk"),
    link=lambda row: reverse("members:detail", args=[row.pk]),
    head=True,
    nowrap=True,
)
CELL = Column(
    key="cell",
    heading=gettext_lazy("Chi bộ"),
    read="cell_name",
    sort=("cell_order", "sort_name"),
    label="",
    nowrap=True,
)
PLACE_COLUMNS = [
    NAME,
    CELL,
    Column(
        key="post",
        heading=gettext_lazy("Chức vụ Đảng"),
        read=all_posts_text,
        group=post_text,
        sort=("post_order", "sort_name"),
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
]
JOINED = Column(
    key="joined",
    heading=gettext_lazy("Vào Đảng"),
    read=joined,
    sort=("joined_on",),
    nowrap=True,
)
LEVEL = Column(
    key="level",
    heading=gettext_lazy("Trình độ"),
    read=level_text,
    sort=("level",),
    label="",
    nowrap=True,
)
CITIZEN_ID = Column(
    key="citizen_id",
    counted=False,
    heading=gettext_lazy("Định danh"),
    read=lambda row: masked(row.citizen_id),
    export=lambda row: masked_text(row.citizen_id),
    nowrap=True,
    wide_only=True,
)
CARD_NO = Column(
    key="card_no",
    counted=False,
    heading=gettext_lazy("Số thẻ"),
    read=lambda row: masked(row.card_no),
    export=lambda row: masked_text(row.card_no),
    shown=False,
    nowrap=True,
)
MORE_COLUMNS = [
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
    Column(
        key="rank",
        heading=gettext_lazy("Cấp bậc hàm"),
        read=rank_text,
        sort=("rank_on_day",),
        shown=False,
        nowrap=True,
    ),
    Column(
        key="theory",
        heading=gettext_lazy("Lý luận chính trị"),
        read=theory_text,
        sort=("theory_level",),
        shown=False,
    ),
    Column(
        key="exempt",
        heading=gettext_lazy("Miễn, đình chỉ sinh hoạt"),
        read=exemption_text,
        sort=("exemption_kind",),
        shown=False,
    ),
]
