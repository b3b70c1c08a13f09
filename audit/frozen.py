"""Rows that nothing changes any more: database triggers on both engines, whatever writes.

Page, service, shell or another program: a row that is frozen refuses UPDATE and DELETE, and
TRUNCATE on PostgreSQL. A room says which rows those are in its `AppConfig.ready`:

    frozen.register(
        self,
        # an issued report: nothing but its voiding
        Frozen(model="Report", when="{row}.state = 'issued'", free=frozen.VOIDING),
        # what belongs to a parent that is closed: also no new row, none moved in
        Frozen(model="ReportNote", closed=True, when="EXISTS (SELECT 1 FROM reports_report r "
               "WHERE r.id = {row}.report_id AND r.state = 'issued')"),
    )

SQLite cannot remake a table a trigger speaks of, so `migrate` lifts them there before it begins
and puts them back at its end; a system check tells when one is missing. Restoring a backup and
the tests' flush lift them all.
"""

from dataclasses import dataclass

from django.apps import AppConfig, apps
from django.core import checks
from django.db import connections
from django.db.models.signals import post_migrate, pre_migrate

VOIDING = frozenset({"voided_at", "voided_by_id", "void_reason", "version"})
REFUSAL = "this row is frozen"
_registered: dict[str, tuple["Frozen", ...]] = {}


@dataclass(frozen=True, kw_only=True)
class Frozen:
    """A table, when one of its rows is frozen, and what may still happen to it.

    `model` is one of the room's, or one of a lower room with that room's name before it. `when`
    is a condition in SQL that both engines read; `{row}` stands for the row. `free` are
    the columns that may still change. `closed` refuses also a new row for which it holds.
    """

    model: str
    when: str
    free: frozenset[str] = frozenset()
    closed: bool = False

    def holds_for(self, row: str) -> str:
        return f"({self.when.format(row=row)})"


def register(app: AppConfig, *rows: Frozen) -> None:
    """Keeps these rows of the room from now on."""
    _registered[app.label] = rows
    pre_migrate.connect(_remove_before_migrate, sender=app)
    post_migrate.connect(_install_after_migrate, sender=app)
    checks.register(check_triggers, checks.Tags.database)


def install(using: str = "default") -> None:
    """Puts all triggers on, replacing those that stand."""
    for label in _registered:
        _install(label, using)


def remove(using: str = "default") -> None:
    """Takes all triggers off; only a restore and the tests' flush do this."""
    for label in _registered:
        _remove(label, using)


def missing(using: str = "default") -> list[str]:
    """The names of the triggers that are not in the database, or were switched off there."""
    vendor = connections[using].vendor
    if vendor == "postgresql":
        query = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"
    else:
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    with connections[using].cursor() as cursor:
        cursor.execute(query)
        present = {row[0] for row in cursor.fetchall()}
    return [
        name
        for rows in _registered.values()
        for one in rows
        for event in _events(one, vendor)
        if (name := _name(one, event)) not in present
    ]


def check_triggers(databases=None, **_kwargs) -> list[checks.CheckMessage]:
    """A system check that the triggers stand."""
    hint = "Run `./run manage migrate`; it puts the triggers back."
    return [
        checks.Error(
            f"The trigger {name} is missing in database {alias}.", hint=hint, id="audit.E001"
        )
        for alias in databases or []
        if all(_has_tables(label, alias) for label in _registered)
        for name in missing(alias)
    ]


def _remove_before_migrate(sender: AppConfig, using: str, **_kwargs) -> None:
    """SQLite remakes a table by another name, which no trigger that speaks of it survives."""
    if connections[using].vendor == "sqlite":
        _remove(sender.label, using)


def _install_after_migrate(sender: AppConfig, using: str, **_kwargs) -> None:
    if _has_tables(sender.label, using):
        _install(sender.label, using)


def _has_tables(label: str, using: str) -> bool:
    present = set(connections[using].introspection.table_names())
    return {_table(label, one) for one in _registered[label]} <= present


def _install(label: str, using: str) -> None:
    _remove(label, using)
    vendor = connections[using].vendor
    write = _postgresql if vendor == "postgresql" else _sqlite
    with connections[using].cursor() as cursor:
        for one in _registered[label]:
            for event in _events(one, vendor):
                for statement in write(label, one, event=event):
                    cursor.execute(statement)


def _remove(label: str, using: str) -> None:
    vendor = connections[using].vendor
    with connections[using].cursor() as cursor:
        for one in _registered[label]:
            for event in _events(one, vendor):
                on_table = f" ON {_table(label, one)}" if vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {_name(one, event)}{on_table}")


def _events(one: Frozen, vendor: str) -> list[str]:
    """On SQLite an INSERT OR REPLACE takes the place of a row without a DELETE."""
    if vendor == "postgresql":
        return [*(["insert"] if one.closed else []), "update", "delete", "truncate"]
    return ["insert", "update", "delete"]


def _name(one: Frozen, event: str) -> str:
    return f"frozen_{one.model.lower().replace('.', '_')}_{event}"


def _table(label: str, one: Frozen) -> str:
    return _model(label, one)._meta.db_table


def _model(label: str, one: Frozen):
    return apps.get_model(one.model if "." in one.model else f"{label}.{one.model}")


# -- when a statement is refused ---------------------------------------------------------------


def _update(label: str, one: Frozen, *, differs: str) -> str:
    """Moving a row into what is closed is an insert by another name."""
    frozen = one.holds_for("OLD")
    if one.closed:
        frozen = f"({frozen} OR {one.holds_for('NEW')})"
    if not one.free:
        return frozen
    fields = _model(label, one)._meta.concrete_fields
    kept = [field.column for field in fields if field.column not in one.free]
    changed = " OR ".join(f'OLD."{column}" {differs} NEW."{column}"' for column in kept)
    return f"{frozen} AND ({changed})"


def _takes_the_place(label: str, one: Frozen, *, of_another: bool) -> str:
    """The new row has the key of one that is frozen (`of_another`: than the row it was)."""
    model = _model(label, one)
    same = " OR ".join(f'o."{f.column}" = NEW."{f.column}"' for f in model._meta.fields if f.unique)
    other = (
        f'o."{model._meta.pk.column}" IS NOT OLD."{model._meta.pk.column}" AND '
        if of_another
        else ""
    )
    # Names of our own models only; nothing a user typed.
    return (
        f"EXISTS (SELECT 1 FROM {model._meta.db_table} o WHERE {other}({same}) "  # noqa: S608
        f"AND {one.holds_for('o')})"
    )


def _sqlite(label: str, one: Frozen, *, event: str):
    condition = {
        "insert": lambda: (
            f"{one.holds_for('NEW') if one.closed else '0'} "
            f"OR {_takes_the_place(label, one, of_another=False)}"
        ),
        "update": lambda: (
            f"({_update(label, one, differs='IS NOT')}) "
            f"OR {_takes_the_place(label, one, of_another=True)}"
        ),
        "delete": lambda: one.holds_for("OLD"),
    }[event]()
    yield (
        f"CREATE TRIGGER {_name(one, event)} BEFORE {event.upper()} ON {_table(label, one)} "
        f"WHEN {condition} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    )


def _postgresql(label: str, one: Frozen, *, event: str):
    name, table = _name(one, event), _table(label, one)
    condition = {
        "insert": lambda: one.holds_for("NEW"),
        "update": lambda: _update(label, one, differs="IS DISTINCT FROM"),
        "delete": lambda: one.holds_for("OLD"),
        "truncate": lambda: f"EXISTS (SELECT 1 FROM {table} o WHERE {one.holds_for('o')})",  # noqa: S608
    }[event]()
    kept = {"insert": "NEW", "update": "NEW", "delete": "OLD", "truncate": "NULL"}[event]
    level = "STATEMENT" if event == "truncate" else "ROW"
    yield (
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF {condition} THEN RAISE EXCEPTION '{REFUSAL}' "
        f"USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN {kept}; END $$"
    )
    yield (
        f"CREATE TRIGGER {name} BEFORE {event.upper()} ON {table} "
        f"FOR EACH {level} EXECUTE FUNCTION {name}()"
    )
