"""The registers: members, secondments, village cells and localities with a secondment."""

import re

from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from audit.views import RecordListView
from cells.models import Cell, HostCell, Locality
from members.filters.people import MemberFilterSet
from members.filters.secondments import HostCellFilterSet, LocalityFilterSet, SecondmentFilterSet
from members.models import Member, Secondment, SecondmentReport
from members.register import FURTHER, register_on, with_spans
from members.tables.identity import IDENTITY_COLUMNS
from members.tables.people import register_columns
from members.tables.secondments import HOST_CELL_COLUMNS, LOCALITY_COLUMNS, SECONDMENT_COLUMNS
from partyunit.listing import with_day


class MemberListView(RecordListView):
    """Members as on a day; with `flow`, those with that event in the period."""

    model = Member
    heading = gettext_lazy("Đảng viên")
    unit = gettext_lazy("đồng chí")
    filterset_class = MemberFilterSet
    default_sort = "name"
    empty_heading = gettext_lazy("Chưa có đảng viên nào vào ngày này")
    empty_text = gettext_lazy(
        "Nhập cả danh sách từ bảng tính bằng «Nhập từ tệp», hoặc ghi từng đồng chí."
    )

    def get_columns(self):
        return [*register_columns(self.on), *IDENTITY_COLUMNS]

    def get_records(self):
        user = self.request.user
        members = self._register().visible_to(user).valid()
        if not self._asks_flow():
            cells = Cell.objects.filter(committee__in=user.access.committee_ids)
            members = members.placed_on(self.on, cells=cells)
        return members

    def get_by_key(self):
        """Somebody may come twice in a period, but stands once in the list of a day."""
        return None if self._asks_flow() else self._register()

    def _register(self):
        members = register_on(self.on, frozenset(key for key in FURTHER if self.asks_column(key)))
        return with_spans(members) if self.asks_column("party_age") else members

    def _asks_flow(self) -> bool:
        return self.request.GET.get("flow") in dict(MemberFilterSet.FLOWS)

    def get_lead(self):
        if not self._asks_flow():
            return super().get_lead()
        return _("%(count)s lượt biến động") % {"count": self.listing.count}

    def get_links(self):
        return [
            (_("Nguồn kết nạp"), reverse("members:candidates")),
            (_("Chuyển sinh hoạt"), reverse("members:transfers_out")),
            (_("Nơi cư trú"), reverse("members:residence")),
            (_("Cam kết"), reverse("members:commitments")),
            (_("Vì sao số thay đổi"), reverse("reports:movement")),
        ]

    def get_acts(self):
        if not self.request.user.access.writes_committees:
            return []
        return [
            (_("Kết nạp đảng viên"), reverse("members:admit")),
            (_("Ghi đảng viên đang sinh hoạt"), reverse("members:present")),
            (_("Ghi chuyển đến"), reverse("members:transfer_in")),
            (_("Ghi đến sinh hoạt tạm thời"), reverse("members:new_guest")),
            (_("Nhập từ tệp"), reverse("members:imports")),
        ]

    def get_outputs(self):
        outputs = super().get_outputs()
        if outputs and self.request.user.access.writes_committees:
            url = f"{reverse('members:national_form')}{self.listing.url(page=None)}"
            outputs.append((_("Tải mẫu 4.0"), url))
        return outputs


def of_own_members(user, day):
    """The secondments of a day whose member belongs to a cell one may see."""
    active = Secondment.objects.visible_to(user).active_on(day)
    return active.of_home_cells(day, _cells_of(user))


def of_own_members_then(user, day):
    """All secondments begun by a day, with the cell the member belonged to when each began."""
    begun = Secondment.objects.visible_to(user).valid().filter(from_on__lte=day)
    return begun.of_home_cells(OuterRef("from_on"), _cells_of(user))


def _cells_of(user):
    return Cell.objects.filter(committee__in=user.access.committee_ids)


class SecondmentListView(RecordListView):
    """Who is seconded where on a day; asked for, those of a year or ended by the day too."""

    model = Secondment
    heading = gettext_lazy("Tăng cường")
    unit = gettext_lazy("lượt tăng cường")
    columns = SECONDMENT_COLUMNS
    filterset_class = SecondmentFilterSet
    default_sort = "host"
    empty_heading = gettext_lazy("Vào ngày này không có đồng chí nào tăng cường")
    empty_text = gettext_lazy("Mở trang của một đảng viên, chọn «Ghi thay đổi», «Đi tăng cường».")

    def get_records(self):
        cells = Cell.objects.filter(pk=OuterRef("home_cell_id")).with_name_on(self.on)
        reports = SecondmentReport.objects.of_month_of(self.on).filter(secondment=OuterRef("pk"))
        rows = self._rows().select_related("member", "host_cell__locality", "plan")
        return rows.annotate(
            home_cell_name=Subquery(cells.values("name_on")[:1]),
            home_cell_order=Subquery(cells.values("position")[:1]),
            has_report=Exists(reports),
        )

    def _rows(self):
        """By default those of the day; of a year, those with a day in it."""
        user, state = self.request.user, self.request.GET.get("state", "")
        year = self._asked_year()
        if year is None and state not in dict(SecondmentFilterSet.STATES):
            return of_own_members(user, self.on)
        rows = of_own_members_then(user, self.on)
        if year is not None:
            is_open = Q(to_on__isnull=True) | Q(to_on__year__gte=year)
            rows = rows.filter(is_open, from_on__year__lte=year)
        return rows.filter(to_on__lt=self.on) if state == "ended" else rows

    def _asked_year(self) -> int | None:
        asked = self.request.GET.get("year", "").strip()
        return int(asked) if re.fullmatch(r"(19|20|21)[0-9]{2}", asked) else None

    def get_links(self):
        return [
            (_("Chi bộ thôn, bản"), reverse("members:host_cells")),
            (_("Xã, thị trấn"), reverse("members:localities")),
        ]

    def get_action(self):
        return (_("Sơ đồ theo địa bàn"), self._on_day(reverse("reports:secondments")))

    def _on_day(self, url: str) -> str:
        return url if self._is_today else with_day(url, f"{self.on:%d/%m/%Y}")


class HostCellListView(RecordListView):
    """Village cells with a seconded member on a day."""

    model = HostCell
    heading = gettext_lazy("Chi bộ thôn, bản có đảng viên tăng cường")
    unit = gettext_lazy("chi bộ thôn, bản")
    columns = HOST_CELL_COLUMNS
    filterset_class = HostCellFilterSet
    default_sort = "locality"
    empty_heading = gettext_lazy("Vào ngày này chưa có chi bộ nào được tăng cường")

    def get_records(self):
        active = of_own_members(self.request.user, self.on)
        hosts = HostCell.objects.visible_to(self.request.user).valid().select_related("locality")
        return hosts.filter(Exists(active.filter(host_cell=OuterRef("pk")))).annotate(
            seconded=Count("secondments", filter=Q(secondments__in=active.values("pk")))
        )


class LocalityListView(RecordListView):
    """Communes and towns with a seconded member on a day."""

    model = Locality
    heading = gettext_lazy("Xã, thị trấn có đảng viên tăng cường")
    unit = gettext_lazy("xã, thị trấn")
    columns = LOCALITY_COLUMNS
    filterset_class = LocalityFilterSet
    default_sort = "name"
    empty_heading = gettext_lazy("Vào ngày này chưa có xã, thị trấn nào được tăng cường")

    def get_records(self):
        active = of_own_members(self.request.user, self.on)
        theirs = Q(host_cells__secondments__in=active.values("pk"))
        localities = Locality.objects.visible_to(self.request.user).valid()
        return localities.filter(
            Exists(active.filter(host_cell__locality=OuterRef("pk")))
        ).annotate(
            hosts=Count("host_cells", filter=theirs, distinct=True),
            seconded=Count("host_cells__secondments", filter=theirs, distinct=True),
        )
