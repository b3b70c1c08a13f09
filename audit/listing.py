"""The register page: `partyunit.listing` with its exports and prints written into the journal."""

import re

from django.shortcuts import render
from django.utils.text import capfirst, slugify
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from audit.services import log
from partyunit.filters import Chip
from partyunit.listing import KEPT, Listing
from partyunit.sheets import send_sheet, write_sheet
from partyunit.templatetags.components import number
from partyunit.text import fold
from partyunit.totals import HAS, ROWS, Narrowing, Totals
from partyunit.views import ContentRequiredMixin, OnDayMixin, PageMixin

PASSING = ("columns", "page", "print", "export", "pick")


class RecordListView(ContentRequiredMixin, OnDayMixin, PageMixin, TemplateView):
    """A list with search, filters, as-on day, columns, order, paging, XLSX and print.

    `get_records()` gives the rows the account may see on `self.on`; the rest is declared.
    """

    template_name = "base_list.html"
    print_template_name = "partyunit/listing/print.html"
    reads: tuple[str, ...] = ()  # what the view itself reads of the address, besides its filters
    is_shown = True  # a sheet made of a list's rows has the list's conditions and no page
    model = None
    columns = ()
    filterset_class = None
    default_sort = ""
    unit = ""
    empty_heading = ""
    empty_text = ""
    journal_name = ""  # of lists whose rows are no model's

    def get_records(self):
        return self.model._default_manager.visible_to(self.request.user)

    def get_columns(self):
        return self.columns

    def get_by_key(self):
        """Where rows already chosen are read with their columns; None where one may occur twice."""

    def get(self, request, *args, **kwargs):
        self.listing, self.filterset = self.build()
        if request.GET.get("export") == "xlsx":
            return self.export()
        if "print" in request.GET:
            return self.print()
        return self.render_to_response(self.get_context_data(**kwargs))

    def build(self):
        """The listing asked for, and the filters it went through."""
        records, filterset = self.get_records(), None
        if self.filterset_class:
            filterset = self.filterset_class(
                self.request.GET, queryset=records, request=self.request, view=self
            )
            records = filterset.qs
        columns = self.get_columns()
        self.narrowing = Narrowing(columns, self.request.GET)
        listing = Listing(
            queryset=self.narrowing.of(records),
            columns=columns,
            query=self.request.GET,
            default_sort=self.default_sort,
            day_query="" if self._is_today else f"{self.on:%d/%m/%Y}",
            caption=str(self.get_heading()),
            is_whole="print" in self.request.GET,
            by_key=self.get_by_key(),
        )
        return listing, filterset

    @property
    def _is_today(self) -> bool:
        return not self.takes_day or self.as_on.is_today

    def get_lead(self):
        """«46 trong số 113 đồng chí tại ngày 13/03/2019»."""
        counted = f"{number(self.listing.count)} {self.unit or _('dòng')}"
        if self.conditions():
            counted = _("%(shown)s trong số %(all)s %(unit)s") % {
                "shown": number(self.listing.count),
                "all": number(self.get_records().count()),
                "unit": self.unit or _("dòng"),
            }
        if not self.takes_day:
            return counted
        return _("%(counted)s tại ngày %(day)s") % {
            "counted": counted,
            "day": f"{self.on:%d/%m/%Y}",
        }

    def get_context_data(self, **kwargs):
        kwargs |= {
            "outputs": self.get_outputs(),
            "listing": self.listing,
            "filter": self.filterset,
            "chips": self.chips(),
            "cleared_url": self.get_cleared_url(),
            "lost": self.lost() if "view" in self.request.GET else [],
            "totals": Totals.of(self.listing),
            "empty_heading": self.empty_heading or _("Chưa có dòng nào"),
            "empty_text": self.empty_text,
        }
        return super().get_context_data(**kwargs)

    def get_outputs(self):
        """The ways the rows leave the program: (text, address); a register adds its own."""
        if not self.listing.count:
            return []
        rows = number(self.listing.count)
        return [
            (_("In"), self.listing.print_url),
            (_("Tải XLSX, %(rows)s dòng") % {"rows": rows}, self.listing.xlsx_url),
            (_("Chọn dòng"), self.listing.pick_url),
        ]

    def asks_column(self, key: str) -> bool:
        """Whether the page has to read a column that costs a statement of its own."""
        asked = self.request.GET
        sort = asked.get("sort", "").removeprefix("-")
        names = [*asked.getlist("columns"), asked.get("total", ""), asked.get("across", ""), sort]
        return key in names or any(one.startswith(f"{key}:") for one in asked.getlist("has"))

    def chips(self) -> list[Chip]:
        own = self.filterset.chips() if self.filterset else []
        return [*own, *self.narrowing.chips(self.listing.url)]

    def get_cleared_url(self) -> str:
        """The list without any condition; day, columns and order stay."""
        filters = self.filterset.filters if self.filterset else ()
        return self.listing.url(**dict.fromkeys((*filters, HAS, ROWS, "page")))

    def lost(self) -> list[str]:
        """What a view kept long ago asks for that the list no longer has: it is told, not passed over."""
        asked = self.request.GET
        filters = self.filterset.filters if self.filterset else ()
        names = {*filters, *KEPT, *PASSING, *self.reads}
        keys = {column.key for column in self.listing.columns}
        columns = [
            *asked.getlist("columns"),
            *(one.partition(":")[0] for one in asked.getlist(HAS)),
        ]
        columns += [asked.get(name, "").removeprefix("-") for name in ("sort", "total", "across")]
        lost = [name for name in asked if name not in names]
        return lost + [key for key in dict.fromkeys(columns) if key and key not in keys]

    def conditions(self) -> list[str]:
        """The same as sentences, for print, XLSX and journal."""
        return [_without_numbers(f"{chip.label}: {chip.value}") for chip in self.chips()]

    def export(self):
        notes = [str(self.get_lead()), *self.conditions()]
        content = write_sheet(
            title=str(self.get_heading()),
            notes=notes,
            columns=self.listing.shown,
            records=self.listing.ordered,
            totals=Totals.of(self.listing),
        )
        self._log("export")
        return send_sheet(
            content, f"{slugify(fold(str(self.get_heading())))}-{self.on:%Y-%m-%d}.xlsx"
        )

    def print(self):
        self._log("print")
        context = {
            "heading": self.get_heading(),
            "lead": capfirst(self.get_lead()),
            "conditions": self.conditions(),
            "listing": self.listing,
            "totals": Totals.of(self.listing),
            "back_url": self.listing.screen_url,
        }
        return render(self.request, self.print_template_name, context)

    def _log(self, verb: str) -> None:
        """Who took which rows and columns out of the program."""
        name = self.journal_name or self.model._meta.label_lower
        log(
            action=f"{name}.{verb}",
            by=self.request.user,
            after={
                "day": f"{self.on:%Y-%m-%d}",
                "rows": self.listing.count,
                "columns": [column.key for column in self.listing.shown],
                "conditions": self.conditions(),
            },
        )


def _without_numbers(condition: str) -> str:
    """A card number or citizen id searched for by its last four digits: none leaves the page whole."""
    return re.sub(r"\d+(?=\d{4})", "••••", condition)
