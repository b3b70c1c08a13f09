"""Each way a life can go within a year, entered by the acts of the office: the right roll, the right rate."""

import datetime as dt

import pytest

from meetings import services
from meetings.attendance.matrix import OUTSIDE, Body, read_matrix
from meetings.models import Attendance, Meeting
from members import services as acts
from members.models import Exemption, Placement, Secondment
from partyunit.dates import Period
from tests import factories
from tests.members.people import admit

pytestmark = pytest.mark.django_db
D = dt.date
TODAY = D(2019, 3, 13)
DAYS = [D(2018, month, 14) for month in (2, 5, 8, 11)]
SIGNS = {
    ("official", "present"): "o",
    ("probationary", "present"): "d",
    ("temporary", "present"): "t",
    ("official", "exempt"): "M",
    ("official", "elsewhere"): "N",
}


class Lives:
    """One member of the cell since 2015; each way of life is an act or two."""

    def __init__(self, cell, other_cell, by):
        self.cell, self.other, self.by = cell, other_cell, by
        self.told = {"recorded_on": TODAY, "by": by}
        self.member = admit(cell, by, name="Lò Thị Thử", on="03/02/2015")

    def stays(self):
        pass

    def joins_in_mid_month(self):
        self.member = admit(self.cell, self.by, name="Mùa A Thử", on="14/05/2018", official=False)

    def becomes_official_in_the_year(self):
        self.member = admit(self.cell, self.by, name="Giàng A Thử", on="14/05/2017")

    def leaves_on_a_day_of_a_meeting(self):
        acts.transfer_out(member=self.member, on=DAYS[1], went_to="Tỉnh", **self.told)

    def leaves_the_day_after_one(self):
        acts.end_membership(member=self.member, on=D(2018, 5, 15), reason="resigned", **self.told)

    def comes_back(self):
        acts.transfer_out(member=self.member, on=D(2018, 3, 1), went_to="Tỉnh", **self.told)
        acts.register_transfer_in(
            member=self.member, cell=self.cell, on=D(2018, 8, 1), came_from="Tỉnh", **self.told
        )

    def moves_twice(self):
        for cell, on in ((self.other, D(2018, 3, 1)), (self.cell, D(2018, 8, 14))):
            acts.transfer_member(member=self.member, to_cell=cell, on=on, **self.told)

    def is_exempt(self):
        self._exempt(Exemption.Kind.EXEMPT)

    def is_suspended(self):
        self._exempt(Exemption.Kind.SUSPENDED)

    def _exempt(self, kind):
        factories.ExemptionFactory(member=self.member, kind=kind, from_on=DAYS[1], to_on=DAYS[2])

    def is_seconded_by_letter(self):
        self._second(Secondment.Kind.TRANSFERRED)

    def is_seconded_without_letter(self):
        self._second(Secondment.Kind.ATTENDS)

    def _second(self, kind):
        factories.SecondmentFactory(
            member=self.member, kind=kind, from_on=DAYS[1], to_on=DAYS[2], end_reason="completed"
        )

    def is_a_guest_of_another_cell(self):
        self._send(self.member, self.other)

    def comes_as_a_guest(self):
        self.member = admit(self.other, self.by, name="Tẩn Thị Thử", on="03/02/2015")
        self._send(self.member, self.cell)

    def _send(self, member, cell):
        spans = {"from_on": DAYS[1], "to_on": D(2018, 8, 14)}
        acts.send_temporarily(placement=Placement(member=member, cell=cell, **spans), **self.told)


@pytest.mark.parametrize(
    ("life", "signs", "rate"),
    [
        ("stays", "oooo", "75.0"),
        ("joins_in_mid_month", ".ddd", "66.7"),
        ("becomes_official_in_the_year", "dooo", "75.0"),
        ("leaves_on_a_day_of_a_meeting", "o...", "0.0"),
        ("leaves_the_day_after_one", "oo..", "50.0"),
        ("comes_back", "o.oo", "66.7"),
        ("moves_twice", "o.oo", "66.7"),
        ("is_exempt", "oMMo", "50.0"),
        ("is_suspended", "oMMo", "50.0"),
        ("is_seconded_by_letter", "oNNo", "50.0"),
        ("is_seconded_without_letter", "oooo", "75.0"),
        ("is_a_guest_of_another_cell", "oNNo", "50.0"),
        ("comes_as_a_guest", ".tt.", "50.0"),
    ],
)
def test_roll_and_rate(cell, other_cell, officer, life, signs, rate):
    """Everyone comes to every meeting, but the one to judge to the last one on whose roll they must come."""
    lives = Lives(cell, other_cell, officer)
    getattr(lives, life)()
    for day in DAYS:
        factories.place(cell)
        meeting = factories.MeetingFactory(cell=cell, meets_on=day)
        services.mark_everyone_present(meeting=meeting, on=day, by=officer)
        Meeting.objects.filter(pk=meeting.pk).update(state="held")
    rows = Attendance.objects.valid().filter(member=lives.member, meeting__cell=cell)
    found = {row.meeting.meets_on: SIGNS[row.standing, row.state] for row in rows}
    assert "".join(found.get(day, ".") for day in DAYS) == signs
    last = rows.filter(state="present").order_by("-meeting__meets_on").first()
    Attendance.objects.filter(pk=last.pk).update(state="absent")
    body = Body(committee=cell.committee, cell=cell)
    matrix = read_matrix(
        body, Period.of_year(2018), day=TODAY, kind="", is_today=True, user=officer
    )
    [row] = [one for one in matrix.rows if one.member == lives.member]
    assert str(row.attendance.percent) == rate
    assert [mark.state == OUTSIDE for mark in row.marks] == [sign == "." for sign in signs]
