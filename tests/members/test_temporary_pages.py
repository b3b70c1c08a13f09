"""Activity by letter: our member elsewhere, another organisation's member here."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from meetings.roll.people import people_of
from members import services
from members.models import Member, Placement
from tests import factories
from tests.members.people import TODAY, day

pytestmark = pytest.mark.django_db
TYPED = {"from_on": "01/11/2018", "to_on": "30/04/2019", "letter_number": "15-GGT/ĐU"}
NEW = {
    "full_name": "Hà Văn Khách",
    "sex": "male",
    "born_on": "12/03/1985",
    "ethnicity": "Thái",
    "came_from": "Đảng bộ huyện bên",
    "decision_on": "25/01/2008",
    "ceremony_on": "03/02/2008",
    "official_from": "03/02/2009",
}


@pytest.fixture
def send(client, officer, member):
    client.force_login(officer)
    url = reverse("members:send_temporarily", args=[member.pk])
    typed = {**TYPED, "outside_name": "Chi bộ Trường Chính trị"}
    return lambda **changes: client.post(url, {**typed, **changes})


@pytest.fixture
def take_in(client, officer, cell):
    client.force_login(officer)
    url = reverse("members:new_guest")
    return lambda **changes: client.post(url, {**TYPED, **NEW, "cell": cell.pk, **changes})


def roll(cell, on="05/03/2019"):
    meeting = factories.MeetingFactory(cell=cell, meets_on=day(on))
    return {person.member_id: (person.standing, person.state) for person in people_of(meeting)}


def test_member_sent_elsewhere_stays_in_the_headcount_outside_the_vote(send, member, cell):
    assert send().status_code == 302
    row = member.placements.get(kind="temporary")
    assert (row.to_on, row.start_reason) == (day("30/04/2019"), "temporary")
    assert row.letter_number == "15-GGT/ĐU"
    assert Member.objects.placed_on(TODAY, cells=[cell]).get() == member
    assert roll(cell) == {member.pk: ("official", "elsewhere")}


def test_member_sent_to_another_cell_of_ours_is_on_its_roll(send, member, cell, other_cell):
    assert send(outside_name="", cell=other_cell.pk).status_code == 302
    assert roll(other_cell) == {member.pk: ("temporary", "not_recorded")}
    assert roll(cell) == {member.pk: ("official", "elsewhere")}


@pytest.mark.parametrize(
    ("to_on", "is_right"),
    [
        ("30/01/2019", False),  # a day short of three months
        ("31/01/2019", True),
        ("30/10/2019", True),
        ("31/10/2019", False),  # a whole year is no longer under a year
    ],
)
def test_length_follows_the_rule_of_the_day(send, to_on, is_right):
    answer = send(to_on=to_on)
    assert (answer.status_code == 302) is is_right
    if not is_right:
        assert "29-QĐ/TW" in answer.context["form"].errors["to_on"][0]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"outside_name": ""}, "cell"),
        ({"from_on": "01/01/2015"}, "from_on"),
        ({"from_on": "14/03/2019", "to_on": "14/09/2019"}, "from_on"),
        ({"to_on": ""}, "to_on"),
    ],
)
def test_bad_input_is_told_beside_its_field(send, changes, field):
    answer = send(**changes)
    assert field in answer.context["form"].errors
    assert not Placement.objects.filter(kind="temporary").exists()


def test_own_cell_is_refused(send, cell):
    answer = send(outside_name="", cell=cell.pk)
    assert "chính chi bộ này" in answer.context["form"].errors["cell"][0]


def test_one_letter_at_a_time(send, member, officer):
    """Seconded by letter, or active elsewhere by letter: never both, whichever is entered first."""
    host = factories.HostCellFactory(locality__committee=member.placements.get().cell.committee)
    told = {
        "member": member,
        "host_cell": host,
        "plan": factories.DocumentFactory(kind="plan"),
        "by": officer,
    }
    row = services.second_member(**told, on=day("01/04/2019"), kind="transferred")
    assert "một lúc chỉ theo một giấy giới thiệu" in send().text
    services.void_row(row=row, reason="ghi nhầm", by=officer)
    assert send(from_on="11/03/2018", to_on="31/10/2018").status_code == 302
    with pytest.raises(ValidationError, match="tạm thời tại Chi bộ Trường Chính trị"):
        services.second_member(**told, on=day("01/10/2018"), kind="transferred")
    services.second_member(**told, on=day("01/10/2018"), kind="attends")


def test_guest_is_on_the_roll_and_not_in_the_headcount(take_in, cell):
    assert take_in().status_code == 302
    guest = Member.objects.get(full_name="Hà Văn Khách")
    assert roll(cell) == {guest.pk: ("temporary", "not_recorded")}
    assert not Member.objects.placed_on(TODAY).exists()
    assert guest.memberships.get().official_from == day("03/02/2009")


def test_guest_without_home_organisation_is_refused(take_in):
    assert "came_from" in take_in(came_from="").context["form"].errors
    assert not Member.objects.exists()


def test_end_is_before_the_day_of_the_letter(client, send, member, cell):
    send()
    row = member.placements.get(kind="temporary")
    url = reverse("members:end_temporary", args=[row.pk])
    assert client.post(url, {"on": "01/03/2019"}).status_code == 302
    row.refresh_from_db()
    assert row.to_on == day("28/02/2019")
    assert roll(cell) == {member.pk: ("official", "not_recorded")}


def test_end_of_an_official_placement_is_not_found(client, officer, member):
    client.force_login(officer)
    url = reverse("members:end_temporary", args=[member.placements.get().pk])
    assert client.get(url).status_code == 404


def test_voided_letter_leaves_the_member_at_home(client, send, member, cell):
    send()
    row = member.placements.get(kind="temporary")
    url = reverse("members:void", args=["noi-sinh-hoat", row.pk])
    assert client.post(url, {"reason": "nhầm", "version": row.version}).status_code == 302
    assert roll(cell) == {member.pk: ("official", "not_recorded")}


def test_guest_who_comes_again_keeps_the_span(client, take_in, cell):
    take_in(from_on="01/03/2018", to_on="30/06/2018")
    guest = Member.objects.get(full_name="Hà Văn Khách")
    url = reverse("members:guest", args=[guest.pk])
    again = {**TYPED, "cell": cell.pk, "came_from": "Đảng bộ huyện bên"}
    assert client.post(url, again).status_code == 302
    assert guest.memberships.count() == 1
    assert guest.placements.count() == 2


def test_own_member_is_no_guest(client, officer, member, cell):
    client.force_login(officer)
    url = reverse("members:guest", args=[member.pk])
    answer = client.post(url, {**TYPED, "cell": cell.pk, "came_from": "Nơi khác"})
    assert "sinh hoạt chính thức" in answer.context["form"].errors["from_on"][0]


def test_page_says_where_one_takes_part_by_letter(client, send, take_in, member):
    send()
    page = client.get(reverse("members:detail", args=[member.pk])).content.decode()
    assert "sinh hoạt tạm thời tại Chi bộ Trường Chính trị" in page
    take_in()
    guest = Member.objects.get(full_name="Hà Văn Khách")
    page = client.get(reverse("members:detail", args=[guest.pk])).content.decode()
    assert "Đảng viên của Đảng bộ huyện bên, sinh hoạt tạm thời tại Chi bộ An ninh" in page
    assert "Ghi chuyển đến" in page
    assert "Chuyển đến trở lại" not in page  # never was here for good


def test_guest_who_comes_for_good_is_no_longer_there_by_letter(take_in, cell, officer):
    take_in()
    guest = Member.objects.get(full_name="Hà Văn Khách")
    letter = guest.placements.get()
    told = {"recorded_on": TODAY, "by": officer, "came_from": "Đảng bộ huyện bên"}
    new = services.register_transfer_in(member=guest, cell=cell, on=day("01/03/2019"), **told)
    letter.refresh_from_db()
    assert letter.to_on == day("28/02/2019")
    assert roll(cell) == {guest.pk: ("official", "not_recorded")}
    services.void_row(row=new, reason="nhầm", by=officer)
    letter.refresh_from_db()
    assert letter.to_on == day("30/04/2019")


def test_member_who_moves_to_the_cell_of_the_letter(send, member, other_cell, officer):
    send(outside_name="", cell=other_cell.pk)
    letter = member.placements.get(kind="temporary")
    new = services.transfer_member(
        member=member, to_cell=other_cell, on=day("01/03/2019"), recorded_on=TODAY, by=officer
    )
    letter.refresh_from_db()
    assert letter.to_on == day("28/02/2019")
    services.undo_transfer(placement=new, reason="nhầm", by=officer)
    letter.refresh_from_db()
    assert letter.to_on == day("30/04/2019")
