"""What people do to a workbook: every wrong cell has its sentence, nothing typed is dropped without a word."""

import datetime as dt
import unicodedata

import pytest
from openpyxl.comments import Comment

from meetings import services
from meetings.forms import RowForm
from meetings.models import AgendaItem, Opinion
from meetings.page.kinds import KINDS
from meetings.workbook.parts import ITEM, PARTS
from meetings.workbook.reading import MOST_ROWS
from meetings.workbook.words import read_cell
from tests import factories
from tests.meetings import building
from tests.meetings.workbooks import (
    SHEETS,
    bring,
    confirm,
    fill,
    row_of,
    sentences,
    take_out,
    taken,
)

# What a cell says is read and compared in Python; `test_workbook` writes on both engines.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


@pytest.fixture
def book(desk, meeting):
    return take_out(desk, meeting)


def line_of(book, member) -> int:
    return row_of(book[SHEETS["attendance"]], member.full_name)


def remarks(answer) -> str:
    return "\n".join(taken(answer).remarks)


WRONG = [
    ("course", 4, {"D": "25h"}, "Bắt đầu:"),
    ("guest", 4, {"E": "Khách Không Tư Cách"}, "Tư cách dự:"),
    ("guest", 5, {"C": "bạn bè", "E": "Ai Đó"}, "Chỉ ghi một trong các mục"),
    ("agenda", 4, {"E": "Người Nào Đó", "D": "Một"}, "Không có «Người Nào Đó»"),
    ("agenda", 5, {"F": "tóm tắt mà không có tên"}, "Nội dung:"),
    ("agenda", 6, {"D": "d" * 301}, "Nội dung:"),
    ("opinion", 4, {"C": "99", "F": "ý kiến"}, "ghi số TT"),
    ("opinion", 5, {"C": "", "E": "Khách", "F": "ý kiến"}, "ghi số TT"),
    ("opinion", 6, {"C": "7", "F": "không ai nói"}, "Chọn người phát biểu"),
    ("opinion", 7, {"C": "7", "E": "Khách", "F": "a", "G": "rất gay gắt"}, "chỉ ghi x"),
    ("vote", 4, {"D": "Việc gì đó", "F": "9"}, "Loại việc:"),
    ("vote", 5, {"D": "Không ghi phiếu", "E": "việc khác"}, "Tán thành:"),
    ("vote", 6, {"D": "Quá số", "E": "việc khác", "F": "99"}, "phiếu, nhưng chỉ"),
    ("vote", 7, {"D": "Chữ", "E": "việc khác", "F": "tất cả"}, "Tán thành:"),
    ("vote", 8, {"C": "88", "D": "Ở đâu", "E": "việc khác", "F": "1"}, "ghi số TT"),
    (
        "vote",
        9,
        {"D": "Về ai", "E": "đề nghị kết nạp", "F": "1", "J": "Ai Đó"},
        "Về quần chúng xin vào Đảng: Không có «Ai Đó»",
    ),
    ("task", 4, {"C": "Việc", "E": "31/02/2019"}, "Hạn: Ngày không có thật"),
    ("task", 5, {"C": "Việc", "E": "01/01/2019"}, "Hạn phải từ ngày họp trở đi"),
]


def test_every_wrong_cell_has_its_sentence_and_keeps_its_text(desk, meeting, people, leader, book):
    fill(book, "agenda", 10, D="Nội dung đúng")
    for kind, line, cells, _sentence in WRONG:
        fill(book, kind, line, **cells)
    for line in (4, 5):
        fill(book, "task", line, D=people[0].full_name)
    fill(book, "attendance", line_of(book, people[0]), E="vắng có lý do")
    fill(book, "attendance", line_of(book, people[1]), E="có mặt", F="đến muộn")
    shown = bring(desk, meeting, book)
    wrong = sentences(shown)
    for kind, line, _cells, sentence in WRONG:
        assert sentence in " ".join(wrong[kind, line]), (kind, line)
    assert "phải ghi lý do" in " ".join(wrong["attendance", line_of(book, people[0])])
    assert "đến muộn" in shown.content.decode()
    assert len(wrong) == len(WRONG) + 2
    done = confirm(desk, meeting, shown)
    page = done.content.decode()
    assert done.status_code == 200
    assert "Đã ghi 1 dòng" in page
    assert "tóm tắt mà không có tên" in page
    assert AgendaItem.objects.get().title == "Nội dung đúng"


def test_days_and_hours_are_read_as_people_write_them(desk, meeting, people, book):
    fill(book, "course", 4, D="7h30", E=dt.time(9, 15))
    fill(book, "task", 4, C="A", D=people[0].full_name, E="1/4/2019")
    fill(book, "task", 5, C="B", D=people[0].full_name, E=43570)
    fill(book, "task", 6, C="C", D=people[0].full_name, E="2019-04-16")
    shown = bring(desk, meeting, book)
    assert sentences(shown) == {}
    confirm(desk, meeting, shown)
    meeting.refresh_from_db()
    assert (meeting.starts_at, meeting.ends_at) == (dt.time(7, 30), dt.time(9, 15))
    days = [f"{row.due_on:%d/%m}" for row in meeting.action_items.order_by("position")]
    assert days == ["01/04", "15/04", "16/04"]


@pytest.mark.parametrize(
    ("typed", "hour"),
    [
        *(("14h", "14:00"), ("14 giờ 30 phút", "14:30"), ("14.05", "14:05"), ("14g30", "14:30")),
        *(
            ("7h5", "07:05"),
            ("1400", "14:00"),
            ("14:00:00", "14:00"),
            ("0.5833333333", "14:00"),
            ("sáng", "sáng"),
        ),
    ],
)
def test_hour_in_one_writing(typed, hour):
    assert read_cell(KINDS["course"].form_class().fields["starts_at"], typed)[0] == hour


def test_names_with_spaces_other_forms_and_capitals_are_found(desk, meeting, people, book):
    name = people[2].full_name
    for line, typed in enumerate((f"  {name}  ", unicodedata.normalize("NFD", name), name.upper())):
        fill(book, "task", 4 + line, C="Việc", D=typed, E="31/03/2019")
    shown = bring(desk, meeting, book)
    assert sentences(shown) == {}
    assert len(taken(shown).of("new")) == 3


def test_name_without_its_marks_is_not_guessed(desk, meeting, people, book):
    """`Lù Văn Thư` may be another person than `Lù Văn Thử`."""
    fill(book, "task", 4, C="Việc", D="Lu Van Thu", E="31/03/2019")
    assert "Không có «Lu Van Thu»" in " ".join(sentences(bring(desk, meeting, book))["task", 4])


def test_speaker_who_is_not_called_present_is_told_why(desk, meeting, people, book):
    fill(book, "attendance", line_of(book, people[0]), E="có mặt")
    fill(book, "agenda", 4, D="Một")
    fill(book, "opinion", 4, C="1", D=people[1].full_name, F="Nhất trí")
    told = " ".join(sentences(bring(desk, meeting, book))["opinion", 4])
    assert "trong những người dự họp; xem lại tên, và đã ghi có mặt chưa" in told


def test_namesakes_are_told_apart_by_their_birth(desk, meeting, people):
    other = factories.place(meeting.cell, full_name=people[0].full_name)
    book = take_out(desk, meeting)
    label = f"{other.full_name} (sinh {other.born_on})"
    names = [cell.value for column in book["Danh mục"].columns for cell in column]
    assert label in names
    fill(book, "task", 4, C="Việc", D=other.full_name, E="31/03/2019")
    assert "Không có" in " ".join(sentences(bring(desk, meeting, book))["task", 4])


def test_sorted_rows_and_renamed_sheets_are_still_theirs(desk, meeting, people, book):
    sheet = book[SHEETS["attendance"]]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    for line, row in enumerate(reversed(rows), start=4):
        for column, value in enumerate(row, start=1):
            sheet.cell(line, column).value = value
    fill(book, "attendance", line_of(book, people[0]), E="vắng có lý do", F="ốm")
    sheet.title = "DS thang 3"
    shown = bring(desk, meeting, book)
    assert sentences(shown) == {}
    confirm(desk, meeting, shown)
    assert building.state_of(meeting, people[0]) == "excused"
    assert meeting.attendances.exclude(state="not_recorded").count() == 1


def test_deleted_sheet_is_told_and_changes_nothing(desk, meeting, leader):
    building.point(meeting, by=leader)
    book = take_out(desk, meeting)
    del book[SHEETS["agenda"]]
    shown = bring(desk, meeting, book)
    assert "Tệp không có trang: Chương trình" in remarks(shown)
    assert not taken(shown).is_worth_writing


def test_what_stands_outside_the_cells_to_fill_is_told(desk, meeting, people, book):
    fill(book, "task", 9, J="ghi chú bên lề")
    fill(book, "agenda", 1, K="ghi ở dòng tiêu đề")
    fill(book, "attendance", 20, C="Người ghi thêm", E="có mặt")
    book["Hướng dẫn"]["C15"] = "dặn dò"
    book.create_sheet("Nháp")["A1"] = "bản nháp"
    shown = bring(desk, meeting, book)
    told = remarks(shown)
    for text in ("ghi chú bên lề", "ghi ở dòng tiêu đề", "dặn dò", "bản nháp"):
        assert text in told
    assert "trang này không thêm dòng" in " ".join(sentences(shown)["attendance", 20])
    assert "Người ghi thêm" in shown.content.decode()


def test_untouched_workbook_has_nothing_to_tell(desk, meeting, people, leader, book):
    shown = bring(desk, meeting, book)
    assert taken(shown).remarks == []
    assert not taken(shown).is_worth_writing
    assert "Mọi dòng đều như trong sổ." in shown.content.decode()


def test_comment_and_picture_are_told_to_stay_out(desk, meeting, book):
    book[SHEETS["agenda"]]["D4"].comment = Comment("họp muộn", "thư ký")
    assert "chương trình chỉ đọc chữ trong ô" in remarks(bring(desk, meeting, book))


def test_heads_are_found_when_lines_above_them_came_or_went(desk, meeting, people, book):
    book[SHEETS["attendance"]].insert_rows(3)
    fill(book, "attendance", line_of(book, people[0]), E="có mặt")
    book[SHEETS["agenda"]].delete_rows(2)
    fill(book, "agenda", 3, D="Một")
    shown = bring(desk, meeting, book)
    assert taken(shown).remarks == []
    assert len(taken(shown).of("new", "changed")) == 2


def test_merged_cells_are_told(desk, meeting, people, book):
    book[SHEETS["attendance"]].merge_cells("E4:E6")
    fill(book, "attendance", 4, E="có mặt")
    assert "E4:E6 bị gộp" in remarks(bring(desk, meeting, book))


def test_formula_without_a_result_is_told(desk, meeting, book):
    book[SHEETS["agenda"]]["D4"] = "=CONCAT(A1)"
    assert "là công thức" in " ".join(sentences(bring(desk, meeting, book))["agenda", 4])


def test_changed_heading_leaves_its_column_out_and_tells_the_texts(desk, meeting, people, book):
    fill(book, "task", 3, C="Công việc")
    fill(book, "task", 4, C="Việc dưới tiêu đề lạ", D=people[0].full_name, E="31/03/2019")
    fill(book, "agenda", 4, D="Nội dung")
    shown = bring(desk, meeting, book)
    assert "«Giao việc» không có cột: Việc giao" in remarks(shown)
    assert "Việc dưới tiêu đề lạ" in remarks(shown)
    assert "Việc giao:" in " ".join(sentences(shown)["task", 4])
    assert len(taken(shown).of("new")) == 1


def test_column_the_file_does_not_have_keeps_what_is_stored(desk, meeting, people, leader):
    """A file made before the program asked for it, or with a column taken away."""
    building.point(meeting, by=leader, title="Một", conclusion="Đã có")
    book = take_out(desk, meeting)
    book[SHEETS["agenda"]].delete_cols(7)
    fill(book, "agenda", 4, D="Một, sửa tên")
    shown = bring(desk, meeting, book)
    (line,) = [line for line in taken(shown).lines if line.facts]
    confirm(desk, meeting, shown, **{f"choice:{line.id}": "file"})
    row = AgendaItem.objects.get()
    assert (row.title, row.conclusion) == ("Một, sửa tên", "Đã có")


def test_sheet_without_its_names_is_not_read_but_told(desk, meeting, people, book):
    fill(book, "attendance", 3, C="Ai")
    fill(book, "attendance", 4, E="có mặt", F="chữ đã gõ")
    shown = bring(desk, meeting, book)
    assert "đã bị sửa dòng tiêu đề" in remarks(shown)
    assert "E4, F4 của trang «Điểm danh», ngoài chỗ ghi: " in remarks(shown)
    assert "có mặt; chữ đã gõ" in remarks(shown)
    assert not taken(shown).is_worth_writing
    assert "Mọi dòng đều như trong sổ." not in shown.content.decode()


def test_row_copied_with_its_hidden_key_is_told(desk, meeting, book):
    fill(book, "agenda", 4, D="Một")
    sheet = book[SHEETS["agenda"]]
    for letter in "AB":
        sheet[f"{letter}5"] = sheet[f"{letter}4"].value
    fill(book, "agenda", 5, D="Hai")
    assert "chép từ dòng 4" in " ".join(sentences(bring(desk, meeting, book))["agenda", 5])


def test_row_typed_below_the_table_is_taken_once(desk, meeting, book):
    fill(book, "agenda", 40, D="Dưới bảng")
    for _time in range(2):
        confirm(desk, meeting, bring(desk, meeting, book))
    assert AgendaItem.objects.get().title == "Dưới bảng"


def test_name_on_the_roll_overwritten_is_not_taken(desk, meeting, people, book):
    line = line_of(book, people[0])
    fill(book, "attendance", line, C="Người Khác", E="có mặt")
    assert "bị sửa thành «Người Khác»" in " ".join(
        sentences(bring(desk, meeting, book))["attendance", line]
    )


def test_stored_row_left_blank_is_told_and_stays(desk, meeting, leader):
    building.point(meeting, by=leader, title="Có sẵn")
    book = take_out(desk, meeting)
    fill(book, "agenda", 4, D=None, G=None)
    shown = bring(desk, meeting, book)
    assert "bị xóa trống" in " ".join(sentences(shown)["agenda", 4])
    assert AgendaItem.objects.valid().count() == 1


def test_part_left_blank_on_purpose_is_emptied(desk, meeting, leader):
    building.conclude(meeting, by=leader, text="Sẽ bỏ")
    book = take_out(desk, meeting)
    fill(book, "section", row_of(book[SHEETS["section"]], "Kết luận của chủ trì"), D=None)
    shown = bring(desk, meeting, book)
    confirm(desk, meeting, shown)
    assert meeting.minutes.sections.get().text == ""


def test_roll_before_the_day_takes_only_who_asked_to_be_excused(desk, meeting, people):
    meeting.meets_on = dt.date(2019, 3, 20)
    meeting.save()
    book = take_out(desk, meeting)
    fill(book, "attendance", line_of(book, people[0]), E="có mặt")
    fill(book, "attendance", line_of(book, people[1]), E="vắng có lý do", F="nghỉ phép")
    shown = bring(desk, meeting, book)
    assert "chưa đến" in " ".join(sentences(shown)["attendance", line_of(book, people[0])])
    confirm(desk, meeting, shown)
    assert building.state_of(meeting, people[1]) == "excused"
    assert building.state_of(meeting, people[0]) == "not_recorded"


def test_chair_who_is_present_by_the_same_file_may_be_chosen(desk, meeting, people, leader, clerk):
    """The hours stand before the roll, and the page offers as chair only who came."""
    services.open_roll(meeting=meeting, by=leader)
    row = meeting.attendances.get(member=people[0])
    services.record_attendance(
        attendance=row, state="present", reason="", version=1, on=building.TODAY, by=leader
    )
    book = take_out(desk, meeting)
    fill(book, "course", 4, G=leader.full_name, H=people[0].full_name)
    fill(book, "attendance", line_of(book, leader.member), E="có mặt")
    shown = bring(desk, meeting, book)
    assert sentences(shown) == {}
    confirm(desk, meeting, shown)
    meeting.refresh_from_db()
    assert meeting.chair == leader.member


def test_opinion_follows_its_point_when_points_were_moved(desk, meeting, people, leader):
    first = building.point(meeting, by=leader, title="Một")
    second = building.point(meeting, by=leader, title="Hai")
    book = take_out(desk, meeting)
    fill(book, "opinion", 4, C="1", D=people[0].full_name, F="Về nội dung một")
    services.move_agenda_item(second, up=True, by=leader)
    confirm(desk, meeting, bring(desk, meeting, book))
    assert Opinion.objects.get().item == first


def test_too_many_rows_are_refused(desk, meeting, book):
    for line in range(4, MOST_ROWS + 10):
        book[SHEETS["opinion"]][f"F{line}"] = "x"
    answer = bring(desk, meeting, book)
    assert answer.status_code == 422
    assert "quá nhiều dòng" in answer.content.decode()


def test_ten_megabytes_of_rubbish_are_refused_unread(desk, meeting):
    answer = bring(desk, meeting, b"PK\x03\x04" + b"\x07" * 10 * 2**20)
    assert answer.status_code == 422
    assert "lớn hơn 2 MB" in answer.content.decode()


def test_sheet_that_reaches_far_is_refused_unread(desk, meeting, book):
    book.create_sheet("Xa")["KK1000"] = "x"
    assert "quá nhiều ô" in bring(desk, meeting, book).content.decode()


def test_many_remarks_end_with_their_number(desk, meeting, book):
    notes = book.create_sheet("Nháp")
    for line in range(1, 301):
        notes[f"A{line}"] = f"ghi chú {line}"
    told = taken(bring(desk, meeting, book)).remarks
    assert len(told) == 201
    assert told[-1].startswith("Còn 100 điều")


def test_sheets_ask_what_the_forms_of_the_page_hold():
    """A field that leaves the page, or changes its name, must leave the sheet too."""
    for part in PARTS:
        form: type[RowForm] = KINDS[part.kind].form_class
        assert {*part.names} - {ITEM} <= {*form.names()}
