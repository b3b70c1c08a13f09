"""Which papers an account may see, and those dated up to a day."""

import datetime as dt

from django.db.models import Q

from cells.models import Cell
from cells.wording import CELL_BODY, COMMITTEE_BODY, as_issuer
from partyunit.querysets import RecordQuerySet
from partyunit.text import fold


class DocumentQuerySet(RecordQuerySet):
    def visible_to(self, user):
        """The whole register for readers of the committee; a cell leader sees the own cell's papers."""
        return self.filter(
            Q(register__in=user.access.read_committee_ids) | Q(cell__in=user.access.cell_ids)
        )

    def citable_by(self, user):
        """What a row that the account writes may rest on: issued papers of the registers it writes."""
        return self.valid().filter(
            register__in=user.access.write_committee_ids, issued_on__isnull=False
        )

    def dated_by(self, day: dt.date):
        return self.valid().filter(issued_on__lte=day)

    def drafts(self):
        """Of our own, written but not yet issued."""
        return self.valid().filter(issued_on__isnull=True)

    def matching(self, words: str):
        """Search without accents in number, issuer and summary; our own issuers by what they are called."""
        text = fold(words)
        if not text:
            return self
        found = Q(search_text__contains=text)
        if text in fold(COMMITTEE_BODY):
            found |= Q(committee__isnull=False)
        cells = Cell.objects.values_list("pk", "name")
        of_name = [pk for pk, name in cells if text in fold(as_issuer(name, CELL_BODY))]
        return self.filter(found | Q(cell__in=of_name))
