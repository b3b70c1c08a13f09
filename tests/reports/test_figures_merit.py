"""Awards by authority, running titles, papers."""

import datetime as dt

import pytest

from partyunit.dates import Period
from reports import figures
from reports.figures import Scope
from tests.factories import AwardFactory, DocumentFactory, OfficeUnitFactory, TitleFactory, place

D = dt.date
DAY = D(2019, 3, 13)


@pytest.fixture
def scope(committee):
    return Scope(committee)


def table(scope, day=DAY, first=2014, last=2018) -> dict[tuple[str, str], tuple[int, int]]:
    found = figures.award_table(scope, day, first_year=first, last_year=last)
    rows = {(n.authority, n.form): (n.collective.value, n.individual.value) for n in found.lines}
    sums = [sum(pair) for pair in zip(*rows.values(), strict=True)]
    assert sums == [found.collective.value, found.individual.value]
    return rows


def test_award_table_counts_by_award_year_not_decision(scope, committee, cell):
    member, unit = place(cell), OfficeUnitFactory(committee=committee)
    for year, decided in [(2013, D(2014, 1, 5)), (2014, D(2014, 12, 1)), (2018, D(2019, 1, 5))]:
        AwardFactory(register=committee, member=member, award_year=year, decided_on=decided)
    AwardFactory(
        register=committee, member=None, office_unit=unit, authority="ministry", form="merit"
    )
    AwardFactory(register=committee, member=None, cell=cell, authority="ministry", form="merit")
    assert table(scope) == {
        ("ministry", "merit"): (2, 0),
        ("province", "merit"): (0, 0),
        ("director", "commendation"): (0, 2),
    }


def test_award_table_counts_what_was_decided_by_the_day(scope, committee, cell):
    AwardFactory(register=committee, member=place(cell), decided_on=DAY)
    key = ("director", "commendation")
    assert [table(scope, day)[key][1] for day in (D(2019, 3, 12), DAY)] == [0, 1]


def test_award_table_leaves_out_other_lines_and_the_committee_itself(scope, committee, cell):
    AwardFactory(register=committee, member=place(cell), line="party")
    AwardFactory(register=committee, member=place(cell), line="union")
    AwardFactory(register=committee, member=None, committee=committee, line="state")
    assert set(table(scope).values()) == {(0, 0)}
    assert figures.committee_awards(scope, DAY).value == 1


def test_award_table_adds_a_line_for_another_form(scope, committee, cell):
    AwardFactory(
        register=committee, member=place(cell), line="state", authority="other", form="medal"
    )
    assert table(scope)["other", "medal"] == (0, 1)


def test_award_counts_each_time_it_is_given(scope, committee, cell):
    member = place(cell)
    for year in (2016, 2017):
        AwardFactory(register=committee, member=member, award_year=year, decided_on=D(year, 12, 1))
    assert table(scope)["director", "commendation"] == (0, 2)
    years = [table(scope, first=year, last=year) for year in (2016, 2017, 2018)]
    assert [year["director", "commendation"][1] for year in years] == [1, 1, 0]


def test_awards_of_a_cell_are_its_own_and_its_members_of_the_day(
    scope, committee, cell, other_cell
):
    unit = OfficeUnitFactory(committee=committee, cell=cell)
    AwardFactory(register=committee, member=place(cell))
    AwardFactory(register=committee, member=place(other_cell))
    AwardFactory(register=committee, member=None, office_unit=unit)
    AwardFactory(register=committee, member=None, cell=other_cell)
    assert table(scope.narrow(cell))["director", "commendation"] == (1, 1)


def streak(scope, day) -> int:
    return figures.title_streak(scope, day).figure.value


def test_streak_counts_titles_decided_by_the_day(scope, committee):
    for year in (2012, 2014, 2015, 2016):
        TitleFactory(committee=committee, year=year, decided_on=D(year + 1, 2, 1))
    assert [streak(scope, day) for day in (D(2017, 1, 31), D(2017, 2, 1), D(2012, 12, 31))] == [
        2,
        3,
        0,
    ]
    found = figures.title_streak(scope, D(2017, 2, 1))
    assert (found.first_year, found.last_year) == (2014, 2016)


def test_streak_of_long_ago_no_longer_runs(scope, committee):
    TitleFactory(committee=committee, year=2014, decided_on=D(2015, 2, 1))
    assert [streak(scope, D(year, 6, 1)) for year in (2015, 2016, 2017)] == [1, 1, 0]


def test_lesser_title_breaks_the_streak(scope, committee):
    for year, name in [(2016, "exemplary"), (2017, "strong"), (2018, "exemplary")]:
        TitleFactory(committee=committee, year=year, name=name, decided_on=D(year + 1, 1, 20))
    assert streak(scope, DAY) == 1


def test_title_of_a_cell_is_its_own(scope, cell):
    TitleFactory(committee=None, cell=cell)
    assert (streak(scope, DAY), streak(scope.narrow(cell), DAY)) == (0, 1)


def test_documents_by_stance_in_the_period(scope, committee):
    for day in (D(2018, 12, 31), D(2019, 1, 1), D(2019, 3, 31), D(2019, 4, 1)):
        DocumentFactory(register=committee, stance="advised", issued_on=day)
    DocumentFactory(register=committee, stance="drawn_up", issued_on=D(2019, 2, 1))
    lines = figures.documents(scope, Period.of_quarter(2019, 1))
    assert {line.key: line.figure.value for line in lines} == {
        "issued": 0,
        "advised": 2,
        "drawn_up": 1,
        "received": 0,
    }
