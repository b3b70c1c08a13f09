"""What happened to one cell: founding, names, terms, secretaries, who looked after it, awards."""

import datetime as dt
from collections.abc import Iterable

from django.utils.translation import gettext as _

from cells.merit import Honour
from cells.models import Cell
from cells.wording import cell_title
from partyunit.listing import TimelineEntry


def cell_timeline(
    cell: Cell, day: dt.date, *, honours: Iterable[Honour] = ()
) -> list[TimelineEntry]:
    """Everything up to `day`. The upper rooms' rows are reached by related managers only."""
    entries = [
        TimelineEntry(day=cell.founded_on, kind=_("Chi bộ"), text=_("Thành lập chi bộ.")),
        *_ends(cell),
        *_names(cell),
        *_terms(cell),
        *_secretaries(cell),
        *_overseers(cell),
        *_honours(honours),
    ]
    return [entry for entry in entries if entry.day <= day]


def _ends(cell):
    """Its own end, and the cells that went up into it."""
    if cell.dissolved_on:
        text, url, link_text = _("Chi bộ không còn từ ngày này."), "", ""
        if cell.merged_into:
            text, link_text = _("Sáp nhập vào một chi bộ khác:"), cell_title(cell.merged_into.name)
            url = cell.merged_into.get_absolute_url()
        yield TimelineEntry(
            day=cell.dissolved_on, kind=_("Chi bộ"), text=text, url=url, link_text=link_text
        )
    for merged in cell.merged_cells.valid():
        yield TimelineEntry(
            day=merged.dissolved_on,
            kind=_("Chi bộ"),
            text=_("Nhận sáp nhập:"),
            url=merged.get_absolute_url(),
            link_text=cell_title(merged.name),
        )


def _names(cell):
    for name in cell.names.valid().filter(from_on__gt=cell.founded_on):
        yield TimelineEntry(
            day=name.from_on,
            kind=_("Tên gọi"),
            text=_("Mang tên %(name)s.") % {"name": name.name},
        )


def _terms(cell):
    for term in cell.terms.valid():
        yield TimelineEntry(
            day=term.from_on,
            kind=_("Nhiệm kỳ"),
            text=_("Bắt đầu %(name)s.") % {"name": term.name},
        )


def _secretaries(cell):
    """Who began, who ended and what was handed over; an end is told of the day after it."""
    posts = cell.positions.valid().filter(title__in=["cell_secretary", "cell_deputy"])
    for post in posts.select_related("member"):
        told = {"name": post.member, "title": post.get_title_display()}
        text = _("%(name)s giữ chức %(title)s.") % told
        yield TimelineEntry(day=post.from_on, kind=_("Chức vụ"), text=text)
        if post.to_on:
            text = _("%(name)s thôi chức %(title)s.") % told
            if post.note:
                text += " " + _("Bàn giao: %(note)s") % {"note": post.note}
            day = post.to_on + dt.timedelta(days=1)
            yield TimelineEntry(day=day, kind=_("Chức vụ"), text=text)


def _overseers(cell):
    for assignment in cell.oversights.valid().select_related("member"):
        yield TimelineEntry(
            day=assignment.from_on,
            kind=_("Phụ trách"),
            text=_("%(name)s được phân công phụ trách chi bộ.") % {"name": assignment.member},
        )


def _honours(honours):
    for one in honours:
        yield TimelineEntry(
            day=one.decided_on,
            kind=_("Khen thưởng"),
            text=one.text,
            url=one.url,
            link_text=one.decision,
        )
