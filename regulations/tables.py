"""The columns of the list of rules and of the calendar of holidays."""

from django.urls import reverse
from django.utils.dates import WEEKDAYS
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partyunit.listing import Column
from regulations.models import Holiday, Regulation


def validity_text(row: Regulation) -> str:
    """`từ 25/07/2016 đến hết 29/07/2021`."""
    words = {"first": f"{row.valid_from:%d/%m/%Y}"}
    if row.valid_to is None:
        return _("từ %(first)s") % words
    return _("từ %(first)s đến hết %(last)s") % (words | {"last": f"{row.valid_to:%d/%m/%Y}"})


def parameters_text(row: Regulation) -> str:
    return "; ".join(f"{label}: {value}" for label, value in row.in_words())


def scope_text(row: Regulation) -> str:
    return _("riêng đảng bộ") if row.committee_id else _("mọi đảng bộ")


COLUMNS = [
    Column(
        key="number",
        heading=gettext_lazy("Văn bản"),
        read="citation",
        sort=("number", "issued_on"),
        link=Regulation.get_absolute_url,
        head=True,
    ),
    Column(
        key="topic",
        heading=gettext_lazy("Chủ đề"),
        read=lambda row: capfirst(row.subject.label),
        sort=("topic", "-valid_from"),
        label="",
    ),
    Column(
        key="valid",
        heading=gettext_lazy("Hiệu lực"),
        read=validity_text,
        sort=("valid_from", "topic"),
        label="",
    ),
    Column(key="parameters", heading=gettext_lazy("Nội dung"), read=parameters_text, label=""),
    Column(
        key="mark",
        heading=gettext_lazy("Độ tin cậy"),
        read="get_source_mark_display",
        sort=("source_mark", "topic"),
    ),
    Column(
        key="scope",
        heading=gettext_lazy("Áp dụng cho"),
        read=scope_text,
        shown=False,
    ),
]


def weekday_text(row: Holiday) -> str:
    return str(WEEKDAYS[row.day.weekday()])


def kind_text(row: Holiday) -> str:
    return _("làm bù") if row.is_working else _("nghỉ")


def holiday_columns(*, may_write: bool) -> list[Column]:
    """A row opens its form: no link for who only reads."""
    return [
        Column(
            key="day",
            heading=gettext_lazy("Ngày"),
            read="day",
            sort=("day",),
            link=_holiday_form if may_write else None,
            head=True,
        ),
        Column(key="weekday", heading=gettext_lazy("Thứ"), read=weekday_text, label=""),
        Column(
            key="kind",
            heading=gettext_lazy("Loại ngày"),
            read=kind_text,
            sort=("is_working", "day"),
            label="",
        ),
        Column(
            key="name", heading=gettext_lazy("Tên"), read="name", sort=("name", "day"), label=""
        ),
    ]


def _holiday_form(row: Holiday) -> str:
    return reverse("regulations:holiday_update", args=[row.pk])
