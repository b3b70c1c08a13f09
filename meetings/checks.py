"""A system check that the triggers which keep approved meetings stand."""

from django.core.checks import Error, Tags, register
from django.db import connections

from meetings import triggers
from meetings.models import MinutesAddendum


def register_checks() -> None:
    register(check_triggers, Tags.database)


def check_triggers(databases=None, **_kwargs):
    errors = []
    for alias in databases or []:
        if MinutesAddendum._meta.db_table not in connections[alias].introspection.table_names():
            continue
        errors += [
            Error(
                f"The trigger {name} is missing in database {alias}.",
                hint="Run `./run manage migrate`; it puts the triggers back.",
                id="meetings.E001",
            )
            for name in triggers.missing(alias)
        ]
    return errors
