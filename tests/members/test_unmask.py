"""Seeing a full number: by POST, officers only, written down, shown once."""

import pytest
from django.urls import reverse

from audit.models import AuditEntry

pytestmark = pytest.mark.django_db
NUMBER = "012085001234"


@pytest.fixture
def url(member):
    return reverse("members:unmask", args=[member.pk])


def test_number_is_shown_once_and_written_down(client, officer, member, url):
    client.force_login(officer)
    page = client.post(url, {"number": "citizen_id"}, follow=True).content.decode()
    assert NUMBER in page
    assert "38001234" not in page
    assert NUMBER not in client.get(reverse("members:detail", args=[member.pk])).content.decode()
    entry = AuditEntry.objects.get(action="members.unmask")
    assert (entry.actor, entry.after) == (officer, {"number": "citizen_id"})


def test_get_is_refused(client, officer, url):
    client.force_login(officer)
    assert client.get(url).status_code == 405


def test_readers_and_leaders_are_refused(client, url, inspector, secretary, leader, stranger):
    for user, status in ((inspector, 403), (secretary, 403), (leader, 403), (stranger, 404)):
        client.force_login(user)
        assert client.post(url, {"number": "citizen_id"}).status_code == status
    assert not AuditEntry.objects.filter(action="members.unmask").exists()


def test_unknown_number_shows_nothing(client, officer, url):
    client.force_login(officer)
    page = client.post(url, {"number": "version"}, follow=True).content.decode()
    assert NUMBER not in page


def test_numbers_are_masked_for_everyone_and_in_the_sheet(client, officer, inspector, member):
    for user in (officer, inspector):
        client.force_login(user)
        for query in ("", "?columns=citizen_id&columns=card_no", "?print=1"):
            page = client.get(reverse("members:list") + query).content.decode()
            assert NUMBER not in page
            assert "38001234" not in page


@pytest.mark.parametrize(
    ("name", "number"), [("card_no_old", "00123456"), ("old_citizen_id", "045123789")]
)
def test_old_numbers_are_masked_shown_once_and_found(client, officer, member, url, name, number):
    setattr(member, name, number)
    member.save()
    client.force_login(officer)
    page = reverse("members:detail", args=[member.pk])
    assert number not in client.get(page).content.decode()
    assert number in client.post(url, {"number": name}, follow=True).content.decode()
    assert AuditEntry.objects.get(action="members.unmask").after == {"number": name}
    for words, count in ((number[-4:], 1), (number, 1), (number[-5:], 0)):
        found = client.get(reverse("members:list"), {"q": words}).context["listing"].count
        assert found == count
