"""Entering and correcting an award."""

import pytest
from django.urls import reverse

from audit.models import AuditEntry
from awards.models import Award
from tests import factories
from tests.members.people import day

pytestmark = pytest.mark.django_db


@pytest.fixture
def member(cell):
    return factories.place(cell)


@pytest.fixture
def typed(member):
    return {
        "owner": f"member:{member.pk}",
        "form": "commendation",
        "authority": "director",
        "line": "police",
        "award_year": "2018",
        "decided_on": "03/01/2019",
        "decision_number": "1184/QĐ-CAT",
    }


@pytest.fixture
def ask(client, officer, typed):
    client.force_login(officer)
    return lambda **changes: client.post(reverse("awards:create"), {**typed, **changes})


def test_giving_works(ask, member, committee):
    assert ask().status_code == 302
    award = Award.objects.get()
    assert (award.member, award.register, award.decided_on) == (
        member,
        committee,
        day("03/01/2019"),
    )


def test_giving_to_a_unit_and_to_the_committee(ask, committee):
    unit = factories.OfficeUnitFactory(committee=committee)
    assert ask(owner=f"office_unit:{unit.pk}").status_code == 302
    assert ask(owner=f"committee:{committee.pk}").status_code == 302
    assert Award.objects.collective().get().office_unit == unit
    assert Award.objects.filter(committee=committee).count() == 1


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"decided_on": "03/04/2019"}, "decided_on"),
        ({"decided_on": "31/02/2019"}, "decided_on"),
        ({"award_year": "2020"}, "award_year"),
        ({"award_year": "hai nghìn"}, "award_year"),
        ({"owner": ""}, "owner"),
        ({"owner": "member:999999"}, "owner"),
        ({"form": "khác"}, "form"),
    ],
)
def test_bad_input_is_told_beside_its_field_and_kept(ask, changes, field):
    answer = ask(**changes)
    assert field in answer.context["form"].errors
    assert 'value="1184/QĐ-CAT"' in answer.content.decode()
    assert not Award.objects.exists()


def test_years_in_wrong_order_are_refused(ask):
    assert "Năm cuối phải" in ask(to_year="2017").content.decode()


def test_readers_may_not_give(client, typed, inspector, leader, secretary, administrator):
    for user in (inspector, leader, secretary, administrator):
        client.force_login(user)
        assert client.get(reverse("awards:create")).status_code == 403
        assert client.post(reverse("awards:create"), typed).status_code == 403
    assert not Award.objects.exists()


def test_correcting_asks_for_a_reason_and_may_change_the_recipient(client, ask, typed, committee):
    ask()
    award = Award.objects.get()
    unit = factories.OfficeUnitFactory(committee=committee)
    url = reverse("awards:update", args=[award.pk])
    change = {**typed, "owner": f"office_unit:{unit.pk}", "version": award.version}
    assert "correction_reason" in client.post(url, {**change, "reason": ""}).context["form"].errors
    assert client.post(url, {**change, "correction_reason": "nhầm đối tượng"}).status_code == 302
    award.refresh_from_db()
    assert (award.member, award.office_unit) == (None, unit)
    assert client.post(url, {**change, "correction_reason": "lần nữa"}).status_code == 409


def test_member_page_leads_to_the_form_with_the_member_chosen(client, officer, member):
    client.force_login(officer)
    page = client.get(reverse("members:detail", args=[member.pk])).content.decode()
    url = f"{reverse('awards:create')}?member={member.pk}"
    assert url in page
    assert f'value="member:{member.pk}" selected' in client.get(url).content.decode()


def test_correction_keeps_the_merit_apart_from_the_reason_of_the_correction(client, ask, typed):
    ask(reason="Thành tích trong đợt cao điểm")
    award = Award.objects.get()
    change = {**typed, "reason": "Thành tích năm 2018", "correction_reason": "gõ nhầm"}
    client.post(reverse("awards:update", args=[award.pk]), {**change, "version": award.version})
    award.refresh_from_db()
    assert award.reason == "Thành tích năm 2018"
    assert AuditEntry.objects.latest("pk").reason == "gõ nhầm"


@pytest.mark.parametrize("owner", ["member", "office_unit", "cell"])
def test_nobody_of_a_committee_one_only_reads_is_a_choice(
    ask, officer, other_committee, foreign_cell, owner
):
    """It took a unit of the other committee for a row of one's own register, and broke."""
    factories.RoleFactory(user=officer, role="inspector", committee=other_committee)
    elsewhere = {
        "member": factories.place(foreign_cell),
        "office_unit": factories.OfficeUnitFactory(committee=other_committee),
        "cell": foreign_cell,
    }[owner]
    assert "owner" in ask(owner=f"{owner}:{elsewhere.pk}").context["form"].errors
    assert not Award.objects.exists()
