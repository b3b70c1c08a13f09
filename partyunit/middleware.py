"""Asks for the program's day once per request."""

from django.http import HttpRequest
from django.utils import timezone

from partyunit import clock


class ProgramDayMiddleware:
    """`request.program_day` is the day the program stands on, `request.is_demonstration` tells why."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest):
        fixed = clock.demonstration_day()
        request.is_demonstration = fixed is not None
        request.program_day = fixed or timezone.localdate()
        return self.get_response(request)
