"""Asking for the request sheets of a year, and taking the printed file."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from audit import services as audit
from audit.views import ActionFormView
from cells.filters import cell_choices
from cells.models import Cell
from jobs.models import Job
from jobs.services import request_job
from members import forms
from members.models import Member
from members.printing import SHEETS_KIND, name_of_sheets
from members.register import with_cell
from members.request_sheets import Asked, people_of
from members.residence import (
    DUE,
    OUTSTANDING,
    CommentState,
    asked_place_on,
    with_comment,
    year_in_work,
)
from members.rights import check_has_content, check_may_write
from members.views.of_year import read_year
from members.views.residence import residence_list

WHO = {
    "due": DUE,
    "outstanding": OUTSTANDING,
    "not_asked": (CommentState.NOT_ASKED,),
    "all": tuple(CommentState),
}


class RequestSheetsView(ActionFormView):
    """Who gets a sheet, under whose letterhead; a worker prints all of them into one file."""

    form_class = forms.SheetsForm
    submit_label = gettext_lazy("Lập tệp in")
    heading = gettext_lazy("In phiếu xin ý kiến nơi cư trú")
    lead = gettext_lazy(
        "Mỗi đồng chí một tờ A4 hai mặt: phiếu xin ý kiến, mặt sau là phiếu nhận xét."
    )

    def prepare(self):
        default = year_in_work(self.request.program_day)
        self.year = read_year(self.request.GET.get("year", ""), default)

    def check_right(self):
        check_may_write(self.request.user)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "cells": cell_choices(self.request.user)}

    def get_initial(self):
        return {"year": self.year, "on": self.request.program_day}

    def get_effects(self):
        return [
            _("Việc in không ghi ngày gửi phiếu; gửi xong hãy dùng «Gửi phiếu»."),
            _("Tệp chỉ người yêu cầu lấy được, giữ 7 ngày; mỗi lần lấy đều ghi nhật ký."),
        ]

    def perform(self, form):
        typed = form.cleaned_data
        asked = Asked(**{name: typed[name] for name in ("year", "on", "reply_by", "issuer")})
        wanted = self.people(typed)
        named = Member.objects.filter(pk__in=wanted.values("pk"))
        members = list(people_of(named, asked).values_list("pk", flat=True))
        if not members:
            raise ValidationError(_("Không có đồng chí nào như vậy trong năm này."))
        self.success_message = _("Lập %(count)s phiếu.") % {"count": len(members)}
        self.tell_left_out(wanted.exclude(pk__in=members), asked)
        arguments = {
            "year": asked.year,
            "on": asked.on.isoformat(),
            "reply_by": asked.reply_by.isoformat(),
            "issuer": asked.issuer,
            "members": members,
        }
        return request_job(kind=SHEETS_KIND, arguments=arguments, by=self.request.user)

    def tell_left_out(self, members, asked: Asked) -> None:
        """Who gets no sheet for want of a place on the day whose contact answers for the year."""
        names = ", ".join(members.order_by("sort_name").values_list("full_name", flat=True))
        if names:
            day = asked_place_on(asked.year, asked.on)
            told = _("Không lập phiếu vì ngày %(day)s không có nơi cư trú để gửi: %(names)s.")
            messages.warning(self.request, told % {"day": f"{day:%d/%m/%Y}", "names": names})

    def people(self, asked: dict):
        day, user = self.request.program_day, self.request.user
        cells = Cell.objects.filter(committee__in=user.access.write_committee_ids)
        if asked["cells"]:
            cells = cells.filter(pk__in=asked["cells"])
        members = with_cell(Member.objects.visible_to(user).placed_on(day, cells=cells), day)
        members = with_comment(members, year=asked["year"], day=day)
        return members.filter(comment_state__in=WHO[asked["who"]])

    def get_trail(self):
        return [(_("Đảng viên"), reverse("members:list")), residence_list(self.year)]

    def get_cancel_url(self):
        return residence_list(self.year)[1]


@require_safe
def request_sheets_pdf(request, pk: int):
    """The printed file, for who asked for it; who took it is written into the journal."""
    check_has_content(request.user)
    jobs = Job.objects.visible_to(request.user).filter(kind=SHEETS_KIND, state=Job.State.DONE)
    job = get_object_or_404(jobs, pk=pk)
    name = name_of_sheets(job)
    if not default_storage.exists(name):
        raise Http404(_("Tệp này đã quá hạn giữ; hãy lập lại."))
    audit.log(action="members.download_request_sheets", by=request.user, obj=job)
    return FileResponse(
        default_storage.open(name),
        filename=f"phieu-xin-y-kien-noi-cu-tru-{job.arguments['year']}.pdf",
        content_type="application/pdf",
    )
