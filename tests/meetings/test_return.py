"""Returning submitted minutes: the committee's secretary or an officer, always with a remark."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from meetings import services
from tests.meetings import building

pytestmark = pytest.mark.django_db


def test_returned_minutes_open_again_with_the_remark(submitted, officer, leader):
    services.return_minutes(minutes=submitted, remark="Ghi rõ kết luận.", by=officer)
    submitted.refresh_from_db()
    assert (submitted.state, submitted.return_remark) == ("draft", "Ghi rõ kết luận.")
    building.point(submitted.meeting, by=leader)
    again = services.submit_minutes(meeting=submitted.meeting, on=building.TODAY, by=leader)
    assert again.return_remark == ""


def test_remark_is_asked_for(submitted, officer):
    with pytest.raises(ValidationError, match="Hãy ghi ý kiến"):
        services.return_minutes(minutes=submitted, remark="  ", by=officer)


def test_draft_and_approved_cannot_be_returned(approved, officer):
    with pytest.raises(ValidationError, match="đang chờ duyệt"):
        services.return_minutes(minutes=approved, remark="Sửa", by=officer)


def url(minutes):
    return reverse("meetings:return", args=[minutes.meeting_id])


@pytest.mark.parametrize("who", ["officer", "secretary"])
def test_officer_and_secretary_return_by_the_page(client, request, submitted, who):
    client.force_login(request.getfixturevalue(who))
    assert client.post(url(submitted), {"return_remark": "Bổ sung lý do vắng"}).status_code == 302
    submitted.refresh_from_db()
    assert submitted.state == "draft"


def test_leader_reads_the_remark(client, submitted, officer, leader):
    services.return_minutes(minutes=submitted, remark="Ghi rõ kết luận.", by=officer)
    client.force_login(leader)
    page = client.get(reverse("meetings:detail", args=[submitted.meeting_id])).content.decode()
    assert "Ghi rõ kết luận." in page


def test_empty_remark_comes_back_with_its_message(client, submitted, officer):
    client.force_login(officer)
    response = client.post(url(submitted), {"return_remark": ""})
    assert response.status_code == 422
    assert "hãy ghi ý kiến trả lại" in response.content.decode().lower()


@pytest.mark.parametrize(
    ("who", "status"), [("leader", 403), ("clerk", 403), ("inspector", 403), ("stranger", 404)]
)
def test_others_are_refused(client, request, submitted, who, status):
    client.force_login(request.getfixturevalue(who))
    assert client.post(url(submitted), {"return_remark": "x"}).status_code == status


def test_get_is_refused(client, submitted, officer):
    client.force_login(officer)
    assert client.get(url(submitted)).status_code == 405
