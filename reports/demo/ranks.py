"""Ranks over a career. No rule ties a rank to a post; who leads merely served longer."""

import datetime as dt

from partyunit.dates import add_months, day_before
from reports.demo.dice import between
from reports.demo.flows import TODAY
from reports.demo.posts import COMMAND, Posts
from reports.demo.shapes import Person, RankSpan

PRIVATE_FIRST, CORPORAL, SERGEANT, SERGEANT_MAJOR = 11, 20, 21, 22
SECOND_LIEUTENANT, LIEUTENANT, SENIOR_LIEUTENANT, CAPTAIN = 30, 31, 32, 33
MAJOR, LIEUTENANT_COLONEL, SENIOR_LIEUTENANT_COLONEL, COLONEL = 40, 41, 42, 43
# Years in one rank before the next.
OFFICERS = [
    (SECOND_LIEUTENANT, 2),
    (LIEUTENANT, 3),
    (SENIOR_LIEUTENANT, 3),
    (CAPTAIN, 4),
    (MAJOR, 4),
    (LIEUTENANT_COLONEL, 4),
    (SENIOR_LIEUTENANT_COLONEL, 4),
    (COLONEL, 4),
]
SERGEANTS = [(CORPORAL, 1), (SERGEANT, 2), (SERGEANT_MAJOR, 3)]
CONSCRIPTS = [(PRIVATE_FIRST, 1), (CORPORAL, 1), (SERGEANT, 2)]
TOLD = {"Vàng Thị Mỷ": (COLONEL, dt.date(2016, 8, 19)), "Nguyễn Đình Khoát": (COLONEL, None)}


def give_ranks(people: list[Person], posts: Posts) -> None:
    leaders = {post.person.number for post in posts.held if post.title == "cell_secretary"}
    commanders = {name for name, *_ in COMMAND}
    for person in people:
        top = LIEUTENANT_COLONEL
        if person.number in leaders or person.name in commanders:
            top = SENIOR_LIEUTENANT_COLONEL
        top, told_on = TOLD.get(person.name, (top, None))
        person.ranks = _career(person, top=top, told_on=told_on)


def _ladder(person: Person) -> list[tuple[int, int]]:
    degrees = [degree for degree in person.degrees if degree.scale == "professional"]
    if not degrees:
        return CONSCRIPTS
    first = min(degrees, key=lambda degree: degree.obtained_on)
    return OFFICERS if first.level >= 40 else SERGEANTS + OFFICERS


def _career(person: Person, *, top: int, told_on: dt.date | None) -> list[RankSpan]:
    last = person.life.ended_on or TODAY
    day = dt.date(person.born_on.year + 22, between(1, 12, "service", person.number), 1)
    day = min(day, person.stays[0].first.replace(day=1))
    spans: list[RankSpan] = []
    for grade, years in _ladder(person):
        if grade > top or day > last:
            break
        begins = told_on if told_on and grade == top else day
        if spans:
            spans[-1].last = day_before(begins)
        spans.append(RankSpan(begins, None, grade))
        day = add_months(day, 12 * years + between(0, 9, "rank", person.number, grade))
    if person.life.ended_on:
        spans[-1].last = person.life.ended_on
    return spans
