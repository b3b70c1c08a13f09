"""Each number of the first page opens a list with exactly that many rows."""

import datetime as dt
from urllib.parse import urljoin

import pytest

from members.models import Placement
from tests.factories import (
    AwardFactory,
    CellFactory,
    DocumentFactory,
    HostCellFactory,
    LocalityFactory,
    MeetingFactory,
    MinutesFactory,
    OfficeUnitFactory,
    PlacementFactory,
    PositionFactory,
    QualificationFactory,
    SecondmentFactory,
    TitleFactory,
    place,
)
from tests.reports.dashboard_links import links_of, number_links, wrong_links

D = dt.date
DASHBOARD = "/tong-quan/"


@pytest.fixture
def office(committee, cell, other_cell, foreign_cell):
    """Something to count for every number, beside rows of another committee."""
    CellFactory(committee=committee, code="MOI", founded_on=D(2019, 2, 1))
    _people(committee, cell, other_cell)
    _meetings(committee, cell, other_cell)
    _merit(committee, place(cell))
    place(foreign_cell)
    MeetingFactory(cell=foreign_cell, kind="model", state="held")
    AwardFactory(register=foreign_cell.committee, member=place(foreign_cell))
    return committee


def _people(committee, cell, other_cell):
    plan = DocumentFactory(register=committee)
    town = LocalityFactory(committee=committee, kind="town")
    commune = LocalityFactory(committee=committee)
    for host in [HostCellFactory(locality=town), HostCellFactory(locality=commune)]:
        for home in (cell, other_cell):
            SecondmentFactory(member=place(home), host_cell=host, plan=plan)
    for title in ("secretary", "committee_member", "party_work_team"):
        PositionFactory(member=place(cell), committee=committee, title=title)
    QualificationFactory(member=place(cell, from_on=D(2019, 3, 3), official_from=False))
    QualificationFactory(member=place(other_cell), level=50)
    moved = place(cell, from_on=D(2011, 1, 1))
    moved.placements.update(to_on=D(2019, 1, 31), end_reason="internal")
    PlacementFactory(member=moved, cell=other_cell, from_on=D(2019, 2, 1), start_reason="internal")
    came = place(cell, from_on=D(2019, 1, 10))
    came.placements.update(start_reason=Placement.StartReason.TRANSFER_IN)
    for last, reason in [(D(2018, 12, 31), "transfer_out"), (D(2019, 2, 28), "died")]:
        place(cell).placements.update(to_on=last, end_reason=reason)


def _meetings(committee, cell, other_cell):
    submitted = MeetingFactory(cell=cell, meets_on=D(2019, 3, 5), state="held")
    MinutesFactory(meeting=submitted, state="submitted")
    for day in (D(2018, 5, 5), D(2019, 2, 5)):
        MeetingFactory(cell=other_cell, meets_on=day, state="held")
    MeetingFactory(cell=other_cell, meets_on=D(2019, 3, 14))
    MeetingFactory(cell=other_cell, meets_on=D(2019, 2, 22), kind="model", state="held")
    MeetingFactory(cell=cell, meets_on=D(2019, 6, 20), kind="model")
    MeetingFactory(cell=cell, meets_on=D(2018, 11, 5), kind="thematic", state="held")


def _merit(committee, member):
    unit = OfficeUnitFactory(committee=committee)
    for year in (2013, 2014, 2016, 2018):
        AwardFactory(register=committee, member=member, award_year=year, decided_on=D(year, 12, 1))
        TitleFactory(committee=committee, year=year, decided_on=D(year + 1, 2, 1))
    AwardFactory(
        register=committee, member=None, office_unit=unit, form="merit", authority="ministry"
    )
    AwardFactory(register=committee, member=None, committee=committee, line="party", to_year=2018)
    AwardFactory(register=committee, member=member, line="union")


DAYS = ["13/03/2019", "31/01/2019", "31/12/2013", "01/06/2019"]


@pytest.mark.parametrize("on", DAYS)
def test_each_number_opens_as_many_rows(client, secretary, office, on):
    client.force_login(secretary)
    html = client.get(DASHBOARD, {"on": on}).text
    assert len(number_links(html)) >= 20
    assert wrong_links(client, html) == []


def test_each_sentence_opens_as_many_items_as_it_says(client, secretary, office):
    client.force_login(secretary)
    page = client.get(DASHBOARD).context["page"]
    assert {notice.key for notice in page.notices} >= {"not-met", "not-thematic", "admitted"}
    for notice in page.notices:
        shown = client.get(notice.url)
        assert len(shown.context["notice"].items) == int(notice.sentence.split()[0])
        assert all(item.name in shown.text for item in notice.items)


def test_every_other_link_of_the_page_opens(client, secretary, office):
    client.force_login(secretary)
    addresses = {url for url, _text in links_of(client.get(DASHBOARD).text)}
    broken = [u for u in addresses if client.get(urljoin(DASHBOARD, u)).status_code != 200]
    assert broken == []


def test_sentence_of_another_day_and_an_unknown_one(client, secretary, office):
    client.force_login(secretary)
    assert "không còn việc nào" in client.get("/can-biet/admitted/", {"on": "31/12/2013"}).text
    assert client.get("/can-biet/khong-co/").status_code == 404


def test_sentence_is_refused_to_a_cell_leader(client, leader):
    client.force_login(leader)
    assert client.get("/can-biet/not-met/").status_code == 403
