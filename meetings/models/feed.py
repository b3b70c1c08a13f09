"""The secret address by which a phone's calendar reads the meetings of one account."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from meetings.querysets import CalendarFeedQuerySet
from partyunit.models import Record


class CalendarFeed(Record):
    """One subscription of an account (lịch trên điện thoại).

    A calendar program cannot sign in, so the address itself is the key. Only its SHA-256 is
    kept: who reads the database cannot subscribe. Voided it opens nothing; a new one voids the
    one before. What it shows is worked out at each fetch from the account's roles of that day.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("tài khoản"),
        on_delete=models.PROTECT,
        related_name="calendar_feeds",
    )
    key_sha256 = models.CharField(max_length=64, unique=True, editable=False)
    made_at = models.DateTimeField(_("lập lúc"), auto_now_add=True)

    unrecorded = ("key_sha256",)  # the journal is read by more people than the key is for
    objects = CalendarFeedQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("lịch trên điện thoại")
        ordering = ["user", "pk"]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["user"],
                condition=Q(voided_at__isnull=True),
                name="calendar_feed_once_per_account",
                violation_error_message=_("Tài khoản này đã có một địa chỉ lịch."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.user)
