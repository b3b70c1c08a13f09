"""Which reports an account may see."""

from django.db.models import Q

from partyunit.querysets import RecordQuerySet


class ReportQuerySet(RecordQuerySet):
    def visible_to(self, user):
        return self.filter(
            Q(committee__in=user.access.read_committee_ids) | Q(cell__in=user.access.cell_ids)
        )
