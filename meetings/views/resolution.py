"""The resolution of the month: a draft to look at, its files, issuing and voiding it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from meetings import rights, services
from meetings.minutes import paper
from meetings.minutes.resolution import compose_resolution, write_resolution
from meetings.models import Resolution
from meetings.views.base import read_page, sentences, show, url_of
from meetings.views.papers import VoidPaperView, send
from partyunit.views import content_required


@require_safe
@content_required
def resolution_file(request, pk: int, form: str) -> HttpResponse:
    """The paper kept when it was issued; before that a draft made on the spot."""
    page = read_page(request, pk)
    if page.minutes is None:
        raise Http404
    row = page.resolution

    def read() -> bytes:
        if row is not None:
            return services.read_paper(row, by=request.user, form=form)
        draft = compose_resolution(page.content, code=page.minutes.code)
        return write_resolution(draft, form=form).data

    name = paper.filename_of(page.meeting, of="nghi-quyet")
    return send(request, page, read, row=row or page.minutes, name=name, form=form)


@content_required
@require_POST
def issue(request, pk: int) -> HttpResponse:
    page = read_page(request, pk)
    if page.minutes is None or not rights.may_issue_resolution(request.user, page.meeting):
        raise PermissionDenied
    try:
        row = services.issue_resolution(
            minutes=page.minutes, on=request.program_day, by=request.user
        )
    except ValidationError as error:
        return show(request, page, status=409, refused=sentences(error))
    told = _("Đã ban hành Nghị quyết số %(number)s.") % {"number": row.document.number}
    messages.success(request, told)
    return redirect(url_of(page, "resolution"))


class VoidResolutionView(VoidPaperView):
    """Takes back a resolution issued by mistake."""

    model = Resolution
    submit_label = gettext_lazy("Hủy nghị quyết")
    success_message = gettext_lazy("Đã hủy nghị quyết.")
    void = staticmethod(services.void_resolution)
