"""The columns and conditions of the cells' rates of attendance."""

from collections.abc import Callable

import django_filters
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cells.attendance import Attendance
from meetings.attendance.rates import MONTHS, QUARTERS, BodyRates
from meetings.models import Meeting
from partyunit.dates import roman_quarter
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


def _rate(
    key: str, heading, of: Callable[[BodyRates], Attendance], *, shown: bool = True
) -> Column:
    """A share on the page, a number in the sheet."""

    def exported(row: BodyRates) -> float | None:
        share = of(row).percent
        return float(share) if share is not None else None

    return Column(
        key=key,
        heading=heading,
        read=lambda row: percent(of(row).percent),
        export=exported,
        numeric=True,
        nowrap=True,
        counted=False,
        shown=shown,
    )


def _quarter(number: int) -> str:
    return _("Quý %(quarter)s") % {"quarter": roman_quarter(number)}


def _month_name(number: int) -> str:
    return _("Tháng %(month)s") % {"month": number}


HELD = Column(
    key="held",
    heading=gettext_lazy("Cuộc họp"),
    read="held",
    numeric=True,
    counted=False,
    sort=("held",),
)
YEAR = Column(
    key="year",
    heading=gettext_lazy("Cả năm"),
    read=lambda row: percent(row.percent),
    export=lambda row: float(row.percent) if row.percent is not None else None,
    numeric=True,
    nowrap=True,
    counted=False,
    sort=("percent", "order"),
)
IN_RUNS = Column(
    key="in_runs",
    heading=gettext_lazy("Vắng liền không lý do"),
    read="in_runs",
    numeric=True,
    counted=False,
    sort=("in_runs",),
)


def rate_columns(asked_url: Callable[[str], str]) -> list[Column]:
    """Each body leads to its members by meetings, for the year and kind looked at."""
    name = Column(
        key="name",
        heading=gettext_lazy("Nơi sinh hoạt"),
        read="name",
        link=lambda row: asked_url(row.url),
        head=True,
        sort=("order",),
    )
    return [name, HELD, YEAR, *_by_quarter(), *_by_month(), *_by_kind(), IN_RUNS]


def _by_quarter() -> list[Column]:
    return [_rate(f"q{at}", _quarter(at), lambda row, at=at: row.of_quarter(at)) for at in QUARTERS]


def _by_month() -> list[Column]:
    return [
        _rate(f"t{at}", _month_name(at), lambda row, at=at: row.of_month(at), shown=False)
        for at in MONTHS
    ]


def _by_kind() -> list[Column]:
    return [
        _rate(one.value, capfirst(one.label), lambda row, one=one: row.of_kind(one), shown=shown)
        for one, shown in KINDS.items()
    ]
