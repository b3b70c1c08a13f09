"""Submitting: complete minutes of a meeting that took place, by clerk or leader."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from audit.models import AuditEntry
from meetings import services
from meetings.models import Attendance, Meeting
from tests import factories
from tests.meetings import building

TODAY = building.TODAY
pytestmark = pytest.mark.django_db


def submit(meeting, by, on=TODAY):
    return services.submit_minutes(meeting=meeting, on=on, by=by)


def sentences(meeting, by, on=TODAY) -> list[str]:
    with pytest.raises(ValidationError) as caught:
        submit(meeting, by, on)
    return caught.value.messages


def test_complete_minutes_are_submitted_and_the_meeting_is_held(draft, leader):
    minutes = submit(draft, leader)
    draft.refresh_from_db()
    assert minutes.state == "submitted"
    assert minutes.submitted_by == leader
    assert draft.state == Meeting.State.HELD
    assert AuditEntry.objects.filter(action="meetings.submit").count() == 1


def test_clerk_submits_too(draft, clerk):
    assert submit(draft, clerk).state == "submitted"


def test_everything_missing_is_told_at_once(meeting, leader):
    meeting.starts_at = meeting.ends_at = None
    meeting.save()
    assert sentences(meeting, leader) == [
        "Chưa ghi giờ bắt đầu và giờ kết thúc.",
        "Chưa mở danh sách điểm danh.",
        "Chưa ghi nội dung họp nào.",
        "Chưa ghi kết luận của chủ trì.",
    ]


def test_not_recorded_attendance_blocks(draft, people, leader):
    Attendance.objects.filter(meeting=draft, member=people[0]).update(state="not_recorded")
    assert sentences(draft, leader) == ["Còn 1 đồng chí chưa ghi điểm danh."]


def test_task_due_or_done_before_a_day_the_meeting_was_moved_to(draft, leader, people):
    for name, told in (
        ("Việc gấp", {"due_on": TODAY}),
        ("Việc nhanh", {"state": "done", "closed_on": TODAY}),
    ):
        given = {"due_on": dt.date(2019, 3, 31), "assignee": people[0], **told}
        factories.ActionItemFactory(meeting=draft, task=name, **given)
    Meeting.objects.filter(pk=draft.pk).update(meets_on=dt.date(2019, 3, 14))
    draft.refresh_from_db()
    assert sentences(draft, leader, on=dt.date(2019, 3, 14)) == [
        "Việc “Việc gấp” có hạn trước ngày họp 14/03/2019.",
        "Việc “Việc nhanh” ghi xong trước ngày họp 14/03/2019.",
    ]


def test_chair_and_clerk_must_be_present(draft, leader, clerk):
    Attendance.objects.filter(meeting=draft, member__in=[leader.member, clerk.member]).update(
        state="absent"
    )
    assert sentences(draft, leader) == [
        "Chưa chọn người chủ trì trong số có mặt.",
        "Chưa chọn thư ký trong số có mặt.",
    ]


def test_agenda_needs_conclusions(draft, leader):
    building.point(draft, by=leader, conclusion="")
    assert sentences(draft, leader) == ["Nội dung 2 chưa có kết luận."]


def test_future_meeting_is_refused(draft, leader):
    assert sentences(draft, leader, on=dt.date(2019, 3, 12)) == [
        "Ngày họp 13/03/2019 chưa đến; chỉ trình biên bản của cuộc họp đã diễn ra."
    ]
    assert submit(draft, leader, on=TODAY).state == "submitted"


def test_submitted_minutes_take_no_rows(submitted, leader):
    with pytest.raises(ValidationError, match="đang chờ duyệt"):
        building.point(submitted.meeting, by=leader)
    with pytest.raises(ValidationError, match="đang chờ duyệt"):
        submit(submitted.meeting, leader)


def test_page_submits_or_tells_what_is_missing(client, meeting, leader, clerk):
    client.force_login(leader)
    url = reverse("meetings:submit", args=[meeting.pk])
    refused = client.post(url)
    assert refused.status_code == 409
    assert "Chưa mở danh sách điểm danh." in refused.content.decode()
    building.recorded(meeting, chair=leader.member, clerk=clerk.member, by=leader)
    assert client.post(url).status_code == 302
    assert meeting.minutes.state == "submitted"


def test_out_of_scope_is_404_reader_is_403_get_is_405(client, draft, stranger, inspector, leader):
    url = reverse("meetings:submit", args=[draft.pk])
    for user, status in [(stranger, 404), (inspector, 403)]:
        client.force_login(user)
        assert client.post(url).status_code == status
    client.force_login(leader)
    assert client.get(url).status_code == 405
