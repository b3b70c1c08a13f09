"""The list of the year's commitments to set an example: who made one, who owes one, what became of it."""

import datetime as dt
from collections import Counter

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from members.filters.people import ChoiceFilter
from members.models import Commitment, Position
from members.residence_list import CELL, NAME, OfMembersFilterSet, Sum, Sums
from members.tables.people import post_text
from partyunit.listing import Column

COMMITTEE = "committee"
MADE, NONE, REVIEWED, UNREVIEWED = "made", "none", "reviewed", "unreviewed"
STATES = [
    (MADE, gettext_lazy("đã cam kết")),
    (NONE, gettext_lazy("chưa cam kết")),
    (REVIEWED, gettext_lazy("đã kiểm điểm")),
    (UNREVIEWED, gettext_lazy("chưa kiểm điểm")),
]
WHO = [(COMMITTEE, gettext_lazy("Ban Chấp hành"))]


def with_commitment(members: QuerySet, *, year: int, day: dt.date) -> QuerySet:
    """Annotates the commitment of the year as it stood on `day`; None without one."""
    made = Commitment.objects.valid().filter(member=OuterRef("pk"), year=year, made_on__lte=day)
    reviewed = made.filter(reviewed_on__lte=day)
    return members.annotate(
        commitment_id=Subquery(made.values("pk")[:1]),
        commitment_made_on=Subquery(made.values("made_on")[:1]),
        commitment_text=Subquery(made.values("text")[:1]),
        commitment_reviewed_on=Subquery(reviewed.values("reviewed_on")[:1]),
        commitment_result=Subquery(reviewed.values("result")[:1]),
        commitment_review=Subquery(reviewed.values("review")[:1]),
    )


def states_of(made_on, reviewed_on) -> tuple[str, ...]:
    if made_on is None:
        return (NONE,)
    return (MADE, REVIEWED if reviewed_on else UNREVIEWED)


def state_text(row) -> str:
    names = dict(STATES)
    state = states_of(row.commitment_made_on, row.commitment_reviewed_on)[-1]
    return str(names[MADE] if state == UNREVIEWED else names[state])


def result_text(row) -> str:
    found = row.commitment_result
    return str(Commitment.Result(found).label) if found else ""


def commitment_columns(year: int) -> list[Column]:
    return [
        NAME,
        CELL,
        Column(
            key="post",
            heading=gettext_lazy("Chức vụ Đảng"),
            read=post_text,
            sort=("post_order", "sort_name"),
            label="",
            nowrap=True,
        ),
        Column(
            key="state",
            heading=_("Cam kết năm %(year)s") % {"year": year},
            read=state_text,
            sort=("commitment_made_on", "sort_name"),
            nowrap=True,
        ),
        _column("made_on", gettext_lazy("Ngày cam kết"), nowrap=True),
        _column("text", gettext_lazy("Nội dung cam kết"), counted=False, wide_only=True),
        Column(
            key="result",
            heading=gettext_lazy("Kết quả"),
            read=result_text,
            sort=("commitment_result", "sort_name"),
            nowrap=True,
        ),
        _column("reviewed_on", gettext_lazy("Ngày kiểm điểm"), nowrap=True, shown=False),
        _column("review", gettext_lazy("Nội dung kiểm điểm"), counted=False, shown=False),
    ]


def _column(name: str, heading, **how) -> Column:
    field = f"commitment_{name}"
    return Column(key=name, heading=heading, read=field, sort=(field,), **how)


class CommitmentFilterSet(OfMembersFilterSet):
    who = ChoiceFilter(label=gettext_lazy("Cấp ủy"), choices=WHO, method="of_body")
    state = ChoiceFilter(label=gettext_lazy("Cam kết"), choices=STATES, method="of_state")
    result = ChoiceFilter(
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


def commitment_sums(members: QuerySet, *, url) -> list[Sums]:
    """Of the committee, who goes first (08-QĐi/TW 25/10/2018), and of all; each the list of those."""
    counts: Counter[tuple[str, str]] = Counter()
    rows = members.order_by().values_list(
        "committee_post", "commitment_made_on", "commitment_reviewed_on", "commitment_result"
    )
    for post, made_on, reviewed_on, result in rows:
        whose = ["", COMMITTEE] if post in Position.COMMITTEE else [""]
        what = (*states_of(made_on, reviewed_on), result or "")
        counts.update((who, one) for who in whose for one in what if one)
    lines = [(COMMITTEE, _("Ban Chấp hành")), ("", _("Mọi đảng viên"))]
    return [
        Sums(heading, [_sum(who, *one, count=counts[who, one[0]], url=url) for one in _terms()])
        for who, heading in lines
    ]


def _terms():
    return [*STATES, *Commitment.Result.choices]


def _sum(who: str, key: str, label, *, count: int, url) -> Sum:
    is_state = key in dict(STATES)
    asked = {"state": key if is_state else None, "result": None if is_state else key}
    return Sum(label, count, url(who=who or None, **asked))
