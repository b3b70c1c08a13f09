"""Several facts in one cell, as the lists of a page's width have them."""

import openpyxl
import pytest

from members.importing.reading import open_book
from tests.members.importing.sheets import read_all, read_table, save

HEAD = [
    "TT",
    "Họ và tên\nSinh ngày",
    "Quê quán",
    "Số CCCD, ngày cấp, nơi cấp",
    "Vào Đảng\nChính thức",
]


def row(number, name_and_birth, days="03/02/2005\n03/02/2006"):
    return [number, name_and_birth, "Xã A", "012080012345, 01/01/2021, Cục Cảnh sát", days]


def test_lines_of_a_cell_are_columns_of_their_own(tmp_path):
    one, other = read_table(
        tmp_path,
        HEAD,
        row(1, "Lò Văn Ẩn\n01/02/1980"),
        row(2, "Lò Văn Ổn\r\n1980"),
        answers={"admitted_on": "decision_on"},
    )
    assert {key: str(value) for key, value in one.values.items()} == {
        "full_name": "Lò Văn Ẩn", "born_on": "01/02/1980", "home_place": "Xã A", "citizen_id": "012080012345",
        "decision_on": "03/02/2005", "official_from": "03/02/2006",
    }  # fmt: skip
    assert str(other.values["born_on"]) == "1980"
    assert one.extra == {"ngày cấp": "01/01/2021", "nơi cấp": "Cục Cảnh sát"}
    assert not one.has_errors


def test_cell_with_fewer_parts_is_kept_whole_and_told(tmp_path):
    rows = [row(i, "Lò Văn Ẩn\n01/02/1980") for i in range(4)]
    found = read_table(tmp_path, HEAD, *rows, row(5, "Lò Văn Ổn", days="03/02/2005"))
    assert "full_name" not in found[-1].values
    assert found[-1].has_errors
    assert {"Lò Văn Ổn", "03/02/2005"} <= set(found[-1].extra.values())


def test_part_that_cannot_be_read_is_told_at_its_own_column(tmp_path):
    (found,) = read_table(tmp_path, HEAD, row(1, "Lò Văn Ẩn\n31/02/1980"))
    assert found.values["full_name"] == "Lò Văn Ẩn"
    (problem,) = found.problems
    assert found.cells[problem.column] == "31/02/1980"


@pytest.mark.parametrize(
    ("head", "cell"),
    [
        ("Quê quán, nơi ở hiện nay", "Xã A, huyện B"),  # one address with a comma, or two?
        ("Quê quán\nNơi ở hiện nay", "Xã A,\nhuyện B"),
        ("Ngày vào Đảng", "03/02/2005\n03/02/2006"),
        ("Họ và tên\nchức vụ gì đó", "Lò Văn Ẩn\nĐội trưởng"),
    ],
)
def test_what_may_be_one_fact_is_not_parted(tmp_path, head, cell):
    (found,) = read_table(
        tmp_path, ["Họ tên", "Dân tộc", "Tôn giáo", head], ["Lò Văn Ẩn", "Thái", "Không", cell]
    )
    assert set(found.values) == {"full_name", "ethnicity", "religion"}
    assert found.has_errors or len(found.extra) == 1


def test_bound_register_is_understood(tmp_path):
    """Form 7-HSĐV has several facts in most of its columns."""
    head = ["TT", "Họ và tên đang dùng\nHọ và tên khai sinh", "Nam, nữ\nDân tộc\nTôn giáo", "Quê quán", "Ngày vào Đảng\nNgày chính thức",
            "Số thẻ ĐV\nSố lý lịch\nSố huy hiệu"]  # fmt: skip
    cells = [
        1,
        "Lò Văn Ẩn\nLò Văn Tý",
        "Nam\nThái\nKhông",
        "Xã A",
        "03/02/2005\n03/02/2006",
        "75123456\n204001LC\n50123",
    ]
    (found,) = read_table(tmp_path, head, cells, answers={"admitted_on": "ceremony_on"})
    assert {key: str(value) for key, value in found.values.items()} == {
        "full_name": "Lò Văn Ẩn", "other_name": "Lò Văn Tý", "sex": "male", "ethnicity": "Thái", "religion": "Không", "home_place": "Xã A",
        "ceremony_on": "03/02/2005", "official_from": "03/02/2006", "card_no": "75123456", "dossier_no": "204001LC",
    }  # fmt: skip


def test_layout_whose_parts_lie_farther_right_is_another_one(tmp_path):
    """A mapping is remembered by column: a stray cell on the right must not give `Chính thức` to `Vào Đảng`."""
    near = save(tmp_path, [HEAD, row(1, "Lò Văn Ẩn\n1980")], name="gần.xlsx")
    far = save(tmp_path, [HEAD, [*row(1, "Lò Văn Ẩn\n1980"), None, "x"]], name="xa.xlsx")
    same = save(tmp_path, [HEAD, row(1, "Lò Văn Ổn\n1981")], name="nữa.xlsx")
    prints = [open_book(p, name=p.name).layouts()[0].fingerprint for p in (near, far, same)]
    assert prints[0] == prints[2] != prints[1]


def test_name_of_the_birth_paper_alone_is_not_parted(tmp_path):
    head = ["Họ và tên khai sinh", "Dân tộc", "Quê quán"]
    (found,) = read_table(tmp_path, head, ["Lò Văn Ẩn", "Thái", "Xã A"])
    assert found.values["full_name"] == "Lò Văn Ẩn"
    assert len(found.cells) == 3


def test_first_line_of_a_head_may_be_the_title_of_the_others(tmp_path):
    head = ["Họ và tên", "Dân tộc", "Trình độ\n- Văn hóa\n- Chuyên môn\n- LLCT"]
    (found,) = read_table(tmp_path, head, ["Lò Văn Ẩn", "Thái", "12/12\nĐH Luật\nTC"])
    assert [found.values[key] for key in ("general", "professional", "theory")] == ["12/12", 40, 20]


PAIR = [
    "TT",
    "Họ và tên đang dùng",
    "Giới tính",
    "Ngày sinh",
    "Ngày vào Đảng",
    "Trình độ chuyên môn",
]
BELOW = ["", "Họ và tên khai sinh", "Dân tộc", "", "Ngày chính thức", "Lý luận chính trị"]
OF_PAIRS = [
    [1, "Nguyễn Ẩn", "Nam", "02/03/1980", "03/02/2004", "ĐH"], ["", "Nguyễn Văn Ẩn", "Kinh", "", "03/02/2005", "TC"],
    [2, "Lò Ổn", "Nữ", "02/03/1985", "03/02/2010", "TC"], ["", "Lò Thị Ổn", "Thái", "", "03/02/2011", "SC"],
]  # fmt: skip


@pytest.mark.parametrize(
    "heads",
    [[PAIR, BELOW], [[f"{one}\n{other}".strip() for one, other in zip(PAIR, BELOW, strict=True)]]],
    ids=["two rows of heads", "heads of two lines"],
)
def test_two_rows_a_person_are_read_as_one(tmp_path, heads):
    found = read_all(save(tmp_path, [*heads, *OF_PAIRS, ["Tổng cộng", "2 đồng chí"]]))
    keys = ("full_name", "other_name", "sex", "ethnicity", "professional", "theory")
    assert [tuple(one.values[key] for key in keys) for one in found] == [
        ("Nguyễn Ẩn", "Nguyễn Văn Ẩn", "male", "Kinh", 40, 20), ("Lò Ổn", "Lò Thị Ổn", "female", "Thái", 20, 10),
    ]  # fmt: skip
    assert [one.number for one in found] == [len(heads) + 1, len(heads) + 3]
    assert str(found[1].values["official_from"]) == "03/02/2011"


def test_one_row_without_a_number_is_a_person_of_its_own(tmp_path):
    people = [
        *OF_PAIRS[::2],
        [3, "Vàng A Mua", "Nam", "1970"],
        ["", "Lò Văn Ơn", "Nam", "02/03/1990"],
    ]
    assert len(read_all(save(tmp_path, [PAIR, *people]))) == 4


def test_cells_merged_over_two_rows_a_person_make_no_second_person(tmp_path):
    path = save(tmp_path, [PAIR, BELOW, *OF_PAIRS])
    workbook = openpyxl.load_workbook(path)
    for cells in ("A3:A4", "D3:D4", "A5:A6", "D5:D6"):
        workbook.active.merge_cells(cells)
    workbook.save(path)
    assert [str(one.values["born_on"]) for one in read_all(path)] == ["02/03/1980", "02/03/1985"]
