"""Random lives: no act, in whatever order, leaves spans that overlap or hang; all of them taken back leave nothing."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from hypothesis import example, given, settings
from hypothesis import strategies as st

from members import services
from members.models import Exemption, Placement, Position
from members.services.fitting import misfits
from tests.members.people import TODAY, admit

pytestmark = pytest.mark.django_db
NAMES = (
    "memberships",
    "placements",
    "positions",
    "oversights",
    "secondments",
    "exemptions",
    "residence_contacts",
)
KINDS = [
    "transfer",
    "transfer_out",
    "come_back",
    "leave",
    "readmit",
    "recognise",
    "exempt",
    "send",
    "post",
    "end_post",
]
# Months after the act before, sometimes none, sometimes back: acts meet on one day often enough.
ACTS = st.lists(
    st.tuples(st.sampled_from(KINDS), st.sampled_from([0, 0, 1, 2, 6, 13, -4])),
    min_size=4,
    max_size=10,
)


def rows_of(member):
    """Every valid row of the member as it stands, without its version."""
    return {
        (name, row.pk): tuple(
            str(getattr(row, field.attname))
            for field in row._meta.concrete_fields
            if field.name != "version" and not field.name.endswith("_rule")
        )
        for name in NAMES
        for row in getattr(member, name).valid()
    }


class Life:
    """One member, the acts on the member, and how each is taken back."""

    def __init__(self, member, cells, officer):
        self.member, self.cells, self.by = member, cells, officer
        self.told = {"recorded_on": TODAY, "by": officer}

    def void(self, row):
        row = type(row).objects.get(pk=row.pk)
        return services.void_row(row=row, reason="ghi nhầm", by=self.by)

    def undo_leaving(self, placement):
        placement.refresh_from_db()
        return services.undo_leaving(placement=placement, reason="ghi nhầm", by=self.by)

    def last_placement(self):
        return self.member.placements.valid().official().order_by("from_on").last()

    def transfer(self, on):
        cell = self.cells[0] if self.last_placement().cell_id != self.cells[0].pk else self.cells[1]
        new = services.transfer_member(member=self.member, to_cell=cell, on=on, **self.told)
        return lambda: self.void(new)

    def transfer_out(self, on):
        old = services.transfer_out(member=self.member, on=on, went_to="Tỉnh", **self.told)
        return lambda: self.undo_leaving(old)

    def come_back(self, on):
        asked = {"cell": self.cells[1], "came_from": "Tỉnh"}
        new = services.register_transfer_in(member=self.member, on=on, **asked, **self.told)
        return lambda: self.void(new)

    def leave(self, on):
        old = self.last_placement()
        services.end_membership(member=self.member, reason="removed", on=on, **self.told)
        return lambda: self.undo_leaving(old)

    def readmit(self, on):
        asked = {"cell": self.cells[0], "admission_note": "theo quyết định"}
        span = services.admit_member(
            member=self.member, decision_on=on, ceremony_on=on, **asked, **self.told
        )
        return lambda: self.void(span)

    def recognise(self, on):
        span = services.recognise_member(member=self.member, decision_on=on, **self.told)

        def undo():
            span.refresh_from_db()
            services.undo_recognition(membership=span, reason="ghi nhầm", by=self.by)

        return undo

    def exempt(self, on):
        asked = {"kind": Exemption.Kind.EXEMPT, "reason": "đi học"}
        row = services.begin_exemption(member=self.member, on=on, **asked, **self.told)
        return lambda: self.void(row)

    def send(self, on):
        row = Placement(member=self.member, from_on=on)
        if on.month % 2:
            row.outside_name = "Nơi khác"
        else:
            here = self.last_placement().cell_id == self.cells[0].pk
            row.cell = self.cells[1] if here else self.cells[0]
        row.to_on = on + dt.timedelta(days=150)
        services.send_temporarily(placement=row, **self.told)
        return lambda: self.void(row)

    def post(self, on):
        title = ("cell_secretary", "cell_deputy")[on.month % 2]
        row = Position(member=self.member, title=title, from_on=on)
        services.assign_position(position=row, by=self.by)
        return lambda: self.void(row)

    def end_post(self, on):
        row = self.member.positions.active_on(on).first()
        if row is None:
            raise ValidationError("no post")
        last = row.to_on
        services.end_position(position=row, on=on, by=self.by)

        def undo():
            row.refresh_from_db()
            row.to_on = last
            fields = ["to_on"]
            services.correct_row(row=row, fields=fields, reason="ghi nhầm", **self.told)

        return undo


@settings(max_examples=settings().max_examples // 4)
@example(acts=[("recognise", 0), ("post", 1), ("transfer", 6), ("transfer", -4), ("end_post", 0)])
@given(acts=ACTS)
def test_acts_and_their_undoing_leave_nothing_behind(acts, cell, other_cell, officer):
    member = admit(cell, officer, name="Lò Văn Đời", on="05/01/2010", official=False)
    life, done = Life(member, (cell, other_cell), officer), []
    months = 13
    for kind, gap in acts:
        months = max(months + gap, 1)
        on = dt.date(2010 + months // 12, months % 12 + 1, 5)
        before = rows_of(member)
        try:
            undo = getattr(life, kind)(on)
        except ValidationError:
            assert rows_of(member) == before, f"{kind} was refused halfway"
            continue
        assert misfits(member) == {}, kind
        done.append((kind, before, undo))
    for kind, before, undo in reversed(done):
        undo()
        assert misfits(member) == {}, kind
        assert rows_of(member) == before, kind
