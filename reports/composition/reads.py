"""What only a periodic report asks: recognitions, and what the next period brings."""

import datetime as dt

from awards.models import Award, Title
from meetings.models import Meeting
from partyunit.dates import Period, add_months
from regulations.models import Regulation
from reports.figures import Figure, Roll, Scope

PROBATION_MONTHS = 12


def recognised_in(roll: Roll, period: Period) -> Figure:
    """Members of the last day who became official in the period: by `official_from`, not by the decision's date."""
    return Figure(
        tuple(
            person.pk
            for person in roll.people
            if person.span and person.span.official_from and person.span.official_from in period
        )
    )


def probation_ending(roll: Roll, *, last: dt.date) -> Figure:
    """Probationary members whose probation since the ceremony ends after the roll's day, up to `last`."""
    rule = Regulation.objects.of_day(
        topic="probation", day=roll.day, committee=roll.scope.committee
    )
    months = rule.parameters["months"] if rule else PROBATION_MONTHS
    return Figure(
        tuple(
            person.pk
            for person in roll.people
            if person.span
            and person.standing == "probationary"
            and roll.day < add_months(person.span.ceremony_on, months) <= last
        )
    )


def planned_model_meetings(scope: Scope, *, after: dt.date, last: dt.date) -> Figure:
    """Model meetings that stand in the plan after `after`, up to `last`."""
    rows = Meeting.objects.valid().filter(
        committee=scope.committee,
        kind=Meeting.Kind.MODEL,
        state=Meeting.State.PLANNED,
        meets_on__gt=after,
        meets_on__lte=last,
    )
    if scope.cell:
        rows = rows.filter(cell=scope.cell)
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
