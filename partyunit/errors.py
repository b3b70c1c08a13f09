"""Error pages in the program's own look; what was typed stands on them, for it was not stored."""

import re

from django.http import HttpResponseServerError
from django.shortcuts import render
from django.template import loader

# Marks of rows and of choices, which nobody typed.
KEY = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(:\d+)?|[a-z_]+")


def csrf_failed(request, reason=""):
    """The page was open too long or came from elsewhere."""
    return render(request, "403_csrf.html", {"typed": typed_in(request.POST)}, status=403)


def typed_in(sent) -> list[str]:
    """The texts and days of a form that was refused; no passwords, no keys, no choices by number."""
    return [
        value.strip()
        for name in sent
        if name != "csrfmiddlewaretoken" and "password" not in name
        for value in sent.getlist(name)
        if re.search(r"\s|/|[^\W\d_]{3}", value.strip()) and not KEY.fullmatch(value)
    ]


class WrongMethodMiddleware:
    """An address that only takes a form, opened by hand: a page instead of the browser's own error."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code != 405 or request.method != "GET" or response.content:
            return response
        page = render(request, "405.html", status=405)
        page["Allow"] = response["Allow"]
        return page


def server_error(request):
    """Something broke. The page asks the database nothing: that may be what broke."""
    return HttpResponseServerError(loader.get_template("500.html").render())
