"""CSV: the letters and the sign between columns are found; what cannot be turned into Unicode is refused."""

import unicodedata

import pytest

from members.importing.reading import open_book
from members.importing.rows import ImportRefusedError
from partyunit.text import TONE_KEYS
from tests.members.importing.sheets import read_all

TEXT = "STT,Họ và tên,Ngày sinh,Dân tộc,Giới tính,Quê quán\n1,Lò Văn Ẩn,12/05/1985,Thái,Nam,Xã Thân Thuộc\n"
TCVN3 = "STT,Hä vµ tªn,Ngµy sinh,D©n téc,Giíi tÝnh,Quª qu¸n\n1,Lß V¨n An,12/05/1985,Th¸i,Nam,X· Th©n Thuéc\n"
VNI = "STT,Hoï vaø teân,Ngaøy sinh,Daân toäc,Giôùi tính,Queâ quaùn\n1,Loø Vaên An,12/05/1985,Thaùi,Nam,Xaõ Thaân Thuoäc\n"


def to_1258(text: str) -> bytes:
    """As Windows wrote Vietnamese before Unicode: tones are signs of their own."""
    out = b""
    for letter in unicodedata.normalize("NFC", text):
        try:
            out += letter.encode("cp1258")
        except UnicodeEncodeError:
            apart = unicodedata.normalize("NFD", letter)
            tones = "".join(sign for sign in apart if sign in TONE_KEYS)
            base = unicodedata.normalize("NFC", "".join(s for s in apart if s not in TONE_KEYS))
            out += (base + tones).encode("cp1258")
    return out


def saved(folder, data: bytes):
    path = folder / "tệp.csv"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(), TEXT.encode("utf-8-sig"), TEXT.encode("utf-16"), unicodedata.normalize("NFD", TEXT).encode(), to_1258(TEXT),
        TEXT.replace(",", ";").encode(), TEXT.replace(",", "\t").encode("utf-16"), TEXT.replace(",", "|").encode(),
        TEXT.replace("\n", "\r\n").encode(), ("Đảng bộ xã; năm 2019\n\n" + TEXT).encode(), to_1258(TEXT.replace(",", ";")),
        to_1258(TEXT.replace(",", "\t")),
    ],
)  # fmt: skip
def test_csv_is_read_in_any_letters(tmp_path, data):
    (row,) = read_all(saved(tmp_path, data))
    assert {key: str(value) for key, value in row.values.items()} == {
        "full_name": "Lò Văn Ẩn", "born_on": "12/05/1985", "ethnicity": "Thái", "sex": "male", "home_place": "Xã Thân Thuộc",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("data", "font"),
    [
        (TCVN3.encode("latin-1"), "TCVN3"),
        (TCVN3.encode(), "TCVN3"),
        (VNI.encode("latin-1"), "VNI"),
        (VNI.encode(), "VNI"),
        (VNI.encode("utf-16"), "VNI"),
    ],
)
def test_old_fonts_are_told(tmp_path, data, font):
    with pytest.raises(ImportRefusedError, match=font):
        open_book(saved(tmp_path, data), name="tệp.csv").layouts()


@pytest.mark.parametrize(
    "data",
    [
        "STT,Ho va ten,Ngay sinh,Dan toc\n1,Lò Vãn,01/02/1980,Thái\n".encode("latin-1"),  # would become Ḷ
        b"\xef\xbb\xbfH\xff", b"\xff\xfeH\x00\x00\xd8", b"Ho ten\x00,Ngay sinh", b"\xd0\xd1\xd2\xd3",
    ],
)  # fmt: skip
def test_letters_that_are_not_unicode_are_refused(tmp_path, data):
    with pytest.raises(ImportRefusedError):
        open_book(saved(tmp_path, data), name="tệp.csv").layouts()


def test_quotes_line_breaks_and_formulas_are_text(tmp_path):
    data = 'STT,"Họ và\ntên",Dân tộc,Quê quán\n1,Lò Văn Ẩn,Thái,"Xã A, huyện ""B"""\n2,Lò Thị Bướm,Thái,=1+1\n'
    one, other = read_all(saved(tmp_path, data.encode()))
    assert one.values["home_place"] == 'Xã A, huyện "B"'
    assert other.values["home_place"] == "=1+1"


def test_rows_of_uneven_length_are_read(tmp_path):
    data = "STT;Họ và tên;Dân tộc;Quê quán\n1;Lò Văn Ẩn\n2;Lò Thị Bướm;Thái;Xã A;thừa\n"
    one, other = read_all(saved(tmp_path, data.encode()))
    assert one.values == {"full_name": "Lò Văn Ẩn"}
    assert other.extra == {"cột E": "thừa"}


@pytest.mark.parametrize("encoding", ["utf-8", "cp1258"])
def test_cell_too_long_is_refused_by_every_file_of_a_process(tmp_path, encoding):
    data = ("STT;Ho va ten;Dan toc;Que quan\n1;A B;Kinh;" + "x" * 60_000 + "\n").encode(encoding)
    for _time in range(2):
        with pytest.raises(ImportRefusedError, match="bị hỏng"):
            open_book(saved(tmp_path, data), name="tệp.csv")
