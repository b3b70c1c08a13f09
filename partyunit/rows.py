"""Rows worked out in Python that a register shows, filters, orders and exports as it does stored ones."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db.models.expressions import F, OrderBy


class Rows:
    """A list that answers what `partyunit.listing` and `partyunit.filters` ask of a queryset.

    Each row has a `pk`. Columns sort by names of attributes; rows without a value come last.
    """

    model = None  # filters of stored rows ask for it

    def __init__(self, rows: Iterable[Any]):
        self._rows = list(rows)

    def all(self) -> "Rows":
        return self

    def where(self, belongs: Callable[[Any], bool]) -> "Rows":
        return Rows(row for row in self._rows if belongs(row))

    def filter(self, *, pk__in: Iterable[int]) -> "Rows":
        chosen = set(pk__in)
        return self.where(lambda row: row.pk in chosen)

    def order_by(self, *order: str | OrderBy) -> "Rows":
        rows = self._rows
        for one in reversed(order):
            name, descending = _read(one)
            present = [row for row in rows if getattr(row, name) is not None]
            absent = [row for row in rows if getattr(row, name) is None]
            present.sort(key=lambda row, name=name: getattr(row, name), reverse=descending)
            rows = present + absent
        return Rows(rows)

    def count(self) -> int:
        return len(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._rows)

    def __getitem__(self, at):
        return self._rows[at]


def _read(order: str | OrderBy) -> tuple[str, bool]:
    """The attribute and whether its order is turned round."""
    if isinstance(order, OrderBy):
        expression = order.expression
        if not isinstance(expression, F):
            raise TypeError(f"rows are ordered by attributes, not by {expression}")
        return expression.name, order.descending
    return order.removeprefix("-"), order.startswith("-")
