"""The month's board: planning all cells, agreeing, the notice as PDF and sheet."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from audit import services as audit
from audit.services import VersionConflictError
from cells.models import Committee
from cells.wording import body_named
from documents.papers.pdf import MissingPrinterError
from meetings import rights, services
from meetings.models import Meeting
from meetings.month.board import MonthBoard, months_around
from meetings.month.forms import MonthPlan
from meetings.month.notice import read_notice, write_notice, write_notice_sheet
from meetings.month.wording import month_as_text
from meetings.services import MonthPlanError
from meetings.services.agreement import Agreed
from meetings.views.base import asked_month, sentences
from meetings.views.recording import version_of, version_sent
from partyunit.forms import add_service_errors
from partyunit.sheets import XLSX
from partyunit.views import content_required, send_file


def read_board(request) -> MonthBoard:
    return MonthBoard(asked_month(request), request.user, request.program_day)


def url_of_month(board: MonthBoard, name: str = "month") -> str:
    return f"{reverse(f'meetings:{name}')}?month={board.first:%m/%Y}"


@require_safe
@content_required
def month(request) -> HttpResponse:
    """All cells in sight and their meetings of one month."""
    return show_month(request, read_board(request))


def show_month(request, board: MonthBoard, *, status: int = 200, refused=()) -> HttpResponse:
    context = {
        "heading": _("Sinh hoạt tháng %(month)s") % {"month": f"{board.first:%m/%Y}"},
        "trail": [(_("Sinh hoạt"), reverse("meetings:list"))],
        "board": board,
        "others": months_around(board.first),
        "first": board.first,
        "text": month_as_text(board),
        "may_print": request.user.access.reads_committees,
        "refused": refused,
    }
    return render(request, "meetings/month.html", context, status=status)


# -- agreeing ---------------------------------------------------------------------------------------


@content_required
@require_POST
def agree(request, pk: int) -> HttpResponse:
    """Agrees to one plan as it was shown; from the board or the meeting's own page."""
    meeting = get_object_or_404(Meeting.objects.visible_to(request.user), pk=pk)
    if not rights.may_agree(request.user, meeting):
        raise PermissionDenied
    try:
        services.agree_to_plan(meeting=meeting, version=version_sent(request), by=request.user)
    except (ValidationError, VersionConflictError) as error:
        messages.error(request, " ".join(sentences(error)) + " " + _("Xem lại rồi thống nhất."))
    else:
        messages.success(request, _("Đã thống nhất lịch họp."))
    if "board" in request.POST:
        return redirect(f"{reverse('meetings:month')}?month={meeting.counts_for:%m/%Y}")
    return redirect(f"{reverse('meetings:detail', args=[pk])}#prepare")


@content_required
@require_POST
def agree_to_month(request) -> HttpResponse:
    """Agrees to all plans the page showed, each in the version shown."""
    if not request.user.access.writes_committees:
        raise PermissionDenied
    board = read_board(request)
    shown = dict(pair.split(":", 1) for pair in request.POST.getlist("plan") if ":" in pair)
    plans = [
        (one.meeting, version_of(shown[key]))
        for one in board.to_agree
        if (key := str(one.meeting.pk)) in shown
    ]
    outcome = services.agree_to_plans(plans, by=request.user)
    _tell_agreed(request, outcome)
    return HttpResponseRedirect(url_of_month(board))


def _tell_agreed(request, outcome: Agreed) -> None:
    if count := len(outcome.meetings):
        one = many = "Đã thống nhất %(count)s lịch họp."
        messages.success(request, ngettext(one, many, count) % {"count": count})
    if outcome.changed:
        names = ", ".join(
            body_named(meeting.cell and meeting.cell.name) for meeting in outcome.changed
        )
        messages.error(
            request, _("Vừa có người sửa lịch của %(names)s: xem lại.") % {"names": names}
        )
    elif not count:
        messages.success(request, _("Không còn lịch nào chờ thống nhất."))


# -- planning all cells -----------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
@content_required
def plan_month(request) -> HttpResponse:
    """The month by the pattern of the months before, as drafts to be checked; stored all or none."""
    if not rights.may_plan(request.user):
        raise PermissionDenied
    board = read_board(request)
    plan = MonthPlan(board, request.POST if request.method == "POST" else None)
    refused = plan.overtaken
    if request.method == "POST" and not refused:
        if not plan.chosen:
            refused = [_("Chưa chọn chi bộ nào.")]
        elif plan.is_valid() and (count := _store(request, plan)):
            messages.success(request, _("Đã ghi %(count)s lịch họp.") % {"count": count})
            return HttpResponseRedirect(url_of_month(board))
    context = {
        "heading": _("Lập lịch họp tháng %(month)s") % {"month": f"{board.first:%m/%Y}"},
        "trail": [
            (_("Sinh hoạt"), reverse("meetings:list")),
            (_("Lịch tháng"), url_of_month(board)),
        ],
        "plan": plan,
        "refused": refused,
        "cancel_url": url_of_month(board),
    }
    return render(request, "meetings/plan_month.html", context)


def _store(request, plan: MonthPlan) -> int:
    """How many were stored: none when one is refused, and then each refusal stands at its row."""
    forms = plan.chosen
    access = request.user.access
    plans = [
        {**form.plan(plan.board.first), "is_agreed": access.writes(form.cell.committee_id)}
        for form in forms
    ]
    try:
        return len(services.plan_month(plans, by=request.user))
    except MonthPlanError as error:
        for place, refusal in error.errors.items():
            add_service_errors(forms[place], refusal)
        return 0


# -- the notice -------------------------------------------------------------------------------------


@require_safe
@content_required
def month_pdf(request) -> HttpResponse:
    board, notice, committee = _notice(request)
    try:
        data = write_notice(notice, committee=committee, on=request.program_day).data
    except MissingPrinterError as error:
        return show_month(request, board, status=503, refused=[error.sentence])
    return _send(request, board, data, kind="application/pdf", ending="pdf")


@require_safe
@content_required
def month_xlsx(request) -> HttpResponse:
    board, notice, _committee = _notice(request)
    return _send(request, board, write_notice_sheet(notice), kind=XLSX, ending="xlsx")


def _notice(request):
    """The notice is the committee's: who reads only a cell has no business with it."""
    ids = request.user.access.read_committee_ids
    if not ids:
        raise PermissionDenied
    board, committee = read_board(request), Committee.objects.get(pk=min(ids))
    return board, read_notice(board, committee=committee), committee


def _send(request, board: MonthBoard, data: bytes, *, kind: str, ending: str) -> HttpResponse:
    after = {"month": f"{board.first:%Y-%m}", "as": ending}
    audit.log(action="meetings.month.export", by=request.user, after=after)
    return send_file(data, f"lich-sinh-hoat-{board.first:%Y-%m}.{ending}", kind=kind)
