"""The kinds of work for tests are known to the test process too."""

from tests.jobs.probe import background  # noqa: F401  (registers them)
