"""Passwords: the demonstration's own is refused elsewhere; first passwords are made here."""

import secrets

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from partyunit import clock

READABLE = "abcdefghjkmnpqrstuvwxyz23456789"  # without i, l, o, 0, 1: it is read from paper
GROUPS, GROUP_LENGTH = 3, 4


class NotTheDemonstrationsValidator:
    """The demonstration's one password is printed in the README; a real office may not use it."""

    def validate(self, password, user=None):
        if password == settings.DEMO_PASSWORD and clock.demonstration_day() is None:
            raise ValidationError(
                _("Đây là mật khẩu của bản trình diễn, ai cũng biết; hãy chọn mật khẩu khác."),
                code="demonstration_password",
            )

    def get_help_text(self):
        return _("Không dùng mật khẩu của bản trình diễn.")


def first_password() -> str:
    """A password to be read from a slip of paper and changed at the first sign-in."""
    groups = (
        "".join(secrets.choice(READABLE) for _letter in range(GROUP_LENGTH))
        for _group in range(GROUPS)
    )
    return "-".join(groups)
