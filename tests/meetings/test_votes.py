"""Votes are counted by rule on the roll, and follow it while the minutes are a draft."""

import datetime as dt
import uuid

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.template.loader import render_to_string

from audit.models import AuditEntry
from meetings import services
from meetings.minutes import content, paper
from meetings.models import Attendance, Meeting, Vote
from members.models import Member
from regulations.models import Regulation
from tests import factories
from tests.meetings import building

pytestmark = pytest.mark.django_db


def cast(meeting, by, *, uid=None, version=0, **values) -> Vote:
    """A vote on the month's resolution; by default all four of the cell's official members."""
    values = {"matter": "resolution", "subject": "Nghị quyết tháng 3", "votes_for": 4} | values
    uid = uid or uuid.uuid4()
    return services.save_row(Vote, meeting=meeting, uid=uid, version=version, by=by, **values)


def record(meeting, member, state, *, by, reason=""):
    row = Attendance.objects.valid().get(meeting=meeting, member=member)
    return services.record_attendance(
        attendance=row, state=state, reason=reason, version=row.version, on=building.TODAY, by=by
    )


def counted(vote) -> tuple:
    vote.refresh_from_db()
    return vote.base, vote.voters, vote.needed, vote.is_passed


def test_vote_is_counted_on_the_roll_by_the_rule_of_the_day(meeting, people, leader, clerk):
    building.everyone_present(meeting, leader)
    record(meeting, people[0], "excused", by=leader, reason="đi công tác")
    vote = cast(meeting, leader, votes_for=3)
    assert counted(vote) == (4, 3, 3, True)
    assert vote.rule.number == "29-QĐ/TW"
    assert {entry["member_id"]: entry["state"] for entry in vote.roll} == {
        leader.member.pk: "present",
        people[0].pk: "excused",
        people[1].pk: "present",
        clerk.member.pk: "present",
    }


def test_worked_example_of_twenty_two_members(cell, leader):
    """22 members, 20 official, 3 away on business: base 20, not 17."""
    for number in range(19):
        factories.place(cell, full_name=f"Chính Thức {number}")
    for number in range(2):
        factories.place(cell, full_name=f"Dự Bị {number}", official_from=False)
    meeting = building.everyone_present(building.planned(cell), leader)
    for row in meeting.attendances.filter(member__full_name__contains="Chính Thức")[:3]:
        record(meeting, row.member, "excused", by=leader, reason="đi công tác")
    assert counted(cast(meeting, leader, votes_for=10)) == (20, 17, 11, False)
    assert counted(cast(meeting, leader, votes_for=11)) == (20, 17, 11, True)
    assert counted(cast(meeting, leader, matter="admission", votes_for=13)) == (20, 17, 14, False)
    assert counted(cast(meeting, leader, matter="admission", votes_for=14)) == (20, 17, 14, True)
    with pytest.raises(ValidationError, match="chỉ 17 đảng viên chính thức"):
        cast(meeting, leader, votes_for=17, votes_other=1)


def _second(member, **span):
    factories.SecondmentFactory(member=member, kind="transferred", end_reason="xong", **span)


def _send(member, **span):
    where = {"cell": None, "outside_name": "Tỉnh", "end_reason": "internal"}
    factories.PlacementFactory(
        member=member, kind="temporary", start_reason="temporary", **where, **span
    )


def _exempt(member, **span):
    factories.ExemptionFactory(member=member, kind="exempt", **span)


def _suspend(member, **span):
    factories.ExemptionFactory(member=member, kind="suspended", **span)


def test_base_on_the_edges_of_every_span(cell, other_cell, officer):
    """18 official of the day: 16 with a span beside it, one official since and one here since the day.

    A span holds its first and its last day, so of each four two are out: base 18 - 8 = 10, more
    than a half of it 6, two thirds 7.
    """
    day, one = building.TODAY, dt.timedelta(days=1)
    long = dt.timedelta(days=60)
    for begin in (_second, _send, _exempt, _suspend):
        for first, last in ((day - long, day), (day, day + long)):  # out
            begin(factories.place(cell), from_on=first, to_on=last)
        for first, last in ((day - long, day - one), (day + one, day + long)):  # here
            begin(factories.place(cell), from_on=first, to_on=last)
    factories.place(cell, from_on=dt.date(2018, 3, 13), official_from=day)
    factories.place(cell, from_on=dt.date(2018, 3, 14), official_from=day + one)
    for old, new in ((other_cell, cell), (cell, other_cell)):
        place = factories.place(old).placements.get()
        place.to_on, place.end_reason = day - one, "internal"
        place.save()
        told = {"member": place.member, "start_reason": "internal", "from_on": day}
        factories.PlacementFactory(cell=new, **told)
    meeting = building.everyone_present(building.planned(cell), officer)
    assert meeting.attendances.count() == 19
    assert counted(cast(meeting, officer, votes_for=6)) == (10, 10, 6, True)
    assert counted(cast(meeting, officer, matter="admission", votes_for=6)) == (10, 10, 7, False)


def test_exempt_member_who_comes_is_counted(meeting, people, leader):
    factories.ExemptionFactory(
        member=people[0], kind="exempt", from_on=meeting.meets_on, reason="tuổi cao"
    )
    building.everyone_present(meeting, leader)
    vote = cast(meeting, leader, votes_for=3)
    assert counted(vote) == (3, 3, 2, True)
    record(meeting, people[0], "present", by=leader)
    assert counted(vote) == (4, 4, 3, True)


@pytest.mark.parametrize("state", ["excused", "absent"])
def test_who_need_not_come_is_not_missing_and_stays_outside_the_base(
    meeting, people, leader, state
):
    factories.ExemptionFactory(member=people[0], kind="exempt", from_on=meeting.meets_on)
    factories.SecondmentFactory(
        member=people[1], kind="transferred", from_on=meeting.meets_on, to_on=None
    )
    building.everyone_present(meeting, leader)
    vote = cast(meeting, leader, votes_for=2)
    for member, told in ((people[0], "được miễn"), (people[1], "sinh hoạt nơi khác")):
        with pytest.raises(ValidationError, match=f"đồng chí {told}: có dự thì ghi «có mặt»"):
            record(meeting, member, state, by=leader, reason="ốm")
    assert counted(vote) == (2, 2, 2, True)


def test_suspended_member_is_outside_the_base(meeting, people, leader):
    factories.ExemptionFactory(
        member=people[0], kind="suspended", from_on=meeting.meets_on, reason="theo quyết định"
    )
    building.everyone_present(meeting, leader)
    vote = cast(meeting, leader, votes_for=3)
    with pytest.raises(ValidationError, match="đình chỉ sinh hoạt"):
        record(meeting, people[0], "present", by=leader)
    assert counted(vote) == (3, 3, 2, True)


def test_vote_turns_when_the_roll_is_corrected_and_keeps_its_version(meeting, people, leader):
    building.everyone_present(meeting, leader)
    vote = cast(meeting, leader, votes_for=2, votes_against=1)
    assert counted(vote) == (4, 4, 3, False)
    record(meeting, people[0], "elsewhere", by=leader)
    assert counted(vote) == (3, 3, 2, True)
    assert vote.version == 1
    entry = AuditEntry.objects.get(action="meetings.recount_vote")
    assert (entry.before["is_passed"], entry.after["is_passed"]) == (False, True)
    assert cast(meeting, leader, uid=vote.uid, version=1, votes_for=1).is_passed is False


def test_roll_that_leaves_fewer_voters_than_votes_names_the_vote(meeting, people, leader):
    building.everyone_present(meeting, leader)
    vote = cast(meeting, leader)
    with pytest.raises(ValidationError, match="«Nghị quyết tháng 3» đã ghi 4 phiếu, nhiều hơn 3"):
        record(meeting, people[0], "absent", by=leader)
    assert building.state_of(meeting, people[0]) == "present"
    cast(meeting, leader, uid=vote.uid, version=1, votes_for=3)
    record(meeting, people[0], "absent", by=leader)
    assert counted(vote) == (4, 3, 3, True)


def test_vote_typed_before_the_roll_is_called_follows_it(meeting, people, leader):
    vote = cast(meeting, leader, votes_for=3)
    assert counted(vote) == (4, 4, 3, True)
    services.open_roll(meeting=meeting, by=leader)
    record(meeting, people[0], "excused", by=leader, reason="ốm")
    services.mark_everyone_present(meeting=meeting, on=building.TODAY, by=leader)
    assert counted(vote) == (4, 3, 3, True)
    assert {entry["state"] for entry in vote.roll} == {"present", "excused"}


def test_unfinished_roll_keeps_minutes_with_a_vote_from_being_submitted(draft, people, leader):
    cast(draft, leader)
    Attendance.objects.filter(meeting=draft, member=people[0]).update(state="not_recorded")
    with pytest.raises(ValidationError, match="chưa ghi điểm danh"):
        services.submit_minutes(meeting=draft, on=building.TODAY, by=leader)


def test_another_day_has_other_official_members(meeting, cell, leader):
    becomes = {"from_on": dt.date(2018, 3, 14), "official_from": dt.date(2019, 3, 14)}
    factories.place(cell, full_name="Hết Dự Bị Thử", **becomes)
    vote = cast(meeting, leader, votes_for=3)
    assert counted(vote) == (4, 4, 3, True)
    version = Meeting.objects.get(pk=meeting.pk).version
    later = dt.date(2019, 3, 20)
    services.change_plan(meeting=meeting, version=version, by=leader, meets_on=later)
    assert counted(vote) == (5, 5, 3, True)


def test_rule_of_the_committee_itself_goes_before(meeting, people, leader):
    general = Regulation.objects.of_day(topic="cell_vote", day=meeting.meets_on)
    parameters = general.parameters | {"resolution": [3, 4]}
    own = Regulation.objects.create(
        topic="cell_vote",
        number="Quy chế 01",
        valid_from=dt.date(2019, 1, 1),
        committee=meeting.committee,
        parameters=parameters,
        source_mark="L",
    )
    building.everyone_present(meeting, leader)
    vote = cast(meeting, leader, votes_for=3)
    assert (vote.rule, counted(vote)) == (own, (4, 4, 3, True))


def test_committee_counts_all_its_members_and_admits_by_two_thirds(committee, officer):
    for number in range(15):
        member = factories.MemberFactory(full_name=f"Ủy Viên {number}")
        factories.PositionFactory(
            member=member, committee=committee, cell=None, title="committee_member"
        )
    meeting = factories.MeetingFactory(
        cell=None, committee=committee, kind="committee", meets_on=building.TODAY
    )
    building.everyone_present(meeting, officer)
    base = meeting.attendances.count()
    assert base >= 15
    record(meeting, meeting.attendances.first().member, "excused", by=officer, reason="đi họp")
    vote = cast(meeting, officer, votes_for=8)
    assert counted(vote) == (base, base - 1, base // 2 + 1, base // 2 < 8)
    admission = cast(meeting, officer, matter="admission", votes_for=10)
    assert admission.rule.topic == "admission"
    assert admission.needed == -(-base * 2 // 3)


def test_secret_vote_keeps_counts_only(meeting, people, leader):
    building.everyone_present(meeting, leader)
    with pytest.raises(ValidationError, match="chỉ ghi số phiếu"):
        cast(meeting, leader, is_secret=True, other_views="đồng chí A nói khác")


def test_vote_is_about_one_person(meeting, cell, people, leader):
    building.everyone_present(meeting, leader)
    candidate = factories.CandidateFactory(cell=cell)
    with pytest.raises(ValidationError, match="về một người"):
        cast(meeting, leader, matter="admission", member=people[0], candidate=candidate)


@pytest.mark.parametrize(
    ("matter", "about", "why"),
    [
        ("admission", "member", "là về quần chúng, không về đảng viên"),
        ("recognition", "candidate", "là về đảng viên, không về quần chúng"),
        ("removal", "candidate", "là về đảng viên, không về quần chúng"),
        ("discipline", "other member", "Người Khác không phải người của chi bộ"),
        ("admission", "other candidate", "không phải người của chi bộ"),
        ("resolution", "other point", "thuộc một cuộc họp khác"),
    ],
)
def test_vote_is_about_the_people_and_points_of_its_meeting(
    meeting, cell, other_cell, people, leader, matter, about, why
):
    chosen = {
        "member": lambda: {"member": people[0]},
        "candidate": lambda: {"candidate": factories.CandidateFactory(cell=cell)},
        "other member": lambda: {"member": factories.place(other_cell, full_name="Người Khác")},
        "other candidate": lambda: {"candidate": factories.CandidateFactory(cell=other_cell)},
        "other point": lambda: {"item": building.point(building.planned(other_cell), by=leader)},
    }
    with pytest.raises(ValidationError, match=why):
        cast(meeting, leader, matter=matter, **chosen[about]())


def test_counts_of_a_vote_about_a_candidate_moved_since_can_be_corrected(
    meeting, cell, other_cell, leader
):
    candidate = factories.CandidateFactory(cell=cell)
    vote = cast(meeting, leader, matter="admission", candidate=candidate, votes_for=3)
    type(candidate).objects.update(cell=other_cell)
    assert cast(meeting, leader, uid=vote.uid, version=1, candidate=candidate, votes_for=2)


def test_vote_goes_with_its_point(meeting, leader):
    item = building.point(meeting, by=leader)
    cast(meeting, leader, item=item)
    general = cast(meeting, leader, item=None)
    services.remove_row(item, version=item.version, by=leader)
    assert list(meeting.votes.valid()) == [general]


def test_positions_follow_each_other(meeting, leader):
    assert [cast(meeting, leader).position for _ in range(2)] == [1, 2]


# -- the paper ----------------------------------------------------------------------------------


def test_content_and_paper_tell_the_vote(draft, people, leader):
    cast(draft, leader, item=draft.agenda.get(), votes_for=3, votes_other=1, other_views="Xin lùi.")
    cast(draft, leader, matter="recognition", member=people[2], is_secret=True, votes_for=4)
    found = content.compose(draft)
    assert found["format"] == 3
    on_point, general = found["votes"]
    assert (on_point["item"], general["item"]) == (1, None)
    assert (on_point["share"], on_point["needed"], on_point["passed"]) == ([1, 2], 3, True)
    assert on_point["rule"].startswith("29-QĐ/TW")
    assert (general["about"], general["secret"]) == ("Tẩn Thị Thử", True)
    printed = paper.printable(found)
    assert printed["votes"][0]["share"] == "ít nhất 2/3"
    assert printed["agenda"][0]["votes"][0]["other_views"] == "Xin lùi"


def test_paper_calls_a_member_comrade_and_a_candidate_not(draft, cell, people, leader):
    candidate = factories.CandidateFactory(cell=cell, full_name="Quần Chúng Thử")
    cast(draft, leader, matter="admission", candidate=candidate)
    cast(draft, leader, matter="recognition", member=people[2], is_secret=True)
    printed = paper.printable(content.compose(draft))
    text = render_to_string("meetings/papers/votes.html", {"votes": printed["votes"]})
    assert "(quần chúng Quần Chúng Thử): 4/4 tán thành (100&nbsp;%)" in text
    assert "(bỏ phiếu kín): Nghị quyết tháng 3 (đồng chí Tẩn Thị Thử): 4/4" in text
    assert "cần ít nhất 2/3 (3): được thông qua." in text


@pytest.mark.parametrize(
    ("subject", "beside"),
    [
        ("Khiển trách đồng chí Lò Văn A", ""),
        ("KHIỂN TRÁCH ĐỒNG CHÍ LÒ VĂN A.", ""),
        ("Khiển trách đồng chí Lò Văn An", "Lò Văn A"),
        ("Khiển trách", "Lò Văn A"),
    ],
)
def test_name_is_told_once(subject, beside):
    row = Vote(subject=subject, member=Member(full_name="Lò Văn A"), votes_for=1)
    assert row.about == beside


def test_minutes_frozen_before_there_were_votes_still_print(draft):
    old = content.compose(draft) | {"format": 1}
    del old["votes"]
    printed = paper.printable(old)
    assert printed["votes"] == []
    assert printed["agenda"][0]["votes"] == []


# -- approved -----------------------------------------------------------------------------------


@pytest.fixture
def frozen(draft, leader):
    """The one vote of an approved meeting."""
    vote = cast(draft, leader)
    minutes = services.submit_minutes(meeting=draft, on=building.TODAY, by=leader)
    services.approve_minutes(minutes=minutes, on=building.TODAY, by=leader)
    return vote


@pytest.mark.parametrize(
    "change",
    [
        {"votes_for": 2},
        {"base": 3},
        {"matter": "other"},
        {"roll": []},
        {"version": 9},
        {"void_reason": "sai"},
    ],
)
def test_approved_minutes_refuse_a_change_of_a_vote_in_the_database(frozen, change):
    with pytest.raises(IntegrityError), transaction.atomic():
        Vote.objects.update(**change)


def test_approved_minutes_refuse_votes_deleted_or_added_in_the_database(frozen):
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM meetings_vote")
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.VoteFactory(meeting=frozen.meeting)


def test_approved_minutes_refuse_a_vote_in_a_sentence(frozen, leader):
    attempts = [
        lambda: cast(frozen.meeting, leader),
        lambda: cast(frozen.meeting, leader, uid=frozen.uid, version=1, votes_for=1),
        lambda: services.remove_row(frozen, version=1, by=leader),
    ]
    for attempt in attempts:
        with pytest.raises(ValidationError, match="Biên bản đã duyệt"):
            attempt()


@pytest.mark.parametrize(
    "wrong",
    [
        {"votes_for": 5},
        {"voters": 5},
        {"is_passed": False},
        {"needed": 5},
        {"needed": 0},
        {"needed": 5, "is_passed": False},
        {"is_secret": True, "other_views": "nói khác"},
    ],
)
def test_database_refuses_what_the_rule_would_not_count(draft, leader, wrong):
    cast(draft, leader)
    with pytest.raises(IntegrityError), transaction.atomic():
        Vote.objects.update(**wrong)
