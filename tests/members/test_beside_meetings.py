"""On a person's and a cell's page: activities taken part in, meetings of other bodies come to."""

import datetime as dt

import pytest
from django.urls import reverse

from members.sections import sections_of
from members.timeline import timeline_of
from tests import factories
from tests.conftest import TODAY

pytestmark = pytest.mark.django_db
D = dt.date


@pytest.fixture
def member(cell):
    return factories.place(cell, full_name="Lù Văn Thử")


def section(member, key, day=TODAY):
    found = {one.key: one for one in sections_of(member, day, today=TODAY)}
    return found[key].rows if key in found else None


def told(member, day=TODAY):
    return [entry.text for entry in timeline_of(member, day, paper_url=lambda paper: "")]


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


def test_activities_of_the_member_by_year(member, cell):
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
    rows = section(member, "hoat-dong")
    assert [(row[2], row[4]) for row in rows] == [("Dọn đường", "Lái xe"), ("Trồng cây", "Lái xe")]
    assert rows[0][0].url == f"{reverse('meetings:activities')}?member={member.pk}&year=2019"
    assert "Tham gia 2 hoạt động năm 2019." in told(member)
    assert "Tham gia 1 hoạt động năm 2019." in told(member, D(2019, 2, 1))


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
