"""The minutes as a paper: to read and print, as PDF and Word file. Taking one out is written into the journal."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from audit import services as audit
from audit.views import RecordVoidView
from documents.papers.pdf import MissingPrinterError
from documents.papers.writing import CONTENT_TYPES
from meetings import rights, services
from meetings.minutes import paper
from meetings.models import Minutes
from meetings.views.base import read_page, sentences, show
from partyunit.views import content_required


@require_safe
@content_required
def minutes(request, pk: int) -> HttpResponse:
    page = _written(request, pk)
    if page.is_altered:
        return show(request, page, status=503)
    audit.log(action="meetings.minutes.print", by=request.user, obj=page.minutes or page.meeting)
    context = {
        "heading": f"Biên bản {paper.summary_of(page.content)}",
        "page": page,
        "meeting": page.meeting,
        "minutes": page.printed,
        "organisation": page.content["organisation"],
        "back_url": reverse("meetings:detail", args=[pk]),
    }
    return render(request, "meetings/minutes.html", context)


@require_safe
@content_required
def minutes_file(request, pk: int, form: str) -> HttpResponse:
    """The paper kept at approval; before it a draft made on the spot."""
    page = _written(request, pk)
    is_approved = page.minutes is not None and page.minutes.state == Minutes.State.APPROVED

    def read() -> bytes:
        if is_approved:
            return services.read_paper(page.minutes, by=request.user, form=form)
        return paper.write(page.content, form=form).data

    return send(
        request, page, read, row=page.minutes, name=paper.filename_of(page.meeting), form=form
    )


@require_safe
@content_required
def addendum_file(request, pk: int, addendum: int, form: str) -> HttpResponse:
    page = read_page(request, pk)
    numbered = {one.pk: (number, one) for number, one in enumerate(page.addenda, start=1)}
    number, row = numbered.get(addendum, (0, None))
    if row is None or not row.frozen:
        raise Http404
    return send(
        request,
        page,
        lambda: services.read_paper(row, by=request.user, form=form),
        row=row,
        name=f"bo-sung-{number}-{paper.filename_of(page.meeting)}",
        form=form,
    )


class VoidPaperView(RecordVoidView):
    """Takes back minutes or a resolution signed by mistake; `void` is the service that does it."""

    void: Callable[..., Any]

    def check_right(self):
        if not rights.may_void_paper(self.request.user, self.object.meeting):
            raise PermissionDenied

    def get_effects(self):
        return [*super().get_effects(), _("Số đã cấp không dùng lại cho văn bản khác.")]

    def perform(self, form):
        return self.void(self.object, by=self.request.user, **form.cleaned_data)

    def get_cancel_url(self):
        return self.object.get_absolute_url()

    def get_success_url(self):
        return self.get_cancel_url()


class VoidMinutesView(VoidPaperView):
    """Takes back minutes approved by mistake."""

    model = Minutes
    submit_label = gettext_lazy("Hủy biên bản")
    success_message = gettext_lazy("Đã hủy biên bản; cuộc họp mở lại để ghi biên bản mới.")
    void = staticmethod(services.void_minutes)

    def get_effects(self):
        opens = _("Cuộc họp mở lại, biên bản mới giữ những gì đã ghi và mang số khác.")
        return [*super().get_effects(), opens]


def send(request, page, read, *, row, name: str, form: str) -> HttpResponse:
    """The file, written into the journal; or the page with the reason why there is none."""
    try:
        data = read()
    except (MissingPrinterError, ValidationError) as error:
        return show(request, page, status=503, refused=sentences(error))
    audit.log(action="meetings.minutes.export", by=request.user, obj=row or page.meeting)
    response = HttpResponse(data, content_type=CONTENT_TYPES[form])
    response["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return response


def _written(request, pk: int):
    """Minutes that are written, or about to be: who logs the meeting looks at an empty draft too."""
    page = read_page(request, pk)
    if page.minutes is None and not page.may_edit:
        raise Http404
    return page
