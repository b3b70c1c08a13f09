"""A meeting page after a reload without a line: the worker that keeps it in the browser."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from meetings.page.meeting import MeetingPage

KEEP_FOR = "X-Keep-For"  # the account a page may be kept for


@login_not_required  # there is nothing of anybody in it, and a browser follows no redirect to it
@require_safe
@never_cache
def worker(request):
    """The service worker, from an address whose scope holds the meeting pages and no others."""
    context = {"kept_for": settings.SESSION_COOKIE_AGE}
    response = render(request, "meetings/worker.js", context, content_type="text/javascript")
    response["Service-Worker-Allowed"] = reverse("meetings:list")
    return response


def mark_to_keep(response: HttpResponse, page: MeetingPage) -> HttpResponse:
    """Tells the worker that this page is of a meeting the account has open for writing."""
    if page.may_edit:
        response[KEEP_FOR] = page.user.mark
    return response
