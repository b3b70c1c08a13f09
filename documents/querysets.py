"""Which papers an account may see, and those dated up to a day."""

import datetime as dt

from django.db.models import Q

from partyunit.querysets import RecordQuerySet
from partyunit.text import fold


class DocumentQuerySet(RecordQuerySet):
    def visible_to(self, user):
        """The whole register for readers of the committee; a cell leader sees the own cell's papers."""
        return self.filter(
            Q(register__in=user.access.read_committee_ids) | Q(cell__in=user.access.cell_ids)
        )

    def dated_by(self, day: dt.date):
        return self.valid().filter(issued_on__lte=day)

    def drafts(self):
        """Of our own, written but not yet issued."""
        return self.valid().filter(issued_on__isnull=True)

    def matching(self, words: str):
        """Search without accents in the summary; as typed in number and outside issuer."""
        text = fold(words)
        if not text:
            return self
        return self.filter(
            Q(search_text__contains=text)
            | Q(number__icontains=words)
            | Q(outside_issuer__icontains=words)
        )
