"""Who the members are on a day: spans, standing, education, ages, and the flows between two days."""

import datetime as dt
from decimal import Decimal

import pytest

from partyunit.dates import Period
from partyunit.shares import percent
from reports import figures
from reports.figures import Scope
from tests import factories
from tests.factories import (
    CellFactory,
    MembershipFactory,
    PlacementFactory,
    QualificationFactory,
    place,
)

D = dt.date
DAY = D(2019, 3, 13)


@pytest.fixture
def scope(committee):
    return Scope(committee)


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        (101, 113, "89.4"),
        (100, 113, "88.5"),
        (1, 8, "12.5"),
        (1, 16, "6.3"),
        (5, 80, "6.3"),
        (0, 5, "0.0"),
        (0, 0, "0.0"),
        (7, 7, "100.0"),
    ],
)
def test_percent_has_one_decimal_half_up(part, whole, expected):
    assert str(percent(part, whole)) == expected


def test_percent_is_exact_where_floats_are_not():
    assert percent(1, 2000) == Decimal("0.1")  # 0.05 is less than itself as a float


def test_cells_count_from_the_founding_day_to_the_day_before_dissolution(committee):
    CellFactory(committee=committee, founded_on=D(2010, 7, 1), dissolved_on=D(2012, 1, 1))
    assert [figures.cells(Scope(committee), day).value for day in DAYS_AROUND_A_CELL] == [
        0,
        1,
        1,
        0,
    ]


DAYS_AROUND_A_CELL = [D(2010, 6, 30), D(2010, 7, 1), D(2011, 12, 31), D(2012, 1, 1)]


def test_cells_of_a_cell_is_itself(scope, cell, other_cell):
    assert figures.cells(scope, DAY).value == 2
    assert figures.cells(scope.narrow(cell), DAY).rows == (cell.pk,)


def test_member_counts_on_both_ends_of_the_placement(scope, cell):
    member = place(cell, from_on=D(2016, 2, 29))
    member.placements.update(to_on=D(2018, 2, 28), end_reason="transfer_out")
    days = [D(2016, 2, 28), D(2016, 2, 29), D(2018, 2, 28), D(2018, 3, 1)]
    assert [figures.roll(scope, day).members.value for day in days] == [0, 1, 1, 0]


def test_roll_leaves_out_guests_outsiders_and_other_committees(scope, cell, foreign_cell):
    own = place(cell)
    guest = place(foreign_cell)
    PlacementFactory(member=guest, cell=cell, kind="temporary", from_on=D(2018, 1, 1))
    outside = factories.MemberFactory()
    PlacementFactory(member=outside, cell=None, outside_name="Đảng bộ khác")
    assert figures.roll(scope, DAY).members.rows == (own.pk,)


def test_standing_changes_on_the_official_day(scope, cell):
    place(cell, from_on=D(2018, 3, 14), official_from=D(2019, 3, 14))
    for day, official, probationary in [(D(2019, 3, 13), 0, 1), (D(2019, 3, 14), 1, 0)]:
        roll = figures.roll(scope, day)
        assert (roll.official.value, roll.probationary.value) == (official, probationary)


def test_level_is_the_highest_obtained_by_the_day(scope, cell):
    member = place(cell)
    QualificationFactory(member=member, level=20, obtained_on=D(2008, 7, 1))
    QualificationFactory(member=member, level=40, obtained_on=D(2019, 3, 13))
    QualificationFactory(member=member, level=50, obtained_on=D(2019, 3, 14))
    QualificationFactory(member=member, scale="theory", level=30)
    assert figures.roll(scope, D(2019, 3, 12)).level(20).value == 1
    assert figures.roll(scope, D(2019, 3, 13)).graduates.value == 1
    assert figures.roll(scope, D(2019, 3, 14)).level(50).value == 1


def test_levels_part_the_members(scope, cell):
    for level in (None, 10, 20, 30, 40, 50, 60):
        member = place(cell)
        if level:
            QualificationFactory(member=member, level=level)
    roll = figures.roll(scope, DAY)
    assert [line.figure.value for line in roll.levels] == [1] * 7
    assert [line.key for line in roll.levels] == ["60", "50", "40", "30", "20", "10", "none"]
    assert roll.graduates.value == 3


def test_sex_and_ethnicity(scope, cell):
    place(cell, sex="female", ethnicity="Kinh")
    place(cell, sex="female", ethnicity="Thái")
    place(cell, sex="male", ethnicity=" kinh ")
    roll = figures.roll(scope, DAY)
    assert (roll.women.value, roll.minority.value) == (2, 1)


def test_age_bands_turn_on_the_birthday_and_leap_day_counts_on_the_28th(scope, cell):
    place(cell, born_on=D(1988, 2, 29))
    ages = {day: _bands(figures.roll(scope, day).ages) for day in (D(2019, 2, 27), D(2019, 2, 28))}
    assert ages[D(2019, 2, 27)]["0-30"] == 1
    assert ages[D(2019, 2, 28)]["31-40"] == 1


def test_party_age_counts_from_the_decision_not_the_ceremony(scope, cell):
    member = factories.MemberFactory()
    MembershipFactory(
        member=member,
        decision_on=D(2009, 3, 13),
        ceremony_on=D(2009, 4, 20),
        official_from=D(2010, 4, 20),
    )
    PlacementFactory(member=member, cell=cell, from_on=D(2009, 4, 20))
    assert figures.roll(scope, D(2019, 3, 12)).people[0].party_age == 9
    assert figures.roll(scope, D(2019, 3, 13)).people[0].party_age == 10
    assert _bands(figures.roll(scope, D(2019, 3, 13)).party_ages)["10-19"] == 1


def test_party_age_leaves_out_the_time_outside(scope, cell):
    member = factories.MemberFactory()
    MembershipFactory(
        member=member,
        ceremony_on=D(2000, 1, 1),
        official_from=D(2001, 1, 1),
        ended_on=D(2009, 12, 31),
        end_reason="removed",
    )
    MembershipFactory(member=member, ceremony_on=D(2015, 1, 1), official_from=D(2016, 1, 1))
    PlacementFactory(member=member, cell=cell, from_on=D(2015, 1, 1), start_reason="readmission")
    roll = figures.roll(scope, D(2019, 1, 1))
    assert [person.party_age for person in roll.people] == [14]
    assert roll.members.value == 1


def test_roll_of_a_cell_is_part_of_the_committees(scope, cell, other_cell):
    place(cell)
    place(cell)
    place(other_cell)
    roll = figures.roll(scope, DAY)
    assert roll.of_cell(cell).members.ids() == figures.roll(scope.narrow(cell), DAY).members.ids()
    assert roll.of_cell(cell).members.query == (("on", "13/03/2019"), ("cell", str(cell.pk)))


def test_roll_takes_one_statement(scope, cell, django_assert_num_queries):
    for _ in range(3):
        QualificationFactory(member=place(cell))
    with django_assert_num_queries(1):
        roll = figures.roll(scope, DAY)
        assert (roll.graduates.value, len(roll.levels), len(roll.party_ages)) == (3, 7, 5)


def _bands(lines) -> dict[str, int]:
    return {line.key: line.figure.value for line in lines}


# -- flows ----------------------------------------------------------------------------------


def _flows(flow) -> tuple[int, ...]:
    names = ("opening", "founding", "admitted", "moved_in", "moved_out", "left", "closing")
    return tuple(getattr(flow, name).value for name in names)


def test_movement_counts_on_the_effective_day_at_both_edges_of_a_quarter(scope, cell):
    quarter = Period.of_quarter(2019, 1)
    place(cell, from_on=D(2018, 12, 31))
    place(cell, from_on=D(2019, 1, 1))
    place(cell, from_on=D(2019, 3, 31))
    place(cell, from_on=D(2019, 4, 1))
    gone_before = place(cell)
    gone_before.placements.update(to_on=D(2018, 12, 30), end_reason="transfer_out")
    gone_first_day = place(cell)
    gone_first_day.placements.update(to_on=D(2018, 12, 31), end_reason="transfer_out")
    gone_last_day = place(cell)
    gone_last_day.placements.update(to_on=D(2019, 3, 30), end_reason="died")
    gone_after = place(cell)
    gone_after.placements.update(to_on=D(2019, 3, 31), end_reason="died")
    assert _flows(figures.movement(scope, quarter)) == (4, 0, 2, 0, 1, 1, 4)


def test_founding_members_are_no_transfers(scope, cell):
    member = factories.MemberFactory()
    PlacementFactory(member=member, cell=cell, from_on=D(2009, 4, 20), start_reason="founding")

    assert _flows(figures.movement(scope, Period.of_year(2009))) == (0, 1, 0, 0, 0, 0, 1)


def test_internal_transfer_moves_between_cells_not_for_the_committee(scope, cell, other_cell):

    member = place(cell)
    member.placements.update(to_on=D(2018, 6, 30), end_reason="internal")
    PlacementFactory(member=member, cell=other_cell, from_on=D(2018, 7, 1), start_reason="internal")
    year = Period.of_year(2018)
    assert _flows(figures.movement(scope, year)) == (1, 0, 0, 0, 0, 0, 1)
    by_cell = {cell.code: _flows(flow) for cell, flow in figures.movement_by_cell(scope, year)}
    assert by_cell == {"AN": (1, 0, 0, 0, 1, 0, 0), "DT": (0, 0, 0, 1, 0, 0, 1)}


def test_growth_reads_many_days_in_one_statement(scope, cell, django_assert_num_queries):
    QualificationFactory(member=place(cell), obtained_on=D(2012, 7, 1))
    place(cell, from_on=D(2014, 1, 1))
    days = [D(2011, 12, 31), D(2012, 12, 31), D(2014, 12, 31)]
    with django_assert_num_queries(1):
        points = figures.growth(scope, days)
    found = [(p.members.value, p.graduates.value, str(p.percent)) for p in points]
    assert found == [(1, 0, "0.0"), (1, 1, "100.0"), (2, 1, "50.0")]


def test_graduates_by_year_ends_with_the_day_itself(scope, cell):
    days = [point.day for point in figures.graduates_by_year(scope, DAY)]
    assert days == [*(D(year, 12, 31) for year in range(2009, 2019)), DAY]
    assert [p.day for p in figures.graduates_by_year(scope, D(2009, 12, 31))] == [D(2009, 12, 31)]
