"""Minutes that were voided count nowhere, and new ones can be written in their place."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from audit import services as audit
from meetings import services
from meetings.desk import own_desk
from meetings.models import Meeting, Minutes
from tests.meetings import building

pytestmark = pytest.mark.django_db


@pytest.fixture
def voided(approved, officer):
    return audit.void(Minutes.objects.get(pk=approved.pk), by=officer, reason="duyệt nhầm")


def test_list_desk_page_and_paper_do_not_know_them(client, voided, leader):
    client.force_login(leader)
    meeting = voided.meeting
    assert Meeting.objects.with_minutes_state().get(pk=meeting.pk).minutes_state is None
    assert "Ghi biên bản" in [
        duty.sentence for duty in own_desk(leader, day=building.TODAY)[0].duties
    ]
    rows = client.get(reverse("meetings:list"), {"minutes": "approved"}).content.decode()
    assert meeting.title not in rows
    rows = client.get(reverse("meetings:list"), {"minutes": "none"}).content.decode()
    assert meeting.title in rows
    page = client.get(reverse("meetings:detail", args=[meeting.pk])).content.decode()
    assert "Trình người chủ trì duyệt" in page
    assert voided.code not in page


def test_new_minutes_begin_with_the_prose_of_the_voided_ones(voided, leader):
    meeting = Meeting.objects.get(pk=voided.meeting_id)
    building.point(meeting, by=leader, title="Thêm")
    minutes = meeting.minutes
    assert minutes.pk != voided.pk
    assert minutes.sections.get().text == "Hoàn thành các nội dung."
    services.submit_minutes(meeting=meeting, on=building.TODAY, by=leader)
    minutes.refresh_from_db()
    assert services.approve_minutes(minutes=minutes, on=building.TODAY, by=leader).frozen


def test_voided_minutes_are_neither_returned_nor_approved(submitted, officer, leader):
    minutes = audit.void(submitted, by=officer, reason="nhầm")
    with pytest.raises(ValidationError, match="đang chờ duyệt"):
        services.return_minutes(minutes=minutes, remark="x", by=officer)
    with pytest.raises(ValidationError, match="đang chờ duyệt"):
        services.approve_minutes(minutes=minutes, on=building.TODAY, by=leader)


def test_a_meeting_has_one_valid_minutes(submitted):
    with pytest.raises(ValidationError, match="đã có biên bản"):
        Minutes(meeting=submitted.meeting).full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        Minutes.objects.create(meeting=submitted.meeting)
