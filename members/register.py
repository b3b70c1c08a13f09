"""What the register of members shows of each on a day, read in the one statement of the list."""

import datetime as dt
from collections.abc import Callable, Iterable
from functools import lru_cache

from django.db.models import Case, CharField, OuterRef, Prefetch, QuerySet, Subquery, Value, When

from cells.querysets import cell_name_on
from members.models import (
    Exemption,
    Member,
    Membership,
    Placement,
    Position,
    Qualification,
    Rank,
    Secondment,
)
from members.rules import party_age, probation_end, probation_rules
from partyunit.dates import day_before
from partyunit.querysets import span_holds
from regulations.models import Regulation

# The order in which posts of one body stand, the highest first.
COMMITTEE_ORDER = [title.value for title in Position.COMMITTEE]
CELL_ORDER = [title.value for title in Position.CELL]


@lru_cache(maxsize=64)
def register_on(day: dt.date, further: frozenset[str] = frozenset()) -> QuerySet:
    """Every member with what the list shows on `day`, to be narrowed by who asks.

    Kept: to put a dozen statements together costs as much as to ask them.
    """
    return with_register_columns(Member.objects.all(), day, further=further)


def with_register_columns(
    members: QuerySet, day: dt.date, *, further: Iterable[str] | None = None
) -> QuerySet:
    """Annotates cell, span in the Party, posts, education and secondment as on `day`.

    `further` names what few lists ask for (`FURTHER`); everything when it is not given. The cell
    is the one of the last official placement begun by that day, so that a list of those who left
    still tells from where.
    """
    members = _with_cell(members, day)
    members = _with_party_life(members, day)
    members = _with_posts(members, day)
    members = _with_person(members, day)
    for key in FURTHER if further is None else sorted(further):
        members = FURTHER[key](members, day)
    return members


def _last_placement(day: dt.date) -> QuerySet:
    placements = (
        Placement.objects.valid()
        .official()
        .filter(member=OuterRef("pk"), cell__isnull=False, from_on__lte=day)
    )
    return placements.order_by("-from_on", "-pk")


def _with_cell(members: QuerySet, day: dt.date) -> QuerySet:
    last = _last_placement(day)
    return members.annotate(
        cell_name=Subquery(last.annotate(called=cell_name_on(day)).values("called")[:1]),
        committee_on_day=Subquery(last.values("cell__committee")[:1]),
    )


def _with_cell_order(members: QuerySet, day: dt.date) -> QuerySet:
    last = _last_placement(day)
    return members.annotate(
        cell_id_on_day=Subquery(last.values("cell")[:1]),
        cell_order=Subquery(last.values("cell__position")[:1]),
    )


def with_cell(members: QuerySet, day: dt.date) -> QuerySet:
    """The cell alone, with its place in the order of the cells: for lists of another matter."""
    return _with_cell_order(_with_cell(members, day), day)


def with_posts(members: QuerySet, day: dt.date) -> QuerySet:
    """The posts alone, with their order."""
    return _with_post_order(_with_posts(members, day), day)


def _with_party_life(members: QuerySet, day: dt.date) -> QuerySet:
    spans = Membership.objects.valid().filter(member=OuterRef("pk"), ceremony_on__lte=day)
    last = spans.order_by("-ceremony_on", "-pk")
    return members.annotate(
        joined_on=Subquery(last.values("decision_on")[:1]),
        joined_precision=Subquery(last.values("decision_on_precision")[:1]),
        ceremony_on=Subquery(last.values("ceremony_on")[:1]),
        official_from=Subquery(last.values("official_from")[:1]),
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
    return members


def _with_post_order(members: QuerySet, _day: dt.date) -> QuerySet:
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
    seconded = Secondment.objects.filter(span_holds(day), member=OuterRef("pk"))
    host = Subquery(seconded.values("host_cell__name")[:1])
    return members.with_level_on(day).annotate(host_name=host)


def _with_rank(members: QuerySet, day: dt.date) -> QuerySet:
    ranks = Rank.objects.filter(span_holds(day), member=OuterRef("pk"))
    return members.annotate(rank_on_day=Subquery(ranks.values("grade")[:1]))


def _with_theory(members: QuerySet, day: dt.date) -> QuerySet:
    theory = Qualification.objects.valid().filter(
        member=OuterRef("pk"), scale="theory", obtained_on__lte=day
    )
    return members.annotate(
        theory_level=Subquery(theory.order_by("-level").values("level")[:1]),
    )


def _with_schooling(scale: str) -> Callable[[QuerySet, dt.date], QuerySet]:
    """General schooling, language and computing carry only their text: the latest by the day."""

    def annotated(members: QuerySet, day: dt.date) -> QuerySet:
        held = Qualification.objects.valid().filter(
            member=OuterRef("pk"), scale=scale, obtained_on__lte=day
        )
        latest = held.order_by("-obtained_on", "-pk")
        return members.annotate(**{scale: Subquery(latest.values("detail")[:1])})

    return annotated


def _with_exemption(members: QuerySet, day: dt.date) -> QuerySet:
    spans = Exemption.objects.filter(span_holds(day), member=OuterRef("pk"))
    return members.annotate(exemption_kind=Subquery(spans.values("kind")[:1]))


# What is asked for by a column or an order, by the column's key.
FURTHER = {
    "general": _with_schooling("general"),
    "language": _with_schooling("language"),
    "it": _with_schooling("it"),
    "cell": _with_cell_order,
    "post": _with_post_order,
    "rank": _with_rank,
    "theory": _with_theory,
    "exempt": _with_exemption,
}


def is_official(row, day: dt.date) -> bool:
    return row.official_from is not None and row.official_from <= day


def probation_last_day(
    row, day: dt.date, *, rules: Callable[[], list[Regulation]] = probation_rules
) -> dt.date | None:
    """The last day of probation of a row that is still on probation on `day`.

    `rules` are asked for only then; a list keeps them for all of its rows.
    """
    if row.ceremony_on is None or is_official(row, day):
        return None
    if row.official_from:
        return day_before(row.official_from)
    committee = row.committee_on_day
    return day_before(probation_end(row.ceremony_on, rules=rules(), committee=committee))


def with_spans(members: QuerySet) -> QuerySet:
    """With every time in the Party as `spans`, for the Party age of who was admitted again."""
    spans = Membership.objects.valid().order_by("ceremony_on")
    return members.prefetch_related(Prefetch("memberships", spans, to_attr="spans"))


def party_age_of(row, day: dt.date) -> int | None:
    return party_age([(span.decision_on, span.ended_on) for span in row.spans], day)
