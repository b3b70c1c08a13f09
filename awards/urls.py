"""The pages of this room."""

from django.urls import path

from awards import views

app_name = "awards"
urlpatterns = [
    path("", views.AwardListView.as_view(), name="list"),
    path("them/", views.AwardCreateView.as_view(), name="create"),
    path("<int:pk>/", views.AwardDetailView.as_view(), name="detail"),
    path("<int:pk>/sua/", views.AwardUpdateView.as_view(), name="update"),
    path("<int:pk>/huy/", views.AwardVoidView.as_view(), name="void"),
    path("danh-hieu/", views.TitleListView.as_view(), name="titles"),
    path("danh-hieu/them/", views.TitleCreateView.as_view(), name="title_create"),
    path("danh-hieu/<int:pk>/", views.TitleDetailView.as_view(), name="title_detail"),
    path("danh-hieu/<int:pk>/sua/", views.TitleUpdateView.as_view(), name="title_update"),
    path("danh-hieu/<int:pk>/huy/", views.TitleVoidView.as_view(), name="title_void"),
]
