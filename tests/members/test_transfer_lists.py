"""The lists of transfers out, in and inside, and of activity by letter."""

import pytest
from django.urls import reverse

from members import services
from tests import factories
from tests.members.people import TODAY, admit, day

pytestmark = pytest.mark.django_db


@pytest.fixture
def names(client, officer):
    client.force_login(officer)

    def ask(page, **asked):
        rows = client.get(reverse(f"members:{page}"), asked).context["listing"].rows
        return [row.record.member.full_name for row in rows]

    return ask


@pytest.fixture
def out(cell, officer):
    """Left on 14/01/2019 by a letter of 10/01/2019: sixty working days, with Tết off, end on 11/04/2019."""
    return services.transfer_out(
        member=admit(cell, officer, name="Lò Văn Đi"),
        on=day("14/01/2019"),
        went_to="Đảng bộ tỉnh",
        letter_number="07-GGT/ĐU",
        letter_on=day("10/01/2019"),
        recorded_on=TODAY,
        by=officer,
    )


def state(client, **asked):
    listing = client.get(reverse("members:transfers_out"), asked).context["listing"]
    (row,) = listing.rows
    column = next(one for one in listing.shown if one.key == "state")
    return column.value(row.record)


def test_transfer_out_is_open_then_late_then_received(client, names, out, officer):
    assert names("transfers_out") == ["Lò Văn Đi"]
    assert state(client) == "còn mở, hạn 11/04/2019"
    assert state(client, on="12/04/2019") == "quá hạn, hạn là 11/04/2019"
    services.receive_transfer(
        placement=out, received_on=day("20/02/2019"), recorded_on=TODAY, by=officer
    )
    assert state(client) == "đã tiếp nhận 20/02/2019"
    assert state(client, on="19/02/2019").startswith("còn mở")


def test_transfer_out_of_who_came_back_is_no_longer_open(client, names, out, cell):
    factories.PlacementFactory(
        member=out.member, cell=cell, from_on=day("01/03/2019"), start_reason="transfer_in"
    )
    assert state(client, on="01/03/2019") == "đã có nơi sinh hoạt mới từ 01/03/2019"
    assert state(client, on="28/02/2019") == "còn mở, hạn 11/04/2019"
    assert names("transfers_out", state="open") == []
    assert names("transfers_out", state="received") == []
    assert names("transfers_out", state="placed_again") == ["Lò Văn Đi"]
    assert names("transfers_out", state="placed_again", on="28/02/2019") == []
    out.received_on = day("20/02/2019")
    out.save()
    assert state(client) == "đã tiếp nhận 20/02/2019"
    assert names("transfers_out", state="received") == ["Lò Văn Đi"]
    assert names("transfers_out", state="placed_again") == []


def test_transfer_out_is_listed_from_its_day(names, out):
    assert names("transfers_out", on="13/01/2019") == []
    assert names("transfers_out", on="14/01/2019") == ["Lò Văn Đi"]
    assert names("transfers_out", state="open") == ["Lò Văn Đi"]
    assert names("transfers_out", state="received") == []
    assert names("transfers_out", **{"from": "15/01/2019"}) == []


def test_moves_inside_and_from_elsewhere(client, names, cell, other_cell, officer):
    moved = admit(cell, officer, name="Lò Văn Chuyển")
    services.transfer_member(
        member=moved, to_cell=other_cell, on=day("01/02/2019"), recorded_on=TODAY, by=officer
    )
    guest = admit(cell, officer, name="Lò Văn Đến", on="03/02/2014")
    guest.placements.update(start_reason="transfer_in", came_from="Nơi khác")
    assert names("transfers_inside") == ["Lò Văn Chuyển"]
    assert names("transfers_in") == ["Lò Văn Đến"]
    page = client.get(reverse("members:transfers_inside")).content.decode()
    assert "An ninh" in page
    assert "Điều tra" in page


def test_voided_move_is_not_listed(names, cell, other_cell, officer):
    moved = admit(cell, officer)
    new = services.transfer_member(
        member=moved, to_cell=other_cell, on=day("01/02/2019"), recorded_on=TODAY, by=officer
    )
    services.undo_transfer(placement=new, reason="nhầm", by=officer)
    assert names("transfers_inside") == []


def test_letters_of_the_day(names, cell, officer):
    member = admit(cell, officer, name="Lò Văn Tạm")
    factories.PlacementFactory(
        member=member,
        cell=None,
        outside_name="Trường",
        kind="temporary",
        start_reason="temporary",
        from_on=day("01/01/2019"),
        to_on=day("30/06/2019"),
    )
    assert names("temporaries") == ["Lò Văn Tạm"]
    assert names("temporaries", on="01/07/2019") == []


def test_letter_names_the_cell_that_sends(client, names, cell, other_cell, officer):
    factories.PlacementFactory(
        member=admit(cell, officer, name="Lò Văn Tạm"),
        cell=other_cell,
        kind="temporary",
        start_reason="temporary",
        from_on=day("01/01/2019"),
        to_on=day("30/06/2019"),
    )
    names("temporaries")
    listing = client.get(reverse("members:temporaries")).context["listing"]
    column = next(one for one in listing.shown if one.key == "from")
    assert [column.value(row.record) for row in listing.rows] == [cell.name]


def test_leader_sees_those_of_the_own_cell(client, leader, out, other_cell, officer):
    elsewhere = admit(other_cell, officer, name="Lò Văn Khác")
    services.transfer_out(
        member=elsewhere, on=day("14/01/2019"), went_to="Tỉnh", recorded_on=TODAY, by=officer
    )
    client.force_login(leader)
    page = client.get(reverse("members:transfers_out")).content.decode()
    assert "Lò Văn Đi" in page
    assert "Lò Văn Khác" not in page
