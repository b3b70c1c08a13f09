"""A command that cannot do what it was asked says so in one sentence, without a programmer's prefix."""

import sys

from django.core.management.base import BaseCommand, CommandError


class OfficeCommand(BaseCommand):
    """Its CommandError prints as the bare sentence on standard error, with the error's exit code."""

    def execute(self, *args, **options):
        try:
            return super().execute(*args, **options)
        except CommandError as error:
            if not self._called_from_command_line or options.get("traceback"):
                raise
            self.stderr.write(str(error))
            sys.exit(error.returncode)
