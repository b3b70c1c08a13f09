"""Meetings in a calendar: the file, the secret address, and attempts on it."""

import datetime as dt

import icalendar
import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from accounts.models import RoleAssignment
from audit import services as audit
from audit.models import AuditEntry
from meetings import services
from meetings.models import CalendarFeed
from meetings.month.calendar_file import uid_of, write_calendar
from tests import factories
from tests.meetings import building

pytestmark = pytest.mark.django_db
SOON = dt.date(2019, 3, 20)


def events(data: bytes) -> list:
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def read(client, key, **asked):
    client.logout()
    return client.get(reverse("meetings:feed", args=[key]), asked)


def write(meeting, reader):
    return write_calendar([meeting], name="Thử", home="http://may-chu", reader=reader)


# -- the file ---------------------------------------------------------------------------------------


def test_event_stands_at_the_hour_of_the_place(cell, leader):
    meeting = building.planned(cell, meets_on=SOON, ends_at=None, chair=leader.member)
    data = write(meeting, leader)
    (event,) = events(data)
    assert b"DTSTART;TZID=Asia/Ho_Chi_Minh:20190320T140000" in data
    assert b"BEGIN:VTIMEZONE\r\nTZID:Asia/Ho_Chi_Minh" in data
    assert event.decoded("dtend") - event.decoded("dtstart") == dt.timedelta(minutes=90)
    assert event["summary"] == "Họp chi bộ tháng 3 năm 2019 – Chi bộ An ninh"
    assert (event["status"], event["location"], event["sequence"]) == ("TENTATIVE", "Phòng họp", 1)
    assert str(leader.member) not in data.decode()


def test_uid_stays_and_the_sequence_grows_with_each_change(cell, leader, officer):
    meeting = building.planned(cell, meets_on=SOON)
    first = events(write(meeting, leader))[0]
    changed = services.change_plan(meeting=meeting, version=1, by=leader, place="Hội trường")
    agreed = services.agree_to_plan(meeting=changed, version=2, by=officer)
    last = events(write(agreed, leader))[0]
    assert first["uid"] == last["uid"] == uid_of(meeting)
    assert (last["sequence"], last["status"], last["location"]) == (3, "CONFIRMED", "Hội trường")


def test_meeting_given_up_is_cancelled_with_its_reason(cell, leader):
    meeting = building.planned(cell, meets_on=SOON)
    off = services.call_off_meeting(meeting=meeting, reason="đột xuất", by=leader)
    (event,) = events(write(off, leader))
    assert event["status"] == "CANCELLED"
    assert "đột xuất" in event["description"]


def test_meeting_without_an_hour_takes_the_day(cell, leader):
    meeting = building.planned(cell, meets_on=SOON, starts_at=None, ends_at=None)
    (event,) = events(write(meeting, leader))
    assert event.decoded("dtstart") == SOON
    assert event.decoded("dtend") == SOON + dt.timedelta(days=1)


def test_committee_s_meetings_say_whose_they_are(committee, officer):
    told = [
        events(write(factories.MeetingFactory(cell=None, committee=committee, kind=kind), officer))
        for kind in ("committee", "extraordinary")
    ]
    assert [str(one["summary"]) for (one,) in told] == [
        "Họp Đảng ủy tháng 3 năm 2019",
        "Họp bất thường tháng 3 năm 2019 – Đảng ủy",
    ]


def test_text_of_a_place_cannot_add_lines(cell, leader):
    meeting = building.planned(cell, meets_on=SOON, place="A;B,C\\ END:VEVENT")
    (event,) = events(write(meeting, leader))
    assert event["location"] == "A;B,C\\ END:VEVENT"


def test_reader_is_told_the_own_part_only(cell, leader, officer):
    meeting = building.planned(cell, meets_on=SOON, chair=leader.member)
    assert "Đồng chí chủ trì." in events(write(meeting, leader))[0]["description"]
    assert "chủ trì" not in write(meeting, officer).decode()


def test_meetings_one_attends_or_was_asked_to_stand_in_the_own_calendar_without_a_way_in(
    client, leader, other_cell
):
    attended = building.planned(other_cell, meets_on=SOON, attendant=leader.member)
    asked = building.planned(other_cell, meets_on=SOON, kind="model")
    factories.GuestFactory(meeting=asked, member=leader.member, name="", capacity="observer")
    building.planned(other_cell, meets_on=SOON, kind="thematic")
    committee = {"cell": None, "committee": other_cell.committee}
    factories.PositionFactory(
        **committee, member=leader.member, title="committee_member", from_on=SOON
    )
    sits, _before = (
        factories.MeetingFactory(**committee, kind="committee", meets_on=day, state="planned")
        for day in (SOON, dt.date(2019, 3, 19))
    )
    client.force_login(leader)
    data = client.get(reverse("meetings:month_ics"), {"month": "03/2019"}).content
    assert {event["uid"] for event in events(data)} == {
        uid_of(meeting) for meeting in (attended, asked, sits)
    }
    assert "Đồng chí dự thay mặt Đảng ủy." in data.decode()
    assert b"\r\nURL" not in data
    assert client.get(reverse("meetings:meeting_ics", args=[attended.pk])).status_code == 404
    told = client.get(reverse("meetings:mine")).context["elsewhere"]
    assert set(told) == {attended, asked, sits}


def test_files_of_month_and_meeting_are_downloaded_in_scope_and_logged(
    client, leader, cell, other_cell
):
    own = building.planned(cell, meets_on=SOON)
    other = building.planned(other_cell, meets_on=SOON)
    client.force_login(leader)
    data = client.get(reverse("meetings:month_ics"), {"month": "03/2019"}).content
    assert [event["uid"] for event in events(data)] == [uid_of(own)]
    assert client.get(reverse("meetings:meeting_ics", args=[own.pk])).status_code == 200
    assert client.get(reverse("meetings:meeting_ics", args=[other.pk])).status_code == 404
    assert AuditEntry.objects.filter(action="meetings.calendar.export", actor=leader).count() == 2


# -- the address ------------------------------------------------------------------------------------


@pytest.fixture
def key(leader):
    return services.make_feed(user=leader, by=leader)


def test_address_is_shown_once_and_kept_only_as_a_digest(client, leader):
    client.force_login(leader)
    answer = client.post(reverse("meetings:make_feed"))
    address = answer.context["address"]
    assert address in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert address not in client.get(reverse("meetings:calendar")).content.decode()
    key = address.rsplit("/", 1)[1].removesuffix(".ics")
    assert len(key) == 43
    assert key not in str(CalendarFeed.objects.values())
    assert CalendarFeed.objects.get().key_sha256 not in str(list(AuditEntry.objects.values()))
    assert client.get(reverse("meetings:make_feed")).status_code == 405


def test_feed_is_read_without_a_session_in_the_scope_of_the_account(client, key, cell, other_cell):
    own = building.planned(cell, meets_on=SOON)
    building.planned(other_cell, meets_on=SOON)
    building.planned(cell, meets_on=dt.date(2018, 11, 5), state="held")
    answer = read(client, key)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert [event["uid"] for event in events(answer.content)] == [uid_of(own)]
    assert "partyunit_session" not in answer.cookies


def test_feed_of_an_officer_can_be_one_cell_s(client, officer, cell, other_cell, foreign_cell):
    key = services.make_feed(user=officer, by=officer)
    for one in (cell, other_cell, foreign_cell):
        building.planned(one, meets_on=SOON)
    assert len(events(read(client, key).content)) == 2
    assert len(events(read(client, key, cell=cell.pk).content)) == 1
    assert events(read(client, key, cell=foreign_cell.pk).content) == []
    assert len(events(read(client, key, cell="x").content)) == 2


@pytest.mark.parametrize("wrong", ["x", "0" * 43, "meeting-1"])
def test_wrong_key_opens_nothing(client, key, wrong):
    assert read(client, wrong).status_code == 404
    assert read(client, key[:-1]).status_code == 404
    digest = CalendarFeed.objects.get().key_sha256
    assert read(client, digest).status_code == 404


def test_new_key_takes_the_old_one_back(client, leader, key):
    new = services.make_feed(user=leader, by=leader)
    assert read(client, key).status_code == 404
    assert read(client, new).status_code == 200


def test_revoked_key_opens_nothing(client, leader, key):
    client.force_login(leader)
    assert client.post(reverse("meetings:revoke_feed")).status_code == 302
    assert read(client, key).status_code == 404
    assert not services.revoke_feed(user=leader, by=leader)


@pytest.mark.parametrize("what", ["closed", "must_change_password", "role_ended", "role_voided"])
def test_key_of_an_account_that_may_read_nothing_opens_nothing(client, leader, key, what):
    role = RoleAssignment.objects.get(user=leader)
    if what == "closed":
        leader.is_active = False
        leader.save()
    elif what == "must_change_password":
        leader.must_change_password = True
        leader.save()
    elif what == "role_ended":
        role.to_on = dt.date(2019, 3, 12)
        role.save()
    else:
        audit.void(role, by=leader, reason="ghi nhầm")
    assert read(client, key).status_code == 404


def test_feed_follows_the_roles_of_the_day(client, leader, key, cell, other_cell):
    RoleAssignment.objects.filter(user=leader).update(cell=other_cell)
    building.planned(cell, meets_on=SOON)
    meeting = building.planned(other_cell, meets_on=SOON)
    assert [event["uid"] for event in events(read(client, key).content)] == [uid_of(meeting)]


def test_feed_takes_no_post_and_writes_nothing(client, key):
    client.logout()
    assert client.post(reverse("meetings:feed", args=[key])).status_code == 405
    count = AuditEntry.objects.count()
    read(client, key)
    assert AuditEntry.objects.count() == count


def test_account_has_one_valid_address(leader, key):
    with pytest.raises(ValidationError, match="đã có một địa chỉ lịch"):
        CalendarFeed(user=leader, key_sha256="0" * 64).full_clean()
