"""A row that never was true counts nowhere: voiding one moves its own figures and no others."""

import datetime as dt

import pytest

from audit.services import void
from partyunit.dates import Period
from reports import figures
from reports.figures import Scope
from tests.factories import (
    AttendanceFactory,
    AwardFactory,
    DocumentFactory,
    HostCellFactory,
    LocalityFactory,
    MeetingFactory,
    PositionFactory,
    QualificationFactory,
    SecondmentFactory,
    TitleFactory,
    place,
)

D = dt.date
DAY = D(2019, 3, 13)


@pytest.fixture
def world(committee, cell, other_cell):
    """A committee in which every figure counts something."""
    member = place(cell, from_on=D(2019, 2, 1), official_from=False)
    place(other_cell)
    degree = QualificationFactory(member=member)
    locality = LocalityFactory(committee=committee)
    plan = DocumentFactory(register=committee, issued_on=D(2019, 1, 8))
    meeting = MeetingFactory(cell=cell, state="held")
    return {
        "membership": member.memberships.get(),
        "placement": member.placements.get(),
        "qualification": degree,
        "secondment": SecondmentFactory(
            member=member,
            host_cell=HostCellFactory(locality=locality),
            plan=plan,
            from_on=D(2019, 2, 5),
        ),
        "position": PositionFactory(member=member, committee=committee, title="party_work_team"),
        "meeting": MeetingFactory(cell=cell, state="held", kind="model"),
        "attendance": AttendanceFactory(meeting=meeting, member=member),
        "award": AwardFactory(register=committee, member=member),
        "own award": AwardFactory(register=committee, member=None, committee=committee),
        "title": TitleFactory(committee=committee),
        "document": DocumentFactory(register=committee, stance="advised", issued_on=D(2019, 1, 9)),
    }


def read(committee) -> dict:
    scope, period = Scope(committee), Period(D(2019, 1, 1), DAY)
    flow = figures.movement(scope, period)
    found = figures.summary(scope, DAY, first_year=2014, last_year=2018)
    found["awards"] = [(row["collective"], row["individual"]) for row in found["awards"]]
    return found | {
        "admitted": flow.admitted.value,
        "attended": figures.attendance(scope, period).present,
        "meetings": figures.meetings_held(scope, period).total.value,
        "documents": [line.figure.value for line in figures.documents(scope, period)],
        "growth": [p.graduates.value for p in figures.growth(scope, [DAY])],
    }


SECONDED = {"seconded", "seconded_by_cell", "host_cells", "communes"}
MOVED = [
    ("membership", {"probationary"}),
    (
        "placement",
        {"members", "probationary", "graduates", "graduate_percent", "admitted", "growth"}
        | {"party_work_team"}
        | SECONDED,
    ),
    ("qualification", {"graduates", "graduate_percent", "growth"}),
    ("secondment", SECONDED),
    ("position", {"party_work_team"}),
    ("meeting", {"model_meetings", "meetings"}),
    ("attendance", {"attended"}),
    ("award", {"awards"}),
    ("own award", {"committee_awards"}),
    ("title", {"title_streak"}),
    ("document", {"documents"}),
]


@pytest.mark.parametrize(("name", "moved"), MOVED)
def test_voided_row_moves_its_own_figures_only(world, committee, officer, name, moved):
    before = read(committee)
    void(world[name], by=officer, reason="nhập nhầm")
    after = read(committee)
    assert {key for key in before if before[key] != after[key]} == moved
