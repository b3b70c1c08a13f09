"""Who is not signed in signs in first; works out once per request what the account may see that day."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django_htmx.http import HttpResponseClientRefresh

from accounts.access import read_access
from partyunit.errors import typed_in


class SignInMiddleware(LoginRequiredMiddleware):
    """As Django's, and nothing sent after the session ended is lost without a word.

    Nobody can come back to the address of a POST: after signing in one comes to the page it
    was sent from. What was typed is shown to be copied; htmx is told 401 and keeps it.
    """

    def handle_no_permission(self, request, view_func):
        if request.method in ("GET", "HEAD"):
            if request.htmx:
                return HttpResponseClientRefresh()
            return super().handle_no_permission(request, view_func)
        if request.htmx:
            return HttpResponse(status=401)
        query = urlencode({"next": _page_it_came_from(request)})
        context = {
            "typed": typed_in(request.POST),
            "sign_in_url": f"{resolve_url(settings.LOGIN_URL)}?{query}",
        }
        return render(request, "accounts/session_over.html", context, status=401)


def _page_it_came_from(request) -> str:
    """The path of the page that sent the form, as the browser tells; else the first page."""
    referer = request.headers.get("referer", "")
    if url_has_allowed_host_and_scheme(referer, {request.get_host()}, request.is_secure()):
        parts = urlsplit(referer)
        return f"{parts.path}?{parts.query}" if parts.query else parts.path
    return "/"


class AccessMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.user.is_authenticated:
            request.user.access = read_access(request.user, request.program_day)
            if request.user.must_change_password and not self._may_pass(request):
                return redirect("accounts:change_password")
        return self.get_response(request)

    @staticmethod
    def _may_pass(request) -> bool:
        open_pages = {reverse("accounts:change_password"), reverse("accounts:sign_out")}
        return request.path in open_pages or request.path.startswith("/static/")
