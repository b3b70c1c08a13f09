"""The secret address of an account's calendar: made anew, taken back, and read by its key."""

import secrets

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils.translation import gettext as _

from audit import services as audit
from documents.papers.digest import sha256_hex
from meetings.models import CalendarFeed

KEY_BYTES = 32


@transaction.atomic
def make_feed(*, user, by) -> str:
    """Gives the account a new key and takes back the one before. The key is shown now and never again.

    Pressed twice at once, the second waits for the first and takes its key back.
    """
    get_user_model().objects.select_for_update().get(pk=user.pk)
    revoke_feed(user=user, by=by, reason=_("lập địa chỉ mới"))
    key = secrets.token_urlsafe(KEY_BYTES)
    audit.create(CalendarFeed(user=user, key_sha256=sha256_hex(key)), by=by)
    return key


@transaction.atomic
def revoke_feed(*, user, by, reason: str = "") -> bool:
    """Takes the account's key back; whoever has it reads nothing any more. Says whether there was one."""
    feed = CalendarFeed.objects.valid().filter(user=user).first()
    if feed is None:
        return False
    audit.void(feed, by=by, reason=reason or _("thu hồi"))
    return True


def find_feed(key: str) -> CalendarFeed | None:
    """The feed the key opens: not taken back, of an account that may sign in.

    A key of 256 random bits cannot be guessed, and the look-up by digest tells nothing by its time.
    """
    feeds = CalendarFeed.objects.valid().filter(
        key_sha256=sha256_hex(key), user__is_active=True, user__must_change_password=False
    )
    return feeds.select_related("user").first()
