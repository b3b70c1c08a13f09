"""The account of the members on random histories, entered through the program's own services.

Beside the program a plain list is kept of what was accepted; every figure is held against it.
"""

import datetime as dt
from collections import Counter

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from cells.models import Cell
from cells.services import dissolve_cell
from members import services
from members.models import Member
from partyunit.dates import Period, add_months, day_before
from reports import figures
from reports.figures import Scope
from reports.figures.flows import Flow
from tests import factories

FIRST = dt.date(2010, 1, 4)
RECORDED_ON = dt.date(2030, 1, 1)
CELLS = 3
INSIDE = ("from", "to")

HERE = ["move", "move", "move", "leave_for", "end", "recognise", "undo"]
ACTS = {  # by where the member stands: the act is chosen among those that may happen then
    "here": HERE,
    "elsewhere": ["come_back", "come_back", "undo", "end"],
    "out": ["readmit", "readmit", "undo"],
}
ANY = ["admit", "arrive", "void_person", "dissolve", "merge"]
# One act: which of those that may happen, how many days after the one before, of whom, to which cell.
STEP = st.tuples(
    st.integers(0, 13),
    st.sampled_from([0, 1, 30, 200, 400]),
    st.integers(0, 4),
    st.integers(0, CELLS - 1),
)
HISTORIES = st.lists(STEP, min_size=10, max_size=20)
SPANS = st.tuples(st.integers(-2, 4000), st.integers(0, 2500))


class Office:
    """Enters one act after the other; what the program refuses did not happen."""

    def __init__(self, cells, by):
        self.cells, self.by = cells, by
        self.people: list[Member] = []
        self.events: list[tuple] = []  # (member, flow, day, cell left, cell entered)

    def act(self, choice: int, day: dt.date, who: int, where: int) -> None:
        member = self.people[who % len(self.people)] if self.people else None
        verbs = [*(ACTS[self.stands(member, day)] if member else []), *ANY]
        try:
            with transaction.atomic():
                cell = Cell.objects.get(pk=self.cells[where].pk)
                getattr(self, verbs[choice % len(verbs)])(day, member, cell)
        except ValidationError:
            pass

    def stands(self, member, day: dt.date) -> str:
        if services.official_placement_on(member, day):
            return "here"
        return "elsewhere" if services.membership_on(member, day) else "out"

    @property
    def told(self) -> dict:
        return {"recorded_on": RECORDED_ON, "by": self.by}

    def admit(self, day, _member, cell):
        member = factories.MemberFactory.build(born_on=dt.date(1980, 5, 1))
        days = {"decision_on": day - dt.timedelta(days=9), "ceremony_on": day}
        services.admit_member(member=member, cell=cell, **days, **self.told)
        self.people.append(member)
        self.events.append((member.pk, Flow.ADMITTED, day, None, cell.pk))

    def arrive(self, day, _member, cell):
        member = factories.MemberFactory.build(born_on=dt.date(1980, 5, 1))
        joined = add_months(day, -30)
        days = {
            "decision_on": joined,
            "ceremony_on": joined,
            "official_from": add_months(joined, 12),
        }
        services.register_transfer_in(
            member=member, cell=cell, on=day, came_from="Đảng bộ khác", **days, **self.told
        )
        self.people.append(member)
        self.events.append((member.pk, Flow.FROM_OUTSIDE, day, None, cell.pk))

    def move(self, day, member, cell):
        old = services.official_placement_on(member, day)
        services.transfer_member(member=member, to_cell=cell, on=day, **self.told)
        self.events.append((member.pk, INSIDE, day, old.cell_id, cell.pk))

    def leave_for(self, day, member, _cell):
        old = services.official_placement_on(member, day)
        services.transfer_out(member=member, on=day, went_to="Đảng bộ khác", **self.told)
        self.events.append((member.pk, Flow.TO_OUTSIDE, day, old.cell_id, None))

    def come_back(self, day, member, cell):
        services.register_transfer_in(
            member=member, cell=cell, on=day, came_from="Đảng bộ khác", **self.told
        )
        self.events.append((member.pk, Flow.FROM_OUTSIDE, day, None, cell.pk))

    def end(self, day, member, _cell):
        old = services.official_placement_on(member, day)
        services.end_membership(member=member, reason="resigned", on=day, **self.told)
        self.events.append((member.pk, Flow.LEFT, day, old.cell_id, None))

    def readmit(self, day, member, cell):
        days = {"decision_on": day - dt.timedelta(days=9), "ceremony_on": day}
        services.admit_member(member=member, cell=cell, **days, **self.told)
        self.events.append((member.pk, Flow.ADMITTED, day, None, cell.pk))

    def recognise(self, day, member, _cell):
        services.recognise_member(member=member, decision_on=day, **self.told)

    def undo(self, _day, member, _cell):
        """Takes back the last thing that happened to the member, the coming alone apart."""
        at, last = max((at, one) for at, one in enumerate(self.events) if one[0] == member.pk)
        placement = member.placements.valid().official().last()
        if last[1] in (Flow.TO_OUTSIDE, Flow.LEFT):
            services.undo_leaving(placement=placement, reason="ghi nhầm", by=self.by)
        else:
            services.void_row(row=placement, reason="ghi nhầm", by=self.by)
        del self.events[at]

    def void_person(self, _day, member, _cell):
        if member is None:
            return
        services.void_registration(member=member, reason="ghi nhầm", by=self.by)
        self.people.remove(member)
        self.events = [event for event in self.events if event[0] != member.pk]

    def dissolve(self, day, _member, cell):
        dissolve_cell(cell=cell, on=day, reason="giải thể", version=cell.version, by=self.by)

    def merge(self, day, _member, cell):
        others = [one.pk for one in self.cells if one.pk != cell.pk]
        into = Cell.objects.get(pk=others[0])
        moved = services.members_to_move(cell, day)
        told = {"on": day, "to_cell": into, "reason": "sáp nhập", "is_merger": True}
        services.close_cell(cell=cell, **told, **self.told)
        self.events += [(one.pk, INSIDE, day, cell.pk, into.pk) for one in moved]

    def expected(self, period: Period, cell: int | None) -> Counter:
        """What happened to the committee (None) or the cell in the span, by the plain list."""
        found = Counter()
        for _member, flow, day, left, entered in self.events:
            if day not in period:
                continue
            if flow != INSIDE:
                found[flow] += cell in (None, left, entered)
            elif cell is not None:
                found[Flow.TO_INSIDE] += cell == left
                found[Flow.FROM_INSIDE] += cell == entered
        return +found


@pytest.fixture
def office(committee, officer):
    cells = [factories.CellFactory(committee=committee) for _ in range(CELLS)]
    factories.place(factories.CellFactory(), from_on=FIRST)  # of another committee: never counts
    return committee, cells, officer


@settings(max_examples=settings().max_examples // 4)
@given(history=HISTORIES, spans=st.lists(SPANS, min_size=3, max_size=3))
def test_every_span_adds_up_whatever_happened(office, history, spans):
    committee, cells, officer = office
    with transaction.atomic():
        book, day = Office(cells, officer), FIRST
        for cell in cells:  # somebody to begin with
            book.admit(FIRST, None, cell)
        for choice, days, who, where in history:
            day += dt.timedelta(days=days)
            book.act(choice, day, who, where)
        for begin, length in spans:
            first = FIRST + dt.timedelta(days=begin)
            check(book, committee, Period(first, first + dt.timedelta(days=length)))
        transaction.set_rollback(True)


def check(book: Office, committee, period: Period) -> None:
    scope = Scope(committee)
    whole = figures.movement(scope, period)
    by_cell = figures.movement_by_cell(scope, period)
    held_against_the_book(book, whole, period)
    for _cell, move in by_cell:
        held_against_the_book(book, move, period)
    for name in ("opening", "closing", "admitted", "left", "change"):
        parts = [getattr(move, name) for _cell, move in by_cell]
        assert sum(int(part) for part in parts) == int(getattr(whole, name)), name
    moved_in = sum(move.of(Flow.FROM_INSIDE).value for _cell, move in by_cell)
    assert moved_in == sum(move.of(Flow.TO_INSIDE).value for _cell, move in by_cell)


def held_against_the_book(book: Office, move, period: Period) -> None:
    scope = move.scope
    flows = [flow for flow in Flow if flow != Flow.RECOGNISED]
    found = Counter({flow: move.of(flow).value for flow in flows})
    assert +found == book.expected(period, scope.cell and scope.cell.pk)
    for one, recognised in ((move, 0), (move.official, 1), (move.probationary, -1)):
        came = one.founding.value + one.admitted.value + one.moved_in.value
        gone = one.moved_out.value + one.left.value
        came += recognised * move.recognised.value
        assert one.opening.value + came - gone == one.closing.value
    there = {"cells": [scope.cell]} if scope.cell else {"committee": scope.committee}
    for day, name in ((day_before(period.first), "opening"), (period.last, "closing")):
        members = Member.objects.placed_on(day, **there)
        assert getattr(move, name).value == members.count()
        assert getattr(move.official, name).value == members.official_on(day).count()
