"""The filters of the list of reports."""

import django_filters
from django.utils.translation import gettext_lazy as _

from cells.filters import CellFilter
from partyunit.filters import RecordFilterSet
from reports.models import Report


class ReportFilterSet(RecordFilterSet):
    kind = django_filters.ChoiceFilter(label=_("Loại"), choices=Report.Kind.choices)
    cell = CellFilter()
    state = django_filters.ChoiceFilter(label=_("Tình trạng"), choices=Report.State.choices)
