"""Minutes that were voided count nowhere, and new ones can be written in their place."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from audit import services as audit
from meetings import services
from meetings.desk import own_desk
from meetings.models import Meeting, Minutes
from tests import factories
from tests.meetings import building

pytestmark = pytest.mark.django_db


@pytest.fixture
def voided(approved, officer):
    how = {"reason": "duyệt nhầm", "version": approved.version, "by": officer}
    return services.void_minutes(approved, **how)


@pytest.mark.parametrize(
    ("who", "status"), [("leader", 302), ("officer", 302), ("clerk", 403), ("stranger", 404)]
)
def test_page_takes_them_back_with_their_paper_and_tells_why(
    client, request, approved, who, status
):
    client.force_login(request.getfixturevalue(who))
    asked = {"reason": "duyệt nhầm cuộc họp", "version": approved.version}
    url = reverse("meetings:void_minutes", args=[approved.pk])
    client.post(url, {**asked, "reason": ""})
    approved.refresh_from_db()
    assert not approved.is_voided
    answer = client.post(url, asked)
    assert answer.status_code == status
    approved.refresh_from_db()
    assert approved.is_voided == approved.document.is_voided == (status == 302)
    if status == 302:
        page = client.get(answer["Location"]).content.decode()
        assert "duyệt nhầm cuộc họp" in page
        assert f">{approved.document.number}</a></s>" in page


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
    assert "Biên bản đã duyệt" not in page
    with pytest.raises(ValidationError, match="Chỉ biên bản đã duyệt"):
        services.add_addendum(minutes=voided, text="x", on=building.TODAY, by=leader)


def test_new_minutes_begin_with_the_prose_of_the_voided_ones(voided, leader):
    meeting = Meeting.objects.get(pk=voided.meeting_id)
    building.point(meeting, by=leader, title="Thêm")
    minutes = meeting.minutes
    assert minutes.pk != voided.pk
    assert minutes.sections.get().text == "Hoàn thành các nội dung."
    services.submit_minutes(meeting=meeting, on=building.TODAY, by=leader)
    minutes.refresh_from_db()
    again = services.approve_minutes(minutes=minutes, on=building.TODAY, by=leader)
    assert (voided.document.number, again.document.number) == ("01-BB/CB", "02-BB/CB")


def test_those_not_approved_or_with_a_resolution_are_not_taken_back(submitted, leader, cell):
    how = {"reason": "nhầm", "by": leader}
    with pytest.raises(ValidationError, match="sửa thẳng"):
        services.void_minutes(submitted, version=submitted.version, **how)
    minutes = services.approve_minutes(minutes=submitted, on=building.TODAY, by=leader)
    factories.ResolutionFactory(minutes=minutes, document__register=cell.committee)
    with pytest.raises(ValidationError, match="hủy nghị quyết trước"):
        services.void_minutes(minutes, version=minutes.version, **how)


def test_voided_minutes_are_neither_returned_nor_approved(submitted, officer, leader):
    minutes = audit.void(submitted, by=officer, reason="nhầm")
    with pytest.raises(ValidationError, match="đang chờ duyệt"):
        services.return_minutes(minutes=minutes, remark="x", by=officer)
    with pytest.raises(ValidationError, match="đang chờ duyệt"):
        services.approve_minutes(minutes=minutes, on=building.TODAY, by=leader)


@pytest.mark.parametrize(
    "change", [{"voided_at": timezone.now(), "void_reason": "x"}, {"state": "planned"}]
)
def test_minutes_of_a_meeting_that_was_not_held_are_not_approved(submitted, leader, change):
    Meeting.objects.filter(pk=submitted.meeting_id).update(**change)
    minutes = Minutes.objects.get(pk=submitted.pk)
    with pytest.raises(ValidationError, match="đang chờ duyệt"):
        services.approve_minutes(minutes=minutes, on=building.TODAY, by=leader)


def test_a_meeting_has_one_valid_minutes(submitted):
    with pytest.raises(ValidationError, match="đã có biên bản"):
        Minutes(meeting=submitted.meeting).full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        Minutes.objects.create(meeting=submitted.meeting)
