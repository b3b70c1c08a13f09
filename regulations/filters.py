"""The conditions of the lists of rules and of the calendar."""

import django_filters
from django.utils.translation import gettext_lazy as _

from partyunit.filters import RecordFilterSet, YearFilter
from regulations.models import Regulation
from regulations.topics import TOPICS


class RegulationFilterSet(RecordFilterSet):
    in_row = ("topic", "state")

    topic = django_filters.ChoiceFilter(
        label=_("Chủ đề"), choices=[(one.key, one.label) for one in TOPICS]
    )
    state = django_filters.ChoiceFilter(
        label=_("Hiệu lực"),
        choices=[("held", _("đang có hiệu lực")), ("other", _("đã hết hoặc chưa có hiệu lực"))],
        method="of_state",
    )
    mark = django_filters.ChoiceFilter(
        label=_("Độ tin cậy"), field_name="source_mark", choices=Regulation.Mark.choices
    )

    def of_state(self, queryset, _name, value):
        held = Regulation.objects.in_force(self.view.on)
        if value == "held":
            return queryset.filter(pk__in=held.values("pk"))
        return queryset.exclude(pk__in=held.values("pk"))


class HolidayFilterSet(RecordFilterSet):
    in_row = ("year", "kind")

    year = YearFilter(label=_("Năm"), field_name="day", lookup_expr="year")
    kind = django_filters.ChoiceFilter(
        label=_("Loại ngày"),
        choices=[("off", _("ngày nghỉ")), ("worked", _("ngày làm bù"))],
        method="of_kind",
    )

    def of_kind(self, queryset, _name, value):
        return queryset.filter(is_working=value == "worked")
