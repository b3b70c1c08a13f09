"""The page that admits a new member."""

import pytest
from django.urls import reverse

from members.models import Member
from tests import factories
from tests.members.people import admit, day

pytestmark = pytest.mark.django_db


@pytest.fixture
def typed(cell):
    return {
        "full_name": "Lò Thị Ánh",
        "sex": "female",
        "born_on": "05/1992",
        "ethnicity": "Thái",
        "citizen_id": "012092000123",
        "cell": cell.pk,
        "decision_number": "07-QĐ/HU",
        "decision_on": "25/02/2019",
        "ceremony_on": "03/03/2019",
    }


@pytest.fixture
def ask(client, officer, typed):
    client.force_login(officer)
    return lambda **changes: client.post(reverse("members:admit"), {**typed, **changes})


def test_admitting_works(ask, cell, client):
    answer = ask()
    member = Member.objects.get()
    assert answer.url == reverse("members:detail", args=[member.pk])
    assert str(member.born_on) == "05/1992"
    assert member.memberships.get().decision_number == "07-QĐ/HU"
    assert member.placements.get().from_on == day("03/03/2019")
    assert "Đã ghi kết nạp" in client.get(answer.url).content.decode()


def test_third_of_april_is_read_as_such_and_refused_as_future(ask):
    answer = ask(ceremony_on="03/04/2019")
    assert "03/04/2019 chưa đến" in answer.context["form"].errors["ceremony_on"][0]
    assert 'value="03/04/2019"' in answer.content.decode()
    assert not Member.objects.exists()


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("ceremony_on", "31/02/2019", "không có thật"),
        ("ceremony_on", "", "Hãy ghi"),
        ("decision_on", "13/2019", "không có thật"),
        ("born_on", "1890", "không có thật"),
        ("citizen_id", "12a", "chữ số"),
        ("cell", "", "Hãy chọn"),
        ("full_name", "", "Hãy ghi"),
    ],
)
def test_bad_input_is_told_beside_its_field_and_kept(ask, field, value, sentence):
    answer = ask(**{field: value})
    assert sentence in answer.context["form"].errors[field][0]
    page = answer.content.decode()
    assert 'value="07-QĐ/HU"' in page
    assert value == "" or f'value="{value}"' in page
    assert not Member.objects.exists()


def test_decision_after_ceremony_is_refused(ask):
    answer = ask(decision_on="04/03/2019")
    assert "Lễ kết nạp không thể trước" in answer.content.decode()
    assert not Member.objects.exists()


def test_citizen_id_of_another_member_is_refused(ask, cell, officer):
    admit(cell, officer, citizen_id="012092000123")
    answer = ask()
    assert "đã có ở một đảng viên khác" in answer.content.decode()
    assert Member.objects.count() == 1


def test_cell_of_another_committee_cannot_be_chosen(ask, foreign_cell):
    assert "cell" in ask(cell=foreign_cell.pk).context["form"].errors


def test_candidate_is_admitted_from_the_candidates_page(ask, cell):
    factories.CandidateFactory(cell=cell, full_name="Lò Văn Nguồn", born_on=day("12/03/1990"))
    named = {"full_name": "Lò Văn Nguồn", "born_on": "12/03/1990"}
    assert "danh sách nguồn" in ask(**named).context["form"].errors["full_name"][0]
    assert ask(**named, is_another="on").status_code == 302


def test_more_than_sixty_years_stand_with_their_reason(ask):
    answer = ask(born_on="24/02/1959")
    assert "quá 60 tuổi" in answer.context["form"].errors["admission_note"][0]
    note = "theo quyết định của Tỉnh ủy"
    assert ask(born_on="24/02/1959", admission_note=note).status_code == 302
    assert Member.objects.get().memberships.get().admission_note == note


def test_sixtieth_birthday_needs_no_reason(ask):
    assert ask(born_on="25/02/1959").status_code == 302
