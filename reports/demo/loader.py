"""Filling an empty database with the demonstration committee."""

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils.translation import gettext as _

from accounts.models import User
from audit import services as audit
from cells.models import Committee
from meetings.models import Minutes
from members.models import Member
from partyunit.models import Installation
from reports.demo.flows import TODAY
from reports.demo.loading.accounts import add_roles, add_users
from reports.demo.loading.activities import add_activities, add_campaigns
from reports.demo.loading.candidates import add_candidates
from reports.demo.loading.meetings import Meetings
from reports.demo.loading.merit import add_merit, add_ratings
from reports.demo.loading.organisation import Organisation
from reports.demo.loading.people import People
from reports.demo.loading.residence import add_residence
from reports.demo.loading.scores import add_scores
from reports.demo.loading.store import Store
from reports.demo.plan import build_plan


def is_loaded() -> bool:
    """Whether this database already is the demonstration."""
    return Installation.objects.filter(demonstration_day__isnull=False).exists()


def check_is_empty() -> None:
    """Raises ValidationError when an office has begun to work here: its records stay untouched."""
    taken = Installation.objects.exists() or any(
        model._base_manager.exists() for model in (Committee, Member, User)
    )
    if taken:
        raise ValidationError(
            _("Cơ sở dữ liệu này đã có dữ liệu thật; dữ liệu trình diễn chỉ nạp vào bản trống.")
        )


@transaction.atomic
def load() -> dict[str, int]:
    """Writes the whole demonstration in one transaction; gives the number of rows by model."""
    check_is_empty()
    plan, store = build_plan(), Store()
    users = add_users(store)
    organisation = Organisation(store, plan)
    add_roles(store, organisation, users=users)
    people = People(store, plan, organisation=organisation, users=users)
    add_candidates(store, plan, organisation=organisation, people=people)
    add_residence(store, plan, people=people)
    campaigns = add_campaigns(store, organisation)
    meetings = Meetings(
        store, plan, organisation=organisation, people=people, users=users, campaigns=campaigns
    )
    add_activities(store, plan, organisation=organisation, people=people, campaigns=campaigns)
    add_merit(store, plan, organisation=organisation, people=people)
    add_ratings(store, plan, organisation=organisation, people=people)
    add_scores(store)
    store.check()
    meetings.freeze()
    # A meeting with approved minutes takes no more rows, so these come after all others.
    store.write(at_last=Minutes)
    Installation.objects.create(pk=1, demonstration_day=TODAY)
    if connection.vendor == "postgresql":
        # Without fresh statistics the planner joins the new rows one by one, for minutes.
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    counts = {model._meta.label: len(rows) for model, rows in store.rows.items()}
    audit.log(action="demo.load", by=None, obj=organisation.committee, after=counts)
    return counts
