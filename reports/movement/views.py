"""The page that tells why the number changed, and the list behind each of its terms."""

from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from audit.views import RecordListView
from cells.wording import cell_title
from members.models import Placement
from partyunit.templatetags.components import number
from partyunit.views import ContentRequiredMixin, PageMixin
from reports import figures
from reports.figures.flows import OFFICIAL, PROBATIONARY
from reports.movement.asked import name_of, parts_of, presets, read_asked
from reports.movement.changes import WORDS, columns_for, papers_of_moves, placements_of, seen_by
from reports.movement.filters import ChangeFilterSet
from reports.movement.page import Account, PresetLine, table_of_cells, table_of_parts


class AskedMixin(ContentRequiredMixin, PageMixin):
    """`self.asked`: the scope and the span, read before anything is shown."""

    def check_page(self):
        self.asked = read_asked(self.request)

    @property
    def owner_name(self) -> str:
        scope = self.asked.scope
        return cell_title(str(scope.cell)) if scope.cell else _("Đảng bộ")


class MovementView(AskedMixin, TemplateView):
    """Opening + admitted + in − out − left = closing, of the committee or one cell."""

    template_name = "reports/movement.html"
    heading = gettext_lazy("Vì sao số đảng viên thay đổi")

    def get_lead(self):
        return f"{self.owner_name}, {name_of(self.asked.period)}"

    def get_context_data(self, **kwargs):
        scope, period = self.asked.scope, self.asked.period
        by_cell = () if scope.cell else figures.movement_by_cell(scope, period)
        parts = parts_of(period)
        whole, *pieces = figures.movements(scope, [period, *(parts if len(parts) > 1 else ())])
        return super().get_context_data(
            asked=self.asked,
            account=Account(whole),
            by_cell=table_of_cells(by_cell, self.asked),
            by_part=table_of_parts(pieces, self.asked),
            presets=[PresetLine(*line, self.asked) for line in presets(self.asked.today)],
            **kwargs,
        )


class ChangeListView(AskedMixin, RecordListView):
    """Who stands behind one term: the day, what happened, from where or where to, the decision."""

    model = Placement
    takes_day = False
    filterset_class = ChangeFilterSet
    default_sort = "day"
    unit = gettext_lazy("lượt")
    empty_heading = gettext_lazy("Trong thời gian này không có ai")
    empty_text = gettext_lazy("Chọn loại biến động khác, hoặc thời gian dài hơn.")

    @property
    def term(self) -> str:
        asked = self.request.GET.get("flow", "")
        return asked if asked in WORDS else "arrivals"

    def get_heading(self):
        return _("Biến động: %(what)s") % {"what": WORDS[self.term]}

    @cached_property
    def records(self):
        move = figures.movement(self.asked.scope, self.asked.period)
        narrowed = {OFFICIAL: move.official, PROBATIONARY: move.probationary}
        move = narrowed.get(self.request.GET.get("standing", ""), move)
        return seen_by(placements_of(move, self.term), self.request.user)

    def get_records(self):
        return self.records

    def get_columns(self):
        return columns_for(self.term, moves=papers_of_moves(self.records))

    def get_lead(self):
        told = {
            "owner": self.owner_name,
            "span": name_of(self.asked.period),
            "count": number(self.listing.count),
        }
        return _("%(owner)s, %(span)s: %(count)s lượt") % told

    def get_trail(self):
        return [(_("Vì sao số đảng viên thay đổi"), self.asked.url())]

    def get_links(self):
        return [(capfirst(_("cả phép tính")), self.asked.url())]
