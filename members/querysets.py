"""Scope and time of the people and their facts.

A member on day D has a valid official placement in one of the committee's cells on D:
probationary, exempt, suspended and seconded members included, temporary guests not.
"""

import datetime as dt

from django.apps import apps
from django.db.models import Exists, Max, OuterRef, Q, Subquery

from partyunit.dates import Period
from partyunit.querysets import RecordQuerySet, SpanQuerySet, span_holds
from partyunit.text import fold

SHOWN_DIGITS = 4  # of a masked number


def _rows(name: str):
    """The rows of another model of this room (models import this module, not the other way)."""
    return apps.get_model("members", name)._base_manager


def is_visible_member(user, prefix: str = "") -> Q:
    """Members an account may see: anyone who ever was placed in a cell of a committee one
    reads, and whoever is placed in a cell one leads on the program's day."""
    placements = _rows("Placement").filter(voided_at__isnull=True)
    of_committee = placements.filter(cell__committee__in=user.access.read_committee_ids)
    of_cell = placements.filter(span_holds(user.access.day), cell__in=user.access.cell_ids)
    key = f"{prefix}pk__in" if prefix else "pk__in"
    return Q(**{key: of_committee.values("member")}) | Q(**{key: of_cell.values("member")})


class MemberQuerySet(RecordQuerySet):
    def visible_to(self, user):
        return self.filter(is_visible_member(user))

    def writable_by(self, user):
        """Members placed, now or once, in a cell of a committee whose register the account writes."""
        placements = _rows("Placement").filter(
            member=OuterRef("pk"),
            voided_at__isnull=True,
            cell__committee__in=user.access.write_committee_ids,
        )
        return self.filter(Exists(placements))

    def placed_on(self, day: dt.date, *, cells=None, committee=None):
        """Members on `day` of the given cells, of the committee, or of any cell."""
        placements = _rows("Placement").filter(
            span_holds(day), kind="official", cell__isnull=False, member=OuterRef("pk")
        )
        if cells is not None:
            placements = placements.filter(cell__in=cells)
        if committee is not None:
            placements = placements.filter(cell__committee=committee)
        return self.valid().filter(Exists(placements))

    def official_on(self, day: dt.date):
        return self.filter(Exists(_memberships_on(day).filter(official_from__lte=day)))

    def probationary_on(self, day: dt.date):
        memberships = _memberships_on(day).filter(
            Q(official_from__isnull=True) | Q(official_from__gt=day)
        )
        return self.filter(Exists(memberships))

    def with_level_on(self, day: dt.date, *, scale: str = "professional"):
        """Annotates `level`: the highest of the scale obtained by `day`, or None."""
        highest = (
            _rows("Qualification")
            .filter(
                member=OuterRef("pk"), scale=scale, voided_at__isnull=True, obtained_on__lte=day
            )
            .order_by()
            .values("member")
            .annotate(highest=Max("level"))
        )
        return self.annotate(level=Subquery(highest.values("highest")))

    def matching(self, words: str):
        """Search without accents: every word begins a word of the name or of the other name.

        Digits find a card number or citizen id by its last four or as a whole, for more would
        tell the masked digits one by one.
        """
        text = fold(words)
        if text.isdigit():
            how = "endswith" if len(text) == SHOWN_DIGITS else "exact"
            found = Q()
            for number in self.model.NUMBERS:
                found |= Q(**{f"{number}__{how}": text})
            return self.filter(found)
        members = self
        for word in text.split():
            members = members.filter(
                _begins_word("search_name", word) | _begins_word("search_other_name", word)
            )
        return members


def _begins_word(field: str, word: str) -> Q:
    return Q(**{f"{field}__startswith": word}) | Q(**{f"{field}__contains": f" {word}"})


def _memberships_on(day: dt.date):
    return _rows("Membership").filter(
        Q(ended_on__isnull=True) | Q(ended_on__gte=day),
        voided_at__isnull=True,
        ceremony_on__lte=day,
        member=OuterRef("pk"),
    )


class _OfMember:
    """Facts of a member are seen with the member, and count nowhere once the member is voided."""

    def valid(self):
        return super().valid().filter(member__voided_at__isnull=True)

    def visible_to(self, user):
        return self.filter(is_visible_member(user, "member__"))


class OfMemberQuerySet(_OfMember, RecordQuerySet):
    pass


class OfMemberSpanQuerySet(_OfMember, SpanQuerySet):
    pass


class MembershipQuerySet(_OfMember, RecordQuerySet):
    def active_on(self, day: dt.date):
        return self.valid().filter(
            Q(ended_on__isnull=True) | Q(ended_on__gte=day), ceremony_on__lte=day
        )

    def during(self, period: Period):
        return self.valid().filter(
            Q(ended_on__isnull=True) | Q(ended_on__gte=period.first), ceremony_on__lte=period.last
        )


class PlacementQuerySet(OfMemberSpanQuerySet):
    def visible_to(self, user):
        return self.filter(
            Q(cell__committee__in=user.access.read_committee_ids)
            | Q(cell__isnull=True) & is_visible_member(user, "member__")
            | Q(cell__in=user.access.cell_ids)
        )

    def official(self):
        return self.filter(kind="official")

    def with_next_place(self):
        """Annotates `placed_again_on`: the first day of the member's next official placement, or None."""
        later = _rows("Placement").filter(
            member=OuterRef("member"),
            voided_at__isnull=True,
            kind="official",
            cell__isnull=False,
            from_on__gt=OuterRef("to_on"),
        )
        first = later.order_by("from_on").values("from_on")[:1]
        return self.annotate(placed_again_on=Subquery(first))

    def open_transfers_out(self, day: dt.date):
        """Whom by `day` neither the new place's word nor a later official placement shows arrived."""
        return self.with_next_place().filter(
            Q(received_on__isnull=True) | Q(received_on__gt=day),
            Q(placed_again_on__isnull=True) | Q(placed_again_on__gt=day),
            end_reason="transfer_out",
        )


class PositionQuerySet(OfMemberSpanQuerySet):
    def visible_to(self, user):
        """Posts of committee, cells and units are open to everyone of the committee."""
        ids = user.access.committee_ids
        return self.filter(
            Q(committee__in=ids) | Q(cell__committee__in=ids) | Q(office_unit__committee__in=ids)
        )


class OversightQuerySet(OfMemberSpanQuerySet):
    def visible_to(self, user):
        return self.filter(cell__committee__in=user.access.committee_ids)


class SecondmentQuerySet(OfMemberSpanQuerySet):
    def with_home_cell(self, day: dt.date):
        """Annotates `home_cell_id`: the cell of the member's official placement on `day`."""
        home = _rows("Placement").filter(
            span_holds(day), kind="official", cell__isnull=False, member=OuterRef("member")
        )
        return self.annotate(home_cell_id=Subquery(home.values("cell")[:1]))

    def of_home_cells(self, day: dt.date, cells):
        """Those of members who belong to the cells on `day`, of nobody who never was one."""
        own = self.with_home_cell(day).filter(home_cell_id__in=cells)
        return own.filter(member__voided_at__isnull=True)


class SecondmentReportQuerySet(RecordQuerySet):
    def valid(self):
        held = {"secondment__voided_at": None, "secondment__member__voided_at": None}
        return super().valid().filter(**held)

    def of_month_of(self, day: dt.date):
        """The reports on the month of the day that have come by it."""
        return self.valid().filter(month=day.replace(day=1), handed_in_on__lte=day)

    def visible_to(self, user):
        return self.filter(is_visible_member(user, "secondment__member__"))


class ResidenceCommentQuerySet(RecordQuerySet):
    def valid(self):
        held = {"contact__voided_at": None, "contact__member__voided_at": None}
        return super().valid().filter(**held)

    def visible_to(self, user):
        return self.filter(is_visible_member(user, "contact__member__"))


class CandidateQuerySet(SpanQuerySet):
    def visible_to(self, user):
        """The committee's readers see every candidate, who leads a cell those of the cell."""
        return self.filter(
            Q(cell__committee__in=user.access.read_committee_ids) | Q(cell__in=user.access.cell_ids)
        )

    def matching(self, words: str):
        """Search without accents: every word begins a word of the name."""
        candidates = self
        for word in fold(words).split():
            candidates = candidates.filter(_begins_word("search_name", word))
        return candidates


class CandidateStepQuerySet(RecordQuerySet):
    def valid(self):
        return (
            super()
            .valid()
            .exclude(candidate__voided_at__isnull=False)
            .exclude(membership__voided_at__isnull=False)
        )

    def visible_to(self, user):
        return self.filter(
            Q(candidate__cell__committee__in=user.access.read_committee_ids)
            | Q(candidate__cell__in=user.access.cell_ids)
            | is_visible_member(user, "membership__member__")
        )


class ImportQuerySet(RecordQuerySet):
    """Spreadsheets taken in: readers of the committee see what became of them."""

    def visible_to(self, user):
        return self.filter(committee__in=user.access.read_committee_ids)
