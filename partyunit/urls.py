"""The map of the program: one line a room."""

from django.urls import include, path

urlpatterns = [
    path("", include("reports.home")),
    path("", include("reports.urls")),
    path("tai-khoan/", include("accounts.urls")),
    path("chi-bo/", include("cells.urls")),
    path("chi-bo/", include("members.organisation_urls")),
    path("dang-vien/", include("members.urls")),
    path("sinh-hoat/", include("meetings.urls")),
    path("khen-thuong/", include("awards.urls")),
    path("xep-loai/", include("evaluations.urls")),
    path("van-ban/", include("documents.urls")),
    path("quy-dinh/", include("regulations.urls")),
    path("viec/", include("jobs.urls")),
    path("", include("partyunit.pages")),
]

handler500 = "partyunit.errors.server_error"
