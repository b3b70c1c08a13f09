"""Reading 5,000 people from a sheet of 30 columns, against python-calamine alone turning it into rows."""

import tempfile
from pathlib import Path

import xlsxwriter
from python_calamine import CalamineWorkbook

from benchmarks.timing import medians, report
from members.importing.reading import open_book, propose, read

PEOPLE, COLUMNS = 5_000, 30
HEAD = [
    *("STT", "Họ và tên *", "Giới tính *", "Sinh ngày *", "Dân tộc *", "Tôn giáo *", "Số định danh cá nhân *"),
    *("Số thẻ Đảng *", "Ngày cấp thẻ Đảng", "Tổ chức Đảng đang sinh hoạt *", "Quê quán", "Thường trú", "Nơi ở"),
    *("Ngày vào Đảng *", "Ngày chính thức *", "Trình độ chuyên môn", "Lý luận chính trị", "Trạng thái hoạt động"),
]  # fmt: skip


def make(path: Path) -> None:
    workbook = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = workbook.add_worksheet()
    sheet.write_row(0, 0, [*HEAD, *(f"Cột {i}" for i in range(COLUMNS - len(HEAD)))])
    for i in range(PEOPLE):
        row = [
            i + 1,
            "Lò Văn Ẩn",
            "Nam",
            f"{1 + i % 28:02}/05/1985",
            "Thái",
            "Không",
            f"012085{i:06}",
        ]
        row += [
            f"{38_000_000_000 + i:012}",
            "19/05/2010",
            f"Chi bộ {i % 8}",
            f"Xã {i}",
            f"Tổ {i}",
            f"Bản {i}",
        ]
        row += ["03/02/2008", "03/02/2009", "Đại học", "Trung cấp", "Đang sinh hoạt Đảng"]
        sheet.write_row(i + 1, 0, [*row, *(f"khác {i}" for _ in range(COLUMNS - len(row)))])
    workbook.close()


def read_whole(path: Path) -> int:
    book = open_book(path, name=path.name)
    layout = book.layouts()[0]
    return sum(1 for _row in read(book, layout, mapping=propose(layout), answers={}))


def bare(path: Path) -> int:
    return sum(1 for _row in CalamineWorkbook.from_path(path).get_sheet_by_index(0).iter_rows())


with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "đảng viên.xlsx"
    make(path)
    works = {
        "calamine": lambda: bare(path),
        "open": lambda: open_book(path, name=path.name),
        "read": lambda: read_whole(path),
    }
    report("Reading 5,000 people", medians(works, rounds=5), against="calamine")
