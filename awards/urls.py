"""The pages of this room."""

from django.urls import path

from awards.views import badges, merit

app_name = "awards"
urlpatterns = [
    path("", merit.AwardListView.as_view(), name="list"),
    path("them/", merit.AwardCreateView.as_view(), name="create"),
    path("<int:pk>/", merit.AwardDetailView.as_view(), name="detail"),
    path("<int:pk>/sua/", merit.AwardUpdateView.as_view(), name="update"),
    path("<int:pk>/huy/", merit.AwardVoidView.as_view(), name="void"),
    path("danh-hieu/", merit.TitleListView.as_view(), name="titles"),
    path("danh-hieu/them/", merit.TitleCreateView.as_view(), name="title_create"),
    path("danh-hieu/<int:pk>/", merit.TitleDetailView.as_view(), name="title_detail"),
    path("danh-hieu/<int:pk>/sua/", merit.TitleUpdateView.as_view(), name="title_update"),
    path("danh-hieu/<int:pk>/huy/", merit.TitleVoidView.as_view(), name="title_void"),
    path("huy-hieu/", badges.BadgeListView.as_view(), name="badges"),
    path("huy-hieu/them/", badges.BadgeCreateView.as_view(), name="badge_create"),
    path("huy-hieu/<int:pk>/", badges.BadgeDetailView.as_view(), name="badge_detail"),
    path("huy-hieu/<int:pk>/sua/", badges.BadgeUpdateView.as_view(), name="badge_update"),
    path("huy-hieu/<int:pk>/huy/", badges.BadgeVoidView.as_view(), name="badge_void"),
]
