"""The minutes as a paper: to read and print, and as PDF. Taking one out is written into the journal."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from audit import services as audit
from documents.papers.digest import code_of
from documents.papers.pdf import MissingPrinterError
from meetings import paper
from meetings.content import content_of
from meetings.models import Minutes
from meetings.views.base import read_page, show
from partyunit.views import content_required


@require_safe
@content_required
def minutes(request, pk: int) -> HttpResponse:
    page = _written(request, pk)
    audit.log(action="meetings.minutes.print", by=request.user, obj=page.minutes)
    content = content_of(page.meeting, page.minutes)
    context = {
        "heading": f"Biên bản {paper.summary_of(content)}",
        "page": page,
        "meeting": page.meeting,
        "minutes": page.printed,
        "organisation": content["organisation"],
        "back_url": reverse("meetings:detail", args=[pk]),
    }
    return render(request, "meetings/minutes.html", context)


@require_safe
@content_required
def minutes_pdf(request, pk: int) -> HttpResponse:
    """The paper kept at approval; before it a draft made on the spot."""
    page = _written(request, pk)
    try:
        data = _file(page.minutes)
    except (MissingPrinterError, ValidationError) as error:
        return show(request, page, status=503, refused=[str(error)])
    audit.log(action="meetings.minutes.export", by=request.user, obj=page.minutes)
    response = HttpResponse(data, content_type="application/pdf")
    name = paper.title_of(page.meeting)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _written(request, pk: int):
    page = read_page(request, pk)
    if page.minutes is None:
        raise Http404
    return page


def _file(minutes: Minutes) -> bytes:
    if minutes.state == Minutes.State.APPROVED and minutes.pdf:
        with minutes.pdf.open() as file:
            return file.read()
    is_frozen = minutes.state == Minutes.State.APPROVED
    content = content_of(minutes.meeting, minutes)
    return paper.write(content, code=code_of(minutes.content_sha256) if is_frozen else "").data
