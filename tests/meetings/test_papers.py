"""The papers of a meeting: the kept files as they were kept, the addendum's own, the words on them."""

import hashlib
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import translation

from audit.models import AuditEntry
from meetings import services
from meetings.minutes.content import compose
from meetings.minutes.paper import READ_OUT, printable, write
from meetings.models import Guest, Meeting, MinutesAddendum
from members.models import Member
from tests import factories
from tests.documents.reading import pages_of, text_of
from tests.meetings import building

pytestmark = pytest.mark.django_db


@pytest.fixture
def reading(client, leader):
    client.force_login(leader)
    return lambda name, *args: client.get(reverse(f"meetings:{name}", args=args))


# -- the kept file ------------------------------------------------------------------------------


def test_minutes_are_called_as_one_writes(approved):
    assert str(approved) == "Biên bản họp chi bộ tháng 3 năm 2019 13/03/2019"


def test_file_that_is_gone_is_made_again_as_it_was(reading, approved):
    Path(approved.pdf.path).unlink()
    response = reading("minutes_pdf", approved.meeting_id)
    assert hashlib.sha256(response.content).hexdigest() == approved.pdf_sha256
    assert Path(approved.pdf.path).read_bytes() == response.content
    assert AuditEntry.objects.filter(action="meetings.paper.restore").count() == 1


def test_file_that_was_changed_is_never_served(reading, approved):
    Path(approved.pdf.path).write_bytes(b"%PDF-1.7 another paper")
    response = reading("minutes_pdf", approved.meeting_id)
    assert hashlib.sha256(response.content).hexdigest() == approved.pdf_sha256


def test_changed_file_that_cannot_be_made_again_is_told(reading, approved, settings, monkeypatch):
    """A later version of the program may set the same content otherwise."""
    from meetings.services import papers

    Path(approved.pdf.path).write_bytes(b"%PDF-1.7 another paper")
    later = write({**approved.frozen, "guests": []}, code="KHAC")
    monkeypatch.setattr(papers, "draw", lambda row, form: later)
    response = reading("minutes_pdf", approved.meeting_id)
    assert response.status_code == 503
    assert "không còn như khi duyệt" in response.content.decode()
    Path(approved.pdf.path).unlink()
    assert reading("minutes_pdf", approved.meeting_id).content == later.data


# -- the addendum --------------------------------------------------------------------------------


def test_addendum_is_a_frozen_paper_of_its_own(reading, approved, leader):
    before = Path(approved.pdf.path).read_bytes()
    added = services.add_addendum(
        minutes=approved, text="Đồng chí A có mặt.\nTừ 14 giờ 30.", on=building.TODAY, by=leader
    )
    leader.full_name = "Tên Đã Sửa"
    leader.save()
    response = reading("addendum_pdf", approved.meeting_id, added.pk)
    text = text_of(response.content)
    assert hashlib.sha256(response.content).hexdigest() == added.pdf_sha256
    for words in ("BỔ SUNG BIÊN BẢN", approved.code, "Từ 14 giờ 30.", "Bí Thư Chi Bộ Thử"):
        assert words in text
    assert added.content_sha256[:12].upper() in text
    assert Path(approved.pdf.path).read_bytes() == before
    page = reading("detail", approved.meeting_id).content.decode()
    assert reverse("meetings:addendum_pdf", args=[approved.meeting_id, added.pk]) in page


def test_addendum_of_another_meeting_is_not_served_here(reading, approved, cell, leader):
    added = services.add_addendum(minutes=approved, text="x", on=building.TODAY, by=leader)
    other = building.planned(cell, meets_on=building.TODAY.replace(month=2))
    assert reading("addendum_pdf", other.pk, added.pk).status_code == 404
    assert MinutesAddendum.objects.count() == 1


# -- the words --------------------------------------------------------------------------------


def test_signatures_on_the_page_are_those_that_were_approved(reading, approved, leader):
    Member.objects.filter(pk=leader.member.pk).update(full_name="Tên Sửa Sau")
    for name in ("minutes", "detail"):
        page = reading(name, approved.meeting_id).content.decode()
        assert "Bí Thư Chi Bộ Thử" in page
        assert "Tên Sửa Sau" not in page


def test_paper_is_vietnamese_whatever_language_the_page_is_read_in(client, reading, approved):
    client.cookies["django_language"] = "en"
    page = reading("detail", approved.meeting_id).content.decode()
    assert '<div class="minutes-text" lang="vi">' in page
    with translation.override("en"):
        assert printable(approved.frozen)["chair"] == "Bí Thư Chi Bộ Thử, Bí thư Chi bộ"


def test_tasks_are_sentences_and_their_table_begins_under_its_heading(draft):
    content = compose(draft)
    task = {
        "id": 1,
        "task": "Tuần tra",
        "assignee": {"member_id": 1, "name": "A"},
        "due_on": "2019-03-01",
        "state": "done",
        "result": "kết quả tốt.",
        "closed_on": "2019-03-13",
    }
    told = {**content, "returned_tasks": [task], "tasks": [{**task, "task": "Trực " * 30}] * 20}
    first, *more = pages_of(write(told).data)
    assert "xong. Kết quả tốt." in first
    assert "tốt.." not in first
    assert "V- PHÂN CÔNG NHIỆM VỤ TT Nhiệm vụ Người thực hiện Hạn 1 Trực" in first
    assert more[0].startswith("TT Nhiệm vụ Người thực hiện Hạn")


def test_paper_says_of_people_and_reading_out_only_what_was_recorded(draft):
    content = compose(draft)
    guest = {"member_id": None, "name": "Ông Khách", "organisation": "", "capacity": "other"}
    said = {**guest, "text": "- Một.\n- Hai.", "self_criticism": False}
    item = {**content["agenda"][0], "opinions": [said, {**said, "member_id": 1, "text": "Ba."}]}
    told = {**content, "absent_guests": [guest], "agenda": [item]}
    printed = printable(told)
    assert printed["absent_guests"] == ["Ông Khách, khách mời"]
    assert printed["agenda"][0]["course"].splitlines() == [
        "- Đại biểu Ông Khách:",
        "- Một.",
        "- Hai.",
        "- Đồng chí Ông Khách: Ba.",
        "* Kết luận: Thống nhất.",
    ]
    assert not printed["sections"]["closing"]
    assert printable({**told, "format": 2})["sections"]["closing"] == READ_OUT


def test_every_line_of_an_opinion_is_a_paragraph(reading, draft, people, leader):
    factories.OpinionFactory(item=draft.agenda.get(), speaker=people[0], text="Một.\nHai.")
    page = reading("minutes", draft.pk).content.decode()
    assert "<p>Hai.</p>" in page


def test_guest_of_another_cell_prints_with_the_cell(draft, other_cell, leader):
    visitor = factories.place(other_cell, full_name="Người Học Tập")
    row = services.save_row(
        Guest,
        meeting=draft,
        uid="5f2c7b0e-4a55-4a2e-9d3c-2f6f0a8f1b11",
        version=0,
        by=leader,
        member=visitor,
        name="",
        organisation="",
        capacity="observer",
    )
    assert row.organisation == "Chi bộ Điều tra"
    assert "Người Học Tập, Chi bộ Điều tra, dự học tập" in printable(compose(draft))["guests"]


def test_empty_draft_is_shown_to_who_logs_it_only(client, meeting, leader, inspector):
    for user, status in ((leader, 200), (inspector, 404)):
        client.force_login(user)
        for name in ("minutes", "minutes_pdf"):
            url = reverse(f"meetings:{name}", args=[meeting.pk])
            assert client.get(url).status_code == status
    assert Meeting.objects.get().minutes is None
