"""The register of awards and its conditions."""

import pytest
from django.urls import reverse

from awards.models import Award
from tests import factories
from tests.members.people import day

pytestmark = pytest.mark.django_db


@pytest.fixture
def awards(committee, cell, other_cell):
    """An individual, a unit, a cell and the committee itself; one of a later decision."""
    member = factories.place(cell, full_name="Đào Văn Ân")
    unit = factories.OfficeUnitFactory(committee=committee, cell=other_cell, name="Đội Thử")
    make = factories.AwardFactory
    empty = {"register": committee, "member": None}
    return {
        "person": make(register=committee, member=member, award_year=2017),
        "unit": make(**empty, office_unit=unit, authority="ministry", form="merit"),
        "cell": make(**empty, cell=cell, line="state", authority="province", form="merit"),
        "committee": make(
            **empty,
            committee=committee,
            line="party",
            authority="provincial_party",
            form="merit",
            award_year=2014,
            to_year=2018,
            decided_on=day("25/02/2019"),
        ),
    }


@pytest.fixture
def found(client, awards):
    def ask(user, **query):
        client.force_login(user)
        rows = client.get(reverse("awards:list"), query).context["listing"].rows
        names = {award.pk: name for name, award in awards.items()}
        return {names[row.record.pk] for row in rows}

    return ask


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, {"person", "unit", "cell", "committee"}),
        ({"on": "24/02/2019"}, {"person", "unit", "cell"}),
        ({"on": "19/12/2018"}, set()),
        ({"recipient": "collective"}, {"unit", "cell"}),
        ({"recipient": "individual"}, {"person"}),
        ({"recipient": "committee"}, {"committee"}),
        ({"line": "state"}, {"cell"}),
        ({"line": ["state", "police"]}, {"person", "unit", "cell"}),
        ({"authority": "ministry"}, {"unit"}),
        ({"form": "commendation"}, {"person"}),
        ({"from_year": "2018", "to_year": "2018"}, {"unit", "cell"}),
        ({"to_year": "2017"}, {"person", "committee"}),
        ({"q": "dao van an"}, {"person"}),
        ({"q": "doi thu"}, {"unit"}),
    ],
)
def test_conditions(found, officer, query, expected):
    assert found(officer, **query) == expected


def test_cell_means_itself_its_units_and_its_members(found, officer, cell, other_cell):
    assert found(officer, cell=cell.pk) == {"person", "cell"}
    assert found(officer, cell=other_cell.pk) == {"unit"}


def test_voided_award_is_not_listed(found, awards, officer, client):
    client.force_login(officer)
    url = reverse("awards:void", args=[awards["person"].pk])
    answer = client.post(url, {"reason": "ghi nhầm", "version": awards["person"].version})
    assert answer.status_code == 302
    assert found(officer) == {"unit", "cell", "committee"}
    assert Award.objects.get(pk=awards["person"].pk).void_reason == "ghi nhầm"


def test_sight(found, leader, stranger, inspector, secretary):
    assert found(inspector) == found(secretary) == {"person", "unit", "cell", "committee"}
    assert found(leader) == {"person", "cell"}
    assert found(stranger) == set()


def test_pages_of_one_award(client, awards, officer, leader, inspector, stranger, administrator):
    detail, void = (reverse(f"awards:{n}", args=[awards["unit"].pk]) for n in ("detail", "void"))
    for user, reading, writing in (
        (officer, 200, 200),
        (inspector, 200, 403),
        (leader, 404, 404),
        (stranger, 404, 404),
        (administrator, 403, 403),
    ):
        client.force_login(user)
        assert client.get(detail).status_code == reading
        assert client.get(void).status_code == writing
    client.force_login(officer)
    assert "Đội Thử" in client.get(detail).content.decode()


@pytest.mark.parametrize("typed", ["-1e1000000", "hai nghìn", "9999999999999999999"])
def test_year_that_is_none_is_told_and_kept(client, officer, typed):
    client.force_login(officer)
    page = client.get(reverse("awards:list"), {"from_year": typed}).content.decode()
    assert f'value="{typed}"' in page
    assert "Hãy ghi một số nguyên." in page or "Số này lớn nhất là 2200." in page
