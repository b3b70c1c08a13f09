"""What a row of a meeting may not say, refused beside its field by the model and the database."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from meetings import services
from meetings.models import ActionItem, Guest, Meeting
from partyunit.fields import PROSE_LIMIT
from tests import factories
from tests.meetings import building

pytestmark = pytest.mark.django_db


def refused(row) -> dict:
    with pytest.raises(ValidationError) as caught:
        row.full_clean()
    return caught.value.message_dict


def test_chair_does_not_keep_the_minutes(meeting, leader):
    meeting.chair = meeting.clerk = leader.member
    assert "clerk" in refused(meeting)
    with pytest.raises(IntegrityError), transaction.atomic():
        Meeting.objects.filter(pk=meeting.pk).update(chair=leader.member, clerk=leader.member)


@pytest.mark.parametrize(
    ("day", "is_refused"),
    [
        (dt.date(2019, 2, 28), False),
        (dt.date(2019, 4, 10), False),
        (dt.date(2019, 1, 31), True),
        (dt.date(2019, 5, 1), True),
    ],
)
def test_meeting_counts_for_its_own_month_or_the_next_ones(meeting, day, is_refused):
    meeting.meets_on = day
    if is_refused:
        assert "meets_on" in refused(meeting)
    else:
        meeting.full_clean()


def test_task_is_not_due_before_the_meeting(meeting, people):
    task = ActionItem(meeting=meeting, task="Việc", assignee=people[0], due_on=dt.date(2001, 1, 1))
    assert "due_on" in refused(task)
    task.due_on = meeting.meets_on
    task.full_clean()


def test_guest_is_entered_once_and_is_not_on_the_roll(meeting, people, leader, other_cell):
    visitor = factories.place(other_cell, full_name="Người Chi Bộ Khác")
    factories.GuestFactory(meeting=meeting, member=visitor, name="")
    again = Guest(meeting=meeting, member=visitor, capacity="observer")
    assert "member" in refused(again)
    with pytest.raises(IntegrityError), transaction.atomic():
        again.save()
    services.open_roll(meeting=meeting, by=leader)
    assert "member" in refused(Guest(meeting=meeting, member=people[0], capacity="other"))


def test_guests_of_one_name_are_told_apart_by_their_units(meeting):
    factories.GuestFactory(meeting=meeting, name="Trần Văn Khách", organisation="UBND thị trấn")
    again = Guest(meeting=meeting, name="Trần Văn khách", capacity="other")
    assert "name" in refused(again)
    again.organisation = "UBND thị trấn"
    assert "name" in refused(again)
    again.organisation = "Đoàn thanh niên"
    again.full_clean()


def test_prose_has_a_limit(meeting, leader):
    with pytest.raises(ValidationError) as caught:
        building.conclude(meeting, by=leader, text="a" * (PROSE_LIMIT + 1))
    assert "text" in caught.value.message_dict
    assert building.conclude(meeting, by=leader, text="a" * PROSE_LIMIT).pk
