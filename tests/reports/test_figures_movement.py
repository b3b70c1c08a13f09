"""The identity of the movement on histories nobody thought of."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from members.models import Member, Placement
from partyunit.dates import Period
from reports import figures
from reports.figures import Scope
from tests.factories import CellFactory, CommitteeFactory, MemberFactory

FIRST = dt.date(2018, 1, 1)
STARTS = ["admission", "transfer_in", "internal", "readmission", "founding"]
ENDS = ["internal", "transfer_out", "removed", "expelled", "resigned", "died"]

# A life: stays of some days in cell 0 or 1 of the committee, elsewhere (2), or nowhere (3), one after another.
STAY = st.tuples(
    st.integers(0, 3), st.integers(1, 60), st.sampled_from(STARTS), st.sampled_from(ENDS)
)
LIVES = st.lists(st.lists(STAY, min_size=1, max_size=6), min_size=1, max_size=5)
DAYS = st.integers(0, 200).map(lambda days: FIRST + dt.timedelta(days=days))


@pytest.fixture
def places(db):
    committee = CommitteeFactory()
    cells = [CellFactory(committee=committee) for _ in range(2)]
    return committee, [*cells, CellFactory()]


def write(lives, cells) -> list[Placement]:
    rows = []
    for stays in lives:
        member, day = MemberFactory(), FIRST
        for where, length, start, end in stays:
            last = day + dt.timedelta(days=length - 1)
            if where < len(cells):
                rows.append(
                    Placement(
                        member=member,
                        cell=cells[where],
                        from_on=day,
                        to_on=last,
                        start_reason=start,
                        end_reason=end,
                    )
                )
            day = last + dt.timedelta(days=1)
    return Placement.objects.bulk_create(rows)


@settings(max_examples=settings().max_examples // 2)
@given(lives=LIVES, ends=st.tuples(DAYS, DAYS))
def test_opening_and_flows_give_the_closing(places, lives, ends):
    committee, cells = places
    Placement.objects.update(
        voided_at=dt.datetime(2020, 1, 1, tzinfo=dt.UTC), void_reason="lần thử trước"
    )
    write(lives, cells)
    period = Period(min(ends), max(ends))
    scope = Scope(committee)
    whole = figures.movement(scope, period)
    assert_adds_up(whole)
    for day, figure in [(period.opening, whole.opening), (period.last, whole.closing)]:
        on_the_day = Member.objects.placed_on(day, committee=committee)
        found = Placement.objects.filter(pk__in=figure.rows).values_list("member", flat=True)
        assert sorted(found) == sorted(on_the_day.values_list("pk", flat=True))
    of_cells = [flow for _cell, flow in figures.movement_by_cell(scope, period)]
    for flow in of_cells:
        assert_adds_up(flow)
    assert sum(flow.closing.value for flow in of_cells) == whole.closing.value
    assert sum(flow.change for flow in of_cells) == whole.change


def assert_adds_up(flow):
    came = flow.founding.value + flow.admitted.value + flow.moved_in.value
    gone = flow.moved_out.value + flow.left.value
    assert flow.opening.value + came - gone == flow.closing.value
