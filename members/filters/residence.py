"""The conditions of the list of who keeps in touch with the cell at home."""

import django_filters
from django.utils.translation import gettext_lazy

from cells.filters import CellFilter
from members.models import ResidenceContact
from members.residence import DUE, OUTSTANDING, CommentState
from partyunit.filters import RecordFilterSet, SearchFilter, YearFilter

NONE = "none"
MODES = [*ResidenceContact.Mode.choices, (NONE, gettext_lazy("chưa ghi"))]
STATES = [
    ("due", gettext_lazy("cần nhận xét")),
    (CommentState.RECEIVED.value, CommentState.RECEIVED.label),
    ("outstanding", gettext_lazy("còn thiếu")),
    (CommentState.NOT_ASKED.value, CommentState.NOT_ASKED.label),
    (CommentState.ASKED.value, CommentState.ASKED.label),
    (CommentState.NOT_NEEDED.value, CommentState.NOT_NEEDED.label),
]
GROUPS = {"due": DUE, "outstanding": OUTSTANDING}


class OfMembersFilterSet(RecordFilterSet):
    """What the lists of members by another matter ask alike: a name, a cell, the year of the matter.

    The view reads the year before anything is filtered.
    """

    q = SearchFilter(method="search", placeholder=gettext_lazy("Tên, không cần dấu"))
    cell = CellFilter(method="in_cell")
    year = YearFilter(label=gettext_lazy("Năm"), method="keep")

    def search(self, queryset, _name, words):
        return queryset.matching(words)

    def in_cell(self, queryset, _name, cell):
        return queryset.filter(cell_id_on_day=cell)

    def keep(self, queryset, _name, _value):
        return queryset


class ResidenceFilterSet(OfMembersFilterSet):
    mode = django_filters.ChoiceFilter(
        label=gettext_lazy("Hình thức"), choices=MODES, method="of_mode"
    )
    state = django_filters.ChoiceFilter(
        label=gettext_lazy("Nhận xét"), choices=STATES, method="of_state"
    )
    in_row = ("q", "cell", "mode", "state", "year")

    def of_mode(self, queryset, _name, mode):
        return queryset.filter(contact_mode=None if mode == NONE else mode)

    def of_state(self, queryset, _name, state):
        return queryset.filter(comment_state__in=GROUPS.get(state, [state]))
