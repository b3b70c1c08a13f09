"""What is frozen stays so whoever writes; a trigger that is gone is told and comes back."""

from importlib import import_module

import pytest
from django.apps import apps
from django.core.management import call_command
from django.core.management.sql import emit_post_migrate_signal, emit_pre_migrate_signal
from django.db import IntegrityError, connection, transaction

from audit import frozen
from audit import services as audit
from audit.models import AuditEntry

pytestmark = pytest.mark.django_db
ON_SQLITE = pytest.mark.skipif(
    "connection.vendor != 'sqlite'", reason="PostgreSQL knows no OR REPLACE"
)
ON_POSTGRESQL = pytest.mark.skipif(
    "connection.vendor == 'sqlite'", reason="SQLite knows no TRUNCATE"
)


@pytest.fixture
def entry(today):
    audit.log(action="thử", by=None)
    return audit.log(action="thử nữa", by=None)


def refused(statement: str) -> None:
    with (
        pytest.raises(IntegrityError, match="frozen"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_journal_is_neither_changed_nor_deleted(entry):
    refused("UPDATE audit_auditentry SET reason = 'khác'")
    refused("DELETE FROM audit_auditentry")
    assert AuditEntry.objects.get(pk=entry.pk).reason == ""


@ON_SQLITE
@pytest.mark.parametrize("recursive", ["ON", "OFF"])
def test_journal_row_is_not_replaced(entry, recursive):
    """Another program may have opened the database without `recursive_triggers`."""
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA recursive_triggers = {recursive}")
    columns = (
        "at, actor_name, action, model, object_id, object_text, before, after, reason, request_id"
    )
    values = "at, 'khác', action, model, object_id, object_text, before, after, reason, request_id"
    try:
        refused(
            f"INSERT OR REPLACE INTO audit_auditentry (id, {columns}) "
            f"SELECT id, {values} FROM audit_auditentry WHERE id = {entry.pk}"
        )
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA recursive_triggers = ON")


@ON_SQLITE
def test_replaced_rows_pass_the_delete_triggers():
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA recursive_triggers")
        assert cursor.fetchone() == (1,)


@ON_POSTGRESQL
def test_journal_is_not_truncated(entry):
    refused("SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE audit_auditentry")


@ON_SQLITE
@pytest.mark.django_db(transaction=True)
def test_migration_can_remake_a_table_other_triggers_speak_of():
    minutes = apps.get_model("meetings", "Minutes")
    emit_pre_migrate_signal(verbosity=0, interactive=False, db="default")
    with connection.schema_editor() as editor:
        editor._remake_table(minutes)
    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")
    assert frozen.missing() == []


@ON_POSTGRESQL
def test_trigger_switched_off_is_reported():
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE meetings_vote DISABLE TRIGGER frozen_vote_update")
    assert frozen.missing() == ["frozen_vote_update"]


def test_missing_trigger_is_reported_and_migrate_puts_it_back():
    assert frozen.missing() == []
    frozen.remove()
    absent = frozen.missing()
    assert {"frozen_auditentry_update", "frozen_minutes_delete"} <= set(absent)
    assert [error.id for error in frozen.check_triggers(["default"])] == ["audit.E001"] * len(
        absent
    )
    call_command("migrate", verbosity=0, skip_checks=False)
    assert frozen.missing() == []


FIRST_TRIGGER = {
    "sqlite": [
        (
            "CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_auditentry "
            "BEGIN SELECT RAISE(ABORT, 'frozen'); END"
        )
    ],
    "postgresql": [
        (
            "CREATE FUNCTION audit_entry_is_append_only() RETURNS trigger LANGUAGE plpgsql "
            "AS $$ BEGIN RAISE EXCEPTION 'frozen'; END $$"
        ),
        (
            "CREATE TRIGGER audit_entry_no_delete BEFORE DELETE OR TRUNCATE ON audit_auditentry "
            "FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_is_append_only()"
        ),
    ],
}


def test_upgrade_takes_off_the_first_versions_triggers(entry):
    """A restore lifts what it knows of; one more trigger would refuse it for ever."""
    with connection.cursor() as cursor:
        for statement in FIRST_TRIGGER[connection.vendor]:
            cursor.execute(statement)
    migration = import_module("audit.migrations.0002_triggers_of_the_first_version")
    migration.drop_first_triggers(apps, connection.schema_editor())
    frozen.remove()
    AuditEntry.objects.all().delete()
    frozen.install()
    assert not AuditEntry.objects.exists()
