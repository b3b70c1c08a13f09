"""The contact with the cells at home (76-QĐ/TW, since 2020 213-QĐ/TW), and the year's commitments."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import QuerySet

from members.commitments import COMMITTEE, with_commitment
from members.filters.residence import NONE
from members.models import Member, Position
from members.register import with_posts
from members.residence import OUTSTANDING, CommentState, with_comment, with_contact
from reports.figures.base import Figure, Scope, listed


@dataclass(frozen=True)
class Residence:
    """Members of a day by mode, and by how the comment of one year stands.

    normal + exempt + not_introduced + unrecorded are the members; due = received + outstanding,
    outstanding = not_asked + asked.
    """

    normal: Figure
    exempt: Figure
    not_introduced: Figure
    unrecorded: Figure
    due: Figure
    received: Figure
    outstanding: Figure
    not_asked: Figure
    asked: Figure


def residence(scope: Scope, day: dt.date, *, year: int) -> Residence:
    """The contacts of the scope's members on `day`, and the comments of `year` come by then."""
    members = with_comment(with_contact(_members(scope, day), day), year=year, day=day)
    modes, states = defaultdict(list), defaultdict(list)
    for pk, mode, state in members.values_list("pk", "contact_mode", "comment_state"):
        modes[mode or NONE].append(pk)
        states[state].append(pk)
    of_year = (*scope.parameters, ("year", str(year)))

    def by_mode(key: str) -> Figure:
        return listed(modes[key], "members:residence", day, *of_year, ("mode", key))

    def by_state(key: str, inside: Collection[str]) -> Figure:
        rows = [pk for state in inside for pk in states[state]]
        return listed(rows, "members:residence", day, *of_year, ("state", key))

    received, not_asked, asked = (
        str(one) for one in (CommentState.RECEIVED, CommentState.NOT_ASKED, CommentState.ASKED)
    )
    return Residence(
        normal=by_mode("normal"),
        exempt=by_mode("exempt"),
        not_introduced=by_mode("not_introduced"),
        unrecorded=by_mode(NONE),
        due=by_state("due", [received, *OUTSTANDING]),
        received=by_state(received, [received]),
        outstanding=by_state("outstanding", OUTSTANDING),
        not_asked=by_state(not_asked, [not_asked]),
        asked=by_state(asked, [asked]),
    )


@dataclass(frozen=True)
class Commitments:
    """The commitments of one year: made + none are the people, reviewed are some of those made."""

    made: Figure
    none: Figure
    reviewed: Figure


def commitments(
    scope: Scope, day: dt.date, *, year: int, of_committee: bool = False
) -> Commitments:
    """What the scope's members, or those of them in the committee, have pledged for `year` by `day`."""
    members = with_commitment(_members(scope, day), year=year, day=day)
    asked = [*scope.parameters, ("year", str(year))]
    if of_committee:
        members = with_posts(members, day).filter(committee_post__in=Position.COMMITTEE)
        asked.append(("who", COMMITTEE))
    rows = list(members.values_list("pk", "commitment_made_on", "commitment_reviewed_on"))

    def those(state: str, ids: list[int]) -> Figure:
        return listed(ids, "members:commitments", day, *asked, ("state", state))

    return Commitments(
        made=those("made", [pk for pk, made_on, _reviewed_on in rows if made_on]),
        none=those("none", [pk for pk, made_on, _reviewed_on in rows if not made_on]),
        reviewed=those("reviewed", [pk for pk, _made_on, reviewed_on in rows if reviewed_on]),
    )


def _members(scope: Scope, day: dt.date) -> QuerySet:
    cells = [scope.cell] if scope.cell else None
    return Member.objects.placed_on(day, cells=cells, committee=scope.committee)
