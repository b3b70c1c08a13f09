"""What only a periodic report asks: what the next period brings, titles and awards of its years."""

import datetime as dt

from awards.models import Award, Title
from meetings.models import Meeting
from reports.figures import Figure, Roll, Scope


def probation_ending(roll: Roll, *, last: dt.date) -> Figure:
    """Probationary members whose probation ends by `last`, overdue ones included."""
    return Figure(tuple(person.pk for person, day in roll.probation_ends if day <= last))


def model_meetings_ahead(scope: Scope, *, after: dt.date, last: dt.date) -> Figure:
    """Model meetings of the days after `after`, up to `last`: those planned, and those held since.

    A report of a period long over tells what was in the plan, although it has been carried
    out meanwhile; a meeting called off since is no longer told.
    """
    rows = Meeting.objects.standing().filter(
        kind=Meeting.Kind.MODEL,
        meets_on__gt=after,
        meets_on__lte=last,
        **scope.inside,
    )
    return Figure(tuple(rows.values_list("pk", flat=True)))


def titles_of(scope: Scope, day: dt.date, *, years: tuple[int, int]) -> list[Title]:
    """Titles of those years decided by the day, the oldest first."""
    rows = Title.objects.decided_by(day).filter(year__range=years, **_holder(scope))
    return list(rows.order_by("year", "pk"))


def own_awards_of(scope: Scope, day: dt.date, *, years: tuple[int, int]) -> list[Award]:
    """Awards to the committee or the cell itself for those years, decided by the day."""
    rows = Award.objects.decided_by(day).given_in(*years).filter(**_holder(scope))
    return list(rows.order_by("decided_on", "pk"))


def _holder(scope: Scope) -> dict:
    return {"cell": scope.cell} if scope.cell else {"committee": scope.committee}
