"""Whatever happened to people: each meeting's roll has who belonged that day, once, and no rate above one.

Beside the program each life is kept as plain spans; what belongs on a roll is read from them by
another way than the program's own.
"""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field

import pytest
from django.db import transaction
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cells.attendance import total_attendance
from meetings import services
from meetings.attendance.matrix import OUTSIDE, Body, read_matrix
from meetings.attendance.rates import read_rates
from meetings.models import Attendance, Meeting
from members.attendance import attendance_by_year
from partyunit.dates import Period
from tests import factories

pytestmark = pytest.mark.django_db
FIRST, YEAR, LAST = dt.date(2017, 1, 10), 2018, dt.date(2018, 12, 31)
MEETING_DAYS = [dt.date(2018, month, 14) for month in (1, 4, 8, 12)]
A, B, GUESTS, OUTSIDE_CELL, LEFT = "A", "B", "guests", "elsewhere", "left"
# Where a life goes on and for how many days; days meet those of meetings often enough.
STRETCH = st.tuples(
    st.sampled_from([A, A, B, OUTSIDE_CELL, LEFT]), st.sampled_from([1, 30, 90, 119, 120, 369, 500])
)
# What is laid over it: the kind, after how many days it begins, for how many it lasts.
OVER = st.tuples(
    st.sampled_from(["exempt", "suspended", "guest", "away", "by_letter", "without_letter"]),
    st.sampled_from([0, 120, 368, 369, 370, 458]),
    st.sampled_from([1, 2, 90, 365]),
)
LIFE = st.tuples(
    st.lists(STRETCH, min_size=1, max_size=5), st.lists(OVER, max_size=3), st.booleans()
)
STATES = ["present", "excused", "absent"]


@dataclass
class Life:
    """The spans of one person, as (first day, last day, where or what)."""

    member: object = None
    placed: list[tuple] = field(default_factory=list)
    memberships: list[tuple] = field(default_factory=list)  # with the day of recognition
    over: list[tuple] = field(default_factory=list)

    def at(self, spans, day):
        return [span for span in spans if span[0] <= day <= span[1]]

    def expected_at(self, where: str, day: dt.date) -> tuple[str, str] | None:
        """Standing and state at the cell's meeting of the day; None for who does not belong."""
        [place] = [span[2] for span in self.at(self.placed, day)] or [LEFT]
        laid = {span[2] for span in self.at(self.over, day)}
        if place == where:
            [membership] = self.at(self.memberships, day)
            is_official = membership[2] is not None and membership[2] <= day
            state = "not_recorded"
            if laid & {"guest", "away", "by_letter"}:
                state = "elsewhere"
            if laid & {"exempt", "suspended"}:
                state = "exempt"
            return ("official" if is_official else "probationary", state)
        if where == GUESTS and "guest" in laid:
            return ("temporary", "exempt" if laid & {"exempt", "suspended"} else "not_recorded")
        return None


def live(cells, stretches, over, is_recognised: bool) -> Life:
    """Writes the rows of one life and keeps its spans."""
    life = Life(factories.MemberFactory())
    day, open_since = FIRST, None
    stretches = [
        (where if at or where != LEFT else A, days) for at, (where, days) in enumerate(stretches)
    ]
    for at, (where, days) in enumerate(stretches):
        last = LAST if at == len(stretches) - 1 else day + dt.timedelta(days=days - 1)
        if where == LEFT:
            _end(life, open_since, day, is_recognised)
            open_since = None
        else:
            open_since = open_since or day
            life.placed.append((day, last, where))
            ends = {"to_on": last, "end_reason": "internal"} if last < LAST else {}
            place = {"cell": cells.get(where), "outside_name": "" if where in cells else "Nơi khác"}
            factories.PlacementFactory(member=life.member, from_on=day, **place, **ends)
        day = last + dt.timedelta(days=1)
        if day > LAST:
            break
    _end(life, open_since, None, is_recognised)
    for kind, after, days in over:
        _lay(life, cells, kind, FIRST + dt.timedelta(days=after), days)
    return life


def _end(life: Life, since, ended_before, is_recognised: bool) -> None:
    if since is None:
        return
    last = LAST if ended_before is None else ended_before - dt.timedelta(days=1)
    official = since + dt.timedelta(days=365) if is_recognised else None
    official = official if official and official <= last else None
    life.memberships.append((since, last, official))
    ends = {"ended_on": last, "end_reason": "removed"} if ended_before else {}
    factories.MembershipFactory(
        member=life.member, ceremony_on=since, official_from=official, **ends
    )


def _lay(life: Life, cells, kind: str, first: dt.date, days: int) -> None:
    """One span over the life, unless another of its kind is in the way; leaving the Party ends all."""
    last = first + dt.timedelta(days=days - 1)
    if not any(since <= first and last <= until for since, until, _on in life.memberships):
        return
    alike = [{"exempt", "suspended"}, {"guest", "away"}, {"by_letter", "without_letter"}]
    kinds = next(group for group in alike if kind in group)
    if any(one[2] in kinds and one[0] <= last and first <= one[1] for one in life.over):
        return
    life.over.append((first, last, kind))
    span = {"member": life.member, "from_on": first, "to_on": last}
    if kind in ("exempt", "suspended"):
        factories.ExemptionFactory(kind=kind, **span)
    elif kind in ("guest", "away"):
        place = (
            {"cell": cells[GUESTS]} if kind == "guest" else {"cell": None, "outside_name": "Tỉnh"}
        )
        factories.PlacementFactory(
            kind="temporary", start_reason="temporary", end_reason="internal", **span, **place
        )
    else:
        mode = "transferred" if kind == "by_letter" else "attends"
        factories.SecondmentFactory(kind=mode, end_reason="completed", **span)


@settings(max_examples=settings().max_examples // 4)
@given(lives=st.lists(LIFE, min_size=2, max_size=3), states=st.lists(st.integers(0, 2), min_size=9))
# Twice moved within the year, out and readmitted, a guest while suspended at home.
@example(lives=[([(A, 369), (B, 90), (A, 1)], [], True)] * 2, states=[2] * 9)
@example(lives=[([(A, 120), (LEFT, 369), (A, 1)], [("guest", 369, 90)], False)] * 2, states=[0] * 9)
@example(
    lives=[([(A, 1)], [("suspended", 368, 90), ("guest", 368, 365)], True)] * 2, states=[1] * 9
)
def test_no_history_breaks_roll_or_rate(committee, officer, lives, states):
    with transaction.atomic():
        cells = {name: factories.CellFactory(committee=committee) for name in (A, B, GUESTS)}
        people = [live(cells, *one) for one in lives]
        for name, cell in cells.items():
            for at, day in enumerate(MEETING_DAYS):
                call(cell, day, people, name=name, by=officer, states=states[at % 3 :])
        check_rates(committee, cells, people, officer)
        transaction.set_rollback(True)


def call(cell, day, people, *, name, by, states) -> None:
    """Opens the roll, holds it against the plain spans, records who came."""
    expected = {}
    for life in people:
        found = life.expected_at(name, day)
        if found:
            expected[life.member.pk] = found
    meeting = factories.MeetingFactory(cell=cell, meets_on=day, kind="extraordinary")
    if not expected:
        return
    rows = services.open_roll(meeting=meeting, by=by)
    assert {row.member_id: (row.standing, row.state) for row in rows} == expected
    assert Counter(row.member_id for row in rows).most_common(1)[0][1] == 1
    for row, at in zip(rows, states, strict=False):
        if row.state == "not_recorded":
            reason = "trực" if STATES[at] == "excused" else ""
            Attendance.objects.filter(pk=row.pk).update(state=STATES[at], reason=reason)
    Meeting.objects.filter(pk=meeting.pk).update(state="held")


def check_rates(committee, cells, people, user) -> None:
    """Row, column, cell and member tell the same, and nothing is above one hundred."""
    rates = {row.pk: row for row in read_rates(YEAR, day=LAST, user=user)}
    of_member = {life.member.pk: [] for life in people}
    for name, cell in cells.items():
        body = Body(committee=committee, cell=cell)
        matrix = read_matrix(
            body, Period.of_year(YEAR), day=LAST, kind="", is_today=True, user=user
        )
        assert len({row.member for row in matrix.own}) == len(matrix.own)
        held = [column.attendance for column in matrix.columns if column.is_held]
        assert total_attendance(held) == matrix.attendance == rates[cell.pk].year
        for row in matrix.rows:
            assert row.attendance.present <= row.attendance.belong
            assert row.attendance.percent is None or row.attendance.percent <= 100
            of_member[row.member.pk].append(row.attendance)
            for mark in row.marks:
                [life] = [one for one in people if one.member == row.member]
                belongs = life.expected_at(name, mark.meeting.meets_on)
                is_here = belongs and (belongs[0] == "temporary") == row.is_guest
                assert (mark.state != OUTSIDE) == bool(is_here)
    for life in people:
        by_year = attendance_by_year(life.member, LAST)
        told = total_attendance(year.attendance for year in by_year)
        assert told == total_attendance(of_member[life.member.pk])
