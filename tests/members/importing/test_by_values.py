"""Columns whose head is unclear: their cells decide, and the person is told; or they stay unknown."""

from pathlib import Path

import pytest

from tests.members.importing.sheets import read_all, read_table, save, sentences

HEAD = ["STT", "Họ và tên", "Ngày sinh", "Chi bộ"]


def rows(*cells):
    names = ["Nguyễn Văn Ẩn", "Lò Thị Bướm", "Giàng A Gấu"]
    born = ["01/02/1970", "03/04/1981", "05/06/1992"]
    return [
        [i, name, day, "Chi bộ 3", cell]
        for i, (name, day, cell) in enumerate(zip(names, born, cells, strict=True), 1)
    ]


def test_short_head_over_names_of_peoples_is_the_ethnicity_and_told(tmp_path):
    first, *others = read_table(tmp_path, [*HEAD, "DT"], *rows("Kinh", "Thái", "Mông"))
    assert [row.values["ethnicity"] for row in (first, *others)] == ["Kinh", "Thái", "Mông"]
    assert "“DT” không rõ" in sentences(first)
    assert not any("không rõ" in sentences(row) for row in others)


def test_short_head_over_telephones_is_left_out(tmp_path):
    found = read_table(tmp_path, [*HEAD, "DT"], *rows("0912345678", "0912345679", "0912345670"))
    assert all("ethnicity" not in row.values and row.extra["DT"] for row in found)


def test_short_head_over_dates_is_the_official_day(tmp_path):
    found = read_table(tmp_path, [*HEAD, "CT"], *rows("01/02/2001", "01/02/2002", "01/02/2003"))
    assert [row.values["official_from"].year for row in found] == [2001, 2002, 2003]


def test_unknown_head_over_numbers_with_the_year_of_birth_is_the_citizen_id(tmp_path):
    ids = ("012070123456", "012181123457", "012092123458")
    found = read_table(tmp_path, [*HEAD, "Giấy tờ khác"], *rows(*ids))
    assert [row.values["citizen_id"] for row in found] == list(ids)


def test_unknown_head_over_other_numbers_of_12_digits_is_left_out(tmp_path):
    ids = ("038000000123", "038007654321", "038015308642")
    found = read_table(tmp_path, [*HEAD, "Giấy tờ khác"], *rows(*ids))
    assert all("citizen_id" not in row.values and "card_no" not in row.values for row in found)


def test_unknown_head_over_words_of_sex_is_the_sex(tmp_path):
    found = read_table(tmp_path, [*HEAD, "Ông/Bà"], *rows("Nam", "Nữ", "Nam"))
    assert [row.values["sex"] for row in found] == ["male", "female", "male"]


def test_column_of_a_relative_is_never_decided_by_its_cells(tmp_path):
    found = read_table(tmp_path, [*HEAD, "Dân tộc của vợ (chồng)"], *rows("Kinh", "Tày", "Mông"))
    assert all("ethnicity" not in row.values for row in found)


def test_head_of_learning_over_years_of_school_is_general_education(tmp_path):
    found = read_table(tmp_path, [*HEAD, "Trình độ học vấn"], *rows("12/12", "10/10", "9/12"))
    assert [row.values["general"] for row in found] == ["12/12", "10/10", "9/12"]
    assert "giáo dục phổ thông" in sentences(found[0])


def test_unknown_column_under_bare_schooling_is_not_the_professional_level(tmp_path):
    group = ["", "", "", "", "Trình độ", ""]
    parts = [*HEAD, "Nghiệp vụ CA", "Chuyên môn"]
    people = [[*row[:4], "ĐH CSND", "Trung cấp"] for row in rows("", "", "")]
    table = Path(tmp_path) / "tệp.xlsx"
    save(tmp_path, [group, parts, *people])
    found = read_all(table)
    assert [row.values["professional"] for row in found] == [20, 20, 20]


def test_words_apart_by_a_stroke_are_two_facts(tmp_path):
    cells = ("Kinh/Không", "Thái/Không", "Mông/Tin Lành")
    found = read_table(tmp_path, [*HEAD, "Dân tộc/Tôn giáo"], *rows(*cells))
    assert [row.values["ethnicity"] for row in found] == ["Kinh", "Thái", "Mông"]
    assert found[2].values["religion"] == "Tin Lành"


def test_days_under_official_members_are_the_official_day(tmp_path):
    cells = ("01/02/2001", "01/02/2002", "01/02/2003")
    found = read_table(tmp_path, [*HEAD, "Đảng viên chính thức"], *rows(*cells))
    assert [row.values["official_from"].year for row in found] == [2001, 2002, 2003]


def test_family_name_beside_the_rest_is_one_name(tmp_path):
    head = ["Họ", "Tên đệm và tên", "Ngày sinh", "Chi bộ"]
    (found,) = read_table(tmp_path, head, ["Nguyễn", "Văn Ẩn", "01/02/1970", "Chi bộ 3"])
    assert found.values["full_name"] == "Nguyễn Văn Ẩn"


def test_day_in_a_place_a_certificate_or_a_post_is_a_problem(tmp_path):
    head = ["Họ và tên", "Ngày sinh", "Quê quán", "Ngoại ngữ", "Chức vụ Đảng"]
    row = ["Nguyễn Văn Ẩn", "01/02/1970", "01/02/1970", "9/2010", "02/2011"]
    (found,) = read_table(tmp_path, head, row)
    assert not {"home_place", "language", "party_post"} & set(found.values)
    assert len([problem for problem in found.problems if not problem.is_warning]) == 3


def test_number_or_tick_where_a_place_or_a_post_stands_is_a_problem(tmp_path):
    head = ["Họ và tên", "Quê quán", "Nơi ở hiện nay", "Chức vụ chính quyền", "Chi bộ"]
    row = ["Nguyễn Văn Ẩn", "034168002715", "0912345678", "x", 1]
    (found,) = read_table(tmp_path, head, row)
    assert not {"home_place", "residence", "office_post"} & set(found.values)
    assert {problem.column for problem in found.problems if not problem.is_warning} == {1, 2, 3}
    assert found.values["cell"] == "1"


def test_running_number_under_id_is_no_code_of_the_database(tmp_path):
    head = ["id", "Họ và tên", "Ngày sinh", "Chi bộ"]
    people = [[1000 + i, *row[1:4]] for i, row in enumerate(rows("", "", ""))]
    found = read_table(tmp_path, head, *people)
    assert not any("national_uid" in row.values or row.problems for row in found)


@pytest.mark.parametrize(("answer", "sexes"), [("male", "mfm"), ("female", "fmf")])
@pytest.mark.parametrize("other", [0, "2"])
def test_sexes_as_numbers_are_asked_once(tmp_path, answer, sexes, other):
    people = rows(1, other, "1")
    found = read_table(tmp_path, [*HEAD, "Giới tính"], *people, answers={"sex_number": answer})
    assert [row.values["sex"][0] for row in found] == list(sexes)


def test_codes_a_head_explains_are_what_they_stand_for(tmp_path):
    head = [
        "Họ và tên",
        "Giới tính (1-Nam; 0-Nữ)",
        "LLCT (1: Sơ cấp, 2: Trung cấp)",
        "Dân tộc (K: Kinh, T: Thái)",
    ]
    one, other = read_table(tmp_path, head, ["Lò Văn Ẩn", 1, 2, "T"], ["Lò Thị Ổn", "0", "3", "k"])
    keys = ("sex", "theory", "ethnicity")
    assert [one.values[key] for key in keys] == ["male", 20, "Thái"]
    assert [other.values.get(key) for key in keys] == ["female", None, "Kinh"]
    assert other.has_errors  # 3 is not explained


def test_count_of_people_in_the_columns_of_names_is_a_total(tmp_path):
    people = rows("Kinh", "Thái", "Mông")
    found = read_table(tmp_path, [*HEAD, "Dân tộc"], *people, ["Cộng: 3 chi bộ", "22 đảng viên"])
    assert len(found) == 3


def test_official_date_in_english_is_the_partys_beside_a_day_of_joining(tmp_path):
    head = ["full_name", "date_of_birth", "ethnicity", "admission_date", "official_date"]
    row = ["Lò Văn Ẩn", "1980", "Thái", "2004-02-03", "2005-02-03"]
    found = read_table(tmp_path, head, row, row)
    assert all(str(one.values["official_from"]) == "03/02/2005" for one in found)
    assert "không rõ" in sentences(found[0])
    head[3] = "hire_date"
    assert all("official_from" not in one.values for one in read_table(tmp_path, head, row, row))


def test_short_head_over_few_words_for_many_people_is_the_cell(tmp_path):
    head = ["STT", "Họ và tên", "Ngày sinh", "DT", "CB"]
    people = [
        [i, f"Lò Văn {name}", "01/02/1970", "Thái", cell]
        for i, (name, cell) in enumerate(zip("ABCD", ["AN", "TH"] * 2, strict=True), 1)
    ]
    found = read_table(tmp_path, head, *people)
    assert [one.values["cell"] for one in found] == ["AN", "TH"] * 2
    assert "“CB” không rõ" in sentences(found[0])


def test_short_head_over_ranks_is_the_rank(tmp_path):
    found = read_table(tmp_path, [*HEAD, "CB"], *rows("Đại úy", "Trung tá", "Thiếu úy"))
    assert [row.values["rank"] for row in found] == [33, 41, 30]


def test_part_of_a_cell_is_asked_about_as_a_column_is(tmp_path):
    people = rows("1\nKinh", "0\nThái", "1\nMông")
    found = read_table(
        tmp_path, [*HEAD, "Giới tính\nDân tộc"], *people, answers={"sex_number": "male"}
    )
    assert [row.values["sex"] for row in found] == ["male", "female", "male"]
