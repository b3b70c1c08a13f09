"""The columns of the list of accounts."""

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from partyunit.listing import Column
from partyunit.templatetags.components import day


def _roles(account) -> str:
    return "; ".join(str(role) for role in account.roles_today) or gettext("không có vai trò")


ACCOUNT_COLUMNS = [
    Column(
        key="full_name",
        heading=_("Họ và tên"),
        read="full_name",
        sort=("sort_name", "username"),
        link=lambda account: reverse("accounts:detail", args=[account.pk]),
        head=True,
    ),
    Column(
        key="username",
        counted=False,
        heading=_("Tên đăng nhập"),
        read="username",
        sort=("username",),
        label="",
    ),
    Column(key="roles", heading=_("Vai trò hiện nay"), read=_roles, label=""),
    Column(
        key="state",
        heading=_("Tình trạng"),
        read=lambda account: gettext("đang mở") if account.is_active else gettext("đã đóng"),
        sort=("is_active",),
        label="",
    ),
    Column(
        key="last_login",
        heading=_("Đăng nhập gần nhất"),
        read=lambda account: day(account.last_login),
        sort=("last_login",),
        counted=False,
        nowrap=True,
    ),
    Column(
        key="created",
        heading=_("Mở ngày"),
        read=lambda account: day(account.created_at),
        sort=("created_at",),
        counted=False,
        shown=False,
    ),
]
