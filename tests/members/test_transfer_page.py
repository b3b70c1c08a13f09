"""The page that moves a member to another cell."""

import pytest
from django.urls import reverse

from members import services
from tests import factories
from tests.members.people import TODAY, day

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(client, officer, member, other_cell):
    client.force_login(officer)
    url = reverse("members:transfer", args=[member.pk])
    typed = {"to_cell": other_cell.pk, "on": "03/04/2018"}
    return lambda **changes: client.post(url, {**typed, **changes})


def test_transfer_works_on_the_third_of_april(ask, member, other_cell):
    assert ask().status_code == 302
    new = member.placements.last()
    assert (new.cell, new.from_on) == (other_cell, day("03/04/2018"))
    assert member.placements.first().to_on == day("02/04/2018")


def test_second_transfer_on_one_day_is_told_beside_the_day(ask, member, cell, other_cell, officer):
    services.transfer_member(
        member=member, recorded_on=TODAY, to_cell=other_cell, on=day("03/04/2018"), by=officer
    )
    answer = ask(to_cell=cell.pk)
    sentence = answer.context["form"].errors["on"][0]
    assert "Hãy hủy lần ghi đó trước" in sentence
    assert 'value="03/04/2018"' in answer.content.decode()
    assert member.placements.count() == 2


@pytest.mark.parametrize("on", ["31/04/2018", "2018", "", "3 tháng 4"])
def test_impossible_day_is_told_beside_the_field(ask, member, on):
    answer = ask(on=on)
    assert "on" in answer.context["form"].errors
    assert on in answer.content.decode()
    assert member.placements.count() == 1


def test_day_before_the_member_came_is_refused(ask):
    assert "chưa sinh hoạt" in ask(on="01/01/2015").context["form"].errors["on"][0]


def test_page_says_what_will_happen(client, officer, member):
    client.force_login(officer)
    page = client.get(reverse("members:transfer", args=[member.pk])).content.decode()
    assert "Chức vụ đang giữ ở chi bộ cũ kết thúc" in page
    assert "đang sinh hoạt tại" in page


def test_own_cell_is_no_choice(client, officer, member, cell, other_cell):
    """After a move the earlier cell is a choice again, the new one is not."""
    client.force_login(officer)
    url = reverse("members:transfer", args=[member.pk])

    def choices():
        return list(client.get(url).context["form"].fields["to_cell"].queryset)

    assert choices() == [other_cell]
    services.transfer_member(
        member=member, recorded_on=TODAY, to_cell=other_cell, on=day("03/04/2018"), by=officer
    )
    assert choices() == [cell]


def test_only_who_holds_a_post_in_the_cell_is_asked_what_was_handed_over(
    client, officer, member, cell
):
    client.force_login(officer)
    url = reverse("members:transfer", args=[member.pk])
    assert "handover" not in client.get(url).context["form"].fields
    factories.PositionFactory(member=member, cell=cell, title="cell_deputy")
    assert "handover" in client.get(url).context["form"].fields
