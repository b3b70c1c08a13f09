"""The conditions of the list of changes; what it is asked for is read by `reports.movement.asked`."""

import django_filters
from django.utils.translation import gettext_lazy as _

from cells.filters import CellFilter
from members.models import Member
from partyunit.filters import DayFilter, RecordFilterSet, SearchFilter
from reports.figures.flows import OFFICIAL, PROBATIONARY
from reports.movement.changes import WORDS


class ChangeFilterSet(RecordFilterSet):
    in_row = ("q", "flow", "cell")

    q = SearchFilter(method="search", placeholder=_("Tên, không cần dấu"))
    flow = django_filters.ChoiceFilter(
        label=_("Biến động"), choices=list(WORDS.items()), method="keep"
    )
    cell = CellFilter(method="keep")
    standing = django_filters.ChoiceFilter(
        label=_("Chính thức, dự bị khi ấy"),
        choices=[(OFFICIAL, _("Chính thức")), (PROBATIONARY, _("Dự bị"))],
        method="keep",
    )
    from_ = DayFilter(label=_("Từ ngày"), method="keep")
    to = DayFilter(label=_("Đến hết ngày"), method="keep")

    def search(self, queryset, _name, words):
        return queryset.filter(member__in=Member.objects.matching(words).values("pk"))

    def keep(self, queryset, _name, _value):
        """Asked for already: the rows are those of one scope, span and term."""
        return queryset
