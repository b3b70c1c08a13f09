"""`migrate`, which puts back the triggers whose absence `check --database` reports."""

from django.core.management.commands import migrate


class Command(migrate.Command):
    def check(self, *args, databases=None, **kwargs):
        """Without the checks of the database: what they miss is what this command makes."""
        super().check(*args, **kwargs)
