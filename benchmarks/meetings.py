"""The pages of meetings against a bare view of 25 rows; one row saved against the page it stands on."""

from uuid import uuid4

from django.db import transaction
from django.test import Client, override_settings
from django.urls import reverse

from accounts.models import RoleAssignment
from benchmarks.timing import medians, report
from meetings.models import Minutes

drafts = Minutes.objects.valid().filter(state="draft", meeting__cell__isnull=False)
draft = drafts.latest("pk").meeting
approved = draft.cell.meetings.filter(minutes__state="approved").latest("meets_on")
roles = RoleAssignment.objects.valid().filter(role="cell_secretary", cell=draft.cell)
client = Client(SERVER_NAME="localhost")
client.force_login(roles.latest("pk").user)


def save_a_row():
    """Taken back, so that every round stores a new one."""
    values = {"uid": uuid4(), "version": 0, "title": "Việc khác", "conclusion": "Thống nhất."}
    address = reverse("meetings:save_row", args=[draft.pk, "agenda"])
    with transaction.atomic():
        answer = client.post(address, values, headers={"HX-Request": "true"})
        assert "saved" in answer.headers["HX-Trigger"], answer.content.decode()
        transaction.set_rollback(True)


PAGES = {
    "bare view": "/bare/",
    "meeting being logged": reverse("meetings:detail", args=[draft.pk]),
    "meeting approved": reverse("meetings:detail", args=[approved.pk]),
    "desk of a cell leader": reverse("meetings:mine"),
    "month board": reverse("meetings:month"),
    "rates of the cells": reverse("meetings:attendance"),
    "matrix of a year": reverse("meetings:cell_attendance", args=[draft.cell_id]),
    "scores of a half year": reverse("meetings:scores"),
    "tasks": reverse("meetings:tasks"),
}

with override_settings(ROOT_URLCONF="benchmarks.urls", ALLOWED_HOSTS=["localhost"]):
    works = {name: (lambda address=address: client.get(address)) for name, address in PAGES.items()}
    works["saving one point"] = save_a_row
    report("Meetings against the bare view", medians(works, rounds=30), against="bare view")
