"""Scope and time of the organisation's rows.

`user.access` (accounts.access.Access) holds what the user may see on the program's day;
this floor knows only its attributes.
"""

import datetime as dt
from typing import Any

from django.apps import apps
from django.db.models import Count, OuterRef, Prefetch, Q, Subquery
from django.db.models.functions import Coalesce

from partyunit.querysets import RecordQuerySet, SpanQuerySet, span_holds


def cell_name_on(day: dt.date, prefix: str = "cell__") -> Coalesce:
    """An expression: what the cell reached by `prefix` was called on the day."""
    names = apps.get_model("cells", "OrganisationName").objects.active_on(day)
    of_cell = names.filter(cell=OuterRef(f"{prefix}pk"))
    return Coalesce(Subquery(of_cell.values("short_name")[:1]), f"{prefix}name")


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

    def with_name_on(self, day: dt.date):
        """Annotates `name_on`: what the cell was called that day."""
        return self.annotate(name_on=cell_name_on(day, ""))

    def with_strength_on(self, day: dt.date):
        """Annotates `member_count`, `official_count` and `seconded_count` of that day.

        Members count as in the register: a valid official placement on the day. The upper
        rooms' rows are reached by related names only.
        """
        member = "placements__member__"
        is_official = Q(
            Q(**{f"{member}memberships__ended_on__isnull": True})
            | Q(**{f"{member}memberships__ended_on__gte": day}),
            **{
                f"{member}memberships__voided_at__isnull": True,
                f"{member}memberships__official_from__lte": day,
            },
        )
        is_seconded = span_holds(day, f"{member}secondments__")
        return self.annotate(
            member_count=self._count_placed(day),
            official_count=self._count_placed(day, is_official),
            seconded_count=self._count_placed(day, is_seconded),
        )

    def with_posts_on(self, day: dt.date):
        """Annotates `secretary_name`, reads `overseers` (oversights with their member) of that day."""
        of_cell = self.model.objects.filter(pk=OuterRef("pk"))
        secretaries = of_cell.filter(
            span_holds(day, "positions__"), positions__title="cell_secretary"
        )
        oversight: Any = self.model._meta.get_field("oversights").related_model
        looking_after = oversight.objects.active_on(day).select_related("member")
        return self.annotate(
            secretary_name=Subquery(secretaries.values("positions__member__full_name")[:1]),
        ).prefetch_related(Prefetch("oversights", looking_after, to_attr="overseers"))

    def _count_placed(self, day: dt.date, *conditions: Q) -> Coalesce:
        """How many members are placed in the cell on the day, of those who meet the conditions.

        One `filter` call: a second one would join the placements anew.
        """
        placed = self.model.objects.order_by().filter(
            span_holds(day, "placements__"),
            *conditions,
            pk=OuterRef("pk"),
            placements__kind="official",
            placements__member__voided_at__isnull=True,
        )
        counted = placed.values("pk").annotate(people=Count("placements__member", distinct=True))
        return Coalesce(Subquery(counted.values("people")), 0)


class LocalityQuerySet(RecordQuerySet):
    def visible_to(self, user):
        return self.filter(committee__in=user.access.committee_ids)


class HostCellQuerySet(RecordQuerySet):
    def visible_to(self, user):
        return self.filter(locality__committee__in=user.access.committee_ids)


class OfficeUnitQuerySet(SpanQuerySet):
    def visible_to(self, user):
        return self.filter(committee__in=user.access.committee_ids)

    def writable_by(self, user):
        return self.filter(committee__in=user.access.write_committee_ids)


class OrganisationSpanQuerySet(SpanQuerySet):
    """Names and terms: of a committee, or of one of its cells."""

    def visible_to(self, user):
        ids = user.access.committee_ids
        return self.filter(Q(committee__in=ids) | Q(cell__committee__in=ids))
