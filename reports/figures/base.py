"""What every figure is: a number, the rows behind it, and the list that shows them."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise

from cells.models import Cell, Committee


@dataclass(frozen=True)
class Scope:
    """Whose figures: a committee's, or those of one of its cells.

    Reads the committee's cells once, called as on `named_on` (now, when it is not given); make
    a new scope for a new question.
    """

    committee: Committee
    cell: Cell | None = None
    named_on: dt.date | None = None

    @cached_property
    def all_cells(self) -> tuple[Cell, ...]:
        """The cells of the scope at any time, in the office's order."""
        if self.cell is not None:
            return (self.cell,)
        cells = Cell.objects.valid().filter(committee=self.committee)
        return tuple(cells.with_name_on(self.named_on) if self.named_on else cells)

    @property
    def inside(self) -> dict:
        """The condition on rows with a `cell`: those of the cell, or of the committee's cells."""
        return {"cell": self.cell} if self.cell else {"cell__committee": self.committee}

    @property
    def parameters(self) -> tuple[tuple[str, str], ...]:
        """What a list is asked so that it stays inside the scope."""
        return (("cell", str(self.cell.pk)),) if self.cell is not None else ()

    def narrow(self, cell: Cell) -> "Scope":
        return Scope(self.committee, cell, self.named_on)


@dataclass(frozen=True)
class Figure:
    """A number of rows, with those rows' ids and the list that shows exactly them.

    `query` is the list's filter, the day (`on`) included; without `url_name` no list shows
    these rows and the number stands alone. A frozen paper keeps `frozen()`.
    """

    rows: tuple[int, ...] = field(repr=False)
    url_name: str = ""
    query: tuple[tuple[str, str], ...] = ()

    @property
    def value(self) -> int:
        return len(self.rows)

    @property
    def url(self) -> str:
        if not self.url_name:
            return ""
        address = reverse(self.url_name)
        return f"{address}?{urlencode(self.query, safe='/')}" if self.query else address

    def ids(self) -> tuple[int, ...]:
        return tuple(sorted(self.rows))

    def frozen(self) -> dict:
        return {
            "value": self.value,
            "list": self.url_name,
            "query": [list(pair) for pair in self.query],
            "ids": list(self.ids()),
        }

    def __int__(self) -> int:
        return self.value

    def __str__(self) -> str:
        return f"{self.value:,}".replace(",", ".")

    def __bool__(self) -> bool:
        return self.value > 0


@dataclass(frozen=True)
class Line:
    """One line of a table of figures."""

    key: str
    label: str | Promise
    figure: Figure


def listed(rows: Iterable[int], url_name: str, on: dt.date, *query: tuple[str, str]) -> Figure:
    """The figure whose rows the named list shows on that day under that filter."""
    return Figure(tuple(rows), url_name, (("on", typed(on)), *query))


def typed(day: dt.date) -> str:
    """A day as the lists' filters read it."""
    return f"{day:%d/%m/%Y}"


def cells_of(scope: Scope, day: dt.date) -> tuple[Cell, ...]:
    """The cells founded by that day and not yet dissolved, in the office's order."""
    return tuple(cell for cell in scope.all_cells if cell.exists_on(day))


def cells(scope: Scope, day: dt.date) -> Figure:
    """How many cells there are on that day; of a cell itself, 1 while it exists."""
    rows = [cell.pk for cell in cells_of(scope, day)]
    return Figure(tuple(rows)) if scope.cell is not None else listed(rows, "cells:list", day)


def by_cell(rows: Iterable, cells: Iterable[Cell]) -> Iterator[tuple[Cell, list]]:
    """Deals rows with a `cell_id` out to the cells, cells without any included."""
    dealt: dict[int, list] = {}
    for row in rows:
        dealt.setdefault(row.cell_id, []).append(row)
    for cell in cells:
        yield cell, dealt.get(cell.pk, [])
