"""The transfers recorded by a day, out, in and inside the committee; and who is active by letter that day."""

from django.db.models import OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from audit.views import RecordListView
from cells.querysets import cell_name_on
from members.filters.life import PlacementFilterSet, TransferOutFilterSet
from members.models import Placement
from members.tables.life import (
    TEMPORARY_COLUMNS,
    TRANSFER_IN_COLUMNS,
    TRANSFER_INSIDE_COLUMNS,
    transfer_out_columns,
)
from members.transfers import TransferDeadlines
from partyunit.dates import day_before


class PlacementListView(RecordListView):
    """Placements of a kind by a day, with the cell as it was called then."""

    model = Placement
    filterset_class = PlacementFilterSet
    default_sort = "-day"
    condition = Q()

    def get_records(self):
        rows = super().get_records().valid().filter(self.condition)
        return rows.select_related("member", "cell").annotate(cell_name=cell_name_on(self.on))

    def get_trail(self):
        return [(_("Đảng viên"), reverse("members:list"))]

    def get_links(self):
        pages = [
            ("transfers_out", _("Chuyển đi")),
            ("transfers_in", _("Chuyển đến")),
            ("transfers_inside", _("Trong đảng bộ")),
            ("temporaries", _("Sinh hoạt tạm thời")),
        ]
        here = self.request.resolver_match.url_name
        return [(text, reverse(f"members:{name}")) for name, text in pages if name != here]


class TransferOutListView(PlacementListView):
    """Who was transferred out by the day; open until the member has arrived somewhere."""

    heading = gettext_lazy("Chuyển sinh hoạt đi")
    unit = gettext_lazy("lần chuyển đi")
    filterset_class = TransferOutFilterSet
    condition = Q(kind="official", end_reason="transfer_out", cell__isnull=False)
    empty_heading = gettext_lazy("Đến ngày này chưa có ai chuyển đi")
    empty_text = gettext_lazy("Mở trang của một đảng viên, chọn «Ghi thay đổi».")

    def get_columns(self):
        return transfer_out_columns(self.on, TransferDeadlines())

    def get_records(self):
        rows = super().get_records().filter(to_on__lte=day_before(self.on))
        return rows.with_next_place()


class TransferInListView(PlacementListView):
    """Who came from another Party organisation by the day."""

    heading = gettext_lazy("Chuyển sinh hoạt đến")
    unit = gettext_lazy("lần chuyển đến")
    columns = TRANSFER_IN_COLUMNS
    condition = Q(kind="official", start_reason="transfer_in", cell__isnull=False)
    empty_heading = gettext_lazy("Đến ngày này chưa có ai chuyển đến")

    def get_records(self):
        return super().get_records().filter(from_on__lte=self.on)

    def get_action(self):
        if not self.request.user.access.writes_committees:
            return None
        return (_("Ghi chuyển đến"), reverse("members:transfer_in"))


class TransferInsideListView(PlacementListView):
    """Who moved from cell to cell by the day."""

    heading = gettext_lazy("Chuyển sinh hoạt trong đảng bộ")
    unit = gettext_lazy("lần chuyển trong đảng bộ")
    columns = TRANSFER_INSIDE_COLUMNS
    condition = Q(kind="official", start_reason="internal", cell__isnull=False)
    empty_heading = gettext_lazy("Đến ngày này chưa có ai chuyển trong đảng bộ")

    def get_records(self):
        before = (
            Placement.objects.valid()
            .official()
            .filter(member=OuterRef("member"), to_on__lt=OuterRef("from_on"))
        )
        named = before.order_by("-to_on").annotate(called=cell_name_on(self.on))
        rows = super().get_records().filter(from_on__lte=self.on)
        return rows.annotate(old_cell_name=Subquery(named.values("called")[:1]))


class TemporaryListView(PlacementListView):
    """Who is active by letter on the day: ours elsewhere, others here."""

    heading = gettext_lazy("Sinh hoạt tạm thời")
    unit = gettext_lazy("đồng chí")
    columns = TEMPORARY_COLUMNS
    condition = Q(kind="temporary")
    default_sort = "name"
    empty_heading = gettext_lazy("Vào ngày này không có ai sinh hoạt tạm thời")

    def get_records(self):
        """With the cell that counts the member on the day: of ours, the one that sent."""
        counted = Placement.objects.active_on(self.on).official().filter(member=OuterRef("member"))
        home = counted.annotate(called=cell_name_on(self.on)).values("called")[:1]
        rows = super().get_records().active_on(self.on)
        return rows.annotate(home_cell_name=Subquery(home))

    def get_action(self):
        if not self.request.user.access.writes_committees:
            return None
        return (_("Ghi người đến tạm thời"), reverse("members:new_guest"))
