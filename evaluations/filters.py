"""The conditions of the register of yearly ratings."""

import django_filters
from django.utils.translation import gettext_lazy as _

from cells.filters import CellFilter
from evaluations.models import MemberEvaluation
from members.models import Member
from partyunit.filters import RecordFilterSet, SearchFilter, YearFilter


class EvaluationFilterSet(RecordFilterSet):
    in_row = ("q", "year", "cell", "grade")

    q = SearchFilter(method="search", label=_("Tìm theo tên"))
    year = YearFilter(label=_("Năm"), field_name="round__year")
    cell = CellFilter()
    grade = django_filters.MultipleChoiceFilter(
        label=_("Mức xếp loại"), choices=MemberEvaluation.Grade.choices
    )

    def search(self, queryset, _name, words):
        return queryset.filter(member__in=Member.objects.matching(words).values("pk"))
