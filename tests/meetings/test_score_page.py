"""The page of a meeting: points taken from the record, then one by one; who may, and what is told."""

import datetime as dt
import uuid

import pytest
from django.urls import reverse

from meetings import services
from meetings.models import Meeting, QualityScore, ScoreLine
from tests.meetings import building

TODAY = building.TODAY
FORGOTTEN = "chưa chấm điểm chất lượng</a>: biên bản đã duyệt thì không chấm được nữa."
NOT_POINTS = "Ghi điểm bằng số, nhiều nhất một số lẻ, ví dụ 4 hoặc 2,5."
pytestmark = pytest.mark.django_db


def url(meeting) -> str:
    return reverse("meetings:score", args=[meeting.pk])


def line_url(meeting) -> str:
    return reverse("meetings:save_row", args=[meeting.pk, "score"])


def sent(key="5.2", *, points="4,5", reason="Một ý kiến chưa được hỏi", **also) -> dict:
    typed = {"uid": str(uuid.uuid4()), "version": "0", "criterion": key}
    return {**typed, "points": points, "reason": reason, **also}


@pytest.fixture
def scored(draft, leader):
    services.score_from_record(meeting=draft, on=TODAY, by=leader)
    return draft


def test_leader_scores_by_two_buttons(client, draft, leader):
    client.force_login(leader)
    page = client.get(draft.get_absolute_url()).text
    assert "Chấm điểm theo ghi chép" in page
    assert FORGOTTEN in page
    answer = client.post(url(draft), {"how": "record"})
    assert answer.url == f"{draft.get_absolute_url()}#close-score"
    page = client.get(draft.get_absolute_url()).text
    assert "Theo ghi chép: có mặt 5/5 = 100,0 %, được 10 điểm." in page
    assert "Các tiêu chí còn lại đạt đủ điểm" in page
    assert FORGOTTEN not in page
    client.post(url(draft), {"how": "rest"})
    assert "loại khá" in client.get(draft.get_absolute_url()).text
    assert QualityScore.objects.valid().get(meeting=draft).total == 83
    client.post(url(draft), {"how": "none"})
    assert not QualityScore.objects.valid().exists()


def test_page_of_a_scored_meeting_reads_each_kind_of_row_once(
    client, scored, leader, django_assert_max_num_queries
):
    client.force_login(leader)
    client.get(scored.get_absolute_url())
    with django_assert_max_num_queries(41):  # 38 and what a busy day adds; 72 when each asked anew
        client.get(scored.get_absolute_url())


def test_score_of_a_day_corrected_to_one_without_a_frame_can_be_taken_back(client, scored, leader):
    before = {"meets_on": dt.date(2018, 7, 5), "counts_for": dt.date(2018, 7, 1)}
    Meeting.objects.filter(pk=scored.pk).update(**before)
    client.force_login(leader)
    page = client.get(scored.get_absolute_url()).text
    assert '<a href="#close-score">Ngày họp này không có khung điểm nào: hãy bỏ' in page
    assert 'id="close-score"' in page
    assert FORGOTTEN not in page
    client.post(url(scored), {"how": "none"})
    page = client.get(scored.get_absolute_url()).text
    assert "close-score" not in page


def test_band_is_told_in_the_reader_s_language(client, scored, leader, inspector):
    client.force_login(leader)
    client.post(url(scored), {"how": "rest"})
    client.force_login(inspector)
    assert "<dd>83/100, khá</dd>" in client.get(scored.get_absolute_url()).text
    client.cookies["partyunit_language"] = "en"
    assert "<dd>83/100, fair</dd>" in client.get(scored.get_absolute_url()).text


def test_point_is_typed_with_a_comma(client, scored, leader):
    client.force_login(leader)
    answer = client.post(line_url(scored), sent())
    assert answer.status_code == 302
    assert str(ScoreLine.objects.get(criterion="5.2").points) == "4.5"


def test_saved_line_tells_the_total_at_once(client, scored, leader):
    client.force_login(leader)
    answer = client.post(line_url(scored), sent(), headers={"hx-request": "true"})
    assert answer["HX-Trigger"] == "saved"
    assert 'id="score-total"' in answer.text
    assert "28,5" in answer.text
    assert "Một ý kiến chưa được hỏi" in answer.text


def test_button_draws_that_line_alone(client, scored, leader):
    client.force_login(leader)
    typed = sent(save="1", new="1")
    answer = client.post(line_url(scored), typed, headers={"hx-request": "true"})
    assert answer.text.count("<li id=") == 1


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"points": "6"}, "Điểm từ 0 đến điểm tối đa của tiêu chí."),
        ({"points": "-1"}, "Điểm từ 0 đến điểm tối đa của tiêu chí."),
        ({"points": "nhiều"}, NOT_POINTS),
        ({"points": "2,25"}, NOT_POINTS),
        ({"points": "1e3"}, NOT_POINTS),
        ({"points": "NaN"}, NOT_POINTS),
        ({"points": ""}, NOT_POINTS),
        ({"reason": " "}, "Trừ điểm thì phải ghi lý do."),
        ({"key": "9.9"}, "Khung điểm không có tiêu chí này."),
    ],
)
def test_bad_input_is_told_and_kept(client, scored, leader, typed, sentence):
    client.force_login(leader)
    answer = client.post(line_url(scored), sent(**typed))
    assert answer.status_code == 422
    assert sentence in answer.text
    if typed.get("points"):
        assert f'value="{typed["points"]}"' in answer.text


def test_conflict_shows_both(client, scored, leader):
    client.force_login(leader)
    client.post(line_url(scored), sent())
    answer = client.post(line_url(scored), sent(points="3", reason="Còn hình thức"))
    assert answer.status_code == 409
    assert "Một ý kiến chưa được hỏi" in answer.text
    assert "Còn hình thức" in answer.text
    over = answer.text.split('name="over" value="')[1].split('"')[0]
    client.post(line_url(scored), sent(points="3", reason="Còn hình thức", over=over))
    assert ScoreLine.objects.valid().get(criterion="5.2").points == 3


@pytest.mark.parametrize("how", ["", "all"])
def test_unknown_button_does_not_exist(client, draft, leader, how):
    client.force_login(leader)
    assert client.post(url(draft), {"how": how}).status_code == 404


def test_refusal_is_told_on_the_page(client, draft, leader):
    client.force_login(leader)
    answer = client.post(url(draft), {"how": "rest"})
    assert answer.status_code == 409
    assert "Cuộc họp này chưa mở chấm điểm." in answer.text


def test_out_of_scope_does_not_exist(client, draft, stranger):
    client.force_login(stranger)
    assert client.post(url(draft), {"how": "record"}).status_code == 404
    assert client.post(line_url(draft), sent()).status_code == 404


def test_reader_is_refused(client, draft, inspector):
    client.force_login(inspector)
    assert client.post(url(draft), {"how": "record"}).status_code == 403
    assert client.post(line_url(draft), sent()).status_code == 403
    assert not QualityScore.objects.exists()


def test_get_is_refused(client, draft, leader):
    client.force_login(leader)
    assert client.get(url(draft)).status_code == 405


def test_line_is_not_taken_off(client, scored, leader):
    client.force_login(leader)
    line = ScoreLine.objects.first()
    where = reverse("meetings:remove_row", args=[scored.pk, "score", line.uid])
    assert client.post(where, {"version": 1}).status_code == 404
