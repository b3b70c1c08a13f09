"""The pages of this room."""

from django.urls import path

from documents import views

app_name = "documents"
urlpatterns = [
    path("", views.DocumentListView.as_view(), name="list"),
    path("them/", views.RegisterOwnView.as_view(), name="register_own"),
    path("noi-khac/", views.RegisterOutsideView.as_view(), name="register_outside"),
    path("<int:pk>/", views.DocumentDetailView.as_view(), name="detail"),
    path("<int:pk>/sua/", views.DocumentUpdateView.as_view(), name="update"),
    path("<int:pk>/ban-hanh/", views.IssueView.as_view(), name="issue"),
    path("<int:pk>/huy/", views.DocumentVoidView.as_view(), name="void"),
    path("<int:pk>/tep/", views.download, name="download"),
]
