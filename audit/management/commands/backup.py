"""`./run manage backup FILE`: everything the office entered, in one file."""

from pathlib import Path

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from audit.backup.errors import BackupError
from audit.backup.services import make_backup
from partyunit.management.refusals import OfficeCommand


class Command(OfficeCommand):
    help = "Writes all rows and files into one archive that restore reads on either database."

    def add_arguments(self, parser):
        parser.add_argument(
            "file", type=Path, help="the archive to write, for instance 2019-03-13.zip"
        )

    def handle(self, *args, **options):
        target = options["file"]
        try:
            manifest = make_backup(target)
        except BackupError as error:
            raise CommandError(error.sentence) from error
        self.stdout.write(
            _("Đã sao lưu %(rows)s dòng và %(files)s tệp vào %(file)s.")
            % {"rows": manifest.row_count, "files": len(manifest.files), "file": target}
        )
