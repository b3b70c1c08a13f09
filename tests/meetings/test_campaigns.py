"""Study campaigns: entered by the officer, seen by all; which cells met on them, who took part."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from meetings import services
from meetings.models import Campaign
from tests import factories
from tests.conftest import TODAY

pytestmark = pytest.mark.django_db
D = dt.date


@pytest.fixture
def campaign(committee):
    return factories.CampaignFactory(committee=committee, title="Chuyên đề năm 2019")


def url(name, *rows):
    return reverse(f"meetings:{name}", args=[row.pk for row in rows])


TYPED = {"title": "Nghị quyết Trung ương 4", "theme": "Tự phê bình", "from_on": "01/01/2019"}


def test_officer_enters_corrects_and_voids(client, committee, officer):
    client.force_login(officer)
    client.post(url("campaign_create"), TYPED)
    made = Campaign.objects.get()
    assert made.committee == committee
    client.post(
        url("campaign_update", made),
        {**TYPED, "to_on": "31/12/2019", "version": 1, "correction_reason": "Thiếu ngày"},
    )
    made.refresh_from_db()
    assert made.to_on == D(2019, 12, 31)
    client.post(url("campaign_void", made), {"version": 2, "reason": "Ghi nhầm"})
    assert not Campaign.objects.valid().exists()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"title": ""}, "title"), ({"from_on": "x"}, "from_on"), ({"to_on": "01/01/2018"}, "to_on")],
)
def test_bad_input_is_told(client, officer, wrong, field):
    client.force_login(officer)
    page = client.post(url("campaign_create"), {**TYPED, **wrong})
    assert field in page.context["form"].errors


def test_name_is_given_once(client, officer, campaign):
    client.force_login(officer)
    page = client.post(url("campaign_create"), {**TYPED, "title": campaign.title})
    assert "Đảng bộ đã có đợt học tập mang tên này." in page.text


def test_nothing_belongs_to_a_campaign_before_its_first_day(client, officer, campaign, cell):
    for row in (
        factories.MeetingFactory(cell=cell, meets_on=campaign.from_on),
        factories.ActivityFactory(committee=campaign.committee, starts_on=campaign.from_on),
    ):
        row.campaign = campaign
        row.full_clean()
        row.save()
    campaign.from_on += dt.timedelta(days=1)
    with pytest.raises(ValidationError, match="Đã có cuộc họp hoặc hoạt động của đợt này từ ngày"):
        campaign.full_clean()
    with pytest.raises(ValidationError) as refused:
        row.full_clean()
    assert "campaign" in refused.value.message_dict


def test_campaign_that_something_belongs_to_is_not_voided(client, officer, campaign, cell):
    factories.MeetingFactory(cell=cell, kind="thematic", campaign=campaign)
    client.force_login(officer)
    page = client.post(url("campaign_void", campaign), {"version": 1, "reason": "Nhầm"})
    assert "Đã có cuộc họp hoặc hoạt động thuộc đợt này" in page.text
    assert Campaign.objects.valid().exists()


@pytest.mark.parametrize("name", ["campaign_update", "campaign_void"])
def test_readers_write_nothing(client, name, campaign, inspector, leader, stranger):
    for user, status in ((inspector, 403), (leader, 403), (stranger, 404)):
        client.force_login(user)
        assert client.post(url(name, campaign), {"version": 1}).status_code == status


@pytest.fixture
def history(campaign, cell, other_cell, officer):
    """`cell` met on it and took part; the other cell only planned to meet."""
    held = factories.MeetingFactory(cell=cell, kind="thematic", state="held", campaign=campaign)
    factories.MeetingFactory(cell=other_cell, kind="thematic", campaign=campaign)
    activity = factories.ActivityFactory(committee=cell.committee, campaign=campaign)
    for one, count in ((cell, 5), (other_cell, 8)):
        services.record_participation(
            activity=activity, cell=one, members={}, head_count=count, on=TODAY, by=officer
        )
    return held


def test_page_tells_which_cells_met_and_which_not(client, campaign, history, officer, other_cell):
    client.force_login(officer)
    page = client.get(url("campaign", campaign))
    assert "1 trong 2 chi bộ đã họp về đợt này." in page.text
    assert "Chưa họp: Điều tra." in page.text
    assert [(line.name, line.has_met, line.sum.times) for line in page.context["lines"]] == [
        ("An ninh", True, 5),
        ("Điều tra", False, 8),
    ]
    [row] = client.get(reverse("meetings:campaigns")).context["listing"].rows
    assert (row.record.cell_count, row.record.activity_count) == (1, 1)


def test_page_of_the_past_knows_nothing_of_later(client, campaign, history, officer):
    client.force_login(officer)
    page = client.get(url("campaign", campaign), {"on": "15/01/2019"})
    assert "0 trong 2 chi bộ" in page.text
    assert [line.sum.times for line in page.context["lines"]] == [0, 0]
    assert "lượt người</span>" not in page.text
    page = client.get(reverse("meetings:campaigns"), {"on": "15/01/2019"})
    assert [row.record.cell_count for row in page.context["listing"].rows] == [None]


def test_leader_sees_the_own_cell_only(client, campaign, history, leader):
    client.force_login(leader)
    page = client.get(url("campaign", campaign))
    assert [line.name for line in page.context["lines"]] == ["An ninh"]
    assert "Điều tra" not in page.text
    assert "5 lượt người" in page.text


def test_campaign_is_found_by_its_theme_and_year(client, officer, campaign):
    client.force_login(officer)
    for asked, found in (({"q": "chuyen de"}, 1), ({"q": "khong co"}, 0), ({"year": "2018"}, 0)):
        page = client.get(reverse("meetings:campaigns"), asked)
        assert page.context["listing"].count == found
