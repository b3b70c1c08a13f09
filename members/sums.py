"""The sums above the lists of a matter of one year: each is the list of just those."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from members import commitments
from members.filters import residence as at_home
from members.models import Commitment, Position
from members.residence import CommentState

BRACKETS: dict[str, dict[str, str]] = {
    CommentState.NOT_ASKED: {"opens": " ("},
    CommentState.ASKED: {"closes": ")"},
}


@dataclass(frozen=True)
class Sum:
    """One sum above a list: what is counted, how many, and the list of just those.

    `opens` and `closes` put the parts of a sum in brackets behind it.
    """

    label: str | Promise
    value: int
    url: str
    opens: str = "; "
    closes: str = ""


@dataclass(frozen=True)
class Sums:
    """A line of sums with what they are about."""

    heading: str
    sums: list[Sum]


def residence_sums(members: QuerySet, *, year: int, url) -> list[Sums]:
    """By mode, and by the state of the year's comments; `url(**conditions)` is the list of those."""
    rows = members.order_by().values_list("contact_mode", "comment_state")
    modes: Counter[str] = Counter()
    states: Counter[str] = Counter()
    for mode, state in rows:
        modes[mode or at_home.NONE] += 1
        states[state] += 1
        for group, inside in at_home.GROUPS.items():
            states[group] += state in inside
    return [
        Sums(
            _("Hình thức"),
            [Sum(label, modes[key], url(mode=key, state=None)) for key, label in at_home.MODES],
        ),
        Sums(
            _("Nhận xét năm %(year)s") % {"year": year},
            [
                Sum(label, states[key], url(state=key, mode=None), **BRACKETS.get(key, {}))
                for key, label in at_home.STATES
            ],
        ),
    ]


def commitment_sums(members: QuerySet, *, url) -> list[Sums]:
    """Of the committee, who goes first (08-QĐi/TW 25/10/2018), and of all; each the list of those."""
    counts: Counter[tuple[str, str]] = Counter()
    rows = members.order_by().values_list(
        "committee_post", "commitment_made_on", "commitment_reviewed_on", "commitment_result"
    )
    for post, made_on, reviewed_on, result in rows:
        whose = ["", commitments.COMMITTEE] if post in Position.COMMITTEE else [""]
        what = (*commitments.states_of(made_on, reviewed_on), result or "")
        counts.update((who, one) for who in whose for one in what if one)
    lines = [(commitments.COMMITTEE, _("Ban Chấp hành")), ("", _("Mọi đảng viên"))]
    return [
        Sums(heading, [_sum(who, *one, count=counts[who, one[0]], url=url) for one in _terms()])
        for who, heading in lines
    ]


def _terms():
    return [*commitments.STATES, *Commitment.Result.choices]


def _sum(who: str, key: str, label, *, count: int, url) -> Sum:
    is_state = key in dict(commitments.STATES)
    asked = {"state": key if is_state else None, "result": None if is_state else key}
    return Sum(label, count, url(who=who or None, **asked))
