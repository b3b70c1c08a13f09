"""What the page is asked: whose number, and from which day to which."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cells.models import Cell
from partyunit.dates import Period, add_months, day_before, quarter_of, roman_quarter
from partyunit.forms import BaseForm, DayField
from reports.figures import Scope
from reports.figures.base import typed
from reports.scopes import cells_of, scope_of

STEPS = 6  # so many years, quarters and months are offered
MONTHS_UP_TO, QUARTERS_UP_TO = 7, 31  # months a span may have to be told by months, by quarters


class SpanForm(BaseForm):
    """From which day to which, and of which cell; read by GET, nothing required."""

    first = DayField(label=gettext_lazy("Từ ngày"), required=False)
    last = DayField(label=gettext_lazy("Đến hết ngày"), required=False)
    cell = forms.ModelChoiceField(
        Cell.objects.none(), label=gettext_lazy("Của"), required=False, to_field_name="pk"
    )

    def __init__(self, data, *, cells, whole: str):
        super().__init__(data)
        self.fields["cell"].queryset = cells
        self.fields["cell"].empty_label = whole or None

    def add_prefix(self, field_name):
        """The names of the program's lists: `from`, `to`."""
        return {"first": "from", "last": "to"}.get(field_name, field_name)

    def clean(self):
        asked = super().clean() or {}
        first, last = asked.get("first"), asked.get("last")
        if first and last and first > last:
            self.add_error("last", _("Ngày cuối không thể trước ngày đầu."))
        return asked


@dataclass(frozen=True)
class Asked:
    """The scope and the span of a page; what could not be read stands beside its field."""

    scope: Scope
    period: Period
    form: SpanForm
    today: dt.date

    def url(self, period: Period | None = None, *, cell: Cell | None = None) -> str:
        """The page of another span or of another cell."""
        period = period or self.period
        query = [("from", typed(period.first)), ("to", typed(period.last))]
        shown = cell or self.scope.cell
        query += [("cell", str(shown.pk))] if shown else []
        return f"{reverse('reports:movement')}?{urlencode(query, safe='/')}"


def read_asked(request) -> Asked:
    """By default the year so far, as the first page compares; of a cell leader, the own cell.

    Raises PermissionDenied for who reads no figures, Http404 for a cell out of sight.
    """
    access, today = request.user.access, request.program_day
    if not (access.reads_committees or access.cell_ids):
        raise PermissionDenied(_("Trang này dành cho người xem số liệu của đảng bộ."))
    form = SpanForm(_bound(request), cells=cells_of(request, today), whole=_whole(access))
    form.is_valid()
    period = _period(form, today)
    return Asked(scope_of(request, period.last), period, form, today)


def _bound(request) -> dict:
    """What the address says; without a span, the year so far, so that the fields show it."""
    asked = {name: request.GET.get(name, "").strip() for name in ("from", "to", "cell")}
    if not (asked["from"] or asked["to"]):
        today = request.program_day
        asked |= {"from": typed(dt.date(today.year, 1, 1)), "to": typed(today)}
    return asked


def _whole(access) -> str:
    return _("cả đảng bộ") if access.reads_committees else ""


def _period(form: SpanForm, today: dt.date) -> Period:
    """Half a span is completed: to the program's day, or from the beginning of the year."""
    if form.errors:
        return Period(dt.date(today.year, 1, 1), today)
    asked = form.cleaned_data
    last = asked["last"] or max(today, asked["first"] or today)
    return Period(asked["first"] or dt.date(last.year, 1, 1), last)


def parts_of(period: Period) -> tuple[Period, ...]:
    """The months of a span, of a longer one the quarters or years, the ends cut to it."""
    months = (period.last.year - period.first.year) * 12 + period.last.month - period.first.month
    size = 1 if months < MONTHS_UP_TO else 3 if months < QUARTERS_UP_TO else 12
    month = (period.first.month - 1) // size * size + 1
    begin, found = dt.date(period.first.year, month, 1), []
    while begin <= period.last:
        following = add_months(begin, size)
        found.append(Period(max(begin, period.first), min(day_before(following), period.last)))
        begin = following
    return tuple(found)


def name_of(period: Period) -> str:
    """`tháng 3/2019`, `quý I/2019`, `năm 2019`; any other span by its ends."""
    first, last = period.first, period.last
    year = first.year
    if period == Period.of_year(year):
        return _("năm %(year)s") % {"year": year}
    if period == Period.of_quarter(year, quarter_of(first)):
        words = {"quarter": roman_quarter(quarter_of(first)), "year": year}
        return _("quý %(quarter)s/%(year)s") % words
    if period == Period.of_month(year, first.month):
        return _("tháng %(month)s/%(year)s") % {"month": first.month, "year": year}
    return f"{typed(first)}–{typed(last)}"


def presets(today: dt.date) -> Iterator[tuple[str, list[tuple[str, Period]]]]:
    """The last years, quarters and months up to the day, the present ones first."""
    years = [Period.of_year(today.year - back) for back in range(STEPS)]
    firsts = [add_months(today.replace(day=1), -back) for back in range(STEPS)]
    quarter = dt.date(today.year, 3 * quarter_of(today) - 2, 1)
    quarters = [add_months(quarter, -3 * back) for back in range(STEPS)]
    spans = {
        _("Năm"): [(str(one.first.year), one) for one in years],
        _("Quý"): [
            (
                f"{roman_quarter(quarter_of(day))}/{day.year}",
                Period.of_quarter(day.year, quarter_of(day)),
            )
            for day in quarters
        ],
        _("Tháng"): [
            (f"{day.month}/{day.year}", Period.of_month(day.year, day.month)) for day in firsts
        ],
    }
    for name, periods in spans.items():
        yield name, [(text, period.until(today)) for text, period in periods]
