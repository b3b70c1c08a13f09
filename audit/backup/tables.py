"""The database as a backup sees it: which tables, a row as plain JSON and back, and the guards around them."""

import base64
import contextlib
import datetime as dt
import decimal
import uuid
from collections.abc import Iterable, Iterator

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.db.migrations.recorder import MigrationRecorder

from audit import frozen

# What lives only while the program runs: who is signed in, and which workers are at work.
PASSING = {"sessions.session", "jobs.worker"}
BATCH = 1000


def kept_models() -> list[type[models.Model]]:
    """Every table that is backed up, in the order of the apps."""
    return [model for model in _all_models() if model._meta.label_lower not in PASSING]


def _all_models() -> list[type[models.Model]]:
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy
    ]


def columns_of(model) -> list[str]:
    return [field.attname for field in model._meta.local_concrete_fields]


def applied_migrations() -> dict[str, list[str]]:
    """The state of the tables: the applied migrations of each installed app."""
    installed = {config.label for config in apps.get_app_configs()}
    state: dict[str, list[str]] = {}
    for app, name in sorted(MigrationRecorder(connection).applied_migrations()):
        if app in installed:
            state.setdefault(app, []).append(name)
    return state


# --- reading ---------------------------------------------------------------------------------


@contextlib.contextmanager
def one_moment():
    """Everything read in the block stands as it stood at one moment; nobody has to wait for it."""
    if connection.vendor == "postgresql":
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
        return
    connection.ensure_connection()
    mode = connection.transaction_mode
    connection.transaction_mode = "DEFERRED"  # a reader of SQLite's journal blocks no writer
    try:
        with transaction.atomic():
            yield
    finally:
        connection.transaction_mode = mode


def read_rows(model) -> Iterator[list]:
    """The rows of a table by their key, each a list of plain values in the order of `columns_of`."""
    rows = model._base_manager.order_by("pk").values_list(*columns_of(model))
    for row in rows.iterator(chunk_size=BATCH):
        yield [encode(value) for value in row]


def encode(value):
    """A value of a column as JSON can hold it."""
    if isinstance(value, dt.date | dt.time):  # a datetime is a date
        return value.isoformat()
    if isinstance(value, decimal.Decimal | uuid.UUID):
        return str(value)
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode("ascii")
    return value


# --- writing ---------------------------------------------------------------------------------


def empty_all() -> None:
    """Takes every row out of every table, sessions included; the caller's transaction can undo it."""
    tables = [model._meta.db_table for model in _all_models()]
    statements = connection.ops.sql_flush(no_style(), tables, reset_sequences=True)
    connection.ops.execute_sql_flush(statements)


def write_rows(model, rows: Iterable[list]) -> int:
    """Puts rows into a table exactly as they were read; returns how many."""
    fields = model._meta.local_concrete_fields
    quote = connection.ops.quote_name
    names = ", ".join(quote(field.column) for field in fields)
    holes = ", ".join(["%s"] * len(fields))
    statement = f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({holes})"  # noqa: S608
    written, batch = 0, []
    with connection.cursor() as cursor:
        for row in rows:
            batch.append([_decode(f, value) for f, value in zip(fields, row, strict=True)])
            if len(batch) == BATCH:
                cursor.executemany(statement, batch)
                written, batch = written + len(batch), []
        if batch:
            cursor.executemany(statement, batch)
    return written + len(batch)


def _decode(field, value):
    if isinstance(field, models.BinaryField) and value is not None:
        value = base64.b64decode(value)
    elif not isinstance(field, models.JSONField):
        value = field.to_python(value)
    return field.get_db_prep_save(value, connection)


def reset_sequences() -> None:
    """The next new row of each table gets a number that is free (PostgreSQL; SQLite sees to it itself)."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), _all_models()):
            cursor.execute(statement)


@contextlib.contextmanager
def guards_lifted():
    """Takes off the triggers that refuse to change the journal and approved papers, and puts them back.

    What was written in the block is checked against all foreign keys before.
    """
    frozen.remove()
    yield
    connection.check_constraints()
    frozen.install()
    if absent := frozen.missing():
        raise RuntimeError(f"triggers not put back: {', '.join(absent)}")
