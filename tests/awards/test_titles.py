"""Titles of the year."""

import pytest
from django.urls import reverse

from awards.models import Title

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(client, officer, committee):
    client.force_login(officer)
    typed = {
        "owner": f"committee:{committee.pk}",
        "name": "exemplary",
        "year": "2018",
        "decided_on": "03/02/2019",
    }
    return lambda **changes: client.post(reverse("awards:title_create"), {**typed, **changes})


def test_title_is_given_once_a_year(ask, committee):
    assert ask().status_code == 302
    assert Title.objects.get().committee == committee
    assert "Năm này đã có danh hiệu" in ask().content.decode()
    assert Title.objects.count() == 1


def test_title_of_a_cell(ask, cell):
    assert ask(owner=f"cell:{cell.pk}").status_code == 302
    assert Title.objects.get().cell == cell


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"decided_on": "03/04/2019"}, "decided_on"),
        ({"year": "2019", "decided_on": "03/02/2018"}, "year"),
    ],
)
def test_bad_input_is_told_beside_its_field(ask, changes, field):
    assert field in ask(**changes).context["form"].errors
    assert not Title.objects.exists()


def test_list_holds_what_was_decided_by_the_day(client, ask, officer, leader, stranger, cell):
    ask()
    ask(owner=f"cell:{cell.pk}", decided_on="10/02/2019")

    def count(user, **query):
        client.force_login(user)
        return client.get(reverse("awards:titles"), query).context["listing"].count

    assert count(officer) == 2
    assert count(officer, on="09/02/2019") == 1
    assert count(officer, recipient="committee") == 1
    assert count(officer, from_year="2019") == 0
    assert count(leader) == 2
    assert count(stranger) == 0


def test_voided_title_may_be_given_again(client, ask, officer):
    ask()
    title = Title.objects.get()
    url = reverse("awards:title_void", args=[title.pk])
    assert client.post(url, {"reason": "sai năm", "version": title.version}).status_code == 302
    assert ask().status_code == 302
    assert Title.objects.valid().count() == 1


def test_rights(client, ask, inspector, leader, stranger):
    ask()
    title = Title.objects.get()
    for user, page, void in ((inspector, 200, 403), (leader, 200, 403), (stranger, 404, 404)):
        client.force_login(user)
        assert client.get(reverse("awards:title_detail", args=[title.pk])).status_code == page
        assert client.get(reverse("awards:title_update", args=[title.pk])).status_code == void
        assert client.post(reverse("awards:title_void", args=[title.pk])).status_code == void
