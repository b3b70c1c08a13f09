"""Everyone present by one action, then the exceptions, each with its figures."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from audit.services import VersionConflictError
from meetings import services
from meetings.models import Attendance
from meetings.roll.counts import count_roll
from tests import factories
from tests.meetings import building

pytestmark = pytest.mark.django_db


def row_of(meeting, member) -> Attendance:
    return Attendance.objects.get(meeting=meeting, member=member)


def record(row, state, reason="", *, by, version=None):
    return services.record_attendance(
        attendance=row,
        state=state,
        reason=reason,
        version=version or row.version,
        on=building.TODAY,
        by=by,
    )


def test_everyone_present_keeps_recorded_exceptions(meeting, people, leader):
    services.open_roll(meeting=meeting, by=leader)
    record(row_of(meeting, people[0]), "excused", "đi công tác", by=leader)
    assert services.mark_everyone_present(meeting=meeting, on=building.TODAY, by=leader) == 4
    assert building.state_of(meeting, people[0]) == "excused"
    assert building.state_of(meeting, people[1]) == "present"
    assert services.mark_everyone_present(meeting=meeting, on=building.TODAY, by=leader) == 0


def test_excused_without_reason_is_refused(meeting, people, leader):
    building.everyone_present(meeting, leader)
    with pytest.raises(ValidationError, match="phải ghi lý do"):
        record(row_of(meeting, people[0]), "excused", by=leader)


def test_stale_window_conflicts(meeting, people, leader):
    building.everyone_present(meeting, leader)
    row = row_of(meeting, people[0])
    record(row, "absent", by=leader)
    with pytest.raises(VersionConflictError):
        record(row, "exempt", by=leader, version=row.version)


def test_same_state_sent_twice_changes_nothing(meeting, people, leader):
    building.everyone_present(meeting, leader)
    row = row_of(meeting, people[0])
    version = record(row, "absent", by=leader).version
    assert record(row, "absent", by=leader, version=row.version).version == version


def test_present_again_forgets_the_reason(meeting, people, leader):
    building.everyone_present(meeting, leader)
    row = record(row_of(meeting, people[0]), "excused", "ốm", by=leader)
    assert record(row, "present", "ốm", by=leader).reason == ""


def test_suspended_member_neither_comes_nor_votes(meeting, people, leader):
    """Who is only exempt may come, and counts then."""
    first, second = people[:2]
    on = {"from_on": meeting.meets_on, "reason": "theo quyết định"}
    factories.ExemptionFactory(member=first, kind="suspended", **on)
    factories.ExemptionFactory(member=second, kind="exempt", **on)
    building.everyone_present(meeting, leader)
    with pytest.raises(ValidationError, match="đình chỉ sinh hoạt"):
        record(row_of(meeting, first), "present", by=leader)
    assert building.state_of(meeting, first) == "exempt"
    assert record(row_of(meeting, second), "present", by=leader).state == "present"


def test_counts_stand_by_standing(meeting, people, leader):
    building.everyone_present(meeting, leader)
    counts = count_roll(meeting.attendances.valid())
    assert counts.by_standing() == [("official", 4, 4), ("probationary", 1, 1)]


# -- the page -----------------------------------------------------------------------------------


def test_button_opens_the_roll_and_marks_everyone(client, meeting, leader):
    client.force_login(leader)
    client.post(reverse("meetings:everyone", args=[meeting.pk]))
    assert set(meeting.attendances.values_list("state", flat=True)) == {"present"}


def test_one_person_is_recorded_and_figures_follow(client, meeting, people, leader):
    building.everyone_present(meeting, leader)
    client.force_login(leader)
    row = row_of(meeting, people[0])
    data = {"uid": str(row.uid), "version": row.version, "state": "excused", "reason": "ốm"}
    url = reverse("meetings:save_row", args=[meeting.pk, "attendance"])
    page = client.post(url, data, headers={"HX-Request": "true"}).content.decode()
    assert "4/5" in page
    assert "vắng có lý do" in page
    refused = client.post(url, {**data, "reason": "", "version": row.version + 1, "save": "1"})
    assert refused.status_code == 422
    assert "Vắng có lý do thì phải ghi lý do." in refused.content.decode()


def test_get_is_refused_and_reader_is_403(client, meeting, inspector, leader):
    url = reverse("meetings:everyone", args=[meeting.pk])
    client.force_login(inspector)
    assert client.post(url).status_code == 403
    client.force_login(leader)
    assert client.get(url).status_code == 405
