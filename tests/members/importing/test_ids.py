"""Numbers that name a person keep their zeros, or the person is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from members.importing.values.ids import (
    read_card,
    read_citizen_id,
    read_dossier,
    read_uid,
)
from partyunit.dates import PartialDate
from tests.members.importing.sheets import read_table, sentences

BIRTHS = st.dates(min_value=PartialDate(1920, 1, 1), max_value=PartialDate(2010, 12, 31))


def id_of(province: int, born, sex: str, rest: int) -> str:
    digit = (born.year // 100 - 19) * 2 + (sex == "female")
    return f"{province:03}{digit}{born.year % 100:02}{rest:06}"


WAYS = [
    str, int, lambda s: float(int(s)), lambda s: f"{int(s)}.0", lambda s: f"{s}.0", lambda s: f"{s},0", lambda s: f"'{s}",
    lambda s: f" {s} ", lambda s: f"{s[:3]} {s[3:6]} {s[6:9]} {s[9:]}", lambda s: f"{s[:3]}.{s[3:6]}.{s[6:9]}.{s[9:]}",
    lambda s: f"{s[:6]}-{s[6:]}", lambda s: f"\u200b{s}\u00a0",
]  # fmt: skip


@given(
    province=st.integers(1, 96),
    born=BIRTHS,
    sex=st.sampled_from(["male", "female"]),
    rest=st.integers(0, 999_999),
    way=st.sampled_from(WAYS),
)
def test_citizen_id_is_read_in_every_way(province, born, sex, rest, way):
    whole = id_of(province, born, sex, rest)
    row = {"born_on": PartialDate(born.year, born.month, born.day), "sex": sex}
    read = read_citizen_id(way(whole), target="citizen_id", row=row)
    assert read.value == whole, way(whole)
    assert bool(read.warning) == (
        len(str(way(whole)).strip(" '.0,")) > 0 and _lost_zeros(way(whole), whole)
    )


def _lost_zeros(written, whole: str) -> bool:
    if isinstance(written, str):
        digits = "".join(
            sign for sign in written.removesuffix(".0").removesuffix(",0") if sign.isdigit()
        )
    else:
        digits = str(int(written))
    return digits != whole


@given(digits=st.text("0123456789", min_size=1, max_size=20), row=st.just({}))
def test_citizen_id_is_never_another_number(digits, row):
    read = read_citizen_id(digits, target="citizen_id", row=row)
    for value in (read.value, *read.also.values()):
        assert value is None or value.lstrip("0") == digits.lstrip("0")
        assert value is None or value == digits or read.warning


@given(number=st.floats(allow_nan=True, allow_infinity=True))
def test_no_number_fails(number):
    for read in (
        read_citizen_id(number, target="citizen_id", row={}),
        read_card(number, target="card_no"),
        read_dossier(number),
    ):
        assert not (read.value and read.error)


def test_ten_digits_are_whole_only_where_birth_and_sex_prove_it():
    row = {"born_on": PartialDate(1985), "sex": "male"}
    assert read_citizen_id("1085012345", target="citizen_id", row=row).value == "001085012345"
    assert read_citizen_id("1085012345", target="citizen_id", row={}).error
    assert read_citizen_id("1085012345", target="citizen_id", row={**row, "sex": "female"}).error


def test_eleven_digits_against_the_birth_year_are_told():
    row = {"born_on": PartialDate(1990), "sex": "male"}
    assert read_citizen_id("12085012345", target="citizen_id", row=row).error


def test_nine_digits_are_the_old_card():
    read = read_citizen_id("045123456", target="citizen_id", row={})
    assert read.value is None
    assert read.also == {"old_citizen_id": "045123456"}
    assert read.warning


@pytest.mark.parametrize(
    "written",
    [
        "3.8085E+10",
        "0380850123456",
        "12345678",
        "A12345678901",
        "O38085012345",
        380850.5,
        "x",
        "038085012345 (cũ)",
    ],
)
def test_what_is_no_citizen_id_is_told(written):
    read = read_citizen_id(written, target="citizen_id", row={})
    assert read.value is None
    assert read.error
    assert not read.also


@pytest.mark.parametrize("written", ["", "-", "không", "Chưa có", 0])
def test_no_number_is_nothing(written):
    for read in (
        read_citizen_id(written, target="citizen_id", row={}),
        read_card(written, target="card_no"),
    ):
        assert (read.value, read.error) == (None, "")


@pytest.mark.parametrize(
    ("written", "value", "also"),
    [
        ("75123456", "75123456", {}),
        (75123456, "75123456", {}),
        ("75.123456", "75123456", {}),
        ("012345678901", "012345678901", {}),
        (12345678901, "012345678901", {}),
        (1234567, "01234567", {}),
        ("75123456/123456LC", "75123456", {"dossier_no": "123456LC"}),
        ("75123456 - 123456 lc", "75123456", {"dossier_no": "123456LC"}),
        ("123456LC", None, {"dossier_no": "123456LC"}),
    ],
)
def test_card_is_read(written, value, also):
    read = read_card(written, target="card_no")
    assert (read.value, read.also, read.error) == (value, also, "")


@pytest.mark.parametrize("target", ["card_no", "card_no_old"])
@pytest.mark.parametrize("written", [800123, 80012.0, "1234567", "800123.0"])
def test_old_card_that_lost_more_zeros_is_filled_and_told(written, target):
    read = read_card(written, target=target)
    assert read.value == str(int(float(written))).zfill(8)
    assert read.value in read.warning


@pytest.mark.parametrize(
    "written",
    ["1234", "75.1234", "75.12345", "75 - 123", "123456789", "mất thẻ", "75123456/75123457"],
)
def test_what_is_no_card_is_told(written):
    assert read_card(written, target="card_no").error


def test_old_card_has_eight_digits():
    assert read_card("038085012345", target="card_no_old").error
    assert read_card(75123456.0, target="card_no_old").value == "75123456"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("204001LC", "204001LC"),
        ("204001 lc", "204001LC"),
        ("204001-LC", "204001LC"),
        ("204001.LC", "204001LC"),
    ],
)
def test_dossier_is_read(written, value):
    assert read_dossier(written).value == value


def test_dossier_without_letters_is_used_and_told():
    read = read_dossier(204001.0)
    assert read.value == "204001"
    assert read.warning


def test_short_number_under_id_is_kept_beside(tmp_path):
    """`ID` heads the national id in one office and counts rows in another."""
    assert read_uid("3f2b0000-11aa-4c3d-9e8f-0123456789ab").value
    (row,) = read_table(
        tmp_path, ["ID", "Họ và tên", "Dân tộc", "Tôn giáo"], [7, "Lò Văn Ẩn", "Thái", "Không"]
    )
    assert "national_uid" not in row.values
    assert row.extra == {"ID": "7"}


def test_id_that_contradicts_the_row_is_used_and_told(tmp_path):
    head = ["Họ và tên", "Năm sinh", "Giới tính", "Số CCCD"]
    (row,) = read_table(tmp_path, head, ["Lò Văn Ẩn", 1985, "Nam", "012190012345"])
    assert row.values["citizen_id"] == "012190012345"
    assert "không khớp" in sentences(row)
