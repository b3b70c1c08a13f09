"""Totals of a list by one or two of its columns, and the list narrowed to the rows behind one of them.

Rows are counted by what the column shows, so a total cannot say other than the list does, and
each count is the address of just its rows. That reads every row of the list, as an export does,
and only when a total is asked for.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from partyunit.filters import Chip
from partyunit.listing import Column, Listing, show

TOTAL, ACROSS = "total", "across"  # parameters: counted by the one, spread by the other
HAS, ROWS = "has", "rows"  # parameters: `has=ethnicity:Thái`, `rows=17`
LONGEST_ID = 18  # digits of a row's number that every database can read
MOST_ACROSS = 20  # columns of numbers that a sheet of paper still holds


def group_of(column: Column, row) -> str:
    """What a row counts under: a day under its year, anything else as it is shown."""
    value = column.group(row) if column.group else column.value(row)
    return str(value.year) if isinstance(value, dt.date) else show(value)


def keys_of(column: Column, rows: Iterable) -> list[str]:
    """What each row counts under as addresses tell it: in one language, whoever kept the address."""
    with override(settings.LANGUAGE_CODE):
        return [group_of(column, row) for row in rows]


class Values:
    """The values of one column in the order of the column, rows without one last."""

    def __init__(self, listing: Listing, column: Column):
        rows = listing.queryset
        if column.sort:
            rows = rows.order_by(*column.order(descending=False), "pk")
        self.column, self.rows = column, list(rows)
        self.keys = keys_of(column, self.rows)
        self.counts = Counter(self.keys)
        found = list(self.counts) if column.sort else [key for key, _n in self.counts.most_common()]
        words = dict(zip(self.keys, (group_of(column, row) for row in self.rows), strict=True))
        self.words = {
            key: words[key] or _("chưa ghi") for key in sorted(found, key=lambda key: not key)
        }


@dataclass(frozen=True)
class Count:
    """How many rows, and the list of just those; nowhere to go for none."""

    value: int
    url: str


@dataclass(frozen=True)
class Line:
    """One value of the column: how many rows have it, their share in per cent, their address.

    `counts` are the same rows by the values of the column across.
    """

    text: str
    count: int
    share: float
    url: str
    counts: tuple[Count, ...] = ()


@dataclass(frozen=True)
class Totals:
    """The rows of a list, counted by one column, or by one down and one across."""

    listing: Listing
    column: Column
    lines: list[Line]
    count: int
    across: Column | None = None
    heads: tuple[str, ...] = ()
    feet: tuple[Count, ...] = ()
    too_many: int = 0  # values of the column across, when they are more than a table holds

    @classmethod
    def of(cls, listing: Listing) -> "Totals | None":
        """As asked for by `total=` and `across=`; None when no such column is asked for."""
        column = listing.countable.get(listing.query.get(TOTAL, ""))
        if column is None:
            return None
        down, across = Values(listing, column), listing.countable.get(listing.query.get(ACROSS, ""))
        if across is None or across is column:
            return cls(listing, column, _lines(listing, down), len(down.rows))
        spread = Values(listing, across)
        if len(spread.words) > MOST_ACROSS:
            lines, many = _lines(listing, down), len(spread.words)
            return cls(listing, column, lines, len(down.rows), across, too_many=many)
        return cls(
            listing,
            column,
            _lines(listing, down, spread),
            len(down.rows),
            across,
            heads=tuple(spread.words.values()),
            feet=tuple(
                _count(listing, spread.counts[key], {across.key: key}) for key in spread.words
            ),
        )

    @property
    def without_url(self) -> str:
        return self.listing.url(total=None, across=None, page=None)

    @property
    def only_down_url(self) -> str:
        return self.listing.url(across=None, page=None)

    @property
    def turned_url(self) -> str:
        """What stands down goes across, and the other way round."""
        query = self.listing.query
        return self.listing.url(total=query.get(ACROSS), across=query.get(TOTAL), page=None)

    @property
    def across_links(self) -> list[tuple]:
        """(column, address, is it here) of each column the totals may be spread over."""
        return [
            (column, self.listing.url(across=key, page=None), column is self.across)
            for key, column in self.listing.countable.items()
            if column is not self.column
        ]


def _lines(listing: Listing, down: Values, spread: Values | None = None) -> list[Line]:
    heads = spread.words if spread else {}
    across = spread.column.key if spread else ""
    others = keys_of(spread.column, down.rows) if spread else down.keys
    pairs = Counter(zip(down.keys, others, strict=True))
    lines = []
    for key, text in down.words.items():
        has, count = {down.column.key: key}, down.counts[key]
        counts = [_count(listing, pairs[key, one], {**has, across: one}) for one in heads]
        url = _narrowed(listing, has)
        lines.append(Line(text, count, 100 * count / len(down.rows), url, tuple(counts)))
    return lines


def _count(listing: Listing, count: int, has: dict[str, str]) -> Count:
    return Count(count, _narrowed(listing, has) if count else "")


def _narrowed(listing: Listing, has: dict[str, str]) -> str:
    """The list of the rows whose columns have just these values, without totals."""
    keys = tuple(f"{column}:" for column in has)
    others = [one for one in listing.query.getlist(HAS) if not one.startswith(keys)]
    pairs = [f"{column}:{key}" for column, key in has.items()]
    passing = dict.fromkeys((TOTAL, ACROSS, "page", "print", "export"))
    return listing.url(**{HAS: [*others, *pairs]}, **passing)


@dataclass
class Narrowing:
    """The conditions any list has besides its own filters: values of columns, rows picked by hand."""

    columns: Sequence[Column]
    query: Any  # request.GET
    words: dict[str, str] = field(default_factory=dict)  # what the columns say, once rows were read

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
        fits = list(records)
        for column, text in self.wanted.values():
            keys = keys_of(column, fits)
            fits = [row for row, key in zip(fits, keys, strict=True) if key == text]
        if fits:
            self.words = {key: group_of(one, fits[0]) for key, (one, _text) in self.wanted.items()}
        return records.filter(pk__in=[row.pk for row in fits])

    def chips(self, url: Callable[..., str]) -> list[Chip]:
        """The conditions in words; `url` gives the list with a parameter changed."""
        chips = []
        for key, (column, text) in self.wanted.items():
            others = [
                f"{name}:{value}" for name, (_column, value) in self.wanted.items() if name != key
            ]
            label, words = str(column.heading), self.words.get(key, text) or _("chưa ghi")
            chips.append(Chip(label, words, url(has=others or None, page=None)))
        if self.picked is not None:
            chips.append(
                Chip(_("Số dòng đã chọn"), str(len(self.picked)), url(rows=None, page=None))
            )
        return chips
