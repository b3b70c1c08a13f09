"""Tasks given come back at the next meeting until they are closed."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from audit.services import VersionConflictError
from meetings import services
from meetings.models import ActionItem, Meeting
from meetings.reads import tasks_that_come_back
from tests import factories
from tests.meetings import building

pytestmark = pytest.mark.django_db
FEBRUARY, MARCH = building.FEBRUARY, building.TODAY


def report(meeting, task, by, state="doing", result="", **values):
    values = {"version": task.version, **values}
    return services.report_task(
        meeting=meeting, task=task, state=state, result=result, by=by, **values
    )


def test_open_task_of_an_approved_meeting_comes_back(task, meeting, leader):
    assert list(tasks_that_come_back(meeting)) == [task]
    done = report(meeting, task, leader, "done", "Đã xong")
    assert (done.state, done.closed_on) == ("done", MARCH)


def test_reported_task_stays_on_the_page_of_its_meeting_only(task, meeting, cell, leader):
    report(meeting, task, leader, "done")
    assert list(tasks_that_come_back(meeting)) == [task]
    Meeting.objects.filter(pk=meeting.pk).update(state="held")
    later = building.planned(cell, meets_on=dt.date(2019, 4, 10))
    assert list(tasks_that_come_back(later)) == []


def test_task_closed_on_the_day_that_gave_it_is_told_at_the_next_meeting(task, meeting):
    ActionItem.objects.filter(pk=task.pk).update(state="done", closed_on=FEBRUARY)
    assert list(tasks_that_come_back(meeting)) == [task]


@pytest.mark.parametrize(("has_regular", "comes_back"), [(True, True), (False, False)])
def test_model_meeting_told_the_month_s_tasks_only_where_it_was_the_month_s(
    cell, leader, has_regular, comes_back
):
    held = {"cell": cell, "state": "held"}
    january = factories.MeetingFactory(meets_on=dt.date(2019, 1, 10), **held)
    if has_regular:
        factories.MeetingFactory(meets_on=dt.date(2019, 2, 12), **held)
    factories.MeetingFactory(meets_on=dt.date(2019, 2, 22), kind="model", **held)
    factories.MeetingFactory(meets_on=dt.date(2019, 3, 4), kind="model", **held)  # of this month
    closed = {"state": "done", "closed_on": dt.date(2019, 2, 20)}
    told = {"due_on": dt.date(2019, 2, 28), "assignee": leader.member}
    task = factories.ActionItemFactory(meeting=january, **told, **closed)
    found = list(tasks_that_come_back(building.planned(cell)))
    assert found == ([task] if comes_back else [])


def test_reopened_task_loses_its_day(task, meeting, leader):
    done = report(meeting, task, leader, "done")
    assert report(meeting, done, leader, "doing").closed_on is None


def test_tasks_of_other_cells_do_not_come(task, other_cell, leader):
    other = building.planned(other_cell)
    assert list(tasks_that_come_back(other)) == []
    with pytest.raises(ValidationError, match="không phải của cuộc họp trước"):
        report(other, task, leader)


def test_closing_after_the_meeting_is_refused(task, meeting, leader):
    with pytest.raises(ValidationError, match="không thể sau ngày họp"):
        report(meeting, task, leader, "done", closed_on=dt.date(2019, 3, 14))


def test_stale_report_conflicts(task, meeting, leader):
    report(meeting, task, leader, "doing")
    with pytest.raises(VersionConflictError):
        report(meeting, task, leader, "done", version=1)


def test_page_shows_and_stores_the_report(client, task, meeting, leader):
    client.force_login(leader)
    page = client.get(reverse("meetings:detail", args=[meeting.pk])).content.decode()
    assert "Lập lịch tuần tra" in page
    assert "quá hạn" in page
    url = reverse("meetings:save_row", args=[meeting.pk, "report"])
    data = {"uid": str(task.uid), "version": task.version, "state": "done", "result": "Xong cả"}
    assert client.post(url, data).status_code == 302
    task.refresh_from_db()
    assert (task.state, task.result) == ("done", "Xong cả")
