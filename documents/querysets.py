"""Which papers an account may see, and those dated up to a day."""

import datetime as dt

from django.db.models import Q

from partyunit.querysets import RecordQuerySet


class DocumentQuerySet(RecordQuerySet):
    def visible_to(self, user):
        """The whole register for readers of the committee; a cell leader sees the own cell's papers."""
        return self.filter(
            Q(register__in=user.access.read_committee_ids) | Q(cell__in=user.access.cell_ids)
        )

    def dated_by(self, day: dt.date):
        return self.valid().filter(issued_on__lte=day)
