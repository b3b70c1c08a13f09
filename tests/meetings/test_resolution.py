"""The resolution of the month: from approved minutes and a vote that carried, numbered and frozen."""

import datetime as dt
import hashlib
import io
import uuid
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from docx import Document as Word

from documents.models import Document
from documents.papers.digest import canonical_json, sha256_hex
from meetings import services
from meetings.minutes import content
from meetings.minutes.resolution import compose_resolution, printable_resolution
from meetings.models import ActionItem, MinutesSection, Resolution, Vote
from tests import factories
from tests.documents.reading import text_of
from tests.meetings import building

pytestmark = pytest.mark.django_db


def save(model, meeting, *, by, **values):
    return services.save_row(model, meeting=meeting, uid=uuid.uuid4(), version=0, by=by, **values)


def cast(meeting, by, *, votes_for=4):
    values = {"matter": "resolution", "subject": "Nghị quyết tháng 3", "votes_for": votes_for}
    return save(Vote, meeting, by=by, votes_against=4 - votes_for, **values)


@pytest.fixture
def passed(draft, people, leader):
    """Approved minutes of a meeting that carried its resolution."""
    save(MinutesSection, draft, by=leader, part="ideology", text="Đảng viên yên tâm công tác.")
    save(MinutesSection, draft, by=leader, part="next_month", text="Trực sẵn sàng chiến đấu.")
    due_on = building.TODAY.replace(day=31)
    save(ActionItem, draft, by=leader, task="Lập lịch trực", assignee=people[0], due_on=due_on)
    cast(draft, leader)
    minutes = services.submit_minutes(meeting=draft, on=building.TODAY, by=leader)
    return services.approve_minutes(minutes=minutes, on=building.TODAY, by=leader)


@pytest.fixture
def resolution(passed, leader):
    return services.issue_resolution(minutes=passed, on=building.TODAY, by=leader)


def test_resolution_takes_its_own_number_and_matches_its_digests(resolution, passed):
    assert (resolution.document.number, resolution.document.kind) == ("01-NQ/CB", "NQ")
    assert sha256_hex(canonical_json(resolution.frozen)) == resolution.content_sha256
    for form in ("pdf", "docx"):
        data = Path(getattr(resolution, form).path).read_bytes()
        assert hashlib.sha256(data).hexdigest() == getattr(resolution, f"{form}_sha256")
    assert resolution.frozen["minutes"] == {"number": "01-BB/CB", "code": passed.code}


def test_paper_has_four_parts_and_the_secretarys_signature(resolution):
    text = text_of(Path(resolution.pdf.path).read_bytes())
    for words in (
        "NGHỊ QUYẾT",
        "Căn cứ biên bản số 01-BB/CB",
        "với 4/4 đồng chí tán thành (100 %)",
        "I- KIỂM ĐIỂM CÔNG TÁC THÁNG 2/2019",
        "1. Công tác chính trị, tư tưởng",
        "II- NHIỆM VỤ THÁNG 3/2019",
        "Trực sẵn sàng chiến đấu.",
        "III- PHÂN CÔNG THỰC HIỆN",
        "Lập lịch trực",
        "IV- CHI BỘ TỰ CHẤM CHẤT LƯỢNG SINH HOẠT",
        "T/M CHI BỘ",
        "BÍ THƯ Bí Thư Chi Bộ Thử",
        "Lưu Chi bộ.",
        resolution.code,
    ):
        assert words in text


def test_word_file_says_the_same(resolution):
    document = Word(io.BytesIO(Path(resolution.docx.path).read_bytes()))
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 2"]
    assert [heading.split("-")[0] for heading in headings] == ["I", "II", "III", "IV"]
    assert document.tables[-1].rows[0].cells[1].text.startswith("T/M CHI BỘ\nBÍ THƯ")


def test_last_months_tasks_stand_in_a_table_with_state_and_result(draft, people):
    before = building.planned(draft.cell, meets_on=building.TODAY.replace(month=2), state="held")
    factories.ActionItemFactory(
        meeting=before, assignee=people[0], task="Kiểm kê", state="done", result="Đủ.",
        due_on=building.TODAY, closed_on=building.TODAY,
    )  # fmt: skip
    printed = printable_resolution(compose_resolution(content.compose(draft)))
    (part,) = [part for part in printed["review"] if part["tasks"]]
    assert part["heading"] == "Kết quả thực hiện nghị quyết tháng trước"
    assert [(row["task"], row["state"], row["result"]) for row in part["tasks"]] == [
        ("Kiểm kê", "xong", "Đủ")
    ]


def test_month_ahead_without_words_of_its_own_is_what_the_chair_concluded(draft):
    printed = printable_resolution(compose_resolution(content.compose(draft)))
    assert printed["next_month"] == "Hoàn thành các nội dung."


def test_committee_does_not_score_itself(passed):
    from meetings.minutes.resolution import write_resolution

    frozen = compose_resolution(passed.frozen, on=building.TODAY, number="01-NQ/ĐU")
    frozen["organisation"] = {**frozen["organisation"], "cell_id": None}
    text = text_of(write_resolution(frozen, code="ABC").data)
    assert "III- PHÂN CÔNG THỰC HIỆN" in text
    assert "CHẤM CHẤT LƯỢNG" not in text
    assert "Chưa chấm điểm" not in text


@pytest.mark.parametrize(("post", "signs"), [("cell_deputy", "PHÓ BÍ THƯ"), ("", "CHỦ TRÌ")])
def test_whoever_chaired_signs_by_the_post_held(passed, post, signs):
    from meetings.minutes.resolution import write_resolution

    frozen = compose_resolution(passed.frozen, on=building.TODAY, number="01-NQ/CB")
    chair = {**frozen["meeting"]["chair"], "post": post}
    frozen["meeting"] = {**frozen["meeting"], "chair": chair}
    assert f"T/M CHI BỘ {signs} Bí Thư" in text_of(write_resolution(frozen, code="ABC").data)


# -- what stands against it ----------------------------------------------------------------------


def test_draft_minutes_are_refused(submitted, leader):
    with pytest.raises(ValidationError, match="được duyệt rồi mới"):
        services.issue_resolution(minutes=submitted, on=building.TODAY, by=leader)


def test_without_a_vote_that_carried_it_is_refused(draft, leader):
    cast(draft, leader, votes_for=2)
    minutes = services.submit_minutes(meeting=draft, on=building.TODAY, by=leader)
    minutes = services.approve_minutes(minutes=minutes, on=building.TODAY, by=leader)
    with pytest.raises(ValidationError, match="chưa biểu quyết thông qua"):
        services.issue_resolution(minutes=minutes, on=building.TODAY, by=leader)


def test_second_one_is_refused(resolution, passed, leader):
    with pytest.raises(ValidationError, match="đã có nghị quyết"):
        services.issue_resolution(minutes=passed, on=building.TODAY, by=leader)


@pytest.mark.parametrize(
    "change", [{"frozen": {}}, {"issued_on": "2019-01-01"}, {"pdf": "khac"}, {"document": None}]
)
def test_database_refuses_every_change(resolution, change):
    with pytest.raises(IntegrityError), transaction.atomic():
        Resolution.objects.update(**change)


def test_voided_one_keeps_its_number_and_the_next_takes_another(resolution, passed, leader):
    services.void_resolution(
        resolution=resolution, reason="sai", by=leader, version=resolution.version
    )
    assert Document.objects.get(number="01-NQ/CB").is_voided
    again = services.issue_resolution(minutes=passed, on=building.TODAY, by=leader)
    assert again.document.number == "02-NQ/CB"


def test_one_that_something_rests_on_is_not_voided(client, resolution, leader, cell):
    later = building.planned(cell, meets_on=dt.date(2019, 4, 9))
    factories.MeetingPaperFactory(meeting=later, document=resolution.document)
    client.force_login(leader)
    asked = {"reason": "ban hành nhầm", "version": resolution.version}
    answer = client.post(reverse("meetings:void_resolution", args=[resolution.pk]), asked)
    assert "hãy sửa các dòng đó trước" in answer.content.decode()
    resolution.refresh_from_db()
    assert not resolution.is_voided
    assert not resolution.document.is_voided


# -- the page -----------------------------------------------------------------------------------


def url(name, minutes):
    return reverse(f"meetings:{name}", args=[minutes.meeting_id])


def test_chair_issues_by_one_button_and_downloads(client, passed, leader):
    client.force_login(leader)
    page = client.get(passed.meeting.get_absolute_url()).content.decode()
    assert url("issue_resolution", passed) in page
    assert client.post(url("issue_resolution", passed)).status_code == 302
    page = client.get(passed.meeting.get_absolute_url()).content.decode()
    assert "01-NQ/CB" in page
    assert url("issue_resolution", passed) not in page
    row = Resolution.objects.get()
    for form in ("pdf", "docx"):
        response = client.get(url(f"resolution_{form}", passed))
        assert hashlib.sha256(response.content).hexdigest() == getattr(row, f"{form}_sha256")


def test_draft_is_marked_and_without_number(client, draft, leader):
    client.force_login(leader)
    text = text_of(client.get(url("resolution_pdf", draft.minutes)).content)
    assert "BẢN NHÁP" in text
    assert "Số -NQ/CB" in text
    assert "ngày … tháng … năm …" in text


@pytest.mark.parametrize(
    ("who", "status"), [("clerk", 403), ("officer", 403), ("inspector", 403), ("stranger", 404)]
)
def test_others_may_not_issue(client, request, passed, who, status):
    client.force_login(request.getfixturevalue(who))
    assert client.post(url("issue_resolution", passed)).status_code == status


def test_get_does_not_issue(client, passed, leader):
    client.force_login(leader)
    assert client.get(url("issue_resolution", passed)).status_code == 405


def test_refusal_is_told_on_the_page(client, approved, leader):
    client.force_login(leader)
    response = client.post(url("issue_resolution", approved))
    assert response.status_code == 409
    assert "chưa biểu quyết thông qua" in response.content.decode()


@pytest.mark.parametrize(
    ("who", "status"), [("leader", 302), ("officer", 302), ("clerk", 403), ("stranger", 404)]
)
def test_voiding_asks_for_the_right_and_a_reason(client, request, resolution, who, status):
    client.force_login(request.getfixturevalue(who))
    asked = {"reason": "ban hành nhầm", "version": resolution.version}
    response = client.post(reverse("meetings:void_resolution", args=[resolution.pk]), asked)
    assert response.status_code == status
    resolution.refresh_from_db()
    assert resolution.is_voided == (status == 302)


def test_voiding_without_a_reason_is_told(client, resolution, leader):
    client.force_login(leader)
    asked = {"reason": "", "version": resolution.version}
    response = client.post(reverse("meetings:void_resolution", args=[resolution.pk]), asked)
    assert "reason" in response.context["form"].errors
    resolution.refresh_from_db()
    assert not resolution.is_voided


def test_prose_of_the_resolution_is_typed_in_step_four(client, draft, leader):
    client.force_login(leader)
    page = client.get(draft.get_absolute_url()).content.decode()
    folded = page[page.index('id="resolution-text"') :]
    for part in ("ideology", "political_task", "praise", "shortcoming", "next_month"):
        assert f'name="part" value="{part}"' in folded
