"""Database triggers that refuse to change or delete an audit entry.

They are put back after every `migrate`, because SQLite loses them when it remakes a table.
"""

from django.db import connections

NAMES = ("audit_entry_no_update", "audit_entry_no_delete")
TABLE = "audit_auditentry"
FUNCTION = (
    "CREATE OR REPLACE FUNCTION audit_entry_is_append_only() RETURNS trigger LANGUAGE plpgsql "
    "AS $$ BEGIN RAISE EXCEPTION 'audit entries are append-only'; END $$"
)


def install_after_migrate(using: str, **_kwargs) -> None:
    if TABLE in connections[using].introspection.table_names():
        install(using)


def install(using: str = "default") -> None:
    with connections[using].cursor() as cursor:
        for statement in _statements(connections[using].vendor):
            cursor.execute(statement)


def remove(using: str = "default") -> None:
    """Takes the triggers off; only a restore and the tests' flush do this."""
    on_table = f" ON {TABLE}" if connections[using].vendor == "postgresql" else ""
    with connections[using].cursor() as cursor:
        for name in NAMES:
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on_table}")


def missing(using: str = "default") -> list[str]:
    """The names of the triggers that are not in the database."""
    connection = connections[using]
    if connection.vendor == "postgresql":
        query = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
    else:
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    with connection.cursor() as cursor:
        cursor.execute(query)
        present = {row[0] for row in cursor.fetchall()}
    return [name for name in NAMES if name not in present]


def _statements(vendor: str) -> list[str]:
    if vendor == "postgresql":
        return [
            FUNCTION,
            *(
                f"CREATE OR REPLACE TRIGGER {name} BEFORE {event} ON {TABLE} "
                f"FOR EACH {level} EXECUTE FUNCTION audit_entry_is_append_only()"
                for name, event, level in [
                    (NAMES[0], "UPDATE", "ROW"),
                    (NAMES[1], "DELETE OR TRUNCATE", "STATEMENT"),
                ]
            ),
        ]
    return [
        f"CREATE TRIGGER IF NOT EXISTS {name} BEFORE {event} ON {TABLE} "
        f"BEGIN SELECT RAISE(ABORT, 'audit entries are append-only'); END"
        for name, event in zip(NAMES, ("UPDATE", "DELETE"), strict=True)
    ]
