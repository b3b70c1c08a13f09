"""Between two meetings a task is reported, put off or dropped; what the minutes say of it stays."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from audit.models import AuditEntry
from audit.services import VersionConflictError
from meetings import services
from meetings.minutes import content, paper
from meetings.models import ActionItem, Minutes
from meetings.reads import tasks_that_come_back
from tests.meetings import building

pytestmark = pytest.mark.django_db
FEBRUARY, DUE = building.FEBRUARY, building.DUE
ON = dt.date(2019, 3, 1)


def report(task, by, state="done", result="", **values):
    values = {"version": task.version, "on": ON, **values}
    return services.report_between_meetings(task=task, state=state, result=result, by=by, **values)


def extend(task, by, to=dt.date(2019, 3, 31), reason="chờ kinh phí", **values):
    values = {"version": task.version, "on": ON, **values}
    return services.extend_task(task=task, to=to, reason=reason, by=by, **values)


def test_done_between_meetings_counts_that_day_and_is_told_at_the_next(task, leader, meeting):
    done = report(task, leader, result="Đã xong")
    assert (done.state, done.closed_on) == ("done", ON)
    assert list(tasks_that_come_back(meeting)) == [done]
    assert AuditEntry.objects.filter(action="meetings.report_task").count() == 1


def test_closing_day_is_neither_ahead_nor_before_the_meeting(task, leader):
    with pytest.raises(ValidationError, match="không thể sau hôm nay"):
        report(task, leader, closed_on=dt.date(2019, 3, 2))
    with pytest.raises(ValidationError, match="từ ngày họp giao việc trở đi"):
        report(task, leader, closed_on=dt.date(2019, 2, 11))
    with pytest.raises(ValidationError, match="chưa diễn ra"):
        report(task, leader, on=dt.date(2019, 2, 1))


def test_closing_day_is_after_minutes_that_told_it_as_open(task, approved, leader):
    later = dt.date(2019, 3, 20)
    with pytest.raises(ValidationError, match="họp ngày 13/03/2019 đã ghi việc này chưa xong"):
        report(task, leader, closed_on=building.TODAY, on=later)
    done = report(task, leader, closed_on=dt.date(2019, 3, 14), on=later)
    with pytest.raises(ValidationError, match="đã ghi việc này chưa xong"):
        report(done, leader, closed_on=ON, on=later)


def test_dropped_asks_for_a_reason_and_comes_back_no_more(task, leader, meeting):
    with pytest.raises(ValidationError, match="phải ghi lý do"):
        report(task, leader, "dropped")
    dropped = report(task, leader, "dropped", "Nhiệm vụ chuyển cho đội khác")
    assert dropped.closed_on == ON
    assert not ActionItem.objects.open_on(ON).exists()
    assert ActionItem.objects.open_on(dt.date(2019, 2, 28)).get() == task


def test_reopened_task_loses_its_day(task, leader):
    dropped = report(task, leader, "dropped", "Không cần nữa")
    assert report(dropped, leader, "doing").closed_on is None


def test_stale_report_and_stale_extension_conflict(task, leader):
    report(task, leader, "doing")
    with pytest.raises(VersionConflictError):
        report(task, leader, version=task.version)
    with pytest.raises(VersionConflictError):
        extend(task, leader)


def test_put_off_keeps_the_day_given_and_tells_the_journal(task, leader):
    later = extend(task, leader)
    assert (later.due_on, later.last_day) == (DUE, dt.date(2019, 3, 31))
    entry = AuditEntry.objects.get(action="meetings.extend_task")
    assert (entry.before["extended_to"], entry.after["extended_to"]) == (None, "2019-03-31")
    assert entry.reason == "chờ kinh phí"
    assert task.is_overdue_on(ON)
    assert not later.is_overdue_on(ON)
    found = ActionItem.objects.as_on(ON).get()
    assert (found.deadline, found.is_late) == (later.last_day, False)


def test_put_off_needs_a_later_day_a_reason_and_an_open_task(task, leader):
    with pytest.raises(ValidationError, match="phải sau hạn đã giao"):
        extend(task, leader, to=DUE)
    with pytest.raises(ValidationError, match="Gia hạn phải ghi lý do"):
        extend(task, leader, reason="")
    done = report(task, leader)
    with pytest.raises(ValidationError, match="đã khép lại"):
        extend(done, leader)


def test_minutes_of_the_meeting_that_gave_it_stay(task, leader):
    approved = Minutes.objects.get(meeting=task.meeting)
    report(extend(task, leader), leader, "dropped", "Không cần nữa")
    approved.refresh_from_db()
    assert content.digest(content.compose(task.meeting)) == approved.content_sha256


def test_minutes_written_later_tell_the_task_as_it_stood_at_their_meeting(
    task, leader, cell, people
):
    """Done and put off in March; the meeting of 20 February, written up afterwards, knew neither."""
    late = building.planned(cell, meets_on=dt.date(2019, 2, 20), kind="thematic")
    report(extend(task, leader), leader, result="Đã xong")
    (told,) = content.compose(late)["returned_tasks"]
    assert (told["state"], told["result"], told["closed_on"]) == ("doing", "", None)
    assert (told["due_on"], told["extended_to"]) == ("2019-02-28", None)
    (told,) = content.compose(building.planned(cell, meets_on=dt.date(2019, 3, 1)))[
        "returned_tasks"
    ]
    assert (told["due_on"], told["extended_to"]) == ("2019-02-28", "2019-03-31")
    assert paper.task_in_words(told)["due_on"] == "28/02/2019, gia hạn đến 31/03/2019"


def test_what_was_written_for_a_meeting_put_off_was_never_given(cell, people, leader, meeting):
    before = building.planned(cell, meets_on=FEBRUARY)
    building.give_task(before, to=people[0], by=leader)
    assert tasks_that_come_back(meeting).count() == 1
    services.postpone_meeting(meeting=before, reason="trùng lịch", by=leader)
    assert not tasks_that_come_back(meeting).exists()
    assert not ActionItem.objects.open_on(ON).exists()
