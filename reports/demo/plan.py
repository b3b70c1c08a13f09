"""The whole plan: made once, the same every time."""

import datetime as dt
from dataclasses import dataclass
from functools import cache

from reports.demo.activities import DEEDS, Deed, Part, parts_of
from reports.demo.agenda import Diary
from reports.demo.candidates import Nursery
from reports.demo.education import (
    THEORY_ADVANCED,
    THEORY_ELEMENTARY,
    THEORY_INTERMEDIATE,
    give_masters,
    give_theory,
    settle_those_without_degree,
)
from reports.demo.flows import TODAY
from reports.demo.history import History
from reports.demo.leave import Leave, Study, exempt, study
from reports.demo.loans import lend
from reports.demo.merit import give_awards, give_titles
from reports.demo.papers import Register
from reports.demo.posts import Posts
from reports.demo.prose import Writer
from reports.demo.ranks import give_ranks
from reports.demo.ratings import RatedYear, rate
from reports.demo.residence import Contact, Pledge, keep_in_touch, pledge
from reports.demo.shapes import Gathering, Loan, Merit, Paper, Person, YearTitle


@dataclass(frozen=True)
class Plan:
    """Everything the demonstration's rows are made from."""

    people: list[Person]
    posts: Posts
    nursery: Nursery
    loans: list[Loan]
    leaves: list[Leave]
    studies: list[Study]
    contacts: list[Contact]
    pledges: list[Pledge]
    awards: list[Merit]
    titles: list[YearTitle]
    ratings: list[RatedYear]
    papers: dict[str, Paper]
    meetings: list[Gathering]
    deeds: list[tuple[Deed, list[Part]]]

    def named(self, name: str) -> Person:
        return next(person for person in self.people if person.name == name)

    def in_cell(self, cell: str, day: dt.date) -> list[Person]:
        return [person for person in self.people if person.cell_on(day) == cell]


@cache
def build_plan() -> Plan:
    history = History()
    give_masters(history.people)
    settle_those_without_degree(history.people)
    posts = Posts(history)
    give_ranks(history.people, posts)
    _teach(history.people, posts)
    register = Register(history)
    diary = Diary(history, posts)
    writer = Writer(history, posts)
    for meeting in diary.meetings:
        if meeting.minutes:
            writer.write(meeting)
    awards = give_awards(history)
    loans = lend(history, posts)
    return Plan(
        people=history.people,
        posts=posts,
        nursery=Nursery(history),
        loans=loans,
        leaves=exempt(history, posts, loans),
        studies=study(history),
        awards=awards,
        contacts=keep_in_touch(history),
        pledges=pledge(posts),
        titles=give_titles(),
        ratings=rate(history, awards),
        papers=register.papers,
        meetings=diary.meetings,
        deeds=[(deed, parts_of(deed, history, posts)) for deed in DEEDS],
    )


def _teach(people: list[Person], posts: Posts) -> None:
    committee = {person.number for person in posts.committee_on(TODAY)}
    leaders = {post.person.number for post in posts.held if post.title.startswith("cell_")}
    for person in people:
        level = THEORY_ELEMENTARY
        if person.number in committee:
            level = THEORY_ADVANCED
        elif person.number in leaders:
            level = THEORY_INTERMEDIATE
        give_theory(person, level)
