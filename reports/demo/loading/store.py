"""The rows to be written, each checked, each with its own number from 1 on.

Numbers are given here and not by the database, so that the same rows have the same numbers on
both engines and rows can point at each other before any of them is written.
"""

import datetime as dt
import uuid
from typing import TypeVar

from django.core.management.color import no_style
from django.db import connection, models
from django.utils import timezone

M = TypeVar("M", bound=models.Model)
NAMESPACE = uuid.UUID("0b1d6a52-7c1e-5a0f-9d1b-201903130000")
BATCH = 400


class Store:
    def __init__(self):
        self.rows: dict[type[models.Model], list[models.Model]] = {}

    def add(self, row: M) -> M:
        rows = self.rows.setdefault(type(row), [])
        row.pk = len(rows) + 1
        rows.append(row)
        return row

    def of(self, model: type[M]) -> list[M]:
        return self.rows.get(model, [])

    def check(self) -> None:
        """Each row's fields and rules; a text has its one normal form after it."""
        for rows in self.rows.values():
            for row in rows:
                check(row)

    def write(self, *, at_last: type[models.Model]) -> None:
        """Stores what was added, one model after all others, and lets the database count on from it."""
        for model in sorted(self.rows, key=lambda model: model is at_last):
            model._base_manager.bulk_create(self.rows[model], batch_size=BATCH)
        statements = connection.ops.sequence_reset_sql(no_style(), list(self.rows))
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)


def check(row: models.Model) -> None:
    """All of `full_clean` but what the database itself refuses: keys, uniqueness, constraints.

    Raises ValidationError. A test runs the whole of `full_clean` on every row that was loaded.
    """
    keys = {field.name for field in row._meta.concrete_fields if field.is_relation}
    row.clean_fields(exclude=keys)
    row.clean()


def uid(*key) -> uuid.UUID:
    """The row's client-made mark, the same in every load."""
    return uuid.uuid5(NAMESPACE, "/".join(str(part) for part in key))


def at(day: dt.date, hour: int, *, minute: int) -> dt.datetime:
    """That hour of the day at the place, as an instant."""
    return timezone.make_aware(dt.datetime.combine(day, dt.time(hour, minute)))
