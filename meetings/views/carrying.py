"""The way without a line: a printed roll and form, and a workbook carried there and back on a stick."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from audit import services as audit
from documents.papers.pdf import MissingPrinterError
from meetings.blank_form import name_of_form, write_form
from meetings.views.base import read_page_to_keep, show
from partyunit.views import content_required


@require_safe
@content_required
def form_pdf(request, pk: int) -> HttpResponse:
    """The roll and form to fill in by hand, for whoever keeps the meeting."""
    page = read_page_to_keep(request, pk)
    try:
        data = write_form(page).data
    except MissingPrinterError as error:
        return show(request, page, status=503, refused=[str(error)])
    audit.log(action="meetings.form.print", by=request.user, obj=page.meeting)
    return _file(data, f"{name_of_form(page.meeting)}.pdf", "application/pdf")


def _file(data: bytes, name: str, content_type: str) -> HttpResponse:
    response = HttpResponse(data, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
