"""`migrate`, which also puts back missing triggers and ends a restore that a power cut broke off."""

from django.core.management.base import CommandError
from django.core.management.commands import migrate

from audit.backup import folder
from audit.backup.errors import BackupError


class Command(migrate.Command):
    def check(self, *args, databases=None, **kwargs):
        """Without the checks of the database: what they miss is what this command makes."""
        super().check(*args, **kwargs)

    def handle(self, *args, **options):
        super().handle(*args, **options)
        try:
            folder.settle()
        except BackupError as error:
            raise CommandError(error.sentence) from error
