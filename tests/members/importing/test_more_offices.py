"""Ways of heading and filling a list that were met late: forms of questions, bound registers, border posts, works."""

import pytest

from tests.members.importing.sheets import read_table

NAMED = ["Họ và tên", "Dân tộc", "Tôn giáo"]


def shown(found, *targets):
    return {target: str(found.values.get(target)) for target in targets}


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        (["Ngày", "Tháng", "Năm sinh"], [5, "3", 1984]),
        ([("Sinh", "ng"), ("Sinh", "th"), ("Sinh", "năm")], ["05", 3, "1984"]),
        ([("Ngày sinh", "Ngày"), ("Ngày sinh", "Thg"), ("Ngày sinh", "Năm")], [5, 3, 1984]),
    ],
)
def test_day_and_month_beside_a_year_are_one_date(tmp_path, head, cells):
    levels = [name if isinstance(name, tuple) else (name, "") for name in [*NAMED, *head]]
    top, below = [list(row) for row in zip(*levels, strict=True)]
    rows = [below] if any(below) else []
    (found,) = read_table(tmp_path, top, *rows, ["Lò Văn Ẩn", "Thái", "Không", *cells])
    assert shown(found, "born_on") == {"born_on": "05/03/1984"}
    assert not found.extra


@pytest.mark.parametrize("written", ["nt", "Nt", "-nt-", "như trên", '"', "〃"])
def test_sign_for_the_cell_above_is_told_and_never_a_place(tmp_path, written):
    head = [*NAMED, "Quê quán"]
    _one, other = read_table(
        tmp_path,
        head,
        ["Lò Văn Ẩn", "Thái", "Không", "Xã A"],
        ["Lò Văn Ổn", "Thái", "Không", written],
    )
    assert "home_place" not in other.values
    assert "như trên" in other.problems[0].sentence


def test_heads_that_are_questions_are_understood(tmp_path):
    head = [
        "1. Đồng chí cho biết họ và tên (viết in hoa có dấu)",
        "2. Ngày tháng năm sinh của đồng chí",
        "3. Ngày kết nạp Đảng (ngày làm lễ kết nạp)",
        "4. Chức vụ (chính quyền)",
        "5) Nơi ở hiện nay",
    ]
    (found,) = read_table(
        tmp_path, head, ["LÒ VĂN ẨN", "01/02/1980", "19/05/2004", "Đội phó", "Xã A"]
    )
    assert shown(found, "full_name", "born_on", "ceremony_on", "office_post", "residence") == {
        "full_name": "LÒ VĂN ẨN", "born_on": "01/02/1980", "ceremony_on": "19/05/2004",
        "office_post": "Đội phó", "residence": "Xã A",
    }  # fmt: skip


def test_name_of_the_birth_paper_on_a_line_of_its_own_is_another_name(tmp_path):
    head = ["TT", "Họ tên đang dùng\nHọ tên khai sinh", "Dân tộc", "Quê quán"]
    one, other = read_table(
        tmp_path,
        head,
        [1, "Lò Thế Ẩn\nLò Văn Ẩn", "Thái", "Xã A"],
        [2, "Lò Văn Ổn", "Thái", "Xã A"],
    )
    assert shown(one, "full_name", "other_name") == {
        "full_name": "Lò Thế Ẩn",
        "other_name": "Lò Văn Ẩn",
    }
    assert other.values["full_name"] == "Lò Văn Ổn"
    assert not other.has_errors


def test_two_names_in_a_cell_of_one_are_told(tmp_path):
    one, other = read_table(
        tmp_path,
        NAMED,
        ["Lò Thế Ẩn\nLò Văn Ẩn", "Thái", "Không"],
        ["Lò Thị Hoàng\nAnh", "Thái", "Không"],
    )
    assert "full_name" not in one.values
    assert "hai họ tên" in one.problems[0].sentence
    assert other.values["full_name"] == "Lò Thị Hoàng Anh"


def test_cells_of_the_bound_register_come_apart(tmp_path):
    head = [
        "Họ và tên",
        "Nam, nữ\nDân tộc\nTôn giáo",
        "Trình độ: Văn hóa; LLCT; CM; NN",
        "Quê quán",
    ]
    found = read_table(
        tmp_path,
        head,
        ["Lò Văn Ẩn", "Nam\nThái\nKhông", "10/10; TC; ĐH; Anh A", "Xã A, huyện B"],
        ["Lò Thị Ổn", "Nữ, Mông, Không", "9/12; SC; TC; không", "Xã C"],
    )
    keys = ("sex", "ethnicity", "religion", "general", "theory", "professional", "language")
    assert [tuple(shown(one, *keys).values()) for one in found] == [
        ("male", "Thái", "Không", "10/10", "20", "40", "Anh A"),
        ("female", "Mông", "Không", "9/12", "10", "20", "None"),
    ]
    assert found[0].values["home_place"] == "Xã A, huyện B"


def test_numbers_a_head_explains_are_the_sex(tmp_path):
    head = [*NAMED, "Giới tính (1: Nam, 2: Nữ)"]
    found = read_table(
        tmp_path,
        head,
        *(
            [name, "Thái", "Không", code]
            for name, code in [("Lò Văn Ẩn", 1), ("Lò Thị Ổn", "2"), ("Lò Thị Ơn", 3)]
        ),
    )
    assert [one.values.get("sex") for one in found] == ["male", "female", None]
    assert found[2].has_errors


@pytest.mark.parametrize(
    ("head", "cell", "target", "value"),
    [
        ("Nơi ĐK thường trú - Tỉnh/TP", "Lào Cai", "permanent_province", "Lào Cai"),
        ("Nơi ĐK thường trú - Số nhà, đường", "Tổ 2", "permanent_residence", "Tổ 2"),
        ("Ngày công nhận CT", "19/05/2005", "official_from", "19/05/2005"),
        ("Tên thường dùng", "Lò Ổn", "other_name", "Lò Ổn"),
        ("Miễn sinh hoạt từ ngày", "01/02/2015", "left_on", "01/02/2015"),
        ("Số hiệu thẻ", "01234567", "card_no", "01234567"),
    ],
)
def test_head_is_known(tmp_path, head, cell, target, value):
    (found,) = read_table(tmp_path, [*NAMED, head], ["Lò Văn Ẩn", "Thái", "Không", cell])
    assert str(found.values[target]) == value


def test_place_of_issue_behind_the_day_of_a_card_is_the_cards(tmp_path):
    head = [*NAMED, "Số CCCD", "Nơi cấp", "Ngày cấp thẻ", "Nơi cấp"]
    row = ["Lò Văn Ẩn", "Thái", "Không", "012080012345", "Bộ Công an", "02/09/2025", "Lai Châu"]
    (found,) = read_table(tmp_path, head, row)
    assert found.values["card_issued_at"] == "Lai Châu"
    assert found.extra == {"Nơi cấp": "Bộ Công an"}


def test_month_and_year_of_other_things_are_no_part_of_a_birth_date(tmp_path):
    head = [*NAMED, "Ngày sinh", "Tháng vào Đoàn", "Năm vào ngành"]
    row = ["Lò Văn Ẩn", "Thái", "Không", "01/02/1980", "3", "2001"]
    (found,) = read_table(tmp_path, head, row)
    assert str(found.values["born_on"]) == "01/02/1980"
    assert found.extra == {"Tháng vào Đoàn": "3", "Năm vào ngành": "2001"}


def test_name_over_three_columns_keeps_its_middle(tmp_path):
    head = ["Họ", "Tên đệm", "Tên", "Dân tộc", "Quê quán"]
    (found,) = read_table(tmp_path, head, ["Lò", "Thị Thu", "Ẩn", "Thái", "Xã A"])
    assert found.values["full_name"] == "Lò Thị Thu Ẩn"


def test_card_of_who_introduced_is_not_the_members(tmp_path):
    found = read_table(
        tmp_path,
        ["TT", "Họ và tên", "", "Người giới thiệu", "", "Ngày vào Đảng", "", ""],
        ["", "Tên", "Năm sinh", "Họ và tên", "Số thẻ", "QĐ", "Lễ", "CT"],
        [1, "Lò Văn Ẩn", "1980", "Lò Văn Ổn", "01999999", "01/02/2010", "19/02/2010", "19/02/2011"],
    )
    keys = ("full_name", "born_on", "card_no", "decision_on", "ceremony_on", "official_from")
    assert list(shown(found[-1], *keys).values()) == [
        "Lò Văn Ẩn", "1980", "None", "01/02/2010", "19/02/2010", "19/02/2011",
    ]  # fmt: skip


def test_dashes_before_the_lines_of_a_cell_are_no_part_of_it(tmp_path):
    head = ["Họ và tên\n- Cấp bậc\n- Chức vụ chính quyền", "Dân tộc", "Quê quán\n- Trú quán"]
    row = ["Lò Văn Ẩn\n- Đại úy\n- Trợ lý", "Thái", "Xã A, huyện B\n- Phường C"]
    (found,) = read_table(tmp_path, head, row)
    keys = ("full_name", "office_post", "home_place", "permanent_residence")
    assert list(shown(found, *keys).values()) == [
        "Lò Văn Ẩn",
        "Trợ lý",
        "Xã A, huyện B",
        "Phường C",
    ]


def test_heads_of_a_program_are_understood(tmp_path):
    head = ["HoTen", "ngaysinh", "GT", "NGAY_CHINH_THUC", "DanToc"]
    (found,) = read_table(tmp_path, head, ["Lò Văn Ẩn", "01/02/1980", "Nam", "2012-05-19", "Thái"])
    keys = ("full_name", "born_on", "sex", "official_from", "ethnicity")
    assert list(shown(found, *keys).values()) == [
        "Lò Văn Ẩn",
        "01/02/1980",
        "male",
        "19/05/2012",
        "Thái",
    ]
