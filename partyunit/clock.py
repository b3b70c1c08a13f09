"""The program's day: the demonstration's fixed day, else the real one in Viet Nam.

Only this module asks for it; everywhere else a day is an argument. Audit, sessions and
leases use real time (`django.utils.timezone.now`).
"""

import datetime as dt

from django.utils import timezone

from partyunit.models import Installation


def demonstration_day() -> dt.date | None:
    """The day a demonstration database stands on; none in a real office."""
    return Installation.objects.values_list("demonstration_day", flat=True).first()


def today() -> dt.date:
    """The program's day."""
    return demonstration_day() or timezone.localdate()
