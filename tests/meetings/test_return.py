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


# -- the place it is about ---------------------------------------------------------------------


@pytest.fixture
def returned_at(client, submitted, officer, leader):
    """Returns the minutes about one place by the page; gives the page of who logs it then."""

    def at(anchor: str) -> str:
        client.force_login(officer)
        sent = {"return_remark": "Ghi rõ lý do vắng.", "return_anchor": anchor}
        assert client.post(url(submitted), sent).status_code == 302
        client.force_login(leader)
        return client.get(submitted.meeting.get_absolute_url()).content.decode()

    return at


@pytest.mark.parametrize(
    ("anchor", "after"),
    [
        ("roll", 'id="roll"'),
        ("open", "Giờ họp, chủ trì, thư ký</h3>"),
        ("guests", 'id="guests"'),
        ("returned", 'id="returned"'),
        ("close", 'id="close"'),
        ("votes", 'id="votes"'),
        ("tasks", 'id="tasks"'),
    ],
)
def test_page_opens_at_the_remark_beside_its_part(returned_at, anchor, after):
    page = returned_at(anchor)
    assert page.count('id="remark"') == 1
    start, end = page.index(after), page.index('id="remark"')
    assert start < end < start + 2000
    assert "autofocus" in page[end : end + 120]
    assert 'href="#remark"' in page


def test_remark_may_be_about_one_point_of_the_agenda(returned_at, submitted):
    item = submitted.meeting.agenda.get()
    page = returned_at(f"agenda-{item.uid}")
    start = page.index(f'id="agenda-{item.uid}"')
    assert start < page.index('id="remark"') < page.index(item.title, start)


def test_remark_about_the_whole_stands_at_the_top_alone(returned_at):
    page = returned_at("")
    assert page.count("Ghi rõ lý do vắng.") == 2  # at the top, and among what happened so far
    assert 'id="remark"' not in page


def test_place_that_is_not_on_the_page_is_refused(client, submitted, officer):
    client.force_login(officer)
    sent = {"return_remark": "Ghi rõ.", "return_anchor": "agenda-khac"}
    assert client.post(url(submitted), sent).status_code == 422
    submitted.refresh_from_db()
    assert submitted.state == "submitted"


def test_submitting_again_clears_the_place(submitted, officer, leader):
    services.return_minutes(minutes=submitted, remark="Sửa", anchor="roll", by=officer)
    again = services.submit_minutes(meeting=submitted.meeting, on=building.TODAY, by=leader)
    assert (again.return_remark, again.return_anchor) == ("", "")


def test_page_tells_every_submission_and_return(client, submitted, officer, leader):
    services.return_minutes(minutes=submitted, remark="Thiếu lý do vắng.", by=officer)
    services.submit_minutes(meeting=submitted.meeting, on=building.TODAY, by=leader)
    client.force_login(officer)
    page = client.get(submitted.meeting.get_absolute_url()).content.decode()
    history = page[page.index("Các lần trình, trả lại, duyệt") :]
    assert history.count("trình duyệt") == 2
    assert "Cán Bộ Thử trả lại: Thiếu lý do vắng." in history
