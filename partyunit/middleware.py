"""Asks for the program's day once per request; speaks Vietnamese unless asked otherwise."""

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone, translation

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


class LanguageMiddleware:
    """The language chosen at the foot of the page, else Vietnamese.

    A browser's own preference does not count: it is English on a freshly installed machine,
    and nobody in the office chose it.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest):
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response
