"""Scoring a meeting as a whole, and the scores of all cells."""

import datetime as dt

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from audit import services as audit
from audit.services import VersionConflictError
from meetings import services
from meetings.month.board import months_around
from meetings.score.board import HALF, half_of, read_board
from meetings.score.tables import SCORE_COLUMNS, half_year_sheet
from meetings.views.base import asked_month, read_page_to_keep, sentences, show, url_of
from partyunit.dates import add_months
from partyunit.listing import CellFrame, Row
from partyunit.sheets import send_sheet, write_sheet
from partyunit.views import content_required


@content_required
@require_POST
def score(request, pk: int) -> HttpResponse:
    """The button says how: `record`, `rest` or `none`."""
    page = read_page_to_keep(request, pk)
    meeting, by = page.meeting, request.user
    acts = {
        "record": lambda: services.score_from_record(meeting=meeting, on=page.day, by=by),
        "rest": lambda: services.score_the_rest(meeting=meeting, by=by),
        "none": lambda: services.take_score_back(meeting=meeting, by=by),
    }
    how = request.POST.get("how", "")
    if how not in acts:
        raise Http404
    try:
        acts[how]()
    except (ValidationError, VersionConflictError) as error:
        return show(request, page, status=409, refused=sentences(error))
    if how == "none":
        messages.success(request, _("Đã bỏ chấm điểm cuộc họp này."))
    return redirect(url_of(page, "close-score"))


# -- all cells ------------------------------------------------------------------------------------


@require_safe
@content_required
def scores(request) -> HttpResponse:
    """All cells in sight by month through a half year: points and band, means, who has not scored."""
    first = half_of(asked_month(request))
    board = read_board(first, user=request.user, day=request.program_day)
    context = {
        "heading": _("Chấm điểm sinh hoạt %(half)s") % {"half": _half(first)},
        "trail": [(_("Sinh hoạt"), reverse("meetings:list"))],
        "board": board,
        "first": first,
        "others": [
            (one, _half(one)) for one in (add_months(first, -HALF), add_months(first, HALF))
        ],
        "back_url": f"{reverse('meetings:scores')}?month={first:%m/%Y}",
    }
    if request.GET.get("export") == "xlsx":
        _log(request, "export", _half(first))
        columns, rows = half_year_sheet(board)
        return _sheet(
            context["heading"], columns, rows, name=f"cham-diem-6-thang-{first:%Y-%m}.xlsx"
        )
    if "print" in request.GET:
        _log(request, "print", _half(first))
        return render(request, "meetings/scores_print.html", context)
    return render(request, "meetings/scores.html", context)


def _half(first: dt.date) -> str:
    half = "I" if first.month == 1 else "II"
    return str(_("6 tháng kỳ %(half)s năm %(year)s") % {"half": half, "year": first.year})


def _log(request, verb: str, what: str) -> None:
    audit.log(action=f"meetings.scores.{verb}", by=request.user, after={"of": what})


@require_safe
@content_required
def scores_of_month(request) -> HttpResponse:
    """One month as the office hands it in: on the page, on A4 on its side, as a sheet."""
    first = asked_month(request)
    board = read_board(first, user=request.user, day=request.program_day, months=1)
    rows = [row.months[0] for row in board.rows]
    heading = _("Kết quả chấm điểm sinh hoạt chi bộ tháng %(month)s") % {"month": f"{first:%m/%Y}"}
    if request.GET.get("export") == "xlsx":
        _log(request, "export", f"{first:%m/%Y}")
        return _sheet(heading, SCORE_COLUMNS, rows, name=f"cham-diem-{first:%Y-%m}.xlsx")
    url = f"{reverse('meetings:scores_of_month')}?month={first:%m/%Y}"
    frames = [CellFrame(column) for column in SCORE_COLUMNS]
    context = {
        "heading": heading,
        "trail": [(_("Chấm điểm sinh hoạt"), f"{reverse('meetings:scores')}?month={first:%m/%Y}")],
        "links": [(_("In"), f"{url}&print=1"), (_("Tải XLSX"), f"{url}&export=xlsx")],
        "columns": SCORE_COLUMNS,
        "rows": [Row(row, frames) for row in rows],
        "first": first,
        "others": months_around(first),
        "back_url": url,
    }
    if "print" in request.GET:
        _log(request, "print", f"{first:%m/%Y}")
        return render(request, "meetings/scores_month_print.html", context)
    return render(request, "meetings/scores_month.html", context)


def _sheet(heading: str, columns, rows, *, name: str) -> HttpResponse:
    content = write_sheet(title=heading, notes=[], columns=columns, records=rows)
    return send_sheet(content, name)
