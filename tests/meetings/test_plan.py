"""Planning a meeting, changing its plan, putting it off."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from meetings import services
from meetings.models import Meeting
from tests import factories
from tests.meetings import building

DAY = dt.date(2019, 3, 20)
pytestmark = pytest.mark.django_db


def plan(cell, by, **values):
    defaults = {
        "committee": cell.committee,
        "cell": cell,
        "kind": "regular",
        "counts_for": dt.date(2019, 3, 1),
        "meets_on": DAY,
        "place": "Phòng họp",
    }
    return services.plan_meeting(by=by, **{**defaults, **values})


def test_meeting_is_planned_for_its_month(cell, leader):
    meeting = plan(cell, leader, counts_for=DAY)
    assert (meeting.state, meeting.counts_for) == ("planned", dt.date(2019, 3, 1))


def test_second_regular_meeting_of_a_month_is_refused(cell, leader):
    plan(cell, leader)
    with pytest.raises(ValidationError, match="đã có cuộc họp thường kỳ"):
        plan(cell, leader)
    plan(cell, leader, kind="thematic")


def test_postponed_meeting_makes_room_for_a_new_one(cell, leader):
    first = plan(cell, leader)
    services.postpone_meeting(meeting=first, reason="trùng đợt công tác", by=leader)
    assert plan(cell, leader, meets_on=dt.date(2019, 3, 27)).state == "planned"
    with pytest.raises(ValidationError, match="hoãn hoặc không họp"):
        building.point(first, by=leader)


def test_calling_off_asks_for_the_reason(cell, leader):
    with pytest.raises(ValidationError, match="phải ghi lý do"):
        services.call_off_meeting(meeting=plan(cell, leader), reason=" ", by=leader)


def test_held_meeting_cannot_be_put_off(approved, cell, leader):
    held = building.planned(cell, meets_on=dt.date(2019, 2, 5), state="held")
    with pytest.raises(ValidationError, match="còn dự kiến"):
        services.postpone_meeting(meeting=held, reason="x", by=leader)


# -- the pages ----------------------------------------------------------------------------------


def typed(cell, **values):
    return {
        "cell": cell.pk,
        "kind": "regular",
        "counts_for": "03/2019",
        "meets_on": "20/03/2019",
        "starts_at": "14:00",
        "place": "Phòng họp",
        **values,
    }


def test_leader_plans_for_the_own_cell(client, cell, leader):
    client.force_login(leader)
    assert client.get(reverse("meetings:plan")).status_code == 200
    response = client.post(reverse("meetings:plan"), typed(cell))
    assert response.status_code == 302
    assert Meeting.objects.get().meets_on == DAY


def test_day_is_read_the_vietnamese_way(client, cell, leader):
    client.force_login(leader)
    client.post(reverse("meetings:plan"), typed(cell, counts_for="4/2019", meets_on="03/04/2019"))
    assert Meeting.objects.get().meets_on == dt.date(2019, 4, 3)


@pytest.mark.parametrize(
    ("bad", "sentence"),
    [
        ({"meets_on": "31/02/2019"}, "Ngày"),
        ({"counts_for": "13/2019"}, "Ghi tháng và năm"),
        ({"place": ""}, "địa điểm"),
        ({"kind": "committee"}, "Chọn"),
    ],
)
def test_bad_input_shows_its_message(client, cell, leader, bad, sentence):
    client.force_login(leader)
    response = client.post(reverse("meetings:plan"), typed(cell, **bad))
    assert response.status_code == 200
    assert sentence.lower() in response.content.decode().lower()
    assert not Meeting.objects.exists()


def test_leader_cannot_plan_for_another_cell(client, other_cell, leader):
    client.force_login(leader)
    assert client.post(reverse("meetings:plan"), typed(other_cell)).status_code == 200
    assert not Meeting.objects.exists()


def test_officer_plans_a_committee_meeting(client, officer):
    client.force_login(officer)
    data = typed(type("No", (), {"pk": ""}), kind="committee")
    assert client.post(reverse("meetings:plan"), data).status_code == 302
    assert Meeting.objects.get().cell is None


@pytest.mark.parametrize("who", ["inspector", "secretary", "administrator"])
def test_readers_are_refused(client, request, who):
    client.force_login(request.getfixturevalue(who))
    assert client.get(reverse("meetings:plan")).status_code == 403


def test_plan_is_changed_and_a_stale_form_conflicts(client, meeting, leader):
    client.force_login(leader)
    url = reverse("meetings:change_plan", args=[meeting.pk])
    assert client.get(url).status_code == 200
    data = typed(meeting.cell, version=1, place="Hội trường")
    assert client.post(url, data).status_code == 302
    stale = client.post(url, {**data, "place": "Nơi khác"})
    assert stale.status_code == 409
    meeting.refresh_from_db()
    assert meeting.place == "Hội trường"


def test_meeting_is_called_off_by_the_page(client, meeting, leader, inspector):
    url = reverse("meetings:call_off", args=[meeting.pk])
    client.force_login(inspector)
    assert client.post(url, {"state_reason": "x", "how": "cancelled"}).status_code == 403
    client.force_login(leader)
    assert client.post(url, {"state_reason": "", "how": "cancelled"}).status_code == 422
    assert client.post(url, {"state_reason": "bận", "how": "cancelled"}).status_code == 302
    meeting.refresh_from_db()
    assert (meeting.state, meeting.state_reason) == ("cancelled", "bận")
    assert client.get(url).status_code == 405


def test_stranger_gets_404(client, meeting, stranger):
    client.force_login(stranger)
    assert client.get(reverse("meetings:change_plan", args=[meeting.pk])).status_code == 404
    assert client.post(reverse("meetings:call_off", args=[meeting.pk])).status_code == 404


def test_leader_of_two_cells_plans_for_either(client, leader, other_cell):
    factories.RoleFactory(
        user=leader, role="cell_clerk", committee=other_cell.committee, cell=other_cell
    )
    client.force_login(leader)
    assert client.post(reverse("meetings:plan"), typed(other_cell)).status_code == 302


def test_secretary_chairs_and_the_last_clerk_writes_unless_told_otherwise(
    cell, people, leader, clerk
):
    building.approved(
        building.planned(cell, meets_on=dt.date(2019, 2, 12)),
        chair=leader.member,
        clerk=clerk.member,
        by=leader,
    )
    plan = {
        "committee": cell.committee,
        "cell": cell,
        "counts_for": dt.date(2019, 3, 1),
        "meets_on": dt.date(2019, 3, 13),
        "place": "Phòng họp",
        "by": leader,
    }
    meeting = services.plan_meeting(kind="regular", **plan)
    assert (meeting.chair, meeting.clerk) == (leader.member, clerk.member)
    other = services.plan_meeting(kind="thematic", chair=clerk.member, **plan)
    assert (other.chair, other.clerk) == (clerk.member, None)
