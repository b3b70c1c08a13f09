"""Signing in: the account's password; the demonstration's one password only on a demonstration."""

from ipaddress import ip_address

from django.conf import settings
from django.contrib.auth.backends import ModelBackend

from partyunit import clock


def client_address(request) -> str | None:
    """Whose wrong passwords are counted together: behind the office's TLS end, the address it tells.

    Without this every desk would have the address of the TLS end, and one of them could shut
    the secretary's account for all.
    """
    told = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
    try:
        return str(ip_address(told)) if settings.HTTPS else request.META.get("REMOTE_ADDR")
    except ValueError:
        return request.META.get("REMOTE_ADDR")


class AccountBackend(ModelBackend):
    """Django's password check, without permissions (rights come from roles)."""

    def authenticate(self, request, username=None, password=None, **kwargs):
        if username is None or password is None:
            return None
        if password == settings.DEMO_PASSWORD and clock.demonstration_day() is None:
            return None
        return super().authenticate(request, username=username, password=password)

    def get_all_permissions(self, user_obj, obj=None):
        return set()

    def has_perm(self, user_obj, perm, obj=None):
        return False
