"""What every view of one meeting begins with: the meeting if it may be seen, else 404."""

import datetime as dt

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from meetings.models import Meeting
from meetings.page.meeting import MeetingPage
from partyunit.dates import EARLIEST_YEAR, LATEST_YEAR, parse_day


def asked_pk(request, name: str) -> int | None:
    """The number a link carries; None for what is no number of a row."""
    asked = request.GET.get(name, "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 10 else None


def read_page(request, pk: int) -> MeetingPage:
    """The meeting's page for this account; one out of sight does not exist."""
    meetings = Meeting.objects.visible_to(request.user).select_related(
        "cell", "committee", "chair__user", "clerk", "attendant", "agreed_by"
    )
    meeting = get_object_or_404(meetings, pk=pk)
    return MeetingPage(meeting=meeting, user=request.user, day=request.program_day)


def read_page_to_keep(request, pk: int) -> MeetingPage:
    """The same for who logs it; who may only read is refused."""
    page = read_page(request, pk)
    if not page.may_keep:
        raise PermissionDenied
    return page


def url_of(page: MeetingPage, anchor: str = "") -> str:
    url = reverse("meetings:detail", args=[page.meeting.pk])
    return f"{url}#{anchor}" if anchor else url


def show(request, page: MeetingPage, *, status: int = 200, **context) -> HttpResponse:
    """The five steps for who logs the meeting while it is open, else the page to read."""
    template = "meetings/work.html" if page.may_edit else "meetings/read.html"
    context.update(page=page, meeting=page.meeting, **heading_of(page))
    return render(request, template, context, status=status)


def sentences(error: Exception) -> list[str]:
    """Why an action was refused, a sentence each."""
    return error.messages if isinstance(error, ValidationError) else [str(error)]


def heading_of(page: MeetingPage) -> dict:
    """Heading and trail of the page."""
    meeting = page.meeting
    trail = [(_("Sinh hoạt"), reverse("meetings:list"))]
    if meeting.cell_id:
        trail.append((str(meeting.cell), f"{reverse('meetings:list')}?cell={meeting.cell_id}"))
    return {"heading": meeting.title, "trail": trail, "object": meeting}


def asked_month(request) -> dt.date:
    """The month of `?month=mm/yyyy`, else that of the program's day; what cannot be read is told."""
    typed, this_month = request.GET.get("month", "").strip(), request.program_day.replace(day=1)
    if not typed:
        return this_month
    try:
        first = parse_day(f"1/{typed}")
    except ValueError:
        first = None
    if first is None or not EARLIEST_YEAR < first.year < LATEST_YEAR:
        messages.warning(
            request, _("Tháng không có thật. Ghi dạng tháng/năm. Dưới đây là tháng này.")
        )
        return this_month
    return first
