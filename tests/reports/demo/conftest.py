"""The demonstration's rows for the tests that ask for them."""

import pytest
from django.db import transaction
from django.test import override_settings

from cells.models import Committee
from reports.demo import loader


@pytest.fixture(scope="package")
def demonstration_rows(django_db_setup, django_db_blocker):
    """Loads the demonstration once for all tests of this folder, and takes it back after them.

    Each test's own transaction runs inside this one.
    """
    hashers = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    quick = override_settings(PASSWORD_HASHERS=hashers)
    with django_db_blocker.unblock(), transaction.atomic(), quick:
        loader.load()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demonstration(demonstration_rows, db):
    """The demonstration's committee, with all its rows."""
    return Committee.objects.get()
