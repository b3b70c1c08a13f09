"""One member of `cell`, with a row of each dated kind."""

import pytest

from members import services
from members.models import Position, Qualification
from tests import factories
from tests.members.people import TODAY, admit, day


@pytest.fixture
def member(cell, officer):
    return admit(cell, officer, citizen_id="012085001234", card_no="38001234")


@pytest.fixture
def plan(committee):
    return factories.DocumentFactory(register=committee)


@pytest.fixture
def host_cell(committee):
    commune = factories.LocalityFactory(committee=committee, name="Mường Thử")
    return factories.HostCellFactory(locality=commune, name="Nà Thử")


@pytest.fixture
def rows(member, cell, other_cell, committee, plan, host_cell, officer):
    """One valid row of each kind, by the name in the address of its void page."""
    post = Position(
        member=member, title="committee_member", committee=committee, from_on=day("01/06/2016")
    )
    services.assign_position(position=post, by=officer)
    degree = Qualification(
        member=member, scale="professional", level=40, obtained_on=day("15/07/2014")
    )
    services.add_qualification(qualification=degree, recorded_on=TODAY, by=officer)
    return {
        "chuc-vu": post,
        "trinh-do": degree,
        "phu-trach": services.assign_oversight(
            member=member, cell=other_cell, on=day("01/01/2017"), by=officer
        ),
        "cap-bac-ham": services.promote(
            member=member, recorded_on=TODAY, grade=33, on=day("01/07/2014"), by=officer
        ),
        "tang-cuong": services.second_member(
            member=member, host_cell=host_cell, plan=plan, on=day("01/04/2016"), by=officer
        ),
        "noi-sinh-hoat": member.placements.get(),
        "qua-trinh-dang": member.memberships.get(),
    }
