"""Where the header is and what its columns mean."""

import openpyxl
import pytest

from members.importing.columns import plan
from members.importing.headings import recognise
from members.importing.reading import TARGETS, open_book, propose, questions, read
from members.importing.rows import ImportRefusedError
from tests.members.importing.heads import HEADS_IN_USE
from tests.members.importing.sheets import read_table, save


@pytest.mark.parametrize(
    ("levels", "target"),
    [
        (("HỌ VÀ TÊN *",), "full_name"),
        (("Ho va ten",), "full_name"),
        (("Họ và\ntên",), "full_name"),
        (("Họ và tên (chữ in hoa)",), "full_name"),
        (("Ngày vào Đảng (dự bị)",), "admitted_on"),
        (("Ngày vào Ðảng",), "admitted_on"),  # eth, typed for Đ
        (("Ngày vào Đảng (chính thức)",), "official_from"),
        (("Ngày vào Đảng", "Chính thức"), "official_from"),
        (("Đảng viên", "Chính thức"), "is_probationary"),
        (("Ngày vào Đoàn",), ""),
        (("Năm",), None),
        (("Nam",), "sex"),
        (("Giới tính", "Nam"), "sex"),
        (("Ngày sinh", "Năm"), "born_on"),
        (("Ngày sinh", "Nữ"), "born_on"),
        (("CCCD", "Số"), "citizen_id"),
        (("CCCD", "Ngày cấp"), ""),
        (("Thẻ Đảng", "Ngày cấp"), "card_issued_on"),
        (("Quê quán", "Xã"), "home_place"),
        (("Quê quán", "Tỉnh"), "home_province"),
        (("Trình độ", "Chuyên môn", "ĐH"), "professional"),
        (("Trình độ", "Lý luận chính trị"), "theory"),
        (("Ngày sinh / Date of birth",), "born_on"),
        (("ĐT",), ""),  # folded like `DT`, so neither phone nor ethnicity
        (("DT",), ""),
        (("Họ tên bố",), None),
        (("Họ và tên vợ (chồng)",), None),
        (("Vợ/chồng", "Ngày sinh"), None),
        (("Người giới thiệu 1", "Họ và tên"), None),
        (("Quyết định", "Khen thưởng"), None),
        (("Quan hệ nước ngoài", "Họ và tên"), None),
        (("Số thẻ BHYT",), None),
        (("Ngày sinh của con",), None),
    ],
)
def test_head_names_its_target(levels, target):
    assert (recognise(levels) or None) == (target or None)


def test_every_target_has_its_words_and_every_word_one_target():
    assert set(HEADS_IN_USE) == set(TARGETS)
    for target, phrases in HEADS_IN_USE.items():
        for phrase in phrases.split("|"):
            if phrase.strip() not in ("nam",):
                assert recognise((phrase.strip(),)) == target, phrase


def layout_of(folder, rows, *, merged=(), name="tệp.xlsx"):
    workbook = openpyxl.Workbook()
    for row in rows:
        workbook.active.append(row)
    for cells in merged:
        workbook.active.merge_cells(cells)
    workbook.save(folder / name)
    return open_book(folder / name, name=name).layouts()[0]


THREE = [
    ["TT", "Họ và tên", "Năm sinh", "", "Quê quán", "Trình độ", "", "", "Ngày vào Đảng", ""],
    ["", "", "Nam", "Nữ", "", "Văn hóa", "Chuyên môn", "", "Dự bị", "Chính thức"],
    ["", "", "", "", "", "", "ĐH", "TC", "", ""],
    [1, "Lò Văn Ẩn", 1980, "", "Xã A", "12/12", "x", "", "01/02/2005", "01/02/2006"],
]
MERGED = (
    "C1:D1",
    "F1:H1",
    "G2:H2",
    "I1:J1",
    "A1:A3",
    "B1:B3",
    "C2:C3",
    "D2:D3",
    "E1:E3",
    "F2:F3",
    "I2:I3",
    "J2:J3",
)


@pytest.mark.parametrize("merged", [MERGED, ()], ids=["merged", "unmerged"])
def test_three_header_rows_are_understood(tmp_path, merged):
    layout = layout_of(
        tmp_path,
        [["DANH SÁCH"], [], *THREE],
        merged=() if not merged else [_down(m) for m in merged],
    )
    assert layout.head_rows == (3, 4, 5)
    assert [target for target in propose(layout).values() if target] == [
        "full_name", "born_on", "born_on", "home_place", "general", "professional", "professional", "admitted_on", "official_from",
    ]  # fmt: skip


def _down(cells: str) -> str:
    return ":".join(f"{corner[0]}{int(corner[1:]) + 2}" for corner in cells.split(":"))


def test_words_of_a_head_over_two_unmerged_rows_belong_together(tmp_path):
    head = [
        ["Số", "Họ và tên", "Ngày tháng", "Giới", "Dân"],
        ["TT", "đảng viên", "năm sinh", "tính", "tộc"],
    ]
    layout = layout_of(tmp_path, [*head, [1, "Lò Văn Ẩn", "01/02/1980", "Nam", "Thái"]])
    assert list(propose(layout).values()) == ["", "full_name", "born_on", "sex", "ethnicity"]


def test_layout_is_known_again_whatever_its_rows_hold(tmp_path):
    head = ["TT", "Họ và tên", "Ngày sinh", "Dân tộc"]
    one = layout_of(tmp_path, [head, [1, "Lò Văn Ẩn", "01/02/1980", "Thái"]])
    other = layout_of(
        tmp_path, [["Đảng bộ xã"], [], [h.upper() for h in head], [1, "A B", "", "", "", "thừa"]]
    )
    assert one.fingerprint == other.fingerprint
    third = layout_of(
        tmp_path, [["TT", "Họ và tên", "Dân tộc", "Ngày sinh"], [1, "Lò Văn Ẩn", "Thái", "1980"]]
    )
    assert third.fingerprint != one.fingerprint


def test_table_may_start_anywhere(tmp_path):
    layout = layout_of(
        tmp_path,
        [
            [],
            [],
            ["", "", "Họ và tên", "Ngày sinh", "Dân tộc"],
            ["", "", "Lò Văn Ẩn", "1980", "Thái"],
        ],
    )
    assert [head.index for head in layout.heads] == [2, 3, 4]


@pytest.mark.parametrize(
    ("heads", "asked"),
    [
        (["Ngày vào Đảng"], ["admitted_on"]),
        (["Ngày kết nạp"], ["admitted_on"]),
        (["Ngày quyết định kết nạp", "Ngày làm lễ kết nạp"], []),
        (["Chức vụ"], ["post"]),
        (["Chức vụ Đảng", "Chức vụ chính quyền"], []),
        (["Nữ"], ["sex_blank"]),
        (["Giới tính"], []),
        (["Tình trạng (ĐSH, MSH, CT)"], ["status:ct"]),
    ],
)
def test_what_the_heads_leave_open_is_asked_once(tmp_path, heads, asked):
    layout = layout_of(
        tmp_path, [["Họ và tên", "Dân tộc", "Quê quán", *heads], ["Lò Văn Ẩn", "Thái", "Xã A"]]
    )
    found = questions(layout, propose(layout))
    assert [question.key for question in found] == asked
    assert all(len(question.choices) > 1 for question in found)


@pytest.mark.parametrize(
    ("beside", "first"),
    [
        ("Ngày quyết định kết nạp", "ceremony_on"),
        ("Ngày làm lễ kết nạp", "decision_on"),
        ("Tôn giáo", "decision_on"),
    ],
)
def test_day_that_has_no_column_yet_is_offered_first(tmp_path, beside, first):
    heads = ["Họ và tên", "Dân tộc", beside, "Ngày kết nạp"]
    layout = layout_of(tmp_path, [heads, ["Lò Văn Ẩn", "Thái", "", "03/02/2005"]])
    [question] = questions(layout, propose(layout))
    assert question.choices[0][0] == first


@pytest.mark.parametrize("answer", ["decision_on", "ceremony_on"])
def test_answer_says_which_day_the_admission_is(tmp_path, answer):
    head = ["Họ và tên", "Dân tộc", "Quê quán", "Ngày vào Đảng"]
    (row,) = read_table(
        tmp_path, head, ["Lò Văn Ẩn", "Thái", "Xã A", "03/02/2005"], answers={"admitted_on": answer}
    )
    assert str(row.values[answer]) == "03/02/2005"
    assert "admitted_on" not in row.values


def test_unanswered_admission_stays_open(tmp_path):
    head = ["Họ và tên", "Dân tộc", "Quê quán", "Ngày vào Đảng"]
    (row,) = read_table(tmp_path, head, ["Lò Văn Ẩn", "Thái", "Xã A", "03/02/2005"])
    assert str(row.values["admitted_on"]) == "03/02/2005"


def test_answer_that_contradicts_another_column_is_told(tmp_path):
    head = ["Họ và tên", "Dân tộc", "Ngày vào Đảng", "Ngày quyết định kết nạp"]
    row = ["Lò Văn Ẩn", "Thái", "03/02/2005", "01/01/2005"]
    (read_row,) = read_table(tmp_path, head, row, answers={"admitted_on": "decision_on"})
    assert "decision_on" not in read_row.values
    assert read_row.has_errors


def test_person_may_correct_the_mapping(tmp_path):
    path = save(
        tmp_path,
        [
            ["Ai", "Dân tộc", "Quê quán", "Lúc nào", "Khác"],
            ["Lò Văn Ẩn", "Thái", "Xã A", "01/02/1980", "Bản B"],
        ],
    )
    book = open_book(path, name=path.name)
    layout = book.layouts()[0] if _has_layout(book) else None
    assert layout is None  # two known heads are no table


def _has_layout(book) -> bool:
    try:
        return bool(book.layouts())
    except ImportRefusedError:
        return False


def test_mapping_without_a_name_is_refused(tmp_path):
    path = save(tmp_path, [["Họ và tên", "Dân tộc", "Quê quán"], ["Lò Văn Ẩn", "Thái", "Xã A"]])
    book = open_book(path, name=path.name)
    layout = book.layouts()[0]
    with pytest.raises(ImportRefusedError, match="họ và tên"):
        read(book, layout, mapping={0: "", 1: "ethnicity"}, answers={})


def test_two_columns_far_apart_mapped_by_hand_to_one_target_must_agree(tmp_path):
    head = ["Họ và tên", "Dân tộc", "Quê quán", "Ngày sinh", "Tên lót"]
    path = save(tmp_path, [head, ["Lò Văn Ẩn", "Thái", "Xã A", "1980", "Lò Văn Ổn"]])
    book = open_book(path, name=path.name)
    layout = book.layouts()[0]
    (row,) = read(book, layout, mapping=propose(layout) | {4: "full_name"}, answers={})
    assert "full_name" not in row.values
    assert row.has_errors


def test_column_left_out_by_hand_is_kept_beside(tmp_path):
    path = save(tmp_path, [["Họ và tên", "Dân tộc", "Quê quán"], ["Lò Văn Ẩn", "Thái", "Xã A"]])
    book = open_book(path, name=path.name)
    layout = book.layouts()[0]
    (row,) = read(book, layout, mapping=propose(layout) | {2: ""}, answers={})
    assert row.extra == {"Quê quán": "Xã A"}


@pytest.mark.parametrize(
    ("heads", "cells", "name"),
    [
        (["Họ và tên đệm", "Tên"], ["Lò Văn", "Ẩn"], "Lò Văn Ẩn"),
        (["Họ", "Tên"], ["Lò", "Văn Ẩn"], "Lò Văn Ẩn"),
        (["Họ và tên", ""], ["Lò Văn", "Ẩn"], "Lò Văn Ẩn"),
        (["Họ và tên", "Tên"], ["Lò Văn Ẩn", "Ẩn"], "Lò Văn Ẩn"),
        (["Họ và tên", "Họ đệm", "Tên"], ["Lò Văn Ẩn", "Lò Văn", "Ẩn"], "Lò Văn Ẩn"),
        (["Đồng chí cán bộ"], ["Lò Văn Ẩn"], "Lò Văn Ẩn"),
        (["Họ tên khai sinh"], ["Lò Văn Ẩn"], "Lò Văn Ẩn"),
        (["Họ tên khai sinh", "Họ tên đang dùng"], ["Lò Văn Tý", "Lò Văn Ẩn"], "Lò Văn Ẩn"),
        (["Họ tên khai sinh", "Họ tên đang dùng"], ["Lò Văn Ẩn", ""], "Lò Văn Ẩn"),
    ],
)
def test_name_is_found_however_it_is_split(tmp_path, heads, cells, name):
    head = [*heads, "Ngày sinh", "Dân tộc", "Quê quán"]
    (row,) = read_table(tmp_path, head, [*cells, "01/02/1980", "Thái", "Xã A"])
    assert row.values["full_name"] == name


def test_given_name_repeated_beside_a_merged_name_is_told(tmp_path):
    head = ["Họ và tên", "", "Ngày sinh", "Dân tộc", "Quê quán"]
    (row,) = read_table(tmp_path, head, ["Lò Văn Ẩn", "Ẩn", "01/02/1980", "Thái", "Xã A"])
    assert "full_name" not in row.values
    assert row.has_errors


def test_parts_are_worked_out_from_any_mapping(tmp_path):
    layout = layout_of(
        tmp_path,
        [["Họ và tên", "Ngày sinh", "", "", "Dân tộc"], ["Lò Văn Ẩn", 12, 5, 1985, "Thái"]],
    )
    columns = plan(layout, propose(layout))
    assert [column.part for column in columns["born_on"]] == ["day", "month", "year"]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Giới tính / Sex", "sex"),
        ("Họ và tên\nFull name", "full_name"),
        ("Họ và tên\nSinh ngày", None),  # two facts in one cell
        ("Nơi làm việc / Quê quán", None),
        ("TUOI / NGAY SINH", None),
        ("Dân tộc / Tôn giáo", None),
    ],
)
def test_head_with_a_translation_is_known_and_one_of_two_facts_is_not(text, target):
    assert recognise((text,)) == target


def test_title_without_merged_cells_is_no_parent(tmp_path):
    rows = [
        ["DANH SÁCH TRÍCH NGANG ĐẢNG VIÊN"],
        ["TT", "Họ và tên", "Vào ngành", "Quê quán", "Ngày sinh"],
        [1, "Lò Văn Ẩn", "2000", "Xã A", "1980"],
    ]
    layout = layout_of(tmp_path, rows)
    assert layout.head_rows == (2,)
    assert list(propose(layout).values()) == ["", "full_name", "", "home_place", "born_on"]


def test_posts_and_schools_may_be_ticked(tmp_path):
    head = ["Họ và tên", "Dân tộc", "Quê quán", "Chức vụ Đảng", "", "", "Trình độ văn hóa", ""]
    levels = ["", "", "", "BT", "PBT", "CUV", "Cấp II", "Cấp III"]
    one, other = read_table(
        tmp_path,
        head,
        levels,
        ["Lò Văn Ẩn", "Thái", "Xã A", "", "x", "", "", "x"],
        ["Lò Văn Ổn", "Thái", "Xã A", "", "", "", "x", "x"],
    )
    assert (one.values["party_post"], one.values["general"]) == ("Phó Bí thư", "Cấp III")
    assert "party_post" not in other.values
    assert "general" not in other.values
    assert other.has_errors


@pytest.mark.parametrize("written", ["Dự bị", "ĐVDB", "Đảng viên dự bị"])
def test_official_day_yet_to_come_is_probation(tmp_path, written):
    head = ["Họ và tên", "Dân tộc", "Quê quán", "Ngày chính thức"]
    one, other = read_table(
        tmp_path,
        head,
        ["Lò Văn Ẩn", "Thái", "Xã A", written],
        ["Lò Văn Ổn", "Thái", "Xã A", "(chưa)"],
    )
    assert one.values["is_probationary"] is True
    assert "official_from" not in one.values
    assert not other.problems


@pytest.mark.parametrize("merged", [("D1:F1",), ()], ids=["merged", "unmerged"])
def test_parts_of_an_address_are_one_text(tmp_path, merged):
    rows = [
        ["TT", "Họ và tên", "Ngày sinh", "Nơi cư trú", "", ""],
        ["", "", "", "Thôn", "Xã", "Tỉnh"],
        [1, "Lò Văn Ẩn", "1980", "Bản 1", "Xã A", "Lai Châu"],
    ]
    layout_of(tmp_path, rows, merged=merged)
    book = open_book(tmp_path / "tệp.xlsx", name="tệp.xlsx")
    layout = book.layouts()[0]
    (row,) = read(book, layout, mapping=propose(layout), answers={})
    assert row.values["residence"] == "Bản 1, Xã A, Lai Châu"


def test_unknown_parts_under_a_merged_parent_are_a_header(tmp_path):
    rows = [
        ["TT", "Họ và tên", "Ngày sinh", "Quê quán", "", ""],
        ["", "", "", "Ấp", "Tổng", "Phủ"],
        [1, "Lò Văn Ẩn", "1980", "A", "B", "C"],
    ]
    layout = layout_of(tmp_path, rows, merged=("D1:F1",))
    assert layout.head_rows == (1, 2)


@pytest.mark.parametrize(
    "heads",
    [
        [["Họ và tên", "Dân tộc", "Quê quán", "ĐVCT", "ĐVDB"]],
        [["Họ và tên", "Dân tộc", "Quê quán", "Đảng viên", ""], ["", "", "", "CT", "DB"]],
        [
            ["Họ và tên", "Dân tộc", "Quê quán", "Đảng viên", ""],
            ["", "", "", "Chính thức", "Dự bị"],
        ],
    ],
)
def test_official_and_probationary_may_be_ticked_apart(tmp_path, heads):
    one, other = read_table(
        tmp_path,
        *heads,
        ["Lò Văn Ẩn", "Thái", "Xã A", "x", ""],
        ["Lò Văn Ổn", "Thái", "Xã A", "", "x"],
    )
    assert (one.values["is_probationary"], other.values["is_probationary"]) == (False, True)


@pytest.mark.parametrize(
    ("heads", "target"),
    [
        (["Ngày thử việc", "Ngày chính thức"], ""),
        (["Ngày thử việc", "Ngày vào Đảng chính thức"], "official_from"),
        (["Ngày thử việc", "Ngày chính thức", "Ngày vào Đảng"], "official_from"),
        (["Ngày cấp thẻ", "Ngày chính thức"], "official_from"),
    ],
)
def test_official_day_of_an_employee_is_not_the_partys(tmp_path, heads, target):
    layout = layout_of(tmp_path, [["Họ và tên", "Dân tộc", "Quê quán", *heads]])
    assert propose(layout)[4] == target


def test_days_under_party_member_are_no_names(tmp_path):
    head = [
        ["Họ tên GV", "Dân tộc", "Trình độ CM", "", "Đảng viên", ""],
        ["", "", "ThS", "ĐH", "Ngày vào", "Ngày CT"],
    ]
    (found,) = read_table(
        tmp_path, *head, ["Lò Văn Ẩn", "Thái", "", "x", "03/02/2004", "03/02/2005"]
    )
    assert (found.values["professional"], str(found.values["official_from"])) == (40, "03/02/2005")
    assert found.values["full_name"] == "Lò Văn Ẩn"


def test_day_of_issue_behind_the_place_of_a_card_is_the_cards(tmp_path):
    head = ["Họ và tên", "Dân tộc", "Số thẻ đảng viên", "Nơi cấp", "Ngày cấp"]
    layout = layout_of(tmp_path, [head, ["Lò Văn Ẩn", "Thái", "75123456", "Tỉnh ủy", "19/05/1980"]])
    assert list(propose(layout).values())[3:] == ["card_issued_at", "card_issued_on"]


@pytest.mark.parametrize(
    ("head", "state"),
    [
        ("Miễn SH từ ngày", "exempt"),
        ("Ngày từ trần", "died"),
        ("Ngày rời Đảng", "left"),
        ("Ngày rời/mất/miễn SH", None),
    ],
)
def test_day_of_leaving_says_which_or_is_told(tmp_path, head, state):
    heads = ["Họ và tên", "Dân tộc", "Quê quán", head]
    (found,) = read_table(tmp_path, heads, ["Lò Văn Ẩn", "Thái", "Xã A", "01/05/2015"])
    assert found.values.get("status") == state
    assert bool(found.problems) == (state is None)


def test_tick_under_a_head_of_both_stages_is_told(tmp_path):
    head = ["Họ và tên", "Dân tộc", "Quê quán", "Chính thức/dự bị"]
    (found,) = read_table(tmp_path, head, ["Lò Văn Ẩn", "Thái", "Xã A", "x"])
    assert "is_probationary" not in found.values
    assert found.has_errors
