"""Prose offered from the record: into an empty part alone, for the clerk to change."""

import datetime as dt
import uuid

import pytest
from django.urls import reverse

from meetings import services
from meetings.minutes import content
from meetings.models import MinutesSection, Opinion
from meetings.page.suggestions import suggest
from tests import factories
from tests.meetings import building

pytestmark = pytest.mark.django_db


def test_what_the_resolution_sets_is_asked_for_its_own_month(client, draft, leader):
    client.force_login(leader)
    page = client.get(draft.get_absolute_url()).text
    assert "Nhiệm vụ tháng 3/2019</label>" in page
    assert "tháng tới</label>" not in page


@pytest.fixture
def said(draft, people, leader):
    """Tasks of the meeting before, one done, one late; one opinion of self-criticism."""
    before = building.planned(draft.cell, meets_on=dt.date(2019, 2, 5), state="held")
    how = {"meeting": before, "assignee": people[0], "due_on": dt.date(2019, 3, 1)}
    factories.ActionItemFactory(
        task="Lập lịch.", state="done", closed_on=dt.date(2019, 3, 1), **how
    )
    factories.ActionItemFactory(task="Kiểm kê kho", **how)
    services.save_row(
        Opinion,
        meeting=draft,
        uid=uuid.uuid4(),
        version=0,
        by=leader,
        item=draft.agenda.get(),
        speaker=people[1],
        guest_name="",
        text="Còn chậm.",
        is_self_criticism=True,
    )
    return content.compose(draft)


@pytest.mark.parametrize(
    ("part", "text"),
    [
        (
            "opening",
            (
                "Đồng chí Bí Thư Chi Bộ Thử tuyên bố lý do, giới thiệu đại biểu, nêu chương trình "
                "cuộc họp. Cuộc họp nhất trí cử đồng chí Thư Ký Thử làm thư ký ghi biên bản."
            ),
        ),
        ("last_month", ""),  # the paper prints the tasks with state and result below it
        ("discussion", "Ngoài các ý kiến đã ghi ở từng nội dung, không có ý kiến khác."),
        (
            "self_criticism",
            "Tự phê bình và phê bình có ý kiến của đồng chí Nguyễn Thị Thử; cuộc họp nhất trí tiếp thu.",
        ),
        ("conclusion", "Cuộc họp thống nhất kết luận về: Nhiệm vụ tháng 3."),
        ("next_month", "Hoàn thành các nội dung."),
        ("shortcoming", "Chưa xong đúng hạn: Kiểm kê kho (đồng chí Lù Văn Thử)."),
        ("ideology", ""),
        ("praise", ""),
    ],
)
def test_part_begins_with_what_the_record_says(said, part, text):
    assert suggest(part, said) == text


def test_empty_record_offers_nothing(meeting):
    empty = content.compose(meeting)
    told = {part: suggest(part, empty) for part in MinutesSection.Part}
    assert {part for part, text in told.items() if text} == set()


# -- on the page --------------------------------------------------------------------------------


@pytest.fixture
def send(client, draft, leader):
    client.force_login(leader)
    url = reverse("meetings:save_row", args=[draft.pk, "section"])

    def send(text="", *, part="opening", **how):
        sent = {"uid": uuid.uuid4(), "version": 0, "part": part, "text": text, "save": "suggest"}
        return client.post(url, sent, **how)

    return send


def stored(part="opening") -> str:
    return MinutesSection.objects.valid().get(part=part).text


def test_button_fills_an_empty_part(send):
    assert send().status_code == 302
    assert stored().startswith("Đồng chí Bí Thư Chi Bộ Thử tuyên bố lý do")


def test_what_was_typed_is_never_replaced(send):
    send("Chữ của thư ký.")
    assert stored() == "Chữ của thư ký."


def test_part_that_has_text_offers_nothing(client, send, draft):
    send()
    page = client.get(draft.get_absolute_url()).content.decode()
    opening = page[page.index("tuyên bố lý do") :]
    assert "suggest" not in opening[: opening.index("</form>")]
    assert 'value="suggest"' in page


def test_part_that_was_filled_meanwhile_shows_both_texts(send):
    send("Chữ của thư ký.")
    response = send()
    assert response.status_code == 409
    assert stored() == "Chữ của thư ký."


def test_nothing_to_take_is_told_beside_the_part(send):
    response = send(part="ideology")
    assert response.status_code == 422
    assert "Chưa ghi gì để lấy cho phần này." in response.content.decode()


def test_htmx_draws_the_part_anew_and_no_second_one(send):
    response = send(headers={"HX-Request": "true"})
    page = response.content.decode()
    assert page.count("<textarea") == 1
    assert "tuyên bố lý do" in page
