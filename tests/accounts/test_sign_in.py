"""Signing in and out, the demonstration's password, one's own password."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.urls import reverse

from accounts.backends import client_address
from accounts.models import User
from audit.models import AuditEntry
from partyunit.models import Installation
from tests import factories

URL = "/tai-khoan/dang-nhap/"
NEW = "mot-mat-khau-moi-2026"


@pytest.fixture
def account(committee):
    account = factories.UserFactory(username="hamthu", full_name="Hà Thử")
    factories.RoleFactory(user=account, committee=committee)
    return account


def sign_in(client, username, password, **more):
    return client.post(URL, {"username": username, "password": password, **more})


def is_signed_in(client) -> bool:
    return "_auth_user_id" in client.session


def test_right_password_opens_the_door(client, account):
    answer = sign_in(client, " HamThu ", factories.PASSWORD, next="/chi-bo/")
    assert answer.url == "/chi-bo/"
    assert is_signed_in(client)
    assert AuditEntry.objects.get(action="accounts.user.sign_in").actor == account


def test_wrong_password_says_nothing_about_the_name(client, account):
    known = sign_in(client, "hamthu", "sai").context["form"].non_field_errors()
    unknown = sign_in(client, "khongco", "sai").context["form"].non_field_errors()
    assert known == unknown
    assert "không đúng" in known[0]


def test_door_never_leads_elsewhere(client, account):
    answer = sign_in(client, "hamthu", factories.PASSWORD, next="https://xa.example/")
    assert answer.url == reverse("home")


def test_closed_account_stays_outside(client, account):
    User.objects.filter(pk=account.pk).update(is_active=False)
    sign_in(client, "hamthu", factories.PASSWORD)
    assert not is_signed_in(client)


def test_every_page_asks_for_the_door_first(client, db):
    answer = client.get("/chi-bo/")
    assert answer.url == f"{URL}?next=/chi-bo/"


def test_many_wrong_passwords_shut_the_account_for_a_while(client, account, settings):
    for _n in range(settings.AXES_FAILURE_LIMIT):
        answer = sign_in(client, "hamthu", "sai")
    assert answer.status_code == 429
    assert "Tạm khóa đăng nhập" in answer.content.decode()
    sign_in(client, "hamthu", factories.PASSWORD)
    assert not is_signed_in(client)


def test_another_spelling_of_the_name_is_no_new_start(client, account, settings):
    spellings = ["hamthu", "HamThu", " HAMTHU ", "ｈamthu", "hAmThu"]
    for n in range(settings.AXES_FAILURE_LIMIT):
        answer = sign_in(client, spellings[n % len(spellings)], "sai")
    assert answer.status_code == 429
    sign_in(client, "HAMTHU", factories.PASSWORD)
    assert not is_signed_in(client)


def test_name_longer_than_any_account_is_refused_as_wrong(client, account):
    answer = sign_in(client, "a" * 5000, "sai")
    assert "không đúng" in answer.context["form"].non_field_errors()[0]


@pytest.mark.parametrize(
    ("https", "told", "address"),
    [
        (False, "192.0.2.7", "127.0.0.1"),
        (True, "192.0.2.7", "192.0.2.7"),
        (True, "203.0.113.1, 192.0.2.7", "192.0.2.7"),
        (True, "không phải địa chỉ", "127.0.0.1"),
        (True, "", "127.0.0.1"),
    ],
)
def test_wrong_passwords_are_counted_by_the_desk_behind_the_tls_end(
    rf, settings, https, told, address
):
    settings.HTTPS = https
    assert client_address(rf.get("/", HTTP_X_FORWARDED_FOR=told)) == address


def test_sign_out_by_post_only(client, account):
    client.force_login(account)
    assert client.get("/tai-khoan/thoat/").status_code == 405
    client.post("/tai-khoan/thoat/")
    assert not is_signed_in(client)


# -- the demonstration ------------------------------------------------------------------------


def test_demonstration_password_opens_a_demonstration(client, committee, settings):
    factories.UserFactory(username="canbo1", password=settings.DEMO_PASSWORD)
    sign_in(client, "canbo1", settings.DEMO_PASSWORD)
    assert is_signed_in(client)


def test_demonstration_password_opens_nothing_else(client, committee, settings):
    factories.UserFactory(username="canbo1", password=settings.DEMO_PASSWORD)
    Installation.objects.update(demonstration_day=None)
    sign_in(client, "canbo1", settings.DEMO_PASSWORD)
    assert not is_signed_in(client)


def test_demonstration_password_is_refused_for_a_real_office(db, settings):
    Installation.objects.update_or_create(pk=1, defaults={"demonstration_day": None})
    with pytest.raises(ValidationError, match="bản trình diễn"):
        validate_password(settings.DEMO_PASSWORD)


def test_door_of_a_demonstration_lists_its_accounts(client, account):
    assert "hamthu" in client.get(URL).content.decode()
    Installation.objects.update(demonstration_day=None)
    text = client.get(URL).content.decode()
    assert "hamthu" not in text
    assert "demo-2019" not in text


# -- one's own password -----------------------------------------------------------------------


def change(client, old, new, again=None):
    data = {"old_password": old, "new_password1": new, "new_password2": again or new}
    return client.post("/tai-khoan/mat-khau/", data)


def test_first_password_must_be_changed_before_anything_else(client, account):
    User.objects.filter(pk=account.pk).update(must_change_password=True)
    client.force_login(account)
    assert client.get("/chi-bo/").url == "/tai-khoan/mat-khau/"
    assert "mật khẩu lần đầu" in client.get("/tai-khoan/mat-khau/").content.decode()
    change(client, factories.PASSWORD, NEW)
    assert client.get("/chi-bo/").status_code == 200
    assert is_signed_in(client)


def test_changed_password_is_journalled_without_the_password(client, account):
    client.force_login(account)
    change(client, factories.PASSWORD, NEW)
    account.refresh_from_db()
    assert account.check_password(NEW)
    entry = AuditEntry.objects.get(action="accounts.user.change_password")
    assert entry.actor == account
    assert entry.after == {}


@pytest.mark.parametrize(
    ("old", "new", "again", "field"),
    [
        ("sai", NEW, NEW, "old_password"),
        (factories.PASSWORD, NEW, "khac-hoan-toan-2026", "new_password2"),
        (factories.PASSWORD, "ngan", "ngan", "new_password1"),
        (factories.PASSWORD, factories.PASSWORD, factories.PASSWORD, "new_password1"),
    ],
)
def test_password_that_will_not_do_is_told_beside_its_field(
    client, account, old, new, again, field
):
    client.force_login(account)
    answer = change(client, old, new, again)
    assert field in answer.context["form"].errors
    account.refresh_from_db()
    assert account.check_password(factories.PASSWORD)
