"""Secondments, village cells and localities of a day."""

import pytest
from django.urls import reverse

from members import services
from tests import factories
from tests.members.people import TODAY, admit, day

pytestmark = pytest.mark.django_db


@pytest.fixture
def seconded(cell, other_cell, committee, plan, host_cell, officer):
    """Two in one commune, one of them in the same village cell as a third of the other cell; one in town."""
    town = factories.LocalityFactory(committee=committee, kind="town", name="Phố Thử")
    street = factories.HostCellFactory(locality=town, name="Tổ Thử")
    for name, home, host, on in (
        ("Lò Văn Một", cell, host_cell, "01/04/2016"),
        ("Lò Văn Hai", other_cell, host_cell, "01/02/2017"),
        ("Lò Văn Ba", cell, street, "01/04/2016"),
    ):
        member = admit(home, officer, name=name)
        services.second_member(member=member, host_cell=host, plan=plan, on=day(on), by=officer)
    return street


def count(client, user, name, **query):
    client.force_login(user)
    return client.get(reverse(f"members:{name}"), query).context["listing"].count


def test_lists_of_a_day(client, officer, seconded):
    assert count(client, officer, "secondments") == 3
    assert count(client, officer, "secondments", on="31/01/2017") == 2
    assert count(client, officer, "secondments", on="31/03/2016") == 0
    assert count(client, officer, "host_cells") == 2
    assert count(client, officer, "localities") == 2
    assert count(client, officer, "localities", kind="town") == 1
    assert count(client, officer, "localities", on="31/03/2016") == 0


def test_conditions(client, officer, seconded, cell, host_cell):
    assert count(client, officer, "secondments", home_cell=cell.pk) == 2
    assert count(client, officer, "secondments", host_cell=host_cell.pk) == 2
    assert count(client, officer, "secondments", locality=host_cell.locality_id) == 2
    assert count(client, officer, "secondments", q="lo van ba") == 1
    assert count(client, officer, "host_cells", locality=host_cell.locality_id) == 1


def test_one_who_left_is_not_counted(client, officer, seconded, cell):
    member = cell.placements.get(member__full_name="Lò Văn Một").member
    services.transfer_out(
        member=member, recorded_on=TODAY, on=day("01/03/2019"), went_to="Tỉnh", by=officer
    )
    assert count(client, officer, "secondments") == 2


def test_a_year_and_the_state_widen_the_list(client, officer, seconded, cell):
    first = cell.placements.get(member__full_name="Lò Văn Một").member.secondments.get()
    services.end_secondment(
        secondment=first, on=day("01/06/2018"), reason="hết thời hạn", by=officer
    )
    assert count(client, officer, "secondments") == 2
    assert count(client, officer, "secondments", state="ended") == 1
    assert count(client, officer, "secondments", state="all") == 3
    assert count(client, officer, "secondments", year="2018") == 3
    assert count(client, officer, "secondments", year="2019") == 2
    assert count(client, officer, "secondments", year="2016") == 2
    assert count(client, officer, "secondments", year="2018", state="ended") == 1


def test_conditions_of_plan_kind_and_report(client, officer, seconded, plan, cell):
    row = cell.placements.get(member__full_name="Lò Văn Ba").member.secondments.get()
    services.report_month(
        secondment=row,
        month=day("01/03/2019"),
        handed_in_on=day("12/03/2019"),
        meetings_attended=1,
        work="Dự sinh hoạt.",
        recorded_on=TODAY,
        by=officer,
    )
    assert count(client, officer, "secondments", plan=plan.pk) == 3
    assert count(client, officer, "secondments", kind="transferred") == 0
    assert count(client, officer, "secondments", owes="1") == 2
    assert count(client, officer, "secondments", owes="0") == 1
    assert count(client, officer, "secondments", owes="0", on="28/02/2019") == 0


def test_counts_stand_in_the_rows(client, officer, seconded, host_cell):
    client.force_login(officer)
    hosts = client.get(reverse("members:host_cells")).context["listing"].rows
    assert {row.record.name: row.record.seconded for row in hosts} == {"Nà Thử": 2, "Tổ Thử": 1}
    places = client.get(reverse("members:localities")).context["listing"].rows
    assert {row.record.name: (row.record.hosts, row.record.seconded) for row in places} == {
        "Mường Thử": (1, 2),
        "Phố Thử": (1, 1),
    }


def test_leader_sees_own_members_only(client, leader, seconded):
    assert count(client, leader, "secondments") == 2
    assert count(client, leader, "host_cells") == 2


def test_stranger_sees_nothing(client, stranger, seconded):
    for name in ("secondments", "host_cells", "localities"):
        assert count(client, stranger, name) == 0


def test_administrator_is_refused(client, administrator, seconded):
    client.force_login(administrator)
    for name in ("secondments", "host_cells", "localities"):
        assert client.get(reverse(f"members:{name}")).status_code == 403


def test_state_left_open_says_what_the_list_shows(client, officer, seconded):
    client.force_login(officer)
    page = client.get(reverse("members:secondments")).text
    assert '<option value="" selected>đang tăng cường</option>' in page
    papers = client.get(reverse("documents:list")).text
    assert '<option value="" selected>Đã ban hành</option>' in papers
