"""Issuing a report: number and day, and the paper that never changes again."""

import datetime as dt

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from audit import services as audit
from documents.models import Document
from documents.papers.digest import code_of
from documents.papers.storage import keep_file
from documents.services import issue_document
from reports.composition.wording import capital
from reports.models import Report
from reports.rights import may_issue
from reports.services.printing import print_report


@transaction.atomic
def issue_report(*, report: Report, on: dt.date, recorded_on: dt.date, by) -> Report:
    """Gives the report its number and day and prints the final paper; its content stays as frozen.

    The secretary of the committee issues the committee's, the secretary of a cell the cell's
    (05-HD/VPTW: numbers run per issuer, kind and term). `recorded_on` is the program's day:
    `on` cannot lie after it. Raises ValidationError when the version is not made or already
    issued, or (keyed `on`) the day does not fit; PermissionDenied.
    """
    if not may_issue(by, report.owner):
        raise PermissionDenied
    report = Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
    content = _content_to_issue(report, on)
    draft = _draft_of(report, summary=capital(content["summary"]))
    document = _number(draft, on=on, recorded_on=recorded_on, by=by)
    pdf = print_report(
        report, content=content, digest=report.content_sha256, on=on, document=document
    )
    name = f"reports/{report.pk}-{code_of(report.content_sha256)}-{document.sequence:02d}.pdf"
    document.file.name, document.file_sha256 = keep_file(name, pdf.data), pdf.sha256
    audit.update(document, by=by, fields=["file", "file_sha256"])
    report.state, report.document = Report.State.ISSUED, document
    report.pdf.name, report.pdf_sha256, report.pages = name, pdf.sha256, pdf.pages
    fields = ["state", "document", "pdf", "pdf_sha256", "pages"]
    return audit.update(report, by=by, fields=fields, action="reports.issue")


def _content_to_issue(report: Report, on: dt.date) -> dict:
    """What was frozen, once nothing stands against issuing it on that day."""
    if report.state == Report.State.ISSUED:
        raise ValidationError(_("Bản này đã ban hành."))
    if not report.frozen or report.is_voided:
        raise ValidationError(_("Bản này chưa lập xong nên chưa ban hành được."))
    if on < report.data_until:
        raise ValidationError(
            {
                "on": _("Ngày ban hành không thể trước ngày chốt số liệu (%(day)s).")
                % {"day": f"{report.data_until:%d/%m/%Y}"}
            }
        )
    return report.frozen


def _draft_of(report: Report, *, summary: str) -> Document:
    issuer = {"cell": report.cell} if report.cell_id else {"committee": report.committee}
    return Document(
        register=report.committee,
        kind=Document.Kind.REPORT,
        stance=Document.Stance.ISSUED,
        summary=summary,
        **issuer,
    )


def _number(draft: Document, *, on: dt.date, recorded_on: dt.date, by) -> Document:
    try:
        document = audit.create(draft, by=by)
        return issue_document(document=document, on=on, recorded_on=recorded_on, by=by)
    except ValidationError as error:  # whatever stands against it stands against the day
        raise ValidationError({"on": error.messages}) from error
