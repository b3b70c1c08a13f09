"""Badges and rounds against cases worked out by hand, by the rules the program starts with.

Rounds: 3/2 takes who reached a milestone from 8/11 to 3/2, 19/5 from 4/2, 2/9 from 20/5, 7/11 from 3/9.
"""

import datetime as dt

import pytest

from awards.badges import badge_rules, due_badges, earliest_day, round_of, rounds_in
from members.rules import party_age, party_age_from
from partyunit.dates import Period
from regulations.models import Regulation

pytestmark = pytest.mark.django_db
D = dt.date
ALL_TIME = Period(D(1990, 1, 1), D(2100, 12, 31))


@pytest.fixture
def rules(db):
    return badge_rules(None)


def told(start, period, rules, given=()):
    due = due_badges(start, given=given, reached_in=period, rules=rules)
    return [(one.years, one.reached_on, one.round and one.round.day) for one in due]


def of_year(year):
    return Period(D(year, 1, 1), D(year, 12, 31))


CASES = [
    # 30 years from 03/02/1989 end on 03/02/2019, the last day of the window 08/11–03/02.
    (D(1989, 2, 3), 2019, (30, D(2019, 2, 3), D(2019, 2, 3))),
    # A day later: the window 04/02–19/05.
    (D(1989, 2, 4), 2019, (30, D(2019, 2, 4), D(2019, 5, 19))),
    (D(1989, 5, 19), 2019, (30, D(2019, 5, 19), D(2019, 5, 19))),
    (D(1989, 5, 20), 2019, (30, D(2019, 5, 20), D(2019, 9, 2))),
    # The last day before the window over the new year, and its first: 07/11 and 08/11/2018.
    (D(1988, 11, 7), 2018, (30, D(2018, 11, 7), D(2018, 11, 7))),
    (D(1988, 11, 8), 2018, (30, D(2018, 11, 8), D(2019, 2, 3))),
    # The year's end lies inside that window: 31/12/2018 and 01/01/2019 are of one round.
    (D(1988, 12, 31), 2018, (30, D(2018, 12, 31), D(2019, 2, 3))),
    (D(1989, 1, 1), 2019, (30, D(2019, 1, 1), D(2019, 2, 3))),
    # 29/02/1988 and 30 years: 2018 is common, so 28/02/2018, of the round 19/05.
    (D(1988, 2, 29), 2018, (30, D(2018, 2, 28), D(2018, 5, 19))),
    # 29/02/1980 and 40 years: 2020 is a leap year, so 29/02/2020 itself.
    (D(1980, 2, 29), 2020, (40, D(2020, 2, 29), D(2020, 5, 19))),
    # 45 years on 01/05/2019, under 29-QĐ/TW.
    (D(1974, 5, 1), 2019, (45, D(2019, 5, 1), D(2019, 5, 19))),
    # 45 years on 24/07/2016, a day before 29-QĐ/TW, but its round 02/09/2016 lies after it.
    (D(1971, 7, 24), 2016, (45, D(2016, 7, 24), D(2016, 9, 2))),
    # 45 years on 01/05/2016: the round 19/05/2016 knew no badge of 45.
    (D(1971, 5, 1), 2016, None),
    # There is no badge of 35 years.
    (D(1984, 5, 1), 2019, None),
    # 70 years on 03/09/2019: the first day of the window of 07/11.
    (D(1949, 9, 3), 2019, (70, D(2019, 9, 3), D(2019, 11, 7))),
]


@pytest.mark.parametrize(("decision", "year", "expected"), CASES)
def test_badge_and_round_of_a_year(rules, decision, year, expected):
    start = party_age_from([(decision, None)], D(year, 12, 31))
    assert told(start, of_year(year), rules) == ([expected] if expected else [])


# First span 01/03/1985 – 31/12/1990: five years of 1826 days (1988 is a leap year) and 306 days
# from 01/03 to 31/12/1990, 2132 in all. Admitted again on 01/06/1995: less 1826 days is 01/06/1990,
# less 306 more is 30/07/1989.
INTERRUPTED = [(D(1985, 3, 1), D(1990, 12, 31)), (D(1995, 6, 1), None)]


def test_interrupted_membership_counts_only_its_time_in_the_party(rules):
    start = party_age_from(INTERRUPTED, D(2019, 3, 13))
    assert start == D(1989, 7, 30)
    assert [party_age(INTERRUPTED, day) for day in (D(2019, 7, 29), D(2019, 7, 30))] == [29, 30]
    assert told(start, of_year(2019), rules) == [(30, D(2019, 7, 30), D(2019, 9, 2))]


def test_party_age_stands_still_outside_the_party():
    """On 01/01/1991, the day after the last, five years are complete; on 01/05/1995 still five."""
    days = (D(1990, 2, 28), D(1990, 3, 1), D(1991, 1, 1), D(1995, 5, 31))
    assert [party_age(INTERRUPTED, day) for day in days] == [4, 5, 5, 5]


def test_party_age_of_a_leap_day():
    """From 29/02/1988: one year on 28/02/1989, four on 29/02/1992 and not on the 28th."""
    spans = [(D(1988, 2, 29), None)]
    days = (D(1989, 2, 27), D(1989, 2, 28), D(1992, 2, 28), D(1992, 2, 29))
    assert [party_age(spans, day) for day in days] == [0, 1, 3, 4]


def test_given_badge_drops_out(rules):
    start = D(1989, 2, 4)
    assert told(start, of_year(2019), rules, given={30}) == []
    assert told(start, of_year(2029), rules, given={30}) == [(40, D(2029, 2, 4), D(2029, 5, 19))]


def test_every_milestone_of_a_long_life(rules):
    """From 01/05/1977: 30 years on 01/05/2007, the first with a rule on record; 45 on 01/05/2022."""
    years = [one for one, _day, _round in told(D(1977, 5, 1), ALL_TIME, rules)]
    assert years == [30, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90]


def test_years_before_any_rule_on_record_bring_no_badge(rules):
    assert told(D(1970, 5, 1), of_year(2000), rules) == []


@pytest.fixture
def own_windows(rules):
    """Rounds with a gap: 3/2 for December and January, 7/11 for what follows it until 30 November."""
    rule = Regulation.objects.of_day(topic="badge", day=D(2019, 1, 1))
    rule.parameters |= {"rounds": [[[3, 2], [1, 12], [31, 1]], [[7, 11], [7, 11], [30, 11]]]}
    rule.save()
    return badge_rules(None)


@pytest.mark.parametrize(
    ("day", "presented"),
    [
        (D(2018, 12, 1), D(2019, 2, 3)),
        (D(2019, 1, 31), D(2019, 2, 3)),
        (D(2019, 2, 1), None),
        (D(2019, 11, 6), None),
        (D(2019, 11, 7), D(2019, 11, 7)),
        (D(2019, 11, 30), D(2019, 11, 7)),
    ],
)
def test_day_outside_every_window_is_in_no_round(own_windows, day, presented):
    found = round_of(day, rules=own_windows)
    assert (found and found.day) == presented


def test_badge_in_no_round_is_still_due(own_windows):
    assert told(D(1989, 3, 1), of_year(2019), own_windows) == [(30, D(2019, 3, 1), None)]


def test_rounds_of_a_stretch_over_the_new_year(rules):
    days = [one.day for one in rounds_in(Period(D(2018, 11, 7), D(2019, 5, 19)), rules=rules)]
    assert days == [D(2018, 11, 7), D(2019, 2, 3), D(2019, 5, 19)]


def test_every_day_is_of_one_round_and_the_rounds_follow_each_other(rules):
    """The seeded windows have no gap and no day twice, leap years included, and never look back."""
    day, before = D(2015, 1, 1), None
    while day <= D(2021, 12, 31):
        found = round_of(day, rules=rules)
        assert found is not None, day
        assert found.day >= day
        assert before is None or found.day >= before
        before, day = found.day, day + dt.timedelta(days=1)


def test_rule_of_the_committee_goes_before_the_general_one(committee):
    own = Regulation.objects.of_day(topic="badge", day=D(2019, 1, 1))
    own.pk, own.committee = None, committee
    own.parameters = own.parameters | {"rounds": [[[19, 5], [1, 1], [31, 12]]]}
    own.save()
    assert round_of(D(2019, 1, 5), rules=badge_rules(committee.pk)).day == D(2019, 5, 19)
    assert round_of(D(2019, 1, 5), rules=badge_rules(None)).day == D(2019, 2, 3)


@pytest.mark.parametrize(
    ("day", "years", "first"),
    [
        # 12 months ahead; from 70 years on 24 only since 24-QĐ/TW, 30/7/2021.
        (D(2019, 6, 1), 30, D(2018, 6, 1)),
        (D(2019, 6, 1), 70, D(2018, 6, 1)),
        (D(2022, 6, 1), 65, D(2021, 6, 1)),
        (D(2022, 6, 1), 70, D(2020, 6, 1)),
        (D(2024, 2, 29), 70, D(2022, 2, 28)),
    ],
)
def test_how_much_ahead_a_badge_may_be_given(rules, day, years, first):
    rule = next(one for one in rules if one.holds_on(day))
    assert earliest_day(day, years, rule=rule) == first
