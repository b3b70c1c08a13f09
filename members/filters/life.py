"""The conditions of the lists of candidates, of transfers and of stays by letter."""

import django_filters
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cells.filters import CellFilter
from members.models import Candidate, Member
from partyunit.dates import day_before
from partyunit.filters import DayFilter, RecordFilterSet, SearchFilter


class CandidateFilterSet(RecordFilterSet):
    """On the day of the list; an outcome asks for those whose list has ended."""

    OUTCOMES = [*Candidate.Outcome.choices, ("any", _("tất cả, kể cả đã kết thúc"))]

    q = SearchFilter(method="search", placeholder=_("Tên, không cần dấu"))
    cell = CellFilter()
    outcome = django_filters.ChoiceFilter(
        label=_("Đang theo dõi"), choices=OUTCOMES, method="of_outcome"
    )
    sex = django_filters.ChoiceFilter(label=_("Giới tính"), choices=Member.Sex.choices)
    in_row = ("q", "cell", "outcome")

    def search(self, queryset, _name, words):
        return queryset.matching(words)

    def of_outcome(self, queryset, _name, value):
        if value == "any":
            return queryset
        return queryset.filter(outcome=value, to_on__lt=self.view.on)


class PlacementFilterSet(RecordFilterSet):
    """Moves and stays by letter, by name and cell."""

    q = SearchFilter(method="search", placeholder=_("Tên, không cần dấu"))
    cell = CellFilter()
    from_ = DayFilter(label=_("Từ ngày"), method="since")
    to = DayFilter(label=_("Đến ngày"), method="until")
    in_row = ("q", "cell")

    def search(self, queryset, _name, words):
        return queryset.filter(member__in=Member.objects.matching(words).values("pk"))

    def since(self, queryset, _name, day):
        return queryset.filter(from_on__gte=day)

    def until(self, queryset, _name, day):
        return queryset.filter(from_on__lte=day)


class TransferOutFilterSet(PlacementFilterSet):
    """Those who left: the day of the move is the day after the last one here."""

    state = django_filters.ChoiceFilter(
        label=_("Tình trạng"),
        choices=[
            ("open", _("chưa tiếp nhận")),
            ("received", _("đã tiếp nhận")),
            ("placed_again", _("đã có nơi sinh hoạt mới")),
        ],
        method="of_state",
    )
    in_row = ("q", "cell", "state")

    def of_state(self, queryset, _name, value):
        day = self.view.on
        if value == "open":
            return queryset.open_transfers_out(day)
        if value == "received":
            return queryset.filter(received_on__lte=day)
        unreceived = Q(received_on__isnull=True) | Q(received_on__gt=day)
        return queryset.filter(unreceived, placed_again_on__lte=day)

    def since(self, queryset, _name, day):
        return queryset.filter(to_on__gte=day_before(day))

    def until(self, queryset, _name, day):
        return queryset.filter(to_on__lte=day_before(day))
