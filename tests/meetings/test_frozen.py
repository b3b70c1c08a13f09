"""Approved minutes: every way to change them is refused, by services and by the database itself."""

import datetime as dt
import uuid

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from audit import services as audit
from meetings import services
from meetings.minutes import content
from meetings.models import (
    ActionItem,
    AgendaItem,
    Attendance,
    Guest,
    Meeting,
    Minutes,
    MinutesAddendum,
    MinutesSection,
    Opinion,
)
from tests import factories
from tests.meetings import building

pytestmark = pytest.mark.django_db


@pytest.fixture
def full(meeting, people, leader, clerk):
    """An approved meeting that has a row of each kind."""
    building.recorded(meeting, chair=leader.member, clerk=clerk.member, by=leader)
    item = meeting.agenda.get()
    rows = [
        (Opinion, {"item": item, "speaker": people[0], "guest_name": "", "text": "Nhất trí"}),
        (Guest, {"name": "Khách", "capacity": "other", "member": None, "organisation": ""}),
        (ActionItem, {"task": "Lập lịch", "assignee": people[0], "due_on": dt.date(2019, 3, 31)}),
    ]
    for model, values in rows:
        services.save_row(model, meeting=meeting, uid=uuid.uuid4(), version=0, by=leader, **values)
    minutes = services.submit_minutes(meeting=meeting, on=building.TODAY, by=leader)
    minutes = services.approve_minutes(minutes=minutes, on=building.TODAY, by=leader)
    services.add_addendum(minutes=minutes, text="Bổ sung", on=building.TODAY, by=leader)
    return minutes


CHANGES = [
    (Attendance, {"state": "absent"}),
    (Attendance, {"version": 9}),
    (Guest, {"name": "Người khác"}),
    (AgendaItem, {"conclusion": "Khác"}),
    (AgendaItem, {"position": 4}),
    (Opinion, {"text": "Khác"}),
    (ActionItem, {"task": "Việc khác"}),
    (ActionItem, {"due_on": dt.date(2019, 5, 1)}),
    (MinutesSection, {"text": "Khác"}),
    (Meeting, {"place": "Nơi khác"}),
    (Meeting, {"ends_at": dt.time(20, 0)}),
    (Minutes, {"state": "draft"}),
    (Minutes, {"frozen": {"format": 1}}),
    (Minutes, {"content_sha256": "0" * 64}),
    (Minutes, {"pdf": "khac.pdf"}),
    (MinutesAddendum, {"text": "Khác"}),
]


@pytest.mark.parametrize(("model", "change"), CHANGES)
def test_database_refuses_updates(full, model, change):
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.update(**change)


@pytest.mark.parametrize(
    "model", [Attendance, Guest, AgendaItem, Opinion, ActionItem, MinutesSection]
)
def test_database_refuses_voiding_single_rows(full, model):
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.update(voided_at=timezone.now(), void_reason="sai")


@pytest.mark.parametrize(
    "model",
    [Opinion, Attendance, Guest, AgendaItem, ActionItem, MinutesSection, MinutesAddendum, Minutes],
)
def test_database_refuses_deletes(full, model):
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {model._meta.db_table}")


@pytest.mark.parametrize("factory", ["AttendanceFactory", "GuestFactory", "AgendaItemFactory"])
def test_database_refuses_new_rows(full, factory):
    with pytest.raises(IntegrityError), transaction.atomic():
        getattr(factories, factory)(meeting=full.meeting)


def test_database_refuses_a_new_opinion_task_or_section(full, people):
    item = AgendaItem.objects.get()
    for make in (
        lambda: factories.OpinionFactory(item=item),
        lambda: factories.ActionItemFactory(meeting=full.meeting, assignee=people[0]),
        lambda: MinutesSection.objects.create(minutes=full, part="opening", text="Khác"),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            make()


def test_database_refuses_moving_a_row_in(full, cell, people):
    other = building.planned(cell, meets_on=dt.date(2019, 2, 5))
    item = factories.AgendaItemFactory(meeting=other)
    with pytest.raises(IntegrityError), transaction.atomic():
        AgendaItem.objects.filter(pk=item.pk).update(meeting=full.meeting)


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL knows no OR REPLACE")
@pytest.mark.parametrize(
    "statement",
    [
        (
            "INSERT OR REPLACE INTO meetings_minutes (id, version, void_reason, state, return_remark, "
            "content_sha256, pdf, pdf_sha256, meeting_id) "
            "SELECT id, 1, '', 'draft', '', '', '', '', meeting_id FROM meetings_minutes"
        ),
        (
            "INSERT OR REPLACE INTO meetings_minutes (version, void_reason, state, return_remark, "
            "content_sha256, pdf, pdf_sha256, meeting_id) "
            "SELECT 1, '', 'draft', '', '', '', '', meeting_id FROM meetings_minutes"
        ),
        (
            "UPDATE OR REPLACE meetings_attendance "
            "SET id = (SELECT min(id) FROM meetings_attendance) "
            "WHERE meeting_id = (SELECT max(id) FROM meetings_meeting)"
        ),
    ],
)
def test_database_refuses_replacing(full, cell, leader, statement):
    building.everyone_present(building.planned(cell, meets_on=dt.date(2019, 2, 5)), leader)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.skipif("connection.vendor == 'sqlite'", reason="SQLite knows no TRUNCATE")
def test_database_refuses_truncating(full):
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE meetings_minutes CASCADE")


def test_task_given_may_still_be_reported(full):
    ActionItem.objects.update(state="done", closed_on=dt.date(2019, 3, 20), result="Xong")
    full.refresh_from_db()
    assert full.frozen["tasks"][0]["state"] == "open"


def test_whole_meeting_may_be_voided_with_a_reason(full, officer):
    meeting = Meeting.objects.get(pk=full.meeting_id)
    audit.void(meeting, by=officer, reason="ghi nhầm chi bộ")
    assert not Meeting.objects.valid().filter(pk=meeting.pk).exists()
    full.refresh_from_db()
    assert content.digest(full.frozen) == full.content_sha256


def test_services_refuse_in_a_sentence(full, people, leader):
    meeting = Meeting.objects.get(pk=full.meeting_id)
    row = Attendance.objects.filter(meeting=meeting).first()
    item = AgendaItem.objects.get()
    later = dt.date(2019, 3, 14)
    attempts = [
        lambda: services.open_roll(meeting=meeting, by=leader),
        lambda: services.mark_everyone_present(meeting=meeting, on=later, by=leader),
        lambda: services.record_attendance(
            attendance=row, state="absent", reason="", version=row.version, on=later, by=leader
        ),
        lambda: services.change_plan(
            meeting=meeting, version=meeting.version, by=leader, meets_on=later
        ),
        lambda: services.record_course(
            meeting=meeting, version=meeting.version, by=leader, chair=None
        ),
        lambda: building.point(meeting, by=leader),
        lambda: services.save_row(
            AgendaItem, meeting=meeting, uid=item.uid, version=item.version, by=leader, title="Khác"
        ),
        lambda: services.remove_row(item, version=item.version, by=leader),
        lambda: services.move_agenda_item(item, up=True, by=leader),
        lambda: services.postpone_meeting(meeting=meeting, reason="x", by=leader),
        lambda: services.submit_minutes(meeting=meeting, on=later, by=leader),
    ]
    for attempt in attempts:
        with pytest.raises(ValidationError, match="Biên bản đã duyệt"):
            attempt()


def test_audited_update_is_refused_by_the_database(full, leader):
    item = AgendaItem.objects.get()
    item.conclusion = "Khác"
    with pytest.raises(ValidationError, match="Cơ sở dữ liệu từ chối"):
        audit.update(item, by=leader, fields=["conclusion"])


def test_draft_of_another_meeting_stays_free(full, cell, leader):
    other = building.planned(cell, meets_on=dt.date(2019, 2, 5))
    building.everyone_present(other, leader)
    Attendance.objects.filter(meeting=other).update(state="absent")


def test_addendum_is_the_only_correction(approved, leader):
    addendum = services.add_addendum(
        minutes=approved, text="Đồng chí A có mặt từ 14 giờ 30.", on=dt.date(2019, 3, 20), by=leader
    )
    assert addendum.added_on == dt.date(2019, 3, 20)
    with pytest.raises(ValidationError, match="từ ngày duyệt trở đi"):
        services.add_addendum(minutes=approved, text="Sớm", on=dt.date(2019, 3, 12), by=leader)


def test_addendum_to_a_draft_is_refused(draft, leader):
    with pytest.raises(ValidationError, match="Chỉ biên bản đã duyệt"):
        services.add_addendum(minutes=draft.minutes, text="x", on=building.TODAY, by=leader)
