"""The service worker of meeting pages, and which pages it may keep for whom."""

import pytest
from django.urls import reverse

from meetings.views.offline import KEEP_FOR

pytestmark = pytest.mark.django_db


def test_worker_is_served_to_all_for_the_meeting_pages_only(client):
    response = client.get(reverse("meetings:worker"))
    assert response.status_code == 200
    assert response["Content-Type"].startswith("text/javascript")
    assert response["Service-Worker-Allowed"] == reverse("meetings:list")
    assert "no-store" in response["Cache-Control"]
    assert "43200 * 1000" in response.content.decode()
    assert client.post(reverse("meetings:worker")).status_code == 405


def test_page_open_for_writing_may_be_kept_for_its_account(client, meeting, leader, inspector):
    url = reverse("meetings:detail", args=[meeting.pk])
    client.force_login(leader)
    assert client.get(url)[KEEP_FOR] == leader.mark
    client.force_login(inspector)
    assert KEEP_FOR not in client.get(url)


def test_page_of_approved_minutes_is_not_kept(client, approved, leader):
    client.force_login(leader)
    response = client.get(reverse("meetings:detail", args=[approved.meeting_id]))
    assert KEEP_FOR not in response


@pytest.mark.parametrize("of_another", ["account", "database"])
def test_row_of_a_page_drawn_for_another_is_refused(client, meeting, leader, clerk, of_another):
    client.force_login(leader)
    mark = clerk.mark if of_another == "account" else f"{leader.pk}-20180101080000000000"
    url = reverse("meetings:save_row", args=[meeting.pk, "agenda"])
    headers = {"HX-Request": "true", "X-Account": mark}
    assert client.post(url, {"title": "Của người khác"}, headers=headers).status_code == 401
    assert not meeting.agenda.exists()
