"""Who was without cell life for a time: exempt, or away on study with a letter for temporary activity."""

import datetime as dt
from dataclasses import dataclass

from reports.demo.history import History
from reports.demo.loans import TABLE
from reports.demo.posts import Posts
from reports.demo.shapes import Loan, Person, Span

D = dt.date


@dataclass
class Leave(Span):
    person: Person | None = None
    kind: str = "exempt"
    reason: str = ""


@dataclass
class Study(Span):
    """Temporary activity at a school: counted at home, outside the base of votes there."""

    person: Person | None = None
    place: str = ""
    letter_number: str = ""


def exempt(history: History, posts: Posts, loans: list[Loan]) -> list[Leave]:
    """One long ago, before the minutes begin; one today, in a cell that has yet to meet this month."""
    busy = {loan.person.number for loan in loans}
    busy |= {post.person.number for post in posts.held if not post.unit}
    then = _choose(history, busy, cell="AN", day=D(2012, 6, 1), last=D(2012, 11, 30))
    now = _choose(history, busy, cell="ĐT", day=D(2019, 3, 4), last=D(2019, 3, 13))
    return [
        Leave(D(2012, 6, 1), D(2012, 11, 30), then, reason="công tác lưu động, xa chi bộ"),
        Leave(D(2019, 3, 4), D(2019, 9, 3), now, reason="công tác lưu động ngắn hạn"),
    ]


def study(history: History) -> list[Study]:
    """Nine months at the academy, before the minutes begin."""
    first, last = D(2012, 9, 10), D(2013, 6, 14)
    person = _choose(history, set(), cell="ĐT", day=first, last=last)
    place = "Đảng bộ Học viện Cảnh sát nhân dân"
    return [Study(first, last, person, place, "27-GGT/ĐU")]


def _choose(history: History, busy: set[int], *, cell: str, day: dt.date, last: dt.date) -> Person:
    """Somebody official, of that cell throughout, without a part in the plan."""
    named = {name for *_rest, name in TABLE} | history.names
    fitting = [
        person
        for person in history.in_cell(cell, day)
        if person.is_official_on(day)
        and person.is_in_cell(cell, day, last=last)
        and person.number not in busy
        and person.name not in named
    ]
    fitting.sort(key=lambda person: person.number)
    return fitting[0]
