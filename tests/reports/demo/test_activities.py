"""Campaigns and activities of the demonstration: what the source tells of 2017–2019, by query over rows."""

import datetime as dt

import pytest

from meetings.models import Activity, Campaign, Guest, Meeting, Participation
from members.models import Member

pytestmark = [pytest.mark.slow, pytest.mark.one_engine]
TODAY = dt.date(2019, 3, 13)


def test_campaigns_of_the_directive_and_of_the_resolution(demonstration):
    directive = Campaign.objects.get(document__number="05-CT/TW")
    assert "tôn trọng nhân dân, phát huy dân chủ" in directive.theme
    assert directive.meetings.filter(kind="model", state="held").count() == 1
    assert Campaign.objects.get(document__number="04-NQ/TW").meetings.held().count() > 2


def test_every_kind_of_activity_the_source_names(demonstration):
    done = Activity.objects.filter(state="done", ends_on__lte=TODAY)
    kinds = {"volunteer", "listening", "thrift", "reform", "democracy", "study", "supervision"}
    assert kinds | {"inspection", "other"} == set(done.values_list("kind", flat=True))
    for inspection in done.filter(kind__in=Activity.INSPECTIONS):
        assert inspection.plan
        assert inspection.target
        assert inspection.target_cell
        assert inspection.conclusion
    without = done.exclude(participations__isnull=False)
    assert not without.exists()


def test_who_took_part_belonged_to_the_cell_that_day(demonstration):
    for activity in Activity.objects.all():
        for cell in {row.cell for row in activity.participations.select_related("cell")}:
            named = Participation.objects.filter(activity=activity, cell=cell, member__isnull=False)
            belong = Member.objects.placed_on(activity.starts_on, cells=[cell])
            assert {*named.values_list("member", flat=True)} <= {
                *belong.values_list("pk", flat=True)
            }


def test_leaders_of_all_other_cells_came_to_the_model_meeting(demonstration):
    model = Meeting.objects.get(kind="model", state="held")
    guests = Guest.objects.came().filter(meeting=model, capacity="observer")
    assert len({guest.organisation for guest in guests}) == 7
