"""What lists are asked about cells, and search in the lists of the organisation, without accents."""

import django_filters
from django.utils.translation import gettext_lazy as _

from cells.models import Cell, Locality
from partyunit.filters import RecordFilterSet, SearchFilter
from partyunit.text import fold


def cell_choices(user) -> list[tuple[str, str]]:
    """The cells an account may choose among, in one statement."""
    cells = Cell.objects.visible_to(user).valid().values_list("pk", "name")
    return [(str(pk), name) for pk, name in cells]


class OfCellsMixin:
    """The choices are the cells that who asks may see."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("label", _("Chi bộ"))
        super().__init__(*args, **kwargs)

    @property
    def field(self):
        if "choices" not in self.extra:
            self.extra["choices"] = cell_choices(self.parent.request.user)
        return super().field


class CellFilter(OfCellsMixin, django_filters.ChoiceFilter):
    """One cell."""


class CellsFilter(OfCellsMixin, django_filters.MultipleChoiceFilter):
    """Any of several cells."""


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


class HostCellFilterSet(NameFilterSet):
    in_row = ("q", "locality")

    locality = django_filters.ChoiceFilter(label=_("Xã, thị trấn"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        rows = Locality.objects.visible_to(self.request.user).valid()
        self.filters["locality"].extra["choices"] = [(str(row.pk), str(row)) for row in rows]
