"""The conditions of the register of yearly ratings."""

import django_filters
from django.utils.translation import gettext_lazy as _

from cells.models import Cell
from evaluations.models import MemberEvaluation
from members.models import Member
from partyunit.filters import RecordFilterSet, SearchFilter, YearFilter


class EvaluationFilterSet(RecordFilterSet):
    in_row = ("q", "year", "cell", "grade")

    q = SearchFilter(method="search", label=_("Tìm theo tên"))
    year = YearFilter(label=_("Năm"), field_name="round__year")
    cell = django_filters.ModelChoiceFilter(label=_("Chi bộ"), queryset=Cell.objects.none())
    grade = django_filters.MultipleChoiceFilter(
        label=_("Mức xếp loại"), choices=MemberEvaluation.Grade.choices
    )

    class Meta(RecordFilterSet.Meta):
        model = MemberEvaluation
        fields: list[str] = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        cells = Cell.objects.visible_to(self.request.user).valid()
        self.filters["cell"].queryset = cells
        self.filters["cell"].extra["empty_label"] = _("Chi bộ")

    def search(self, queryset, _name, words):
        return queryset.filter(member__in=Member.objects.matching(words).values("pk"))
