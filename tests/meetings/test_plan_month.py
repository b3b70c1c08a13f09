"""Planning the month of all cells by the pattern of the months before."""

import datetime as dt

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from meetings.models import Meeting
from meetings.month.pattern import next_day
from partyunit.dates import Period
from regulations.workdays import WorkCalendar
from tests import factories
from tests.meetings import building

D = dt.date
APRIL = D(2019, 4, 1)
URL = "meetings:plan_month"


@pytest.mark.parametrize(
    ("met_on", "month", "day"),
    [
        ([D(2019, 3, 12)], APRIL, D(2019, 4, 9)),  # the second Tuesday
        ([D(2019, 3, 5), D(2019, 2, 5)], APRIL, D(2019, 4, 5)),  # always the 5th
        ([D(2019, 3, 6), D(2019, 2, 6)], APRIL, D(2019, 4, 8)),  # the 6th is a Saturday
        ([D(2019, 1, 31)], D(2019, 2, 1), D(2019, 2, 28)),  # no fifth Thursday
        ([D(2019, 3, 31), D(2019, 1, 31)], D(2019, 4, 1), D(2019, 4, 29)),  # the 30th is a holiday
        ([D(2019, 3, 29)], D(2019, 8, 1), D(2019, 8, 30)),  # the fifth Friday
    ],
)
def test_next_day_follows_the_pattern(met_on, month, day):
    calendar = WorkCalendar(off=frozenset({D(2019, 4, 30)}))
    assert next_day(met_on, month, calendar=calendar) == day


@given(
    st.dates(D(2009, 1, 1), D(2030, 12, 31)),
    st.dates(D(2009, 1, 1), D(2030, 12, 31)),
    st.sets(st.dates(D(2009, 1, 1), D(2030, 12, 31)), max_size=20),
)
def test_next_day_lies_in_the_month_and_is_worked_where_any_is(last, month, off):
    calendar = WorkCalendar(off=frozenset(off))
    day = next_day([last], month, calendar=calendar)
    assert day in Period.of_month(month.year, month.month)
    assert calendar.is_working(day)


@pytest.fixture
def world(cell, other_cell):
    building.planned(cell, meets_on=D(2019, 3, 12), place="Phòng họp 1", state="held")
    building.planned(other_cell, meets_on=D(2019, 3, 5), place="Phòng họp 2", state="held")
    return cell, other_cell


def url():
    return f"{reverse(URL)}?month=04/2019"


def row(cell, **values):
    typed = {
        "is_wanted": "on",
        "meets_on": "09/04/2019",
        "starts_at": "14:00",
        "place": "Hội trường",
    }
    return {f"cell{cell.pk}-{name}": value for name, value in {**typed, **values}.items()}


@pytest.mark.django_db
def test_form_suggests_day_hour_place_and_who_looks_after_the_cell(client, officer, world):
    overseer = factories.place(world[1])
    factories.OversightFactory(member=overseer, cell=world[0])
    client.force_login(officer)
    first, second = client.get(url()).context["plan"].forms
    assert first.initial["meets_on"] == D(2019, 4, 9)
    assert (first.initial["place"], first.initial["attendant"]) == ("Phòng họp 1", overseer.pk)
    assert (second.initial["meets_on"], second.initial["attendant"]) == (D(2019, 4, 2), None)


@pytest.mark.django_db
def test_all_chosen_cells_are_planned_and_agreed(client, officer, world):
    cell, other = world
    client.force_login(officer)
    data = row(cell) | row(other, is_wanted="", meets_on="rác")  # left out: nobody reads its row
    answer = client.post(url(), data)
    assert answer.url == reverse("meetings:month") + "?month=04/2019"
    meeting = Meeting.objects.get(counts_for=APRIL)
    assert (meeting.cell, meeting.kind, meeting.agreed_by) == (cell, "regular", officer)


@pytest.mark.django_db
def test_nothing_is_stored_unless_all_are_right_and_each_refusal_stands_at_its_row(
    client, officer, world
):
    cell, other = world
    client.force_login(officer)
    stranger = factories.place(cell)
    overseer = factories.place(cell)
    factories.OversightFactory(member=overseer, cell=other, from_on=D(2019, 3, 20))
    wrong = [
        (row(other, meets_on="31/04/2019"), "meets_on"),
        (row(other, place=""), "place"),
        (row(other, meets_on="09/06/2019"), "meets_on"),  # not near its month: the service says so
        (row(other, attendant=stranger.pk), "attendant"),  # of no committee
        (row(other, meets_on="19/03/2019", attendant=overseer.pk), "attendant"),  # not yet that day
    ]
    for data, field in wrong:
        answer = client.post(url(), row(cell) | data)
        assert answer.status_code == 200
        refused = answer.context["plan"].forms[1]
        assert [*refused.errors] == [field]
        assert f"{refused[field].label}: " in answer.content.decode()
        assert refused[field].label.endswith(", Điều tra")
        assert not Meeting.objects.filter(counts_for=APRIL).exists()


@pytest.mark.django_db
def test_row_of_a_cell_planned_meanwhile_is_told_and_nothing_is_stored(client, officer, world):
    cell, other = world
    building.planned(cell, meets_on=D(2019, 4, 9))
    client.force_login(officer)
    answer = client.post(url(), row(cell, meets_on="22/04/2019") | row(other))
    told = "Chi bộ An ninh đã có lịch trong lúc đồng chí gõ; chưa ghi dòng này: 22/04/2019, 14:00,"
    assert told in answer.text
    assert not Meeting.objects.filter(cell=other, counts_for=APRIL).exists()
    assert client.post(url(), row(other)).status_code == 302


@pytest.mark.django_db
def test_plan_of_one_cell_begins_by_its_months_before(client, officer, leader, world):
    client.force_login(leader)
    asked = {"month": "04/2019"}
    initial = client.get(reverse("meetings:plan"), asked).context["form"].initial
    assert (initial["meets_on"], initial["place"]) == (D(2019, 4, 9), "Phòng họp 1")
    client.force_login(officer)
    assert "meets_on" not in client.get(reverse("meetings:plan"), asked).context["form"].initial
    asked["cell"] = world[1].pk
    initial = client.get(reverse("meetings:plan"), asked).context["form"].initial
    assert initial["meets_on"] == D(2019, 4, 2)


@pytest.mark.django_db
def test_month_that_cannot_be_read_is_told(client, officer, cell):
    client.force_login(officer)
    for month in ("13/2019", "0001-01", "01/1900", "²/2019"):
        page = client.get(reverse("meetings:month"), {"month": month}).text
        assert "Tháng không có thật." in page
        assert "Sinh hoạt tháng 03/2019" in page


@pytest.mark.django_db
def test_no_cell_chosen_is_told(client, officer, world):
    client.force_login(officer)
    assert "Chưa chọn chi bộ nào." in client.post(url(), {}).content.decode()


@pytest.mark.django_db
def test_leader_proposes_for_the_own_cell_only(client, leader, world):
    cell, other = world
    client.force_login(leader)
    assert [form.cell for form in client.get(url()).context["plan"].forms] == [cell]
    client.post(url(), row(cell) | row(other))
    meeting = Meeting.objects.get(counts_for=APRIL)
    assert (meeting.cell, meeting.agreed_at) == (cell, None)


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["inspector", "secretary", "administrator"])
def test_who_plans_nothing_is_refused(client, request, who, world):
    client.force_login(request.getfixturevalue(who))
    assert client.get(url()).status_code == 403
    assert client.post(url(), row(world[0])).status_code == 403
