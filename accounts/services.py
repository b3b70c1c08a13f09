"""Opening and closing accounts, passwords, roles: each act with its entry in the journal.

The rules here: an administrator acts only on accounts and in committees administered, gives
no role to the own account, and a committee never loses its last administrator.
"""

import datetime as dt

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import RoleAssignment, User
from accounts.passwords import first_password
from audit import services as audit
from audit.services import VersionConflictError
from cells.models import Committee

ADMINISTRATOR = RoleAssignment.Role.ADMINISTRATOR


@transaction.atomic
def open_account(*, account: User, by: User) -> str:
    """Opens an account and returns its first password, which must be changed at the first sign-in."""
    password = first_password()
    account.set_password(password)
    account.must_change_password = True
    audit.create(account, by=by, action="accounts.user.open")
    return password


@transaction.atomic
def close_account(*, account: User, by: User, reason: str, version: int) -> User:
    """Nobody signs in with it any more; the row and its roles stay, for the journal names them."""
    if account.pk == by.pk:
        raise ValidationError(_("Không tự đóng tài khoản của chính mình."))
    _lock_administration(by.access.administered_committee_ids)
    for role in _administrations(account, on=by.access.day):
        _check_another_administrator(role, on=by.access.day)
    account.is_active = False
    return audit.update(
        account,
        by=by,
        fields=["is_active"],
        action="accounts.user.close",
        reason=reason,
        version=version,
    )


@transaction.atomic
def reopen_account(*, account: User, by: User, reason: str, version: int) -> User:
    account.is_active = True
    return audit.update(
        account,
        by=by,
        fields=["is_active"],
        action="accounts.user.reopen",
        reason=reason,
        version=version,
    )


@transaction.atomic
def reset_password(*, account: User, by: User, version: int) -> str:
    """A new first password, returned once; the old one and open sessions end."""
    password = first_password()
    stored = User.objects.select_for_update().get(pk=account.pk)
    if stored.version != version:
        raise VersionConflictError(stored)
    stored.set_password(password)
    stored.must_change_password = True
    stored.version += 1
    stored.save(update_fields=["password", "must_change_password", "version"])
    audit.log(action="accounts.user.reset_password", by=by, obj=stored)
    return password


@transaction.atomic
def change_own_password(*, account: User, password: str) -> User:
    """Raises ValidationError where the password is too weak or the old one."""
    validate_password(password, account)
    if account.check_password(password):
        raise ValidationError({"new_password1": _("Mật khẩu mới trùng mật khẩu cũ.")})
    account.set_password(password)
    account.must_change_password = False
    account.version += 1
    account.save(update_fields=["password", "must_change_password", "version"])
    audit.log(action="accounts.user.change_password", by=account, obj=account)
    return account


@transaction.atomic
def give_role(*, assignment: RoleAssignment, by: User) -> RoleAssignment:
    """Gives an account a role from a day on."""
    _check_administers(by, assignment.committee_id)
    if assignment.user_id == by.pk:
        raise ValidationError(_("Không tự giao vai trò cho chính mình; nhờ một quản trị khác."))
    if not assignment.user.is_active:
        raise ValidationError(_("Tài khoản này đã đóng; mở lại rồi giao vai trò."))
    return audit.create(assignment, by=by, action="accounts.role.give")


@transaction.atomic
def end_role(*, assignment: RoleAssignment, on: dt.date, by: User, version: int) -> RoleAssignment:
    """Ends a role: `on` is the last day it holds."""
    _check_administers(by, assignment.committee_id)
    _lock_administration([assignment.committee_id])
    if assignment.role == ADMINISTRATOR:
        _check_another_administrator(assignment, on=on + dt.timedelta(days=1))
    assignment.to_on = on
    return audit.update(
        assignment, by=by, fields=["to_on"], action="accounts.role.end", version=version
    )


@transaction.atomic
def void_role(*, assignment: RoleAssignment, by: User, reason: str, version: int) -> RoleAssignment:
    """Takes back a role that was given by mistake."""
    _check_administers(by, assignment.committee_id)
    _lock_administration([assignment.committee_id])
    if assignment.role == ADMINISTRATOR:
        _check_another_administrator(assignment, on=by.access.day)
    return audit.void(
        assignment, by=by, reason=reason, action="accounts.role.void", version=version
    )


def _check_administers(by: User, committee_id: int) -> None:
    if committee_id not in by.access.administered_committee_ids:
        raise PermissionDenied


def _lock_administration(committee_ids) -> None:
    """One change at a time: two administrators who take each other's role leave one of them."""
    list(Committee.objects.filter(pk__in=committee_ids).order_by("pk").select_for_update())


def _administrations(account: User, *, on: dt.date):
    return account.roles.active_on(on).filter(role=ADMINISTRATOR)


def _check_another_administrator(assignment: RoleAssignment, *, on: dt.date) -> None:
    """Someone else must be able to open accounts of the committee from `on` on."""
    others = RoleAssignment.objects.active_on(on).filter(
        Q(to_on__isnull=True) | Q(to_on__gt=on),
        role=ADMINISTRATOR,
        committee=assignment.committee_id,
        user__is_active=True,
    )
    if not others.exclude(user=assignment.user_id).exists():
        raise ValidationError(
            _("Đảng bộ phải còn ít nhất một quản trị khác từ ngày %(day)s.")
            % {"day": f"{on:%d/%m/%Y}"}
        )
