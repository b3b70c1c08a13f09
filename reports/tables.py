"""The columns of the list of reports."""

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from partyunit.listing import Column
from reports.showing import state_in_words


def _owner(report) -> str:
    return str(report.cell) if report.cell_id else str(_("Đảng bộ"))


COLUMNS = [
    Column(
        key="title",
        heading=_("Báo cáo"),
        read="title",
        link=lambda report: reverse("reports:detail", args=[report.pk]),
        head=True,
    ),
    Column(key="owner", heading=_("Của"), read=_owner, sort=("cell__position",), label=""),
    Column(
        key="period",
        heading=_("Kỳ"),
        read=lambda report: capfirst(report.period_name),
        sort=("period_last", "kind", "cell__position", "-number_of_version"),
        label="",
    ),
    Column(
        key="until",
        heading=_("Số liệu đến"),
        read="data_until",
        sort=("data_until",),
        nowrap=True,
        wide_only=True,
    ),
    Column(key="version", heading=_("Bản"), read="number_of_version", numeric=True),
    Column(key="state", heading=_("Tình trạng"), read=state_in_words, label=""),
    Column(
        key="number",
        counted=False,
        heading=_("Số"),
        read="document.number",
        sort=("document__sequence",),
        nowrap=True,
    ),
    Column(
        key="pages", counted=False, heading=_("Số trang"), read="pages", numeric=True, shown=False
    ),
    Column(key="code", counted=False, heading=_("Mã kiểm"), read="code", shown=False, nowrap=True),
]
