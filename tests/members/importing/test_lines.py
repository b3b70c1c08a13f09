"""Which rows are people: totals, groups, signatures and heads once more are passed over, never a person lost."""

import pytest

from tests.members.importing.sheets import read_all, read_table, save, sentences

HEAD = ["TT", "Họ và tên", "Ngày sinh", "Dân tộc", "Chức vụ Đảng"]


def person(number, name):
    return [number, name, "01/02/1980", "Thái", "ĐV"]


def names(rows) -> list[str]:
    return [row.values.get("full_name", "") for row in rows]


def read_rows(folder, *rows, head=HEAD):
    passed = []
    found = read_all(save(folder, [head, *rows]), passed_over=passed)
    return found, [line.number for line in passed]


@pytest.mark.parametrize(
    "total",
    [
        ["Tổng số: 2"], ["", "TỔNG CỘNG", 2], ["Cộng", "", "", 2], ["", "Cộng trang", 1, 1], ["", "Tổng cộng: 02 đồng chí"],
        ["", "Tổng số đảng viên: 2"], ["Tổng: 2 người"], ["", "Trong đó:"], ["", "Nữ:", 1], ["", "Cộng:"],
        ["", "Bằng chữ: ……"], ["", "Bằng chữ:", "hai đồng chí"], ["", "(Bằng chữ: Hai đồng chí./.)"], ["", "Số đảng viên bằng chữ: hai"],
    ],
)  # fmt: skip
def test_total_is_passed_over(tmp_path, total):
    rows, passed = read_rows(tmp_path, person(1, "Lò Văn Ẩn"), total, person(2, "Lò Thị Bướm"))
    assert names(rows) == ["Lò Văn Ẩn", "Lò Thị Bướm"]
    assert passed == [3]


@pytest.mark.parametrize(
    "name",
    ["Tống Văn Cường", "Tổng Thị Số", "Cộng Thị Hòa", "Chu Kỳ Nam", "Lưu Ý Nhi", "Kỷ Văn Tổng", "Ban Thị Bàn", "Tô Thị Hoa",
     "Nữ Thị Nam", "Thư Ký Sơn", "Đội Văn Tổ", "Bí Thị Thư"],
)  # fmt: skip
def test_person_whose_name_sounds_like_a_total_is_a_person(tmp_path, name):
    rows, passed = read_rows(tmp_path, person(1, name), ["", name, "1980", "Thái", ""])
    assert names(rows) == [name, name]
    assert passed == []


def test_signatures_end_the_table(tmp_path):
    rows, passed = read_rows(
        tmp_path,
        person(1, "Lò Văn Ẩn"),
        [],
        ["", "", "", "", "Tân Uyên, ngày 05 tháng 3 năm 2019"],
        ["", "NGƯỜI LẬP BIỂU", "", "TRƯỞNG BAN", "T/M ĐẢNG ỦY"],
        ["", "(Ký, ghi rõ họ tên)", "", "", "BÍ THƯ"],
        ["", "Lò Văn Ký", "", "Trần Duyệt", "Nguyễn Văn Thư"],
    )
    assert names(rows) == ["Lò Văn Ẩn"]
    assert passed == [4, 5, 6, 7]


@pytest.mark.parametrize(
    "title", ["Cán bộ văn phòng", "CÁN BỘ TỔ CHỨC", "Chuyên viên", "Phó Chánh Văn phòng", "Văn phòng Đảng ủy"]
)  # fmt: skip
def test_title_of_a_signer_after_the_numbered_rows_ends_the_table(tmp_path, title):
    rows, passed = read_rows(tmp_path, person(1, "Lò Văn Ẩn"), ["", title], [], ["", "Lò Văn Ký"])
    assert names(rows) == ["Lò Văn Ẩn"]
    assert passed == [3, 5]


def test_numbered_row_after_a_title_is_a_person(tmp_path):
    rows, passed = read_rows(
        tmp_path, person(1, "Lò Văn Ẩn"), ["", "Cán bộ văn phòng"], [2, "Lò Thị Bướm", "1980"]
    )
    assert names(rows) == ["Lò Văn Ẩn", "Lò Thị Bướm"]
    assert passed == [3]


@pytest.mark.parametrize(
    "row", [[2, "Cán bộ văn phòng"], ["", "Cán bộ văn phòng", "01/02/1980"], ["", "Cán Bộ Nam"], ["", "Bằng Thị Chữ", "1980"]]
)  # fmt: skip
def test_what_may_be_a_person_is_not_taken_for_a_signer(tmp_path, row):
    rows, passed = read_rows(tmp_path, person(1, "Lò Văn Ẩn"), row)
    assert len(rows) == 2
    assert passed == []


def test_title_in_a_table_without_numbers_is_told(tmp_path):
    rows, passed = read_rows(tmp_path, person("", "Lò Văn Ẩn"), ["", "Cán bộ văn phòng"])
    assert names(rows) == ["Lò Văn Ẩn", "Cán bộ văn phòng"]
    assert passed == []


def test_head_on_every_page_is_passed_over(tmp_path):
    rows, passed = read_rows(
        tmp_path,
        person(1, "Lò Văn Ẩn"),
        HEAD,
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
        person(2, "Lò Thị Bướm"),
    )
    assert names(rows) == ["Lò Văn Ẩn", "Lò Thị Bướm"]
    assert passed == [3, 4]


def test_hints_under_the_head_are_passed_over(tmp_path):
    rows, passed = read_rows(tmp_path, [], ["", "", "(dd/mm/yyyy)"], person(1, "Lò Văn Ẩn"))
    assert (names(rows), passed) == (["Lò Văn Ẩn"], [3])


def test_group_of_a_cell_fills_the_rows_below(tmp_path):
    rows, passed = read_rows(
        tmp_path,
        ["A", "CHI BỘ 1"],
        ["I", "Đảng viên chính thức"],
        person(1, "Lò Văn Ẩn"),
        person(2, "Lò Văn Ổn"),
        ["II. Chi bộ Cảnh sát Hình sự: 7 đồng chí"],
        person(1, "Lò Thị Bướm"),
    )
    assert [row.values["cell"] for row in rows] == [
        "CHI BỘ 1",
        "CHI BỘ 1",
        "Chi bộ Cảnh sát Hình sự",
    ]
    assert passed == [2, 3, 6]
    assert ["lấy từ dòng phía trên" in sentences(row) for row in rows] == [True, False, True]


def test_group_does_not_overrule_a_column(tmp_path):
    head = [*HEAD, "Chi bộ"]
    rows, _passed = read_rows(
        tmp_path, ["Chi bộ 1"], [*person(1, "Lò Văn Ẩn"), "Chi bộ 2"], head=head
    )
    assert rows[0].values["cell"] == "Chi bộ 2"


def test_cell_of_the_title_fills_all_rows(tmp_path):
    path = save(
        tmp_path,
        [
            ["ĐẢNG BỘ XÃ"],
            ["DANH SÁCH ĐẢNG VIÊN CHI BỘ TRƯỜNG MẦM NON NĂM 2019"],
            HEAD,
            person(1, "Lò Văn Ẩn"),
        ],
    )
    (row,) = read_all(path)
    assert row.values["cell"] == "Chi bộ TRƯỜNG MẦM NON"
    assert row.problems[0].is_warning


def test_two_cells_in_the_title_are_none(tmp_path):
    path = save(tmp_path, [["CHI BỘ 1 và CHI BỘ 2"], ["Chi bộ 3"], HEAD, person(1, "Lò Văn Ẩn")])
    assert "cell" not in read_all(path)[0].values


def test_row_without_a_name_is_told(tmp_path):
    rows, _passed = read_rows(tmp_path, [1, "", "01/02/1980", "Thái", "ĐV"])
    assert "không có họ tên" in sentences(rows[0])
    assert rows[0].values["ethnicity"] == "Thái"


def test_other_table_below_is_told_and_not_read(tmp_path):
    rows, passed = read_rows(
        tmp_path,
        person(1, "Lò Văn Ẩn"),
        ["Danh sách đảng viên dự bị"],
        ["TT", "Họ và tên", "Dân tộc", "Ngày sinh", "Ngày kết nạp"],
        [1, "Lò Thị Bướm", "Thái", "01/02/1990", "03/02/2018"],
    )
    assert names(rows) == ["Lò Văn Ẩn", ""]
    assert "bảng có tiêu đề khác" in sentences(rows[1])
    assert passed == [3]


def test_other_table_beside_is_told_and_not_mixed_in(tmp_path):
    head = ["TT", "Họ tên", "Ngày sinh", "Dân tộc", "", "TT", "Họ tên", "Ngày sinh", "Dân tộc"]
    row = [1, "Lò Văn Ẩn", "01/02/1980", "Thái", "", 2, "Vàng Thị Hạnh", "02/03/1985", "Mông"]
    (read,) = read_table(tmp_path, head, row)
    assert read.values["full_name"] == "Lò Văn Ẩn"
    assert read.values["ethnicity"] == "Thái"
    assert read.has_errors
    assert "Vàng Thị Hạnh" in read.extra.values()


def test_name_merged_over_two_rows_is_one_person(tmp_path):
    import openpyxl

    workbook = openpyxl.Workbook()
    sheet = workbook.active
    for row in (["Chi bộ", "Họ và tên", "Ngày sinh", "Dân tộc", "Ngoại ngữ"],
                ["Chi bộ 1", "Lò Văn Ẩn", "01/02/1980", "Thái", "Anh B"],
                [None, None, None, None, "Pháp A"],
                [None, "Lò Thị Bướm", "01/02/1981", "Thái", ""]):  # fmt: skip
        sheet.append(row)
    for merged in ("A2:A4", "B2:B3", "C2:C3", "D2:D3"):
        sheet.merge_cells(merged)
    workbook.save(tmp_path / "gộp.xlsx")
    first, more, second = read_all(tmp_path / "gộp.xlsx")
    assert (first.values["cell"], second.values["cell"]) == ("Chi bộ 1", "Chi bộ 1")
    assert more.values == {}
    assert more.extra == {"Ngoại ngữ": "Pháp A"}
    assert "Dòng nối" in sentences(more)


def test_progress_tells_rows_and_ends_with_all(tmp_path):
    told = []
    rows = [person(i, "Lò Văn Ẩn") for i in range(120)]
    read_all(save(tmp_path, [HEAD, *rows]), progress=lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1] == (121, 121)
    assert len(told) == 3


def test_unknown_column_is_kept_and_a_private_one_only_named(tmp_path):
    head = [
        "Họ và tên",
        "Ngày sinh",
        "Dân tộc",
        "Số giày",
        "Họ tên vợ",
        "Quan hệ nước ngoài",
        "",
        "Số giày",
    ]
    (row,) = read_table(
        tmp_path, head, ["Lò Văn Ẩn", "01/02/1980", "Thái", 42, "Lò Thị B", "Lào", "lẻ", 43]
    )
    assert row.extra == {
        "Số giày": "42",
        "Họ tên vợ": "…",
        "Quan hệ nước ngoài": "…",
        "cột G": "lẻ",
        "Số giày (H)": "43",
    }
    assert "Lò Thị B" not in row.cells
    assert row.cells[:3] == ("Lò Văn Ẩn", "01/02/1980", "Thái")


def test_formula_without_a_result_and_error_cells_are_told(tmp_path):
    head = ["Họ và tên", "Ngày sinh", "Dân tộc"]
    one, other = read_table(
        tmp_path, head, ["Lò Văn Ẩn", "=DATE(1980,1,1)", "Thái"], ["#REF!", "01/02/1980", "Thái"]
    )
    assert "công thức" in sentences(one)
    assert "born_on" not in one.values
    assert "báo lỗi" in sentences(other)
    assert "full_name" not in other.values


def test_title_with_the_bare_word_for_a_cell_names_none(tmp_path):
    head = ["Họ tên", "Dân tộc", "Ngày sinh"]
    above = [["TRƯỜNG MẦM NON"], ["CHI BỘ - DANH SÁCH ĐẢNG VIÊN NĂM 2018"], []]
    path = save(tmp_path, [*above, head, ["Lò Văn Ẩn", "Thái", "01/02/1970"]])
    (found,) = read_all(path)
    assert found.values["full_name"] == "Lò Văn Ẩn"
    assert "cell" not in found.values
