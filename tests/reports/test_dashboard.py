"""The first page: who may open it, what it says, and that each number opens its rows."""

import datetime as dt

import pytest
from django.urls import reverse

from tests.factories import MeetingFactory, place

D = dt.date
DASHBOARD = "/tong-quan/"


@pytest.mark.parametrize("who", ["secretary", "officer", "inspector"])
def test_dashboard_opens_for_readers(client, request, cell, who):
    client.force_login(request.getfixturevalue(who))
    response = client.get(DASHBOARD)
    assert response.status_code == 200
    assert "Tình hình Đảng bộ ngày 13 tháng 3 năm 2019" in response.text


@pytest.mark.parametrize("who", ["leader", "clerk", "administrator"])
def test_dashboard_is_refused_to_others(client, request, who):
    client.force_login(request.getfixturevalue(who))
    assert client.get(DASHBOARD).status_code == 403


def test_dashboard_asks_for_sign_in(client, committee):
    assert client.get("/").status_code == 302


def test_home_is_the_first_page_of_the_role(client, secretary, leader, administrator):
    client.force_login(secretary)
    assert client.get("/")["Location"] == DASHBOARD
    client.force_login(leader)
    assert client.get("/")["Location"] == reverse("meetings:mine")
    client.force_login(administrator)
    assert client.get("/")["Location"] == reverse("accounts:list")


def test_home_of_an_account_without_a_role_is_refused(client, committee):
    from tests.factories import UserFactory

    client.force_login(UserFactory())
    assert client.get("/").status_code == 403


def test_dashboard_takes_no_post(client, secretary):
    client.force_login(secretary)
    assert client.post(DASHBOARD).status_code == 405


def test_bad_day_says_so_and_shows_the_programs_day(client, secretary, cell):
    client.force_login(secretary)
    page = client.get(DASHBOARD, {"on": "31/02/2019"}).text
    assert "Ngày không có thật" in page
    assert "ngày 13 tháng 3 năm 2019" in page
    assert 'value="31/02/2019"' in page


def test_bad_award_years_say_so(client, secretary, cell):
    client.force_login(secretary)
    page = client.get(DASHBOARD, {"from_year": "2018", "to_year": "2014"}).text
    assert "năm đầu không sau năm cuối" in page
    assert 'name="from_year" value="2018"' in page
    assert 'name="to_year" value="2014"' in page


def test_empty_register_says_what_to_do_first(client, officer, secretary):
    first_step = reverse("members:present")
    for user, is_offered in ((officer, True), (secretary, False)):
        client.force_login(user)
        page = client.get(DASHBOARD).text
        assert "Sổ chưa có đảng viên nào" in page
        assert (f'href="{first_step}"' in page) is is_offered
        assert "Không có việc nào chậm" not in page
        assert "không có đồng chí nào đi tăng cường" in page


def test_share_of_nobody_is_not_shown(client, secretary):
    client.force_login(secretary)
    page = client.get(DASHBOARD).text
    assert "0,0" not in page
    assert '<svg class="chart"' not in page


def test_nothing_late_is_said_once_there_are_members(client, secretary, cell):
    place(cell, from_on=D(2017, 1, 1))
    client.force_login(secretary)
    page = client.get(DASHBOARD, {"on": "01/01/2016"}).text
    assert "Sổ chưa có đảng viên nào" not in page
    assert "Không có việc nào chậm hay sắp đến hạn." in page


def test_day_before_the_founding_shows_nothing(client, secretary, cell):
    place(cell)
    client.force_login(secretary)
    response = client.get(DASHBOARD, {"on": "31/12/2008"})
    assert response.status_code == 200
    assert response.context["page"].headlines[0].figure.value == 0


def test_cells_that_went_up_into_another_are_named(client, secretary, cell, other_cell):
    place(cell)
    place(other_cell)
    type(cell).objects.filter(pk=cell.pk).update(dissolved_on=D(2019, 3, 1))
    client.force_login(secretary)
    headline = client.get(DASHBOARD).context["page"].headlines[0]
    assert headline.figure.value == 1
    assert str(headline.parts[0].text).endswith(f": thôi hoạt động {cell} 01/03/2019.")


def test_strangers_committee_shows_only_its_own(client, stranger, cell):
    place(cell)
    client.force_login(stranger)
    assert client.get(DASHBOARD).context["page"].headlines[1].figure.value == 0
    assert client.get(DASHBOARD, {"committee": cell.committee.code}).status_code == 404


STATEMENTS = 40  # four of them ask who is there and on which day, thirteen what is over its day


def test_the_same_statements_for_few_and_many_rows(
    client, secretary, cell, other_cell, django_assert_num_queries
):
    client.force_login(secretary)
    client.get(DASHBOARD)
    for count in (1, 5):
        for _ in range(count):
            place(cell)
            MeetingFactory(cell=other_cell, kind="thematic", state="held")
        with django_assert_num_queries(STATEMENTS):
            client.get(DASHBOARD)
