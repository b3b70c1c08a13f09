"""The conditions of the registers of activities and study campaigns."""

import django_filters
from django.utils.translation import gettext_lazy as _

from cells.filters import CellFilter
from meetings.filters import campaign_choices, member_choices
from meetings.models import Activity, Participation
from partyunit.dates import Period
from partyunit.filters import DayFilter, RecordFilterSet, SearchFilter, YearFilter
from partyunit.text import fold


class ActivityFilterSet(RecordFilterSet):
    q = SearchFilter(
        method="search", label=_("Tìm theo tên hoạt động"), placeholder=_("Tên, không cần dấu")
    )
    kind = django_filters.ChoiceFilter(label=_("Loại"), choices=Activity.Kind.choices)
    state = django_filters.ChoiceFilter(
        label=_("Tình trạng"), choices=Activity.State.choices, field_name="state_on"
    )
    cell = CellFilter(label=_("Tổ chức"), null_label=_("Đảng ủy"), null_value="none")
    by = CellFilter(label=_("Có chi bộ tham gia"), method="taken_part_by_cell")
    member = django_filters.ChoiceFilter(label=_("Có đảng viên tham gia"), method="taken_part_by")
    campaign = django_filters.ChoiceFilter(label=_("Đợt học tập"))
    year = YearFilter(label=_("Năm"), field_name="starts_on", lookup_expr="year")
    from_ = DayFilter(field_name="ends_on", lookup_expr="gte", label=_("Từ ngày"))
    to = DayFilter(field_name="starts_on", lookup_expr="lte", label=_("Đến hết ngày"))
    in_row = ("q", "kind", "year")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["campaign"].extra["choices"] = campaign_choices(self.request.user)
        self.filters["member"].extra["choices"] = member_choices(self.request.user)

    def search(self, queryset, _name, words):
        return queryset.filter(search_title__contains=fold(words))

    def _with(self, queryset, **named):
        """Those that count and in which the named ones took part, as far as the account sees it."""
        rows = Participation.objects.counted().visible_to(self.request.user).filter(**named)
        return queryset.filter(pk__in=rows.values("activity"))

    def taken_part_by_cell(self, queryset, _name, value):
        return self._with(queryset, cell=value)

    def taken_part_by(self, queryset, _name, value):
        return self._with(queryset, member=value)


class CampaignFilterSet(RecordFilterSet):
    q = SearchFilter(method="search", label=_("Tìm theo tên, chủ đề"))
    year = YearFilter(label=_("Năm"), method="in_year")

    def search(self, queryset, _name, words):
        """A committee has few campaigns, so their words are folded here."""
        text = fold(words)
        found = queryset.order_by().values_list("pk", "title", "theme")
        return queryset.filter(
            pk__in=[pk for pk, title, theme in found if text in fold(f"{title} {theme}")]
        )

    def in_year(self, queryset, _name, year):
        return queryset.during(Period.of_year(year))


class YearOfCellsFilterSet(RecordFilterSet):
    year = YearFilter(label=_("Năm"), method="keep")

    def keep(self, queryset, _name, _value):
        """The view has counted the year already."""
        return queryset
