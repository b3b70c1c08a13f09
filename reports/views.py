"""The pages of the periodic reports: the list, asking for one, its versions, issuing, the file."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.text import capfirst, slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from audit.services import log
from audit.views import ActionFormView, RecordDetailView, RecordListView
from cells.models import Cell, Committee
from jobs.showing import show
from partyunit.text import fold
from partyunit.views import content_required
from reports.filters import ReportFilterSet
from reports.forms import ReportIssueForm, ReportRequestForm
from reports.models import Report
from reports.rights import may_issue, may_request, may_request_any
from reports.services import issue_report, request_report
from reports.showing import read_frozen, read_versions
from reports.tables import COLUMNS


class ReportListView(RecordListView):
    """Every version of every report, the newest first."""

    model = Report
    heading = gettext_lazy("Báo cáo")
    unit = gettext_lazy("bản")
    columns = COLUMNS
    filterset_class = ReportFilterSet
    default_sort = "-period"
    empty_heading = gettext_lazy("Chưa có báo cáo nào")
    empty_text = gettext_lazy("Báo cáo quý tự lập vào ngày sau khi hết quý; cũng có thể lập ngay.")

    def get_records(self):
        reports = Report.objects.visible_to(self.request.user).valid()
        return reports.filter(data_until__lte=self.on).select_related("cell", "document", "job")

    def get_action(self):
        if may_request_any(self.request.user):
            return (_("Lập báo cáo"), reverse("reports:new"))
        return None


class ReportRequestView(ActionFormView):
    """Asks for a report; a worker makes it behind the page."""

    heading = gettext_lazy("Lập báo cáo")
    lead = gettext_lazy("Số liệu lấy từ sổ; phần đồng chí ghi dưới đây in kèm.")
    form_class = ReportRequestForm
    submit_label = gettext_lazy("Lập báo cáo")

    def prepare(self):
        user = self.request.user
        committees = Committee.objects.visible_to(user).valid()
        self.committees = [one for one in committees if may_request(user, one)]
        cells = Cell.objects.visible_to(user).valid().select_related("committee")
        self.cells = [one for one in cells if may_request(user, one)]

    def check_right(self):
        if not self.committees and not self.cells:
            raise PermissionDenied

    def get_trail(self):
        return [(_("Báo cáo"), reverse("reports:list")), (_("Lập báo cáo"), "")]

    def get_cancel_url(self):
        return reverse("reports:list")

    def get_initial(self):
        asked = {
            name: self.request.GET[name] for name in ("owner", "part") if name in self.request.GET
        }
        return {"year": self.request.GET.get("year", self.request.program_day.year), **asked}

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "committees": self.committees, "cells": self.cells}

    def perform(self, form):
        return request_report(**form.request, on=self.request.program_day, by=self.request.user)

    def get_success_url(self):
        return reverse("reports:detail", args=[self.object.pk])


class ReportDetailView(RecordDetailView):
    """All versions of one report: the one in the making, what failed, the issued paper."""

    model = Report
    template_name = "reports/detail.html"
    takes_day = False

    def get_queryset(self):
        return super().get_queryset().select_related("cell", "committee", "document", "job")

    def get_heading(self):
        return self.object.title

    def get_trail(self):
        trail = [(_("Báo cáo"), reverse("reports:list"))]
        if self.object.cell_id:
            trail.append((str(self.object.cell), ""))
        return [*trail, (capfirst(self.object.period_name), "")]

    def get_lead(self):
        return self.versions.lead

    def get_context_data(self, **kwargs):
        self.versions = read_versions(self.object, day=self.request.program_day)
        in_the_making = self.versions.in_the_making
        kwargs |= {
            "versions": self.versions,
            "shown": show(in_the_making.job) if in_the_making else None,
            "may_request": may_request(self.request.user, self.object.owner),
            "may_issue": may_issue(self.request.user, self.object.owner),
        }
        return super().get_context_data(**kwargs)


class ReportFiguresView(RecordDetailView):
    """Every number of one version as it was frozen, with the list that shows its rows today."""

    model = Report
    template_name = "reports/figures.html"
    takes_day = False
    heading = gettext_lazy("Số đã chốt")

    def get_queryset(self):
        return super().get_queryset().filter(frozen__isnull=False).select_related("cell")

    def get_lead(self):
        return _("%(report)s, bản %(version)s, số liệu đến ngày %(day)s") % {
            "report": self.object.title,
            "version": self.object.number_of_version,
            "day": f"{self.object.data_until:%d/%m/%Y}",
        }

    def get_trail(self):
        own = reverse("reports:detail", args=[self.object.pk])
        return [
            (_("Báo cáo"), reverse("reports:list")),
            (self.object.title, own),
            (_("Số đã chốt"), ""),
        ]

    def get_context_data(self, **kwargs):
        return super().get_context_data(figures=read_frozen(self.object), **kwargs)


class ReportIssueView(ActionFormView):
    """Gives a draft its number and day."""

    form_class = ReportIssueForm
    heading = gettext_lazy("Ban hành báo cáo")
    submit_label = gettext_lazy("Ban hành")

    def prepare(self):
        self.report = _get_report(self.request, self.kwargs["pk"])

    def check_right(self):
        if not may_issue(self.request.user, self.report.owner):
            raise PermissionDenied

    def get(self, *args, **kwargs):
        """Who comes by an old link finds the paper."""
        if self.report.state == Report.State.ISSUED:
            messages.error(self.request, _("Bản này đã ban hành."))
            return redirect(self._report_url)
        return super().get(*args, **kwargs)

    def get_lead(self):
        version = _("bản %(number)s") % {"number": self.report.number_of_version}
        parts = [self.report.title, str(self.report.cell or ""), version]
        return ", ".join(part for part in parts if part)

    def get_trail(self):
        return [(_("Báo cáo"), reverse("reports:list")), (self.report.title, self._report_url)]

    def get_initial(self):
        return {"on": self.request.program_day}

    def get_effects(self):
        return [
            _(
                "Bản %(number)s nhận số tiếp theo của nhiệm kỳ và ngày ban hành; số đã cấp không cấp lại."
            )
            % {"number": self.report.number_of_version},
            _("Bản đã ban hành không thay đổi nữa. Muốn sửa thì lập bản mới và ban hành bản ấy."),
        ]

    def perform(self, form):
        return issue_report(
            report=self.report,
            on=form.cleaned_data["on"],
            recorded_on=self.request.program_day,
            by=self.request.user,
        )

    def get_success_message(self, saved):
        return _("Đã ban hành, số %(number)s.") % {"number": saved.document.number}

    @property
    def _report_url(self):
        return reverse("reports:detail", args=[self.report.pk])

    def get_success_url(self):
        return self._report_url

    get_cancel_url = get_success_url


@require_safe
@content_required
def download(request, pk: int):
    """The PDF of one version; who took it is written into the journal."""
    report = _get_report(request, pk)
    if not report.pdf or not report.pdf.storage.exists(report.pdf.name):
        raise Http404(_("Bản này chưa có tệp PDF."))
    log(action="reports.download", by=request.user, obj=report, after={"sha256": report.pdf_sha256})
    name = f"{slugify(fold(str(report)))}-ban-{report.number_of_version}.pdf"
    return FileResponse(
        report.pdf.open("rb"),
        as_attachment="luu" in request.GET,
        filename=name,
        content_type="application/pdf",
    )


def _get_report(request, pk: int) -> Report:
    visible = Report.objects.visible_to(request.user)
    return get_object_or_404(
        visible.select_related("cell__committee", "committee", "document", "job"), pk=pk
    )
