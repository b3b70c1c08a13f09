"""Leaving: transfer out, end of membership, coming back, admission again, undoing a leaving."""

import pytest
from django.urls import reverse

from members import services
from tests import factories
from tests.members.people import TODAY, day

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(client, officer, member):
    client.force_login(officer)
    return lambda act, **typed: client.post(reverse(f"members:{act}", args=[member.pk]), typed)


def test_transfer_out_works(ask, member):
    assert ask("transfer_out", went_to="Đảng bộ nơi khác", on="01/03/2018").status_code == 302
    placement = member.placements.get()
    assert (placement.to_on, placement.went_to) == (day("28/02/2018"), "Đảng bộ nơi khác")


def test_transfer_out_without_a_place_is_refused(ask):
    answer = ask("transfer_out", went_to="", on="01/03/2018")
    assert "went_to" in answer.context["form"].errors
    assert 'value="01/03/2018"' in answer.content.decode()


def test_end_of_membership_works(ask, member):
    assert ask("end_membership", reason="died", on="01/03/2018").status_code == 302
    assert member.memberships.get().ended_on == day("28/02/2018")


def test_end_on_the_day_of_the_ceremony_is_refused(ask):
    answer = ask("end_membership", reason="died", on="03/02/2015")
    assert "on" in answer.context["form"].errors


def test_unknown_reason_is_refused(ask):
    answer = ask("end_membership", reason="khác", on="03/02/2018")
    assert "reason" in answer.context["form"].errors


def test_coming_back_works(ask, member, other_cell, officer):
    services.transfer_out(
        member=member, recorded_on=TODAY, on=day("01/03/2017"), went_to="Tỉnh", by=officer
    )
    answer = ask("come_back", cell=other_cell.pk, on="01/03/2018", came_from="Tỉnh")
    assert answer.status_code == 302
    assert member.placements.last().cell == other_cell


def test_coming_back_while_here_is_refused(ask, other_cell):
    answer = ask("come_back", cell=other_cell.pk, on="01/03/2018", came_from="Tỉnh")
    assert "on" in answer.context["form"].errors


def test_admission_again_works(ask, member, cell, officer):
    services.end_membership(
        member=member, recorded_on=TODAY, reason="removed", on=day("01/03/2016"), by=officer
    )
    answer = ask("readmit", cell=cell.pk, decision_on="01/03/2019", ceremony_on="10/03/2019")
    assert answer.status_code == 302
    assert member.memberships.count() == 2


def test_undoing_a_leaving_works(client, member, officer):
    services.end_membership(
        member=member, recorded_on=TODAY, reason="removed", on=day("01/03/2018"), by=officer
    )
    placement = member.placements.get()
    client.force_login(officer)
    url = reverse("members:undo_leaving", args=[placement.pk])
    typed = {"version": placement.version, "reason": "ghi nhầm người"}
    assert client.post(url, typed).status_code == 302
    assert member.placements.get().to_on is None
    assert member.memberships.get().ended_on is None


def test_page_of_one_who_left_offers_the_way_back(client, member, officer):
    services.transfer_out(
        member=member, recorded_on=TODAY, on=day("01/03/2018"), went_to="Tỉnh", by=officer
    )
    client.force_login(officer)
    page = client.get(reverse("members:detail", args=[member.pk])).content.decode()
    assert reverse("members:come_back", args=[member.pk]) in page
    assert reverse("members:transfer", args=[member.pk]) not in page
    assert "(chuyển đi, Tỉnh)" in page


def test_page_that_undoes_names_each_row_once(client, member, officer):
    factories.ResidenceContactFactory(member=member)
    factories.PositionFactory(member=member, cell=member.placements.get().cell)
    services.end_membership(
        member=member, recorded_on=TODAY, reason="removed", on=day("01/03/2018"), by=officer
    )
    client.force_login(officer)
    url = reverse("members:undo_leaving", args=[member.placements.get().pk])
    (told,) = (line for line in client.get(url).context["effects"] if "tiếp tục" in line)
    assert told.count(f"{member}: ") == 2


@pytest.mark.parametrize("act", ["transfer", "transfer_out", "end_membership"])
def test_form_names_the_roles_the_account_keeps(client, member, officer, act):
    role = factories.RoleFactory(committee=member.placements.get().cell.committee)
    url = reverse(f"members:{act}", args=[member.pk])
    client.force_login(officer)
    assert "còn vai trò" not in client.get(url).content.decode()
    member.user = role.user
    member.save()
    told = f"Tài khoản {role.user.username} còn vai trò {role.get_role_display()}"
    assert told in client.get(url).content.decode()
    type(role).objects.filter(pk=role.pk).update(to_on=day("12/03/2019"))
    assert "còn vai trò" not in client.get(url).content.decode()
