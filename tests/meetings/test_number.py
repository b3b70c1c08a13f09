"""The number of approved minutes: from the body's register, once, on the paper and in its code."""

import io
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from docx import Document as Word

from audit import services as audit
from cells.models import Term
from documents.models import Document
from documents.services import correct_document, void_document
from meetings import services
from meetings.minutes import content
from meetings.models import Minutes
from meetings.services import approval, papers
from tests import factories
from tests.documents.reading import text_of
from tests.meetings import building

pytestmark = pytest.mark.django_db


def test_approval_takes_the_next_number_of_the_cell(approved, cell):
    paper = approved.document
    assert (paper.number, paper.kind, paper.cell, paper.register) == (
        "01-BB/CB",
        "BB",
        cell,
        cell.committee,
    )
    assert paper.issued_on == building.TODAY
    assert paper.summary == "Họp chi bộ tháng 3 năm 2019, ngày 13/03/2019"
    assert approved.frozen["number"] == "01-BB/CB"
    assert content.digest(approved.frozen) == approved.content_sha256
    assert (paper.file.name, paper.file_sha256) == (approved.pdf.name, approved.pdf_sha256)


def test_number_stands_on_both_papers(approved):
    with approved.pdf.open() as pdf, approved.docx.open() as docx:
        assert "Số 01-BB/CB" in text_of(pdf.read())
        head = Word(io.BytesIO(docx.read())).tables[0].rows[0].cells[0].text
    assert head.endswith("Số 01-BB/CB")


def test_draft_leaves_the_number_blank(client, submitted, leader):
    client.force_login(leader)
    pdf = client.get(reverse("meetings:minutes_pdf", args=[submitted.meeting_id])).content
    text = text_of(pdf)
    assert "Số -BB/CB" in text
    assert "BẢN NHÁP" in text
    assert not Document.objects.exists()


def test_voided_minutes_keep_their_number_and_new_ones_take_the_next(approved, officer, leader):
    audit.void(Minutes.objects.get(pk=approved.pk), by=officer, reason="duyệt nhầm")
    meeting = approved.meeting
    building.point(meeting, by=leader, title="Thêm")
    minutes = services.submit_minutes(meeting=meeting, on=building.TODAY, by=leader)
    again = services.approve_minutes(minutes=minutes, on=building.TODAY, by=leader)
    assert again.document.number == "02-BB/CB"
    void_document(document=approved.document, reason="theo biên bản", by=officer)
    assert Document.objects.filter(number="01-BB/CB").count() == 1


def test_paper_of_approved_minutes_is_neither_corrected_nor_voided(approved, officer):
    paper = Document.objects.get(pk=approved.document_id)
    with pytest.raises(ValidationError, match="biên bản"):
        void_document(document=paper, reason="x", by=officer)
    paper.summary = "Khác"
    with pytest.raises(ValidationError, match="không sửa được nữa"):
        correct_document(document=paper, fields=["summary"], reason="x", by=officer)


def test_cell_without_a_term_is_told_before_anything_happens(draft, leader):
    Term.objects.filter(cell=draft.cell).update(to_on=building.TODAY.replace(day=12))
    with pytest.raises(ValidationError, match=r"13/03/2019 không thuộc nhiệm kỳ nào của Chi bộ"):
        services.submit_minutes(meeting=draft, on=building.TODAY, by=leader)
    assert draft.minutes.state == "draft"


def test_number_taken_meanwhile_draws_the_paper_again(submitted, leader, monkeypatch):
    """Between drawing and issuing another paper of the cell may take the number."""
    drawn = []

    def draw_all(row):
        drawn.append(row.frozen["number"])
        if len(drawn) == 1:
            term = Term.objects.get(cell=submitted.meeting.cell)
            factories.DocumentFactory(
                register=submitted.meeting.committee,
                cell=submitted.meeting.cell,
                outside_issuer="",
                kind="BB",
                issued_on=building.TODAY,
                term=term,
                sequence=1,
                number=drawn[0],
            )
        return papers.draw_all(row)

    monkeypatch.setattr(approval, "papers", SimpleNamespace(draw_all=draw_all, keep=papers.keep))
    approved = services.approve_minutes(minutes=submitted, on=building.TODAY, by=leader)
    assert approved.document.number == approved.frozen["number"] == "02-BB/CB"
    assert drawn == ["01-BB/CB", "02-BB/CB"]


def test_committee_numbers_its_own(committee, cell, secretary, officer):
    chair = factories.place(cell, full_name="Bí Thư Đảng Ủy", user=secretary)
    factories.PositionFactory(member=chair, title="secretary", committee=committee)
    clerk = factories.place(cell, full_name="Ủy Viên Ghi")
    factories.PositionFactory(member=clerk, title="committee_member", committee=committee)
    meeting = factories.MeetingFactory(
        cell=None, committee=committee, kind="committee", meets_on=building.TODAY
    )
    minutes = building.approved(meeting, chair=chair, clerk=clerk, by=officer)
    assert minutes.document.number == "01-BB/ĐU"
    assert minutes.document.committee == committee


def test_page_and_register_point_at_each_other(client, approved, officer):
    client.force_login(officer)
    meeting, paper = approved.meeting.get_absolute_url(), approved.document.get_absolute_url()
    assert f'href="{paper}">01-BB/CB' in client.get(meeting).content.decode()
    assert f'href="{meeting}"' in client.get(paper).content.decode()


def test_leader_of_the_cell_finds_the_meeting_from_its_paper(client, approved, leader):
    client.force_login(leader)
    page = client.get(approved.document.get_absolute_url()).content.decode()
    assert f'href="{approved.meeting.get_absolute_url()}"' in page


def test_content_frozen_before_there_were_numbers_still_prints(approved):
    """Format 1: no number, no votes, fewer prose parts."""
    from meetings.minutes import paper

    old = {**approved.frozen, "format": 1}
    del old["number"]
    old["guests"] = [{"member_id": None, "name": "Khách", "organisation": "", "capacity": "other"}]
    old["sections"] = {"conclusion": "Hoàn thành."}
    text = text_of(paper.write(old, code="ABCDEF123456").data)
    assert "Khách, khách mời" in text
    assert "BB/CB" not in text
    assert "đã được đọc trước cuộc họp" not in text
