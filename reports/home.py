"""The address `/`, without a room's name before it."""

from django.urls import path

from reports.dashboard.views import home

urlpatterns = [path("", home, name="home")]
