"""Reminders an office entered before tasks fell due get the steps they lack, so that they can still be changed."""

from importlib import import_module

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import connection

from regulations.models import Regulation

pytestmark = pytest.mark.django_db
steps = import_module("regulations.migrations.0009_reminders_of_tasks")


class Editor:
    connection = connection


def test_reminders_without_the_steps_get_them_and_keep_the_others():
    rule = Regulation.objects.get(topic="reminders")
    own = {**rule.parameters, "badge": [10, 20]}
    del own["task"]
    rule.parameters = own
    rule.save()
    with pytest.raises(ValidationError, match="task"):
        rule.full_clean()
    steps.add_to_rules(apps, Editor)
    rule.refresh_from_db()
    assert rule.parameters == {**own, "task": [7, 30]}
    rule.full_clean()
    steps.take_from_rules(apps, Editor)
    rule.refresh_from_db()
    assert rule.parameters == own
