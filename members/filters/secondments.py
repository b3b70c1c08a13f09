"""The conditions of secondments, of village cells and of localities."""

import django_filters
from django.utils.translation import gettext_lazy as _

from cells.filters import CellFilter
from cells.models import HostCell, Locality
from documents.models import Document
from members.models import Member, Secondment
from partyunit.filters import RecordFilterSet, SearchFilter, YearFilter


class SecondmentFilterSet(RecordFilterSet):
    """`state` and `year` widen the list beyond the day: the view reads them for its rows."""

    STATES = [("ended", _("đã kết thúc")), ("all", _("đang và đã kết thúc"))]
    OWES = [("1", _("chưa báo cáo")), ("0", _("đã báo cáo"))]

    q = SearchFilter(method="search", placeholder=_("Tên, không cần dấu"))
    home_cell = CellFilter(method="of_home_cell")
    locality = django_filters.ChoiceFilter(
        label=_("Xã, thị trấn"), field_name="host_cell__locality"
    )
    host_cell = django_filters.ChoiceFilter(label=_("Chi bộ thôn, bản"))
    state = django_filters.ChoiceFilter(
        label=_("Đang hay đã kết thúc"),
        empty_label=_("đang tăng cường"),
        choices=STATES,
        method="keep",
    )
    year = YearFilter(label=_("Có trong năm"), method="keep")
    plan = django_filters.ChoiceFilter(label=_("Kế hoạch, quyết định"))
    kind = django_filters.ChoiceFilter(label=_("Hình thức"), choices=Secondment.Kind.choices)
    owes = django_filters.ChoiceFilter(label=_("Báo cáo tháng"), choices=OWES, method="of_owing")
    in_row = ("q", "home_cell", "locality", "host_cell")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        user = self.request.user
        hosts = list(HostCell.objects.visible_to(user).valid().select_related("locality"))
        localities = {host.locality_id: host.locality for host in hosts}
        self.filters["host_cell"].extra["choices"] = [(str(host.pk), host.name) for host in hosts]
        self.filters["locality"].extra["choices"] = [
            (str(pk), str(locality)) for pk, locality in localities.items()
        ]
        rows = Secondment.objects.visible_to(user).valid()
        plans = Document.objects.valid().filter(secondments__in=rows).distinct()
        self.filters["plan"].extra["choices"] = [(str(one.pk), one.citation) for one in plans]

    def search(self, queryset, _name, words):
        return queryset.filter(member__in=Member.objects.matching(words).values("pk"))

    def of_home_cell(self, queryset, _name, value):
        return queryset.filter(home_cell_id=value)

    def of_owing(self, queryset, _name, value):
        """Whether the report of the month of the list's day is still owed."""
        return queryset.filter(has_report=value == "0")

    def keep(self, queryset, _name, _value):
        """Asked for already: which rows the list is of."""
        return queryset


class HostCellFilterSet(RecordFilterSet):
    locality = django_filters.ChoiceFilter(label=_("Xã, thị trấn"))
    in_row = ("locality",)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        localities = Locality.objects.visible_to(self.request.user).valid()
        self.filters["locality"].extra["choices"] = [(str(one.pk), str(one)) for one in localities]


class LocalityFilterSet(RecordFilterSet):
    kind = django_filters.ChoiceFilter(label=_("Loại"), choices=Locality.Kind.choices)
    in_row = ("kind",)
