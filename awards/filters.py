"""The conditions of the registers of merit, as the award table's figures ask them."""

import django_filters
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from awards.models import Award, Badge
from cells.filters import CellFilter
from cells.models import Cell, OfficeUnit
from members.models import Member
from partyunit.filters import RecordFilterSet, SearchFilter, YearFilter, YearsFilter
from partyunit.text import fold

RECIPIENTS = [
    ("collective", _("tập thể")),
    ("individual", _("cá nhân")),
    ("committee", _("đảng bộ")),
]


class AwardFilterSet(RecordFilterSet):
    in_row = ("q", "authority", "recipient")

    q = SearchFilter(
        method="search", label=_("Tên người, đơn vị"), placeholder=_("Tên, không cần dấu")
    )
    authority = django_filters.ChoiceFilter(label=_("Cấp khen"), choices=Award.Authority.choices)
    recipient = django_filters.ChoiceFilter(
        label=_("Đối tượng"), choices=RECIPIENTS, method="of_recipient"
    )
    form_ = django_filters.ChoiceFilter(
        label=_("Hình thức"), field_name="form", choices=Award.Form.choices
    )
    line = django_filters.MultipleChoiceFilter(label=_("Hệ khen"), choices=Award.Line.choices)
    cell = CellFilter(method="of_cell")
    from_year = YearFilter(label=_("Từ năm khen"), field_name="award_year", lookup_expr="gte")
    to_year = YearFilter(label=_("Đến năm khen"), field_name="award_year", lookup_expr="lte")

    def search(self, queryset, _name, words):
        text, user = fold(words), self.request.user
        units = OfficeUnit.objects.visible_to(user).valid().values_list("pk", "name")
        cells = Cell.objects.visible_to(user).valid().values_list("pk", "name")
        return queryset.filter(
            Q(member__in=Member.objects.matching(words).values("pk"))
            | Q(office_unit__in=[pk for pk, name in units if text in fold(name)])
            | Q(cell__in=[pk for pk, name in cells if text in fold(name)])
        )

    def of_recipient(self, queryset, _name, value):
        if value == "collective":
            return queryset.collective()
        if value == "individual":
            return queryset.individual()
        return queryset.filter(committee__isnull=False)

    def of_cell(self, queryset, _name, value):
        """The cell itself, units that go with it, members placed in it on the day."""
        members = Member.objects.placed_on(self.view.on, cells=[value])
        return queryset.filter(
            Q(cell=value) | Q(office_unit__cell=value) | Q(member__in=members.values("pk"))
        )


class TitleFilterSet(RecordFilterSet):
    in_row = ("recipient", "from_year", "to_year")

    recipient = django_filters.ChoiceFilter(
        label=_("Tổ chức"),
        choices=[("committee", _("đảng bộ")), ("collective", _("chi bộ"))],
        method="of_recipient",
    )
    from_year = YearFilter(label=_("Từ năm"), field_name="year", lookup_expr="gte")
    to_year = YearFilter(label=_("Đến năm"), field_name="year", lookup_expr="lte")

    def of_recipient(self, queryset, _name, value):
        return queryset.filter(committee__isnull=value != "committee")


class BadgeFilterSet(RecordFilterSet):
    in_row = ("q", "occasion", "given")

    q = SearchFilter(method="search")
    years = YearsFilter(label=_("Số năm"))
    occasion = django_filters.ChoiceFilter(label=_("Trường hợp"), choices=Badge.Occasion.choices)
    given = django_filters.ChoiceFilter(
        label=_("Đã trao"),
        choices=[("yes", _("đã trao")), ("no", _("chưa trao"))],
        method="of_giving",
    )
    cell = CellFilter(method="of_cell")
    from_year = YearFilter(label=_("Từ năm"), field_name="decided_on", lookup_expr="year__gte")
    to_year = YearFilter(label=_("Đến năm"), field_name="decided_on", lookup_expr="year__lte")

    def search(self, queryset, _name, value):
        return queryset.filter(member__in=Member.objects.matching(value).values("pk"))

    def of_giving(self, queryset, _name, value):
        return queryset.filter(given_on__isnull=value == "no")

    def of_cell(self, queryset, _name, value):
        members = Member.objects.placed_on(self.view.on, cells=[value])
        return queryset.filter(member__in=members.values("pk"))
