"""One report as its page shows it: which version is being made, which failed, which paper counts."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from documents.models import Document
from documents.papers.layout import Header, SignatureBlock, header_for, symbol_of
from jobs.models import Job
from members.signing import signer_on
from reports.models import Report

FAILED = (Job.State.FAILED, Job.State.CANCELLED)


@dataclass(frozen=True)
class Versions:
    """The versions of one report, the newest first. `day` is the program's."""

    asked: Report
    all: tuple[Report, ...]
    day: dt.date

    @cached_property
    def in_the_making(self) -> Report | None:
        return next((one for one in self.all if one.job and one.job.is_open), None)

    @cached_property
    def failed(self) -> Report | None:
        """The newest version, when it could not be made; what came after it settles it."""
        newest = self.all[0]
        return newest if newest.job and newest.job.state in FAILED else None

    @cached_property
    def paper(self) -> Report | None:
        """What the page shows: the version asked for; else the last issued, else the last made."""
        if self.asked.pdf:
            return self.asked
        issued = (one for one in self.all if one.state == Report.State.ISSUED)
        made = (one for one in self.all if one.pdf)
        return next(issued, None) or next(made, None)

    @property
    def lead(self) -> str:
        """Where the report stands, in one sentence."""
        if self.in_the_making:
            number = self.in_the_making.number_of_version
            return _("Bản %(number)s đang lập. Đồng chí có thể rời trang này.") % {"number": number}
        paper = self.paper
        if paper is None:
            return _("Chưa có bản nào lập xong.")
        if paper.document:
            return _("Bản %(version)s đã ban hành, số %(number)s.") % {
                "version": paper.number_of_version,
                "number": paper.document.number,
            }
        if paper.pk != self.all[0].pk:
            return _("Bản %(number)s là dự thảo cũ; bản mới nhất là bản %(newest)s.") % {
                "number": paper.number_of_version,
                "newest": self.all[0].number_of_version,
            }
        return _("Bản %(number)s là dự thảo, chưa có số và ngày.") % {
            "number": paper.number_of_version
        }

    @cached_property
    def header(self) -> Header | None:
        """The head of the paper, as printed."""
        if self.paper is None:
            return None
        owner, document = self.paper.owner, self.paper.document
        return header_for(
            owner,
            on=self._paper_day,
            kind_title="Báo cáo",
            summary=self.paper.frozen["summary"],
            symbol=symbol_of(Document.Kind.REPORT, owner),
            number=document.number if document else "",
            is_dated=document is not None,
        )

    @cached_property
    def signer(self) -> SignatureBlock:
        return signer_on(self._paper_day, owner=self.asked.owner)

    @property
    def _paper_day(self) -> dt.date:
        document = self.paper.document if self.paper else None
        return document.issued_on if document else self.day


def read_versions(report: Report, *, day: dt.date) -> Versions:
    """All versions of the same kind, owner and period; frozen content only of the paper shown."""
    rows = (
        Report.objects.valid()
        .filter(
            kind=report.kind,
            committee=report.committee_id,
            cell=report.cell_id,
            period_first=report.period_first,
        )
        .select_related("job__requested_by", "document", "cell__committee", "committee")
        .defer("frozen")
        .order_by("-number_of_version")
    )
    versions = tuple(rows)
    asked = next((one for one in versions if one.pk == report.pk), report)
    return Versions(asked=asked, all=versions or (report,), day=day)


def state_in_words(report: Report) -> str:
    """The paper's state, or its job's while there is no paper."""
    if report.state == Report.State.ISSUED and report.document:
        return _("đã ban hành %(day)s") % {"day": report.document.issued_on}
    job = report.job
    if job is not None and job.state in FAILED:
        return _("không lập được") if job.state == Job.State.FAILED else _("đã dừng")
    if not report.pdf:
        return _("đang lập")
    return _("dự thảo")


def maker_of(report: Report) -> str:
    """Who asked for the version: a person, the calendar, or someone at the shell."""
    job = report.job
    if job is None:
        return ""
    if job.requested_by:
        return str(job.requested_by)
    return _("tự động đầu quý") if job.key else _("dòng lệnh")


@dataclass(frozen=True)
class FrozenFigure:
    """A number as it was frozen; `url` opens its list as the register stands now."""

    label: str
    value: int
    url: str


def read_frozen(report: Report) -> list[FrozenFigure]:
    """The figures of a version in the order of the paper."""
    figures = sorted(report.frozen["figures"].values(), key=lambda one: one["at"])
    return [FrozenFigure(one["label"], one["value"], _list_url(one)) for one in figures]


def _list_url(frozen: dict) -> str:
    if not frozen["list"]:
        return ""
    return f"{reverse(frozen['list'])}?{urlencode(list(map(tuple, frozen['query'])), safe='/')}"
