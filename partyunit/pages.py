"""Pages of the ground floor: health, language, appearance."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import path
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe
from django.views.i18n import set_language

APPEARANCE_COOKIE = "partyunit_appearance"
LARGE = "large"
APPEARANCES = [("light", _("sáng")), ("dark", _("tối")), (LARGE, _("chữ lớn"))]
A_YEAR = 365 * 24 * 3600


@login_not_required
@require_safe
def health(request):
    """Answers a monitor that the program runs."""
    return HttpResponse("ok", content_type="text/plain")


def read_appearance(cookie: str) -> tuple[str, bool]:
    """The theme (`light`, `dark` or nothing) and whether letters are large."""
    words = cookie.split("-")
    theme = next((word for word in words if word in ("light", "dark")), "")
    return theme, LARGE in words


@login_not_required
@require_POST
def appearance(request):
    """Turns one setting on, or off when it was on already; kept in a cookie of this browser."""
    theme, is_large = read_appearance(request.COOKIES.get(APPEARANCE_COOKIE, ""))
    asked = request.POST.get("appearance", "")
    if asked == LARGE:
        is_large = not is_large
    elif asked in ("light", "dark"):
        theme = "" if theme == asked else asked
    words = [theme] * bool(theme) + [LARGE] * is_large
    response = HttpResponseRedirect(_came_from(request))
    response.set_cookie(
        APPEARANCE_COOKIE,
        "-".join(words),
        max_age=A_YEAR,
        samesite="Lax",
        httponly=True,
        secure=request.is_secure(),
    )
    return response


def _came_from(request) -> str:
    """The page the form stood on, never an address of somewhere else."""
    url = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(
        url, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return url if is_ours else "/"


urlpatterns = [
    path("health/", health, name="health"),
    path("giao-dien/", appearance, name="appearance"),
    path("ngon-ngu/", login_not_required(set_language), name="set_language"),
]
