"""What every dated row can be asked, with the day as an argument."""

import datetime as dt

from django.db import models
from django.db.models import Q


class RecordQuerySet(models.QuerySet):
    """Rows that are voided rather than deleted."""

    def valid(self):
        """Without the rows that never were true."""
        return self.filter(voided_at__isnull=True)

    def delete(self):
        raise TypeError(f"{self.model.__name__} rows are voided or ended, never deleted")


class SpanQuerySet(RecordQuerySet):
    """Rows that hold from a first to a last day, both included."""

    def active_on(self, day: dt.date):
        """The valid rows that hold on `day`."""
        return self.valid().filter(span_holds(day))

    def during(self, period):
        """The valid rows that hold on at least one day of the period."""
        return self.valid().filter(
            Q(to_on__isnull=True) | Q(to_on__gte=period.first), from_on__lte=period.last
        )


def span_holds(day, prefix: str = "") -> Q:
    """The condition that a valid span reached by `prefix` (`placement__`) holds on `day`.

    `day` is a date or an expression of one, such as an OuterRef.
    """
    return Q(
        Q(**{f"{prefix}to_on__isnull": True}) | Q(**{f"{prefix}to_on__gte": day}),
        **{f"{prefix}voided_at__isnull": True, f"{prefix}from_on__lte": day},
    )
