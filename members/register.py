"""What the register of members shows of each on a day, read in the one statement of the list."""

import datetime as dt

from django.db.models import (
    Case,
    CharField,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast

from cells.querysets import cell_name_on
from members.models import Membership, Placement, Position, Qualification, Rank, Secondment
from partyunit.dates import add_months, day_before, full_years_between
from partyunit.querysets import span_holds
from regulations.models import Regulation

# The order in which posts of one body stand, the highest first.
COMMITTEE_ORDER = [title.value for title in Position.COMMITTEE]
CELL_ORDER = ["cell_secretary", "cell_deputy", "cell_committee_member"]


def with_register_columns(members: QuerySet, day: dt.date) -> QuerySet:
    """Annotates cell, span in the Party, posts, rank, education and secondment as on `day`.

    The cell is the one of the last official placement begun by that day, so that a list of
    those who left still tells from where.
    """
    members = _with_cell(members, day)
    members = _with_party_life(members, day)
    members = _with_posts(members, day)
    return _with_person(members, day)


def _with_cell(members: QuerySet, day: dt.date) -> QuerySet:
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
        left_on=Subquery(last.values("ended_on")[:1]),
        earlier_joined_on=Subquery(last.values("decision_on")[1:2]),
        earlier_ended_on=Subquery(last.values("ended_on")[1:2]),
    )
    rules = (
        Regulation.objects.valid()
        .filter(
            Q(committee__isnull=True) | Q(committee=OuterRef("committee_on_day")),
            Q(valid_to__isnull=True) | Q(valid_to__gte=OuterRef("ceremony_on")),
            topic="probation",
            valid_from__lte=OuterRef("ceremony_on"),
        )
        .order_by(F("committee").desc(nulls_last=True), "-valid_from")
    )
    months = Cast(KeyTextTransform("months", "parameters"), IntegerField())
    return members.annotate(
        probation_months=Subquery(rules.annotate(months=months).values("months")[:1])
    )


def _with_posts(members: QuerySet, day: dt.date) -> QuerySet:
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


def probation_last_day(row, day: dt.date) -> dt.date | None:
    """The last day of probation of a row that is still on probation on `day`."""
    if row.ceremony_on is None or (row.official_from and row.official_from <= day):
        return None
    if row.official_from:
        return day_before(row.official_from)
    return day_before(add_months(row.ceremony_on, row.probation_months or 12))


def party_age(spans, day: dt.date) -> int | None:
    """Completed years in the Party on `day`: from the admission decision, less time outside.

    `spans` are (decision, last day or None) in order of time. None for nobody's spans.
    """
    spans = [(first, last) for first, last in spans if first and first <= day]
    if not spans:
        return None
    start, ended_on = spans[-1]
    earlier = sum(((last - first).days + 1 for first, last in spans[:-1] if last), start=0)
    until = min(day, ended_on + dt.timedelta(days=1)) if ended_on else day
    return full_years_between(start - dt.timedelta(days=earlier), until)
