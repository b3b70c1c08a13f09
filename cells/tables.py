"""The columns of the organisation's lists."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from partyunit.listing import Column


def members_url(cell, **also) -> str:
    query = "".join(f"&{name}={value}" for name, value in also.items())
    return f"{reverse('members:list')}?cell={cell.pk}{query}"


CELL_COLUMNS = [
    Column(
        key="name",
        heading=_("Chi bộ"),
        read="name_on",
        sort=("position",),
        link=lambda cell: reverse("cells:detail", args=[cell.pk]),
        head=True,
    ),
    Column(key="code", counted=False, heading=_("Mã"), read="code", sort=("code",), shown=False),
    Column(
        key="founded",
        heading=_("Thành lập"),
        read="founded_on",
        sort=("founded_on",),
        nowrap=True,
    ),
    Column(
        key="members",
        counted=False,
        heading=_("Đảng viên"),
        read="member_count",
        sort=("member_count",),
        link=members_url,
        numeric=True,
    ),
    Column(
        key="official",
        counted=False,
        heading=_("Chính thức"),
        read="official_count",
        sort=("official_count",),
        link=lambda cell: members_url(cell, standing="official"),
        numeric=True,
    ),
    Column(
        key="probationary",
        counted=False,
        heading=_("Dự bị"),
        read=lambda cell: cell.member_count - cell.official_count,
        link=lambda cell: members_url(cell, standing="probationary"),
        numeric=True,
    ),
    Column(
        key="seconded",
        counted=False,
        heading=_("Tăng cường"),
        read="seconded_count",
        sort=("seconded_count",),
        link=lambda cell: members_url(cell, seconded=1),
        numeric=True,
    ),
    Column(key="secretary", counted=False, heading=_("Bí thư"), read="secretary_name"),
    Column(
        key="overseer",
        counted=False,
        heading=_("Đảng ủy viên phụ trách"),
        read=lambda cell: ", ".join(str(one.member) for one in cell.overseers),
    ),
]

LOCALITY_COLUMNS = [
    Column(
        key="name",
        heading=_("Tên"),
        read=str,
        sort=("kind", "pk"),
        link=lambda row: reverse("cells:locality_update", args=[row.pk]),
        head=True,
    ),
    Column(
        key="host_cells",
        counted=False,
        heading=_("Chi bộ thôn, bản"),
        read="host_cell_count",
        sort=("host_cell_count",),
        link=lambda row: f"{reverse('cells:host_cells')}?locality={row.pk}",
        numeric=True,
    ),
]

HOST_CELL_COLUMNS = [
    Column(
        key="name",
        heading=_("Chi bộ thôn, bản"),
        read="name",
        sort=("name", "pk"),
        link=lambda row: reverse("cells:host_cell_update", args=[row.pk]),
        head=True,
    ),
    Column(
        key="locality",
        heading=_("Xã, thị trấn"),
        read=lambda row: str(row.locality),
        sort=(("locality__kind", "locality_id"),),
        label="",
    ),
]

OFFICE_UNIT_COLUMNS = [
    Column(
        key="name",
        heading=_("Đơn vị công tác"),
        read="name",
        sort=("pk",),
        link=lambda row: reverse("cells:office_unit_update", args=[row.pk]),
        head=True,
    ),
    Column(key="cell", heading=_("Chi bộ tương ứng"), read="cell_name", sort=("cell__position",)),
    Column(key="from", heading=_("Từ ngày"), read="from_on", sort=("from_on",), nowrap=True),
    Column(key="to", heading=_("Đến hết ngày"), read="to_on", sort=("to_on",), nowrap=True),
]
