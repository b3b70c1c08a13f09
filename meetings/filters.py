"""The filters of the register of meetings."""

import django_filters
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cells.models import Cell
from meetings.models import Meeting, Minutes
from partyunit.filters import DayFilter, RecordFilterSet, SearchFilter
from partyunit.text import fold

NOT_WRITTEN = "none"


def visible_cells(request):
    return Cell.objects.visible_to(request.user).valid() if request else Cell.objects.none()


class MeetingFilterSet(RecordFilterSet):
    q = SearchFilter(method="search", label=_("Tìm theo chi bộ, chủ đề, người chủ trì"))
    cell = django_filters.ModelMultipleChoiceFilter(label=_("Chi bộ"), queryset=visible_cells)
    kind = django_filters.ChoiceFilter(
        label=_("Loại"), choices=Meeting.Kind.choices, empty_label=_("Mọi loại")
    )
    state = django_filters.ChoiceFilter(
        label=_("Tình trạng"), choices=Meeting.State.choices, empty_label=_("Mọi tình trạng")
    )
    minutes = django_filters.ChoiceFilter(
        label=_("Biên bản"),
        method="by_minutes",
        choices=[*Minutes.State.choices, (NOT_WRITTEN, _("chưa ghi"))],
        empty_label=_("Mọi biên bản"),
    )
    in_row = ("q", "kind", "minutes")

    def search(self, queryset, name, value):
        """Without accents: the cell's name, the topic, the chair."""
        words = fold(value)
        cells = [cell.pk for cell in visible_cells(self.request) if words in fold(cell.name)]
        return queryset.filter(
            Q(cell__in=cells)
            | Q(search_topic__contains=words)
            | Q(chair__search_name__contains=words)
        )

    def by_minutes(self, queryset, name, value):
        if value == NOT_WRITTEN:
            return queryset.filter(minutes_state__isnull=True)
        return queryset.filter(minutes_state=value)


MeetingFilterSet.base_filters["from"] = DayFilter(
    field_name="meets_on", lookup_expr="gte", label=_("Họp từ ngày")
)
MeetingFilterSet.base_filters["to"] = DayFilter(
    field_name="meets_on", lookup_expr="lte", label=_("Họp đến ngày")
)
