"""The Celery application. What runs is told by the `jobs` app; here is only the wiring."""

import os

from celery import Celery
from celery.signals import setup_logging

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "partyunit.settings")

app = Celery("partyunit")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@setup_logging.connect
def use_django_logging(**_kwargs):
    """Keep Django's LOGGING: Celery would otherwise install its own handlers."""
