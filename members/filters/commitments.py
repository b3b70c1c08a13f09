"""The conditions of the list of the year's commitments to set an example."""

import django_filters
from django.utils.translation import gettext_lazy

from members.commitments import COMMITTEE, MADE, NONE, STATES, UNREVIEWED
from members.filters.residence import OfMembersFilterSet
from members.models import Commitment, Position

WHO = [(COMMITTEE, gettext_lazy("Ban Chấp hành"))]


class CommitmentFilterSet(OfMembersFilterSet):
    who = django_filters.ChoiceFilter(label=gettext_lazy("Cấp ủy"), choices=WHO, method="of_body")
    state = django_filters.ChoiceFilter(
        label=gettext_lazy("Cam kết"), choices=STATES, method="of_state"
    )
    result = django_filters.ChoiceFilter(
        label=gettext_lazy("Kết quả"), choices=Commitment.Result.choices, method="of_result"
    )
    in_row = ("q", "cell", "who", "state", "year")

    def of_body(self, queryset, _name, _value):
        return queryset.filter(committee_post__in=Position.COMMITTEE)

    def of_state(self, queryset, _name, state):
        if state in (MADE, NONE):
            return queryset.filter(commitment_id__isnull=state == NONE)
        unreviewed = {"commitment_reviewed_on__isnull": state == UNREVIEWED}
        return queryset.filter(commitment_id__isnull=False, **unreviewed)

    def of_result(self, queryset, _name, result):
        return queryset.filter(commitment_result=result)
