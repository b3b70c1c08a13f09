"""A session that ended in mid-work: what was sent is shown, and one comes back to where one was."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.meetings import building

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(cell):
    return building.planned(cell)


def sent(client, meeting, **headers):
    data = {
        "uid": "5f2c7b0e-4a55-4a2e-9d3c-2f6f0a8f1b11",
        "version": "3",
        "part": "last_month",
        "text": "Một câu dài chưa lưu",
        "due_on": "31/03/2019",
        "password": "bí mật lắm",
    }
    return client.post(
        reverse("meetings:save_row", args=[meeting.pk, "section"]), data, headers=headers
    )


def test_plain_form_shows_what_was_typed_and_leads_back(client, meeting):
    page = reverse("meetings:detail", args=[meeting.pk])
    response = sent(client, meeting, referer=f"http://testserver{page}")
    text = response.content.decode()
    assert response.status_code == 401
    assert "Một câu dài chưa lưu" in text
    assert "31/03/2019" in text
    assert "bí mật" not in text
    assert "last_month" not in text
    assert "5f2c7b0e" not in text
    assert f"next={page.replace('/', '%2F')}" in text


@pytest.mark.parametrize("referer", ["", "http://elsewhere.example/x", "javascript:alert(1)"])
def test_without_a_page_of_ours_one_comes_to_the_first_page(client, meeting, referer):
    assert "next=%2F&quot;" in sent(client, meeting, referer=referer).content.decode().replace(
        '"', "&quot;"
    )


def test_htmx_is_told_by_the_status_and_a_reading_one_by_a_reload(client, meeting):
    assert sent(client, meeting, **{"HX-Request": "true"}).status_code == 401
    url = reverse("meetings:detail", args=[meeting.pk])
    assert client.get(url, headers={"HX-Request": "true"})["HX-Refresh"] == "true"
    assert client.get(url).status_code == 302


def test_refused_token_shows_what_was_typed(meeting, leader):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(leader)
    response = sent(strict, meeting)
    assert response.status_code == 403
    assert "Một câu dài chưa lưu" in response.content.decode()


def test_address_of_a_form_opened_by_hand_is_a_page(client, meeting, leader):
    client.force_login(leader)
    response = client.get(reverse("meetings:submit", args=[meeting.pk]))
    assert response.status_code == 405
    assert response["Allow"] == "POST"
    assert "Chưa có gì được ghi" in response.content.decode()
