"""The register, one meeting's page, the month's board, the leader's own page, the printed minutes."""

import datetime as dt

import pytest
from django.urls import reverse

from meetings import services
from meetings.models import Meeting
from tests import factories
from tests.meetings import building

pytestmark = pytest.mark.django_db
LIST = reverse("meetings:list")


def listed(response) -> set[int]:
    return {row.record.pk for row in response.context["listing"].rows}


@pytest.fixture
def history(cell, other_cell, foreign_cell):
    """Meetings of three cells, one of them of another committee."""
    held = {"state": "held"}
    return {
        "january": building.planned(cell, meets_on=dt.date(2019, 1, 10), **held),
        "february": building.planned(other_cell, meets_on=dt.date(2019, 2, 12), **held),
        "future": building.planned(cell, meets_on=dt.date(2019, 3, 20)),
        "foreign": building.planned(foreign_cell, meets_on=dt.date(2019, 2, 1), **held),
    }


def test_list_is_that_of_the_day(client, officer, history):
    client.force_login(officer)
    today = listed(client.get(LIST))
    assert today == {history[name].pk for name in ("january", "february", "future")}
    assert listed(client.get(LIST, {"on": "31/01/2019"})) == {history["january"].pk}


def test_leader_lists_the_own_cell_only(client, leader, history):
    client.force_login(leader)
    assert listed(client.get(LIST)) == {history["january"].pk, history["future"].pk}


def test_filters_narrow_the_list(client, officer, history, other_cell, people, leader):
    client.force_login(officer)
    building.everyone_present(history["future"], leader)
    assert listed(client.get(LIST, {"cell": other_cell.pk})) == {history["february"].pk}
    assert listed(client.get(LIST, {"state": "planned"})) == {history["future"].pk}
    between = {"from": "01/02/2019", "to": "28/02/2019"}
    assert listed(client.get(LIST, between)) == {history["february"].pk}
    assert listed(client.get(LIST, {"minutes": "draft"})) == {history["future"].pk}
    none = {history["january"].pk, history["february"].pk}
    assert listed(client.get(LIST, {"minutes": "none"})) == none


def test_search_needs_no_accents(client, officer, history):
    client.force_login(officer)
    topic = "Xây dựng ý thức tôn trọng nhân dân"
    Meeting.objects.filter(pk=history["january"].pk).update(
        topic=topic, search_topic="xay dung y thuc ton trong nhan dan"
    )
    assert listed(client.get(LIST, {"q": "TON TRONG nhân"})) == {history["january"].pk}
    assert listed(client.get(LIST, {"q": "dieu tra"})) == {history["february"].pk}


def test_voided_meeting_is_not_listed(client, officer, history):
    Meeting.objects.filter(pk=history["january"].pk).update(
        voided_at=dt.datetime(2019, 3, 1, tzinfo=dt.UTC), void_reason="ghi nhầm"
    )
    client.force_login(officer)
    assert history["january"].pk not in listed(client.get(LIST))


@pytest.mark.parametrize("rows", [1, 3, 40])
def test_list_costs_the_same_for_any_number_of_rows(
    client, officer, cell, rows, django_assert_num_queries
):
    for number in range(rows):
        month = dt.date(2015 + number // 12, number % 12 + 1, 10)
        building.planned(cell, meets_on=month, state="held")
    client.force_login(officer)
    client.get(LIST)
    with django_assert_num_queries(LIST_QUERIES):
        assert client.get(LIST).status_code == 200


LIST_QUERIES = 11


@pytest.mark.parametrize("name", ["list", "month", "mine", "plan"])
def test_pages_open_for_the_leader(client, leader, history, name):
    client.force_login(leader)
    assert client.get(reverse(f"meetings:{name}")).status_code == 200


@pytest.mark.parametrize("name", ["list", "month", "mine"])
def test_administrator_is_refused(client, administrator, name):
    client.force_login(administrator)
    assert client.get(reverse(f"meetings:{name}")).status_code == 403


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("leader", 200),
        ("clerk", 200),
        ("officer", 200),
        ("inspector", 200),
        ("secretary", 200),
        ("stranger", 404),
    ],
)
def test_meeting_page_by_role(client, request, draft, who, status):
    client.force_login(request.getfixturevalue(who))
    response = client.get(reverse("meetings:detail", args=[draft.pk]))
    assert response.status_code == status
    if status == 200:
        may_write = who in ("leader", "clerk", "officer")
        assert ("meetings/work.html" in [t.name for t in response.templates]) is may_write


def test_reader_sees_no_field_to_write(client, draft, inspector):
    client.force_login(inspector)
    page = client.get(reverse("meetings:detail", args=[draft.pk])).content.decode()
    assert "Thống nhất." in page
    assert "/dong/" not in page


def test_figures_of_the_roll_lead_to_its_rows(client, draft, people, inspector, leader):
    row = draft.attendances.get(member=people[0])
    told = {"state": "excused", "reason": "ốm", "version": row.version}
    services.record_attendance(attendance=row, on=draft.meets_on, by=leader, **told)
    client.force_login(inspector)
    page = client.get(draft.get_absolute_url()).text
    assert '<dt>có mặt</dt><dd><a href="#roll">4/5</a></dd>' in page
    absent = page.partition('id="roll"')[2].partition("<dt>Vắng có lý do</dt><dd>")[2]
    assert absent.startswith(f'{people[0]} <span class="muted">(ốm)</span>')


def test_chair_sees_the_button_to_approve(client, submitted, leader, officer):
    url = reverse("meetings:detail", args=[submitted.meeting_id])
    client.force_login(leader)
    assert "Duyệt biên bản" in client.get(url).content.decode()
    client.force_login(officer)
    page = client.get(url).content.decode()
    assert "Duyệt biên bản" not in page
    assert "Trả lại kèm ý kiến" in page


def test_text_typed_after_approval_is_shown_not_lost(client, approved, leader):
    client.force_login(leader)
    url = reverse("meetings:save_row", args=[approved.meeting_id, "agenda"])
    uid = "7d3c6f34-8a53-4b54-9c0b-0d6d3a1f0001"
    data = {"uid": uid, "version": "0", "title": "Gõ dở dang", "conclusion": ""}
    response = client.post(url, data)
    page = response.content.decode()
    assert response.status_code == 422
    assert "Gõ dở dang" in page
    assert "Biên bản đã duyệt" in page
    quiet = client.post(url, data, headers={"HX-Request": "true"}).content.decode()
    assert "Biên bản đã duyệt" in quiet


def test_desk_says_what_is_to_do(client, leader, meeting, draft):
    client.force_login(leader)

    def desk() -> str:
        return client.get(reverse("meetings:mine")).content.decode()

    assert "Ghi tiếp, chấm điểm và trình duyệt" in desk()
    services.submit_minutes(meeting=draft, on=building.TODAY, by=leader)
    assert "Xem và duyệt biên bản, chưa chấm điểm: " in desk()
    services.return_minutes(minutes=draft.minutes, remark="Chấm điểm", by=leader)
    services.score_from_record(meeting=draft, on=building.TODAY, by=leader)
    services.score_the_rest(meeting=draft, by=leader)
    services.submit_minutes(meeting=draft, on=building.TODAY, by=leader)
    assert "Xem và duyệt biên bản: " in desk()


def test_desk_asks_for_a_plan_when_the_month_has_no_meeting(client, leader):
    client.force_login(leader)
    page = client.get(reverse("meetings:mine")).content.decode()
    assert "Chưa đề xuất lịch họp thường kỳ tháng 03/2019" in page


def test_month_board_marks_cells_without_a_meeting(client, officer, meeting, other_cell):
    client.force_login(officer)
    page = client.get(reverse("meetings:month"), {"month": "03/2019"}).content.decode()
    assert "Họp chi bộ tháng 3 năm 2019" in page
    assert "Chưa có kế hoạch họp thường kỳ." in page


def test_draft_pdf_and_preview_carry_no_code(client, draft, inspector):
    client.force_login(inspector)
    preview = client.get(reverse("meetings:minutes", args=[draft.pk]))
    assert "Bản nháp, chưa duyệt." in preview.content.decode()
    assert client.get(reverse("meetings:minutes_pdf", args=[draft.pk])).status_code == 200


def test_minutes_nobody_wrote_are_404(client, meeting, inspector, stranger):
    client.force_login(inspector)
    assert client.get(reverse("meetings:minutes", args=[meeting.pk])).status_code == 404
    client.force_login(stranger)
    assert client.get(reverse("meetings:minutes_pdf", args=[meeting.pk])).status_code == 404


def test_addendum_is_written_by_the_page(client, approved, leader, inspector):
    url = reverse("meetings:add_addendum", args=[approved.meeting_id])
    client.force_login(inspector)
    assert client.post(url, {"text": "x"}).status_code == 403
    client.force_login(leader)
    assert client.get(url).status_code == 405
    assert client.post(url, {"text": ""}).status_code == 422
    assert client.post(url, {"text": "Bổ sung tên khách dự."}).status_code == 302
    page = client.get(reverse("meetings:detail", args=[approved.meeting_id])).content.decode()
    assert "Bổ sung tên khách dự." in page


def test_committee_meeting_page_opens(client, officer, committee, cell):
    member = factories.place(cell)
    factories.PositionFactory(member=member, title="committee_member", committee=committee)
    meeting = factories.MeetingFactory(
        cell=None, committee=committee, kind="committee", meets_on=building.TODAY
    )
    client.force_login(officer)
    page = client.get(meeting.get_absolute_url()).text
    assert "Danh sách là các ủy viên Ban Chấp hành của đúng ngày họp." in page
    assert "sinh hoạt tạm thời" not in page
    client.post(reverse("meetings:everyone", args=[meeting.pk]))
    response = client.get(reverse("meetings:detail", args=[meeting.pk]))
    assert response.status_code == 200
    assert meeting.attendances.count() == 1


def test_meetings_of_one_member_as_the_roll_says(client, officer, cell):
    member = factories.place(cell)
    for month, state in ((1, "present"), (2, "absent")):
        meeting = building.planned(cell, meets_on=dt.date(2019, month, 5), state="held")
        factories.AttendanceFactory(meeting=meeting, member=member, state=state)
    building.planned(cell, meets_on=dt.date(2019, 3, 5), state="held")
    client.force_login(officer)
    for query, count in [({}, 2), ({"attended": "absent"}, 1), ({"attended": "excused"}, 0)]:
        asked = {"member": member.pk, "on": "13/03/2019"} | query
        assert client.get(LIST, asked).context["listing"].count == count
