"""The columns of the deadlines page."""

from collections.abc import Callable

from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partyunit.listing import Column
from partyunit.templatetags.components import number
from reports.deadlines.base import BANDS, KINDS, Band, Deadline


def days_text(row: Deadline) -> str:
    """`còn 5 ngày`, `hôm nay`, `quá 12 ngày`; a word for data that has no day."""
    if row.days is None:
        return str(BANDS[row.band])
    if row.days == 0:
        return _("hôm nay")
    if row.days > 0:
        return _("còn %(count)s ngày") % {"count": number(row.days)}
    return _("quá %(count)s ngày") % {"count": number(-row.days)}


def working_days_text(row: Deadline) -> str:
    """`3 ngày làm việc`, of a limit that is counted so."""
    if not row.working_days:
        return ""
    return _("%(count)s ngày làm việc") % {"count": abs(row.working_days)}


def shown_days(row: Deadline) -> str:
    text, working = days_text(row), working_days_text(row)
    if row.band == Band.LATE:
        text = format_html('<span class="late">{}</span>', text)
    return format_html('{}<br><span class="muted">{}</span>', text, working) if working else text


def told_days(row: Deadline) -> str:
    """The same for a sheet."""
    return "; ".join(filter(None, (days_text(row), working_days_text(row))))


def act_text(row: Deadline) -> str:
    return row.act.text if row.act else ""


WHAT = [
    Column(
        key="who",
        heading=gettext_lazy("Ai, tổ chức nào"),
        read="who",
        sort=("who_key", "due_on"),
        link=lambda row: row.url,
        head=True,
    ),
    Column(key="cell", heading=gettext_lazy("Chi bộ"), read="cell", sort=("cell", "who_key")),
    Column(
        key="kind",
        heading=gettext_lazy("Loại việc"),
        read=lambda row: KINDS[row.kind],
        sort=("kind_order", "due_on"),
        shown=False,
    ),
    Column(
        key="what",
        heading=gettext_lazy("Việc"),
        read="what",
        label="",
        sort=("kind_order", "due_on"),
    ),
]
WHEN = [
    Column(
        key="due",
        heading=gettext_lazy("Hạn"),
        read="due_on",
        sort=("due_on", "kind_order", "who_key"),
        group=lambda row: f"{row.due_on:%m/%Y}" if row.due_on else None,
        nowrap=True,
    ),
    Column(
        key="days",
        heading=gettext_lazy("Còn lại"),
        read=shown_days,
        export=told_days,
        sort=("due_on", "kind_order", "who_key"),
        label="",
        nowrap=True,
        counted=False,
    ),
    Column(
        key="band",
        heading=gettext_lazy("Mức"),
        read=lambda row: capfirst(str(BANDS[row.band])),
        sort=("band_order", "due_on"),
        shown=False,
    ),
    Column(
        key="rule",
        heading=gettext_lazy("Theo"),
        read="rule",
        link=lambda row: row.rule_url or None,
        sort=("rule", "due_on"),
    ),
]


def deadline_columns(may_act: Callable[[Deadline], bool]) -> list[Column]:
    """What to do leads to its page for who may do it."""
    act = Column(
        key="act",
        heading=gettext_lazy("Việc cần làm"),
        read=act_text,
        link=lambda row: row.act.url if row.act and may_act(row) else None,
        label="",
    )
    return [*WHAT, *WHEN, act]
