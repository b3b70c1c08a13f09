"""Error pages in the program's own look."""

from django.shortcuts import render


def csrf_failed(request, reason=""):
    """The page was open too long or came from elsewhere."""
    return render(request, "403_csrf.html", status=403)
