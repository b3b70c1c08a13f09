"""The page of recognition."""

import pytest
from django.urls import reverse

from tests import factories
from tests.members.people import admit, day

pytestmark = pytest.mark.django_db


@pytest.fixture
def new_member(cell, officer):
    return admit(cell, officer, on="10/03/2018", official=False)


@pytest.fixture
def ask(client, officer, new_member):
    client.force_login(officer)
    url = reverse("members:recognise", args=[new_member.pk])
    return lambda on: client.post(url, {"decision_on": on})


def test_recognition_works(ask, new_member):
    assert ask("12/03/2019").status_code == 302
    assert new_member.memberships.get().official_from == day("10/03/2019")


@pytest.mark.parametrize("on", ["09/03/2019", "14/03/2019", "30/02/2019"])
def test_wrong_day_is_told_beside_the_field(ask, new_member, on):
    answer = ask(on)
    assert "decision_on" in answer.context["form"].errors
    assert f'value="{on}"' in answer.content.decode()
    assert new_member.memberships.get().official_from is None


def test_page_names_the_day_by_the_rule(client, officer, new_member):
    client.force_login(officer)
    page = client.get(reverse("members:recognise", args=[new_member.pk])).content.decode()
    assert "10/03/2019" in page
    assert "Điều lệ Đảng" in page


def test_detail_offers_recognition_only_to_the_probationary(client, officer, new_member, member):
    client.force_login(officer)
    for one, is_offered in ((new_member, True), (member, False)):
        page = client.get(reverse("members:detail", args=[one.pk])).content.decode()
        assert (reverse("members:recognise", args=[one.pk]) in page) is is_offered


def test_page_names_the_rolls_that_go_on_showing_probation(client, officer, new_member, cell):
    """Official from 10/03/2019: the roll of that day is closed with the member on probation."""
    for on in ("05/02/2019", "10/03/2019"):
        meeting = factories.MeetingFactory(cell=cell, meets_on=day(on), state="held")
        factories.AttendanceFactory(meeting=meeting, member=new_member, standing="probationary")
        factories.MinutesFactory(meeting=meeting, state="submitted")
    client.force_login(officer)
    page = client.get(reverse("members:recognise", args=[new_member.pk])).content.decode()
    assert "danh sách giữ nguyên: Chi bộ An ninh ngày 10/03/2019." in page
