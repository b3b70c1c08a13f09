"""Dates as the office writes them."""

import datetime as dt
import pickle

import pytest

from partyunit.dates import (
    Period,
    add_months,
    count_on_paper,
    full_years_between,
    parse_day,
    parse_partial,
    write_on_paper,
)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("03/04/2019", dt.date(2019, 4, 3)),
        ("3.4.2019", dt.date(2019, 4, 3)),
        (" 29-02-2020 ", dt.date(2020, 2, 29)),
        ("2019-04-03", dt.date(2019, 4, 3)),
    ],
)
def test_day_is_read_day_first(text, day):
    assert parse_day(text) == day


@pytest.mark.parametrize("text", ["29/02/2019", "13/2019", "", "03/04/19", "01/01/0019", "mai"])
def test_day_that_is_none_is_refused(text):
    with pytest.raises(ValueError):
        parse_day(text)


@pytest.mark.parametrize(
    ("text", "last_day", "printed"),
    [
        ("2009", dt.date(2009, 12, 31), "2009"),
        ("02/2012", dt.date(2012, 2, 29), "02/2012"),
        ("05/05/2009", dt.date(2009, 5, 5), "05/05/2009"),
    ],
)
def test_partial_date_counts_from_its_last_day_and_prints_as_known(text, last_day, printed):
    read = parse_partial(text)
    assert read == last_day
    assert str(read) == printed
    assert str(pickle.loads(pickle.dumps(read))) == printed


@pytest.mark.parametrize("text", ["13/2012", "0/2012", "1899", "00/2010"])
def test_partial_date_that_is_none_is_refused(text):
    with pytest.raises(ValueError):
        parse_partial(text)


def test_months_are_added_to_the_last_day_that_exists():
    assert add_months(dt.date(2019, 1, 31), 1) == dt.date(2019, 2, 28)
    assert add_months(dt.date(2020, 2, 29), 12) == dt.date(2021, 2, 28)


def test_years_are_counted_when_complete():
    assert full_years_between(dt.date(1989, 3, 14), dt.date(2019, 3, 13)) == 29
    assert full_years_between(dt.date(1989, 3, 13), dt.date(2019, 3, 13)) == 30
    assert full_years_between(dt.date(2016, 2, 29), dt.date(2019, 2, 28)) == 3


def test_quarter_holds_both_ends_and_opens_the_evening_before():
    quarter = Period.of_quarter(2019, 1)
    assert dt.date(2019, 1, 1) in quarter
    assert dt.date(2019, 3, 31) in quarter
    assert dt.date(2019, 4, 1) not in quarter
    assert quarter.opening == dt.date(2018, 12, 31)


def test_day_on_paper_pads_small_days_and_the_first_two_months():
    assert write_on_paper(dt.date(2019, 2, 5)) == "ngày 05 tháng 02 năm 2019"
    assert write_on_paper(dt.date(2019, 3, 13)) == "ngày 13 tháng 3 năm 2019"


def test_count_on_paper_pads_below_ten():
    assert [count_on_paper(count) for count in (0, 5, 10, 113)] == ["0", "05", "10", "113"]
