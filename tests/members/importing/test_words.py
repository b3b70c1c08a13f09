"""Names, sex, posts, state and schooling by the words and abbreviations of lists."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from members.importing.reading import open_book, propose, questions
from members.importing.values import schooling, words
from tests.members.importing.sheets import read_table, save, sentences


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("  Lò   Văn\nẨn ", "Lò Văn Ẩn"),
        ("LÒ VĂN ẨN", "LÒ VĂN ẨN"),  # as typed: never made lower case
        ("Lo\u0300 Va\u0306n A\u0309n", "Lò Văn Ản"),
        ("'Lò Văn Ẩn", "Lò Văn Ẩn"),
        ("Ðỗ Văn Ẩn", "Đỗ Văn Ẩn"),
        ("H’Hen Niê", "H’Hen Niê"),
        ("Y-Blôk Êban", "Y-Blôk Êban"),
    ],
)
def test_name_is_read_as_typed(written, name):
    read = words.read_name(written)
    assert (read.value, read.error, read.warning) == (name, "", "")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Đ/c Lò Văn Ẩn", "Lò Văn Ẩn"),
        ("Lò Văn Ẩn (Bí thư)", "Lò Văn Ẩn"),
        ("Lò Văn Ẩn*", "Lò Văn Ẩn"),
        ("Ẩn", "Ẩn"),
        ("BS. Lò Văn Ẩn", "Lò Văn Ẩn"),
        ("ĐD.Lò Văn Ẩn", "Lò Văn Ẩn"),
        ("PGS.TS Lò Văn Ẩn", "Lò Văn Ẩn"),
        ("BS.CKI. Lò Văn Ẩn", "Lò Văn Ẩn"),
        ("Ng. Văn Ẩn", "Ng. Văn Ẩn"),
    ],
)
def test_name_with_something_beside_it_is_used_and_told(written, name):
    read = words.read_name(written)
    assert read.value == name
    assert read.warning


@pytest.mark.parametrize(
    "written",
    ["1.234", 1234, 12.5, dt.date(2019, 1, 1), "Lò Văn A1", "???", "...", "Lò Văn Ẩn, Lò Văn Ổn", "Lò Văn Ẩn và Lò Văn Ổn", "Lò Văn Ẩn (đã chuyển đi)", "Lò Văn Ẩn - Lò Văn Ổn",
     "Đại úy Lò Văn Ẩn", "Nguyễn Văn Ｏ", "Nguyễn Аn", "NguyÔn V¨n An", "TrÇn ThÞ Hïng", "Leâ Vaên Tuaán", "a@b.vn"],
)  # fmt: skip
def test_what_is_no_name_is_told(written):
    read = words.read_name(written)
    assert read.value is None
    assert read.error


@given(text=st.text(max_size=30))
def test_any_text_is_a_name_or_told(text):
    read = words.read_name(text)
    assert not (read.value and read.error)


@pytest.mark.parametrize("written", ["Nam", "NAM", " nam. ", "Male", "M"])
def test_sex_male(written):
    assert words.read_sex(written).value == "male"


@pytest.mark.parametrize("written", ["Nữ", "NU", "nữ giới", "F"])
def test_sex_female(written):
    assert words.read_sex(written).value == "female"


@pytest.mark.parametrize("written", ["1", 0, "x", "năm?", "khác", "Nữ?"])
def test_unclear_sex_is_told(written):
    assert words.read_sex(written).error


def sexes(tmp_path, head, *rows, answers=None):
    head = ["Họ và tên", "Dân tộc", "Quê quán", *head]
    return read_table(
        tmp_path, head, *[["Lò Văn Ẩn", "Thái", "Xã A", *row] for row in rows], answers=answers
    )


def test_sex_by_tick_by_word_and_by_birth_date(tmp_path):
    rows = sexes(
        tmp_path,
        ["Nam", "Nữ"],
        ["x", ""],
        ["", "X"],
        ["", "Nữ"],
        ["12/05/1985", ""],
        ["", 1990],
        [True, ""],
        ["x", "-"],
    )
    assert [row.values["sex"] for row in rows] == [
        "male",
        "female",
        "female",
        "male",
        "female",
        "male",
        "male",
    ]
    assert [str(row.values.get("born_on", "")) for row in rows] == [
        "",
        "",
        "",
        "12/05/1985",
        "1990",
        "",
        "",
    ]
    assert not any(row.problems for row in rows)


def test_both_sexes_ticked_are_told(tmp_path):
    (row,) = sexes(tmp_path, ["Nam", "Nữ"], ["x", "x"])
    assert "sex" not in row.values
    assert "“nam” và “nữ”" in sentences(row)


@pytest.mark.parametrize(("answer", "sex"), [("male", "male"), ("", None)])
def test_blank_in_a_column_of_women_means_what_was_answered(tmp_path, answer, sex):
    woman, other = sexes(tmp_path, ["Nữ"], ["x"], [""], answers={"sex_blank": answer})
    assert (woman.values["sex"], other.values.get("sex")) == ("female", sex)


def test_blank_in_a_column_of_women_is_nothing_before_the_answer(tmp_path):
    assert "sex" not in sexes(tmp_path, ["Nữ"], [""])[0].values


@pytest.mark.parametrize(
    ("written", "state"),
    [
        ("Đang sinh hoạt Đảng", "active"), ("ĐSH", "active"), ("Đang SH", "active"), ("MSH", "exempt"), ("Miễn sinh hoạt", "exempt"),
        ("Đình chỉ sinh hoạt", "suspended"), ("Gián đoạn sinh hoạt", "interrupted"), ("Rời khỏi Đảng", "left"), ("Từ trần", "died"),
        ("TT", "died"), ("CĐi", "transferred_out"), ("XT", "removed"), ("CR", "resigned"), ("KT", "expelled"),
        ("Chuyển sinh hoạt tạm thời", "temporary_out"),
    ],
)  # fmt: skip
def test_state_is_read(written, state):
    assert words.read_status(written, answers={}).value == state


@pytest.mark.parametrize("written", ["CT", "CĐT", "tạm thời", "Nghỉ hưu", "x"])
def test_unclear_state_is_told(written):
    assert words.read_status(written, answers={}).error


def test_unclear_state_is_what_was_answered():
    assert words.read_status("CT", answers={"status:ct": "temporary_out"}).value == "temporary_out"


@pytest.mark.parametrize(
    ("written", "post"),
    [("BT", "Bí thư"), ("PBT", "Phó Bí thư"), ("CUV", "Chi ủy viên"), ("ĐV", "Đảng viên"), ("BTCB", "Bí thư Chi bộ"),
     ("UVBTV", "Ủy viên Ban Thường vụ"), ("Bí thư chi bộ", "Bí thư chi bộ"), ("", None), ("Không", None)],
)  # fmt: skip
def test_post_is_written_out(written, post):
    assert words.read_post(written).value == post


@pytest.mark.parametrize(
    ("written", "level", "branch"),
    [
        ("Đại học", 40, None), ("ĐH", 40, None), ("đại học Luật", 40, "Luật"), ("Cử nhân Luật", 40, "Luật"), ("Kỹ sư XD", 40, "XD"),
        ("ThS", 50, None), ("Thạc sỹ QLKT", 50, "QLKT"), ("TS.", 60, None), ("CĐ", 30, None), ("Cao đẳng Sư phạm", 30, "Sư phạm"),
        ("TC", 20, None), ("Trung cấp CSND", 20, "CSND"), ("Sơ cấp", 10, None), ("Công an – ĐH", 40, "Công an – ĐH"),
    ],
)  # fmt: skip
def test_professional_level_is_read(written, level, branch):
    read = schooling.read_level(written, scale="professional")
    assert (read.value, read.also.get("professional_detail"), read.warning) == (level, branch, "")


@pytest.mark.parametrize(
    ("written", "level"),
    [
        ("CC", 30),
        ("TC", 20),
        ("SC", 10),
        ("CN", 40),
        ("Cao cấp LLCT", 30),
        ("Trung cấp lý luận chính trị - hành chính", 20),
        ("cử nhân chính trị", 40),
    ],
)
def test_theory_is_read(written, level):
    read = schooling.read_level(written, scale="theory")
    assert (read.value, read.warning) == (level, "")


@pytest.mark.parametrize(
    ("written", "scale"),
    [("Trên đại học", "professional"), ("Sau ĐH", "professional"), ("Đang học ĐH", "professional"), ("Bỏ dở đại học", "professional"),
     ("Đại học năm 3", "professional"), ("Cử nhân cao đẳng", "professional"), ("Chưa nhận bằng ĐH", "professional"), ("x", "professional"), ("CC", "professional"),
     ("12/12", "professional"), ("Đại học", "theory"), ("x", "theory"), (2015, "theory")],
)  # fmt: skip
def test_unclear_level_is_told(written, scale):
    read = schooling.read_level(written, scale=scale)
    assert read.value is None
    assert read.error


@pytest.mark.parametrize("written", ["", "Không", "Chưa", "Chưa qua đào tạo", "0", "-"])
def test_no_schooling_is_nothing(written):
    for scale in ("professional", "theory"):
        read = schooling.read_level(written, scale=scale)
        assert (read.value, read.error) == (None, "")


def test_several_levels_in_one_cell_are_the_highest_and_told():
    read = schooling.read_level("Cử nhân Luật, Thạc sĩ QTKD", scale="professional")
    assert read.value == 50
    assert read.warning


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("12/12", "12/12"),
        ("10/10", "10/10"),
        ("09/12", "9/12"),
        (" 7 / 10 ", "7/10"),
        ("Lớp 9/12", "9/12"),
        ("THPT", "THPT"),
        ("7/10 BTVH", "7/10 BTVH"),
    ],
)
def test_general_schooling_is_read(written, value):
    read = schooling.read_general(written)
    assert (read.value, read.warning) == (value, "")


@given(low=st.integers(1, 12), high=st.sampled_from([10, 12]), is_american=st.booleans())
def test_general_schooling_excel_made_a_day_is_put_right_and_told(low, high, is_american):
    """`9/12` becomes the 9th of December, or the 12th of September on a machine set to American dates."""
    low = min(low, high)
    day, month = (high, low) if is_american else (low, high)
    read = schooling.read_general(dt.date(2019, month, day))
    assert read.value == f"{low}/{high}"
    assert read.warning


@pytest.mark.parametrize(
    "written", [1.0, 0.75, 10, "10", "13/12", "11/10", "0/12", dt.date(2019, 5, 6), "12/12/2001"]
)
def test_unclear_general_schooling_is_told(written):
    read = schooling.read_general(written)
    assert read.value is None
    assert read.error


@pytest.mark.parametrize("written", ["x", 12, "12/05/1985", "không rõ"])
def test_ethnicity_is_a_word(written):
    assert words.read_word(written).error


def test_tick_for_a_certificate_is_told():
    assert words.read_certificate("x").error
    assert words.read_certificate("Anh B").value == "Anh B"


def ticks(tmp_path, cells):
    head = [
        "Họ và tên",
        "Dân tộc",
        "Quê quán",
        "Trình độ chuyên môn",
        "",
        "",
        "Lý luận chính trị",
        "",
    ]
    levels = ["", "", "", "Trên ĐH", "ĐH", "CĐ, TC", "CC", "TC"]
    return read_table(tmp_path, head, levels, ["Lò Văn Ẩn", "Thái", "Xã A", *cells])[0]


@pytest.mark.parametrize(
    ("cells", "professional", "theory"),
    [
        (["", "x", "", "", "X"], 40, 20),
        (["", 1, "", "", ""], 40, None),
        (["Thạc sĩ Luật", "", "", "", ""], 50, None),
        (["", "", "TC", "", ""], 20, None),
        (["", "Luật", "", "2015", ""], 40, 30),
        (["", "0", "-", "", ""], None, None),
    ],
)
def test_tick_says_the_level_of_its_head(tmp_path, cells, professional, theory):
    row = ticks(tmp_path, cells)
    assert (row.values.get("professional"), row.values.get("theory")) == (professional, theory)
    assert not row.has_errors


def test_year_in_the_cell_of_a_tick_is_kept_beside(tmp_path):
    assert ticks(tmp_path, ["", "x", "", "2015", ""]).extra == {"Lý luận chính trị / CC": "2015"}


@pytest.mark.parametrize("cells", [["x", "", "", "", ""], ["", "", "x", "", ""]])
def test_tick_under_a_head_of_two_levels_is_told(tmp_path, cells):
    row = ticks(tmp_path, cells)
    assert "professional" not in row.values
    assert row.has_errors


@pytest.mark.parametrize(("answer", "level"), [("50", 50), ("60", 60)])
def test_tick_under_a_head_of_two_levels_is_what_was_answered(tmp_path, answer, level):
    row = asked_ticks(tmp_path, {"level:3": answer, "level:5": "30"})
    assert row.values["professional"] == level
    assert not row.problems


def test_tick_that_was_left_for_later_is_kept_and_told(tmp_path):
    row = asked_ticks(tmp_path, {"level:3": "", "level:5": ""})
    assert "professional" not in row.values
    assert row.extra == {"Trình độ chuyên môn / Trên ĐH": "x"}
    assert [problem.is_warning for problem in row.problems] == [True]


def asked_ticks(tmp_path, answers):
    head = ["Họ và tên", "Dân tộc", "Quê quán", "Trình độ chuyên môn", "", ""]
    levels = ["", "", "", "Trên ĐH", "ĐH", "CĐ, TC"]
    return read_table(
        tmp_path, head, levels, ["Lò Văn Ẩn", "Thái", "Xã A", "x", "", ""], answers=answers
    )[0]


def test_unclear_heads_of_ticks_are_asked_with_what_they_may_mean(tmp_path):
    path = save(
        tmp_path,
        [
            ["Họ và tên", "Dân tộc", "Quê quán", "Trình độ chuyên môn", ""],
            ["", "", "", "Trên ĐH", "CĐ, TC"],
            ["Lò Văn Ẩn", "Thái", "Xã A", "x", ""],
        ],
    )
    layout = open_book(path, name=path.name).layouts()[0]
    asked = {q.key: [key for key, _text in q.choices] for q in questions(layout, propose(layout))}
    assert asked == {"level:3": ["50", "60", ""], "level:4": ["20", "30", ""]}
