"""Finding the rule of a day."""

import datetime as dt

from django.db.models import F, Q

from partyunit.querysets import RecordQuerySet
from regulations.workdays import WorkCalendar


class HolidayQuerySet(RecordQuerySet):
    def visible_to(self, user):
        """The calendar of the country: whoever reads anything reads it."""
        return self if user.access.has_content else self.none()

    def calendar(self) -> WorkCalendar:
        """The whole table for counting working days, in one statement."""
        return WorkCalendar.of(self.valid().values_list("day", "is_working"))


class RegulationQuerySet(RecordQuerySet):
    def visible_to(self, user):
        """The rules of all, and those of the committees one belongs to."""
        if not user.access.has_content:
            return self.none()
        return self.filter(Q(committee__isnull=True) | Q(committee__in=user.access.committee_ids))

    def in_force(self, day):
        """The valid rules that hold on `day`."""
        return self.valid().filter(
            Q(valid_to__isnull=True) | Q(valid_to__gte=day), valid_from__lte=day
        )

    def holding(self, *, topic: str, day, committee):
        """The rules of the topic on that day, the committee's own first: it goes before the general one.

        Day and committee may be values or expressions, such as an OuterRef.
        """
        return (
            self.in_force(day)
            .filter(Q(committee__isnull=True) | Q(committee=committee), topic=topic)
            .order_by(F("committee").desc(nulls_last=True))
        )

    def of_day(self, *, topic: str, day: dt.date, committee=None):
        """The rule of the topic on that day, or None."""
        return self.holding(topic=topic, day=day, committee=committee).first()
