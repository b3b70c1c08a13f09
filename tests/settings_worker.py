"""The program's settings for worker processes under test: they know the kinds of work of `tests.jobs.probe`."""

from partyunit.settings import *  # noqa: F403
from partyunit.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "tests.jobs.probe"]
