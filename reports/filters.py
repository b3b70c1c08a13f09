"""The filters of the list of reports."""

import django_filters
from django.utils.translation import gettext_lazy as _

from cells.models import Cell
from partyunit.filters import RecordFilterSet
from reports.models import Report


def _cells(request):
    return Cell.objects.visible_to(request.user).valid()


class ReportFilterSet(RecordFilterSet):
    kind = django_filters.ChoiceFilter(label=_("Loại"), choices=Report.Kind.choices)
    cell = django_filters.ModelChoiceFilter(label=_("Chi bộ"), queryset=_cells)
    state = django_filters.ChoiceFilter(label=_("Tình trạng"), choices=Report.State.choices)

    class Meta(RecordFilterSet.Meta):
        model = Report
        fields: list[str] = []
