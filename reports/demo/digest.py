"""One value for all rows of the demonstration: two databases with the same value hold the same rows."""

import datetime as dt
import hashlib
import uuid
from decimal import Decimal

from django.apps import apps
from django.db import models

from documents.papers.digest import canonical_json

ROOMS = ("cells", "accounts", "documents", "members", "meetings", "awards", "evaluations")
# What differs from load to load: the salt of a password, the clock of the machine, the numbers of seeded rules.
LEFT_OUT = {"password", "last_login", "created_at", "rule_id", "frame"}


def digest_of_rows() -> str:
    """SHA-256 over every row of the demonstration's rooms, in the order of their numbers.

    A table without rows tells nothing: a column added to it leaves the demonstration as it was.
    """
    total = hashlib.sha256()
    for model in loaded_models():
        names = [f.attname for f in model._meta.concrete_fields if f.name not in LEFT_OUT]
        rows = model._base_manager.order_by("pk").values_list(*names)
        if rows:
            total.update(canonical_json([model._meta.label_lower, names]).encode())
        for values in rows:
            total.update(canonical_json([plain(value) for value in values]).encode())
    return total.hexdigest()


def loaded_models() -> list[type[models.Model]]:
    return [model for room in ROOMS for model in apps.get_app_config(room).get_models()]


def plain(value):
    """A value as both engines tell it: instants in UTC, marks and days as text."""
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).isoformat()
    if isinstance(value, Decimal):  # 4 and 4.0 are one number
        return f"{value.normalize():f}"
    if isinstance(value, uuid.UUID | dt.date | dt.time):
        return str(value)
    return value
