"""The pages of this room."""

from django.urls import path

from evaluations import views

app_name = "evaluations"
urlpatterns = [
    path("", views.EvaluationListView.as_view(), name="list"),
    path("dot/", views.RoundListView.as_view(), name="rounds"),
    path("dot/mo/", views.RoundOpenView.as_view(), name="open"),
    path("dot/<int:pk>/", views.RoundDetailView.as_view(), name="round"),
    path("dot/<int:pk>/sua/", views.RoundCorrectView.as_view(), name="correct_round"),
    path("dot/<int:pk>/huy/", views.RoundVoidView.as_view(), name="void_round"),
    path("dot/<int:pk>/chi-bo/<int:cell>/", views.RateView.as_view(), name="rate"),
    path("<int:pk>/sua/", views.EvaluationCorrectView.as_view(), name="correct"),
    path("<int:pk>/huy/", views.EvaluationVoidView.as_view(), name="void"),
]
