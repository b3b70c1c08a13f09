"""Totals of a list by any of its columns, and the list narrowed to the rows behind one of them.

Rows are counted by what the column shows, so a total cannot say other than the list does, and
each count is the address of just its rows. That reads every row of the list, as an export does,
and only when a total is asked for.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from partyunit.filters import Chip
from partyunit.listing import Column, Listing, show

HAS, ROWS = "has", "rows"  # parameters: `has=ethnicity:Thái`, `rows=17`
LONGEST_ID = 18  # digits of a row's number that every database can read


def group_of(column: Column, row) -> str:
    """What a row counts under: a day under its year, anything else as it is shown."""
    value = column.group(row) if column.group else column.value(row)
    return str(value.year) if isinstance(value, dt.date) else show(value)


@dataclass(frozen=True)
class Line:
    """One value of the column: how many rows have it, their share in per cent, their address."""

    text: str
    count: int
    share: float
    url: str


@dataclass(frozen=True)
class Totals:
    """The rows of a list, counted by one column."""

    column: Column
    lines: list[Line]
    count: int
    without_url: str

    @classmethod
    def of(cls, listing: Listing) -> "Totals | None":
        """As asked for by `total=`; None when nothing, or no such column, is asked for."""
        column = listing.countable.get(listing.query.get("total", ""))
        if column is None:
            return None
        rows = listing.queryset
        if column.sort:
            rows = rows.order_by(*column.order(descending=False), "pk")
        counts = Counter(group_of(column, row) for row in rows)
        whole = counts.total()
        found = list(counts.items()) if column.sort else counts.most_common()
        lines = [
            Line(
                text or _("chưa ghi"), count, 100 * count / whole, _narrowed(listing, column, text)
            )
            for text, count in sorted(found, key=lambda pair: not pair[0])
        ]
        return cls(column, lines, whole, listing.url(total=None, page=None))


def _narrowed(listing: Listing, column: Column, text: str) -> str:
    others = [one for one in listing.query.getlist(HAS) if not one.startswith(f"{column.key}:")]
    has = [*others, f"{column.key}:{text}"]
    return listing.url(has=has, total=None, page=None, print=None, export=None)


@dataclass(frozen=True)
class Narrowing:
    """The conditions any list has besides its own filters: values of columns, rows picked by hand."""

    columns: Sequence[Column]
    query: Any  # request.GET

    @cached_property
    def wanted(self) -> dict[str, tuple[Column, str]]:
        """Each column asked for, with the value it must show."""
        known = {column.key: column for column in self.columns if column.is_countable}
        pairs = [one.partition(":") for one in self.query.getlist(HAS)]
        return {key: (known[key], text) for key, _colon, text in pairs if key in known}

    @cached_property
    def picked(self) -> list[int] | None:
        """The rows picked; None when the list was not asked for some."""
        if ROWS not in self.query:
            return None
        asked = self.query.getlist(ROWS)
        return [
            int(one) for one in asked if one.isascii() and one.isdigit() and len(one) <= LONGEST_ID
        ]

    def of(self, records):
        if self.picked is not None:
            records = records.filter(pk__in=self.picked)
        if not self.wanted:
            return records
        asked = self.wanted.values()
        fits = [
            row.pk
            for row in records
            if all(group_of(column, row) == text for column, text in asked)
        ]
        return records.filter(pk__in=fits)

    def chips(self, url: Callable[..., str]) -> list[Chip]:
        """The conditions in words; `url` gives the list with a parameter changed."""
        chips = []
        for key, (column, text) in self.wanted.items():
            others = [
                f"{name}:{value}" for name, (_column, value) in self.wanted.items() if name != key
            ]
            label = str(column.heading)
            chips.append(Chip(label, text or _("chưa ghi"), url(has=others or None, page=None)))
        if self.picked is not None:
            chips.append(
                Chip(_("Số dòng đã chọn"), str(len(self.picked)), url(rows=None, page=None))
            )
        return chips
