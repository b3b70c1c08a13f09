"""Rows a report has something to say about, and the way to make one in a test."""

import datetime as dt

from jobs.services import run_here
from members.models import Position
from partyunit.dates import Period
from reports.models import Report
from reports.services import request_report
from tests import factories

YEAR_2018 = Period.of_year(2018)
QUARTER_1 = Period.of_quarter(2019, 1)


def make(**how) -> Report:
    """Asks for a report and makes it in this process."""
    report = request_report(**how)
    run_here(report.job)
    report.refresh_from_db()
    return report


def fill(cell, other_cell) -> None:
    """Six members: four official, one probationary, one who moved between the two cells in 2018."""
    for at in range(3):
        factories.place(cell, full_name=f"Lò Văn Thử {at}")
    graduate = factories.place(other_cell, full_name="Mùa A Thử", ethnicity="Kinh", sex="female")
    factories.QualificationFactory(member=graduate)
    factories.place(
        other_cell, full_name="Vàng Thị Thử", from_on=dt.date(2018, 9, 3), official_from=False
    )
    _move(factories.place(cell, full_name="Quàng Văn Thử"), other_cell, dt.date(2018, 6, 1))
    _meetings(cell)
    _second(graduate, cell.committee)
    factories.AwardFactory(register=cell.committee, member=graduate)
    _secretary(graduate, cell.committee)


def _move(member, cell, on) -> None:
    old = member.placements.get()
    old.to_on, old.end_reason = on - dt.timedelta(days=1), "internal"
    old.save()
    factories.PlacementFactory(member=member, cell=cell, from_on=on, start_reason="internal")


def _meetings(cell) -> None:
    for month in (1, 2):
        meeting = factories.MeetingFactory(
            cell=cell, meets_on=dt.date(2019, month, 5), state="held"
        )
        members = list(cell.placements.filter(to_on__isnull=True))
        for at, placement in enumerate(members):
            absent = {"state": "excused", "reason": "đi học"} if at == month == 1 else {}
            factories.AttendanceFactory(meeting=meeting, member=placement.member, **absent)


def _second(member, committee) -> None:
    locality = factories.LocalityFactory(committee=committee, name="Mường Pha")
    host = factories.HostCellFactory(locality=locality, name="Nà Lại")
    plan = factories.DocumentFactory(register=committee)
    factories.SecondmentFactory(member=member, host_cell=host, plan=plan)


def _secretary(member, committee) -> None:
    factories.PositionFactory(
        member=member, committee=committee, title=Position.Title.SECRETARY, cell=None
    )
