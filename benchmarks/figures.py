"""The dashboard's figures against one COUNT(*) and against the page around them."""

from django.test import Client, override_settings

from accounts.models import User
from benchmarks.timing import medians, report
from cells.models import Committee
from members.models import Member
from partyunit import clock
from reports.figures import Scope, summary

committee, day = Committee.objects.get(), clock.today()
client = Client(SERVER_NAME="localhost")
client.force_login(User.objects.get(username="bithu"))


def count():
    return Member.objects.placed_on(day).count()


def figures():
    return summary(Scope(committee), day, first_year=day.year - 5, last_year=day.year - 1)


def page():
    return client.get("/tong-quan/")


with override_settings(ALLOWED_HOSTS=["localhost"]):
    works = {"one count": count, "figures of the shell command": figures, "dashboard": page}
    report("Figures against one count", medians(works, rounds=30), against="one count")
