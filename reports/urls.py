"""The pages of this room."""

from django.urls import path

from reports import views
from reports.dashboard.views import dashboard, notice
from reports.deadlines.views import DeadlineListView
from reports.movement.views import ChangeListView, MovementView
from reports.search import search
from reports.secondments.views import SecondmentBoardView

app_name = "reports"
urlpatterns = [
    path("tong-quan/", dashboard, name="dashboard"),
    path("can-biet/<slug:key>/", notice, name="notice"),
    path("bien-dong/", MovementView.as_view(), name="movement"),
    path("bien-dong/danh-sach/", ChangeListView.as_view(), name="changes"),
    path("tim/", search, name="search"),
    path("den-han/", DeadlineListView.as_view(), name="deadlines"),
    path("dang-vien/tang-cuong/so-do/", SecondmentBoardView.as_view(), name="secondments"),
    path("bao-cao/", views.ReportListView.as_view(), name="list"),
    path("bao-cao/lap/", views.ReportRequestView.as_view(), name="new"),
    path("bao-cao/<int:pk>/", views.ReportDetailView.as_view(), name="detail"),
    path("bao-cao/<int:pk>/so-da-chot/", views.ReportFiguresView.as_view(), name="frozen"),
    path("bao-cao/<int:pk>/ban-hanh/", views.ReportIssueView.as_view(), name="issue"),
    path("bao-cao/<int:pk>/pdf/", views.download, name="download"),
]
