"""The masthead's box finds members, cells, meetings and papers in one's own scope."""

import datetime as dt

import pytest
from django.urls import reverse

from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def found(client):
    def ask(user, words):
        client.force_login(user)
        page = client.get(reverse("reports:search"), {"q": words})
        assert page.status_code == 200
        return {
            str(kind.heading): [hit.text for hit in kind.hits] for kind in page.context["found"]
        }

    return ask


@pytest.fixture
def rows(committee, cell, other_cell):
    """A member of the cell, one of the other, one who left, a meeting and a paper about harvest."""
    left = factories.place(other_cell, full_name="Đào Văn Ân")
    left.placements.update(to_on=dt.date(2018, 1, 1), end_reason="transfer_out")
    return {
        "member": factories.place(cell, full_name="Đào Thị Mùa", card_no="38001235"),
        "other": factories.place(other_cell, full_name="Đào Văn Bắc"),
        "left": left,
        "meeting": factories.MeetingFactory(cell=cell, topic="Bàn việc mùa vụ"),
        "paper": factories.DocumentFactory(register=committee, summary="Giúp dân thu hoạch mùa vụ"),
    }


def test_words_are_found_in_every_kind(found, officer, rows):
    answer = found(officer, "mua")
    assert answer["Đảng viên"] == ["Đào Thị Mùa"]
    assert answer["Cuộc họp"] == [rows["meeting"].title]
    assert answer["Văn bản"] == ["14/KH-CAH"]


def test_who_left_is_found_too(found, officer, rows):
    assert found(officer, "dao van")["Đảng viên"] == ["Đào Văn Ân", "Đào Văn Bắc"]


def test_cell_is_found_by_its_name(found, officer, cell):
    assert found(officer, cell.name)["Chi bộ"] == [cell.name]


def test_number_is_found_by_its_last_four(found, officer, rows):
    assert found(officer, "1235") == {"Đảng viên": ["Đào Thị Mùa"]}


def test_leader_finds_own_cell_only(found, leader, rows):
    answer = found(leader, "dao")
    assert answer["Đảng viên"] == ["Đào Thị Mùa"]


def test_stranger_finds_nothing(found, stranger, rows):
    assert found(stranger, "dao") == found(stranger, "mua") == {}


def test_administrator_is_refused(client, administrator):
    client.force_login(administrator)
    assert client.get(reverse("reports:search"), {"q": "dao"}).status_code == 403


def test_post_is_refused(client, officer):
    client.force_login(officer)
    assert client.post(reverse("reports:search"), {"q": "dao"}).status_code == 405


def test_nothing_found_says_what_can_be_searched(client, officer):
    client.force_login(officer)
    page = client.get(reverse("reports:search"), {"q": "khong ai ca"}).content.decode()
    assert "Không thấy gì khớp" in page


@pytest.mark.parametrize("words", ["", "   ", "\x00"])
def test_no_words_find_nothing(found, officer, rows, words):
    assert found(officer, words) == {}


def test_other_conditions_in_the_address_are_passed_over(client, officer, rows):
    client.force_login(officer)
    page = client.get(reverse("reports:search"), {"q": "dao", "sex": "female", "on": "x"})
    assert page.context["found"][0].hits


def test_more_than_a_page_leads_to_the_list(client, officer, cell):
    for n in range(13):
        factories.place(cell, full_name="Lò Văn " + "ABCDEĐGHIKLMN"[n])
    client.force_login(officer)
    (kind,) = client.get(reverse("reports:search"), {"q": "lo van"}).context["found"]
    assert len(kind.hits) == 12
    assert kind.list_url == "/dang-vien/?q=lo+van"


@pytest.mark.parametrize("count", [1, 11])
def test_search_costs_the_same_for_any_number_of_rows(
    client, officer, committee, cell, django_assert_num_queries, count
):
    for _n in range(count):
        factories.place(cell, full_name="Lò Văn Mùa")
    client.force_login(officer)
    # frame 4 · choices and rows of members 2, cells 1, meetings 5, papers 3
    with django_assert_num_queries(15):
        client.get(reverse("reports:search"), {"q": "mua"})


def test_box_of_the_masthead_leads_here(client, officer):
    client.force_login(officer)
    assert 'action="/tim/"' in client.get(reverse("cells:list")).content.decode()
