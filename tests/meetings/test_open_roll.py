"""The roll is that of the people of the day."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from meetings import services
from meetings.models import Attendance
from members.models import Placement, Position, Secondment
from tests import factories
from tests.meetings import building

DAY = dt.date(2019, 3, 13)
pytestmark = pytest.mark.django_db


def names(meeting):
    rows = meeting.attendances.valid().select_related("member")
    return {row.member.full_name: (row.standing, row.state) for row in rows}


def test_roll_holds_official_and_probationary_members(meeting, leader):
    services.open_roll(meeting=meeting, by=leader)
    assert names(meeting) == {
        "Bí Thư Chi Bộ Thử": ("official", "not_recorded"),
        "Thư Ký Thử": ("official", "not_recorded"),
        "Lù Văn Thử": ("official", "not_recorded"),
        "Nguyễn Thị Thử": ("official", "not_recorded"),
        "Tẩn Thị Thử": ("probationary", "not_recorded"),
    }


def test_roll_follows_joiners_and_leavers_to_the_day(meeting, cell, other_cell, leader):
    joiner = factories.MemberFactory(full_name="Đến Đúng Ngày")
    factories.MembershipFactory(member=joiner, official_from=dt.date(2011, 2, 3))
    factories.PlacementFactory(
        member=joiner, cell=other_cell, to_on=dt.date(2019, 3, 12), end_reason="internal"
    )
    factories.PlacementFactory(member=joiner, cell=cell, from_on=DAY, start_reason="internal")
    leaver = factories.MemberFactory(full_name="Đi Đúng Ngày")
    factories.MembershipFactory(member=leaver, official_from=dt.date(2011, 2, 3))
    factories.PlacementFactory(
        member=leaver, cell=cell, to_on=dt.date(2019, 3, 12), end_reason="transfer_out"
    )
    last_day = factories.MemberFactory(full_name="Ngày Cuối")
    factories.MembershipFactory(member=last_day, official_from=dt.date(2011, 2, 3))
    factories.PlacementFactory(member=last_day, cell=cell, to_on=DAY, end_reason="transfer_out")
    services.open_roll(meeting=meeting, by=leader)
    listed = names(meeting)
    assert "Đến Đúng Ngày" in listed
    assert "Ngày Cuối" in listed
    assert "Đi Đúng Ngày" not in listed


def test_recognition_on_the_day_counts_as_official(meeting, cell, leader):
    factories.place(
        cell, full_name="Vừa Công Nhận", from_on=dt.date(2018, 3, 13), official_from=DAY
    )
    later = dt.date(2019, 3, 14)
    factories.place(cell, full_name="Ngày Mai", from_on=dt.date(2018, 3, 14), official_from=later)
    services.open_roll(meeting=meeting, by=leader)
    assert names(meeting)["Vừa Công Nhận"][0] == "official"
    assert names(meeting)["Ngày Mai"][0] == "probationary"


@pytest.mark.parametrize(
    ("kind", "state"), [("attends", "not_recorded"), ("transferred", "elsewhere")]
)
def test_seconded_member_is_elsewhere_only_after_a_transfer(meeting, people, leader, kind, state):
    factories.SecondmentFactory(member=people[0], kind=Secondment.Kind(kind))
    services.open_roll(meeting=meeting, by=leader)
    assert names(meeting)["Lù Văn Thử"] == ("official", state)


def test_temporary_guest_is_listed_and_temporary_leaver_is_elsewhere(
    meeting, people, other_cell, cell, leader
):
    guest = factories.place(other_cell, full_name="Tạm Đến")
    factories.PlacementFactory(
        member=guest, cell=cell, kind=Placement.Kind.TEMPORARY, from_on=dt.date(2019, 1, 1)
    )
    factories.PlacementFactory(
        member=people[1],
        cell=other_cell,
        kind=Placement.Kind.TEMPORARY,
        from_on=dt.date(2019, 1, 1),
    )
    services.open_roll(meeting=meeting, by=leader)
    assert names(meeting)["Tạm Đến"] == ("temporary", "not_recorded")
    assert names(meeting)["Nguyễn Thị Thử"] == ("official", "elsewhere")


def test_committee_roll_holds_committee_members_of_the_day(committee, cell, officer):
    here = factories.place(cell, full_name="Ủy Viên Thử")
    gone = factories.place(cell, full_name="Thôi Ủy Viên")
    title = Position.Title.COMMITTEE_MEMBER
    factories.PositionFactory(member=here, title=title, committee=committee)
    factories.PositionFactory(
        member=gone, title=title, committee=committee, to_on=dt.date(2019, 3, 12)
    )
    meeting = factories.MeetingFactory(
        cell=None, committee=committee, kind="committee", meets_on=DAY
    )
    services.open_roll(meeting=meeting, by=officer)
    assert names(meeting) == {"Ủy Viên Thử": ("official", "not_recorded")}


def test_opening_twice_adds_nobody_and_keeps_what_is_recorded(meeting, people, leader):
    building.everyone_present(meeting, leader)
    services.open_roll(meeting=meeting, by=leader)
    assert Attendance.objects.filter(meeting=meeting).count() == 5
    assert building.state_of(meeting, people[0]) == "present"


def test_roll_follows_a_new_day(meeting, cell, leader):
    services.open_roll(meeting=meeting, by=leader)
    factories.place(cell, full_name="Đến Sau", from_on=dt.date(2019, 3, 20))
    services.change_plan(
        meeting=meeting, version=meeting.version, by=leader, meets_on=dt.date(2019, 3, 21)
    )
    assert "Đến Sau" in names(meeting)
    meeting.refresh_from_db()
    services.change_plan(meeting=meeting, version=meeting.version, by=leader, meets_on=DAY)
    assert "Đến Sau" not in names(meeting)


def test_empty_cell_is_refused(foreign_cell, stranger):
    meeting = building.planned(foreign_cell)
    with pytest.raises(ValidationError, match="Không có ai"):
        services.open_roll(meeting=meeting, by=stranger)


def test_page_opens_the_roll(client, leader, meeting):
    client.force_login(leader)
    response = client.post(reverse("meetings:open_roll", args=[meeting.pk]))
    assert response.status_code == 302
    assert meeting.attendances.count() == 5


def test_out_of_scope_is_404_reader_is_403_get_is_405(client, meeting, stranger, inspector, leader):
    url = reverse("meetings:open_roll", args=[meeting.pk])
    for user, status in [(stranger, 404), (inspector, 403)]:
        client.force_login(user)
        assert client.post(url).status_code == status
    client.force_login(leader)
    assert client.get(url).status_code == 405
