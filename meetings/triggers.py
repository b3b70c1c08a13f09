"""Database triggers that keep an approved meeting as it was approved, on both engines.

Whatever writes (page, service, shell, another program): rows recorded of a meeting with
approved minutes refuse INSERT, UPDATE and DELETE. Still free to change are the state and
result of a task given (they are reported at later meetings) and voiding the meeting, its
minutes or an addendum as a whole, which changes nothing of the content.

SQLite loses triggers when it remakes a table, so they are put back after every `migrate`;
a system check tells when one is missing. PostgreSQL's TRUNCATE passes them by.
"""

from dataclasses import dataclass, field

from django.apps import apps
from django.db import connections

VOIDING = {"voided_at", "voided_by_id", "void_reason", "version"}
REPORTING = {"state", "result", "closed_on", "version"}
BY_MEETING = "m.meeting_id = {row}.meeting_id"


@dataclass(frozen=True)
class Guarded:
    """A table, how one of its rows finds the minutes, and the columns that may still change."""

    model: str
    minutes: str  # condition on minutes `m`, with {row} for OLD or NEW
    free: set[str] = field(default_factory=set)
    on_insert: bool = True
    always: bool = False  # refused whatever the state of the minutes


GUARDED = [
    Guarded("Attendance", BY_MEETING),
    Guarded("Guest", BY_MEETING),
    Guarded("AgendaItem", BY_MEETING),
    Guarded("ActionItem", BY_MEETING, free=REPORTING),
    Guarded(
        "Opinion",
        "m.meeting_id = (SELECT a.meeting_id FROM meetings_agendaitem a WHERE a.id = {row}.item_id)",
    ),
    Guarded("MinutesSection", "m.id = {row}.minutes_id"),
    Guarded("Meeting", "m.meeting_id = {row}.id", free=VOIDING, on_insert=False),
    Guarded("Minutes", "m.id = {row}.id", free=VOIDING, on_insert=False),
    Guarded("MinutesAddendum", "", free=VOIDING, on_insert=False, always=True),
]
SENTENCE = "minutes_approved_are_frozen"


def install_after_migrate(using: str, **_kwargs) -> None:
    if _tables() <= set(connections[using].introspection.table_names()):
        install(using)


def install(using: str = "default") -> None:
    """Puts the triggers on, replacing those that stand."""
    connection = connections[using]
    remove(using)
    write = _postgresql if connection.vendor == "postgresql" else _sqlite
    with connection.cursor() as cursor:
        for guarded in GUARDED:
            for statement in write(guarded):
                cursor.execute(statement)


def remove(using: str = "default") -> None:
    """Takes the triggers off; only a restore and the tests' flush do this."""
    postgresql = connections[using].vendor == "postgresql"
    with connections[using].cursor() as cursor:
        for guarded in GUARDED:
            for name in names_of(guarded):
                on_table = f" ON {_table(guarded)}" if postgresql else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on_table}")


def missing(using: str = "default") -> list[str]:
    """The names of the triggers that are not in the database."""
    if connections[using].vendor == "postgresql":
        query = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
    else:
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    with connections[using].cursor() as cursor:
        cursor.execute(query)
        present = {row[0] for row in cursor.fetchall()}
    return [name for guarded in GUARDED for name in names_of(guarded) if name not in present]


def names_of(guarded: Guarded) -> list[str]:
    return [f"frozen_{guarded.model.lower()}_{event}" for event in _events(guarded)]


def _events(guarded: Guarded) -> list[str]:
    return ["insert", "update", "delete"] if guarded.on_insert else ["update", "delete"]


def _tables() -> set[str]:
    return {_table(guarded) for guarded in GUARDED}


def _table(guarded: Guarded) -> str:
    return apps.get_model("meetings", guarded.model)._meta.db_table


def _columns(guarded: Guarded) -> list[str]:
    """The columns that may no longer change."""
    fields = apps.get_model("meetings", guarded.model)._meta.concrete_fields
    return [f.column for f in fields if f.column not in guarded.free]


def _is_frozen(guarded: Guarded, row: str) -> str:
    if guarded.always:
        return "1 = 1"
    where = guarded.minutes.format(row=row)
    return f"EXISTS (SELECT 1 FROM meetings_minutes m WHERE {where} AND m.state = 'approved')"  # noqa: S608


def _condition(guarded: Guarded, event: str, *, differs: str) -> str:
    """When the statement is to be refused."""
    if event == "insert":
        return _is_frozen(guarded, "NEW")
    frozen = _is_frozen(guarded, "OLD")
    if event == "delete":
        return frozen
    if guarded.on_insert:  # moving a row into an approved meeting is an insert by another name
        frozen = f"({frozen} OR {_is_frozen(guarded, 'NEW')})"
    changed = " OR ".join(f'OLD."{c}" {differs} NEW."{c}"' for c in _columns(guarded))
    return f"{frozen} AND ({changed})" if guarded.free else frozen


def _sqlite(guarded: Guarded):
    for name, event in zip(names_of(guarded), _events(guarded), strict=True):
        yield (
            f"CREATE TRIGGER {name} BEFORE {event.upper()} ON {_table(guarded)} "
            f"WHEN {_condition(guarded, event, differs='IS NOT')} "
            f"BEGIN SELECT RAISE(ABORT, '{SENTENCE}'); END"
        )


def _postgresql(guarded: Guarded):
    for name, event in zip(names_of(guarded), _events(guarded), strict=True):
        kept = "OLD" if event == "delete" else "NEW"
        yield (
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF {_condition(guarded, event, differs='IS DISTINCT FROM')} THEN RAISE EXCEPTION '{SENTENCE}' "
            f"USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN {kept}; END $$"
        )
        yield (
            f"CREATE TRIGGER {name} BEFORE {event.upper()} ON {_table(guarded)} "
            f"FOR EACH ROW EXECUTE FUNCTION {name}()"
        )
