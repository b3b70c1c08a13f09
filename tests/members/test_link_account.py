"""The account of a member: told by the records officer, needed by whoever approves minutes."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from accounts import services as accounts
from accounts.models import RoleAssignment, User
from accounts.office import CellPlan, OfficePlan, set_up_office
from audit import services as audit
from audit.models import AuditEntry
from cells.models import Cell
from meetings import services
from meetings.models import Meeting
from members.models import Member
from partyunit import clock
from tests import factories
from tests.meetings import building

pytestmark = pytest.mark.django_db


@pytest.fixture
def account(committee):
    return factories.RoleFactory(role="inspector", committee=committee).user


@pytest.fixture
def link(client, officer, member):
    client.force_login(officer)
    url = reverse("members:link_account", args=[member.pk])

    def post(account):
        return client.post(url, {"account": account.pk if account else ""})

    return post


def test_account_is_linked_written_down_and_named_on_both_pages(
    client, link, member, account, administrator
):
    assert link(account).status_code == 302
    assert account.member == member
    entry = AuditEntry.objects.get(action="members.link_account")
    assert (entry.before, entry.after) == ({"user": None}, {"user": account.pk})
    page = client.get(reverse("members:detail", args=[member.pk])).content.decode()
    assert account.username in page
    client.force_login(administrator)
    page = client.get(reverse("accounts:detail", args=[account.pk])).content.decode()
    assert member.full_name in page


def test_account_is_taken_away_again(link, member, account):
    link(account)
    assert link(None).status_code == 302
    member.refresh_from_db()
    assert member.user is None


def test_leader_does_not_read_the_name_an_account_signs_in_by(
    client, link, account, member, leader
):
    link(account)
    client.force_login(leader)
    page = client.get(reverse("members:detail", args=[member.pk])).content.decode()
    assert account.username not in page


@pytest.mark.parametrize("which", ["of another", "closed", "without a role", "elsewhere"])
def test_account_that_cannot_be_this_members_is_refused(link, leader, stranger, account, which):
    accounts_by_case = {
        "of another": leader,
        "closed": account,
        "without a role": factories.UserFactory(),
        "elsewhere": stranger,
    }
    if which == "closed":
        User.objects.filter(pk=account.pk).update(is_active=False)
    answer = link(accounts_by_case[which])
    assert "account" in answer.context["form"].errors


def test_database_keeps_one_valid_member_an_account(member, leader):
    with pytest.raises(IntegrityError), transaction.atomic():
        Member.objects.filter(pk=member.pk).update(user=leader)


def test_voided_member_frees_the_account(link, member, leader, officer):
    audit.void(leader.member, by=officer, reason="ghi nhầm")
    assert link(leader).status_code == 302
    assert User.objects.get(pk=leader.pk).member == member


def test_only_the_officer_links(client, member, inspector, leader, administrator, stranger):
    url = reverse("members:link_account", args=[member.pk])
    for user, status in ((inspector, 403), (leader, 403), (administrator, 403), (stranger, 404)):
        client.force_login(user)
        assert client.post(url, {"account": ""}).status_code == status


def test_new_office_reaches_approved_minutes(client):
    """From `setup_office` on, by what the administrator, the officer and the leader can do."""
    today = clock.today()
    administrator, cell = new_office(today)
    officer = open_account(administrator, "canbo", role="officer", cell=cell)
    leader = open_account(administrator, "chibo", role="cell_secretary", cell=cell)

    client.force_login(officer)
    chair = transfer_in(client, cell, "Lò Văn Một")
    clerk = transfer_in(client, cell, "Lò Thị Hai")
    page = reverse("members:assign_position", args=[chair.pk])
    assert (
        client.post(page, {"title": "cell_secretary", "from_on": "01/06/2020"}).status_code == 302
    )
    page = reverse("members:link_account", args=[chair.pk])
    assert client.post(page, {"account": leader.pk}).status_code == 302

    meeting = factories.MeetingFactory(cell=cell, meets_on=today)
    building.recorded(meeting, chair=chair, clerk=clerk, by=leader)
    services.score_from_record(meeting=meeting, on=today, by=leader)
    services.score_the_rest(meeting=meeting, by=leader)  # asked for by 42-HD/BTCTW, since 2025
    minutes = services.submit_minutes(meeting=meeting, on=today, by=leader)
    client.force_login(leader)
    client.post(reverse("meetings:approve", args=[meeting.pk]), {"version": minutes.version})
    minutes.refresh_from_db()
    assert minutes.state == "approved"
    assert Meeting.objects.get().state == "held"


def new_office(today: dt.date):
    founded = dt.date(2009, 4, 3)
    plan = OfficePlan(
        code="MOI",
        name="Đảng ủy Công an huyện",
        superior="Đảng bộ huyện",
        place="Huyện",
        founded_on=founded,
        username="quantri",
        full_name="Quản Trị Mới",
        password="mot-mat-khau-rieng",
        cells=[CellPlan(code="TH", name="Tổng hợp", founded_on=founded)],
    )
    return set_up_office(plan, today=today), Cell.objects.get()


def open_account(administrator, username, *, role, cell) -> User:
    account = User(username=username, full_name="Người Mới")
    accounts.open_account(account=account, by=administrator)
    assignment = RoleAssignment(
        user=account,
        role=role,
        committee=cell.committee,
        cell=cell if role.startswith("cell_") else None,
        from_on=clock.today(),
    )
    accounts.give_role(assignment=assignment, by=administrator)
    User.objects.filter(pk=account.pk).update(must_change_password=False)
    return User.objects.get(pk=account.pk)


def transfer_in(client, cell, name: str) -> Member:
    typed = {
        "full_name": name,
        "sex": "male",
        "born_on": "12/03/1985",
        "ethnicity": "Thái",
        "cell": cell.pk,
        "on": "01/05/2020",
        "came_from": "Chi bộ Học viện",
        "decision_on": "01/05/2010",
        "ceremony_on": "19/05/2010",
        "official_from": "19/05/2011",
    }
    assert client.post(reverse("members:transfer_in"), typed).status_code == 302
    return Member.objects.get(full_name=name)
