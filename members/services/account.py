"""Which account signs in for a member: without it nobody can approve the minutes the member chaired."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from accounts.models import RoleAssignment, User
from audit import services as audit
from members.models import Member
from members.services.standing import errors_named, lock


def accounts_for(member: Member, *, by):
    """Open accounts with a role in a committee that `by` writes, and of no other valid member."""
    roles = RoleAssignment.objects.valid().filter(
        user=OuterRef("pk"), committee__in=by.access.write_committee_ids
    )
    others = Member.objects.valid().filter(user=OuterRef("pk")).exclude(pk=member.pk)
    return User.objects.filter(Exists(roles), ~Exists(others), is_active=True)


def roles_left_open(member: Member, day: dt.date) -> list[str]:
    """The sentence for an act that takes a member away: rights are the administrator's to end."""
    if member.user is None:
        return []
    roles = member.user.roles.active_on(day)
    named = ", ".join(role.get_role_display() for role in roles)
    told = {"account": member.user.username, "roles": named}
    sentence = _(
        "Tài khoản %(account)s còn vai trò %(roles)s; đề nghị người quản trị cho thôi vai trò."
    )
    return [sentence % told] if named else []


@transaction.atomic
def link_account(*, member: Member, account: User | None, by) -> Member:
    """Names the account of a member (gắn tài khoản); None takes it away again.

    The link gives no right by itself: rights come from the account's roles. It tells who
    approves: the chair of a meeting, by the own account. Raises ValidationError keyed `account`.
    """
    lock(member)
    if account is not None and not accounts_for(member, by=by).filter(pk=account.pk).exists():
        raise ValidationError(
            {"account": _("Tài khoản này đã đóng, chưa có vai trò, hoặc của đồng chí khác.")}
        )
    member.user = account
    with errors_named(user="account"):
        return audit.update(member, by=by, fields=["user"], action="members.link_account")
