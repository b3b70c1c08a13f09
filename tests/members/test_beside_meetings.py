"""On a person's and a cell's page: activities taken part in, meetings of other bodies come to."""

import datetime as dt

import pytest
from django.urls import reverse

from members.activities import activities_of, visits_of
from members.models import Member
from members.register import with_cell
from members.sections import sections_of
from members.timeline import timeline_of
from tests import factories
from tests.conftest import TODAY

pytestmark = pytest.mark.django_db
D = dt.date


@pytest.fixture
def member(cell):
    return factories.place(cell, full_name="Lù Văn Thử")


def section(member, key, day=TODAY, *, activities=()):
    member = with_cell(Member.objects.all(), day).get(pk=member.pk)
    rows = {"visits": visits_of(member, day), "activities": activities}
    found = sections_of(member, day, today=TODAY, **rows)
    found = {one.key: one for one in found}
    return found[key].rows if key in found else None


def told(member, day=TODAY, *, activities=()):
    rows = {"visits": visits_of(member, day), "activities": activities}
    entries = timeline_of(member, day, paper_url=lambda paper: "", **rows)
    return [entry.text for entry in entries]


def visit(member, cell, **also):
    meeting = factories.MeetingFactory(
        cell=cell, kind="model", state=also.pop("held", "held"), meets_on=D(2019, 2, 22)
    )
    return factories.GuestFactory(
        meeting=meeting, member=member, name="", **{"capacity": "observer", **also}
    )


def test_visit_to_learn_is_shown_and_counts_in_no_rate(member, other_cell):
    visit(member, other_cell)
    [row] = section(member, "du-hoc-tap")
    assert (row[0], row[2]) == (D(2019, 2, 22), "Chi bộ Điều tra")
    assert any(text.startswith("Dự học tập: ") for text in told(member))
    assert section(member, "du-sinh-hoat") is None
    assert section(member, "du-hoc-tap", D(2019, 2, 21)) is None


@pytest.mark.parametrize(
    "other", [{"state": "invited"}, {"state": "absent"}, {"capacity": "other"}, {"held": "planned"}]
)
def test_who_did_not_come_to_learn_has_no_visit(member, other_cell, other):
    visit(member, other_cell, **other)
    assert section(member, "du-hoc-tap") is None


def test_activities_of_the_member_by_year(member, cell, officer):
    for title, day, state in (
        ("Dọn đường", D(2019, 3, 2), "done"),
        ("Trồng cây", D(2019, 1, 5), "planned"),
        ("Bỏ rồi", D(2019, 1, 6), "cancelled"),
    ):
        factories.ParticipationFactory(
            activity__title=title,
            activity__starts_on=day,
            activity__state=state,
            activity__state_reason="Mưa" if state == "cancelled" else "",
            cell=cell,
            member=member,
            head_count=None,
            contribution="Lái xe",
        )
    activities = activities_of(member, TODAY, user=officer)
    rows = section(member, "hoat-dong", activities=activities)
    assert [(row[2], row[4]) for row in rows] == [("Dọn đường", "Lái xe"), ("Trồng cây", "Lái xe")]
    assert rows[0][0].url == f"{reverse('meetings:activities')}?member={member.pk}&year=2019"
    assert "Tham gia 2 hoạt động năm 2019." in told(member, activities=activities)
    before = activities_of(member, D(2019, 2, 1), user=officer)
    assert "Tham gia 1 hoạt động năm 2019." in told(member, activities=before)


def test_who_helped_to_inspect_another_cell_is_told_to_readers_only(
    client, member, cell, other_cell, committee, officer, leader
):
    inspection = factories.ActivityFactory(
        committee=committee, kind="inspection", title="Kiểm tra chi bộ khác", target_cell=other_cell
    )
    factories.ParticipationFactory(activity=inspection, cell=cell, member=member, head_count=None)
    page = reverse("members:detail", args=[member.pk])
    sums = reverse("meetings:activity_sums")
    client.force_login(officer)
    assert "Kiểm tra chi bộ khác" in client.get(page).text
    assert "1 lượt người" in client.get(sums).text
    client.force_login(leader)
    for address in (page, cell.get_absolute_url(), reverse("meetings:activities")):
        assert "Kiểm tra chi bộ khác" not in client.get(address).text
    assert "0 lượt người" in client.get(sums).text


def test_page_of_a_cell_names_its_latest_activities(client, officer, cell, other_cell, committee):
    own = factories.ActivityFactory(committee=committee, cell=cell, title="Việc của chi bộ")
    common = factories.ActivityFactory(committee=committee, title="Việc chung")
    factories.ParticipationFactory(activity=common, cell=cell)
    factories.ActivityFactory(committee=committee, cell=other_cell, title="Việc của chi bộ khác")
    client.force_login(officer)
    page = client.get(cell.get_absolute_url()).text
    assert own.title in page
    assert common.title in page
    assert "Việc của chi bộ khác" not in page
