"""The page of a transfer into the committee."""

import pytest
from django.urls import reverse

from members.models import Member
from tests.members.people import day

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(client, officer, cell):
    client.force_login(officer)
    typed = {
        "full_name": "Đỗ Công Đạt",
        "sex": "male",
        "born_on": "1989",
        "ethnicity": "Kinh",
        "cell": cell.pk,
        "on": "03/04/2018",
        "came_from": "Chi bộ Học viện",
        "decision_on": "2012",
        "ceremony_on": "19/05/2012",
        "official_from": "19/05/2013",
    }
    return lambda **changes: client.post(reverse("members:transfer_in"), {**typed, **changes})


def test_transfer_in_works(ask):
    assert ask(decision_on="10/05/2012").status_code == 302
    member = Member.objects.get()
    assert member.placements.get().from_on == day("03/04/2018")
    assert member.memberships.get().official_from == day("19/05/2013")


def test_decision_known_only_by_its_year(ask):
    assert ask().status_code == 302
    assert str(Member.objects.get().memberships.get().decision_on) == "2012"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"on": "18/05/2012"}, "on"),
        ({"ceremony_on": "14/03/2019", "on": "15/03/2019"}, "ceremony_on"),
        ({"came_from": ""}, "came_from"),
        ({"on": "31/06/2018"}, "on"),
    ],
)
def test_bad_input_is_told_beside_its_field(ask, changes, field):
    answer = ask(**changes)
    assert field in answer.context["form"].errors
    assert 'value="Đỗ Công Đạt"' in answer.content.decode()
    assert not Member.objects.exists()


def test_same_name_and_birthday_is_asked_before_it_is_stored(ask):
    ask()
    answer = ask(full_name="Đỗ Công đạt")
    assert "Trong sổ đã có đồng chí" in answer.context["form"].errors["full_name"][0]
    assert 'name="is_another"' in answer.content.decode()
    assert Member.objects.count() == 1
    assert ask(is_another="on").status_code == 302
    assert Member.objects.count() == 2


def test_official_before_the_ceremony_is_refused(ask):
    answer = ask(official_from="19/05/2011")
    assert "Ngày chính thức phải sau" in answer.content.decode()
    assert not Member.objects.exists()
