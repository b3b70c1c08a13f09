"""Scope and time of the organisation's rows.

`user.access` (accounts.access.Access) holds what the user may see on the program's day;
this floor knows only its attributes.
"""

import datetime as dt

from django.db.models import Q

from partyunit.querysets import RecordQuerySet, SpanQuerySet


class CommitteeQuerySet(RecordQuerySet):
    def visible_to(self, user):
        return self.filter(pk__in=user.access.committee_ids)

    def existing_on(self, day: dt.date):
        return self.valid().filter(
            Q(dissolved_on__isnull=True) | Q(dissolved_on__gt=day), founded_on__lte=day
        )


class CellQuerySet(RecordQuerySet):
    def visible_to(self, user):
        """All cells of a committee one reads; the own cells of a cell leader."""
        return self.filter(
            Q(committee__in=user.access.read_committee_ids) | Q(pk__in=user.access.cell_ids)
        )

    def writable_by(self, user):
        return self.filter(committee__in=user.access.write_committee_ids)

    def existing_on(self, day: dt.date):
        """Founded by that day and not yet dissolved."""
        return self.valid().filter(
            Q(dissolved_on__isnull=True) | Q(dissolved_on__gt=day), founded_on__lte=day
        )


class LocalityQuerySet(RecordQuerySet):
    def visible_to(self, user):
        return self.filter(committee__in=user.access.committee_ids)


class HostCellQuerySet(RecordQuerySet):
    def visible_to(self, user):
        return self.filter(locality__committee__in=user.access.committee_ids)


class OfficeUnitQuerySet(SpanQuerySet):
    def visible_to(self, user):
        return self.filter(committee__in=user.access.committee_ids)


class OrganisationSpanQuerySet(SpanQuerySet):
    """Names and terms: of a committee, or of one of its cells."""

    def visible_to(self, user):
        ids = user.access.committee_ids
        return self.filter(Q(committee__in=ids) | Q(cell__committee__in=ids))
