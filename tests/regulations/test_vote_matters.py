"""The shares of matters voted on, in the rules an office had before they were known."""

import datetime as dt
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from regulations.models import Regulation

pytestmark = pytest.mark.django_db
matters = import_module("regulations.migrations.0006_vote_matters")


class Editor:
    connection = connection


def test_rules_of_an_office_get_what_they_lack_and_keep_what_they_say(committee):
    old = {"resolution": [3, 4], "admission": [2, 3], "quorum": [2, 3], "award": [2, 3]}
    rule = Regulation.objects.create(
        topic="cell_vote",
        number="Quy chế 01",
        valid_from=dt.date(2018, 1, 1),
        committee=committee,
        parameters=old,
        source_mark="L",
    )
    matters.add(apps, Editor)
    rule.refresh_from_db()
    assert rule.parameters == {**matters.MATTERS, **old}
    rule.full_clean()
    matters.take_off(apps, Editor)
    rule.refresh_from_db()
    assert set(rule.parameters) == {"resolution", "admission", "quorum"}
