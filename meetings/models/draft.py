"""What every row has that is typed in a meeting: saved on its own, by any window, at any time."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from partyunit.models import Record


class DraftRow(Record):
    """A row typed during a meeting.

    `uid` is made by the window that typed it, so that the same row sent twice is stored once;
    `version` is the row's revision: a stale window's change is refused, never merged silently.
    """

    uid = models.UUIDField(_("mã dòng"), unique=True, default=uuid.uuid4, editable=False)

    class Meta(Record.Meta):
        abstract = True
