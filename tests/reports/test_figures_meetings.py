"""Meetings held, attendance, thematic study, the board of months."""

import datetime as dt
from types import SimpleNamespace

import pytest

from partyunit.dates import Period
from reports import figures
from reports.composition.sentences import study
from reports.figures import MarkKind, Scope
from tests.factories import (
    AttendanceFactory,
    CampaignFactory,
    CellFactory,
    MeetingFactory,
    place,
)

D = dt.date
DAY = D(2019, 3, 13)


@pytest.fixture
def scope(committee):
    return Scope(committee)


def held(cell, day, kind="regular", **also):
    return MeetingFactory(cell=cell, meets_on=day, kind=kind, state="held", **also)


def test_model_meetings_count_from_the_first_of_january_to_the_day(scope, cell, other_cell):
    held(cell, D(2018, 12, 31), "model")
    first = held(cell, D(2019, 1, 1), "model")
    last = held(other_cell, DAY, "model")
    held(cell, D(2019, 3, 14), "model")
    MeetingFactory(cell=cell, meets_on=D(2019, 2, 1), kind="model", state="planned")
    figure = figures.model_meetings(scope, DAY)
    assert figure.ids() == (first.pk, last.pk)
    assert dict(figure.query)["from"] == "01/01/2019"
    assert figures.model_meetings(scope.narrow(cell), DAY).rows == (first.pk,)


def test_meetings_held_by_kind_and_edge_of_the_quarter(scope, committee, cell):
    for day in (D(2018, 12, 31), D(2019, 1, 1), D(2019, 3, 31), D(2019, 4, 1)):
        held(cell, day)
    held(cell, D(2019, 2, 1), "thematic")
    MeetingFactory(
        cell=None, committee=committee, meets_on=D(2019, 1, 5), kind="committee", state="held"
    )
    counts = figures.meetings_held(scope, Period.of_quarter(2019, 1))
    assert {line.key: line.figure.value for line in counts.lines} == {
        "regular": 2,
        "thematic": 1,
        "model": 0,
        "extraordinary": 0,
    }
    assert (counts.total.value, counts.committee.value) == (3, 1)


def test_attendance_counts_excused_apart_and_the_unrecorded_never_as_absent(scope, cell):
    meeting = held(cell, D(2019, 3, 5))
    states = ["present"] * 5 + ["excused", "absent", "exempt", "elsewhere", "not_recorded"]
    for state in states:
        AttendanceFactory(
            meeting=meeting,
            member=place(cell),
            state=state,
            reason="bận" if state == "excused" else "",
        )
    AttendanceFactory(meeting=meeting, member=place(cell), standing="temporary")
    came = figures.attendance(scope, Period.of_month(2019, 3))
    assert (came.present, came.excused, came.absent, came.belong) == (5, 1, 1, 7)
    assert (came.exempt, came.elsewhere, came.not_recorded) == (1, 1, 1)
    assert str(came.percent) == "71.4"


def test_attendance_without_any_roll_called_has_no_rate(scope, cell):
    AttendanceFactory(meeting=held(cell, D(2019, 3, 5)), member=place(cell), state="not_recorded")
    assert figures.attendance(scope, Period.of_month(2019, 3)).percent is None
    assert figures.attendance(scope, Period.of_month(2018, 3)).percent is None


def test_attendance_of_a_planned_meeting_does_not_count(scope, cell):
    AttendanceFactory(meeting=MeetingFactory(cell=cell), member=place(cell))
    assert figures.attendance_by_cell(scope, Period.of_month(2019, 3)) == {}


def test_thematic_by_quarter_up_to_the_day(scope, cell, other_cell):
    held(cell, D(2019, 3, 13), "thematic")
    held(other_cell, D(2018, 12, 31), "thematic")
    held(other_cell, D(2019, 3, 14), "thematic")
    quarter = Period.of_quarter(2019, 1)
    now, later = (figures.thematic(scope, quarter, day) for day in (DAY, D(2019, 3, 31)))
    assert (now.held, now.missing) == ((cell,), (other_cell,))
    assert later.missing == ()


def test_regular_meeting_on_a_study_campaign_is_the_thematic_one_too(scope, committee, cell):
    held(cell, DAY, campaign=CampaignFactory(committee=committee))
    quarter = Period.of_quarter(2019, 1)
    assert figures.thematic(scope, quarter, DAY).missing == ()
    assert figures.board(scope, DAY, months=1).rows[0].marks[0].is_themed
    counts = figures.meetings_held(scope, quarter)
    assert counts.combined == 1
    facts = SimpleNamespace(
        meetings=counts, meetings_by_cell=((cell, counts),), cells=(cell,), is_of_cell=False
    )
    assert study(facts) == (
        "Tổ chức 01 kỳ sinh hoạt thường kỳ kết hợp chuyên đề; "
        "01/01 chi bộ có sinh hoạt chuyên đề trong kỳ."
    )


def _kinds(board) -> dict[str, list[str]]:
    return {row.cell.code: [mark.kind.value for mark in row.marks] for row in board.rows}


def test_board_tells_each_month_as_the_day_knows_it(scope, committee, cell, other_cell):
    for day in (D(2018, 12, 5), D(2019, 1, 5), D(2019, 3, 5)):
        held(cell, day)
    held(cell, D(2019, 2, 5), "thematic")
    MeetingFactory(
        cell=other_cell, meets_on=D(2018, 12, 20), state="cancelled", state_reason="bão lũ"
    )
    MeetingFactory(cell=other_cell, meets_on=D(2019, 3, 15))
    CellFactory(committee=committee, code="MOI", founded_on=D(2019, 2, 1))
    board = figures.board(scope, DAY, months=4)
    assert _kinds(board) == {
        "AN": ["held", "held", "not_held", "held"],
        "DT": ["not_held", "not_held", "not_held", "planned"],
        "MOI": ["outside", "outside", "not_held", "unplanned"],
    }
    assert [mark.is_themed for mark in board.rows[0].marks] == [False, False, True, False]
    assert [mark.cell.code for mark in board.not_met] == ["DT", "MOI"]


def test_board_calls_a_planned_day_that_has_passed_overdue(scope, cell):
    MeetingFactory(cell=cell, meets_on=D(2019, 3, 13))
    kinds = [
        figures.board(scope, D(2019, 3, day), months=1).rows[0].marks[0].kind for day in (13, 14)
    ]
    assert kinds == [MarkKind.PLANNED, MarkKind.OVERDUE]


def test_board_knows_no_meeting_before_its_day(scope, cell):
    held(cell, D(2019, 3, 20))
    assert figures.board(scope, DAY, months=1).rows[0].marks[0].kind == MarkKind.PLANNED


def test_board_misses_nothing_before_the_first_meeting_on_record(scope, cell, other_cell):
    held(cell, D(2019, 2, 5))
    assert _kinds(figures.board(scope, D(2018, 12, 31), months=1)) == {
        "AN": ["outside"],
        "DT": ["outside"],
    }
    board = figures.board(scope, D(2019, 1, 31), months=1)
    assert (board.not_met, board.has_begun) == ((), False)


def test_board_model_meeting_is_the_months_meeting(scope, cell):
    held(cell, D(2019, 3, 5), "model")
    assert figures.board(scope, DAY, months=1).rows[0].marks[0].kind == MarkKind.HELD


def test_board_takes_four_statements(scope, cell, other_cell, django_assert_num_queries):
    for one in (cell, other_cell):
        AttendanceFactory(meeting=held(one, D(2019, 3, 5)), member=place(one))
    with django_assert_num_queries(4):  # cells, meetings, the first on record, attendance
        board = figures.board(scope, DAY)
    assert str(board.attendance.percent) == "100.0"
