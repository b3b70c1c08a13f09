"""The administrator's pages: accounts opened, closed, given first passwords."""

import pytest

from accounts.models import RoleAssignment, User
from audit.models import AuditEntry
from tests import factories

LIST = "/tai-khoan/"


@pytest.fixture
def account(committee):
    account = factories.UserFactory(username="hamthu", full_name="Hà Thử")
    factories.RoleFactory(user=account, committee=committee)
    return account


@pytest.fixture
def page(client, administrator):
    client.force_login(administrator)
    return client


def url(account, act=""):
    return f"{LIST}{account.pk}/{act}"


ACTS = ["", "sua/", "dong/", "mo-lai/", "dat-lai-mat-khau/", "giao-vai-tro/"]


@pytest.mark.parametrize("act", ACTS)
def test_page_works_for_the_administrator(page, account, act):
    assert page.get(url(account, act)).status_code == 200


@pytest.mark.parametrize("act", ACTS)
def test_account_of_another_committee_is_out_of_sight(page, stranger, act):
    assert page.get(url(stranger, act)).status_code == 404


@pytest.mark.parametrize("person", ["officer", "secretary", "inspector", "leader"])
@pytest.mark.parametrize("act", ["list", "create", *ACTS])
def test_page_is_refused_to_who_reads_the_register(client, request, account, person, act):
    client.force_login(request.getfixturevalue(person))
    target = {"list": LIST, "create": f"{LIST}mo/"}.get(act, url(account, act))
    assert client.get(target).status_code == 403


@pytest.mark.parametrize("act", ["sua/", "dong/", "dat-lai-mat-khau/", "giao-vai-tro/"])
def test_account_with_a_role_elsewhere_is_not_managed(page, account, other_committee, act):
    factories.RoleFactory(user=account, committee=other_committee)
    assert page.get(url(account, act)).status_code == 403


def test_first_administrator_is_told_what_comes_next(page):
    words = "Mới có tài khoản của đồng chí."
    assert words in page.get(LIST).text
    factories.UserFactory()
    assert words not in page.get(LIST).text


def test_list_shows_own_accounts_and_those_without_a_role(page, account, stranger, administrator):
    fresh = factories.UserFactory()
    rows = {row.record for row in page.get(LIST).context["listing"].rows}
    assert rows == {account, administrator, fresh}


def test_account_is_opened_with_a_first_password_shown_once(page, client, administrator):
    answer = page.post(f"{LIST}mo/", {"full_name": "Lù Thử", "username": " LuThu "})
    opened = User.objects.get(username="luthu")
    password = answer.context["password"]
    assert password in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert opened.check_password(password)
    assert opened.must_change_password
    entry = AuditEntry.objects.get(action="accounts.user.open")
    assert entry.actor == administrator
    assert "password" not in entry.after
    assert password not in str(entry.after)


@pytest.mark.parametrize("username", ["Lò", "a b", "hamthu", ""])
def test_name_that_will_not_do_is_told(page, account, username):
    answer = page.post(f"{LIST}mo/", {"full_name": "Lù Thử", "username": username})
    assert answer.context["form"].errors
    assert User.objects.count() == 2


def test_closed_account_ends_its_sessions_and_opens_again(page, account, client):
    page.post(url(account, "dong/"), {"reason": "Chuyển công tác", "version": 1})
    account.refresh_from_db()
    assert not account.is_active
    assert AuditEntry.objects.get(action="accounts.user.close").reason == "Chuyển công tác"
    page.post(url(account, "mo-lai/"), {"reason": "Về lại", "version": 2})
    account.refresh_from_db()
    assert account.is_active


def test_closing_asks_a_reason(page, account):
    answer = page.post(url(account, "dong/"), {"reason": " ", "version": 1})
    assert answer.context["form"].errors["reason"] == ["Hãy ghi lý do."]


def test_own_account_cannot_be_closed(page, administrator):
    answer = page.post(url(administrator, "dong/"), {"reason": "Thử", "version": 1})
    assert "Không tự đóng tài khoản của chính mình." in answer.content.decode()


def test_last_administrator_cannot_be_closed_by_a_visitor(page, committee, administrator):
    second = factories.UserFactory()
    role = factories.RoleFactory(
        user=second, committee=committee, role=RoleAssignment.Role.ADMINISTRATOR
    )
    page.post(url(second, "dong/"), {"reason": "Thử", "version": 1})
    second.refresh_from_db()
    assert not second.is_active  # the one who acts is left
    assert role.holds_on(administrator.access.day)


def test_reset_gives_a_new_first_password_and_ends_sessions(page, client, account):
    answer = page.post(url(account, "dat-lai-mat-khau/"), {"version": 1})
    account.refresh_from_db()
    assert account.check_password(answer.context["password"])
    assert account.must_change_password
    assert not account.check_password(factories.PASSWORD)
    assert AuditEntry.objects.filter(action="accounts.user.reset_password").count() == 1


def test_slower_administrator_is_told(page, account):
    User.objects.filter(pk=account.pk).update(version=5)
    answer = page.post(url(account, "dong/"), {"reason": "Thử", "version": 1})
    assert answer.status_code == 409


def test_journal_stands_on_the_accounts_page(page, account):
    page.post(url(account, "dong/"), {"reason": "Chuyển công tác", "version": 1})
    text = page.get(url(account)).content.decode()
    assert "Đóng tài khoản." in text
    assert "Chuyển công tác" in text
