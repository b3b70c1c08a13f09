"""Correcting a member's identity."""

import pytest
from django.urls import reverse

from audit.models import AuditEntry
from members.models import Member

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(member):
    return reverse("members:update", args=[member.pk])


@pytest.fixture
def typed(member):
    return {
        "full_name": "Lò Văn Thứ",
        "sex": "male",
        "born_on": "12/03/1985",
        "ethnicity": "Thái",
        "citizen_id": "",
        "card_no": "",
        "correction_reason": "sai dấu",
        "version": member.version,
    }


def test_correction_works_and_keeps_the_numbers(client, officer, member, url, typed):
    client.force_login(officer)
    assert client.post(url, typed).status_code == 302
    member = Member.objects.get()
    assert (member.full_name, member.search_name) == ("Lò Văn Thứ", "lo van thu")
    assert (member.citizen_id, member.card_no) == ("012085001234", "38001234")
    entry = AuditEntry.objects.filter(model="members.member").first()
    assert (entry.before, entry.after) == (
        {"full_name": "Lò Văn Thử"},
        {"full_name": "Lò Văn Thứ"},
    )
    assert entry.reason == "sai dấu"


def test_numbers_are_not_on_the_page_and_can_be_replaced(client, officer, member, url, typed):
    client.force_login(officer)
    page = client.get(url).content.decode()
    assert "012085001234" not in page
    assert "•••• 1234" in page
    assert client.post(url, {**typed, "citizen_id": "012085009999"}).status_code == 302
    assert Member.objects.get().citizen_id == "012085009999"


def test_correction_without_reason_is_refused(client, officer, url, typed):
    client.force_login(officer)
    answer = client.post(url, {**typed, "correction_reason": ""})
    assert "correction_reason" in answer.context["form"].errors
    assert 'value="Lò Văn Thứ"' in answer.content.decode()


def test_page_of_a_conflict_hides_the_numbers_too(client, officer, member, url, typed):
    client.force_login(officer)
    client.post(url, {**typed, "citizen_id": "012085009999"})
    answer = client.post(url, {**typed, "card_no": "38005678"})
    assert answer.status_code == 409
    lines = {line.label: line for line in answer.context["conflict"].lines}
    number, card = lines["Số định danh cá nhân"], lines["Số thẻ đảng viên"]
    assert number.stored == "•••• 9999"
    assert (card.stored, card.typed, card.differs) == ("•••• 1234", "•••• 5678", True)
    page = answer.content.decode()
    assert "012085009999" not in page
    assert "38001234" not in page


def test_slower_writer_sees_both(client, officer, member, url, typed):
    client.force_login(officer)
    client.post(url, {**typed, "full_name": "Lò Văn Nhanh"})
    answer = client.post(url, typed)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Lò Văn Nhanh" in page
    assert "Lò Văn Thứ" in page
    assert Member.objects.get().full_name == "Lò Văn Nhanh"


def test_fields_of_the_national_form_are_kept_as_they_are_known(client, officer, url, typed):
    client.force_login(officer)
    told = {
        "religion": "Không",
        "card_no_old": "00123456",
        "card_issued_on": "2011",
        "card_issued_at": "Tỉnh ủy",
        "old_citizen_id": "045123789",
        "dossier_no": "123456 LCH",
        "birth_province": "Lai Châu",
        "permanent_residence": "Tổ 4",
    }
    assert client.post(url, typed | told).status_code == 302
    member = Member.objects.get()
    assert {name: str(getattr(member, name)) for name in told} == told
    page = client.get(url).content.decode()
    assert "•••• 3456" in page
    assert "00123456" not in page
    assert "045123789" not in page
