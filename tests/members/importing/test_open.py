"""What must not be opened is refused with one sentence, before a library or the memory has to bear it."""

import contextlib
import io
import struct
import tracemalloc
import zipfile
import zlib

import openpyxl
import pytest
import xlwt
from hypothesis import given, settings
from hypothesis import strategies as st

from members.importing.archives import MOST_UNPACKED
from members.importing.reading import open_book
from members.importing.rows import ImportRefusedError
from tests.members.importing.sheets import read_all, save

HEAD = ["STT", "Họ và tên", "Ngày sinh", "Dân tộc"]
ROWS = [HEAD, [1, "Lò Văn Ẩn", "12/05/1985", "Thái"]]


def refusal(path, *, name=None) -> str:
    with pytest.raises(ImportRefusedError) as refused:
        open_book(path, name=name or path.name).layouts()
    sentence = str(refused.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def parts_of(path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pack(path, parts: dict[str, bytes]):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


@pytest.mark.parametrize("name", ["tệp.xlsx", "tệp.xls", "tệp.csv"])
def test_sheet_with_people_opens(tmp_path, name):
    layout = open_book(save(tmp_path, ROWS, name=name), name=name).layouts()[0]
    assert [head.text for head in layout.heads] == HEAD
    assert layout.head_rows == (1,)


@pytest.mark.parametrize("ending", [".xlsx", ".xls", ".csv"])
def test_rubbish_of_ten_megabytes_is_refused(tmp_path, ending):
    path = tmp_path / f"rác{ending}"
    path.write_bytes(bytes(range(256)) * 40_000)
    refusal(path)


def test_file_above_the_limit_is_refused(tmp_path):
    path = tmp_path / "to.csv"
    path.write_bytes(b"a,b\n" * 3_000_000)
    assert "10 MB" in refusal(path)


def test_empty_file_is_refused(tmp_path):
    path = tmp_path / "rỗng.xlsx"
    path.touch()
    assert refusal(path) == "Tệp rỗng."


@pytest.mark.parametrize("name", ["ảnh.pdf", "danh sách.docx", "tệp", "tệp.ods", "tệp.xlsb"])
def test_other_endings_are_refused(tmp_path, name):
    path = save(tmp_path, ROWS)
    assert ".xlsx" in refusal(path, name=name)


def test_macro_by_its_ending_is_refused(tmp_path):
    assert "macro" in refusal(save(tmp_path, ROWS), name="tệp.xlsm")


def test_macro_under_another_ending_is_refused(tmp_path):
    path = save(tmp_path, ROWS)
    parts = parts_of(path) | {"xl/vbaProject.bin": b"macro"}
    assert "macro" in refusal(pack(path, parts))


def test_old_workbook_under_the_new_ending_is_refused(tmp_path):
    path = save(tmp_path, ROWS, name="cũ.xls")
    assert ".xlsx" in refusal(path, name="cũ.xlsx")


def test_new_workbook_under_the_old_ending_is_refused(tmp_path):
    assert ".xls" in refusal(save(tmp_path, ROWS), name="mới.xls")


def test_workbook_under_the_ending_of_text_is_refused(tmp_path):
    assert ".csv" in refusal(save(tmp_path, ROWS), name="chữ.csv")


def test_web_page_saved_as_workbook_is_told(tmp_path):
    path = tmp_path / "xuất.xls"
    path.write_text("\ufeff<html><table><tr><td>Họ và tên</td></tr></table></html>")
    assert "trang web" in refusal(path)


def test_other_archive_under_the_ending_is_refused(tmp_path):
    refusal(pack(tmp_path / "zip.xlsx", {"mot.txt": b"mot"}))


def test_truncated_workbook_is_refused(tmp_path):
    path = save(tmp_path, ROWS)
    path.write_bytes(path.read_bytes()[:-200])
    refusal(path)


def test_bomb_by_its_directory_is_refused(tmp_path):
    path = save(tmp_path, ROWS)
    parts = parts_of(path) | {"xl/media/image1.bin": b"\0" * (MOST_UNPACKED + 1)}
    assert "nén quá nhiều" in refusal(pack(path, parts))


def test_bomb_whose_directory_lies_is_refused_in_flat_memory(tmp_path):
    path = save(tmp_path, ROWS)
    pack(path, parts_of(path) | {"xl/media/image1.bin": b"\0" * (MOST_UNPACKED + 1)})
    data = bytearray(path.read_bytes())
    true_size = struct.pack("<I", MOST_UNPACKED + 1)
    assert data.count(true_size) == 2
    path.write_bytes(data.replace(true_size, struct.pack("<I", 100)))
    tracemalloc.start()
    sentence = refusal(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "nén quá nhiều" in sentence
    assert peak < 8 * 2**20


def test_text_in_the_last_corner_is_refused_before_it_fills_the_memory(tmp_path):
    workbook = openpyxl.Workbook()
    workbook.active.append(HEAD)
    workbook.active["XFD1048576"] = "x"
    workbook.save(tmp_path / "góc.xlsx")
    assert "quá lớn" in refusal(tmp_path / "góc.xlsx")


def test_text_in_the_last_corner_of_an_old_workbook_is_refused(tmp_path):
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("S")
    sheet.write(0, 0, "Họ và tên")
    sheet.write(65_535, 255, "x")
    workbook.save(str(tmp_path / "góc.xls"))
    assert "quá lớn" in refusal(tmp_path / "góc.xls")


def test_sheet_that_is_too_large_does_not_hide_the_one_that_is_not(tmp_path):
    workbook = openpyxl.Workbook()
    for row in ROWS:
        workbook.active.append(row)
    workbook.create_sheet("to")["XFD9"] = "x"
    workbook.save(tmp_path / "hai.xlsx")
    assert [lay.sheet for lay in open_book(tmp_path / "hai.xlsx", name="hai.xlsx").layouts()] == [
        "Sheet"
    ]


def test_style_of_a_whole_column_does_not_count_as_text(tmp_path):
    workbook = openpyxl.Workbook()
    for row in ROWS:
        workbook.active.append(row)
    workbook.active.cell(30_000, 2).number_format = "dd/mm/yyyy"
    workbook.save(tmp_path / "tệp.xlsx")
    assert open_book(tmp_path / "tệp.xlsx", name="tệp.xlsx").layouts()


def test_entities_in_a_part_are_refused(tmp_path):
    path = save(tmp_path, ROWS)
    parts = parts_of(path)
    sheet = parts["xl/worksheets/sheet1.xml"]
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    parts["xl/worksheets/sheet1.xml"] = laughs + sheet[sheet.index(b"<worksheet") :]
    refusal(pack(path, parts))


def test_part_there_twice_is_refused(tmp_path):
    path = save(tmp_path, ROWS)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"<worksheet/>")
    refusal(path)


def test_part_packed_in_an_unknown_way_is_refused(tmp_path):
    path = save(tmp_path, ROWS)
    parts = parts_of(path)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    refusal(path)


def test_broken_stream_in_a_part_is_refused(tmp_path):
    path = save(tmp_path, ROWS)
    packed = zlib.compress(b"x" * 1000)[2:]
    data = path.read_bytes()
    start = data.index(b"xl/worksheets/sheet1.xml") + 24
    path.write_bytes(data[:start] + packed[::-1] + data[start + len(packed) :])
    refusal(path)


def test_old_workbook_that_would_end_the_process_is_refused(tmp_path):
    """Its record of the sheet's size asks for terabytes; the library gives up by ending the process it runs in."""
    path = save(tmp_path, ROWS, name="cũ.xls")
    data = bytearray(path.read_bytes())
    at = data.index(struct.pack("<HH", 0x200, 14)) + 4
    data[at : at + 14] = struct.pack("<IIHHH", 0, 0xFFFFFFFF, 0, 0xFFFF, 0)
    path.write_bytes(bytes(data))
    assert "hỏng" in refusal(path)


@given(
    cuts=st.lists(
        st.tuples(st.integers(0, 5_000), st.binary(min_size=1, max_size=4)), min_size=1, max_size=8
    )
)
@settings(max_examples=settings().max_examples // 2)
@pytest.mark.parametrize("name", ["hỏng.xlsx", "hỏng.xls", "hỏng.csv"])
def test_broken_file_is_read_or_refused(tmp_path_factory, name, cuts):
    path = save(tmp_path_factory.mktemp("hỏng"), ROWS, name=name)
    data = bytearray(path.read_bytes())
    for at, piece in cuts:
        data[at % len(data) : at % len(data) + len(piece)] = piece
    path.write_bytes(bytes(data))
    with contextlib.suppress(ImportRefusedError):  # and nothing else
        read_all(path)


def test_password_is_told(tmp_path):
    """An encrypted workbook is an OLE file with one stream of that name; here only its directory matters."""
    path = tmp_path / "khóa.xlsx"
    path.write_bytes(_ole_with_stream("EncryptedPackage"))
    assert "mật khẩu" in refusal(path)


def test_old_workbook_with_macro_is_refused(tmp_path):
    path = tmp_path / "macro.xls"
    path.write_bytes(_ole_with_stream("_VBA_PROJECT_CUR"))
    assert "macro" in refusal(path)


def test_word_document_under_the_old_ending_is_refused(tmp_path):
    path = tmp_path / "văn bản.xls"
    path.write_bytes(_ole_with_stream("WordDocument"))
    assert "không phải là bảng tính" in refusal(path)


def _ole_with_stream(name: str) -> bytes:
    """An old workbook whose stream is called otherwise: the directory entry is rewritten in place."""
    workbook = xlwt.Workbook()
    workbook.add_sheet("S").write(0, 0, "x" * 100)
    out = io.BytesIO()
    workbook.save(out)
    data = out.getvalue()
    old = "Workbook".encode("utf-16-le") + b"\0\0"
    at = data.index(old)
    entry = name.encode("utf-16-le") + b"\0\0"
    entry = entry.ljust(64, b"\0") + struct.pack("<H", len(entry))
    return data[:at] + entry + data[at + len(entry) :]


def test_file_without_people_is_refused(tmp_path):
    path = save(tmp_path, [["Ngày họp", "Địa điểm"], ["05/03/2019", "Hội trường"]])
    assert "Không thấy bảng đảng viên" in refusal(path)


def test_meeting_dates_of_all_cells_are_no_people(tmp_path):
    """Layout N, the printed notice."""
    head = ["S\nTT", "Chi bộ", "Số\nlượng", "Thời\ngian", "Địa điểm", "Bí thư,\nđiện thoại"]
    refusal(save(tmp_path, [head, [1, "Chi bộ 1", 12, "7h30", "Hội trường", "0912"]]))


def test_hidden_sheet_is_named(tmp_path):
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = "Hướng dẫn"
    hidden = workbook.create_sheet("DS ẩn")
    for row in ROWS:
        hidden.append(row)
    hidden.sheet_state = "hidden"
    workbook.save(tmp_path / "tệp.xlsx")
    assert "DS ẩn" in refusal(tmp_path / "tệp.xlsx")


def test_sheet_of_people_is_found_behind_others(tmp_path):
    workbook = openpyxl.Workbook()
    workbook.active.append(["Danh mục", "Mã"])
    workbook.create_chartsheet("Biểu đồ")
    sheet = workbook.create_sheet("Đảng viên")
    for row in ROWS:
        sheet.append(row)
    workbook.save(tmp_path / "tệp.xlsx")
    layouts = open_book(tmp_path / "tệp.xlsx", name="tệp.xlsx").layouts()
    assert [layout.sheet for layout in layouts] == ["Đảng viên"]


def test_sheet_may_lie_anywhere_in_the_workbook(tmp_path):
    path = save(tmp_path, ROWS)
    parts = parts_of(path)
    parts["xl/data/một.xml"] = parts.pop("xl/worksheets/sheet1.xml")
    for name in ("xl/_rels/workbook.xml.rels", "[Content_Types].xml"):
        parts[name] = parts[name].replace(b"worksheets/sheet1.xml", "data/một.xml".encode())
    (row,) = read_all(pack(path, parts))
    assert row.values["full_name"] == "Lò Văn Ẩn"
