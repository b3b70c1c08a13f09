"""Approved minutes and what hangs on them, attacked from every side: page, service, form in the shell, ORM, SQL, disk."""

import hashlib
import uuid
from pathlib import Path

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from audit import frozen
from audit import services as audit
from audit.models import AuditEntry
from documents.models import Document
from documents.papers.digest import canonical_json, sha256_hex
from meetings import services
from meetings.models import (
    Meeting,
    MeetingPaper,
    Minutes,
    MinutesAddendum,
    MinutesSection,
    Resolution,
    Vote,
)
from tests.meetings import building

pytestmark = pytest.mark.django_db


@pytest.fixture
def whole(draft, leader):
    """Approved minutes with a vote, a paper, an addendum and the resolution made of them."""
    cast = {"matter": "resolution", "subject": "Nghị quyết tháng 3", "votes_for": 4}
    paper = {"title": "Dự thảo nghị quyết"}
    for model, values in ((Vote, cast), (MeetingPaper, paper)):
        services.save_row(model, meeting=draft, uid=uuid.uuid4(), version=0, by=leader, **values)
    minutes = services.submit_minutes(meeting=draft, on=building.TODAY, by=leader)
    minutes = services.approve_minutes(minutes=minutes, on=building.TODAY, by=leader)
    services.add_addendum(minutes=minutes, text="Bổ sung", on=building.TODAY, by=leader)
    services.issue_resolution(minutes=minutes, on=building.TODAY, by=leader)
    return Minutes.objects.get(pk=minutes.pk)


def refused(change) -> bool:
    try:
        with transaction.atomic():
            change()
    except (IntegrityError, ValidationError, TypeError):
        return True
    return False


# -- the database -------------------------------------------------------------------------------

COLUMNS = [
    ("meetings_minutes", "docx", "khac.docx"),
    ("meetings_minutes", "docx_sha256", "0" * 64),
    ("meetings_minutes", "document_id", None),
    ("meetings_minutes", "return_remark", "khác"),
    ("meetings_vote", "votes_for", 1),
    ("meetings_vote", "is_passed", False),
    ("meetings_meetingpaper", "title", "Khác"),
    ("meetings_minutesaddendum", "pdf_sha256", "0" * 64),
    ("meetings_resolution", "content_sha256", "0" * 64),
    ("meetings_resolution", "docx", "khac.docx"),
    ("documents_document", "number", "99-BB/CB"),
    ("documents_document", "file_sha256", "0" * 64),
]


@pytest.mark.parametrize(("table", "column", "value"), COLUMNS)
def test_sql_changes_nothing(whole, table, column, value):
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f'UPDATE {table} SET "{column}" = %s', [value])


@pytest.mark.parametrize("table", sorted({table for table, _column, _value in COLUMNS}))
def test_sql_deletes_nothing(whole, table):
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table}")


def test_orm_changes_nothing(whole):
    def save():
        row = Minutes.objects.get(pk=whole.pk)
        row.frozen = {**row.frozen, "guests": ["Khác"]}
        row.save()

    def bulk():
        Vote.objects.bulk_update([Vote(pk=Vote.objects.get().pk, subject="Khác")], ["subject"])

    def create():
        Vote.objects.create(
            meeting=whole.meeting, matter="other", subject="x", votes_for=1, base=1, voters=1,
            needed=1, is_passed=True,
        )  # fmt: skip

    assert all(refused(change) for change in (save, bulk, create))
    assert refused(lambda: Resolution.objects.update(frozen={}))
    assert refused(lambda: Minutes.objects.all().delete())


@pytest.mark.parametrize("model", [Meeting, Vote, MinutesSection, MinutesAddendum, Document])
def test_a_form_in_the_shell_changes_nothing(whole, model):
    row = model.objects.first()
    name = {Meeting: "place", Vote: "subject", Document: "summary"}.get(model, "text")
    form = forms.modelform_factory(model, fields=[name])({name: "Khác"}, instance=row)
    assert form.is_valid()
    assert refused(form.save)
    assert getattr(model.objects.get(pk=row.pk), name) != "Khác"


def test_journalled_services_change_nothing(whole, officer):
    def section():
        row = whole.sections.first()
        row.text = "Khác"
        audit.update(row, by=officer, fields=["text"])

    def number():
        row = Document.objects.get(pk=whole.document_id)
        row.number = "99-BB/CB"
        audit.update(row, by=officer, fields=["number"])

    before = AuditEntry.objects.count()
    assert refused(section)
    assert refused(number)
    assert AuditEntry.objects.count() == before


def test_every_service_of_the_meeting_refuses(whole, leader, people):
    meeting = whole.meeting
    vote, row = Vote.objects.get(), meeting.attendances.first()
    new = {"meeting": meeting, "uid": uuid.uuid4(), "version": 0, "by": leader}
    ways = [
        lambda: services.save_row(MinutesSection, part="praise", text="x", **new),
        lambda: services.remove_row(vote, version=vote.version, by=leader),
        lambda: services.record_attendance(
            attendance=row, state="absent", reason="", version=row.version, on=building.TODAY,
            by=leader,
        ),
        lambda: services.open_roll(meeting=meeting, by=leader),
        lambda: services.record_course(
            meeting=meeting, version=meeting.version, by=leader, place="Nơi khác"
        ),
        lambda: services.void_meeting(
            meeting=meeting, reason="x", by=leader, version=meeting.version
        ),
        lambda: services.submit_minutes(meeting=meeting, on=building.TODAY, by=leader),
        lambda: services.return_minutes(minutes=whole, remark="x", by=leader),
        lambda: services.approve_minutes(minutes=whole, on=building.TODAY, by=leader),
    ]  # fmt: skip
    assert [refused(way) for way in ways] == [True] * len(ways)


@pytest.mark.parametrize("kind", ["course", "section", "vote", "agenda", "attendance"])
def test_page_stores_nothing(client, whole, leader, kind):
    client.force_login(leader)
    sent = {"uid": uuid.uuid4(), "version": 0, "part": "praise", "text": "Khác", "title": "Khác"}
    before = sha256_hex(canonical_json(whole.frozen))
    url = reverse("meetings:save_row", args=[whole.meeting_id, kind])
    assert client.post(url, sent).status_code in (403, 409, 422)
    whole.refresh_from_db()
    assert sha256_hex(canonical_json(whole.frozen)) == before == whole.content_sha256


# -- the files ----------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["pdf", "docx"])
@pytest.mark.parametrize("kind", ["minutes", "resolution"])
def test_kept_file_matches_its_digest_and_the_code_the_frozen_content(whole, kind, form):
    row = whole if kind == "minutes" else Resolution.objects.get()
    data = Path(getattr(row, form).path).read_bytes()
    assert hashlib.sha256(data).hexdigest() == getattr(row, f"{form}_sha256")
    assert sha256_hex(canonical_json(row.frozen)) == row.content_sha256
    assert row.code == row.content_sha256[:12].upper()


@pytest.mark.parametrize("form", ["pdf", "docx"])
@pytest.mark.parametrize("kind", ["minutes", "resolution"])
def test_file_changed_on_the_disk_is_never_served(client, whole, leader, kind, form):
    row = whole if kind == "minutes" else Resolution.objects.get()
    path = Path(getattr(row, form).path)
    for spoil in (lambda: path.write_bytes(b"another paper"), path.unlink):
        spoil()
        client.force_login(leader)
        response = client.get(reverse(f"meetings:{kind}_{form}", args=[whole.meeting_id]))
        assert hashlib.sha256(response.content).hexdigest() == getattr(row, f"{form}_sha256")
        assert path.read_bytes() == response.content


def test_folder_in_place_of_the_file_is_passed_by(client, whole, leader):
    path = Path(whole.pdf.path)
    path.unlink()
    path.mkdir()
    client.force_login(leader)
    response = client.get(reverse("meetings:minutes_pdf", args=[whole.meeting_id]))
    assert hashlib.sha256(response.content).hexdigest() == whole.pdf_sha256


def test_content_altered_behind_the_triggers_is_told_and_nothing_rests_on_it(client, whole, leader):
    frozen.remove()
    Minutes.objects.update(frozen={**whole.frozen, "number": "99-BB/CB"})
    client.force_login(leader)
    for name in ("detail", "minutes"):
        page = client.get(reverse(f"meetings:{name}", args=[whole.meeting_id])).content.decode()
        assert "không còn như khi duyệt" in page
        assert "THÀNH PHẦN THAM DỰ" not in page
    altered = Minutes.objects.get(pk=whole.pk)
    with pytest.raises(ValidationError, match="không còn như khi duyệt"):
        services.add_addendum(minutes=altered, text="x", on=building.TODAY, by=leader)


def test_addendum_is_served_as_word_file_too(client, whole, leader):
    client.force_login(leader)
    row = MinutesAddendum.objects.get()
    response = client.get(reverse("meetings:addendum_docx", args=[whole.meeting_id, row.pk]))
    assert response.status_code == 200
    assert response.content.startswith(b"PK")
    assert response["Content-Disposition"].endswith('.docx"')
