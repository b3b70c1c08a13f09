"""Votes typed on the page of a meeting: stored row by row, answered in words beside it."""

import uuid

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from audit.models import AuditEntry
from meetings import services
from meetings.minutes.content import compose
from meetings.models import Attendance, Meeting, Vote
from meetings.votes.form import matter_of
from members.models import CandidateStep
from tests import factories
from tests.meetings import building
from tests.meetings.test_votes import cast

pytestmark = pytest.mark.django_db


def url(meeting):
    return reverse("meetings:save_row", args=[meeting.pk, "vote"])


def typed(**values):
    filled = {"matter": "resolution", "subject": "Nghị quyết tháng 3", "votes_for": "4"}
    return {"uid": str(uuid.uuid4()), "version": "0", "save": "1", **filled, **values}


def quiet(client, meeting, data):
    return client.post(url(meeting), data, headers={"HX-Request": "true"})


@pytest.fixture
def called(client, meeting, leader):
    """The roll is called, everyone came, the leader logs."""
    client.force_login(leader)
    return building.everyone_present(meeting, leader)


def page_of(client, meeting) -> str:
    return client.get(reverse("meetings:detail", args=[meeting.pk])).content.decode()


def test_vote_is_stored_and_told_in_words(client, called):
    data = typed(votes_for="3", votes_against="", votes_other="1", other_views="Xin lùi")
    response = client.post(url(called), data)
    assert response.status_code == 302
    assert response.url.endswith(f"#row-{data['uid']}")
    vote = Vote.objects.get()
    assert (vote.votes_for, vote.votes_against, vote.votes_other) == (3, 0, 1)
    page = page_of(client, called)
    assert "3/4 tán thành" in page
    assert "cần trên 1/2, tức 3" in page
    assert "được thông qua" in page


def test_button_makes_all_who_can_vote_agree(client, called, people, leader):
    row = Attendance.objects.get(meeting=called, member=people[0])
    services.record_attendance(
        attendance=row,
        state="excused",
        reason="đi công tác",
        version=row.version,
        on=building.TODAY,
        by=leader,
    )
    data = typed(votes_for="", votes_against="2", save="unanimous", new="1")
    answer = quiet(client, called, data)
    vote = Vote.objects.get()
    assert (vote.votes_for, vote.votes_against, vote.base) == (3, 0, 4)
    assert answer["HX-Retarget"] == f"#row-{data['uid']}"
    assert answer.content.decode().count('name="new"') == 1  # the next empty vote


def test_vote_saves_itself_and_its_answer_comes_with_the_figures(client, called):
    data = typed(save="")
    page = quiet(client, called, data).content.decode()
    assert f'id="answer-{data["uid"]}"' in page
    assert "4/4 tán thành" in page
    assert 'name="votes_for"' not in page


def test_vote_on_a_point_stands_under_it(client, called, leader):
    item = building.point(called, by=leader, title="Kế hoạch quý II")
    data = typed(item=str(item.uid), subject="Kế hoạch quý II")
    assert client.post(url(called), data).status_code == 302
    assert Vote.objects.get().item == item
    page = page_of(client, called)
    assert "Bỏ cả biểu quyết đã ghi." in page
    assert page.index(f"row-{data['uid']}") < page.index('id="h-close"')


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"votes_for": "5"}, "Tổng 5 phiếu, nhưng chỉ 4 đảng viên chính thức"),
        ({"votes_for": "4", "votes_against": "1"}, "Tổng 5 phiếu"),
        ({"votes_for": "-1"}, "Số này nhỏ nhất là 0."),
        ({"votes_for": "ba"}, "số nguyên"),
        ({"votes_for": ""}, "Hãy ghi mục này."),
        ({"votes_for": "99999"}, "Số này lớn nhất là 9999."),
        ({"subject": ""}, "Hãy ghi mục này."),
        ({"matter": "khac"}, "Không có lựa chọn «khac»"),
        ({"is_secret": "on", "other_views": "nói khác"}, "Bỏ phiếu kín chỉ ghi số phiếu"),
        # a cell without candidates: chosen in a window opened before the only one was taken off
        ({"matter": "admission", "candidate": "1"}, "Không có lựa chọn «1»"),
        ({"matter": "admission", "candidate": "abc"}, "Không có lựa chọn «abc»"),
    ],
)
def test_bad_input_shows_its_message_beside_the_field(client, called, wrong, message):
    response = client.post(url(called), typed(**wrong))
    page = response.content.decode()
    assert response.status_code == 422
    assert message in page
    assert 'class="entry wrong"' in page
    assert not Vote.objects.exists()


def test_conflict_shows_both_votes(client, called, leader):
    vote = cast(called, leader, subject="Gốc")
    cast(called, leader, uid=vote.uid, version=1, votes_for=3, subject="Của người kia")
    data = typed(uid=str(vote.uid), version="1", subject="Của tôi")
    response = client.post(url(called), data)
    page = response.content.decode()
    assert response.status_code == 409
    assert "Của người kia" in page
    assert "Của tôi" in page
    client.post(url(called), {**data, "over": f"{vote.uid}:2"})
    vote.refresh_from_db()
    assert vote.subject == "Của tôi"


def test_unfinished_roll_is_told_beside_the_vote(client, meeting, people, leader):
    client.force_login(leader)
    services.open_roll(meeting=meeting, by=leader)
    assert client.post(url(meeting), typed()).status_code == 302
    assert "Điểm danh chưa xong." in page_of(client, meeting)


def test_vote_on_a_point_just_removed_is_shown_to_be_copied(client, called, leader):
    item = building.point(called, by=leader)
    services.remove_row(item, version=1, by=leader)
    response = client.post(url(called), typed(item=str(item.uid), subject="Chữ đã gõ"))
    assert response.status_code == 422
    assert "Chữ đã gõ" in response.content.decode()


def test_vote_is_taken_off(client, called, leader):
    vote = cast(called, leader)
    remove = reverse("meetings:remove_row", args=[called.pk, "vote", vote.uid])
    assert client.post(remove, {"version": "1"}).status_code == 302
    assert not Vote.objects.valid().exists()


def test_out_of_scope_is_404_reader_is_403_get_is_405(client, called, stranger, inspector):
    assert client.get(url(called)).status_code == 405
    for user, status in [(stranger, 404), (inspector, 403)]:
        client.force_login(user)
        assert client.post(url(called), typed()).status_code == status


def test_roll_corrected_tells_the_votes_that_turned(client, called, people, leader):
    vote = cast(called, leader, votes_for=2, votes_against=1)
    row = Attendance.objects.get(meeting=called, member=people[0])
    data = {"uid": str(row.uid), "version": row.version, "state": "elsewhere", "reason": ""}
    address = reverse("meetings:save_row", args=[called.pk, "attendance"])
    page = client.post(address, data, headers={"HX-Request": "true"}).content.decode()
    assert f'id="answer-{vote.uid}"' in page
    assert 'hx-swap-oob="innerHTML:#turned"' in page
    assert "Biểu quyết «Nghị quyết tháng 3» được tính lại: được thông qua." in page
    assert 'id="turned"' in page_of(client, called)
    # the button pressed after the choice saved itself leaves standing what was told
    again = {**data, "version": row.version + 1, "save": "1"}
    assert (
        "#turned"
        not in client.post(address, again, headers={"HX-Request": "true"}).content.decode()
    )
    back = {**data, "version": row.version + 1, "state": "present", "save": "1"}
    page = client.post(address, back, follow=True).content.decode()
    assert "được tính lại: không được thông qua." in page
    assert AuditEntry.objects.filter(action="meetings.recount_vote").count() == 2


def test_rule_corrected_before_submission_counts_once_more(client, draft, leader):
    client.force_login(leader)
    vote = cast(draft, leader, votes_for=3)
    rule = vote.rule
    rule.parameters |= {"resolution": [1, 1]}
    rule.save(update_fields=["parameters"])
    page = client.post(reverse("meetings:submit", args=[draft.pk]), follow=True).content.decode()
    assert "Biểu quyết «Nghị quyết tháng 3» được tính lại: không được thông qua." in page
    vote.refresh_from_db()
    assert (vote.needed, vote.is_passed) == (4, False)


def test_rule_corrected_after_submission_keeps_the_old_count_off_the_signed_paper(draft, leader):
    """Else it would print a share that the number beside it does not follow."""
    vote = cast(draft, leader, votes_for=3)
    minutes = services.submit_minutes(meeting=draft, on=building.TODAY, by=leader)
    vote.rule.parameters |= {"resolution": [1, 1]}
    vote.rule.save(update_fields=["parameters"])
    with pytest.raises(ValidationError, match="«Nghị quyết tháng 3» phải tính lại"):
        services.approve_minutes(minutes=minutes, on=building.TODAY, by=leader)
    services.return_minutes(minutes=minutes, remark="Tính lại.", by=leader)
    services.submit_minutes(meeting=draft, on=building.TODAY, by=leader)
    [told] = compose(draft)["votes"]
    assert (told["share"], told["needed"], told["passed"]) == ([1, 1], 4, False)


def test_constant_number_of_statements_for_more_votes(
    client, called, leader, django_assert_num_queries, django_assert_max_num_queries
):
    address = reverse("meetings:detail", args=[called.pk])
    cast(called, leader)
    client.get(address)
    with django_assert_max_num_queries(100) as first:
        client.get(address)
    for number in range(3):
        cast(called, leader, subject=f"Việc {number}")
    with django_assert_num_queries(len(first)):
        client.get(address)


@pytest.mark.parametrize(
    ("title", "matter"),
    [
        ("Xét, đề nghị kết nạp quần chúng Thử", "admission"),
        ("Xét công nhận đảng viên chính thức", "recognition"),
        ("Đề nghị khai trừ, kỷ luật đảng viên", "expulsion"),
        ("Thi hành kỷ luật", "discipline"),
        ("Xóa tên đảng viên dự bị", "removal"),
        ("Đề nghị khen thưởng quý I", "award"),
        ("Đánh giá, xếp loại năm 2018", "rating"),
        ("Nghị quyết tháng 3", "resolution"),
    ],
)
def test_title_of_a_point_tells_what_is_voted_on(title, matter):
    assert matter_of(title) == matter


def test_member_left_out_of_the_base_without_an_act_is_named(client, called, people, leader):
    Attendance.objects.filter(member=people[0]).update(state="elsewhere")
    page = page_of(client, called)
    assert "Sổ chưa có quyết định miễn hoặc giấy giới thiệu" in page
    assert "ngày này của: Lù Văn Thử." in page
    Attendance.objects.filter(member=people[0]).update(state="excused", reason="ốm")
    assert "Sổ chưa có quyết định miễn" not in page_of(client, called)


# -- to the step of the person ----------------------------------------------------------------------


def test_admission_that_carried_offers_its_counts_to_the_step(client, called, cell, officer):
    candidate = factories.CandidateFactory(cell=cell)
    told = {"matter": "admission", "candidate": candidate}
    vote = cast(called, officer, **told, votes_for=3, votes_against=1)
    client.force_login(officer)
    page = page_of(client, called)
    address = reverse("members:take_step", args=[candidate.pk])
    assert f"{address}?kind=cell_resolution&amp;done_on=13%2F03%2F2019" in page
    filled = client.get(
        address,
        {
            "kind": "cell_resolution",
            "done_on": "13/03/2019",
            "votes_base": "4",
            "votes_for": "3",
        },
    ).content.decode()
    assert 'value="13/03/2019"' in filled
    assert 'name="votes_base" value="4"' in filled
    step = CandidateStep.objects.create(
        candidate=candidate,
        kind="cell_resolution",
        done_on=building.TODAY,
        votes_base=4,
        votes_for=3,
    )
    correct = reverse("members:step_update", args=[step.pk])
    page = page_of(client, called)
    assert address not in page
    assert correct not in page
    # corrected after that, and once more after it did not carry any longer
    vote = cast(
        called, officer, uid=vote.uid, version=1, matter="admission", votes_for=4, votes_against=0
    )
    page = page_of(client, called)
    assert correct in page
    assert "đã ghi 3/4, biểu quyết là 4/4" in page
    cast(called, officer, uid=vote.uid, version=2, matter="admission", votes_for=1)
    assert "đã ghi 3/4, biểu quyết là 1/4" in page_of(client, called)


def test_admission_taken_again_offers_the_last_counts_and_a_voided_one_nothing(
    client, called, cell, officer
):
    told = {"matter": "admission", "candidate": factories.CandidateFactory(cell=cell)}
    votes = [cast(called, officer, **told, votes_for=count) for count in (4, 3)]
    client.force_login(officer)
    page = page_of(client, called)
    assert ("votes_for=3" in page, "votes_for=4" in page) == (True, False)
    for vote in votes:
        services.remove_row(vote, version=1, by=officer)
    assert "votes_for=" not in page_of(client, called)


@pytest.mark.parametrize(
    "change",
    [
        {"voided_at": timezone.now(), "void_reason": "nhầm"},
        {"state": "postponed"},
        {"meets_on": "2019-03-14"},
    ],
)
def test_meeting_that_did_not_take_place_offers_no_counts(client, called, cell, officer, change):
    candidate = factories.CandidateFactory(cell=cell)
    cast(called, officer, matter="admission", candidate=candidate)
    client.force_login(officer)
    assert "votes_for=4" in page_of(client, called)
    Meeting.objects.update(state_reason="mưa", **change)
    assert "votes_for=4" not in page_of(client, called)


def test_admission_of_nobody_named_is_told_to_lead_nowhere(client, called, leader):
    cast(called, leader, matter="admission")
    assert "Chưa chọn về ai nên số phiếu không chuyển được" in page_of(client, called)


def test_recognition_offers_its_counts_to_the_probationers_step(client, called, people, officer):
    cast(called, officer, matter="recognition", member=people[2], votes_for=4)
    client.force_login(officer)
    assert reverse("members:take_recognition_step", args=[people[2].pk]) in page_of(client, called)


def test_step_is_offered_to_its_writers_only_and_for_votes_that_carried(
    client, called, cell, leader, officer
):
    candidate = factories.CandidateFactory(cell=cell)
    vote = cast(called, leader, matter="admission", candidate=candidate, votes_for=3)
    address = reverse("members:take_step", args=[candidate.pk])
    assert address not in page_of(client, called)
    client.force_login(officer)
    assert address in page_of(client, called)
    cast(called, leader, uid=vote.uid, version=1, matter="admission", votes_for=2)
    assert address not in page_of(client, called)
