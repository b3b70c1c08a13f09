"""`./run manage restore FILE [--replace]`: puts a backup back, on SQLite or PostgreSQL."""

from pathlib import Path

from django.core.management.base import CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from audit.backup.errors import BackupError
from audit.backup.services import restore_backup
from partyunit.management.refusals import OfficeCommand


class Command(OfficeCommand):
    help = "Puts back an archive written by backup. Refuses to overwrite data without --replace."
    requires_system_checks: list[str] = []
    needs_tables = False  # they may be missing: they are made when the archive proves whole
    interrupted = gettext_lazy("Đã dừng; dữ liệu hoặc đã khôi phục trọn vẹn, hoặc vẫn như trước.")

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="the archive to read")
        parser.add_argument(
            "--replace", action="store_true", help="throw away the data that are here now"
        )

    def handle(self, *args, **options):
        source = options["file"]
        try:
            manifest = restore_backup(source, replace=options["replace"])
        except BackupError as error:
            raise CommandError(error.sentence) from error
        self.stdout.write(
            _(
                "Đã khôi phục %(rows)s dòng và %(files)s tệp từ %(file)s. Mọi người phải đăng nhập lại."
            )
            % {"rows": manifest.row_count, "files": len(manifest.files), "file": source}
        )
