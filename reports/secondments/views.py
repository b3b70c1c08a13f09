"""The board of secondments of a day: sentence, drawing, table; on the screen and on A4."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from audit.services import log
from cells.models import Cell
from members.models import SecondmentReport
from members.secondments import day_of_reports, report_due_on
from partyunit.listing import with_day
from partyunit.views import ContentRequiredMixin, OnDayMixin, PageMixin
from reports import figures
from reports.figures import Figure, Scope
from reports.figures.base import listed
from reports.scopes import cells_of, scope_of
from reports.secondments.diagram import narrow, wide
from reports.secondments.sentence import sentence

NARROWING = ("cell", "trong-do")  # to a leader's cell; the sentence to one cell


class SecondmentBoardView(ContentRequiredMixin, OnDayMixin, PageMixin, TemplateView):
    """Communes and towns → village cells → members, of the committee or of a leader's cell."""

    template_name = "reports/secondments/board.html"
    heading = gettext_lazy("Tăng cường theo địa bàn")

    def check_page(self):
        access = self.request.user.access
        if not (access.reads_committees or access.cell_ids):
            raise PermissionDenied(_("Trang này dành cho người xem số liệu của đảng bộ."))
        self.scope = scope_of(self.request, self.on)
        self.named = self._named()

    def _named(self) -> Cell | None:
        """The cell the sentence names alone, as a report on it says it."""
        asked = self.request.GET.get("trong-do", "")
        if not (asked.isascii() and asked.isdigit() and len(asked) < 18):
            return None
        return get_object_or_404(cells_of(self.request, self.on), pk=int(asked))

    def get_template_names(self):
        if "print" in self.request.GET:
            return ["reports/secondments/print.html"]
        return super().get_template_names()

    def get(self, request, *args, **kwargs):
        if "print" in request.GET:
            log(
                action="members.secondment.print",
                by=request.user,
                after={"day": f"{self.on:%Y-%m-%d}"},
            )
        return super().get(request, *args, **kwargs)

    def get_trail(self):
        return [(_("Tăng cường"), self._on_day(reverse("members:secondments")))]

    def get_links(self):
        return [
            (_("Danh sách"), self._on_day(reverse("members:secondments"))),
            (_("Chi bộ thôn, bản"), self._on_day(reverse("members:host_cells"))),
            (_("Xã, thị trấn"), self._on_day(reverse("members:localities"))),
            (_("In khổ A4 ngang"), self._on_day(self._print_url)),
        ]

    @property
    def _print_url(self) -> str:
        """This board on paper, narrowed as it is."""
        kept = {name: self.request.GET[name] for name in NARROWING if name in self.request.GET}
        return f"{reverse('reports:secondments')}?{urlencode(kept | {'print': 1})}"

    def _on_day(self, url: str) -> str:
        return url if self.as_on.is_today else with_day(url, f"{self.on:%d/%m/%Y}")

    def get_context_data(self, **kwargs):
        seconded = figures.secondments(self.scope, self.on)
        words = sentence(seconded, named=self.named, is_linked=False)
        return super().get_context_data(
            seconded=seconded,
            sentence=sentence(seconded, named=self.named),
            plain=words,
            wide=wide(seconded, words=words),
            narrow=narrow(seconded, words=words),
            homes=[(cell, self._named_url(cell)) for cell, figure in seconded.by_cell if figure],
            owing=owing(self.scope, seconded.total, self.on),
            due_on=report_due_on(self.on.replace(day=1), self._day_of_reports),
            named=self.named,
            back_url=self._on_day(reverse("reports:secondments")),
            **kwargs,
        )

    @property
    def _day_of_reports(self) -> int:
        return day_of_reports(self.on, committee=self.scope.committee.pk)

    def _named_url(self, cell: Cell) -> str:
        query = urlencode({"trong-do": cell.pk})
        return self._on_day(f"{reverse('reports:secondments')}?{query}")


def owing(scope: Scope, total: Figure, day) -> Figure:
    """Of the secondments of a day, those without the report of its month."""
    rows = SecondmentReport.objects.of_month_of(day).filter(secondment__in=total.rows)
    reported = set(rows.values_list("secondment", flat=True))
    query = [("owes", "1")]
    query += [("home_cell", str(scope.cell.pk))] if scope.cell else []
    left = [pk for pk in total.rows if pk not in reported]
    return listed(left, "members:secondments", day, *query)
