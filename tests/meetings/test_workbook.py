"""A meeting carried as a workbook: taken out, filled in, shown, confirmed; who may, and what is kept."""

import datetime as dt
import uuid

import openpyxl
import pytest
from django.urls import reverse

from audit.models import AuditEntry
from meetings import services
from meetings.models import ActionItem, AgendaItem, Attendance, Guest, Meeting, MinutesSection
from tests import factories
from tests.meetings import building
from tests.meetings.workbooks import (
    SHEETS,
    bring,
    confirm,
    fill,
    row_of,
    saved,
    sentences,
    take_out,
    taken,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def earlier(meeting, people):
    """A task of last month's meeting that comes back."""
    before = building.planned(meeting.cell, meets_on=dt.date(2019, 2, 13), state="held")
    return factories.ActionItemFactory(meeting=before, assignee=people[0], task="Rà soát hồ sơ")


def whole_meeting(book, people, leader, clerk):
    """The evening as the cell typed it: everyone present but one, two points, a task, the end."""
    roll = book[SHEETS["attendance"]]
    for line in range(4, 4 + 5):
        fill(book, "attendance", line, E="có mặt")
    fill(book, "attendance", row_of(roll, people[1].full_name), E="Vắng có lý do ", F="đi học")
    fill(book, "course", 4, D="14h", E="15h45", G=leader.full_name, H=clerk.full_name)
    fill(book, "guest", 4, C="khách mời", E="Phạm Văn Khách", F="Ủy ban xã")
    fill(book, "report", 4, F="xong", G="Đã rà soát 12 hồ sơ")
    fill(book, "agenda", 4, D="Phổ biến chỉ thị", E=leader.full_name, G="Thống nhất")
    fill(book, "agenda", 5, D="=1+1", G="Giao chi ủy xem lại")
    fill(book, "opinion", 4, C="1", D=people[0].full_name, F="Nhất trí.\nĐề nghị làm sớm.")
    fill(book, "opinion", 5, C=2, E="Phạm Văn Khách", F="Xin ghi nhận", G="x")
    fill(book, "vote", 4, C="1", D="Thông qua nghị quyết", E="nghị quyết, kết luận", F="03")
    fill(book, "task", 4, C="Lập danh sách", D=people[0].full_name, E=dt.date(2019, 3, 31))
    fill(book, "section", row_of(book[SHEETS["section"]], "Kết luận của chủ trì"), D="Hoàn thành.")


def test_filled_workbook_becomes_the_meeting(desk, meeting, people, earlier, leader, clerk):
    book = take_out(desk, meeting)
    whole_meeting(book, people, leader, clerk)
    shown = bring(desk, meeting, book)
    assert shown.status_code == 200
    assert sentences(shown) == {}
    assert not Attendance.objects.exists()  # nothing is written before it is confirmed
    assert not AgendaItem.objects.exists()

    done = confirm(desk, meeting, shown)
    assert done.status_code == 302
    meeting.refresh_from_db()
    assert (meeting.starts_at, meeting.ends_at) == (dt.time(14, 0), dt.time(15, 45))
    assert (meeting.chair, meeting.clerk) == (leader.member, clerk.member)
    assert building.state_of(meeting, people[0]) == "present"
    assert meeting.attendances.get(member=people[1]).reason == "đi học"
    titles = list(meeting.agenda.order_by("position").values_list("title", flat=True))
    assert titles == ["Phổ biến chỉ thị", "=1+1"]
    first, second = meeting.agenda.order_by("position")
    assert first.opinions.get().text == "Nhất trí.\nĐề nghị làm sớm."
    assert second.opinions.get().is_self_criticism
    vote = meeting.votes.get()
    assert (vote.item, vote.votes_for, vote.votes_against, vote.base) == (first, 3, 0, 4)
    assert vote.is_passed
    assert Guest.objects.get().organisation == "Ủy ban xã"
    assert meeting.action_items.get().due_on == dt.date(2019, 3, 31)
    earlier.refresh_from_db()
    assert (earlier.state, earlier.closed_on) == ("done", meeting.meets_on)
    assert MinutesSection.objects.get(part="conclusion").text == "Hoàn thành."
    page = desk.get(meeting.get_absolute_url()).content.decode()
    assert "Phổ biến chỉ thị" in page
    services.submit_minutes(meeting=meeting, on=building.TODAY, by=leader)  # nothing is missing


def test_same_workbook_brought_twice_changes_nothing(desk, meeting, people, earlier, leader, clerk):
    book = take_out(desk, meeting)
    whole_meeting(book, people, leader, clerk)
    fill(book, "guest", 5, C="dự học tập", E="Khách thứ hai")
    confirm(desk, meeting, bring(desk, meeting, book))
    rows = AuditEntry.objects.count()
    again = bring(desk, meeting, book)
    count = taken(again).count
    assert (count["new"], count["changed"], count["wrong"], count["conflict"]) == (0, 0, 0, 0)
    assert "Mọi dòng đều như trong sổ." in again.content.decode()
    assert AuditEntry.objects.count() == rows
    assert not taken(again).is_worth_writing


def test_export_and_import_are_logged_with_their_rows_in_one_request(desk, meeting, people):
    book = take_out(desk, meeting)
    assert AuditEntry.objects.filter(action="meetings.workbook.export").count() == 1
    fill(book, "agenda", 4, D="Một nội dung")
    confirm(desk, meeting, bring(desk, meeting, book))
    entry = AuditEntry.objects.get(action="meetings.import")
    assert entry.after["new"] == 1
    assert entry.after["file"] == "da-ghi.xlsx"
    of_row = AuditEntry.objects.get(action="meetings.agendaitem.create")
    assert of_row.request_id == entry.request_id != ""


def test_sheets_are_locked_but_for_the_cells_to_fill(desk, meeting, people):
    book = take_out(desk, meeting)
    sheet = book[SHEETS["attendance"]]
    assert sheet.protection.sheet
    assert sheet["C4"].protection.locked
    assert not sheet["E4"].protection.locked
    assert sheet.column_dimensions["A"].hidden
    (rule,) = sheet.data_validations.dataValidation
    assert str(rule.sqref) == "E4:E8"
    lists = book["Danh mục"]
    assert lists.sheet_state == "veryHidden"
    offered = [cell.value for (cell,) in lists[rule.formula1.split("!")[1].replace("$", "")]]
    assert offered[:2] == ["có mặt", "vắng có lý do"]
    assert len(offered) == 5


def test_workbook_of_a_cell_names_nobody_of_another(client, meeting, people, officer, other_cell):
    """The records officer may invite anybody, but hands the file to the cell."""
    factories.place(other_cell, full_name="Người Chi Bộ Khác")
    overseer = factories.place(other_cell, full_name="Cấp Ủy Viên Phụ Trách")
    factories.OversightFactory(member=overseer, cell=meeting.cell)
    client.force_login(officer)
    names = [
        cell.value for column in take_out(client, meeting)["Danh mục"].columns for cell in column
    ]
    assert "Cấp Ủy Viên Phụ Trách" in names
    assert "Người Chi Bộ Khác" not in names


def test_text_like_a_formula_leaves_as_text(desk, meeting, leader):
    building.point(meeting, by=leader, title='=HYPERLINK("http://x")')
    cell = take_out(desk, meeting)[SHEETS["agenda"]]["D4"]
    assert (cell.value, cell.data_type) == ('=HYPERLINK("http://x")', "s")


# -- two hands ----------------------------------------------------------------------------------


def conflict(desk, meeting, leader):
    """The file and the page both change the conclusion of one point; another the file leaves alone."""
    item = building.point(meeting, by=leader, title="Một", conclusion="Ban đầu")
    other = building.point(meeting, by=leader, title="Hai", conclusion="Ban đầu")
    book = take_out(desk, meeting)
    fill(book, "agenda", 4, G="Theo tệp")
    for row, text in ((item, "Theo trang"), (other, "Chỉ trang sửa")):
        services.save_row(
            AgendaItem, meeting=meeting, uid=row.uid, version=1, by=leader, conclusion=text
        )
    return item, other, bring(desk, meeting, book)


def test_row_changed_on_both_sides_shows_both_and_waits_for_a_choice(desk, meeting, leader):
    item, _other, shown = conflict(desk, meeting, leader)
    page = shown.content.decode()
    assert "Theo tệp" in page
    assert "Theo trang" in page
    assert "Chỉ trang sửa" not in page  # the file says nothing new of it
    assert "Có 1 dòng phải chọn bản" in page
    refused = confirm(desk, meeting, shown)
    assert refused.status_code == 409
    assert "Hãy chọn cho từng dòng" in refused.content.decode()
    item.refresh_from_db()
    assert item.conclusion == "Theo trang"


@pytest.mark.parametrize(("choice", "text"), [("file", "Theo tệp"), ("stored", "Theo trang")])
def test_conflict_is_decided_by_the_choice(desk, meeting, leader, choice, text):
    item, other, shown = conflict(desk, meeting, leader)
    (line,) = [line for line in taken(shown).lines if line.is_conflict]
    assert confirm(desk, meeting, shown, **{f"choice:{line.id}": choice}).status_code == 302
    item.refresh_from_db()
    other.refresh_from_db()
    assert item.conclusion == text
    assert other.conclusion == "Chỉ trang sửa"


def test_row_taken_off_meanwhile_comes_back_only_when_chosen(desk, meeting, leader):
    item = building.point(meeting, by=leader, title="Một")
    book = take_out(desk, meeting)
    fill(book, "agenda", 4, G="Kết luận trong tệp")
    services.remove_row(item, version=1, by=leader)
    shown = bring(desk, meeting, book)
    assert "vừa được bỏ khỏi sổ" in shown.content.decode()
    (line,) = [line for line in taken(shown).lines if line.is_conflict]
    confirm(desk, meeting, shown, **{f"choice:{line.id}": "file"})
    row = AgendaItem.objects.valid().get()
    assert (row.title, row.conclusion) == ("Một", "Kết luận trong tệp")
    assert taken(bring(desk, meeting, book)).count["same"] == taken(shown).count["same"] + 1


def test_register_that_changes_after_the_preview_is_shown_anew(desk, meeting, leader):
    item = building.point(meeting, by=leader, title="Một", conclusion="Ban đầu")
    book = take_out(desk, meeting)
    fill(book, "agenda", 4, G="Theo tệp")
    shown = bring(desk, meeting, book)
    services.save_row(
        AgendaItem, meeting=meeting, uid=item.uid, version=1, by=leader, conclusion="Vừa sửa"
    )
    again = confirm(desk, meeting, shown)
    assert again.status_code == 409
    assert "Vừa sửa" in again.content.decode()
    item.refresh_from_db()
    assert item.conclusion == "Vừa sửa"


def test_choice_that_changes_other_rows_is_shown_before_it_is_written(desk, meeting, people):
    """The meeting was put off meanwhile; by the day in the file its roll may be called."""
    book = take_out(desk, meeting)
    line = row_of(book[SHEETS["attendance"]], people[0].full_name)
    fill(book, "course", 4, D="14:05")
    fill(book, "attendance", line, E="có mặt")
    Meeting.objects.update(meets_on=dt.date(2019, 3, 20))
    shown = bring(desk, meeting, book)
    assert "chưa đến" in " ".join(sentences(shown)["attendance", line])
    (chosen,) = [one for one in taken(shown).lines if one.is_conflict]
    choice = {f"choice:{chosen.id}": "file"}
    again = confirm(desk, meeting, shown, **choice)
    assert again.status_code == 409
    assert "đã khác lúc xem trước, vì sổ vừa thay đổi hoặc vì bản vừa chọn" in again.text
    confirm(desk, meeting, again, **choice)
    assert building.state_of(Meeting.objects.get(), people[0]) == "present"


def test_words_typed_on_the_page_meanwhile_stand_beside_those_of_the_file(desk, meeting):
    book = take_out(desk, meeting)
    fill(book, "section", row_of(book[SHEETS["section"]], "Kết luận của chủ trì"), D="Theo tệp")
    confirm(desk, meeting, bring(desk, meeting, book))
    typed = {"uid": str(uuid.uuid4()), "version": "0", "part": "conclusion", "text": "Theo trang"}
    answer = desk.post(reverse("meetings:save_row", args=[meeting.pk, "section"]), typed)
    assert answer.status_code == 409
    assert "Theo tệp" in answer.text
    assert "Theo trang" in answer.text


def test_row_that_was_wrong_is_not_written_unseen(desk, meeting, people, leader):
    """What made it wrong may be gone by the time the rest is confirmed."""
    building.everyone_present(meeting, leader)
    row = meeting.attendances.get(member=people[0])
    where = {"on": building.TODAY, "by": leader}
    services.record_attendance(attendance=row, state="absent", reason="", version=2, **where)
    book = take_out(desk, meeting)
    fill(book, "agenda", 4, D="Một", E=people[0].full_name)
    shown = bring(desk, meeting, book)
    assert "Không có" in " ".join(sentences(shown)["agenda", 4])
    services.record_attendance(attendance=row, state="present", reason="", version=3, **where)
    assert confirm(desk, meeting, shown).status_code == 409
    assert not AgendaItem.objects.exists()


# -- which file, which meeting --------------------------------------------------------------------


def test_workbook_of_another_meeting_is_refused_by_name(desk, meeting, cell):
    other = building.planned(cell, meets_on=dt.date(2019, 4, 10), counts_for=dt.date(2019, 4, 1))
    answer = bring(desk, meeting, take_out(desk, other))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "của cuộc họp khác" in page
    assert "Họp chi bộ tháng 4 năm 2019" in page


def test_approved_meeting_takes_no_workbook(client, meeting, leader, clerk):
    client.force_login(leader)
    book = take_out(client, meeting)
    fill(book, "agenda", 9, D="Thêm sau khi duyệt")
    building.approved(meeting, chair=leader.member, clerk=clerk.member, by=leader)
    pages = [reverse(f"meetings:{name}", args=[meeting.pk]) for name in ("bring", "workbook")]
    for answer in (bring(client, meeting, book), *map(client.get, pages)):
        assert answer.status_code == 409
        assert "Biên bản đã duyệt" in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.xlsx", b"", "Tệp rỗng."),
        ("a.xlsx", b"PK\x03\x04" + b"\x00" * 400, "Tệp bị hỏng"),
        ("a.xlsx", b"<html><table></table></html>", "thực ra là một trang web"),
        ("a.xlsm", b"PK\x03\x04", "Tệp có macro"),
        ("a.pdf", b"%PDF-1.7", "Chỉ nhận tệp"),
        ("a.csv", b"Ho ten\nAn\n", "không phải bảng tính lấy từ trang cuộc họp"),
    ],
)
def test_file_that_is_no_workbook_is_refused_with_a_sentence(desk, meeting, name, data, sentence):
    answer = bring(desk, meeting, data, name=name)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_any_other_workbook_is_refused(desk, meeting):
    answer = bring(desk, meeting, saved(openpyxl.Workbook()))
    assert "không phải bảng tính" in answer.content.decode()


def test_content_changed_on_the_way_is_refused(desk, meeting, leader):
    shown = bring(desk, meeting, take_out(desk, meeting))
    answer = confirm(desk, meeting, shown, content="gibberish:abc")
    assert answer.status_code == 422
    assert "không còn nguyên" in answer.content.decode()


# -- rights -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("who", "status"), [("stranger", 404), ("inspector", 403)])
def test_who_does_not_keep_the_meeting_neither_takes_nor_brings(
    client, request, meeting, who, status
):
    client.force_login(request.getfixturevalue(who))
    assert client.get(reverse("meetings:workbook", args=[meeting.pk])).status_code == status
    assert client.get(reverse("meetings:bring", args=[meeting.pk])).status_code == status
    assert bring(client, meeting, b"x").status_code == status
    assert not AuditEntry.objects.filter(action__startswith="meetings.workbook").exists()


def test_clerk_and_officer_bring_a_workbook(client, meeting, clerk, officer):
    for number, user in enumerate((clerk, officer)):
        client.force_login(user)
        book = take_out(client, meeting)
        fill(book, "agenda", 4 + number, D=f"Nội dung {number}")
        assert confirm(client, meeting, bring(client, meeting, book)).status_code == 302
    assert AgendaItem.objects.count() == 2


def test_workbook_is_only_fetched(desk, meeting):
    assert desk.post(reverse("meetings:workbook", args=[meeting.pk])).status_code == 405


def test_reading_language_of_the_page_does_not_change_the_sheet(desk, meeting, leader, people):
    desk.cookies["django_language"] = "en"
    book = take_out(desk, meeting)
    fill(book, "attendance", row_of(book[SHEETS["attendance"]], people[0].full_name), E="có mặt")
    shown = bring(desk, meeting, book)
    assert sentences(shown) == {}
    confirm(desk, meeting, shown)
    assert building.state_of(Meeting.objects.get(pk=meeting.pk), people[0]) == "present"
    assert not ActionItem.objects.exists()
