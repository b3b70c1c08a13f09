"""Pages of the ground floor: health, language, appearance."""

from django.http import HttpResponse
from django.urls import path


def health(request):
    return HttpResponse("ok", content_type="text/plain")


urlpatterns = [path("health/", health, name="health")]
