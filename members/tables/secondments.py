"""The columns of secondments, of village cells and of localities."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partyunit.listing import Column

SECONDMENT_COLUMNS = [
    Column(
        key="name",
        heading=gettext_lazy("Họ và tên"),
        read="member.full_name",
        sort=("member__sort_name", "pk"),
        link=lambda row: reverse("members:secondment", args=[row.pk]),
        head=True,
    ),
    Column(
        key="home",
        heading=gettext_lazy("Chi bộ"),
        read="home_cell_name",
        sort=("home_cell_order", "member__sort_name"),
        label="",
    ),
    Column(
        key="host",
        heading=gettext_lazy("Chi bộ thôn, bản"),
        read="host_cell.name",
        link=lambda row: reverse("members:host_cell", args=[row.host_cell_id]),
        sort=(("host_cell__locality", "host_cell"),),
        label=gettext_lazy("Tại"),
    ),
    Column(
        key="locality",
        heading=gettext_lazy("Xã, thị trấn"),
        read="host_cell.locality",
        sort=("host_cell__locality",),
        label="",
    ),
    Column(
        key="since",
        heading=gettext_lazy("Từ ngày"),
        read="from_on",
        sort=("from_on",),
        nowrap=True,
    ),
    Column(
        key="kind",
        heading=gettext_lazy("Hình thức"),
        read="get_kind_display",
        sort=("kind",),
        label="",
        wide_only=True,
    ),
    Column(
        key="plan",
        counted=False,
        heading=gettext_lazy("Kế hoạch, quyết định"),
        read=lambda row: row.plan.citation,
        label="",
        wide_only=True,
    ),
    Column(
        key="report",
        heading=gettext_lazy("Báo cáo tháng"),
        read=lambda row: _("đã có") if row.has_report else _("chưa có"),
        sort=("has_report",),
        label=gettext_lazy("Báo cáo tháng:"),
        nowrap=True,
    ),
    Column(
        key="until",
        heading=gettext_lazy("Đến hết ngày"),
        read="to_on",
        sort=("to_on",),
        label=gettext_lazy("Đến hết"),
        nowrap=True,
        shown=False,
    ),
    Column(
        key="end_reason", heading=gettext_lazy("Lý do kết thúc"), read="end_reason", shown=False
    ),
    Column(key="role", heading=gettext_lazy("Cương vị"), read="role", sort=("role",), shown=False),
    Column(
        key="tasks",
        heading=gettext_lazy("Nhiệm vụ"),
        read="tasks",
        shown=False,
        counted=False,
    ),
    Column(
        key="remark",
        heading=gettext_lazy("Nhận xét của chi bộ thôn, bản"),
        read="remark",
        shown=False,
        counted=False,
    ),
    Column(
        key="result",
        heading=gettext_lazy("Kết quả"),
        read="result",
        shown=False,
        counted=False,
    ),
]

HOST_CELL_COLUMNS = [
    Column(
        key="name",
        heading=gettext_lazy("Chi bộ thôn, bản"),
        read="name",
        link=lambda row: reverse("members:host_cell", args=[row.pk]),
        sort=("name", "pk"),
        head=True,
    ),
    Column(
        key="locality",
        heading=gettext_lazy("Xã, thị trấn"),
        read="locality",
        sort=("locality", "name"),
        label="",
    ),
    Column(
        key="seconded",
        heading=gettext_lazy("Đảng viên tăng cường"),
        read="seconded",
        sort=("seconded",),
        numeric=True,
        counted=False,
        link=lambda row: f"{reverse('members:secondments')}?host_cell={row.pk}",
    ),
]

LOCALITY_COLUMNS = [
    Column(
        key="name",
        heading=gettext_lazy("Xã, thị trấn"),
        read=str,
        sort=("name", "pk"),
        head=True,
    ),
    Column(
        key="host_cells",
        heading=gettext_lazy("Chi bộ thôn, bản"),
        read="hosts",
        sort=("hosts",),
        numeric=True,
        counted=False,
        link=lambda row: f"{reverse('members:host_cells')}?locality={row.pk}",
    ),
    Column(
        key="seconded",
        heading=gettext_lazy("Đảng viên tăng cường"),
        read="seconded",
        sort=("seconded",),
        numeric=True,
        counted=False,
        link=lambda row: f"{reverse('members:secondments')}?locality={row.pk}",
    ),
]
