"""Step 1 of a meeting: who attends for the committee, papers sent, their files."""

from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from audit import services as audit
from documents.services import open_file
from meetings import services
from meetings.page.preparation_forms import FileForm
from meetings.views.base import read_page, read_page_to_keep, sentences, show
from meetings.views.recording import act, version_sent
from partyunit.views import content_required


@content_required
@require_POST
def choose_attendant(request, pk: int) -> HttpResponse:
    """Who attends instead of who was shown; an answer out of the list changes nothing."""
    page = read_page_to_keep(request, pk)
    people = {str(member.pk): member for member in page.attendants} | {"": None}
    chosen, shown = request.POST.get("attendant", ""), request.POST.get("instead_of", "")
    if chosen not in people:
        told = _("Không có lựa chọn này; hãy chọn một mục trong danh sách.")
        return show(request, page, status=422, refused=[told])
    return act(
        request,
        page,
        lambda: services.choose_attendant(
            meeting=page.meeting,
            attendant=people[chosen],
            instead_of=people.get(shown),
            by=request.user,
        ),
        anchor="prepare",
        told=lambda _saved: _("Đã ghi cấp ủy viên dự."),
    )


@content_required
@require_POST
def invite_attendant(request, pk: int) -> HttpResponse:
    page = read_page_to_keep(request, pk)
    return act(
        request,
        page,
        lambda: services.invite_attendant(meeting=page.meeting, by=request.user),
        anchor="guests",
    )


@content_required
@require_POST
def send_papers(request, pk: int) -> HttpResponse:
    """One button: what was not sent yet goes to the members today."""
    page = read_page_to_keep(request, pk)

    def told(papers) -> str:
        count = len(papers)
        words = ngettext("Đã ghi gửi %(count)s tài liệu.", "Đã ghi gửi %(count)s tài liệu.", count)
        return words % {"count": count}

    return act(
        request,
        page,
        lambda: services.send_papers(meeting=page.meeting, on=request.program_day, by=request.user),
        anchor="papers",
        told=told,
    )


@content_required
@require_POST
def attach_file(request, pk: int, uid) -> HttpResponse:
    """Keeps the file chosen in the place of one before it, or takes that one off."""
    page = read_page_to_keep(request, pk)
    paper = _paper(page, uid)
    form, is_taken_off = FileForm(request.POST, request.FILES), "remove" in request.POST
    if not is_taken_off and not form.is_valid():
        return show(request, page, status=422, refused=form.errors["file"])
    return act(
        request,
        page,
        lambda: services.attach_file(
            paper=paper,
            file="" if is_taken_off else form.cleaned_data["file"],
            version=version_sent(request),
            by=request.user,
        ),
        anchor=f"row-{paper.uid}",
        told=lambda saved: _("Đã lưu tệp.") if saved.file else _("Đã bỏ tệp."),
    )


@require_safe
@content_required
def paper_file(request, pk: int, uid) -> HttpResponse:
    """The file of a paper, its own or that of the register's paper it names; each download is logged.

    Whoever sees the meeting may have it: put to a meeting, a paper is given to its people.
    """
    page = read_page(request, pk)
    paper = _paper(page, uid)
    kept = paper if paper.file else paper.document
    if not (kept and kept.file):
        raise Http404
    try:
        file = open_file(kept)
    except ValidationError as error:
        return show(request, page, status=503, refused=sentences(error))
    audit.log(action="meetings.paper.download", by=request.user, obj=paper)
    return FileResponse(file, as_attachment=True)


def _paper(page, uid):
    paper = page.meeting.papers.valid().select_related("document").filter(uid=uid).first()
    if paper is None:
        raise Http404
    return paper
