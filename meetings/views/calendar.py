"""Meetings in a phone's calendar: a file to take once, and the secret address to subscribe to."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.access import read_access
from audit import services as audit
from cells.querysets import cell_name_on
from meetings import services
from meetings.models import Meeting
from meetings.month.calendar_file import write_calendar
from meetings.views.base import asked_month
from partyunit.dates import add_months
from partyunit.views import content_required

MONTHS_BACK = 2  # what a phone keeps of the past
NAME = "Sinh hoạt Đảng"


@require_safe
@content_required
def calendar(request) -> HttpResponse:
    """How to get the meetings into a phone: the file of the month, the own address."""
    return _show(request)


@content_required
@require_POST
def make_feed(request) -> HttpResponse:
    """A new address, shown on this page and never again; the one before opens nothing any more."""
    key = services.make_feed(user=request.user, by=request.user)
    return _show(request, address=request.build_absolute_uri(reverse("meetings:feed", args=[key])))


@content_required
@require_POST
def revoke_feed(request) -> HttpResponse:
    if services.revoke_feed(user=request.user, by=request.user):
        messages.success(request, _("Đã thu hồi: địa chỉ cũ không mở được lịch nữa."))
    return redirect("meetings:calendar")


def _show(request, *, address: str = "") -> HttpResponse:
    context = {
        "heading": _("Lịch họp trên điện thoại"),
        "trail": [
            (_("Sinh hoạt"), reverse("meetings:list")),
            (_("Lịch tháng"), reverse("meetings:month")),
        ],
        "first": asked_month(request),
        "feed": request.user.calendar_feeds.valid().first(),
        "address": address,
    }
    response = render(request, "meetings/calendar.html", context)
    if address:
        patch_cache_control(response, no_store=True)
    return response


@require_safe
@content_required
def month_ics(request) -> HttpResponse:
    first = asked_month(request)
    meetings = _meetings_of(request.user, request.program_day).of_month(first)
    return _download(request, meetings, name=f"lich-sinh-hoat-{first:%Y-%m}.ics")


@require_safe
@content_required
def meeting_ics(request, pk: int) -> HttpResponse:
    meetings = _meetings_of(request.user, request.program_day).visible_to(request.user)
    meeting = get_object_or_404(meetings, pk=pk)
    return _download(request, [meeting], name=f"hop-{meeting.meets_on:%Y-%m-%d}.ics")


def _download(request, meetings, *, name: str) -> HttpResponse:
    audit.log(action="meetings.calendar.export", by=request.user, after={"file": name})
    response = _file(request, meetings, user=request.user)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@login_not_required
@require_safe
def feed(request, key: str) -> HttpResponse:
    """The meetings to come of the account the key belongs to, as its roles of the day allow.

    A key that is unknown or taken back, an account that is closed, must change its password or
    has no role any more: nothing is there. `?cell=` asks for one cell of those in sight.
    """
    found = services.find_feed(key)
    access = read_access(found.user, request.program_day) if found else None
    if found is None or not access.has_content:
        raise Http404
    user = found.user
    user.access = access
    since = add_months(request.program_day, -MONTHS_BACK)
    meetings = _meetings_of(user, request.program_day).filter(meets_on__gte=since)
    if (cell := request.GET.get("cell", "")).isdecimal() and len(cell) < 10:
        meetings = meetings.filter(cell=cell)
    response = _file(request, meetings, user=user)
    patch_cache_control(response, private=True, no_cache=True)
    return response


def _meetings_of(user, day):
    meetings = Meeting.objects.in_calendar_of(user).valid().select_related("cell")
    return meetings.annotate(cell_name=cell_name_on(day)).order_by("meets_on", "pk")


def _file(request, meetings, *, user) -> HttpResponse:
    home = request.build_absolute_uri("/").rstrip("/")
    data = write_calendar(meetings, name=NAME, home=home, reader=user)
    return HttpResponse(data, content_type="text/calendar; charset=utf-8")
