"""Two officers at one member: the slower is told what was done meanwhile and keeps what was typed."""

import pytest
from django.urls import reverse

from audit import services as audit
from members import services
from members.models import Placement, Rank
from partyunit.dates import PartialDate
from tests import factories
from tests.members.people import TODAY, day

pytestmark = pytest.mark.django_db


@pytest.fixture
def second_officer(committee):
    user = factories.UserFactory(full_name="Cán Bộ Hai")
    factories.RoleFactory(committee=committee, user=user)
    return user


@pytest.fixture
def page(client, officer):
    """Opens a page as the first officer; gives its address and what it carries along."""
    client.force_login(officer)

    def read(name, *args):
        url = reverse(name, args=args)
        return url, {"seen": client.get(url).context["seen"]}

    return read


def promote(member, by):
    rank = {"grade": 32, "on": day("01/03/2019")}
    services.promote(member=member, by=by, recorded_on=TODAY, **rank)


def test_transfer_after_anothers_transfer_is_told_and_can_be_pressed_again(
    client, page, member, cell, other_cell, committee, second_officer
):
    third = factories.CellFactory(committee=committee)
    url, carried = page("members:transfer", member.pk)
    services.transfer_member(
        member=member,
        to_cell=other_cell,
        on=day("01/03/2019"),
        recorded_on=TODAY,
        by=second_officer,
    )
    typed = {"to_cell": third.pk, "on": "05/03/2019"}
    answer = client.post(url, carried | typed)
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "Cán Bộ Hai ghi nơi sinh hoạt" in text
    assert 'value="05/03/2019"' in text
    assert f'<option value="{third.pk}" selected>' in text
    assert Placement.objects.filter(member=member, cell=third).count() == 0
    again = client.post(url, {"seen": answer.context["seen"]} | typed)
    assert again.status_code == 302
    assert Placement.objects.filter(member=member, cell=third).count() == 1


@pytest.mark.parametrize("name", ["transfer_out", "assign_position", "promote", "second", "commit"])
def test_every_act_carries_what_was_seen(page, member, name):
    _url, carried = page(f"members:{name}", member.pk)
    assert carried["seen"] > 0


def test_mistake_in_the_form_does_not_forget_what_was_seen(
    client, page, member, other_cell, second_officer
):
    url, carried = page("members:transfer", member.pk)
    promote(member, second_officer)
    answer = client.post(url, carried | {"to_cell": other_cell.pk, "on": "hôm qua"})
    assert answer.status_code == 200
    assert answer.context["seen"] == carried["seen"]


def test_what_happens_to_another_member_is_no_news(
    client, page, member, cell, other_cell, second_officer
):
    url, carried = page("members:transfer", member.pk)
    promote(factories.place(cell), second_officer)
    answer = client.post(url, carried | {"to_cell": other_cell.pk, "on": "05/03/2019"})
    assert answer.status_code == 302


def test_looking_at_a_number_is_no_news(client, page, member, other_cell, second_officer):
    url, carried = page("members:transfer", member.pk)
    audit.log(action="members.unmask", by=second_officer, obj=member)
    answer = client.post(url, carried | {"to_cell": other_cell.pk, "on": "05/03/2019"})
    assert answer.status_code == 302


@pytest.mark.parametrize("seen", ["", "x", "-1", "٣", "9" * 30])
def test_mark_that_cannot_be_read_stops_nobody(client, page, member, other_cell, seen):
    url, _carried = page("members:transfer", member.pk)
    answer = client.post(url, {"seen": seen, "to_cell": other_cell.pk, "on": "05/03/2019"})
    assert answer.status_code == 302


def test_ending_a_post_after_another_change_is_told(client, page, leader, second_officer):
    post = leader.member.positions.get()
    url, carried = page("members:end_position", post.pk)
    promote(leader.member, second_officer)
    answer = client.post(url, carried | {"on": "01/03/2019", "note": "bàn giao sổ"})
    assert answer.status_code == 409
    assert "bàn giao sổ" in answer.content.decode()
    post.refresh_from_db()
    assert post.to_on is None


def test_voiding_a_corrected_row_names_who_was_quicker(client, page, member, second_officer):
    promote(member, second_officer)
    rank = Rank.objects.get(member=member)
    url, _carried = page("members:void", "cap-bac-ham", rank.pk)
    rank.grade = 33
    audit.update(rank, by=second_officer, fields=["grade"], reason="nhầm")
    answer = client.post(url, {"version": 1, "reason": "ghi nhầm người"})
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "Cán Bộ Hai sửa cấp bậc hàm" in text
    assert "ghi nhầm người" in text


def test_identity_changed_meanwhile_names_who_and_shows_both(client, page, member, second_officer):
    url, _carried = page("members:update", member.pk)
    page_form = client.get(url).context["form"]
    typed = {name: page_form[name].value() or "" for name in page_form.fields}
    member.residence = "Bản Mới"
    audit.update(member, by=second_officer, fields=["residence"], reason="chuyển nhà")
    typed |= {"home_place": "Quê khác", "correction_reason": "nhầm"}
    answer = client.post(url, typed)
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "Cán Bộ Hai sửa đảng viên" in text
    assert "không sửa; ô dưới đã lấy bản đang lưu" in text
    again = answer.context["form"]
    assert (again["residence"].value(), again["home_place"].value()) == ("Bản Mới", "Quê khác")
    sent = {name: again[name].value() or "" for name in again.fields}
    assert client.post(url, sent).status_code == 302
    member.refresh_from_db()
    assert (member.residence, member.home_place) == ("Bản Mới", "Quê khác")


def test_field_both_changed_keeps_what_was_typed(client, page, member, second_officer):
    url, _carried = page("members:update", member.pk)
    form = client.get(url).context["form"]
    typed = {name: form[name].value() or "" for name in form.fields}
    member.residence, member.sex = "Bản Mới", "female"
    audit.update(member, by=second_officer, fields=["residence", "sex"], reason="sửa")
    member.born_on = PartialDate(1985)
    audit.update(member, by=second_officer, fields=["born_on"], reason="sửa nữa")
    typed |= {"residence": "Bản Khác", "correction_reason": "nhầm"}
    answer = client.post(url, typed)
    again = answer.context["form"]
    assert again["residence"].value() == "Bản Khác"
    assert again["sex"].value() == "female"
    assert again["born_on"].value() == "1985"
    assert len(answer.context["conflict"].events) == 2


def test_correcting_a_row_voided_meanwhile_is_told_and_keeps_what_was_typed(
    client, page, member, second_officer
):
    promote(member, second_officer)
    rank = Rank.objects.get(member=member)
    url, _carried = page("members:correct", "cap-bac-ham", rank.pk)
    form = client.get(url).context["form"]
    typed = {name: form[name].value() or "" for name in form.fields}
    typed |= {"from_on": "01/03/2019", "grade": 33, "correction_reason": "ghi nhầm bậc"}
    audit.void(rank, by=second_officer, reason="nhầm người")
    answer = client.post(url, typed)
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "Cán Bộ Hai hủy cấp bậc hàm" in text
    assert "ghi nhầm bậc" in text
    again = client.post(url, typed | {"version": answer.context["conflict"] and 2})
    assert again.status_code == 200
    assert "Dòng này đã hủy" in again.content.decode()
    assert client.get(url).status_code == 404


@pytest.mark.parametrize("name", ["undo_recognition", "void_registration"])
def test_what_a_colleague_wrote_is_told_before_an_act_is_taken_back(
    client, page, member, second_officer, name
):
    row = member.memberships.get() if name == "undo_recognition" else member
    url, carried = page(f"members:{name}", row.pk)
    promote(member, second_officer)
    answer = client.post(url, carried | {"reason": "nhầm", "version": row.version})
    assert answer.status_code == 409
    assert "Cán Bộ Hai" in answer.content.decode()
    assert member.memberships.valid().get().official_from is not None
