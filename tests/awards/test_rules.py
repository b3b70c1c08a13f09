"""What the rows of merit refuse, whichever way they are written."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from audit import services as audit
from awards.models import Title
from tests import factories
from tests.members.people import day

pytestmark = pytest.mark.django_db


@pytest.fixture
def award(committee, cell):
    return factories.AwardFactory(register=committee, member=factories.place(cell))


@pytest.mark.parametrize(
    ("facts", "field"), [({"award_year": 2019}, "award_year"), ({"to_year": 2030}, "to_year")]
)
def test_award_of_a_year_after_its_decision_is_no_correction_either(award, facts, field):
    for name, value in facts.items():
        setattr(award, name, value)
    with pytest.raises(ValidationError) as refusal:
        audit.update(award, by=None, fields=list(facts), reason="thử")
    assert refusal.value.message_dict[field] == ["Năm khen không thể sau năm của quyết định."]


def test_title_of_a_year_after_its_decision_is_no_correction_either(client, officer, committee):
    title = factories.TitleFactory(committee=committee)
    client.force_login(officer)
    answer = client.post(
        reverse("awards:title_update", args=[title.pk]),
        {
            "owner": f"committee:{committee.pk}",
            "name": "exemplary",
            "year": "2020",
            "decided_on": "20/01/2019",
            "correction_reason": "thử",
            "version": title.version,
        },
    )
    assert "year" in answer.context["form"].errors


def test_nobody_is_honoured_before_being_founded(committee):
    cell = factories.CellFactory(committee=committee, founded_on=day("01/08/2015"))
    title = Title(cell=cell, name="strong", year=2012, decided_on=day("20/01/2013"))
    award = factories.AwardFactory.build(register=committee, member=None, cell=cell)
    award.award_year = 2014
    for row, field in [(title, "year"), (award, "award_year")]:
        with pytest.raises(ValidationError) as refusal:
            row.full_clean()
        assert "chưa thành lập" in refusal.value.message_dict[field][0]


def test_collective_of_another_committee_stands_in_no_register(committee, foreign_cell):
    award = factories.AwardFactory.build(register=committee, member=None, cell=foreign_cell)
    with pytest.raises(ValidationError) as refusal:
        award.full_clean()
    assert "cell" in refusal.value.message_dict


@pytest.mark.parametrize("owner", ["member", "cell", "office_unit", "committee"])
def test_same_award_is_entered_once(committee, cell, owner):
    row = {
        "member": lambda: factories.place(cell),
        "cell": lambda: cell,
        "office_unit": lambda: factories.OfficeUnitFactory(committee=committee),
        "committee": lambda: committee,
    }[owner]()
    facts = {"register": committee, "member": None, owner: row}
    first = factories.AwardFactory(**facts)
    with pytest.raises(ValidationError, match="đã có trong sổ"):
        factories.AwardFactory.build(**facts).full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.AwardFactory(**facts)
    audit.void(first, by=None, reason="nhập nhầm")
    factories.AwardFactory(**facts)


def test_leader_sees_titles_of_the_committee_and_the_own_cell(
    client, leader, inspector, committee, cell, other_cell
):
    for holder in ({"committee": committee}, {"cell": cell}, {"cell": other_cell}):
        factories.TitleFactory(**{"committee": None} | holder)
    theirs = Title.objects.get(cell=other_cell)
    for person, count, status in [(leader, 2, 404), (inspector, 3, 200)]:
        client.force_login(person)
        assert client.get(reverse("awards:titles")).context["listing"].count == count
        page = client.get(reverse("awards:title_detail", args=[theirs.pk]))
        assert page.status_code == status


# -- order and years of the lists ------------------------------------------------------------------


def shown(client, url_name, **query):
    rows = client.get(reverse(url_name), query).context["listing"].rows
    return [row.record for row in rows]


def test_titles_stand_in_the_offices_order(client, officer, committee, cell, other_cell):
    rows = [
        factories.TitleFactory(**{"committee": None} | holder)
        for holder in ({"cell": other_cell}, {"cell": cell}, {"committee": committee})
    ]
    of_other, of_cell, own = rows
    client.force_login(officer)
    assert shown(client, "awards:titles") == [own, of_cell, of_other]
    assert shown(client, "awards:titles", sort="holder") == [own, of_cell, of_other]
    assert shown(client, "awards:titles", sort="-holder") == [of_other, of_cell, own]


def test_awards_of_a_year_stand_by_name(client, officer, committee, cell):
    names = ["Lò Văn Út", "Vàng Thị An", "Đinh Công Bình"]
    for name in names:
        member = factories.place(cell, full_name=name)
        factories.AwardFactory(register=committee, member=member)
    client.force_login(officer)
    for sort in ("year", "-year"):
        found = [row.member.full_name for row in shown(client, "awards:list", sort=sort)]
        assert found == ["Vàng Thị An", "Đinh Công Bình", "Lò Văn Út"]
