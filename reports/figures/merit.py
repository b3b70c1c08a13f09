"""Awards by authority, the committee's running titles, and its register of papers."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q

from awards.models import Award, Title
from documents.models import Document
from members.models import Placement
from partyunit.dates import Period
from reports.figures.base import Figure, Line, Scope, listed, typed

LINES = (("line", "state"), ("line", "police"))  # what the award tables count
COLLECTIVE, INDIVIDUAL = "collective", "individual"


@dataclass(frozen=True)
class AwardLine:
    """One authority's awards of one form, collectives and individuals apart."""

    authority: str
    form: str
    collective: Figure
    individual: Figure

    @property
    def authority_label(self):
        return Award.Authority(self.authority).label

    @property
    def form_label(self):
        return Award.Form(self.form).label


@dataclass(frozen=True)
class AwardTable:
    """Awards of the State and police lines by award year; the committee's own stand apart."""

    first_year: int
    last_year: int
    lines: tuple[AwardLine, ...]
    collective: Figure
    individual: Figure


def award_table(scope: Scope, day: dt.date, *, first_year: int, last_year: int) -> AwardTable:
    """Awards of the years decided by the day: the three lines of the office's table, then any other.

    An award counts each time it is given, in its award year, not the year of its decision.
    """
    rows = _awards(scope, day, first_year=first_year, last_year=last_year)
    years = (("from_year", str(first_year)), ("to_year", str(last_year)))
    keys = [*Award.TABLE, *sorted({row[1:3] for row in rows} - set(Award.TABLE))]

    def figure(recipient: str, key=None) -> Figure:
        ids = [row[0] for row in rows if row[4] == recipient and key in (None, row[1:3])]
        of_key = (("authority", str(key[0])), ("form", str(key[1]))) if key else ()
        query = (*scope.parameters, *LINES, *of_key, ("recipient", recipient), *years)
        return listed(ids, "awards:list", day, *query)

    lines = tuple(
        AwardLine(str(key[0]), str(key[1]), figure(COLLECTIVE, key), figure(INDIVIDUAL, key))
        for key in keys
    )
    return AwardTable(first_year, last_year, lines, figure(COLLECTIVE), figure(INDIVIDUAL))


@dataclass(frozen=True)
class AwardsDecided:
    """Awards of the State and police lines decided in a period, whatever year they are for."""

    collective: Figure
    individual: Figure


def awards_decided(scope: Scope, period: Period) -> AwardsDecided:
    """What the period itself brought; no list is asked by the decision's day."""
    rows = _counted(scope, period.last).filter(decided_on__gte=period.first)

    def figure(of_recipient) -> Figure:
        return Figure(tuple(of_recipient.values_list("pk", flat=True)))

    return AwardsDecided(figure(rows.collective()), figure(rows.individual()))


def _awards(scope: Scope, day: dt.date, *, first_year: int, last_year: int) -> list[tuple]:
    """(id, authority, form, award year, collective or individual) of what the tables count."""
    rows = (
        _counted(scope, day)
        .given_in(first_year, last_year)
        .values_list("pk", "authority", "form", "award_year", "member")
    )
    return [(*row[:4], COLLECTIVE if row[4] is None else INDIVIDUAL) for row in rows]


def _counted(scope: Scope, day: dt.date):
    """The awards the tables count, decided by the day."""
    return (
        Award.objects.decided_by(day)
        .filter(_recipient_inside(scope, day), register=scope.committee)
        .state_and_police()
        .order_by("decided_on", "pk")
    )


def _recipient_inside(scope: Scope, day: dt.date) -> Q:
    """A cell's awards: its own, its office units', and those of the members it has on the day."""
    if scope.cell is None:
        return Q()
    placed = Placement.objects.active_on(day).official().filter(cell=scope.cell)
    return (
        Q(cell=scope.cell) | Q(office_unit__cell=scope.cell) | Q(member__in=placed.values("member"))
    )


@dataclass(frozen=True)
class Streak:
    """Years in a row with the title; none when the last one lies too far back."""

    figure: Figure
    first_year: int | None = None
    last_year: int | None = None


def title_streak(scope: Scope, day: dt.date) -> Streak:
    """The running streak of the title «trong sạch, vững mạnh tiêu biểu», by titles decided by the day.

    A year's title is decided early in the next year, so before that the streak ends with the
    year before last; older than that, or once a lesser title of a later year is decided, it no
    longer runs.
    """
    holder = {"cell": scope.cell} if scope.cell else {"committee": scope.committee}
    titles = Title.objects.decided_by(day).filter(**holder).values_list("year", "name", "pk")
    by_year = {year: pk for year, name, pk in titles if name == Title.Name.EXEMPLARY}
    last = max(by_year, default=0)
    if last < day.year - 2 or any(year > last for year, _name, _pk in titles):
        return Streak(Figure(()))
    first = last
    while first - 1 in by_year:
        first -= 1
    rows = [by_year[year] for year in range(first, last + 1)]
    query = (("from_year", str(first)), ("to_year", str(last)), ("recipient", "committee"))
    if scope.cell is not None:
        return Streak(Figure(tuple(rows)), first, last)
    return Streak(listed(rows, "awards:titles", day, *query), first, last)


def committee_awards(scope: Scope, day: dt.date) -> Figure:
    """Awards to the committee itself decided by the day, of any line and year."""
    if scope.cell is not None:
        return Figure(())
    rows = Award.objects.decided_by(day).filter(committee=scope.committee)
    ids = rows.order_by("decided_on", "pk").values_list("pk", flat=True)
    return listed(ids, "awards:list", day, ("recipient", "committee"))


def documents(scope: Scope, period: Period) -> tuple[Line, ...]:
    """Papers dated in the period: issued by us, drawn up by us, only advised on, received.

    What a cell issued is the cell's, although the committee's register holds it too.
    """
    rows = (
        Document.objects.dated_by(period.last)
        .filter(register=scope.committee, issued_on__gte=period.first, cell=scope.cell)
        .order_by("issued_on", "pk")
        .values_list("pk", "stance")
    )
    by_stance: dict[str, list[int]] = defaultdict(list)
    for pk, stance in rows:
        by_stance[stance].append(pk)
    issuer = scope.parameters or (("cell", "none"),)
    asked = (("from", typed(period.first)), ("to", typed(period.last)), *issuer)

    def figure(stance: str) -> Figure:
        query = (("stance", str(stance)), *asked)
        return listed(by_stance[stance], "documents:list", period.last, *query)

    return tuple(Line(s.value, s.label, figure(s)) for s in Document.Stance)
