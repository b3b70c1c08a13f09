"""The pages of work behind the page."""

from django.urls import path

from jobs import views

app_name = "jobs"
urlpatterns = [
    path("<int:pk>/", views.job_detail, name="detail"),
    path("<int:pk>/dung/", views.cancel_job, name="cancel"),
    path("<int:pk>/lam-lai/", views.retry_job, name="retry"),
]
