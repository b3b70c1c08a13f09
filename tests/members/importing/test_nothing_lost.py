"""Whatever a sheet holds, each of its cells is read, told or kept: nothing falls away in silence."""

import contextlib
import datetime as dt

from hypothesis import example, given, settings
from hypothesis import strategies as st

from members.importing.archives import SheetFacts
from members.importing.books import Book, Sheet
from members.importing.cells import text_of
from members.importing.reading import propose, questions, read
from members.importing.rows import ImportRefusedError

HEADS = [
    "STT", "Họ và tên", "Tên", "Họ đệm", "Ngày sinh", "Năm sinh", "Nam", "Nữ", "Giới tính", "Dân tộc", "Số CCCD", "Số thẻ Đảng",
    "Ngày vào Đảng", "Ngày chính thức", "Trình độ chuyên môn", "Đại học", "LLCT", "Chức vụ", "Chi bộ", "Ghi chú", "Tình trạng",
    "Văn hóa", "ID", "Quê quán", "Địa chỉ", "", "Cột lạ", "Đảng viên dự bị", "Số lý lịch",
]  # fmt: skip
WORDS = ["Lò Văn Ẩn", "x", "Nam", "nữ", "Thái", "12/05/1985", "31/02/1985", "1985", "Đại học Luật", "TC", "BT", "12/12", "ĐSH",
         "Chi bộ 1", "Tổng", "-", "không", "75123456", "012085012345", "Dự bị", "II", "Cộng:", "T/M ĐẢNG ỦY"]  # fmt: skip
CELLS = st.one_of(
    st.sampled_from(WORDS),
    st.just(""),
    st.text(max_size=12),
    st.integers(-10, 10**12).map(float),
    st.floats(),
    st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)),
    st.booleans(),
    st.just(dt.time(1, 2)),
)
# Words that say there is nothing.
NOTHING = {"", "k", "-", "–", "—", "0", "khong", "không", "x", "/", ".", "no", "false", "☐", "1"}
SHEETS = st.lists(st.sampled_from(HEADS), min_size=3, max_size=9).flatmap(
    lambda heads: st.tuples(
        st.just(["Họ và tên", "Dân tộc", "Quê quán", *heads]),
        st.lists(st.lists(CELLS, min_size=0, max_size=len(heads) + 4), max_size=6),
    )
)


def rows_of(heads, rows, passed):
    grid = [heads, *rows]
    sheet = Sheet("S", SheetFacts(len(grid), max(map(len, grid))), source=grid)
    book = Book("tệp.csv", [sheet])
    try:
        layout = book.layouts()[0]
    except ImportRefusedError:
        return None, []
    mapping = propose(layout)
    answers = {q.key: q.choices[0][0] for q in questions(layout, mapping)}
    return mapping, list(read(book, layout, mapping=mapping, answers=answers, passed_over=passed))


@settings(max_examples=settings().max_examples * 3)
@given(sheet=SHEETS)
@example(sheet=(["Họ và tên", "Dân tộc", "Quê quán", "STT", "STT", "STT"], [["", "0", 0.0]]))
@example(sheet=(["Họ và tên", "Dân tộc", "Quê quán", "STT", "STT", "STT"], [["", "Nam", "Nam"]]))
@example(sheet=(["Họ và tên", "Dân tộc", "Quê quán", "STT", "STT", "STT"], [["", "", "KHONG:CO"]]))
@example(
    sheet=(["Họ và tên", "Dân tộc", "Quê quán", "STT", "STT", "STT"], [["", "Dự bị", "", "Nam"]])
)
@example(
    sheet=(["Họ và tên", "Dân tộc", "Quê quán", "Ghi chú", "", "STT"], [["", "", "", "A B", "C D"]])
)
@example(
    sheet=(["Họ và tên", "Dân tộc", "Quê quán", "Ngày sinh", "STT", "STT"], [["", "", "", ")"]])
)
@example(
    sheet=(["Họ và tên", "Dân tộc", "Quê quán", "Ngày sinh", "STT", "STT"], [["", "", "", -0.0]])
)
@example(
    sheet=(
        ["Họ và tên", "Dân tộc", "Quê quán", "STT", "STT", ""],
        [["", "", "Nam", "", "", "Lò Văn Ẩn"]],
    )
)
def test_every_cell_is_read_told_or_kept(sheet):
    heads, rows = sheet
    passed = []
    mapping, read_rows = rows_of(heads, rows, passed)
    if mapping is None:
        return
    seen = {row.number for row in read_rows} | {line.number for line in passed}
    last = max(seen, default=0)
    ended = any("bảng có tiêu đề khác" in p.sentence for row in read_rows for p in row.problems)
    for number, cells in enumerate(rows, 2):
        filled = {i: text_of(cell) for i, cell in enumerate(cells) if text_of(cell)}
        joined = " ".join(next((row.cells for row in read_rows if row.number == number - 1), ()))
        is_second = all(text in joined for text in filled.values())  # of two rows a person
        assert is_second or number in seen or (ended and number > last)
    for row in read_rows:
        _check_row(row, mapping, heads)


def _check_row(row, mapping, heads):
    named = {problem.column for problem in row.problems}
    targets = {mapping.get(column) for column in named} - {None, ""}
    told = named | {column for column, target in mapping.items() if target in targets}
    kept = set(row.extra.values())
    for column, text in enumerate(row.cells):
        if not text or text.casefold() in NOTHING or column in told or None in told:
            continue
        if mapping.get(column, ""):
            assert row.values or text in kept, (column, text, row)
        else:
            is_counter = column < len(heads) and heads[column] == "STT"
            assert is_counter or text in kept, (column, text, row)


@settings(max_examples=settings().max_examples * 2)
@given(grid=st.lists(st.lists(CELLS, max_size=6), max_size=12))
def test_any_grid_is_read_or_refused(grid):
    sheet = Sheet("S", SheetFacts(len(grid), max(map(len, grid), default=0)), source=grid)
    book = Book("tệp.csv", [sheet])
    with contextlib.suppress(ImportRefusedError):
        layout = book.layouts()[0]
        list(read(book, layout, mapping=propose(layout), answers={}))
