"""Secondments, the Party-work team, posts of the committee."""

import datetime as dt

import pytest

from reports import figures
from reports.figures import Scope
from tests.factories import (
    DocumentFactory,
    HostCellFactory,
    LocalityFactory,
    MemberFactory,
    PositionFactory,
    SecondmentFactory,
    place,
)

D = dt.date
DAY = D(2019, 3, 13)


@pytest.fixture
def scope(committee):
    return Scope(committee)


@pytest.fixture
def plan(committee):
    return DocumentFactory(register=committee)


@pytest.fixture
def hosts(committee):
    """Two host cells of a commune, one of a town."""
    commune = LocalityFactory(committee=committee, name="Xã Thử")
    town = LocalityFactory(committee=committee, name="Thị Trấn Thử", kind="town")
    return [*(HostCellFactory(locality=commune) for _ in range(2)), HostCellFactory(locality=town)]


def test_secondments_count_people_at_home_and_places_apart(scope, cell, other_cell, hosts, plan):
    for home, host in [(cell, 0), (cell, 0), (other_cell, 1), (cell, 2)]:
        SecondmentFactory(member=place(home), host_cell=hosts[host], plan=plan)
    seconded = figures.secondments(scope, DAY)
    assert seconded.total.value == 4
    assert {c.code: f.value for c, f in seconded.by_cell} == {"AN": 3, "DT": 1}
    places = (seconded.host_cells, seconded.communes, seconded.towns)
    assert [figure.value for figure in places] == [3, 1, 1]
    assert [(line.figure.value, len(line.hosts)) for line in seconded.localities] == [
        (3, 2),
        (1, 1),
    ]
    assert [home.code for home in seconded.localities[0].hosts[0].home_cells] == ["AN", "AN"]
    assert (seconded.since, seconded.plans) == (D(2016, 4, 1), (plan,))


def test_secondment_counts_on_both_its_ends(scope, cell, hosts, plan):
    SecondmentFactory(
        member=place(cell),
        host_cell=hosts[0],
        plan=plan,
        from_on=D(2017, 2, 1),
        to_on=D(2018, 2, 28),
        end_reason="hết thời hạn",
    )
    days = [D(2017, 1, 31), D(2017, 2, 1), D(2018, 2, 28), D(2018, 3, 1)]
    assert [figures.secondments(scope, day).total.value for day in days] == [0, 1, 1, 0]


def test_secondment_follows_the_member_to_another_cell(scope, cell, other_cell, hosts, plan):
    member = place(cell)
    SecondmentFactory(member=member, host_cell=hosts[0], plan=plan)
    member.placements.update(to_on=D(2018, 6, 30), end_reason="internal")
    member.placements.create(cell=other_cell, from_on=D(2018, 7, 1), start_reason="internal")
    by_day = {
        day: {c.code: f.value for c, f in figures.secondments(scope, day).by_cell}
        for day in (D(2018, 6, 30), D(2018, 7, 1))
    }
    assert by_day == {D(2018, 6, 30): {"AN": 1, "DT": 0}, D(2018, 7, 1): {"AN": 0, "DT": 1}}


def test_secondment_of_someone_who_left_does_not_count(scope, cell, hosts, plan):
    member = place(cell)
    SecondmentFactory(member=member, host_cell=hosts[0], plan=plan)
    member.placements.update(to_on=D(2018, 12, 31), end_reason="transfer_out")
    seconded = figures.secondments(scope, DAY)
    assert (seconded.total.value, seconded.host_cells.value, seconded.since) == (0, 0, None)


def test_secondments_of_a_cell(scope, cell, other_cell, hosts, plan):
    SecondmentFactory(member=place(cell), host_cell=hosts[0], plan=plan)
    SecondmentFactory(member=place(other_cell), host_cell=hosts[1], plan=plan)
    own = figures.secondments(scope.narrow(cell), DAY)
    assert (own.total.value, own.host_cells.value) == (1, 1)
    assert own.total.query == (("on", "13/03/2019"), ("home_cell", str(cell.pk)))


def test_posts_count_members_once_and_by_day(scope, committee, cell):
    titles = ["secretary", "deputy_secretary", "standing_member", "committee_member"]
    for title in titles:
        PositionFactory(member=place(cell), committee=committee, title=title)
    for _ in range(3):
        PositionFactory(
            member=place(cell), committee=committee, title="party_work_team", from_on=D(2017, 6, 1)
        )
    posts = figures.posts(scope, DAY)
    assert (posts.committee.value, posts.standing.value, posts.team.value) == (4, 3, 3)
    assert figures.posts(scope, D(2017, 5, 31)).team.value == 0


def test_small_committee_has_no_standing_committee(scope, committee, cell):
    for title in ("secretary", "deputy_secretary", "committee_member"):
        PositionFactory(member=place(cell), committee=committee, title=title)
    posts = figures.posts(scope, DAY)
    assert (posts.committee.value, posts.standing.value) == (3, 0)


def test_post_of_someone_who_is_no_member_does_not_count(scope, committee):
    PositionFactory(member=MemberFactory(), committee=committee, title="party_work_team")
    assert figures.posts(scope, DAY).team.value == 0


def test_secondments_and_posts_take_few_statements(
    scope, cell, hosts, plan, django_assert_num_queries
):
    for host in hosts:
        SecondmentFactory(member=place(cell), host_cell=host, plan=plan)
    with django_assert_num_queries(3):
        figures.secondments(scope, DAY)
        figures.posts(scope, DAY)
