"""Dates in every way offices write them; what could be two days is told, never chosen in silence."""

import datetime as dt

import openpyxl
import pytest
import xlwt
from hypothesis import given
from hypothesis import strategies as st

from members.importing.values.dates import read_date, read_split_date
from partyunit.dates import PartialDate
from tests.members.importing.sheets import Shown, read_all, read_table, sentences

DAYS = st.dates(dt.date(1920, 1, 1), dt.date(2029, 12, 31))
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
WAYS = {
    "slashes": lambda d: f"{d:%d/%m/%Y}",
    "no zeros": lambda d: f"{d.day}/{d.month}/{d.year}",
    "dots": lambda d: f"{d.day}.{d.month}.{d.year}",
    "dashes": lambda d: f"{d:%d-%m-%Y}",
    "backslashes": lambda d: f"{d.day}\\{d.month}\\{d.year}",
    "spaces around": lambda d: f" {d.day} / {d.month} / {d.year} ",
    "spaces only": lambda d: f"{d:%d %m %Y}",
    "no-break space": lambda d: f"{d:%d/%m/%Y}\u00a0",
    "zero-width": lambda d: f"\u200b{d:%d/%m/%Y}",
    "quote": lambda d: f"'{d:%d/%m/%Y}",
    "iso": lambda d: f"{d:%Y-%m-%d}",
    "iso with clock": lambda d: f"{d:%Y-%m-%d}T00:00:00.000Z",
    "with clock": lambda d: f"{d:%d/%m/%Y} 00:00:00",
    "with clock of the morning": lambda d: f"{d:%d/%m/%Y} 12:00:00 SA",
    "year first": lambda d: f"{d.year}/{d.month}/{d.day}",
    "words": lambda d: f"Ngày {d.day} tháng {d.month} năm {d.year}",
    "fewer words": lambda d: f"{d.day} tháng {d.month} {d.year}",
    "lead": lambda d: f"Sinh ngày: {d:%d/%m/%Y}",
    "digits": lambda d: f"{d:%d%m%Y}",
    "digits year first": lambda d: f"{d:%Y%m%d}",
    "number of digits": lambda d: int(f"{d:%d%m%Y}"),
    "English": lambda d: f"{d.day:02}-{MONTHS[d.month - 1]}-{d.year}",
    "serial": lambda d: (d - dt.date(1899, 12, 30)).days,
    "serial with clock": lambda d: (d - dt.date(1899, 12, 30)).days + 0.25,
    "date cell": lambda d: d,
    "time cell": lambda d: dt.datetime(d.year, d.month, d.day, 7, 30),
}


def same(read, *parts) -> bool:
    wanted = PartialDate(*parts)
    return read.value == wanted and read.value.precision == wanted.precision and not read.error


@pytest.mark.parametrize("way", WAYS)
@given(day=DAYS)
def test_day_is_read_in_every_way(way, day):
    assert same(read_date(WAYS[way](day)), day.year, day.month, day.day)


@given(day=DAYS)
def test_month_is_read_in_every_way(day):
    month, year = day.month, day.year
    for written in (
        f"{month:02}/{year}", f"{month}-{year}", f"{month}.{year}", f"tháng {month} năm {year}", f"tháng {month}/{year}",
        f"00/{month}/{year}", f"0/{month}/{year}", f"../{month}/{year}", f"__/{month:02}/{year}", f"{year}-{month:02}",
        f"{year}-{month:02}-00",
    ):  # fmt: skip
        assert same(read_date(written), year, month), written
    assert same(read_date(day, shown="month"), year, month)


@given(year=st.integers(1900, 2100))
def test_year_is_read_in_every_way(year):
    for written in (
        str(year),
        year,
        float(year),
        f"{year}.0",
        f"00/00/{year}",
        f"năm {year}",
        f"Sinh năm {year}",
        f"../../{year}",
    ):
        assert same(read_date(written), year), written
    assert same(read_date(dt.date(year, 1, 1), shown="year"), year)


@given(text=st.text(max_size=20))
def test_any_text_is_read_or_told_and_never_fails(text):
    read = read_date(text)
    assert not (read.value and read.error)


@given(day=DAYS)
def test_two_digit_years_are_told(day):
    read = read_date(f"{day:%d/%m/%y}", target="decision_on")
    if day.year < 1930:  # a two-digit year that early is of this century
        return
    assert same(read, day.year, day.month, day.day)
    assert str(day.year) in read.warning


@pytest.mark.parametrize("year", range(13, 30))
def test_birth_of_an_unclear_century_is_told(year):
    read = read_date(f"01/02/{year}", target="born_on")
    assert read.value is None
    assert "thế kỷ" in read.error


@pytest.mark.parametrize(
    "written",
    [
        "31/02/1985", "29/02/1985", "32/01/1985", "15/13/1985", "25/00/1985", "1/1/85/2", "khoảng 1985", "1985 (?)",
        "O5/1O/1985", "12/5", "5/85", "01/01/1850", "01/01/2150", "abc", "x", "99999999", 5.199, 12.5, 3000, -5, 10.1985, float('inf'), float('nan'),
        dt.time(1, 2), True, "12/05/1985 và 13/05/1985", "1985-13-01",
    ],
)  # fmt: skip
def test_what_is_no_day_is_told(written):
    read = read_date(written)
    assert read.value is None
    assert read.error.endswith(".")


@pytest.mark.parametrize("written", ["", "  ", "-", "–", "0", 0, "không", "Chưa có", None])
def test_nothing_written_is_nothing(written):
    read = read_date("" if written is None else written)
    assert (read.value, read.error, read.warning) == (None, "", "")


@pytest.mark.parametrize(
    ("cells", "parts"),
    [
        ((12, 5, 1985), (1985, 5, 12)),
        (("12", "05", "1985"), (1985, 5, 12)),
        (("", 5, 1985), (1985, 5)),
        ((0, 0, 1985), (1985,)),
        (("", "", 1985.0), (1985,)),
        (("-", "", "1985"), (1985,)),
    ],
)
def test_split_date_is_put_together(cells, parts):
    assert same(read_split_date(*cells), *parts)


@pytest.mark.parametrize(
    "cells", [(31, 2, 1985), (12, 5, ""), (12, "", 1985), ("a", 5, 1985), (12, 5, 85)]
)
def test_split_date_that_is_none_is_told(cells):
    assert read_split_date(*cells).error


# --- what only the column tells ------------------------------------------------------------------------------

HEAD = ["STT", "Họ và tên", "Ngày sinh", "Dân tộc"]


def born(tmp_path, *written):
    rows = [[i + 1, "Lò Văn Ẩn", value, "Thái"] for i, value in enumerate(written)]
    return read_table(tmp_path, HEAD, *rows)


def test_column_with_the_month_first_is_told(tmp_path):
    rows = born(tmp_path, "04/25/1985", "04/05/1986", "05/12/1987", "1988")
    assert ["born_on" in row.values for row in rows] == [False, False, False, True]
    assert "tháng trước ngày" in sentences(rows[1])


def test_one_impossible_date_does_not_cast_doubt_on_a_column(tmp_path):
    rows = born(tmp_path, "04/25/1985", *[f"{day}/05/1986" for day in range(13, 19)], "04/05/1987")
    assert rows[-1].values["born_on"] == PartialDate(1987, 5, 4)
    assert "born_on" not in rows[0].values


def test_column_excel_has_swapped_is_told(tmp_path):
    rows = born(tmp_path, "25/04/1985", dt.date(1986, 5, 4), dt.date(1987, 2, 3), "13/01/1990")
    assert ["born_on" in row.values for row in rows] == [True, False, False, True]
    assert "đảo ngày và tháng" in sentences(rows[1])


def test_a_dozen_date_cells_all_in_the_first_days_are_told(tmp_path):
    rows = born(tmp_path, *[dt.date(1980 + i, 1 + i % 3, 4 + i % 9) for i in range(14)])
    assert not any(
        "born_on" in row.values for row in rows if row.number != 2 and not _is_palindrome(row)
    )


def _is_palindrome(row) -> bool:
    born_on = row.values.get("born_on")
    return born_on is not None and born_on.day == born_on.month


def test_date_cells_beside_text_are_read_where_one_is_late_in_its_month(tmp_path):
    rows = born(
        tmp_path, "25/04/1985", dt.date(1986, 5, 4), dt.date(1987, 2, 3), dt.date(1988, 6, 30)
    )
    assert all("born_on" in row.values for row in rows)


@pytest.mark.parametrize("name", ["tệp.xlsx", "tệp.xls"])
def test_date_shown_without_its_day_is_a_month(tmp_path, name):
    """Typed `5/1990`, Excel stores the first of May and shows the month."""
    row = [1, "Lò Văn Ẩn", Shown(dt.date(1990, 5, 1), "mm/yyyy"), "Thái"]
    other = [2, "Lò Văn Ơn", Shown(dt.date(1990, 5, 1), "dd/mm/yyyy"), "Thái"]
    year = [3, "Lò Văn Ổn", Shown(dt.date(1990, 1, 1), "yyyy"), "Thái"]
    rows = read_table(tmp_path, HEAD, row, other, year, name=name)
    assert [str(row.values["born_on"]) for row in rows] == ["05/1990", "01/05/1990", "1990"]


@pytest.mark.parametrize("name", ["tệp.xlsx", "tệp.xls"])
def test_bare_number_of_a_book_that_counts_from_1904_is_told(tmp_path, name):
    """An old Excel for Mac starts four years later: a number shown as such would be another day."""
    path = tmp_path / name
    row = ["Lò Văn Ẩn", 31_000, "Thái", "Xã A"]
    head = ["Họ và tên", "Ngày sinh", "Dân tộc", "Quê quán"]
    if name.endswith("x"):
        workbook = openpyxl.Workbook()
        workbook.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
        for cells in (head, row):
            workbook.active.append(cells)
        workbook.save(path)
    else:
        workbook = xlwt.Workbook()
        workbook.dates_1904 = True
        sheet = workbook.add_sheet("S")
        for r, cells in enumerate((head, row)):
            for c, cell in enumerate(cells):
                sheet.write(r, c, cell)
        workbook.save(str(path))
    (read,) = read_all(path)
    assert "born_on" not in read.values
    assert read.has_errors
