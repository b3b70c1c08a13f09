"""A register declares its columns once; page, column chooser, XLSX and print all read them here."""

import datetime as dt
from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.core.paginator import Paginator
from django.db.models import F
from django.db.models.expressions import OrderBy
from django.utils.functional import Promise
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from partyunit.dates import DAY, PartialDate

SIZES = (25, 50, 100)
KEPT = ("on", "sort", "size", "total", "across", "has", "rows", "view")


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column: its heading, how to read, sort, link and export its value.

    `read` is an attribute path ("cell.name") or a function of the row. `sort` are field names
    or expressions in ascending order; without it the column cannot be sorted. The first of them
    turns round with the order, a tuple where a value needs several; the others order the rows of
    one value, and stay. `label` stands
    before the value on a phone ("" for a value that speaks for itself). `head` marks the cell
    that names the row. Rows are counted by what any other column shows, a day by its year, or
    by what `group` makes of a row; `counted` is off where each row has a value of its own.
    """

    key: str
    heading: str | Promise
    read: str | Callable[[Any], Any]
    sort: Sequence = ()
    link: Callable[[Any], str | None] | None = None
    export: Callable[[Any], Any] | None = None
    label: str | Promise | None = None
    numeric: bool = False
    nowrap: bool = False
    head: bool = False
    shown: bool = True
    wide_only: bool = False
    counted: bool = True
    group: Callable[[Any], Any] | None = None

    @property
    def is_countable(self) -> bool:
        return self.counted and not self.head

    def value(self, row):
        if callable(self.read):
            return self.read(row)
        value = row
        for name in self._path:
            value = getattr(value, name, None) if value is not None else None
        return value() if callable(value) else value

    @cached_property
    def _path(self) -> list[str]:
        return str(self.read).split(".")

    def exported(self, row):
        """The value for a sheet: dates and numbers as such, the rest as text."""
        value = self.export(row) if self.export else self.value(row)
        if isinstance(value, PartialDate) and value.precision != DAY:
            return show(value)
        if value is None or isinstance(value, bool):
            return show(value)
        return value if isinstance(value, dt.date | int | float) else str(value)

    @cached_property
    def css(self) -> str:
        names = [("num", self.numeric), ("wide-only", self.wide_only), ("nowrap", self.nowrap)]
        return " ".join(name for name, is_on in names if is_on)

    def order(self, *, descending: bool) -> list[OrderBy]:
        """Ascending or descending; rows without a value come last either way, on both databases."""
        first, *others = self.sort
        turned = first if isinstance(first, tuple) else (first,)
        return [
            *(_ordered(one, descending=descending) for one in turned),
            *(_ordered(one, descending=False) for one in others),
        ]


def _ordered(expression, *, descending: bool) -> OrderBy:
    if isinstance(expression, OrderBy):
        return expression
    if isinstance(expression, str):
        if expression.startswith("-"):
            expression, descending = expression[1:], not descending
        if expression == "pk":
            return F("pk").desc() if descending else F("pk").asc()
        expression = F(expression)
    return expression.desc(nulls_last=True) if descending else expression.asc(nulls_last=True)


def show(value) -> str:
    """A value as the office writes it: dd/mm/yyyy, có/không, nothing for nothing."""
    if value is None:
        return ""
    if isinstance(value, SafeString):
        return value
    if isinstance(value, bool):
        return _("có") if value else _("không")
    if isinstance(value, dt.date) and not isinstance(value, PartialDate | dt.datetime):
        return f"{value:%d/%m/%Y}"
    return str(value)


class Row:
    """One record and its cells, drawn in one go: a template per cell costs more than the query."""

    __slots__ = ("day_query", "frames", "record")

    def __init__(self, record, frames: Sequence["CellFrame"], day_query: str = ""):
        self.record, self.frames, self.day_query = record, frames, day_query

    @property
    def html(self) -> str:
        return mark_safe("".join(self._cell(frame) for frame in self.frames))

    def _cell(self, frame: "CellFrame") -> str:
        column = frame.column
        value = column.value(self.record)
        text = conditional_escape(show(value))
        if column.link and value and (url := column.link(self.record)):
            url = conditional_escape(with_day(url, self.day_query))
            text = f'<a{frame.link_css} href="{url}">{text}</a>'
        return f"{frame.opening}{text}{frame.closing}"


class CellFrame:
    """What stands around the values of one column, worked out once for all rows of a page."""

    __slots__ = ("closing", "column", "link_css", "opening")

    def __init__(self, column: Column):
        tag = "th" if column.head else "td"
        self.column = column
        self.opening = format_html(
            "<{}{}{}{}>",
            tag,
            mark_safe(' scope="row"') if column.head else "",
            format_html(' class="{}"', column.css) if column.css else "",
            self._label(column),
        )
        self.closing = f"</{tag}>"
        self.link_css = ' class="quiet"' if column.head else ""

    @staticmethod
    def _label(column: Column) -> str:
        label = column.heading if column.label is None else column.label
        if column.head or not label:
            return ""
        return format_html(' data-label="{}"', label)


def with_day(url: str, day_query: str) -> str:
    """The address with the day looked at, when that is not today."""
    if not day_query:
        return url
    path, hash_mark, fragment = url.partition("#")
    return f"{path}{'&' if '?' in path else '?'}on={day_query}{hash_mark}{fragment}"


@dataclass(frozen=True)
class Head:
    """One heading: where it sorts to, and how it is sorted now."""

    column: Column
    url: str = ""
    aria_sort: str = ""


@dataclass(kw_only=True)
class Listing:
    """One page of a register as asked for by a request's query."""

    queryset: Any
    columns: Sequence[Column]
    query: Any  # request.GET
    default_sort: str = ""
    default_size: int = SIZES[0]
    day_query: str = ""
    is_whole: bool = False  # all rows on one page, for print
    by_key: Any = None  # where the rows of a page are read, when no row can occur twice
    caption: str = ""

    @cached_property
    def shown(self) -> list[Column]:
        """The columns chosen, else those shown by default; the naming column always."""
        chosen = set(self.query.getlist("columns"))
        known = chosen & {column.key for column in self.columns}
        return [
            column
            for column in self.columns
            if column.head or (column.key in known if known else column.shown)
        ]

    @property
    def countable(self) -> dict[str, Column]:
        """The columns the rows can be counted by."""
        return {column.key: column for column in self.columns if column.is_countable}

    @property
    def total_links(self) -> list[tuple]:
        """(column, address of the list with its totals, is it here) of each countable column."""
        now = self.query.get("total", "")
        return [
            (column, self.url(total=key, across=None, page=None), key == now)
            for key, column in self.countable.items()
        ]

    @property
    def choosable(self) -> list[tuple[Column, bool]]:
        return [(column, column in self.shown) for column in self.columns if not column.head]

    @cached_property
    def _sorting(self) -> tuple[Column | None, bool]:
        for wanted in (self.query.get("sort", ""), self.default_sort):
            key, descending = wanted.removeprefix("-"), wanted.startswith("-")
            for column in self.columns:
                if column.key == key and column.sort:
                    return column, descending
        return None, False

    @cached_property
    def ordered(self):
        column, descending = self._sorting
        if column is None:
            return self.queryset
        order = column.order(descending=descending)
        return (
            self.queryset.order_by(*order, "pk")
            if "pk" not in column.sort
            else (self.queryset.order_by(*order))
        )

    @cached_property
    def heads(self) -> list[Head]:
        return [self._head(column) for column in self.shown]

    def _head(self, column: Column) -> Head:
        if not column.sort:
            return Head(column)
        now, descending = self._sorting
        is_now = now is not None and now.key == column.key
        target = f"-{column.key}" if is_now and not descending else column.key
        state = ("descending" if descending else "ascending") if is_now else ""
        return Head(column, self.url(sort=target, page=None), state)

    @cached_property
    def size(self) -> int:
        asked = self.query.get("size", "")
        return next((size for size in SIZES if asked == str(size)), self.default_size)

    @cached_property
    def page(self):
        return Paginator(self.ordered, self.size).get_page(self.query.get("page"))

    @property
    def count(self) -> int:
        return len(self.rows) if self.is_whole else self.page.paginator.count

    @cached_property
    def rows(self) -> list[Row]:
        records = self.ordered if self.is_whole else self._records_of_page()
        frames = [CellFrame(column) for column in self.shown]
        return [Row(record, frames, self.day_query) for record in records]

    def _records_of_page(self):
        """By key where that is possible: the database then works out no column of other pages,
        and asks no condition twice."""
        if self.by_key is None:
            return self.page.object_list
        keys = list(self.page.object_list.values_list("pk", flat=True))
        found = {record.pk: record for record in self.by_key.filter(pk__in=keys)}
        return [found[key] for key in keys if key in found]

    @property
    def page_links(self) -> list[tuple]:
        """(number or …, address, is it here) of each page worth a link."""
        pages = self.page.paginator.get_elided_page_range(self.page.number, on_each_side=2)
        return [
            (
                number,
                self.url(page=number) if isinstance(number, int) else "",
                number == self.page.number,
            )
            for number in pages
        ]

    @property
    def next_url(self) -> str:
        return self.url(page=self.page.next_page_number()) if self.page.has_next() else ""

    @property
    def previous_url(self) -> str:
        return self.url(page=self.page.previous_page_number()) if self.page.has_previous() else ""

    @property
    def sizes(self) -> list[tuple]:
        return [(size, self.url(size=size, page=None), size == self.size) for size in SIZES]

    @property
    def xlsx_url(self) -> str:
        return self.url(export="xlsx", page=None)

    @property
    def print_url(self) -> str:
        return self.url(print=1, page=None)

    @property
    def screen_url(self) -> str:
        return self.url(print=None)

    @property
    def kept(self) -> list[tuple[str, str]]:
        """What the filter form carries along: day, order, size, totals and rows already chosen."""
        return [(name, value) for name in KEPT for value in self.query.getlist(name)]

    @property
    def is_picking(self) -> bool:
        """Whether each row has a box to pick it by."""
        return "pick" in self.query and not self.is_whole

    @property
    def pick_url(self) -> str:
        return self.url(pick=1)

    @property
    def unpicked_url(self) -> str:
        return self.url(pick=None)

    @property
    def carried(self) -> list[tuple[str, str]]:
        """What the form of the picked rows carries along: everything but the rows and the page."""
        left_out = ("rows", "page", "pick", "print", "export")
        pairs = [(name, value) for name, values in self.query.lists() for value in values]
        return [pair for pair in pairs if pair[0] not in left_out]

    def url(self, **changes) -> str:
        """This list with some parameters changed; None takes one away, a list gives several."""
        query = copy(self.query)  # its own copy() copies every value deeply, for a score of links
        for name, value in changes.items():
            query.pop(name, None)
            if value is not None:
                query.setlist(name, value if isinstance(value, list) else [value])
        return f"?{query.urlencode(safe='/')}"


@dataclass(frozen=True)
class TimelineEntry:
    """One line of a timeline: a day (perhaps only its month or year), what kind of thing, what happened."""

    day: dt.date
    kind: str
    text: str
    url: str = ""
    link_text: str = ""
    tags: tuple = field(default=())

    @property
    def when(self) -> str:
        """The day inside its year, as far as it is known."""
        precision = getattr(self.day, "precision", "day")
        return {"day": f"{self.day:%d/%m}", "month": f"{self.day:%m}", "year": ""}[precision]
