"""Approval: by whoever chaired, once, into a frozen content and a paper that match their digests."""

import datetime as dt
import hashlib

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from meetings import services
from meetings.minutes import content
from meetings.rights import may_approve
from tests import factories
from tests.documents.reading import pages_of, text_of
from tests.meetings import building

pytestmark = pytest.mark.django_db


def test_approved_content_matches_its_digest_and_code(approved):
    approved.refresh_from_db()
    assert approved.state == "approved"
    assert approved.approved_on == building.TODAY
    assert content.digest(approved.frozen) == approved.content_sha256
    assert approved.code == approved.content_sha256[:12].upper()


def test_stored_file_matches_its_digest_and_prints_the_code(approved):
    data = approved.pdf.open().read()
    assert hashlib.sha256(data).hexdigest() == approved.pdf_sha256
    text = text_of(data)
    assert approved.code in text
    assert "BIÊN BẢN" in text
    assert "NGƯỜI GHI BIÊN BẢN" in text


def test_frozen_content_holds_what_was_recorded(approved):
    frozen = approved.frozen
    assert frozen["counts"]["official"]["present"] == 4
    assert frozen["counts"]["probationary"]["present"] == 1
    assert frozen["meeting"]["chair"]["name"] == "Bí Thư Chi Bộ Thử"
    assert frozen["meeting"]["chair"]["post"] == "cell_secretary"
    assert frozen["agenda"][0]["conclusion"] == "Thống nhất."
    assert frozen["sections"]["conclusion"] == "Hoàn thành các nội dung."


def test_content_does_not_depend_on_the_readers_language(submitted):
    from django.utils import translation

    with translation.override("en"):
        english = content.digest(content.compose(submitted.meeting))
    assert english == content.digest(content.compose(submitted.meeting))


def test_draft_is_refused(draft, leader):
    with pytest.raises(ValidationError, match="đang chờ duyệt"):
        services.approve_minutes(minutes=draft.minutes, on=building.TODAY, by=leader)


def test_second_approval_is_refused(approved, leader):
    with pytest.raises(ValidationError, match="đang chờ duyệt"):
        services.approve_minutes(minutes=approved, on=building.TODAY, by=leader)


# -- who may --------------------------------------------------------------------------------------


def test_chair_who_is_secretary_may(submitted, leader):
    assert may_approve(leader, submitted.meeting)


@pytest.mark.parametrize("who", ["clerk", "officer", "secretary", "inspector", "stranger"])
def test_others_may_not(request, submitted, who):
    assert not may_approve(request.getfixturevalue(who), submitted.meeting)


def test_deputy_who_chaired_may_and_the_secretary_may_not(meeting, people, cell, leader, clerk):
    deputy = factories.UserFactory()
    role = {"role": "cell_deputy", "committee": cell.committee, "cell": cell}
    factories.RoleFactory(user=deputy, **role)
    people[0].user = deputy
    people[0].save()
    minutes = building.submitted(meeting, chair=people[0], clerk=clerk.member, by=leader)
    assert may_approve(deputy, minutes.meeting)
    assert not may_approve(leader, minutes.meeting)


def test_secretary_whose_role_has_ended_may_not(submitted, leader):
    leader.roles.update(to_on=dt.date(2019, 3, 12))
    leader.__dict__.pop("access", None)
    assert not may_approve(leader, submitted.meeting)


def test_committee_minutes_are_approved_by_the_secretary_who_chaired(
    committee, cell, secretary, officer
):
    chair = factories.place(cell, full_name="Bí Thư Đảng Ủy", user=secretary)
    factories.PositionFactory(member=chair, title="secretary", committee=committee)
    meeting = factories.MeetingFactory(
        cell=None, committee=committee, kind="committee", meets_on=building.TODAY
    )
    clerk = factories.place(cell, full_name="Ủy Viên Ghi Biên Bản")
    factories.PositionFactory(member=clerk, title="committee_member", committee=committee)
    minutes = building.submitted(meeting, chair=chair, clerk=clerk, by=officer)
    assert may_approve(secretary, minutes.meeting)
    assert not may_approve(officer, minutes.meeting)
    assert services.approve_minutes(minutes=minutes, on=building.TODAY, by=secretary).frozen


# -- the page -----------------------------------------------------------------------------------


def url(minutes):
    return reverse("meetings:approve", args=[minutes.meeting_id])


def test_page_approves_and_the_pdf_downloads(client, submitted, leader):
    client.force_login(leader)
    assert client.post(url(submitted)).status_code == 302
    submitted.refresh_from_db()
    response = client.get(reverse("meetings:minutes_pdf", args=[submitted.meeting_id]))
    assert response["Content-Type"] == "application/pdf"
    assert hashlib.sha256(response.content).hexdigest() == submitted.pdf_sha256


def test_approved_without_a_kept_file_prints_from_the_frozen_content(client, submitted, leader):
    frozen = content.compose(submitted.meeting)
    type(submitted).objects.filter(pk=submitted.pk).update(
        state="approved",
        approved_on=building.TODAY,
        approved_at=dt.datetime(2019, 3, 13, 9, tzinfo=dt.UTC),
        frozen=frozen,
        content_sha256=content.digest(frozen),
    )
    client.force_login(leader)
    response = client.get(reverse("meetings:minutes_pdf", args=[submitted.meeting_id]))
    text = pages_of(response.content)[0]
    assert content.digest(frozen)[:12].upper() in text


@pytest.mark.parametrize(
    ("who", "status"), [("clerk", 403), ("officer", 403), ("inspector", 403), ("stranger", 404)]
)
def test_others_are_refused(client, request, submitted, who, status):
    client.force_login(request.getfixturevalue(who))
    assert client.post(url(submitted)).status_code == status


def test_get_is_refused(client, submitted, leader):
    client.force_login(leader)
    assert client.get(url(submitted)).status_code == 405
