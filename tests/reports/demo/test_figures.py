"""The figures of the article, and the tables of the demonstration's past, out of the demonstration's rows."""

import datetime as dt

import pytest

from accounts.models import User
from cells.models import Committee
from partyunit.dates import Period
from reports import figures
from reports.figures import Scope
from reports.secondments.sentence import sentence
from tests.reports.dashboard_links import number_links, wrong_links

D = dt.date
DAY = D(2019, 3, 13)
CELLS = [
    "Tổng hợp",
    "An ninh",
    "Điều tra",
    "Quản lý hành chính",
    "Giao thông – Trật tự",
    "Công an thị trấn",
    "Thi hành án",
    "Phong trào",
]
pytestmark = pytest.mark.slow


@pytest.fixture
def scope(demonstration):
    return Scope(Committee.objects.get())


def test_article_figures_on_its_day(scope):
    found = figures.summary(scope, DAY, first_year=2014, last_year=2018)
    by_name = {cell.code: cell.name for cell in scope.all_cells}
    seconded = {by_name[code]: count for code, count in found["seconded_by_cell"].items()}
    plain = {key: found[key] for key in ARTICLE}
    assert plain == ARTICLE
    assert seconded == dict(zip(CELLS, [0, 2, 1, 1, 2, 2, 0, 4], strict=True))
    assert [(row["collective"], row["individual"]) for row in found["awards"]] == [
        (12, 14),
        (1, 19),
        (10, 39),
    ]


ARTICLE = {
    "cells": 8,
    "members": 113,
    "official": 107,
    "probationary": 6,
    "graduates": 101,
    "graduate_percent": 89.4,
    "seconded": 12,
    "host_cells": 10,
    "communes": 4,
    "towns": 1,
    "party_work_team": 3,
    "model_meetings": 1,
    "title_streak": 5,
    "committee_awards": 1,
}

# cell: members, master, bachelor, college, intermediate, none, probationary; awards of ministry, province, director
OF_CELLS = {
    "Tổng hợp": (15, 1, 13, 0, 0, 1, 1, 2, 3, 5),
    "An ninh": (14, 1, 12, 0, 1, 0, 0, 2, 3, 5),
    "Điều tra": (20, 2, 17, 0, 1, 0, 2, 4, 4, 7),
    "Quản lý hành chính": (13, 0, 11, 1, 1, 0, 0, 1, 2, 5),
    "Giao thông – Trật tự": (16, 1, 14, 0, 1, 0, 1, 1, 2, 6),
    "Công an thị trấn": (13, 0, 12, 0, 1, 0, 1, 2, 2, 4),
    "Thi hành án": (11, 0, 8, 1, 1, 1, 0, 1, 1, 4),
    "Phong trào": (11, 0, 9, 1, 1, 0, 1, 1, 2, 3),
}


def test_cells_on_the_day(scope):
    roll, found = figures.roll(scope, DAY), {}
    for cell in figures.cells_of(scope, DAY):
        own = roll.of_cell(cell)
        levels = [own.level(level).value for level in (50, 40, 30, 20, None)]
        table = figures.award_table(scope.narrow(cell), DAY, first_year=2014, last_year=2018)
        awards = [line.individual.value for line in table.lines]
        found[cell.name] = (own.members.value, *levels, own.probationary.value, *awards)
    assert found == OF_CELLS


# year: members by cell, graduates by cell, admitted, moved in, moved out, left
GROWTH = {
    2009: ("12 9 11 9", "4 3 3 1", 3, 2, 2, 0),
    2010: ("13 10 12 6 6", "5 4 4 1 1", 5, 4, 3, 0),
    2011: ("15 11 13 8 7", "7 5 5 2 2", 6, 4, 3, 0),
    2012: ("11 11 14 7 8 5 5", "7 6 7 2 3 2 2", 6, 5, 3, 1),
    2013: ("12 11 15 8 9 7 7", "8 7 9 4 4 3 3", 7, 5, 4, 0),
    2014: ("13 12 16 9 11 8 8", "10 9 11 5 6 4 4", 7, 6, 4, 1),
    2015: ("12 12 17 9 12 9 8 6", "10 9 13 6 8 6 5 3", 7, 6, 5, 0),
    2016: ("13 13 17 10 13 10 9 8", "11 11 14 7 9 8 6 6", 7, 7, 5, 1),
    2017: ("14 13 19 11 14 12 10 9", "13 12 17 9 12 10 7 6", 8, 7, 5, 1),
    2018: ("15 14 19 12 16 13 11 10", "14 13 18 10 15 12 8 7", 7, 6, 5, 0),
    2019: ("15 14 20 13 16 13 11 11", "14 13 19 11 15 12 8 9", 1, 4, 2, 0),
}


@pytest.mark.parametrize("year", GROWTH)
def test_growth_by_year_and_cell(scope, year):
    members, graduates, *flows = GROWTH[year]
    last = DAY if year == DAY.year else D(year, 12, 31)
    roll = figures.roll(scope, last)
    rolls = [own for _cell, own in roll.by_cell(figures.cells_of(scope, last))]
    assert " ".join(str(own.members) for own in rolls) == members
    assert " ".join(str(own.graduates) for own in rolls) == graduates
    flow = figures.movement(scope, Period(D(year, 1, 1), last))
    assert [
        flow.admitted.value,
        flow.moved_in.value,
        flow.moved_out.value,
        flow.left.value,
    ] == flows
    assert flow.founding.value == (38 if year == 2009 else 0)


def test_founding_day(scope):
    roll = figures.roll(scope, D(2009, 4, 20))
    assert figures.cells(scope, roll.day).value == 4
    assert (roll.members.value, roll.graduates.value) == (38, 9)
    assert figures.roll(scope, D(2009, 4, 19)).members.value == 0


@pytest.mark.parametrize(
    ("year", "collective", "individual"),
    [(2014, 4, 11), (2015, 4, 14), (2016, 5, 15), (2017, 5, 16), (2018, 5, 16)],
)
def test_awards_by_year(scope, year, collective, individual):
    found = figures.award_table(scope, DAY, first_year=year, last_year=year)
    assert (found.collective.value, found.individual.value) == (collective, individual)


def test_other_years_hold_awards_too(scope):
    wide = figures.award_table(scope, DAY, first_year=2013, last_year=2019)
    assert (wide.collective.value, wide.individual.value) > (23, 72)


@pytest.mark.parametrize(
    ("day", "streak"),
    [(DAY, 5), (D(2018, 12, 31), 4), (D(2014, 12, 31), 0), (D(2009, 12, 31), 0)],
)
def test_title_streak_of_the_day(scope, day, streak):
    assert figures.title_streak(scope, day).figure.value == streak


def test_sentence_of_the_article(demonstration):
    found = figures.secondments(Scope(demonstration, named_on=DAY), DAY)
    town = next(cell for cell in Scope(demonstration).all_cells if cell.code == "CB06")
    assert sentence(found, named=town, is_linked=False) == (
        "12 đồng chí, trong đó 2 đồng chí của Chi bộ Công an thị trấn, "
        "tham gia sinh hoạt tại 10 chi bộ của 4 xã và 1 thị trấn."
    )


def test_secondment_by_locality(scope):
    seconded = figures.secondments(scope, DAY)
    found = {
        str(line.locality): {host.host_cell.name: len(host.home_cells) for host in line.hosts}
        for line in seconded.localities
    }
    assert found == {
        "Xã Mường Pha": {"Nà Lại": 1, "Hua Cuổi": 1, "Phiêng Bay": 1},
        "Xã Nậm Sang": {"Nà Ún": 2, "Bản Mới": 1},
        "Xã Tà Pha": {"Noong Kim": 1, "Huổi Luông": 1},
        "Xã Hua Mít": {"Co Muông": 2},
        "Thị trấn Tân Uyên": {"Tổ 4": 1, "Tổ 17": 1},
    }
    assert [plan.number for plan in seconded.plans] == ["14/KH-CAH"]
    assert seconded.since == D(2016, 4, 1)


def test_committee_and_meetings(scope):
    posts = figures.posts(scope, DAY)
    assert (posts.committee.value, posts.standing.value) == (11, 3)
    board = figures.board(scope, DAY)
    assert len(board.not_met) == 5
    past = [mark for row in board.rows for mark in row.marks[:-1]]
    assert all(mark.kind == "held" for mark in past)


def test_dashboard_statements(client, demonstration, django_assert_max_num_queries):
    client.force_login(User.objects.get(username="bithu"))
    client.get("/tong-quan/")
    with django_assert_max_num_queries(45):
        client.get("/tong-quan/")


@pytest.mark.parametrize("on", ["13/03/2019", "31/12/2013", "31/12/2009"])
def test_every_number_of_the_dashboard_opens_its_rows(client, demonstration, on):
    client.force_login(User.objects.get(username="bithu"))
    html = client.get("/tong-quan/", {"on": on}).text
    assert len(number_links(html)) >= 20
    assert wrong_links(client, html) == []


# Members who became official while in a cell of the committee, by year.
RECOGNISED = dict(zip(range(2009, 2019), [0, 3, 5, 7, 6, 8, 8, 7, 8, 10], strict=True))


def test_recognitions_of_the_years(scope):
    found = {
        year: figures.movement(scope, Period.of_year(year)).recognised.value for year in RECOGNISED
    }
    assert found == RECOGNISED
