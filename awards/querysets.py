"""Scope and years of awards, titles and badges."""

import datetime as dt

from django.db.models import Q

from members.models import Placement
from members.querysets import OfMemberQuerySet
from partyunit.querysets import RecordQuerySet


class AwardQuerySet(RecordQuerySet):
    def visible_to(self, user):
        """Readers see the register; a cell leader awards of the cell, its units and its members of the day."""
        in_own_cell = Q(
            member__placements__in=_own_placements(user),
        )
        return self.filter(
            Q(register__in=user.access.read_committee_ids)
            | Q(cell__in=user.access.cell_ids)
            | Q(office_unit__cell__in=user.access.cell_ids)
            | Q(pk__in=self.model._base_manager.filter(in_own_cell).values("pk"))
        )

    def given_in(self, first_year: int, last_year: int):
        return self.filter(award_year__range=(first_year, last_year))

    def decided_by(self, day: dt.date):
        return self.valid().filter(decided_on__lte=day)

    def collective(self):
        return self.filter(Q(cell__isnull=False) | Q(office_unit__isnull=False))

    def individual(self):
        return self.filter(member__isnull=False)

    def state_and_police(self):
        """What the award tables count: an award to the committee itself stands apart."""
        return self.filter(line__in=["state", "police"], committee__isnull=True)


def _own_placements(user):
    return Placement.objects.active_on(user.access.day).filter(cell__in=user.access.cell_ids)


class TitleQuerySet(RecordQuerySet):
    def visible_to(self, user):
        """Readers see all; a cell leader the committee's own titles and those of the own cell."""
        access = user.access
        return self.filter(
            Q(committee__in=access.committee_ids)
            | Q(cell__committee__in=access.read_committee_ids)
            | Q(cell__in=access.cell_ids)
        )

    def decided_by(self, day: dt.date):
        return self.valid().filter(decided_on__lte=day)


class BadgeQuerySet(OfMemberQuerySet):
    """Badges are seen with their member."""

    def decided_by(self, day: dt.date):
        return self.valid().filter(decided_on__lte=day)
