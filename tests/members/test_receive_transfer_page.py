"""Closing a transfer out: the new place has received the member."""

import pytest
from django.urls import reverse

from members import services
from members.models import Placement
from tests.members.people import TODAY, day

pytestmark = pytest.mark.django_db


@pytest.fixture
def gone(member, officer):
    return services.transfer_out(
        member=member,
        on=day("01/02/2019"),
        went_to="Đảng bộ tỉnh",
        letter_number="07-GGT/ĐU",
        letter_on=day("30/01/2019"),
        recorded_on=TODAY,
        by=officer,
    )


@pytest.fixture
def ask(client, officer, gone):
    client.force_login(officer)
    url = reverse("members:receive_transfer", args=[gone.pk])
    return lambda on: client.post(url, {"received_on": on})


def test_received_closes_the_transfer(ask, gone):
    assert ask("20/02/2019").status_code == 302
    gone.refresh_from_db()
    assert gone.received_on == day("20/02/2019")
    assert gone.left_letter_number == "07-GGT/ĐU"


@pytest.mark.parametrize("on", ["31/01/2019", "14/03/2019", ""])
def test_wrong_day_is_told_beside_the_field(ask, gone, on):
    assert "received_on" in ask(on).context["form"].errors
    gone.refresh_from_db()
    assert gone.received_on is None


def test_letter_written_after_the_move_is_taken_but_not_after_its_receipt(ask, gone):
    """The papers are done within working days of the decision (29-QĐ/TW 25/7/2016): the letter may follow."""
    gone.left_letter_on = day("10/02/2019")
    gone.full_clean()
    gone.save()
    assert "received_on" in ask("09/02/2019").context["form"].errors
    assert ask("10/02/2019").status_code == 302


def test_undone_leaving_leaves_no_letter_behind(gone, officer):
    services.receive_transfer(
        placement=gone, received_on=day("20/02/2019"), recorded_on=TODAY, by=officer
    )
    services.undo_leaving(placement=gone, reason="nhầm", by=officer)
    gone = Placement.objects.get(pk=gone.pk)
    assert (gone.left_letter_number, gone.left_letter_on, gone.received_on) == ("", None, None)


def test_placement_nobody_left_is_not_found(client, officer, member):
    client.force_login(officer)
    url = reverse("members:receive_transfer", args=[member.placements.get().pk])
    assert client.get(url).status_code == 404


def test_reader_and_stranger(client, gone, inspector, stranger):
    url = reverse("members:receive_transfer", args=[gone.pk])
    client.force_login(inspector)
    assert client.post(url, {"received_on": "20/02/2019"}).status_code == 403
    client.force_login(stranger)
    assert client.post(url, {"received_on": "20/02/2019"}).status_code == 404
