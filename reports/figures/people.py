"""Who the members are on a day: standing, education, sex, ethnicity, age, Party age."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property

from django.db.models import FilteredRelation, Q
from django.utils.translation import gettext_lazy as _

from cells.models import Cell
from members import rules
from members.models import Member, Qualification
from partyunit.dates import full_years_between
from partyunit.querysets import span_holds
from partyunit.shares import percent
from partyunit.text import fold
from reports.figures.base import Figure, Line, Scope, by_cell, listed

LEVELS = sorted(Qualification.Professional, reverse=True)


@dataclass(frozen=True)
class Span:
    """One time in the Party, as far as a day knows it."""

    decision_on: dt.date
    ceremony_on: dt.date
    official_from: dt.date | None
    ended_on: dt.date | None


@dataclass(frozen=True)
class Person:
    """A member on the roll of a day."""

    pk: int
    name: str
    cell_id: int
    sex: str
    ethnicity: str
    born_on: dt.date
    level: int | None
    day: dt.date
    spans: tuple[Span, ...] = ()

    @property
    def span(self) -> Span | None:
        """The time in the Party that holds on the day."""
        return next((s for s in self.spans if s.ended_on is None or s.ended_on >= self.day), None)

    @property
    def standing(self) -> str:
        """`official` or `probationary`; empty when no membership of the day is recorded."""
        if self.span is None:
            return ""
        official = self.span.official_from
        return "official" if official and official <= self.day else "probationary"

    @property
    def is_graduate(self) -> bool:
        """University degree or higher (đại học trở lên)."""
        return (self.level or 0) >= Qualification.GRADUATE_FROM

    @property
    def is_of_minority(self) -> bool:
        return fold(self.ethnicity) != rules.MAJORITY

    @property
    def age(self) -> int:
        return full_years_between(self.born_on, self.day)

    @property
    def party_age_from(self) -> dt.date | None:
        """The day Party age counts from."""
        return rules.party_age_from(self._in_the_party, self.day)

    @property
    def party_age(self) -> int | None:
        """Completed years in the Party."""
        return rules.party_age(self._in_the_party, self.day)

    @property
    def _in_the_party(self) -> list[tuple[dt.date, dt.date | None]]:
        return [(span.decision_on, span.ended_on) for span in self.spans]


@dataclass(frozen=True)
class Roll:
    """Everyone who is a member on one day, and every figure of who they are."""

    scope: Scope
    day: dt.date
    people: tuple[Person, ...] = field(repr=False)

    def figure(self, belongs: Callable[[Person], bool] | None = None, **query) -> Figure:
        """The members of whom `belongs` is true, as the list filtered by `query` shows them."""
        rows = [person.pk for person in self.people if belongs is None or belongs(person)]
        asked = tuple((name, str(value)) for name, value in query.items())
        return listed(rows, "members:list", self.day, *self.scope.parameters, *asked)

    def of_cell(self, cell: Cell) -> "Roll":
        people = tuple(person for person in self.people if person.cell_id == cell.pk)
        return replace(self, scope=self.scope.narrow(cell), people=people)

    def by_cell(self, cells: tuple[Cell, ...]) -> list[tuple[Cell, "Roll"]]:
        return [
            (cell, replace(self, scope=self.scope.narrow(cell), people=tuple(people)))
            for cell, people in by_cell(self.people, cells)
        ]

    @property
    def members(self) -> Figure:
        return self.figure()

    @property
    def official(self) -> Figure:
        return self.figure(lambda p: p.standing == "official", standing="official")

    @property
    def probationary(self) -> Figure:
        return self.figure(lambda p: p.standing == "probationary", standing="probationary")

    @cached_property
    def probation_ends(self) -> tuple[tuple[Person, dt.date], ...]:
        """Probationary members, each with the first day after the probation, the earliest first."""
        begun = [
            (p, p.span.ceremony_on) for p in self.people if p.span and p.standing == "probationary"
        ]
        known = rules.probation_rules() if begun else []
        committee = self.scope.committee.pk
        ends = [
            (person, rules.probation_end(ceremony_on, rules=known, committee=committee))
            for person, ceremony_on in begun
        ]
        return tuple(sorted(ends, key=lambda pair: pair[1]))

    @property
    def graduates(self) -> Figure:
        return self.figure(lambda p: p.is_graduate, graduate=1)

    @property
    def graduate_percent(self) -> Decimal:
        return percent(self.graduates.value, len(self.people))

    @property
    def women(self) -> Figure:
        return self.figure(lambda p: p.sex == Member.Sex.FEMALE, sex="female")

    @property
    def minority(self) -> Figure:
        """Members of an ethnic minority."""
        return self.figure(lambda p: p.is_of_minority, minority=1)

    def level(self, level: int | None) -> Figure:
        """Members whose highest professional level is this one; None: no level at all."""
        return self.figure(lambda p: p.level == level, level="none" if level is None else level)

    @property
    def levels(self) -> tuple[Line, ...]:
        lines = [Line(str(int(level)), level.label, self.level(level)) for level in LEVELS]
        return (*lines, Line("none", _("chưa ghi"), self.level(None)))

    @property
    def ages(self) -> tuple[Line, ...]:
        return self._bands(rules.AGE_BANDS, lambda p: p.age, unit=_("tuổi"), asked="age")

    @property
    def party_ages(self) -> tuple[Line, ...]:
        return self._bands(
            rules.PARTY_AGE_BANDS, lambda p: p.party_age, unit=_("năm"), asked="party_age"
        )

    def _bands(self, bands, years: Callable[[Person], int | None], *, unit, asked: str):
        lines = []
        for first, last in bands:
            ends = {f"{asked}_from": first} | ({f"{asked}_to": last} if last else {})
            rows = self.figure(
                lambda p, first=first, last=last: rules.is_within(years(p), first, last), **ends
            )
            label = rules.band_label(first, last, unit)
            lines.append(Line(f"{first}-{last or ''}", label, rows))
        return tuple(lines)


def roll(scope: Scope, day: dt.date) -> Roll:
    """The members of the scope on that day, in the register's order, in one statement.

    A member has a valid official placement in one of the committee's cells on that day:
    probationary, exempt and seconded included, temporary guests not.
    """
    known: dict[int, Person] = {}
    for row in _roll_rows(scope, day):
        *span, pk, name, cell_id, sex, ethnicity, born_on, level = row
        person = known.get(pk) or Person(pk, name, cell_id, sex, ethnicity, born_on, level, day)
        spans = (*person.spans, Span(*span)) if span[0] else person.spans
        known[pk] = replace(person, spans=spans)
    return Roll(scope, day, tuple(known.values()))


def _roll_rows(scope: Scope, day: dt.date):
    """A row for each member and each time in the Party begun by that day."""
    place = span_holds(day, "placements__") & Q(placements__kind="official")
    begun = Q(memberships__voided_at__isnull=True, memberships__ceremony_on__lte=day)
    inside = (
        {"place__cell": scope.cell} if scope.cell else {"place__cell__committee": scope.committee}
    )
    return (
        Member.objects.valid()
        .annotate(
            place=FilteredRelation("placements", condition=place),
            time=FilteredRelation("memberships", condition=begun),
        )
        .filter(**inside)
        .with_level_on(day)
        .order_by("sort_name", "born_on", "pk", "time__ceremony_on")
        .values_list(
            "time__decision_on",
            "time__ceremony_on",
            "time__official_from",
            "time__ended_on",
            "pk",
            "full_name",
            "place__cell",
            "sex",
            "ethnicity",
            "born_on",
            "level",
        )
    )
