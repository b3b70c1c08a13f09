"""Working days against cases worked out by hand with the calendar of 2018–2020.

Days off on weekdays: Mon 31/12/2018, Tue 01/01/2019, Tết Mon 04/02 – Fri 08/02/2019, Mon 15/04,
Mon 29/04, Tue 30/04, Wed 01/05/2019. Saturdays worked in exchange: 05/01/2019 and 04/05/2019.
"""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regulations.models import Holiday
from regulations.workdays import WorkCalendar, working_days_after, working_days_between

D = dt.date
OFF = [
    D(2018, 12, 31),
    D(2019, 1, 1),
    *(D(2019, 2, day) for day in range(4, 9)),
    D(2019, 4, 15),
    D(2019, 4, 29),
    D(2019, 4, 30),
    D(2019, 5, 1),
]
CALENDAR = WorkCalendar(frozenset(OFF), frozenset([D(2019, 1, 5), D(2019, 5, 4)]))

CASES = [
    # Wed 13/03: the event's day is not counted, Thu 14/03 is day 1.
    (D(2019, 3, 13), 1, D(2019, 3, 14)),
    # No days: the day itself, though it is a Sunday.
    (D(2019, 3, 10), 0, D(2019, 3, 10)),
    # A Saturday's event: Mon 18/03 is day 1.
    (D(2019, 3, 16), 1, D(2019, 3, 18)),
    # Over the new year: Fri 28/12; 29 and 30 weekend, 31/12 and 01/01 off; Wed 02/01 1, Thu 2, Fri 04/01 3.
    (D(2018, 12, 28), 3, D(2019, 1, 4)),
    # … and Sat 05/01 is worked in exchange for 31/12: day 4; then Mon 07/01 day 5.
    (D(2018, 12, 28), 4, D(2019, 1, 5)),
    (D(2018, 12, 28), 5, D(2019, 1, 7)),
    # Tết: Thu 31/01; Fri 01/02 is 1, the whole next week is off, Mon 11/02 is 2.
    (D(2019, 1, 31), 1, D(2019, 2, 1)),
    (D(2019, 1, 31), 2, D(2019, 2, 11)),
    # An event inside Tết counts from the first working day after it.
    (D(2019, 2, 5), 1, D(2019, 2, 11)),
    # Swapped Saturday of May: Fri 26/04; Thu 02/05 1, Fri 2, Sat 04/05 3, Mon 06/05 4.
    (D(2019, 4, 26), 3, D(2019, 5, 4)),
    (D(2019, 4, 26), 4, D(2019, 5, 6)),
    # Thirty days from Tue 12/03: 13–15/03 3, 18–22 8, 25–29 13, 01–05/04 18, 08–12 23,
    # 15/04 off, 16–19 27, Mon 22 28, Tue 23 29, Wed 24/04 30.
    (D(2019, 3, 12), 30, D(2019, 4, 24)),
    # Sixty from Wed 02/01: 03–05/01 3 (the Saturday worked), 07–11 8, 14–18 13, 21–25 18,
    # 28/01–01/02 23, Tết off, 11–15/02 28, 18–22 33, 25/02–01/03 38, 04–08 43, 11–15 48,
    # 18–22 53, 25–29 58, Mon 01/04 59, Tue 02/04 60.
    (D(2019, 1, 2), 60, D(2019, 4, 2)),
    # 29/02/2020 is a Saturday: from Thu 27/02, Fri 28/02 is 1 and Mon 02/03 is 2.
    (D(2020, 2, 27), 2, D(2020, 3, 2)),
    # From 29/02 itself Mon 02/03 is 1.
    (D(2020, 2, 29), 1, D(2020, 3, 2)),
]


@pytest.mark.parametrize(("event", "count", "last"), CASES)
def test_last_day_of_a_time_limit(event, count, last):
    assert working_days_after(event, count, calendar=CALENDAR) == last


@pytest.mark.parametrize(("event", "count", "last"), CASES)
def test_days_passed_are_as_many_on_the_last_day(event, count, last):
    assert working_days_between(event, last, calendar=CALENDAR) == count


def test_days_passed_do_not_grow_over_days_off():
    """Fri 01/02 to Sun 10/02/2019: Tết and two weekends, no working day."""
    assert working_days_between(D(2019, 2, 1), D(2019, 2, 10), calendar=CALENDAR) == 0
    assert working_days_between(D(2019, 2, 1), D(2019, 2, 11), calendar=CALENDAR) == 1


def test_days_before_the_event_are_negative():
    assert working_days_between(D(2019, 3, 14), D(2019, 3, 13), calendar=CALENDAR) == -1


def test_year_without_holidays_is_not_known():
    assert CALENDAR.knows(2019)
    assert not CALENDAR.knows(2020)


DAYS = st.dates(D(2018, 1, 1), D(2021, 12, 31))


@given(DAYS, st.integers(1, 120))
def test_time_limit_ends_on_a_working_day_as_many_days_later(event, count):
    last = working_days_after(event, count, calendar=CALENDAR)
    assert CALENDAR.is_working(last)
    assert working_days_between(event, last, calendar=CALENDAR) == count
    assert working_days_between(event, last - dt.timedelta(days=1), calendar=CALENDAR) == count - 1


@given(DAYS, DAYS, st.integers(0, 60))
def test_later_event_never_ends_a_time_limit_earlier(one, other, count):
    first, second = sorted((one, other))
    assert working_days_after(first, count, calendar=CALENDAR) <= working_days_after(
        second, count, calendar=CALENDAR
    )


@pytest.mark.django_db
def test_calendar_of_the_start_has_holidays_and_swapped_days():
    calendar = Holiday.objects.all().calendar()
    assert working_days_after(D(2018, 12, 28), 4, calendar=calendar) == D(2019, 1, 5)
    assert working_days_after(D(2019, 1, 31), 2, calendar=calendar) == D(2019, 2, 11)
