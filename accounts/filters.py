"""Filters of the list of accounts."""

import django_filters
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import RoleAssignment
from partyunit.filters import RecordFilterSet, SearchFilter
from partyunit.text import fold


class AccountFilterSet(RecordFilterSet):
    q = SearchFilter(
        method="search", label=_("Tìm tài khoản"), placeholder=_("Tên hoặc tên đăng nhập")
    )
    role = django_filters.ChoiceFilter(
        label=_("Vai trò"), choices=RoleAssignment.Role.choices, method="holding"
    )
    active = django_filters.ChoiceFilter(
        field_name="is_active",
        label=_("Tình trạng"),
        choices=[("1", _("đang mở")), ("0", _("đã đóng"))],
        method="being_open",
    )

    def search(self, queryset, _name, words):
        text = fold(words)
        return queryset.filter(Q(search_name__contains=text) | Q(username__contains=text))

    def holding(self, queryset, _name, role):
        roles = RoleAssignment.objects.active_on(self.request.program_day).filter(role=role)
        return queryset.filter(pk__in=roles.values("user"))

    def being_open(self, queryset, _name, value):
        return queryset.filter(is_active=value == "1")
