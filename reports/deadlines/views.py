"""The deadlines page: readers see the committee, a cell's leaders the own cell."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from audit.listing import RecordListView
from cells.models import Cell, Committee
from members.models import Member
from partyunit.rows import Rows
from reports.deadlines.base import BANDS, Band, Deadline, Kind
from reports.deadlines.filters import DeadlineFilterSet
from reports.deadlines.reading import read_deadlines
from reports.deadlines.sources import Sources
from reports.deadlines.tables import deadline_columns
from reports.figures import Scope


@dataclass(frozen=True)
class BandCount:
    """How many lines of a band, and the page with just them."""

    name: str
    count: int
    url: str
    is_late: bool


class DeadlineListView(RecordListView):
    """What falls due as on a day: who, what, until when, by which rule, what to do."""

    heading = gettext_lazy("Việc đến hạn")
    journal_name = "reports.deadlines"
    reads = ("committee",)
    template_name = "reports/deadlines/list.html"
    filterset_class = DeadlineFilterSet
    default_sort = "days"
    unit = gettext_lazy("việc")
    empty_heading = gettext_lazy("Không có việc nào chậm hay sắp đến hạn")

    def get_columns(self):
        return deadline_columns(self.may_act)

    def may_act(self, line: Deadline) -> bool:
        """The register is the officers' to write; tasks of its meetings also a cell's own leaders'."""
        access = self.request.user.access
        return access.writes_committees or (
            line.kind == Kind.TASK and line.cell_id in access.cell_ids
        )

    @cached_property
    def committee(self) -> Committee:
        """The one the account belongs to; with more than one, the one asked for by `committee`."""
        committees = Committee.objects.valid().filter(pk__in=self.request.user.access.committee_ids)
        if asked := self.request.GET.get("committee", ""):
            return get_object_or_404(committees, code=asked)
        found = committees.order_by("pk").first()
        if found is None:
            raise PermissionDenied(_("Tài khoản này không có vai trò xem nội dung."))
        return found

    @cached_property
    def sources(self) -> Sources:
        return Sources(Scope(self.committee, named_on=self.on), self.on)

    @cached_property
    def own_cells(self) -> list[Cell]:
        """The cells whose lines the account sees."""
        access = self.request.user.access
        reads_all = access.reads(self.committee.pk)
        cells = self.sources.cells.values()
        return [cell for cell in cells if reads_all or cell.pk in access.cell_ids]

    @cached_property
    def rows(self) -> Rows:
        lines = Rows(read_deadlines(self.sources))
        if self.request.user.access.reads(self.committee.pk):
            return lines
        own = {cell.pk for cell in self.own_cells}
        seen = set(Member.objects.visible_to(self.request.user).values_list("pk", flat=True))
        return Rows(self._by_name(line, seen) for line in lines if line.cell_id in own)

    @staticmethod
    def _by_name(line: Deadline, seen: set[int]) -> Deadline:
        """Who has left the cell is a name in its records: the page is out of its leaders' sight."""
        return replace(line, url="") if line.member_id and line.member_id not in seen else line

    def get_records(self):
        return self.rows

    def get_links(self):
        rule = self.sources.reminders_rule
        return [(_("Mức nhắc việc"), rule.get_absolute_url())] if rule else []

    def get_context_data(self, **kwargs):
        return super().get_context_data(bands=self.bands(), **kwargs)

    def bands(self) -> list[BandCount]:
        """Each band with its number of lines, whatever else the page is narrowed to."""
        counts = dict.fromkeys(BANDS, 0)
        for line in self.rows:
            counts[line.band] += 1
        return [
            BandCount(str(BANDS[band]), count, self._band_url(band), band == Band.LATE)
            for band, count in counts.items()
        ]

    def _band_url(self, band: Band) -> str:
        """The same day and committee, only this band."""
        asked = {"band": band.value}
        if committee := self.request.GET.get("committee"):
            asked["committee"] = committee
        if not self.as_on.is_today:
            asked["on"] = f"{self.on:%d/%m/%Y}"
        return f"?{urlencode(asked, safe='/')}"
