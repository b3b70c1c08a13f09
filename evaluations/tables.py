"""The columns of the registers of this room."""

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from cells.wording import cell_title_of
from evaluations.models import EvaluationRound
from partyunit.listing import Column

COLUMNS = [
    Column(
        key="member",
        heading=_("Đảng viên"),
        read="member",
        sort=("member__sort_name", "-round__year"),
        link=lambda row: reverse("members:detail", args=[row.member_id]),
        head=True,
    ),
    Column(
        key="year",
        heading=_("Năm"),
        read=lambda row: str(row.round.year),
        sort=("round__year", "member__sort_name"),
        nowrap=True,
    ),
    Column(
        key="cell",
        heading=_("Chi bộ xếp loại"),
        read=cell_title_of,
        sort=("cell__position", "member__sort_name"),
        label="",
    ),
    Column(
        key="grade",
        heading=_("Mức xếp loại"),
        read=lambda row: capfirst(row.grade_text),
        sort=("grade", "member__sort_name"),
        label="",
    ),
    Column(key="reason", heading=_("Lý do không xếp loại"), read="reason", wide_only=True),
    Column(
        key="decided",
        heading=_("Ngày quyết định"),
        read="round.decided_on",
        sort=("round__decided_on", "member__sort_name"),
        shown=False,
        nowrap=True,
    ),
]


def _rated(row: EvaluationRound) -> int:
    return row.rated


ROUND_COLUMNS = [
    Column(
        key="year",
        heading=_("Năm"),
        read=lambda row: str(row.year),
        sort=("year",),
        link=lambda row: row.get_absolute_url(),
        head=True,
    ),
    Column(key="decided", heading=_("Ngày quyết định"), read="decided_on", sort=("decided_on",)),
    Column(key="rule", heading=_("Theo"), read="rule.citation"),
    Column(key="rated", heading=_("Đã ghi kết quả"), read=_rated, numeric=True, sort=("rated",)),
]
