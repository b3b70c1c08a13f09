"""Error pages in the program's own look."""

from django.http import HttpResponseServerError
from django.shortcuts import render
from django.template import loader


def csrf_failed(request, reason=""):
    """The page was open too long or came from elsewhere."""
    return render(request, "403_csrf.html", status=403)


def server_error(request):
    """Something broke. The page asks the database nothing: that may be what broke."""
    return HttpResponseServerError(loader.get_template("500.html").render())
