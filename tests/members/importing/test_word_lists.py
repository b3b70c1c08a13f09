"""Columns of words: what is of another column is never taken, what no list knows is taken and told."""

import pytest

from tests.members.importing.sheets import read_table, sentences

HEAD = ["TT", "Họ tên", "Ngày sinh", "Quê quán"]


def read_one(folder, head, cell):
    row = [1, "Lò Văn Ẩn", "01/02/1980", "Xã A, huyện B", cell]
    (found,) = read_table(folder, [*HEAD, head], row)
    return found


@pytest.mark.parametrize(
    ("head", "cell", "target", "said"),
    [
        ("Dân tộc", "Nữ", "ethnicity", "là giới tính"),
        ("Dân tộc", "Phật giáo", "ethnicity", "là tôn giáo"),
        ("Dân tộc", "ĐH", "ethnicity", "là trình độ"),
        ("Dân tộc", "Khác", "ethnicity", "không nói rõ dân tộc"),
        ("Tôn giáo", "Kinh", "religion", "là dân tộc"),
        ("Tôn giáo", "Đại úy", "religion", "là cấp bậc hàm"),
        ("Ngoại ngữ", "Tin học B", "language", "là tin học"),
        ("Tin học", "Tiếng Anh B1", "it", "là ngoại ngữ"),
        ("Nơi ở hiện nay", "Nam", "residence", "là giới tính"),
        ("Nơi ở hiện nay", "0", "residence", "ghi bằng chữ"),
        ("Văn hóa", "Đảng viên", "general", "là chức vụ Đảng"),
        ("Thường trú", "Chi bộ 3", "permanent_residence", "là chi bộ"),
        ("Nơi sinh", "Hoàn thành tốt nhiệm vụ", "birth_place", "là xếp loại"),
        ("Tên gọi khác", "Bí thư Chi bộ", "other_name", "là chức vụ Đảng"),
        ("Số CCCD", 912345678, "citizen_id", "giống số điện thoại"),
        ("Số CMND", "0912345678", "old_citizen_id", "không đúng"),
    ],
)
def test_word_of_another_column_is_told_and_never_taken(tmp_path, head, cell, target, said):
    found = read_one(tmp_path, head, cell)
    assert target not in found.values
    assert "old_citizen_id" not in found.values
    assert said in sentences(found)
    assert found.has_errors


@pytest.mark.parametrize(
    ("head", "cell", "target", "value"),
    [
        ("Dân tộc", "Lạ Hoắc", "ethnicity", "Lạ Hoắc"),
        ("Dân tộc", "Dân tộc Mông", "ethnicity", "Mông"),
        ("Tôn giáo", "Đạo mới", "religion", "Đạo mới"),
        ("Ngoại ngữ", "Bồi dưỡng", "language", "Bồi dưỡng"),
        ("Quê quán (tỉnh)", "Thái", "home_province", "Thái"),
        ("Văn hóa", "Sơ học", "general", "Sơ học"),
        ("Văn hóa", 12, "general", "12/12"),
        ("Nơi ở hiện nay", "NV10023", "residence", "NV10023"),
        ("Chức vụ Đảng", "Trợ lý", "party_post", "Trợ lý"),
        ("ID", "012085012345", "national_uid", "012085012345"),
    ],
)
def test_word_no_list_knows_is_taken_and_told(tmp_path, head, cell, target, value):
    found = read_one(tmp_path, head, cell)
    assert found.values[target] == value
    assert f"“{cell}”" in sentences(found)
    assert not found.has_errors


@pytest.mark.parametrize(
    ("head", "cell"),
    [
        ("Dân tộc", "Thái (đen)"), ("Dân tộc", "H'Mông"), ("Dân tộc", "MÔNG HOA"), ("Dân tộc", "Bru-Vân Kiều"),
        ("Tôn giáo", "Không"), ("Tôn giáo", "Công giáo"), ("Tôn giáo", "Không tôn giáo"), ("Tôn giáo", "Bên lương"),
        ("Quê quán - Quốc gia", "Lào"), ("Chức vụ Đảng", "Phó BT chi bộ"), ("Tin học", "UDCNTT cơ bản"), ("Ngoại ngữ", "Trung HSK3"), ("Tôn giáo", "Đạo Tin lành"), ("Ngoại ngữ", "Anh B1"),
        ("Ngoại ngữ", "Tiếng Thái"), ("Ngoại ngữ", "TOEIC 500"), ("Tin học", "A"), ("Tin học", "Ứng dụng CNTT cơ bản"),
    ],
)  # fmt: skip
def test_known_word_needs_no_remark(tmp_path, head, cell):
    found = read_one(tmp_path, head, cell)
    assert cell in found.values.values()
    assert not found.problems


@pytest.mark.parametrize(
    ("head", "cell"),
    [
        ("Nơi cấp thẻ Đảng", "Đảng ủy Công an Trung ương"), ("Nơi cấp thẻ Đảng", "Tỉnh ủy Lai Châu"),
        ("Nơi cấp thẻ Đảng", "Ban Thường vụ Huyện ủy"), ("Nơi cấp thẻ Đảng", "Đảng bộ Công an tỉnh"), ("Nơi ở hiện nay", "Huyện Đông Anh, Hà Nội"),
        ("Nơi ở hiện nay", "Khu tập thể trường Tiểu học"), ("Nơi ở hiện nay", "Thôn Trung Quốc Oai"), ("Nơi ở hiện nay", "Số 12/10 phố Nga"),
        ("Nơi ở hiện nay", "Bản Hoa, xã Thân Thuộc"), ("Nơi sinh", "Nga Sơn, Thanh Hóa"), ("Nơi sinh", "Trạm y tế xã"), ("Nơi sinh", "CHDCND Lào"),
        ("Chuyên ngành", "Tiếng Anh"), ("Chuyên ngành", "Công nghệ thông tin"), ("Chuyên ngành", "Sư phạm Tiểu học"),
        ("Chức vụ chính quyền", "Phó Trưởng Công an huyện"), ("Chức vụ chính quyền", "Cán bộ"), ("Chức vụ Đảng", "Đảng ủy viên"),
        ("Tên gọi khác", "Lò Trung Học"), ("Tên gọi khác", "Nguyễn Nga Anh"), ("Tên gọi khác", "Hoàng Cao Đài"),
    ],
)  # fmt: skip
def test_plain_words_that_resemble_another_columns_need_no_remark(tmp_path, head, cell):
    found = read_one(tmp_path, head, cell)
    assert cell in found.values.values()
    assert not found.problems


@pytest.mark.parametrize(
    ("head", "cell", "target", "value"),
    [
        ("LLCT", "TCLLCT", "theory", 20), ("LLCT", "CNCT", "theory", 40), ("LLCT", "T.cấp", "theory", 20),
        ("Trình độ chuyên môn", "ĐHSP", "professional", 40), ("Trình độ chuyên môn", "C.đẳng", "professional", 30),
        ("Tình trạng", "Dự bị", "is_probationary", True), ("Tình trạng", "Chính thức", "is_probationary", False),
        ("Giới tính", "Bà", "sex", "female"), ("Văn hóa", "12-12", "general", "12/12"),
    ],
)  # fmt: skip
def test_shortened_words_are_read(tmp_path, head, cell, target, value):
    found = read_one(tmp_path, head, cell)
    assert found.values[target] == value
    assert not found.has_errors


def test_peoples_may_be_ticked(tmp_path):
    people = [
        [1, "Lò Văn Ẩn", "01/02/1980", "Xã A", "", "x", ""],
        [2, "Lò Văn Ổn", "01/02/1980", "Xã A", "", "", "Mông"],
        [3, "Lò Văn Ơn", "01/02/1980", "Xã A", "", "", "x"],
    ]
    parts = ["", "", "", "", "Kinh", "Thái", "Khác"]
    found = read_table(tmp_path, [*HEAD, "Dân tộc", "", ""], parts, *people)
    assert [one.values.get("ethnicity") for one in found] == ["Thái", "Mông", None]
    assert found[2].has_errors


def test_first_row_without_a_name_is_no_head_of_ticks(tmp_path):
    head = ["Họ và tên", "Dân tộc", "Tôn giáo", "Quê quán"]
    (found,) = read_table(tmp_path, head, ["", "Thái", "Không", ""])
    assert found.values["ethnicity"] == "Thái"
    assert found.has_errors


@pytest.mark.parametrize(
    ("born", "joined", "official", "issued", "told"),
    [
        ("1980", "03/02/2010", "03/02/2011", "12/04/2012", ""),
        ("1980", "03/02/2010", "2010", "2010", ""),
        ("1980", "03/02/2010", "03/02/2011", "12/04/2008", "ngày cấp thẻ 12/04/2008"),
        ("1980", "03/02/2010", "03/02/2009", "", "ngày chính thức 03/02/2009"),
        ("1980", "01/02/1980", "", "", "ngày làm lễ kết nạp 01/02/1980"),
    ],
)
def test_days_in_an_order_no_life_has_are_told(tmp_path, born, joined, official, issued, told):
    head = ["Họ và tên", "Ngày sinh", "Ngày làm lễ kết nạp", "Ngày chính thức", "Ngày cấp thẻ Đảng"]
    (found,) = read_table(tmp_path, head, ["Lò Văn Ẩn", born, joined, official, issued])
    assert (told in sentences(found)) if told else not found.problems


def test_citizen_id_under_the_head_of_the_card_is_told(tmp_path):
    head = ["Họ và tên", "Ngày sinh", "Giới tính", "Số thẻ"]
    (found,) = read_table(tmp_path, head, ["Lò Văn Ẩn", "01/02/1980", "Nam", "012080012345"])
    assert "giống số định danh" in sentences(found)


def test_post_that_is_a_rank_is_left_and_told_but_keeps_nobody_out(tmp_path):
    found = read_one(tmp_path, "Chức vụ chính quyền", "Thượng úy")
    assert "office_post" not in found.values
    assert "là cấp bậc hàm" in sentences(found)
    assert not found.has_errors


@pytest.mark.parametrize(
    ("head", "cells", "targets"),
    [
        ("Trình độ CM / LLCT", ["Đại học / Trung cấp", "ĐH/TC"], ["professional", "theory"]),
        ("Ngày vào Đảng (dự bị - chính thức)", ["25/03/2010 - 25/03/2011"] * 2, ["admitted_on", "official_from"]),
        ("Ngày cấp thẻ, nơi cấp thẻ", ["01/02/2012, Tỉnh ủy, phòng 2", "2013, Tỉnh ủy"], ["card_issued_on", "card_issued_at"]),
        ("Quê quán, ngày chính thức", ["Xã A, huyện B, 01/02/2010", "Xã C, 03/02/2011"], ["home_place", "official_from"]),
        ("Số, ngày QĐ kết nạp", ["12-QĐ/ĐU, 09/01/2014"] * 2, ["decision_on"]),
        ("Số, ngày QĐ kết nạp", ["Số 3-QĐ/ĐU ngày 10/02/2015"] * 2, ["decision_on"]),
        ("Dân tộc, tôn giáo", ["Kinh, không", "Thái, không"], ["ethnicity", "religion"]),
        ("Quê quán - Nơi ở", ["Xã A\nPhường B", "Xã C\nPhường D"], ["home_place", "residence"]),
    ],
)  # fmt: skip
def test_two_facts_a_cell_come_apart(tmp_path, head, cells, targets):
    people = [
        [name, "1980", cell] for name, cell in zip(("Lò Văn Ẩn", "Lò Văn Ổn"), cells, strict=True)
    ]
    found = read_table(tmp_path, ["Họ và tên", "Năm sinh", head], *people)
    assert all(set(targets) <= set(one.values) for one in found)


def test_levels_in_english_are_read(tmp_path):
    head = ["Full name", "Date of birth", "Ethnic group", "Education level", "Political theory"]
    levels = [("Bachelor", "Intermediate"), ("Master", "Advanced"), ("College", "Elementary")]
    found = read_table(tmp_path, head, *(["Lò Văn Ẩn", "1980", "Thái", *pair] for pair in levels))
    assert [(one.values["professional"], one.values["theory"]) for one in found] == [
        (40, 20), (50, 30), (30, 10),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "grade"),
    [
        ("Đại úy", 33),
        ("THƯỢNG TÁ", 42),
        ("Đại uý (2019)", 33),
        ("Thượng sỹ", 22),
        ("4/", 33),
        ("3//", 42),
    ],
)
def test_rank_is_read_by_its_name_or_its_stars(tmp_path, cell, grade):
    found = read_one(tmp_path, "Cấp bậc hàm", cell)
    assert found.values["rank"] == grade
    assert not found.problems


def test_word_that_is_no_rank_is_left_and_told(tmp_path):
    found = read_one(tmp_path, "Cấp bậc", "Bậc 3")
    assert "rank" not in found.values
    assert "cấp bậc hàm" in sentences(found)
    assert not found.has_errors
