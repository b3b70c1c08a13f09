"""When a member reaches a Party badge (Huy hiệu Đảng), and when badges are presented."""

import datetime as dt
from collections.abc import Iterator

from partyunit.dates import add_months
from reports.figures import Person

# 29-QĐ/TW of 25/7/2016 added 45; there is no badge of 35 years.
MILESTONES = (30, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90)
FORTY_FIVE_SINCE = dt.date(2016, 7, 25)
# Presented around 3/2, 19/5, 2/9 and 7/11: month and day of each round.
ROUNDS = ((2, 3), (5, 19), (9, 2), (11, 7))


def badge_days(person: Person) -> Iterator[tuple[int, dt.date]]:
    """Each milestone and the day Party age reaches it; 29 February falls back to the 28th."""
    start = person.party_age_from
    if start is None or start.year + MILESTONES[-1] > dt.MAXYEAR:
        return
    for years in MILESTONES:
        day = add_months(start, 12 * years)
        if years != 45 or day >= FORTY_FIVE_SINCE:
            yield years, day


def next_round(day: dt.date) -> dt.date:
    """The round of the day itself, or the first one after it."""
    return next(one for one in _rounds(day.year, day.year + 1) if one >= day)


def previous_round(day: dt.date) -> dt.date:
    return [one for one in _rounds(day.year - 1, day.year) if one < day][-1]


def _rounds(*years: int) -> list[dt.date]:
    return [dt.date(year, month, day) for year in years for month, day in ROUNDS]
