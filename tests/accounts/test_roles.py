"""Roles: given, ended, taken back; only inside the administered committee."""

import datetime as dt
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from accounts import services
from accounts.access import read_access
from accounts.models import RoleAssignment
from audit.models import AuditEntry
from tests import factories
from tests.conftest import TODAY

Role = RoleAssignment.Role


@pytest.fixture
def account(db):
    return factories.UserFactory(username="hamthu", full_name="Hà Thử")


@pytest.fixture
def page(client, administrator):
    client.force_login(administrator)
    return client


def give(page, account, **data):
    data = {"role": "officer", "cell": "", "from_on": "13/03/2019", "to_on": ""} | data
    return page.post(f"/tai-khoan/{account.pk}/giao-vai-tro/", data)


def test_role_is_given_and_holds_from_its_day(page, account, committee, administrator):
    answer = give(page, account)
    assert answer.url == f"/tai-khoan/{account.pk}/"
    role = account.roles.get()
    assert (role.committee, role.from_on, role.to_on) == (committee, TODAY, None)
    assert read_access(account, TODAY).writes(committee.pk)
    assert not read_access(account, TODAY - dt.timedelta(days=1)).has_content
    assert AuditEntry.objects.get(action="accounts.role.give").actor == administrator


def test_role_of_a_cell_names_the_cell(page, account, cell):
    answer = give(page, account, role="cell_clerk")
    assert "Vai trò của chi bộ phải ghi chi bộ" in answer.content.decode()
    give(page, account, role="cell_clerk", cell=cell.pk)
    assert read_access(account, TODAY).cell_ids == {cell.pk}


def test_cell_of_another_committee_is_not_offered(page, account, foreign_cell):
    answer = give(page, account, role="cell_clerk", cell=foreign_cell.pk)
    assert answer.context["form"].errors["cell"] == [
        "Không có lựa chọn này; hãy chọn một mục trong danh sách."
    ]
    assert not account.roles.exists()


def test_same_role_twice_is_told(page, account, committee):
    factories.RoleFactory(user=account, committee=committee)
    assert "đã giữ vai trò này" in give(page, account).content.decode()
    assert account.roles.count() == 1


def test_same_role_in_two_cells_is_two_roles(page, account, cell, other_cell):
    give(page, account, role="cell_clerk", cell=cell.pk)
    give(page, account, role="cell_clerk", cell=other_cell.pk)
    give(page, account, role="cell_clerk", cell=cell.pk)
    assert [role.cell for role in account.roles.all()] == [cell, other_cell]


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"from_on": "31/02/2019"}, "from_on"),
        ({"from_on": ""}, "from_on"),
        ({"role": "king"}, "role"),
        ({"to_on": "01/01/2019"}, "to_on"),
    ],
)
def test_bad_input_is_told_beside_its_field(page, account, data, field):
    assert field in give(page, account, **data).context["form"].errors
    assert not account.roles.exists()


def test_administrator_gives_no_role_to_the_own_account(page, administrator):
    answer = give(page, administrator)
    assert "Không tự giao vai trò cho chính mình" in answer.content.decode()
    assert administrator.roles.count() == 1


def test_closed_account_gets_no_role(page, account):
    account.is_active = False
    account.save()
    assert "đã đóng" in give(page, account).content.decode()


def test_role_ends_with_its_last_day(page, account, committee):
    role = factories.RoleFactory(user=account, committee=committee)
    page.post(f"/tai-khoan/vai-tro/{role.pk}/ket-thuc/", {"on": "13/03/2019", "version": 1})
    role.refresh_from_db()
    assert role.to_on == TODAY
    assert read_access(account, TODAY).has_content
    assert not read_access(account, TODAY + dt.timedelta(days=1)).has_content


def test_role_cannot_end_before_it_began(page, account, committee):
    role = factories.RoleFactory(user=account, committee=committee, from_on=TODAY)
    answer = page.post(
        f"/tai-khoan/vai-tro/{role.pk}/ket-thuc/", {"on": "01/03/2019", "version": 1}
    )
    assert "trước ngày được giao vai trò" in answer.content.decode()


def test_committee_keeps_an_administrator(page, administrator):
    role = administrator.roles.get()
    answer = page.post(
        f"/tai-khoan/vai-tro/{role.pk}/ket-thuc/", {"on": "13/03/2019", "version": 1}
    )
    assert "ít nhất một quản trị khác" in answer.content.decode()
    role.refresh_from_db()
    assert role.to_on is None


@pytest.mark.django_db(transaction=True)
def test_two_administrators_who_take_each_other_s_role_leave_one(administrator, committee):
    other = factories.UserFactory(username="quantri2")
    factories.RoleFactory(user=other, committee=committee, role=Role.ADMINISTRATOR)
    together = threading.Barrier(2)

    def take(role, by):
        by.access = read_access(by, TODAY)
        together.wait()
        try:
            services.void_role(assignment=role, by=by, reason="thử", version=1)
        except ValidationError:
            return False
        else:
            return True
        finally:
            connection.close()

    pairs = [(other.roles.get(), administrator), (administrator.roles.get(), other)]
    with ThreadPoolExecutor(2) as desks:
        done = list(desks.map(take, *zip(*pairs, strict=True)))
    assert sorted(done) == [False, True]
    assert RoleAssignment.objects.active_on(TODAY).filter(role=Role.ADMINISTRATOR).count() == 1


def test_role_given_by_mistake_is_voided_with_a_reason(page, account, committee):
    role = factories.RoleFactory(user=account, committee=committee)
    page.post(f"/tai-khoan/vai-tro/{role.pk}/huy/", {"reason": "Nhầm người", "version": 1})
    assert not read_access(account, TODAY).has_content
    assert AuditEntry.objects.get(action="accounts.role.void").reason == "Nhầm người"


@pytest.mark.parametrize("act", ["ket-thuc/", "huy/"])
def test_role_of_another_committee_is_out_of_sight(page, stranger, act):
    role = stranger.roles.get()
    assert page.get(f"/tai-khoan/vai-tro/{role.pk}/{act}").status_code == 404


@pytest.mark.parametrize("act", ["ket-thuc/", "huy/"])
def test_reader_of_the_register_manages_no_roles(client, officer, act):
    client.force_login(officer)
    role = officer.roles.get()
    assert client.get(f"/tai-khoan/vai-tro/{role.pk}/{act}").status_code == 403
