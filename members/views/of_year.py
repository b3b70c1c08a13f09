"""What the pages of a matter of one year share: its year, its people, its sums, its rows to type."""

import datetime as dt
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import OperationalError
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from audit.services import crossed
from audit.views import RecordListView
from cells.filters import cell_choices
from cells.models import Cell
from members.models import Member
from members.register import with_cell
from members.rights import check_may_write
from members.services import RefusedRowsError, write_together
from partyunit.dates import EARLIEST_YEAR, LATEST_YEAR
from partyunit.forms import BaseForm, DayField, add_service_errors
from partyunit.views import ContentRequiredMixin, PageMixin

ROWS_ON_A_PAGE = 150  # typed at once; the others come when these are done


def read_year(text: str, default: int) -> int:
    """The year asked for; anything else is the default, told by the filter beside its field."""
    text = text.strip()
    is_year = text.isascii() and text.isdigit() and len(text) == len(str(EARLIEST_YEAR))
    return int(text) if is_year and EARLIEST_YEAR <= int(text) <= LATEST_YEAR else default


class MembersOfYearView(RecordListView):
    """A list of the members of a day by a matter of one year, with its sums above the rows."""

    model = Member
    template_name = "members/with_sums.html"
    unit = gettext_lazy("đồng chí")
    default_sort = "cell"
    empty_heading = gettext_lazy("Không có đồng chí nào như vậy vào ngày này")

    def default_year(self) -> int:
        raise NotImplementedError

    def get_sums(self):
        raise NotImplementedError

    @cached_property
    def year(self) -> int:
        return read_year(self.request.GET.get("year", ""), self.default_year())

    @staticmethod
    def register(day: dt.date, year: int):
        """Every member with what the list tells; kept, for it costs as much to put together as to ask."""
        raise NotImplementedError

    def get_by_key(self):
        return self.register(self.on, self.year)

    def get_records(self):
        user = self.request.user
        cells = Cell.objects.filter(committee__in=user.access.committee_ids)
        return self.get_by_key().visible_to(user).placed_on(self.on, cells=cells)

    def counted(self):
        """The rows the sums are of: narrowed to the cell asked for, by nothing else."""
        cell, records = self.filterset.form.cleaned_data.get("cell"), self.get_records()
        return records.filter(cell_id_on_day=cell) if cell else records

    def url(self, **conditions) -> str:
        """The list of one sum: the same day and cell, the year by name, no other condition."""
        others = dict.fromkeys((*self.filterset.filters, "page", "has", "rows", "total", "across"))
        kept = {"year": str(self.year), "cell": self.request.GET.get("cell") or None}
        return self.listing.url(**others | kept | conditions)

    def get_context_data(self, **kwargs):
        return super().get_context_data(sums=self.get_sums(), **kwargs)


class EntryForm(BaseForm):
    """The day that holds for every row without a day of its own."""

    day = DayField(
        label=gettext_lazy("Ngày chung"),
        required=False,
        help_text=gettext_lazy("Dùng cho các dòng không ghi ngày riêng."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["day"].widget.attrs["autofocus"] = True  # typed first, then row after row


class EntryTableView(ContentRequiredMixin, PageMixin, TemplateView):
    """Rows for many members typed one after another; empty ones are left alone, all or none are written.

    `day_field` is the row's own day, which the day above the table stands in for.
    """

    template_name = "members/entry_table.html"
    row_form = None
    day_field = ""
    empty_text = ""
    others = ""  # whom the page shows as well when asked to, as the words beside a box to tick
    submit_label = gettext_lazy("Ghi các dòng đã điền")

    def check_page(self):
        check_may_write(self.request.user)
        asked = self.request.POST if self.request.method == "POST" else self.request.GET
        self.year = read_year(asked.get("year", ""), self.default_year())
        self.with_others = bool(self.others) and asked.get("others") == "1"

    def default_year(self) -> int:
        raise NotImplementedError

    def get_waiting(self):
        """The members who still owe their row, annotated with cell and post."""
        raise NotImplementedError

    def write(self, member: Member, typed: dict):
        """Stores one row. Raises ValidationError."""
        raise NotImplementedError

    def get_members(self):
        """Whom the account may write about: of the committee's cells on the program's day."""
        day, user = self.request.program_day, self.request.user
        cells = Cell.objects.filter(committee__in=user.access.write_committee_ids)
        members = Member.objects.visible_to(user).placed_on(day, cells=cells)
        return with_cell(members, day).order_by("cell_order", "sort_name", "pk")

    def get(self, request, *args, **kwargs):
        return self.show(EntryForm(), self.make_rows(self.waiting_here()))

    def make_rows(self, members, data=None):
        forms = []
        for member in members:
            form = self.row_form(data, prefix=f"m{member.pk}")
            form.member = member
            forms.append(form)
        return forms

    def post(self, request, *args, **kwargs):
        """Rows typed for someone who meanwhile has one stay in sight, and are told so."""
        asked = [pk for pk in request.POST.getlist("row") if pk.isascii() and pk.isdigit()]
        entry = EntryForm(request.POST)
        members = self.get_members().filter(pk__in=[int(pk) for pk in asked if len(pk) < 19])
        rows = self.make_rows(members, request.POST)
        typed = [row for row in rows if row.has_changed()]
        is_readable = all([entry.is_valid(), *(row.is_valid() for row in typed)])
        if not is_readable or not self._write_all(entry, typed):
            return self.show(entry, rows)
        messages.success(request, _("Đã ghi %(count)s dòng.") % {"count": len(typed)})
        return HttpResponseRedirect(f"{request.path}?{self.query}")

    def _write_all(self, entry, rows) -> bool:
        """Whether all were written; what was refused stands beside its row."""
        if not rows:
            entry.add_error(None, _("Chưa điền dòng nào."))
            return False
        by_pk = {row.member.pk: row for row in rows}
        day = entry.cleaned_data["day"]
        acts = [(pk, lambda row=row: self._write_row(row, day)) for pk, row in by_pk.items()]
        try:
            write_together(acts)
        except RefusedRowsError as refused:
            for pk, error in refused.refusals.items():
                add_service_errors(by_pk[pk], error)
            return False
        except OperationalError as error:
            add_service_errors(entry, crossed(error))
            return False
        return True

    def _write_row(self, row, day):
        typed = dict(row.cleaned_data)
        typed[self.day_field] = typed[self.day_field] or day
        if typed[self.day_field] is None:
            raise ValidationError({self.day_field: _("Hãy ghi ngày ở dòng này, hoặc ngày chung.")})
        self.write(row.member, typed)

    @cached_property
    def cell(self) -> str:
        """The cell the page is narrowed to, as the address tells it."""
        asked = self.request.POST if self.request.method == "POST" else self.request.GET
        return asked.get("cell", "") if asked.get("cell") in dict(self.cells) else ""

    @cached_property
    def cells(self) -> list[tuple[str, str]]:
        return cell_choices(self.request.user)

    @property
    def query(self) -> str:
        query = {"year": self.year, "cell": self.cell, "others": "1" if self.with_others else ""}
        return urlencode({name: value for name, value in query.items() if value})

    def waiting_here(self):
        """Those of the cell asked for, as many as fit the page."""
        waiting = self.get_waiting()
        if self.cell:
            waiting = waiting.filter(cell_id_on_day=self.cell)
        return waiting[:ROWS_ON_A_PAGE]

    def get_list(self):
        """(text, address) of the list the page serves."""
        raise NotImplementedError

    def get_trail(self):
        return [(_("Đảng viên"), reverse("members:list")), self.get_list()]

    def show(self, entry, rows):
        wrong = [row for row in rows if row.is_bound and row.has_changed() and row.errors]
        context = self.get_context_data(
            entry=entry,
            rows=rows,
            wrong=wrong,
            year=self.year,
            cell=self.cell,
            cells=self.cells,
            others=self.others,
            with_others=self.with_others,
            submit_label=self.submit_label,
            cancel_url=self.get_list()[1],
            empty_text=self.empty_text,
        )
        return self.render_to_response(context)
