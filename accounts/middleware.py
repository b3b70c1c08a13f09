"""Works out once per request what the account may see on the program's day."""

from django.shortcuts import redirect
from django.urls import reverse

from accounts.access import read_access


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
