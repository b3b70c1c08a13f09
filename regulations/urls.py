"""The rules and the calendar of working days."""

from django.urls import path

from regulations import views

app_name = "regulations"
urlpatterns = [
    path("", views.TopicsView.as_view(), name="list"),
    path("lich-su/", views.RegulationListView.as_view(), name="history"),
    path("them/<slug:topic>/", views.RegulationCreateView.as_view(), name="create"),
    path("<int:pk>/", views.RegulationDetailView.as_view(), name="detail"),
    path("<int:pk>/sua/", views.RegulationUpdateView.as_view(), name="update"),
    path("<int:pk>/huy/", views.RegulationVoidView.as_view(), name="void"),
    path("ngay-nghi/", views.HolidayListView.as_view(), name="holidays"),
    path("ngay-nghi/them/", views.HolidayCreateView.as_view(), name="holiday_create"),
    path("ngay-nghi/ca-nam/", views.HolidayYearView.as_view(), name="holiday_year"),
    path("ngay-nghi/<int:pk>/sua/", views.HolidayUpdateView.as_view(), name="holiday_update"),
    path("ngay-nghi/<int:pk>/huy/", views.HolidayVoidView.as_view(), name="holiday_void"),
]
