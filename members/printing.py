"""Printing the request sheets of a year behind the page, and for how long the file is kept."""

import datetime as dt
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from audit import services as audit
from documents.papers.storage import keep_file
from jobs.errors import JobError
from jobs.models import Job
from members.models import Member
from members.request_sheets import Asked, print_sheets, sheets_of

SHEETS_KIND = "members.request_sheets"
FOLDER = "request-sheets"
KEPT_FOR = dt.timedelta(days=7)  # then the file goes: it names people, and can be printed again
GATHER, LAY_OUT = gettext_noop("Gom người và nơi cư trú"), gettext_noop("Dàn trang phiếu")


def name_of_sheets(job: Job) -> str:
    """Where the file of a print lies; a second run of the same job writes the same one."""
    return f"{FOLDER}/{job.pk}.pdf"


def print_sheets_of(job: Job, progress):
    """Prints for the members named when it was asked for. Raises JobError when none has a place."""
    progress(GATHER, 5)
    told = job.arguments
    asked = Asked(
        year=told["year"],
        on=dt.date.fromisoformat(told["on"]),
        reply_by=dt.date.fromisoformat(told["reply_by"]),
        issuer=told["issuer"],
    )
    sheets = sheets_of(Member.objects.valid().filter(pk__in=told["members"]), asked)
    if not sheets:
        raise JobError(_("Không có đồng chí nào đã giới thiệu về nơi cư trú để in phiếu."))
    progress(LAY_OUT, 10)
    pdf = print_sheets(
        sheets, asked, told=lambda done, count: progress(LAY_OUT, 10 + 85 * done // count)
    )
    keep_file(name_of_sheets(job), pdf.data)
    after = {"year": asked.year, "sheets": len(sheets), "pages": pdf.pages, "sha256": pdf.sha256}
    return lambda: audit.log(
        action="members.print_request_sheets", by=job.requested_by, obj=job, after=after
    )


def forget_old_files() -> None:
    """Takes away the files that were printed too long ago."""
    folder = Path(settings.MEDIA_ROOT) / FOLDER
    limit = (timezone.now() - KEPT_FOR).timestamp()
    for path in folder.glob("*.pdf"):
        if path.stat().st_mtime < limit:
            path.unlink(missing_ok=True)
