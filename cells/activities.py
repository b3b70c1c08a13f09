"""What a cell did beside its meetings: its own activities, and those it took part in or was inspected in."""

import datetime as dt

from django.db.models import Q

from cells.models import Cell

RECENT = 6


def recent_activities(cell: Cell, day: dt.date) -> list:
    """The latest begun by the day, but not who of the cell helped to inspect another one.

    The rows are of an upper room, reached by related managers only.
    """
    counted = cell.participations.valid().values("activity")
    inspections = Q(kind__in=["inspection", "supervision"])
    about_it = Q(cell=cell) | Q(target_cell=cell) | Q(pk__in=counted) & ~inspections
    activities = cell.activities.model.objects.dated_by(day).filter(about_it)
    return list(activities.exclude(state="cancelled").order_by("-starts_on", "-pk")[:RECENT])
