"""When a member reaches a Party badge (Huy hiệu Đảng), and in which round it is presented.

Pure functions of the day Party age counts from (`members.rules.party_age_from`), the badges
given already, and the rules of the topic `badge`. Which anniversaries go to which round is
local practice: windows of the rule, which may cross the new year.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from partyunit.dates import Period, add_months
from regulations.book import RuleBook
from regulations.models import Regulation

TOPIC = "badge"


@dataclass(frozen=True)
class Round:
    """One presentation: its day, and the anniversaries `window` it takes."""

    day: dt.date
    window: Period
    rule: Regulation

    @property
    def name(self) -> str:
        """`đợt 3/2/2019` is written `3/2/2019`: as the office speaks of it."""
        return f"{self.day.day}/{self.day.month}/{self.day.year}"


@dataclass(frozen=True)
class DueBadge:
    """A milestone reached, or to be reached: `round` is None where no window holds the day."""

    years: int
    reached_on: dt.date
    round: Round | None
    rule: Regulation

    @property
    def due_on(self) -> dt.date:
        """The round's day; without a round the day the milestone is reached."""
        return self.round.day if self.round else self.reached_on


def badge_rules(committee: int | None) -> list[Regulation]:
    """Every rule on badges, the committee's own before the general ones."""
    return RuleBook.read(committee, TOPIC).of(TOPIC)


def rule_on(day: dt.date, rules: Iterable[Regulation]) -> Regulation | None:
    return next((rule for rule in rules if rule.holds_on(day)), None)


def round_of(reached_on: dt.date, *, rules: Iterable[Regulation]) -> Round | None:
    """The round whose window holds the anniversary, by the rule of the round's day."""
    rules = list(rules)
    found = [one for one in _rounds(rules, reached_on.year) if reached_on in one.window]
    return min(found, key=lambda one: one.day, default=None)


def rounds_in(period: Period, *, rules: Iterable[Regulation]) -> list[Round]:
    """The rounds presented in the period, in their order."""
    rules = list(rules)
    found = {
        one.day: one
        for year in range(period.first.year, period.last.year + 1)
        for one in _rounds(rules, year)
        if one.day in period
    }
    return [found[day] for day in sorted(found)]


def _rounds(rules: list[Regulation], year: int) -> Iterator[Round]:
    """The rounds with a window that begins in the year or the one before."""
    for rule in rules:
        for day, first, last in rule.parameters["rounds"]:
            for begins in (year - 1, year):
                made = _round(rule, begins, day=day, first=first, last=last)
                if rule_on(made.day, rules) is rule:
                    yield made


def _round(rule: Regulation, year: int, *, day: list, first: list, last: list) -> Round:
    """The round whose window begins in `year`; it is presented on its first day from then on."""
    begins = _day_in(year, first)
    ends = _day_in(year, last)
    if ends < begins:
        ends = _day_in(year + 1, last)
    presented = _day_in(year, day)
    if presented < begins:
        presented = _day_in(year + 1, day)
    return Round(presented, Period(begins, ends), rule)


def _day_in(year: int, day_of_year: list) -> dt.date:
    """29 February falls back to the 28th in common years."""
    day, month = day_of_year
    return add_months(dt.date(2020, month, day), 12 * (year - 2020))


def milestones(start: dt.date, *, rules: Iterable[Regulation]) -> Iterator[tuple[int, dt.date]]:
    """Every number of years any rule lists, and the day Party age reaches it, ascending."""
    years = {one for rule in rules for one in rule.parameters["milestones"]}
    for one in sorted(years):
        if start.year + one < dt.MAXYEAR:
            yield one, add_months(start, 12 * one)


def due_badges(
    start: dt.date | None, *, given: Collection[int], reached_in: Period, rules: list[Regulation]
) -> list[DueBadge]:
    """The badges whose anniversary lies in the period and that are not given yet.

    A milestone counts when the rule of the round's day lists it; without a round, the rule of
    the anniversary (45 years only since 29-QĐ/TW, 25/7/2016).
    """
    if start is None:
        return []
    due = []
    for years, day in milestones(start, rules=rules):
        if day not in reached_in or years in given:
            continue
        presented = round_of(day, rules=rules)
        rule = presented.rule if presented else rule_on(day, rules)
        if rule is not None and years in rule.parameters["milestones"]:
            due.append(DueBadge(years, day, presented, rule))
    return due


def earliest_day(reached_on: dt.date, years: int, *, rule: Regulation) -> dt.date:
    """The first day a badge may be given ahead, for grave illness or after death.

    Up to 12 months early; from 70 years up to 24 since 24-QĐ/TW, 30/7/2021.
    """
    told = rule.parameters
    is_long = years >= told["long_from"]
    return add_months(reached_on, -(told["long_early_months"] if is_long else told["early_months"]))
