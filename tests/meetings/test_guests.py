"""Guests of other cells: invited in one act, called apart from the roll, named on the paper when they came."""

import datetime as dt
import uuid

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from audit.models import AuditEntry
from meetings import services
from meetings.minutes.completeness import what_is_missing
from meetings.minutes.content import compose
from meetings.models import Guest
from meetings.page.meeting import MeetingPage
from meetings.roll.counts import count_roll
from members.attendance import attendance_by_year
from tests import factories
from tests.meetings import building
from tests.meetings.building import TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def visitors(other_cell):
    """Three members of the other cell, the first one its secretary."""
    found = [
        factories.place(other_cell, full_name=f"Khách {name}") for name in ("Anh", "Bảo", "Chi")
    ]
    factories.PositionFactory(member=found[0], cell=other_cell)
    return found


def address(name, meeting, cell=None):
    query = f"?cell={cell.pk}" if cell else ""
    return reverse(f"meetings:{name}", args=[meeting.pk]) + query


def test_officer_invites_a_whole_cell_in_one_act(client, meeting, other_cell, visitors, officer):
    client.force_login(officer)
    client.post(address("invite", meeting, other_cell), {"everyone": "1"})
    rows = Guest.objects.filter(meeting=meeting)
    assert {row.member for row in rows} == set(visitors)
    assert {(row.state, row.capacity, row.organisation) for row in rows} == {
        ("invited", "observer", "Chi bộ Điều tra")
    }
    assert AuditEntry.objects.filter(action="meetings.invite").count() == 3


def test_officer_invites_some_of_a_cell(client, meeting, other_cell, visitors, officer):
    client.force_login(officer)
    client.post(address("invite", meeting, other_cell), {"members": [visitors[1].pk]})
    assert [row.member for row in meeting.guests.all()] == [visitors[1]]


def test_leader_of_the_cell_asks_those_who_lead_another(
    client, meeting, other_cell, visitors, leader
):
    client.force_login(leader)
    page = client.get(address("invite", meeting, other_cell)).text
    assert "Khách Anh" in page
    assert "Khách Bảo" not in page
    refused = client.post(address("invite", meeting, other_cell), {"members": [visitors[1].pk]})
    assert "members" in refused.context["form"].errors
    client.post(address("invite", meeting, other_cell), {"everyone": "1"})
    assert [row.member for row in meeting.guests.all()] == [visitors[0]]


def test_nobody_is_invited_twice(meeting, other_cell, visitors, officer):
    services.invite_members(meeting=meeting, cell=other_cell, members=visitors[:1], by=officer)
    services.invite_members(meeting=meeting, cell=other_cell, members=visitors, by=officer)
    assert meeting.guests.count() == 3
    with pytest.raises(ValidationError):
        services.invite_members(meeting=meeting, cell=other_cell, members=visitors, by=officer)


def test_nothing_chosen_is_told(client, meeting, other_cell, visitors, officer):
    client.force_login(officer)
    page = client.post(address("invite", meeting, other_cell), {})
    assert "Hãy chọn ít nhất một đồng chí chưa được mời." in page.text
    assert not meeting.guests.exists()


def test_own_cell_and_unknown_cells_are_not_invited(client, meeting, officer):
    client.force_login(officer)
    assert client.get(address("invite", meeting, meeting.cell)).status_code == 404
    assert client.get(address("invite", meeting) + "?cell=abc").status_code == 404


def test_readers_invite_nobody(client, meeting, other_cell, visitors, inspector, stranger):
    for user, status in ((inspector, 403), (stranger, 404)):
        client.force_login(user)
        assert (
            client.post(address("invite", meeting, other_cell), {"everyone": "1"}).status_code
            == status
        )
        assert client.post(address("guests_present", meeting)).status_code == status
    assert not meeting.guests.exists()


@pytest.fixture
def invited(meeting, other_cell, visitors, officer):
    services.invite_members(meeting=meeting, cell=other_cell, members=visitors, by=officer)
    return list(meeting.guests.order_by("pk"))


def test_all_guests_came_by_one_tap_and_exceptions_stay(client, meeting, invited, leader):
    client.force_login(leader)
    url = reverse("meetings:save_row", args=[meeting.pk, "guest"])
    absent = invited[2]
    client.post(
        url,
        {
            "uid": absent.uid,
            "version": absent.version,
            "capacity": "observer",
            "member": absent.member_id,
            "organisation": absent.organisation,
            "state": "absent",
        },
    )
    client.post(address("guests_present", meeting))
    assert [row.state for row in meeting.guests.order_by("pk")] == ["present", "present", "absent"]
    page = client.get(meeting.get_absolute_url()).text
    assert "2 có mặt" in page
    assert "1 vắng" in page


def test_guest_cannot_have_come_before_the_day(cell, people, other_cell, visitors, officer):
    ahead = building.planned(cell, meets_on=TODAY + dt.timedelta(days=9))
    services.invite_members(meeting=ahead, cell=other_cell, members=visitors, by=officer)
    with pytest.raises(ValidationError):
        services.mark_guests_present(meeting=ahead, on=TODAY, by=officer)
    with pytest.raises(ValidationError) as refused:
        services.save_guest(
            meeting=ahead,
            uid=uuid.uuid4(),
            version=0,
            name="Người Thử",
            capacity="other",
            state="present",
            on=TODAY,
            by=officer,
        )
    assert "state" in refused.value.message_dict


def test_guest_typed_before_the_day_is_invited(client, cell, people, leader):
    ahead = building.planned(cell, meets_on=TODAY + dt.timedelta(days=9))
    client.force_login(leader)
    typed = {"uid": uuid.uuid4(), "version": 0, "capacity": "other", "name": "Người Thử"}
    client.post(reverse("meetings:save_row", args=[ahead.pk, "guest"]), typed)
    assert ahead.guests.get().state == "invited"


def test_guest_who_belongs_to_the_roll_is_a_guest_no_more(meeting, other_cell, visitors, officer):
    """Invited, then a move into the cell is entered: on the roll of that day, and nowhere twice."""
    services.invite_members(meeting=meeting, cell=other_cell, members=visitors, by=officer)
    visitors[0].placements.update(to_on=TODAY - dt.timedelta(days=1), end_reason="internal")
    factories.PlacementFactory(
        member=visitors[0], cell=meeting.cell, from_on=TODAY, start_reason="internal"
    )
    services.open_roll(meeting=meeting, by=officer)
    assert meeting.attendances.valid().filter(member=visitors[0]).exists()
    guests = {guest.member for guest in meeting.guests.valid()}
    assert guests == set(visitors[1:])


def test_guests_count_apart_from_the_roll(draft, other_cell, visitors, officer):
    before = count_roll(draft.attendances.valid())
    services.invite_members(meeting=draft, cell=other_cell, members=visitors, by=officer)
    services.mark_guests_present(meeting=draft, on=TODAY, by=officer)
    assert count_roll(draft.attendances.valid()) == before
    draft.state = "held"
    draft.save(update_fields=["state"])
    assert attendance_by_year(visitors[0], TODAY) == []
    page = MeetingPage(meeting=draft, user=officer, day=TODAY)
    assert page.guest_counts == [("có mặt", 3)]


def test_paper_names_those_who_came(draft, invited_to_draft):
    names = [guest["name"] for guest in compose(draft)["guests"]]
    assert names == ["Khách Anh"]


@pytest.fixture
def invited_to_draft(draft, other_cell, visitors, officer):
    services.invite_members(meeting=draft, cell=other_cell, members=visitors[:2], by=officer)
    Guest.objects.filter(member=visitors[0]).update(state="present")
    return list(draft.guests.order_by("pk"))


def test_invited_guest_not_called_is_missing_in_the_minutes(draft, invited_to_draft):
    [lack] = what_is_missing(draft, day=TODAY)
    assert lack.sentence == "Chưa ghi khách được mời có đến hay không: Khách Bảo."
    Guest.objects.filter(state="invited").update(state="absent")
    assert what_is_missing(draft, day=TODAY) == []


def test_guest_who_stayed_away_keeps_no_minutes_of_the_committee(committee, officer, other_cell):
    meeting = building.planned(None, committee=committee, kind="committee")
    guest = factories.place(other_cell)
    factories.GuestFactory(meeting=meeting, member=guest, name="", state="absent")
    page = MeetingPage(meeting=meeting, user=officer, day=TODAY)
    assert guest not in page.leaders
    assert guest not in page.speakers
