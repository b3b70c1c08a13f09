"""The conditions of the register of papers."""

import django_filters
from django.utils.translation import gettext_lazy as _

from cells.models import Cell
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
    cell = django_filters.ChoiceFilter(
        label=_("Chi bộ ban hành"), null_label=_("không phải của chi bộ"), null_value="none"
    )
    state = django_filters.ChoiceFilter(
        label=_("Tình trạng"),
        empty_label=_("Đã ban hành"),
        choices=[(DRAFT, _("Dự thảo, chưa ban hành"))],
        method="keep",
    )

    class Meta(RecordFilterSet.Meta):
        model = Document
        fields: list[str] = []

    @classmethod
    def get_filters(cls):
        """With `from` and `to`, which are no names for attributes."""
        filters = super().get_filters()
        for name, lookup, label in (
            ("from", "gte", _("Ban hành từ ngày")),
            ("to", "lte", _("Ban hành đến ngày")),
        ):
            filters[name] = DayFilter(field_name="issued_on", lookup_expr=lookup, label=label)
        return filters

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        cells = Cell.objects.visible_to(self.request.user).valid().values_list("pk", "name")
        self.filters["cell"].extra["choices"] = [(str(pk), name) for pk, name in cells]

    def search(self, queryset, _name, words):
        return queryset.matching(words)

    def keep(self, queryset, _name, _value):
        """The view has chosen between papers and drafts already."""
        return queryset
