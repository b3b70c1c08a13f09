"""Signing in: the account's password; the demonstration's one password only on a demonstration."""

from django.conf import settings
from django.contrib.auth.backends import ModelBackend

from partyunit import clock


class AccountBackend(ModelBackend):
    """Django's password check, without permissions (rights come from roles)."""

    def authenticate(self, request, username=None, password=None, **kwargs):
        if username is None or password is None:
            return None
        if password == settings.DEMO_PASSWORD and clock.demonstration_day() is None:
            return None
        return super().authenticate(request, username=username.strip().lower(), password=password)

    def get_all_permissions(self, user_obj, obj=None):
        return set()

    def has_perm(self, user_obj, perm, obj=None):
        return False
