"""The roll follows the people of the meeting's day: a day corrected, a move entered later."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import translation

from audit import services as audit
from audit.models import AuditEntry
from meetings import services
from meetings.minutes.completeness import what_is_missing
from meetings.models import Attendance, Meeting
from meetings.roll.people import people_of
from members.models import Membership
from tests import factories
from tests.meetings import building
from tests.meetings.test_votes import cast

pytestmark = pytest.mark.django_db
TODAY = building.TODAY


def told(meeting) -> str:
    lacks = what_is_missing(Meeting.objects.get(pk=meeting.pk), day=TODAY)
    return " ".join(lack.sentence for lack in lacks if lack.is_about_people)


def names(meeting) -> set[str]:
    return set(meeting.attendances.valid().values_list("member__full_name", flat=True))


def moved(meeting, leader, day):
    version = Meeting.objects.get(pk=meeting.pk).version
    return services.change_plan(meeting=meeting, version=version, by=leader, meets_on=day)


def test_day_moved_before_a_member_came_names_and_takes_him_off(client, draft, cell, leader):
    factories.place(cell, full_name="Mới Đến Thử", from_on=dt.date(2019, 3, 3))
    services.open_roll(meeting=draft, by=leader)
    services.mark_everyone_present(meeting=draft, on=TODAY, by=leader)
    moved(draft, leader, dt.date(2019, 3, 1))
    assert "Mới Đến Thử" in names(draft)
    assert (
        told(draft)
        == "Danh sách điểm danh không khớp với đảng viên ngày 01/03/2019: thừa Mới Đến Thử."
    )
    with pytest.raises(ValidationError, match="thừa Mới Đến Thử"):
        services.submit_minutes(meeting=draft, on=TODAY, by=leader)
    client.force_login(leader)
    page = client.get(reverse("meetings:detail", args=[draft.pk])).content.decode()
    assert "Cập nhật danh sách" in page
    client.post(reverse("meetings:open_roll", args=[draft.pk]))
    assert "Mới Đến Thử" not in names(draft)
    assert told(draft) == ""


def test_move_entered_after_the_roll_was_opened_blocks_until_the_roll_follows(
    draft, people, other_cell, leader, officer
):
    gone, come = people[0], factories.place(other_cell, full_name="Chuyển Về Thử")
    for member, cell in ((gone, other_cell), (come, draft.cell)):
        place = member.placements.get()
        audit.end_span(place, on=dt.date(2019, 3, 9), by=officer, end_reason="internal")
        factories.PlacementFactory(
            member=member, cell=cell, from_on=dt.date(2019, 3, 10), start_reason="internal"
        )
    assert "thiếu Chuyển Về Thử; thừa Lù Văn Thử" in told(draft)
    services.open_roll(meeting=draft, by=leader)
    assert building.state_of(draft, come) == "not_recorded"
    assert gone.full_name not in names(draft)


def test_letter_entered_after_the_roll_was_called_takes_who_was_excused_out_of_the_base(
    draft, people, leader
):
    row = Attendance.objects.get(meeting=draft, member=people[0])
    Attendance.objects.filter(pk=row.pk).update(state="excused", reason="tăng cường xã")
    vote = cast(draft, leader, votes_for=2)
    assert (vote.base, vote.is_passed) == (4, False)
    factories.SecondmentFactory(member=people[0], kind="transferred", from_on=TODAY, to_on=None)
    assert "Lù Văn Thử ngày ấy sinh hoạt nơi khác" in told(draft)
    services.open_roll(meeting=draft, by=leader)
    vote.refresh_from_db()
    assert (vote.base, vote.is_passed, told(draft)) == (3, True, "")
    entry = AuditEntry.objects.filter(action="meetings.open_roll").latest("pk")
    assert entry.before["state"] == [[people[0].pk, "excused", "tăng cường xã"]]
    assert entry.after["state"] == [[people[0].pk, "elsewhere", ""]]


@pytest.mark.parametrize("was", ["not_recorded", "present"])
def test_suspension_entered_after_the_roll_was_opened_lets_nobody_vote(
    meeting, people, leader, was
):
    services.open_roll(meeting=meeting, by=leader)
    if was == "present":
        services.mark_everyone_present(meeting=meeting, on=TODAY, by=leader)
    factories.ExemptionFactory(member=people[0], kind="suspended", from_on=TODAY)
    services.mark_everyone_present(meeting=meeting, on=TODAY, by=leader)
    assert "Lù Văn Thử ngày ấy đình chỉ sinh hoạt" in told(meeting)
    assert building.state_of(meeting, people[0]) == was
    services.open_roll(meeting=meeting, by=leader)
    assert building.state_of(meeting, people[0]) == "exempt"
    assert cast(meeting, leader, votes_for=3).base == 3


def test_suspended_guest_does_not_come_either(meeting, cell, other_cell, leader):
    guest = factories.place(other_cell)
    letter = {"kind": "temporary", "start_reason": "temporary", "to_on": dt.date(2019, 6, 1)}
    factories.PlacementFactory(
        member=guest, cell=cell, from_on=TODAY, end_reason="internal", **letter
    )
    factories.ExemptionFactory(member=guest, kind="suspended", from_on=TODAY)
    building.everyone_present(meeting, leader)
    assert building.state_of(meeting, guest) == "exempt"


def test_standing_follows_the_day_and_the_journal_tells(meeting, cell, people, leader):
    building.everyone_present(moved(meeting, leader, dt.date(2019, 3, 5)), leader)
    probationer = people[2]
    Membership.objects.filter(member=probationer).update(
        official_from=dt.date(2019, 3, 10), recognition_decision_on=dt.date(2019, 3, 10)
    )
    moved(meeting, leader, TODAY)
    row = Attendance.objects.valid().get(meeting=meeting, member=probationer)
    assert (row.standing, row.state) == ("official", "present")
    entry = AuditEntry.objects.filter(action="meetings.open_roll").latest("pk")
    assert entry.before["standing"] == [[probationer.pk, "probationary"]]
    assert entry.after["standing"] == [[probationer.pk, "official"]]


def test_person_entered_by_mistake_is_not_expected(meeting, people, officer):
    audit.void(people[0], by=officer, reason="nhập nhầm")
    assert people[0].pk not in [person.member_id for person in people_of(meeting)]


def test_before_the_day_only_who_asked_to_be_excused_is_recorded(meeting, people, leader):
    early = dt.date(2019, 3, 12)
    services.open_roll(meeting=meeting, by=leader)
    row = Attendance.objects.get(meeting=meeting, member=people[0])
    with pytest.raises(ValidationError, match="chưa đến"):
        services.mark_everyone_present(meeting=meeting, on=early, by=leader)
    record = {"attendance": row, "version": row.version, "by": leader}
    with pytest.raises(ValidationError, match="chưa đến"):
        services.record_attendance(**record, state="present", reason="", on=early)
    assert services.record_attendance(**record, state="excused", reason="đi học", on=early)


def test_chair_who_cannot_approve_is_named(draft, people, leader):
    Meeting.objects.filter(pk=draft.pk).update(chair=people[0])
    with pytest.raises(ValidationError, match="Lù Văn Thử chủ trì nhưng chưa có tài khoản"):
        services.submit_minutes(meeting=draft, on=TODAY, by=leader)
    people[0].user = factories.UserFactory()
    people[0].save()
    with pytest.raises(ValidationError, match="không có vai trò duyệt"):
        services.submit_minutes(meeting=draft, on=TODAY, by=leader)


def test_post_of_the_meetings_day_that_stands_first_counts(committee, cell, officer):
    """A deputy secretary who also heads the inspection stands with the secretary, not last."""
    from meetings.page.meeting import MeetingPage

    both = factories.place(cell, full_name="Phó Bí Thư Thử")
    plain = factories.place(cell, full_name="An Ủy Viên Thử")
    titles = [(both, "deputy_secretary"), (both, "inspection_head"), (plain, "committee_member")]
    for member, title in titles:
        factories.PositionFactory(member=member, title=title, committee=committee)
    meeting = factories.MeetingFactory(
        cell=None, committee=committee, kind="committee", meets_on=TODAY
    )
    services.open_roll(meeting=meeting, by=officer)
    roll = MeetingPage(meeting=meeting, user=officer, day=TODAY).roll
    assert [row.member for row in roll] == [both, plain]
    assert roll[0].post == "Phó Bí thư Đảng ủy"


def test_roll_opened_from_the_english_page_keeps_the_offices_words(meeting, people, leader):
    factories.ExemptionFactory(member=people[0], kind="suspended", from_on=dt.date(2019, 1, 1))
    with translation.override("en"):
        services.open_roll(meeting=meeting, by=leader)
    assert meeting.attendances.get(member=people[0]).reason == "đình chỉ sinh hoạt"
