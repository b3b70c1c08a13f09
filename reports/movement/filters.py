"""The conditions of the list of changes; what it is asked for is read by `reports.movement.asked`."""

from django.utils.translation import gettext_lazy as _

from members.filters.people import ChoiceFilter, cell_choices
from members.models import Member, Placement
from partyunit.filters import DayFilter, RecordFilterSet, SearchFilter
from reports.figures.flows import OFFICIAL, PROBATIONARY
from reports.movement.changes import WORDS


class ChangeFilterSet(RecordFilterSet):
    in_row = ("q", "flow", "cell")

    q = SearchFilter(method="search", placeholder=_("Tên, không cần dấu"))
    flow = ChoiceFilter(label=_("Biến động"), choices=list(WORDS.items()), method="keep")
    cell = ChoiceFilter(label=_("Chi bộ"), method="keep")
    standing = ChoiceFilter(
        label=_("Chính thức, dự bị khi ấy"),
        choices=[(OFFICIAL, _("Chính thức")), (PROBATIONARY, _("Dự bị"))],
        method="keep",
    )

    class Meta(RecordFilterSet.Meta):
        model = Placement
        fields: list[str] = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["cell"].extra["choices"] = cell_choices(self.request.user)

    @classmethod
    def get_filters(cls):
        """With `from` and `to`, which are no names for attributes."""
        filters = super().get_filters()
        for name, label in (("from", _("Từ ngày")), ("to", _("Đến hết ngày"))):
            filters[name] = DayFilter(field_name=name, label=label, method="keep")
        return filters

    def search(self, queryset, _name, words):
        return queryset.filter(member__in=Member.objects.matching(words).values("pk"))

    def keep(self, queryset, _name, _value):
        """Asked for already: the rows are those of one scope, span and term."""
        return queryset
