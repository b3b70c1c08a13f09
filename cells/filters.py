"""Search in the lists of the organisation: by name, without accents."""

import django_filters
from django.utils.translation import gettext_lazy as _

from cells.models import Cell, HostCell, Locality, OfficeUnit
from partyunit.filters import RecordFilterSet, SearchFilter
from partyunit.text import fold


class NameFilterSet(RecordFilterSet):
    """`name_field` is what the list calls a row. A directory is short, so its names are folded here."""

    in_row: tuple[str, ...] = ("q",)
    name_field = "name"

    q = SearchFilter(method="search", label=_("Tên"), placeholder=_("Tên, không cần dấu"))

    def search(self, queryset, _name, words):
        text = fold(words)
        names = queryset.order_by().values_list("pk", self.name_field)
        return queryset.filter(pk__in=[pk for pk, name in names if text in fold(name)])


class CellFilterSet(NameFilterSet):
    name_field = "name_on"

    class Meta(RecordFilterSet.Meta):
        model = Cell
        fields: list[str] = []


class LocalityFilterSet(NameFilterSet):
    class Meta(RecordFilterSet.Meta):
        model = Locality
        fields: list[str] = []


class HostCellFilterSet(NameFilterSet):
    in_row = ("q", "locality")

    locality = django_filters.ChoiceFilter(label=_("Xã, thị trấn"))

    class Meta(RecordFilterSet.Meta):
        model = HostCell
        fields: list[str] = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        rows = Locality.objects.visible_to(self.request.user).valid()
        self.filters["locality"].extra["choices"] = [(str(row.pk), str(row)) for row in rows]


class OfficeUnitFilterSet(NameFilterSet):
    class Meta(RecordFilterSet.Meta):
        model = OfficeUnit
        fields: list[str] = []
