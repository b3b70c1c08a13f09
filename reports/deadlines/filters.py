"""The conditions of the deadlines page: kind, how near, cell, until when."""

import django_filters
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from partyunit.filters import DayFilter, RecordFilterSet, SearchFilter
from reports.deadlines.base import BANDS, KINDS


class DeadlineFilterSet(RecordFilterSet):
    in_row = ("q", "kind", "band", "cell")

    q = SearchFilter(method="search")
    kind = django_filters.ChoiceFilter(
        label=_("Loại việc"),
        choices=[(key.value, name) for key, name in KINDS.items()],
        method="same",
    )
    band = django_filters.ChoiceFilter(
        label=_("Mức"),
        choices=[(key.value, capfirst(str(name))) for key, name in BANDS.items()],
        method="same",
    )
    cell = django_filters.ChoiceFilter(label=_("Chi bộ"), method="of_cell")
    from_on = DayFilter(label=_("Hạn từ ngày"), method="from_day")
    until = DayFilter(label=_("Hạn đến hết ngày"), method="until_day")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        cells = [(str(cell.pk), str(cell)) for cell in self.view.own_cells]
        self.filters["cell"].extra["choices"] = cells

    def search(self, rows, _name, value):
        return rows.where(lambda row: row.matches(value))

    def same(self, rows, name, value):
        return rows.where(lambda row: getattr(row, name) == value)

    def of_cell(self, rows, _name, value):
        return rows.where(lambda row: str(row.cell_id) == value)

    def from_day(self, rows, _name, value):
        return rows.where(lambda row: row.due_on is not None and row.due_on >= value)

    def until_day(self, rows, _name, value):
        return rows.where(lambda row: row.due_on is not None and row.due_on <= value)
