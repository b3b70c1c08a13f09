"""Two windows write at the same moment: one waits for the other, and nothing is written twice."""

import datetime as dt
import threading
import uuid

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, connections

from meetings import services
from meetings.models import Attendance, CalendarFeed, Meeting, Minutes, Vote
from tests.meetings import building

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor != "postgresql", reason="SQLite lets one connection write at a time"
    ),
]


def at_once(*acts):
    """Each in a thread and on a connection of its own; gives what came of it, a refusal as its error."""
    gate, answers = threading.Barrier(len(acts)), {}

    def run(number, act):
        gate.wait()
        try:
            answers[number] = act()
        except ValidationError as error:
            answers[number] = error
        connections.close_all()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [answers[number] for number in sorted(answers)]


def fresh(row):
    return type(row).objects.get(pk=row.pk)


def test_two_meetings_of_a_cell_approved_at_once_take_two_numbers(cell, submitted, leader):
    chaired = submitted.meeting
    second = building.submitted(
        building.planned(cell, meets_on=dt.date(2019, 3, 12), kind="thematic"),
        chair=chaired.chair,
        clerk=chaired.clerk,
        by=leader,
    )

    def approve(minutes):
        return services.approve_minutes(minutes=minutes, on=building.TODAY, by=leader)

    at_once(*[lambda row=row: approve(fresh(row)) for row in (submitted, second)])
    numbers = {row.document.number: row.frozen["number"] for row in Minutes.objects.all()}
    assert numbers == {"01-BB/CB": "01-BB/CB", "02-BB/CB": "02-BB/CB"}


def test_vote_beside_a_roll_being_corrected_never_has_more_votes_than_voters(draft, people, leader):
    row = draft.attendances.get(member=people[0])

    def vote():
        values = {"item": None, "matter": "resolution", "subject": "Nghị quyết", "votes_for": 4}
        how = {"meeting": fresh(draft), "uid": uuid.uuid4(), "version": 0, "by": leader}
        return services.save_row(Vote, **how, **values)

    def correct():
        how = {"version": row.version, "on": building.TODAY, "by": leader}
        return services.record_attendance(attendance=fresh(row), state="absent", reason="", **how)

    answers = at_once(vote, correct)
    assert sum(isinstance(answer, ValidationError) for answer in answers) == 1
    assert Vote.objects.exists() == (fresh(row).state == Attendance.State.PRESENT)


def test_roll_opened_twice_at_once_names_everyone_once(meeting, leader):
    at_once(*[lambda: services.open_roll(meeting=fresh(meeting), by=leader)] * 2)
    assert Attendance.objects.valid().count() == 5
    assert Meeting.objects.get().all_minutes.count() == 1


def test_calendar_address_made_twice_at_once_leaves_the_last(leader):
    keys = at_once(*[lambda: services.make_feed(user=leader, by=leader)] * 3)
    assert [key for key in keys if isinstance(key, ValidationError)] == []
    assert CalendarFeed.objects.valid().count() == 1
    assert sum(services.find_feed(key) is not None for key in keys) == 1
