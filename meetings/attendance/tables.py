"""The columns and conditions of the cells' rates of attendance."""

from collections.abc import Callable

import django_filters
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy

from cells.attendance import Attendance
from meetings.attendance.rates import MONTHS, QUARTERS, BodyRates, part_name
from meetings.models import Meeting
from partyunit.filters import RecordFilterSet, YearFilter
from partyunit.listing import Column
from partyunit.templatetags.components import percent

# The kinds with a column of their own, and whether it is shown before anybody chooses columns.
KINDS = {
    Meeting.Kind.REGULAR: True,
    Meeting.Kind.THEMATIC: True,
    Meeting.Kind.MODEL: False,
    Meeting.Kind.EXTRAORDINARY: False,
}


class RateFilterSet(RecordFilterSet):
    """What the rates of the cells are asked for; the view has read year and kind before."""

    year = YearFilter(label=gettext_lazy("Năm"), method="keep")
    kind = django_filters.ChoiceFilter(
        label=gettext_lazy("Loại"), choices=Meeting.Kind.choices, method="keep"
    )

    def keep(self, rows, _name, _value):
        return rows


# The address of a body's members by meetings, for the year and kind looked at, some changed.
AskedUrl = Callable[..., str]


def _rate(
    key: str,
    heading,
    of: Callable[[BodyRates], Attendance],
    *,
    link: Callable[[BodyRates], str],
    shown: bool = True,
) -> Column:
    """A share on the page, which leads to the people behind it; a number in the sheet."""

    def exported(row: BodyRates) -> float | None:
        share = of(row).percent
        return float(share) if share is not None else None

    return Column(
        key=key,
        heading=heading,
        read=lambda row: percent(of(row).percent),
        export=exported,
        link=link,
        numeric=True,
        nowrap=True,
        counted=False,
        shown=shown,
        sort=("percent", "order") if key == "year" else (),
    )


def _count(key: str, heading, *, link: Callable[[BodyRates], str]) -> Column:
    return Column(
        key=key, heading=heading, read=key, link=link, numeric=True, counted=False, sort=(key,)
    )


def rate_columns(asked_url: AskedUrl) -> list[Column]:
    """Each body and each figure of it lead to its members by meetings."""

    def whole_year(row: BodyRates) -> str:
        return asked_url(row.url)

    name = Column(
        key="name",
        heading=gettext_lazy("Nơi sinh hoạt"),
        read="name",
        link=whole_year,
        head=True,
        sort=("order",),
    )
    return [
        name,
        _count("held", gettext_lazy("Cuộc họp"), link=whole_year),
        _rate("year", gettext_lazy("Cả năm"), lambda row: row.year, link=whole_year),
        *(_of_part(part, asked_url) for part in QUARTERS),
        *(_of_part(part, asked_url, shown=False) for part in MONTHS),
        *(_of_kind(kind, asked_url, shown=shown) for kind, shown in KINDS.items()),
        _count("in_runs", gettext_lazy("Vắng liền không lý do"), link=whole_year),
    ]


def _of_part(part: str, asked_url: AskedUrl, *, shown: bool = True) -> Column:
    return _rate(
        part,
        part_name(part),
        lambda row: row.of_part(part),
        link=lambda row: asked_url(row.url, part=part),
        shown=shown,
    )


def _of_kind(kind: Meeting.Kind, asked_url: AskedUrl, *, shown: bool) -> Column:
    return _rate(
        kind.value,
        capfirst(kind.label),
        lambda row: row.of_kind(kind),
        link=lambda row: asked_url(row.url, kind=kind.value),
        shown=shown,
    )
