"""Who serves beside the daily work: seconded members, the Party-work team, the committee itself."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from cells.models import Cell, HostCell, Locality
from documents.models import Document
from members.models import Member, Position, Secondment
from reports.figures.base import Figure, Scope, by_cell, cells_of, listed


@dataclass(frozen=True)
class HostLine:
    """A village cell and the secondments to it, each with its `home_cell`."""

    host_cell: HostCell
    secondments: tuple[Secondment, ...]

    @property
    def home_cells(self) -> tuple[Cell, ...]:
        """One entry a member."""
        return tuple(row.home_cell for row in self.secondments)


@dataclass(frozen=True)
class LocalityLine:
    """A commune or town with its village cells."""

    locality: Locality
    figure: Figure
    hosts: tuple[HostLine, ...]


@dataclass(frozen=True)
class Secondments:
    """Who is seconded on a day (tăng cường), from which cell, to where, under which plans."""

    total: Figure
    by_cell: tuple[tuple[Cell, Figure], ...]
    host_cells: Figure
    communes: Figure
    towns: Figure
    localities: tuple[LocalityLine, ...]
    since: dt.date | None
    plans: tuple[Document, ...]


def secondments(scope: Scope, day: dt.date) -> Secondments:
    """Secondments of the scope's members on that day; cells without any count 0.

    Headcount once, at the home cell; host cells are counted apart (12 people, 10 host cells).
    """
    rows = _secondments_on(scope, day)
    figures = _SecondmentFigures(scope, day)
    return Secondments(
        total=figures.people(rows),
        by_cell=tuple(
            (cell, figures.people(own, home_cell=cell.pk))
            for cell, own in by_cell(rows, cells_of(scope, day))
        ),
        host_cells=figures.places(
            {row.host_cell_id for row in rows if not row.host_cell.is_voided}, "members:host_cells"
        ),
        communes=figures.localities(rows, Locality.Kind.COMMUNE),
        towns=figures.localities(rows, Locality.Kind.TOWN),
        localities=_by_locality(rows, figures),
        since=min((row.from_on for row in rows), default=None),
        plans=tuple({row.plan_id: row.plan for row in rows}.values()),
    )


def _secondments_on(scope: Scope, day: dt.date) -> list[Secondment]:
    homes = {cell.pk: cell for cell in scope.all_cells}
    rows = list(
        Secondment.objects.of_home_cells(day, list(homes))
        .active_on(day)
        .select_related("host_cell__locality", "plan", "member")
        .order_by("from_on", "pk")
    )
    for row in rows:
        row.cell_id, row.home_cell = row.home_cell_id, homes[row.home_cell_id]
    return rows


@dataclass(frozen=True)
class _SecondmentFigures:
    """Makes the figures of one scope and day; a list of another room takes no cell."""

    scope: Scope
    day: dt.date

    def people(self, rows, **query) -> Figure:
        if self.scope.cell is not None:
            query["home_cell"] = self.scope.cell.pk
        asked = [(name, str(value)) for name, value in query.items()]
        return listed([row.pk for row in rows], "members:secondments", self.day, *asked)

    def places(self, ids, url_name: str, *query) -> Figure:
        if self.scope.cell is not None:
            return Figure(tuple(ids))
        return listed(ids, url_name, self.day, *query)

    def localities(self, rows, kind: str) -> Figure:
        places = {row.host_cell.locality for row in rows}
        ids = {place.pk for place in places if place.kind == kind and not place.is_voided}
        return self.places(ids, "members:localities", ("kind", str(kind)))


def _by_locality(rows, figures: _SecondmentFigures) -> tuple[LocalityLine, ...]:
    """Communes and towns in the order of their first secondment, towns last."""
    places: dict[int, list[Secondment]] = defaultdict(list)
    for row in rows:
        places[row.host_cell.locality_id].append(row)
    lines = []
    for own in places.values():
        locality = own[0].host_cell.locality
        figure = figures.people(own, locality=locality.pk)
        lines.append(LocalityLine(locality, figure, _by_host(own)))
    lines.sort(key=lambda line: (line.locality.kind == Locality.Kind.TOWN, line.locality.pk))
    return tuple(lines)


def _by_host(rows) -> tuple[HostLine, ...]:
    hosts: dict[int, list[Secondment]] = defaultdict(list)
    for row in rows:
        hosts[row.host_cell_id].append(row)
    return tuple(HostLine(own[0].host_cell, tuple(own)) for own in hosts.values())


@dataclass(frozen=True)
class Posts:
    """Members who hold a post of the committee on a day."""

    team: Figure
    committee: Figure
    standing: Figure


def posts(scope: Scope, day: dt.date) -> Posts:
    """The part-time Party-work team, the committee and its standing committee on that day.

    A small committee has a secretary and a deputy, but no standing committee: there is one
    where someone holds a seat in it beside them (customary from nine committee members on).
    """
    cells = [scope.cell] if scope.cell else None
    held = (
        Position.objects.active_on(day)
        .filter(committee=scope.committee)
        .filter(member__in=Member.objects.placed_on(day, cells=cells, committee=scope.committee))
        .values_list("member", "title")
    )
    holders = defaultdict(set)
    for member, title in held:
        holders[title].add(member)

    def of(titles, *query) -> Figure:
        members = set().union(*(holders[title] for title in titles))
        return listed(members, "members:list", day, *scope.parameters, *query)

    return Posts(
        team=of([Position.Title.PARTY_WORK_TEAM], ("team", "1")),
        committee=of(Position.COMMITTEE, ("post", "committee")),
        standing=of(Position.STANDING, ("post", "standing"))
        if holders[Position.Title.STANDING_MEMBER]
        else Figure(()),
    )
