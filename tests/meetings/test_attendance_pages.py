"""Chuyên cần: members by meetings of a year, the cells side by side; page, print, XLSX, who sees what."""

import datetime as dt
import io

import openpyxl
import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from audit.models import AuditEntry
from cells.attendance import total_attendance
from meetings import services
from meetings.attendance.matrix import Body, read_matrix
from meetings.attendance.rates import period_of, read_rates
from meetings.models import Attendance
from members.attendance import attendance_by_year
from partyunit.dates import Period
from reports import figures
from reports.figures import Scope
from tests import factories

pytestmark = pytest.mark.django_db
D = dt.date
TODAY = D(2019, 3, 13)
SIGNS = {
    "x": "present",
    "P": "excused",
    "K": "absent",
    "M": "exempt",
    "N": "elsewhere",
    "?": "not_recorded",
}


def held(cell, day, kind="regular", **also):
    return factories.MeetingFactory(cell=cell, meets_on=day, kind=kind, state="held", **also)


def call(meetings, member, signs: str, standing="official"):
    """One sign a meeting; a dot where the member is not on the roll."""
    for meeting, sign in zip(meetings, signs, strict=True):
        if sign != ".":
            reason = "trực" if sign == "P" else ""
            told = {"state": SIGNS[sign], "reason": reason, "standing": standing}
            factories.AttendanceFactory(meeting=meeting, member=member, **told)


@pytest.fixture
def year(cell, other_cell):
    """Five meetings of a cell in 2018: an early leaver, a mid-month joiner, an exempt one, a guest."""
    days = [D(2018, 1, 9), D(2018, 2, 6), D(2018, 2, 20), D(2018, 6, 5), D(2018, 12, 4)]
    meetings = [held(cell, day, "thematic" if day.day == 20 else "regular") for day in days]
    people = {
        "stays": factories.place(cell, full_name="An Thử"),
        "leaves": factories.place(cell, full_name="Bình Thử"),
        "joins": factories.place(
            cell, from_on=D(2018, 2, 12), full_name="Cúc Thử", official_from=False
        ),
        "exempt": factories.place(cell, full_name="Dung Thử"),
        "guest": factories.place(other_cell, full_name="Giang Thử"),
    }
    place = people["leaves"].placements.get()
    place.to_on, place.end_reason = D(2018, 5, 31), "transfer_out"
    place.save()
    call(meetings, people["stays"], "xxPxK")
    call(meetings, people["leaves"], "xKx..")
    call(meetings, people["joins"], "..xPx", "probationary")
    call(meetings, people["exempt"], "xMMMN")
    call(meetings, people["guest"], ".xxK.", "temporary")
    return meetings, people


def matrix(cell, user, year=2018, day=TODAY, kind="", part=""):
    body, period = Body(committee=cell.committee, cell=cell), period_of(year, part)
    return read_matrix(body, period, day=day, kind=kind, is_today=day == TODAY, user=user)


def row(found, member):
    return next(one for one in found.rows if one.member == member)


def test_each_row_counts_only_the_meetings_of_whom_belonged(year, cell, officer):
    _meetings, people = year
    found = matrix(cell, officer)
    told = {name: row(found, member).attendance for name, member in people.items()}
    assert {name: (one.present, one.belong, str(one.percent)) for name, one in told.items()} == {
        "stays": (3, 5, "60.0"),
        "leaves": (2, 3, "66.7"),
        "joins": (2, 3, "66.7"),
        "exempt": (1, 1, "100.0"),
        "guest": (2, 3, "66.7"),
    }
    signs = [
        "".join(mark.sign or "." for mark in row(found, people[name]).marks) for name in people
    ]
    assert signs == ["xxPxK", "xKx..", "..xPx", "xMMMN", ".xxK."]
    assert row(found, people["joins"]).notes == ["từ 12/02/2018"]
    assert row(found, people["leaves"]).notes == ["đến hết 31/05/2018"]
    assert row(found, people["stays"]).notes == []


def test_sums_of_meetings_and_of_the_cell_leave_guests_apart(year, cell, officer):
    found = matrix(cell, officer)
    columns = [(one.attendance.present, one.attendance.belong) for one in found.columns]
    assert columns == [(3, 3), (1, 2), (2, 3), (1, 2), (1, 2)]
    assert (found.attendance.present, found.attendance.belong) == (8, 12)
    assert [one.member.full_name for one in found.guests] == ["Giang Thử"]


def test_the_same_rate_comes_from_every_place(client, year, cell, committee, officer):
    _meetings, people = year
    found = matrix(cell, officer)
    [rates] = [one for one in read_rates(2018, day=TODAY, user=officer) if one.pk == cell.pk]
    scope = Scope(committee).narrow(cell)
    assert found.attendance == rates.year == figures.attendance(scope, Period.of_year(2018))
    quarter = figures.attendance(scope, Period.of_quarter(2018, 1))
    assert rates.of_part("q1") == matrix(cell, officer, part="q1").attendance == quarter
    february = figures.attendance(scope, Period.of_month(2018, 2))
    assert rates.of_part("t2") == matrix(cell, officer, part="t2").attendance == february
    assert rates.of_kind("thematic") == matrix(cell, officer, kind="thematic").attendance
    assert total_attendance([rates.of_kind("regular"), rates.of_kind("thematic")]) == rates.year
    for member in people.values():
        [of_year] = attendance_by_year(member, TODAY)
        assert of_year.attendance == row(found, member).attendance
    client.force_login(officer)
    page = client.get(reverse("members:detail", args=[people["leaves"].pk])).content.decode()
    assert "66,7 %" in page


def test_three_in_a_row_without_a_reason_are_marked_and_named(client, cell, officer):
    meetings = [held(cell, D(2018, month, 5)) for month in range(1, 8)]
    kinds = {"Run Thử": "xKKMK.x", "Broken Thử": "KKPKKxx", "Unknown Thử": "KK?KxKK"}
    people = {name: factories.place(cell, full_name=name) for name in kinds}
    for name, signs in kinds.items():
        call(meetings, people[name], signs)
    found = matrix(cell, officer)
    assert [one.member.full_name for one in found.in_runs] == ["Run Thử"]
    marked = row(found, people["Run Thử"]).marks
    assert [mark.in_run for mark in marked] == [False, True, True, False, True, False, False]
    [rates] = [one for one in read_rates(2018, day=TODAY, user=officer) if one.pk == cell.pk]
    assert rates.in_runs == 1
    client.force_login(officer)
    page = client.get(reverse("meetings:cell_attendance", args=[cell.pk]), {"year": 2018})
    assert "Vắng không lý do 3 kỳ liền trở lên" in page.content.decode()


def test_three_in_a_row_go_on_over_the_turn_of_the_year(cell, officer):
    meetings = [held(cell, D(2018, month, 5)) for month in (9, 10, 11, 12)]
    meetings += [held(cell, D(2019, month, 5)) for month in (1, 2)]
    kinds = {"Over Thử": "xxKKKx", "Back Thử": "KKKxKK", "Old Thử": "xKKKPx"}
    for name, signs in kinds.items():
        call(meetings, factories.place(cell, full_name=name), signs)
    for year, names in ((2018, {"Back Thử", "Old Thử"}), (2019, {"Over Thử"})):
        found = matrix(cell, officer, year)
        assert {one.member.full_name for one in found.in_runs} == names
        [rates] = [one for one in read_rates(year, day=TODAY, user=officer) if one.pk == cell.pk]
        assert rates.in_runs == len(names)
    over = next(one for one in found.own if one.member.full_name == "Over Thử")
    assert over.longest_run == 3
    assert [mark.in_run for mark in over.marks] == [True, False]
    assert (over.attendance.present, over.attendance.belong) == (1, 2)


def test_meetings_to_come_stand_grey_and_a_past_day_knows_none_later(cell, officer):
    member = factories.place(cell)
    call([held(cell, D(2019, 1, 8)), held(cell, D(2019, 3, 5))], member, "xK")
    factories.MeetingFactory(cell=cell, meets_on=D(2019, 4, 9))
    factories.MeetingFactory(
        cell=cell, meets_on=D(2019, 5, 9), state="cancelled", state_reason="bão"
    )
    now = matrix(cell, officer, 2019)
    assert [one.is_held for one in now.columns] == [True, True, False]
    [only] = now.own
    assert only.by_column[2] is None
    assert (only.attendance.present, only.attendance.belong) == (1, 2)
    before = matrix(cell, officer, 2019, day=D(2019, 2, 1))
    assert [one.meeting.meets_on for one in before.columns] == [D(2019, 1, 8)]
    assert str(before.attendance.percent) == "100.0"
    [rates] = [
        one for one in read_rates(2019, day=D(2019, 2, 1), user=officer) if one.pk == cell.pk
    ]
    assert (rates.held, rates.year) == (1, before.attendance)


def test_page_links_each_mark_to_its_meeting_and_says_it_in_words(client, year, cell, leader):
    meetings, people = year
    client.force_login(leader)
    answer = client.get(reverse("meetings:cell_attendance", args=[cell.pk]), {"year": "2018"})
    page = answer.content.decode()
    assert f'href="{meetings[2].get_absolute_url()}#roll" title="vắng có lý do: trực"' in page
    assert "ngoài danh sách ngày ấy" in page
    assert reverse("members:detail", args=[people["stays"].pk]) in page
    assert reverse("members:detail", args=[people["leaves"].pk]) not in page  # left: a name only
    assert "Bình Thử" in page


def test_who_sees_whose(client, year, cell, other_cell, leader, inspector, stranger):
    theirs = reverse("meetings:cell_attendance", args=[other_cell.pk])
    own = reverse("meetings:cell_attendance", args=[cell.pk])
    committee = reverse("meetings:committee_attendance")
    seen = {}
    for user in (leader, inspector, stranger):
        client.force_login(user)
        seen[user.username] = [client.get(url).status_code for url in (own, theirs, committee)]
    assert seen == {
        "leader": [200, 404, 403],
        "inspector": [200, 200, 200],
        "stranger": [404, 404, 200],
    }
    client.force_login(leader)
    listing = client.get(reverse("meetings:attendance"), {"year": "2018"}).context["listing"]
    assert [one.record.pk for one in listing.rows] == [cell.pk]


def test_figures_lead_to_the_people_of_their_time_and_kind(client, year, cell, officer):
    """And the share of a meeting is rounded once: 17 of 19 are 89,5 %, no 90."""
    meeting = held(cell, D(2018, 7, 3))
    for number in range(19):
        call([meeting], factories.MemberFactory(), "x" if number < 17 else "P")
    client.force_login(officer)
    asked = {"year": "2018", "columns": ["q1", "t7", "thematic"]}
    rates = client.get(reverse("meetings:attendance"), asked).content.decode()
    url = reverse("meetings:cell_attendance", args=[cell.pk])
    for query, share in [
        ("part=q1", "75,0 %"),
        ("part=t7", "89,5 %"),
        ("kind=thematic", "66,7 %"),
    ]:
        assert f'<a href="{url}?year=2018&amp;{query}">{share}</a>' in rates
        page = client.get(f"{url}?year=2018&{query}").content.decode()
        assert f"dự {share}" in page
    july = client.get(f"{url}?year=2018&part=t7").content.decode()
    assert "<td>89,5</td>" in july
    back = client.get(
        reverse("meetings:attendance"), {"year": "2018", "part": "t7"}
    ).content.decode()
    assert f'<a href="{url}?year=2018">80,6 %</a>' in back  # the whole year again
    assert '<option value="t7" selected>Tháng 7</option>' in july


def test_committee_has_a_matrix_of_its_own(client, committee, cell, officer):
    member = factories.place(cell)
    factories.PositionFactory(
        member=member, committee=committee, title="committee_member", from_on=D(2019, 2, 1)
    )
    meeting = factories.MeetingFactory(
        cell=None, committee=committee, kind="committee", meets_on=D(2019, 3, 4), state="held"
    )
    call([meeting], member, "x")
    held(cell, D(2019, 3, 5))
    client.force_login(officer)
    found = client.get(reverse("meetings:committee_attendance")).context["matrix"]
    assert [one.meeting for one in found.columns] == [meeting]
    assert found.own[0].notes == ["từ 01/02/2019"]


def test_sheet_and_print_tell_the_same_and_are_logged(client, year, cell, inspector):
    client.force_login(inspector)
    url = reverse("meetings:cell_attendance", args=[cell.pk])
    answer = client.get(url, {"year": "2018", "export": "xlsx"})
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    lines = [
        [value for value in line if value is not None] for line in sheet.iter_rows(values_only=True)
    ]
    assert ["An Thử", "x", "x", "P", "x", "K", 3, 1, 1, 5, 60] in lines
    assert lines[-1][-1] == 66.7
    assert any("P vắng có lý do" in str(line) for line in lines)
    page = client.get(url, {"year": "2018", "print": "1"}).content.decode()
    assert "attendance.css" in page
    entries = AuditEntry.objects.filter(action__startswith="meetings.attendance.").order_by("pk")
    assert [(one.action, one.after["rows"]) for one in entries] == [
        ("meetings.attendance.export", 5),
        ("meetings.attendance.print", 5),
    ]
    client.get(reverse("meetings:attendance"), {"export": "xlsx"})
    assert AuditEntry.objects.filter(action="meetings.attendance.export").count() == 2


@pytest.mark.parametrize("typed", ["x", "20189", "-1", "１２３４", "0000", ""])
def test_year_that_is_none_shows_that_of_the_day(client, cell, officer, typed):
    client.force_login(officer)
    for url in (
        reverse("meetings:cell_attendance", args=[cell.pk]),
        reverse("meetings:attendance"),
    ):
        answer = client.get(url, {"year": typed, "kind": "x"})
        assert answer.status_code == 200
        assert "2019" in answer.content.decode()


def test_year_without_meetings_says_so(client, cell, officer):
    client.force_login(officer)
    answer = client.get(reverse("meetings:cell_attendance", args=[cell.pk]), {"year": "2012"})
    assert "Chưa có điểm danh nào" in answer.content.decode()


def test_statements_do_not_grow(client, cell, other_cell, officer):
    client.force_login(officer)

    def count(url):
        with CaptureQueriesContext(connection) as asked:
            client.get(url)
        return len(asked)

    def grow():
        meeting = held(cell, D(2019, 2, 3 + cell.meetings.count()), "extraordinary")
        for _n in range(3):
            call([meeting], factories.place(cell), "K")

    urls = [reverse("meetings:cell_attendance", args=[cell.pk]), reverse("meetings:attendance")]
    grow()
    few = [count(url) for url in urls]
    for _n in range(4):
        grow()
    assert [count(url) for url in urls] == few


def test_nobody_may_be_unrecorded_at_approval_either(submitted, leader):
    """Submitted with everybody called; a row set back behind the program's back keeps it from approval."""
    someone = Attendance.objects.filter(meeting=submitted.meeting).first()
    Attendance.objects.filter(pk=someone.pk).update(state="not_recorded")
    with pytest.raises(ValidationError, match="chưa ghi điểm danh"):
        services.approve_minutes(minutes=submitted, on=TODAY, by=leader)
