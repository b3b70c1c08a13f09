"""Every page that writes about a member: out of sight 404, in sight but not an officer 403."""

import pytest
from django.urls import reverse

from members import services
from tests import factories
from tests.members.people import TODAY, day

pytestmark = pytest.mark.django_db

ACTS = [
    "update",
    "transfer",
    "transfer_out",
    "come_back",
    "readmit",
    "recognise",
    "end_membership",
    "assign_position",
    "assign_oversight",
    "promote",
    "add_qualification",
    "second",
    "exempt",
    "send_temporarily",
    "guest",
    "void_registration",
]
KINDS = [
    "chuc-vu",
    "trinh-do",
    "phu-trach",
    "cap-bac-ham",
    "tang-cuong",
    "noi-sinh-hoat",
    "qua-trinh-dang",
]


def statuses(client, user, url):
    client.force_login(user)
    return [client.get(url).status_code, client.post(url, {}).status_code]


@pytest.fixture
def other_leader(other_cell):
    user = factories.UserFactory()
    factories.RoleFactory(
        user=user, role="cell_secretary", committee=other_cell.committee, cell=other_cell
    )
    return user


@pytest.mark.parametrize("act", ACTS)
def test_act_on_a_member(
    client,
    member,
    act,
    officer,
    secretary,
    inspector,
    leader,
    stranger,
    other_leader,
    administrator,
):
    url = reverse(f"members:{act}", args=[member.pk])
    assert statuses(client, officer, url) == [200, 200]
    for reader in (secretary, inspector, leader, administrator):
        assert statuses(client, reader, url) == [403, 403]
    for outsider in (stranger, other_leader):
        assert statuses(client, outsider, url) == [404, 404]


@pytest.mark.parametrize("kind", KINDS)
def test_voiding_a_row(client, rows, kind, officer, inspector, leader, stranger):
    url = reverse("members:void", args=[kind, rows[kind].pk])
    assert statuses(client, officer, url) == [200, 200]
    for reader in (inspector, leader):
        assert statuses(client, reader, url) == [403, 403]
    assert statuses(client, stranger, url) == [404, 404]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("end_position", "chuc-vu"),
        ("end_oversight", "phu-trach"),
        ("end_secondment", "tang-cuong"),
        ("undo_leaving", "noi-sinh-hoat"),
    ],
)
def test_ending_a_row(client, rows, name, kind, officer, inspector, leader, stranger):
    url = reverse(f"members:{name}", args=[rows[kind].pk])
    assert statuses(client, officer, url) == [200, 200]
    for reader in (inspector, leader):
        assert statuses(client, reader, url) == [403, 403]
    assert statuses(client, stranger, url) == [404, 404]


@pytest.mark.parametrize("name", ["admit", "transfer_in", "new_guest"])
def test_new_member(client, name, officer, inspector, leader, administrator):
    url = reverse(f"members:{name}")
    assert statuses(client, officer, url) == [200, 200]
    for reader in (inspector, leader, administrator):
        assert statuses(client, reader, url) == [403, 403]


def test_leader_no_longer_sees_who_has_moved_away(client, member, other_cell, officer, leader):
    url = reverse("members:detail", args=[member.pk])
    client.force_login(leader)
    assert client.get(url).status_code == 200
    services.transfer_member(
        member=member, recorded_on=TODAY, to_cell=other_cell, on=day("13/03/2019"), by=officer
    )
    assert client.get(url).status_code == 404


def test_rows_of_an_unknown_kind_are_not_found(client, member, officer):
    client.force_login(officer)
    assert client.get(reverse("members:void", args=["khac", member.pk])).status_code == 404


def test_signed_out_goes_to_the_sign_in_page(client, member):
    answer = client.get(reverse("members:detail", args=[member.pk]))
    assert answer.status_code == 302
    assert reverse("accounts:sign_in") in answer.url


@pytest.mark.parametrize("act", ["assign_position", "present", "transfer_in", "candidate_create"])
def test_units_and_papers_are_those_of_the_register_one_writes(
    client, officer, member, foreign_cell, act
):
    """The officer here only reads the other committee: nothing of it is a choice."""
    other = foreign_cell.committee
    factories.RoleFactory(user=officer, committee=other, role="inspector")
    unit = factories.OfficeUnitFactory(committee=other)
    paper = factories.DocumentFactory(register=other, kind="QĐ")
    client.force_login(officer)
    args = [member.pk] if act == "assign_position" else []
    fields = client.get(reverse(f"members:{act}", args=args)).context["form"].fields
    assert unit not in fields["office_unit"].queryset
    if "decision" in fields:
        assert paper not in fields["decision"].queryset
