"""The yearly rating of members 2014–2018: some fifth of the good ones excellent, a few only fulfilled."""

import datetime as dt
from dataclasses import dataclass

from reports.demo.calendar import working_from
from reports.demo.dice import between, shuffled
from reports.demo.flows import KEYS
from reports.demo.history import History
from reports.demo.shapes import Merit, Person

YEARS = range(2014, 2019)
CAP_PERCENT = 20  # of those rated good, rounded down, by cell


@dataclass(frozen=True)
class Rating:
    person: Person
    cell: str
    grade: str
    reason: str = ""


@dataclass(frozen=True)
class RatedYear:
    year: int
    decided_on: dt.date
    ratings: list[Rating]


def rate(history: History, awards: list[Merit]) -> list[RatedYear]:
    """A round each December; whoever an award honours that year is rated good at least."""
    return [_rate(year, history, awards=awards) for year in YEARS]


def _rate(year: int, history: History, *, awards: list[Merit]) -> RatedYear:
    day = working_from(dt.date(year, 12, 10) + dt.timedelta(days=between(0, 5, "rated", year)))
    honoured = {one.person.number for one in awards if one.person and one.year == year}
    ratings = []
    for cell in KEYS:
        ratings += _rate_cell(history.in_cell(cell, day), cell=cell, year=year, honoured=honoured)
    return RatedYear(year, day, ratings)


def _rate_cell(people: list[Person], *, cell: str, year: int, honoured: set[int]) -> list[Rating]:
    """Newcomers of the last months are not rated here; one or two of a cell only fulfil their tasks."""
    newcomers = [p for p in people if p.stay_on(dt.date(year, 9, 30)) is None]
    judged = [p for p in people if p not in newcomers]
    order = shuffled(judged, "grades", year, cell)
    order.sort(key=lambda person: person.number not in honoured)
    low = len(order) - between(0, 2, "lower", year, cell)
    fulfilled = [p for p in order[low:] if p.number not in honoured]
    good = [p for p in order if p not in fulfilled]
    excellent = len(good) * CAP_PERCENT // (100 + CAP_PERCENT)
    grades = {p.number: "good" for p in good} | {p.number: "fulfilled" for p in fulfilled}
    grades |= {p.number: "excellent" for p in good[:excellent]}
    reason = "mới kết nạp, chuyển đến, chưa đủ thời gian đánh giá"
    return [
        Rating(p, cell, grades.get(p.number, "not_rated"), "" if p.number in grades else reason)
        for p in people
    ]
