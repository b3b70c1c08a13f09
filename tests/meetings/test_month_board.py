"""The month's board: what is missing, agreeing, clashes, who sees what."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from audit.models import AuditEntry
from audit.services import VersionConflictError
from cells.models import Cell
from meetings import services
from meetings.models import Meeting
from meetings.month.board import MonthBoard
from tests import factories
from tests.meetings import building

pytestmark = pytest.mark.django_db
D = dt.date
MARCH, TODAY, SOON = D(2019, 3, 1), D(2019, 3, 13), D(2019, 3, 20)


def board(user, *, first=MARCH, day=TODAY):
    return MonthBoard(first, user, day)


def only(shown):
    (one,) = shown
    return one


@pytest.fixture
def planned(cell, leader):
    """What the cell proposes."""
    return services.plan_meeting(
        committee=cell.committee,
        cell=cell,
        kind="regular",
        counts_for=MARCH,
        meets_on=SOON,
        starts_at=dt.time(14, 0),
        place="Phòng họp",
        by=leader,
    )


# -- what the board says ----------------------------------------------------------------------------


def test_cells_without_a_meeting_and_without_the_quarter_s_thematic_are_named(
    officer, planned, other_cell
):
    found = board(officer)
    assert [row.name for row in found.without_meeting] == ["Điều tra"]
    assert [row.name for row in found.without_thematic] == ["An ninh", "Điều tra"]
    assert found.quarter == "I"
    building.planned(other_cell, meets_on=D(2019, 2, 12), kind="thematic")
    assert [row.name for row in board(officer).without_thematic] == ["An ninh"]
    assert [row.name for row in board(officer, first=D(2019, 4, 1)).without_thematic] == [
        "An ninh",
        "Điều tra",
    ]


def test_regular_meeting_on_a_study_campaign_is_the_quarter_s_thematic_one_too(officer, planned):
    planned.campaign = factories.CampaignFactory(committee=planned.committee)
    planned.save()
    assert board(officer).without_thematic == []


def test_cell_dissolved_in_the_month_keeps_its_meetings_and_is_asked_for_none(
    officer, planned, other_cell
):
    past = building.planned(planned.cell, meets_on=D(2019, 3, 5), kind="thematic")
    services.call_off_meeting(meeting=planned, reason="giải thể", by=officer)
    Cell.objects.update(dissolved_on=D(2019, 3, 15))
    (row,) = board(officer).rows
    assert past in [one.meeting for one in row.meetings]
    assert (row.lacks_regular, row.lacks_thematic) == (False, False)


def test_meeting_put_off_into_the_next_month_stands_on_both_boards(
    client, officer, leader, planned
):
    services.postpone_meeting(meeting=planned, reason="bận", by=leader)
    moved = building.planned(planned.cell, meets_on=D(2019, 4, 2), counts_for=MARCH)
    april = board(officer, first=D(2019, 4, 1))
    assert [one.meeting for one in april.shown] == [moved]
    assert len(april.without_meeting) == 1
    assert moved in [one.meeting for one in board(officer).shown]
    client.force_login(officer)
    page = client.get(reverse("meetings:month"), {"month": "04/2019"}).text
    assert "tính cho tháng 03/2019" in page


def test_model_meeting_is_the_cell_s_meeting_of_the_month(officer, cell):
    building.planned(cell, meets_on=SOON, kind="model")
    assert board(officer).without_meeting == []


def test_meeting_given_up_counts_as_none(officer, planned, leader):
    services.call_off_meeting(meeting=planned, reason="bận", by=leader)
    assert len(board(officer).without_meeting) == 1
    assert board(officer).proposals == []


def test_model_meeting_of_the_quarter_is_told_to_every_cell(leader, other_cell):
    model = building.planned(other_cell, meets_on=D(2019, 1, 22), kind="model", state="held")
    assert board(leader).models == [(model, True)]
    Meeting.objects.filter(pk=model.pk).update(state="planned")
    assert board(leader).models == [(model, False)]
    assert board(leader, first=D(2019, 4, 1)).models == []


def test_meeting_past_without_minutes_is_late_until_something_is_written(officer, cell, leader):
    past = building.planned(cell, meets_on=D(2019, 3, 12))
    assert [(name, one.meeting) for name, one in board(officer).without_minutes] == [
        ("An ninh", past)
    ]
    building.point(past, by=leader)
    assert board(officer).without_minutes == []


@pytest.mark.parametrize(
    ("sent_on", "is_ready"), [(D(2019, 3, 19), True), (D(2019, 3, 20), False), (None, False)]
)
def test_papers_are_ready_when_sent_a_day_before(officer, planned, sent_on, is_ready):
    factories.MeetingPaperFactory(meeting=planned, sent_on=sent_on)
    assert only(board(officer).shown).has_papers_ready is is_ready


@pytest.mark.parametrize(("day", "told"), [(18, "0/1 đã gửi"), (19, "0/1 gửi kịp")])
def test_papers_that_can_still_be_sent_are_not_told_as_late(officer, planned, day, told):
    factories.MeetingPaperFactory(meeting=planned, sent_on=None)
    one = only(board(officer, day=D(2019, 3, day)).shown)
    page = render_to_string("meetings/month/papers.html", {"one": one})
    assert told in page
    assert ("late" in page) is (day == 19)


def test_papers_are_late_from_their_last_day_on(officer, planned):
    assert board(officer, day=D(2019, 3, 18)).late_papers == []
    assert len(board(officer, day=D(2019, 3, 19)).late_papers) == 1
    assert board(officer, day=D(2019, 3, 21)).late_papers == []  # over: now the minutes are


def test_the_guide_s_days_decide_when_papers_are_late(officer, planned):
    rule = board(officer).rule
    rule.parameters["papers_days_before"] = 3
    rule.save(update_fields=["parameters"])
    assert len(board(officer, day=D(2019, 3, 17)).late_papers) == 1


def test_weekend_and_holiday_are_hinted_at(officer, cell):
    building.planned(cell, meets_on=D(2019, 3, 17))
    assert only(board(officer).shown).hint == "Ngày nghỉ cuối tuần."
    building.planned(
        cell, meets_on=D(2019, 4, 15), kind="thematic"
    )  # the Hùng kings' day is the 14th
    assert "Ngày nghỉ" in only(board(officer, first=D(2019, 4, 1)).shown).hint


def test_clash_with_a_cell_out_of_sight_does_not_name_it(officer, leader, planned, other_cell):
    building.planned(other_cell, meets_on=SOON, place="Phòng họp", ends_at=None)
    assert only(board(leader).shown).clashes == ("Trùng địa điểm với một cuộc họp khác lúc 14:00.",)
    told = [one.clashes for one in board(officer).shown if one.meeting == planned]
    assert told == [("Trùng địa điểm với Chi bộ Điều tra lúc 14:00.",)]


def test_board_costs_the_same_statements_however_many_cells(client, officer, planned, committee):
    client.force_login(officer)
    url = reverse("meetings:month")

    def count() -> int:
        client.get(url)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            client.get(url)
        return len(captured)

    before = count()
    for name in ("Một", "Hai", "Ba"):
        cell = factories.CellFactory(committee=committee, name=name)
        meeting = building.planned(cell, meets_on=SOON, attendant=factories.place(cell))
        factories.MeetingPaperFactory(meeting=meeting)
        building.planned(cell, meets_on=D(2019, 3, 21), kind="thematic")
    assert count() == before


# -- proposing and agreeing -------------------------------------------------------------------------


def test_cell_proposes_and_the_officer_s_own_plan_is_agreed_at_once(client, officer, leader, cell):
    data = {
        "cell": cell.pk,
        "kind": "regular",
        "counts_for": "03/2019",
        "meets_on": "20/03/2019",
        "place": "Phòng họp",
    }
    client.force_login(leader)
    client.post(reverse("meetings:plan"), data)
    assert Meeting.objects.get(kind="regular").agreed_at is None
    client.force_login(officer)
    client.post(reverse("meetings:plan"), {**data, "kind": "thematic"})
    assert Meeting.objects.get(kind="thematic").agreed_by == officer


def test_officer_agrees_on_the_board(client, officer, planned):
    client.force_login(officer)
    assert "Thống nhất" in client.get(reverse("meetings:month")).content.decode()
    url = reverse("meetings:agree", args=[planned.pk])
    answer = client.post(url, {"version": planned.version, "board": "1"})
    assert answer.url == reverse("meetings:month") + "?month=03/2019"
    planned.refresh_from_db()
    assert planned.agreed_by == officer
    assert AuditEntry.objects.filter(action="meetings.agree", actor=officer).count() == 1
    assert client.get(url).status_code == 405


def test_plan_changed_since_it_was_shown_is_not_agreed_to(client, officer, leader, planned):
    services.change_plan(meeting=planned, version=1, by=leader, place="Hội trường")
    client.force_login(officer)
    answer = client.post(reverse("meetings:agree", args=[planned.pk]), {"version": 1}, follow=True)
    assert "Người khác vừa sửa dòng này." in answer.content.decode()
    planned.refresh_from_db()
    assert planned.agreed_at is None


@pytest.mark.parametrize(
    ("who", "status"), [("leader", 403), ("inspector", 403), ("stranger", 404)]
)
def test_only_the_committee_s_officers_agree(client, request, who, status, planned):
    client.force_login(request.getfixturevalue(who))
    assert (
        client.post(reverse("meetings:agree", args=[planned.pk]), {"version": 1}).status_code
        == status
    )
    assert client.post(reverse("meetings:agree_month")).status_code in (302, 403)
    planned.refresh_from_db()
    assert planned.agreed_at is None


def test_all_of_the_month_are_agreed_to_at_once_but_who_changed(
    client, officer, leader, planned, other_cell
):
    other = building.planned(other_cell, meets_on=SOON)
    shown = [f"{planned.pk}:1", f"{other.pk}:1", "9:9", "x"]
    services.change_plan(meeting=planned, version=1, by=leader, starts_at=dt.time(15, 0))
    client.force_login(officer)
    answer = client.post(
        reverse("meetings:agree_month") + "?month=03/2019", {"plan": shown}, follow=True
    )
    page = answer.content.decode()
    assert "Đã thống nhất 1 lịch họp." in page
    assert "Vừa có người sửa lịch của An ninh: xem lại." in page
    assert list(Meeting.objects.filter(agreed_by=officer)) == [other]
    again = client.post(reverse("meetings:agree_month") + "?month=03/2019", follow=True)
    assert "Không còn lịch nào chờ thống nhất." in again.text


@pytest.mark.parametrize("version", ["9" * 5000, "9" * 30, "x", "²", ""])
def test_version_that_no_plan_has_agrees_to_nothing(client, officer, planned, version):
    client.force_login(officer)
    url = reverse("meetings:agree_month") + "?month=03/2019"
    answer = client.post(url, {"plan": [f"{planned.pk}:{version}"]}, follow=True)
    assert "Vừa có người sửa lịch của An ninh: xem lại." in answer.content.decode()
    planned.refresh_from_db()
    assert planned.agreed_at is None


@pytest.mark.parametrize(
    ("values", "is_proposal"),
    [
        ({"meets_on": D(2019, 3, 21)}, True),
        ({"starts_at": dt.time(8, 0)}, True),
        ({"place": "Hội trường"}, True),
        ({"topic": "Chỉ thị 05"}, False),
        ({"place": "Phòng họp"}, False),  # as it was
    ],
)
def test_cell_s_change_of_day_hour_or_place_is_a_proposal_again(
    officer, leader, planned, values, is_proposal
):
    agreed = services.agree_to_plan(meeting=planned, version=1, by=officer)
    services.change_plan(meeting=agreed, version=agreed.version, by=leader, **values)
    agreed.refresh_from_db()
    assert (agreed.agreed_at is None) is is_proposal


def test_officer_s_change_is_agreed_at_once(client, officer, planned):
    client.force_login(officer)
    data = {
        "kind": "regular",
        "counts_for": "03/2019",
        "meets_on": "21/03/2019",
        "place": "Phòng họp",
    }
    client.post(reverse("meetings:change_plan", args=[planned.pk]), {**data, "version": 1})
    planned.refresh_from_db()
    assert (planned.meets_on, planned.agreed_by) == (D(2019, 3, 21), officer)


@pytest.mark.parametrize(("day", "is_proposal"), [(D(2019, 3, 20), True), (TODAY, False)])
def test_hours_recorded_on_the_day_are_no_new_proposal(
    client, officer, leader, planned, day, is_proposal
):
    """What is typed into the course of a meeting to come moves its plan; on the day it records."""
    Meeting.objects.filter(pk=planned.pk).update(meets_on=day)
    services.agree_to_plan(meeting=planned, version=1, by=officer)
    client.force_login(leader)
    page = client.get(reverse("meetings:detail", args=[planned.pk])).context["page"]
    data = {"uid": page.course_form.row_uid, "version": 2, "meets_on": f"{day:%d/%m/%Y}"}
    data |= {"starts_at": "14:10", "place": "Phòng họp", "save": "1"}
    assert (
        client.post(reverse("meetings:save_row", args=[planned.pk, "course"]), data).status_code
        == 302
    )
    planned.refresh_from_db()
    assert planned.starts_at == dt.time(14, 10)
    assert (planned.agreed_at is None) is is_proposal


def test_second_officer_is_told_when_another_plan_was_agreed_to(officer, leader, planned):
    services.agree_to_plan(meeting=planned, version=1, by=officer)
    services.agree_to_plan(meeting=planned, version=1, by=officer)
    services.change_plan(meeting=planned, version=2, by=leader, place="Hội trường")
    services.agree_to_plan(meeting=planned, version=3, by=officer)
    with pytest.raises(VersionConflictError):
        services.agree_to_plan(meeting=planned, version=1, by=officer)


def test_agreeing_is_refused_to_what_is_not_to_come(officer, planned, leader):
    held = building.planned(planned.cell, meets_on=D(2019, 2, 5), state="held")
    with pytest.raises(ValidationError, match="còn dự kiến"):
        services.agree_to_plan(meeting=held, version=1, by=officer)
    with pytest.raises(VersionConflictError):
        services.agree_to_plan(meeting=planned, version=7, by=officer)


def test_database_refuses_an_attendant_of_a_committee_meeting(committee, cell, planned):
    planned.kind, planned.cell, planned.attendant = "committee", None, factories.place(cell)
    with pytest.raises(ValidationError) as refused:
        planned.full_clean()
    assert "attendant" in refused.value.error_dict
    with pytest.raises(IntegrityError), transaction.atomic():
        planned.save(update_fields=["kind", "cell", "attendant"])


# -- the leader's desk ------------------------------------------------------------------------------


def test_desk_says_what_waits(client, leader, officer, planned):
    client.force_login(leader)
    desk = client.get(reverse("meetings:mine")).content.decode()
    assert "Chờ Đảng ủy thống nhất lịch" in desk
    services.agree_to_plan(meeting=planned, version=1, by=officer)
    Meeting.objects.filter(pk=planned.pk).update(meets_on=D(2019, 3, 14))
    assert "Gửi tài liệu cho đảng viên" in client.get(reverse("meetings:mine")).content.decode()
    factories.MeetingPaperFactory(meeting=planned, sent_on=TODAY)
    assert "Chuẩn bị cuộc họp" in client.get(reverse("meetings:mine")).content.decode()


def test_desk_asks_for_the_next_month_in_its_last_week(leader, cell, planned):
    from meetings.desk import own_desk

    def unplanned(day):
        return only(own_desk(leader, day=day)).unplanned

    assert unplanned(D(2019, 3, 24)) == []
    assert unplanned(D(2019, 3, 25)) == [D(2019, 4, 1)]
    building.planned(cell, meets_on=D(2019, 4, 9))
    assert unplanned(D(2019, 3, 25)) == []
