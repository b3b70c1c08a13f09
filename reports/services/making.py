"""Making a report behind the page: freeze the figures, check the sums, lay out, store."""

import datetime as dt
from collections.abc import Callable

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from audit import services as audit
from documents.papers.digest import code_of, freeze
from documents.papers.storage import keep_file
from jobs.errors import JobError
from jobs.models import Job
from partyunit.dates import Period, quarter_of, roman_quarter
from reports.composition import compose, contradictions, gather
from reports.figures import Scope
from reports.models import Report
from reports.services.printing import print_report

# What the page shows while a report is made: the stage and the percent at which it begins.
STAGES = [
    (gettext_noop("Chốt số liệu"), 5),
    (gettext_noop("Kiểm tra các số cộng"), 35),
    (gettext_noop("Dàn trang PDF"), 45),
    (gettext_noop("Lưu tệp"), 90),
]
FREEZE, CHECK, LAY_OUT, STORE = STAGES


def make_report(job: Job, progress: Callable[[str, int], None]) -> Callable[[], None]:
    """Makes the report of the job; what it returns is done in the transaction that ends the job.

    The draft is laid out and signed as on the day it was asked for. May be begun twice when a
    worker is killed: the file's name comes from its content, so a second run writes the same
    one. Raises JobError when the tables contradict one another.
    """
    report = job.report
    progress(*FREEZE)
    facts = gather(
        scope=Scope(report.committee, report.cell, named_on=report.data_until),
        kind=report.kind,
        period=Period(report.period_first, report.period_last),
        day=report.data_until,
    )
    progress(*CHECK)
    problems = contradictions(facts)
    if problems:
        raise JobError(_("Số liệu chưa khớp nên chưa lập được. %(what)s") % {"what": problems[0]})
    # Work asked for by an earlier version tells no day: then the last day of its figures.
    on = dt.date.fromisoformat(job.arguments.get("on", f"{report.data_until}"))
    remarks = job.arguments["remarks"]
    content, digest = freeze(compose(facts, summary=summary_of(report), remarks=remarks))
    progress(*LAY_OUT)
    pdf = print_report(report, content=content, digest=digest, on=on)
    progress(*STORE)
    name = keep_file(f"reports/{report.pk}-{code_of(digest)}.pdf", pdf.data)
    return lambda: _store(report, job=job, content=content, digest=digest, pdf=pdf, name=name)


def _store(report: Report, *, job: Job, content: dict, digest: str, pdf, name: str) -> None:
    """Writes the result. The journal keeps the digest, not the whole content a second time."""
    Report.objects.filter(pk=report.pk).update(frozen=content)
    report.frozen, report.content_sha256 = content, digest
    report.pdf.name, report.pdf_sha256, report.pages = name, pdf.sha256, pdf.pages
    report.made_at = timezone.now()
    fields = ["content_sha256", "pdf", "pdf_sha256", "pages", "made_at"]
    audit.update(report, by=job.requested_by, fields=fields, action="reports.make")


def summary_of(report: Report) -> str:
    """What stands under BÁO CÁO: `kết quả công tác xây dựng Đảng quý I năm 2019`."""
    year = report.period_first.year
    if report.kind == Report.Kind.ANNUAL:
        return f"tổng kết công tác xây dựng Đảng năm {year}"
    quarter = roman_quarter(quarter_of(report.period_first))
    return f"kết quả công tác xây dựng Đảng quý {quarter} năm {year}"
