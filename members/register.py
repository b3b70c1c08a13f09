"""What the register of members shows of each on a day, read in the one statement of the list."""

import datetime as dt

from django.db.models import (
    Case,
    CharField,
    IntegerField,
    OuterRef,
    Prefetch,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast

from cells.querysets import cell_name_on
from members.models import Membership, Placement, Position, Qualification, Rank, Secondment
from members.rules import CHARTER_MONTHS, party_age
from partyunit.dates import add_months, day_before
from partyunit.querysets import span_holds
from regulations.models import Regulation

# The order in which posts of one body stand, the highest first.
COMMITTEE_ORDER = [title.value for title in Position.COMMITTEE]
CELL_ORDER = [title.value for title in Position.CELL]


def with_register_columns(members: QuerySet, day: dt.date) -> QuerySet:
    """Annotates cell, span in the Party, posts, rank, education and secondment as on `day`.

    The cell is the one of the last official placement begun by that day, so that a list of
    those who left still tells from where.
    """
    members = with_cell(members, day)
    members = _with_party_life(members, day)
    members = with_posts(members, day)
    return _with_person(members, day)


def with_cell(members: QuerySet, day: dt.date) -> QuerySet:
    placements = (
        Placement.objects.valid()
        .official()
        .filter(member=OuterRef("pk"), cell__isnull=False, from_on__lte=day)
    )
    last = placements.order_by("-from_on", "-pk")
    return members.annotate(
        cell_id_on_day=Subquery(last.values("cell")[:1]),
        cell_name=Subquery(last.annotate(called=cell_name_on(day)).values("called")[:1]),
        cell_order=Subquery(last.values("cell__position")[:1]),
        committee_on_day=Subquery(last.values("cell__committee")[:1]),
    )


def _with_party_life(members: QuerySet, day: dt.date) -> QuerySet:
    spans = Membership.objects.valid().filter(member=OuterRef("pk"), ceremony_on__lte=day)
    last = spans.order_by("-ceremony_on", "-pk")
    members = members.annotate(
        joined_on=Subquery(last.values("decision_on")[:1]),
        joined_precision=Subquery(last.values("decision_on_precision")[:1]),
        ceremony_on=Subquery(last.values("ceremony_on")[:1]),
        official_from=Subquery(last.values("official_from")[:1]),
    )
    rules = Regulation.objects.holding(
        topic="probation", day=OuterRef("ceremony_on"), committee=OuterRef("committee_on_day")
    )
    months = Cast(KeyTextTransform("months", "parameters"), IntegerField())
    return members.annotate(
        probation_months=Subquery(rules.annotate(months=months).values("months")[:1])
    )


def with_posts(members: QuerySet, day: dt.date) -> QuerySet:
    posts = Position.objects.filter(span_holds(day), member=OuterRef("pk"))
    highest = {
        "committee_post": (COMMITTEE_ORDER, posts.filter(title__in=COMMITTEE_ORDER)),
        "cell_post": (CELL_ORDER, posts.filter(title__in=CELL_ORDER)),
    }
    for name, (order, rows) in highest.items():
        first = rows.annotate(step=_step(order)).order_by("step", "-from_on")
        members = members.annotate(
            **{name: Subquery(first.values("title")[:1], output_field=CharField())}
        )
    return members.annotate(
        post_order=Case(
            *[When(committee_post=title, then=Value(n)) for n, title in enumerate(COMMITTEE_ORDER)],
            *[When(cell_post=title, then=Value(10 + n)) for n, title in enumerate(CELL_ORDER)],
            default=Value(99),
        )
    )


def _step(order: list[str]) -> Case:
    return Case(
        *[When(title=title, then=Value(n)) for n, title in enumerate(order)],
        default=Value(len(order)),
    )


def _with_person(members: QuerySet, day: dt.date) -> QuerySet:
    ranks = Rank.objects.filter(span_holds(day), member=OuterRef("pk"))
    theory = Qualification.objects.valid().filter(
        member=OuterRef("pk"), scale="theory", obtained_on__lte=day
    )
    seconded = Secondment.objects.filter(span_holds(day), member=OuterRef("pk"))
    return members.with_level_on(day).annotate(
        rank_on_day=Subquery(ranks.values("grade")[:1]),
        theory_level=Subquery(theory.order_by("-level").values("level")[:1]),
        host_name=Subquery(seconded.values("host_cell__name")[:1]),
    )


def is_official(row, day: dt.date) -> bool:
    return row.official_from is not None and row.official_from <= day


def probation_last_day(row, day: dt.date) -> dt.date | None:
    """The last day of probation of a row that is still on probation on `day`."""
    if row.ceremony_on is None or is_official(row, day):
        return None
    months = row.probation_months or CHARTER_MONTHS
    return day_before(row.official_from or add_months(row.ceremony_on, months))


def with_spans(members: QuerySet) -> QuerySet:
    """With every time in the Party as `spans`, for the Party age of who was admitted again."""
    spans = Membership.objects.valid().order_by("ceremony_on")
    return members.prefetch_related(Prefetch("memberships", spans, to_attr="spans"))


def party_age_of(row, day: dt.date) -> int | None:
    return party_age([(span.decision_on, span.ended_on) for span in row.spans], day)
