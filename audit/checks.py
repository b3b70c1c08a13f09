"""A system check that the append-only triggers stand."""

from django.core.checks import Error, Tags, register
from django.db import connections

from audit import triggers


def register_checks() -> None:
    register(check_triggers, Tags.database)


def check_triggers(databases=None, **_kwargs):
    errors = []
    for alias in databases or []:
        if triggers.TABLE not in connections[alias].introspection.table_names():
            continue
        errors += [
            Error(
                f"The audit trigger {name} is missing in database {alias}.",
                hint="Run `./run manage migrate`; it puts the triggers back.",
                id="audit.E001",
            )
            for name in triggers.missing(alias)
        ]
    return errors
