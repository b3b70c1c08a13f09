"""The project package and the ground floor: what every other room stands on."""

from partyunit.celery import app as celery_app

__all__ = ["celery_app"]
