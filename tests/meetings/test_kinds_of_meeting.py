"""The committee's meeting from plan to paper, extraordinary ones with their reason, thematic ones of a campaign."""

import uuid

import pytest
from django.urls import reverse

from meetings.models import Meeting, Minutes
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def committee_members(committee, secretary, officer, other_cell, cell):
    """Its secretary, who has an account, and two members; one more left it the day before."""
    found = []
    for name, title in (
        ("Bí Thư Thử", "secretary"),
        ("Phó Bí Thư Thử", "deputy_secretary"),
        ("Ủy Viên Thử", "committee_member"),
    ):
        member = factories.place(cell, full_name=name)
        factories.PositionFactory(member=member, cell=None, committee=committee, title=title)
        found.append(member)
    gone = factories.place(other_cell, full_name="Đã Thôi Thử")
    factories.PositionFactory(
        member=gone, cell=None, committee=committee, title="committee_member", to_on="2019-03-12"
    )
    found[0].user = secretary
    found[0].save(update_fields=["user"])
    return found


def plan(client, **typed):
    return client.post(
        reverse("meetings:plan"),
        {
            "counts_for": "03/2019",
            "meets_on": "13/03/2019",
            "place": "Hội trường",
            "cell": "",
            **typed,
        },
    )


def row(client, meeting, kind, **typed):
    url = reverse("meetings:save_row", args=[meeting.pk, kind])
    return client.post(url, {"uid": uuid.uuid4(), "version": 0, **typed})


def test_committee_meets_from_plan_to_approved_minutes(
    client, committee, committee_members, officer, secretary
):
    chair, clerk, _other = committee_members
    client.force_login(officer)
    plan(client, kind="committee")
    meeting = Meeting.objects.get()
    assert meeting.cell is None
    assert meeting.chair == chair
    client.post(reverse("meetings:everyone", args=[meeting.pk]))
    roll = meeting.attendances.valid()
    assert {one.member for one in roll} == set(committee_members)
    meeting.refresh_from_db()
    course = {"version": meeting.version, "meets_on": "13/03/2019", "place": "Hội trường"}
    course |= {"starts_at": "08:00", "ends_at": "10:00", "chair": chair.pk, "clerk": clerk.pk}
    assert row(client, meeting, "course", **course).status_code == 302
    row(client, meeting, "agenda", title="Nhiệm vụ tháng", conclusion="Thống nhất")
    row(client, meeting, "section", part="conclusion", text="Kết luận")
    client.post(reverse("meetings:submit", args=[meeting.pk]))
    assert Minutes.objects.get().state == "submitted"
    client.force_login(secretary)
    client.post(reverse("meetings:approve", args=[meeting.pk]))
    assert Minutes.objects.get().state == "approved"


def test_extraordinary_meeting_needs_its_reason(client, committee, cell, officer):
    client.force_login(officer)
    page = plan(client, kind="extraordinary", cell=cell.pk)
    assert "Họp bất thường phải ghi lý do, nội dung họp." in page.text
    plan(client, kind="extraordinary", cell=cell.pk, topic="Triển khai nhiệm vụ đột xuất")
    plan(client, kind="extraordinary", topic="Việc gấp của Đảng ủy")
    assert list(Meeting.objects.order_by("pk").values_list("cell", "topic")) == [
        (cell.pk, "Triển khai nhiệm vụ đột xuất"),
        (None, "Việc gấp của Đảng ủy"),
    ]


def test_thematic_meeting_belongs_to_a_campaign_and_is_found_by_it(
    client, committee, cell, leader, other_committee
):
    campaign = factories.CampaignFactory(committee=committee, title="Chỉ thị 05 năm 2019")
    foreign = factories.CampaignFactory(committee=other_committee)
    client.force_login(leader)
    plan(client, kind="regular", cell=cell.pk)
    page = plan(client, kind="thematic", cell=cell.pk, campaign=foreign.pk)
    assert "campaign" in page.context["form"].errors
    plan(client, kind="thematic", cell=cell.pk, campaign=campaign.pk)
    thematic = Meeting.objects.get(kind="thematic")
    assert thematic.campaign == campaign
    listed = client.get(reverse("meetings:list"), {"campaign": campaign.pk})
    assert [line.record for line in listed.context["listing"].rows] == [thematic]
    link = f'<a href="{campaign.get_absolute_url()}">Chỉ thị 05 năm 2019</a>'
    assert f"Đợt học tập: {link}." in client.get(thematic.get_absolute_url()).text


def test_thematic_meeting_does_not_stand_for_the_regular_one(client, cell, leader):
    client.force_login(leader)
    plan(client, kind="thematic", cell=cell.pk)
    assert "Chưa có kế hoạch họp thường kỳ." in client.get(reverse("meetings:month")).text
    plan(client, kind="regular", cell=cell.pk)
    again = plan(client, kind="regular", cell=cell.pk)
    assert "Chi bộ đã có cuộc họp thường kỳ cho tháng này." in again.text
