"""What the journal tells of one task, in sentences."""

import datetime as dt
from dataclasses import dataclass
from typing import cast

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from audit.models import AuditEntry
from meetings.models import ActionItem

TOLD = ("task", "due_on", "state", "result", "closed_on", "extended_to", "extension_reason")


@dataclass(frozen=True)
class Told:
    """One entry: when, who, and each thing written as «before → after»."""

    at: dt.datetime
    by: str
    lines: list[str]


def told(entry: AuditEntry) -> Told:
    changed = [
        name for name in TOLD if entry.after.get(name) not in (None, "", entry.before.get(name))
    ]
    changed += [
        name for name in TOLD if entry.before.get(name) and entry.after.get(name, 0) in (None, "")
    ]
    lines = [_line(name, entry) for name in changed]
    return Told(entry.at, entry.actor_name, lines or [_("ghi vào sổ")])


def _line(name: str, entry: AuditEntry) -> str:
    field = cast("models.Field", ActionItem._meta.get_field(name))
    label = capfirst(str(field.verbose_name))
    before, after = (_shown(name, values.get(name)) for values in (entry.before, entry.after))
    if not before:
        return f"{label}: {after}"
    after = after or _("bỏ")
    return f"{label}: {before} → {after}"


def _shown(name: str, value) -> str:
    if not value:
        return ""
    if name == "state":
        return str(ActionItem.State(value).label)
    if name.endswith("_on") or name == "extended_to":
        return f"{dt.date.fromisoformat(value):%d/%m/%Y}"
    return str(value)
