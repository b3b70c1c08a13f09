"""A command that cannot do what it was asked says so in one sentence, without a programmer's prefix."""

import sys

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

INTERRUPTED = 130  # as a shell reports Ctrl-C


class OfficeCommand(BaseCommand):
    """Its CommandError prints as the bare sentence on standard error, with the error's exit code.

    It refuses to work on tables that are missing or of an older version; `makes_tables` makes
    them in an empty database, and `needs_tables` off leaves the question to the command.
    """

    needs_tables = True
    makes_tables = False
    interrupted = gettext_lazy("Đã dừng.")

    def execute(self, *args, **options):
        try:
            self.check_database()
            return super().execute(*args, **options)
        except (CommandError, OperationalError) as error:
            if not self._called_from_command_line or options.get("traceback"):
                raise
            self.stderr.write(sentence_of(error))
            sys.exit(getattr(error, "returncode", 1))
        except KeyboardInterrupt:
            self.stderr.write(f"\n{self.interrupted}")
            sys.exit(INTERRUPTED)

    def check_database(self) -> None:
        try:
            connection.ensure_connection()
        except DatabaseError as error:
            raise CommandError(
                _("Không mở được cơ sở dữ liệu: %(why)s") % {"why": first_line(error)}
            ) from error
        if self.makes_tables and not connection.introspection.table_names():
            call_command("migrate", interactive=False, verbosity=0)
        if self.needs_tables:
            check_tables()


def sentence_of(error: Exception) -> str:
    """A refusal in its own words; what the database's server or disk would not do, in theirs."""
    if isinstance(error, CommandError):
        return str(error)
    return _("Cơ sở dữ liệu báo lỗi: %(why)s") % {"why": first_line(error)}


def check_tables() -> None:
    """Raises CommandError unless the tables here are those this version works with."""
    executor = MigrationExecutor(connection)
    if not executor.loader.applied_migrations:
        raise CommandError(_("Chưa có dữ liệu: hãy chạy ./run trước."))
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise CommandError(_("Dữ liệu ở đây của phiên bản cũ hơn: hãy chạy ./run trước."))


def first_line(error: Exception) -> str:
    """What a server or the system said, short enough for a sentence."""
    return next(iter(str(error).strip().splitlines()), type(error).__name__)
