"""The conditions of the register of papers."""

import django_filters
from django.utils.translation import gettext_lazy as _

from cells.filters import CellFilter
from documents.models import Document
from partyunit.filters import DayFilter, RecordFilterSet, SearchFilter


class DocumentFilterSet(RecordFilterSet):
    """`from` and `to` limit the day of issue; drafts are asked for by `state`."""

    in_row = ("q", "kind", "stance")
    DRAFT = "draft"

    q = SearchFilter(
        method="search",
        label=_("Số, nơi ban hành hoặc trích yếu"),
        placeholder=_("Số, nơi ban hành, trích yếu, không cần dấu"),
    )
    kind = django_filters.ChoiceFilter(
        label=_("Loại văn bản"), empty_label=_("Loại văn bản"), choices=Document.Kind.choices
    )
    stance = django_filters.ChoiceFilter(
        label=_("Vai trò của đảng bộ"),
        empty_label=_("Vai trò của đảng bộ"),
        choices=Document.Stance.choices,
    )
    cell = CellFilter(
        label=_("Chi bộ ban hành"), null_label=_("không phải của chi bộ"), null_value="none"
    )
    state = django_filters.ChoiceFilter(
        label=_("Tình trạng"),
        empty_label=_("Đã ban hành"),
        choices=[(DRAFT, _("Dự thảo, chưa ban hành"))],
        method="keep",
    )
    from_ = DayFilter(field_name="issued_on", lookup_expr="gte", label=_("Ban hành từ ngày"))
    to = DayFilter(field_name="issued_on", lookup_expr="lte", label=_("Ban hành đến ngày"))

    def search(self, queryset, _name, words):
        return queryset.matching(words)

    def keep(self, queryset, _name, _value):
        """The view has chosen between papers and drafts already."""
        return queryset
