"""A periodic report from the shell: by the worker when one is alive, else in this process.

Prints the path of the PDF on standard output, what it is doing on standard error. Exit code
2 with one sentence for what cannot be asked, 1 when the report could not be made.
"""

import shutil
import tempfile
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from jobs.models import Job
from jobs.services import wait_for
from partyunit import clock
from partyunit.management.refusals import OfficeCommand
from reports.management.commands.figures import AskedWronglyError, find_cell, find_committee
from reports.models import Report
from reports.services import parse_period, request_report


class Command(OfficeCommand):
    help = "Lập báo cáo quý hoặc năm của đảng bộ hay của một chi bộ, in ra đường dẫn tệp PDF."

    def add_arguments(self, parser):
        parser.add_argument("kind", choices=Report.Kind.values, help="annual hoặc quarterly")
        parser.add_argument("period", metavar="KỲ", help="2018, hoặc 2019-Q1")
        parser.add_argument("--cell", metavar="MÃ", help="mã chi bộ; không ghi thì cả đảng bộ")
        parser.add_argument("--committee", metavar="MÃ", help="mã đảng bộ, khi có hơn một")
        parser.add_argument("--output", metavar="TỆP", help="chép bản PDF ra tệp này")

    def handle(self, *args, **options):
        try:
            report = self._ask(options)
        except ValidationError as error:
            raise AskedWronglyError(" ".join(error.messages)) from error
        self.stderr.write(f"{report}, {_('bản')} {report.number_of_version}")
        job = wait_for(report.job, on_change=self._tell)
        if job.state != Job.State.DONE:
            raise CommandError(job.error or _("Việc lập báo cáo đã bị dừng."))
        report.refresh_from_db()
        self.stdout.write(str(self._deliver(report, options["output"])))

    def _ask(self, options) -> Report:
        period = parse_period(options["kind"], options["period"])
        if options["output"] is not None:
            _check_folder(Path(options["output"]))
        committee = find_committee(options["committee"])
        cell = find_cell(committee, options["cell"]) if options["cell"] is not None else None
        return request_report(
            kind=options["kind"],
            owner=cell or committee,
            period=period,
            on=clock.today(),
            by=None,
        )

    def _deliver(self, report: Report, output: str | None) -> Path:
        stored = Path(settings.MEDIA_ROOT) / report.pdf.name
        if not output:
            return stored
        path = Path(output).resolve()
        try:
            copy_whole(stored, path)
        except OSError as error:
            sentence = _("Báo cáo đã lập nhưng không ghi được %(path)s: %(why)s.")
            raise CommandError(sentence % {"path": path, "why": error.strerror}) from error
        return path

    def _tell(self, job: Job) -> None:
        if job.is_open and job.stage:
            self.stderr.write(f"{job.percent:3d} %  {_(job.stage)}")


def copy_whole(source: Path, target: Path) -> None:
    """Copies so that the target is never half a file."""
    with tempfile.NamedTemporaryFile(dir=target.parent, suffix=".part", delete=False) as file:
        temporary = Path(file.name)
    try:
        shutil.copyfile(source, temporary)
        temporary.chmod(0o644)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _check_folder(path: Path) -> None:
    if path.is_dir():
        raise AskedWronglyError(_("%(path)s là thư mục; hãy ghi tên tệp.") % {"path": path})
    if not path.resolve().parent.is_dir():
        raise AskedWronglyError(_("Không có thư mục %(path)s.") % {"path": path.resolve().parent})
