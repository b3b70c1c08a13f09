"""The four figures on top, how they changed since the year's eve, and why, in words."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from cells.models import Cell
from partyunit.dates import Period
from reports import figures
from reports.figures import Figure, Movement, Roll, Scope, Secondments
from reports.figures.base import typed


@dataclass(frozen=True)
class Part:
    """A few words of the note beside a figure: text, and the figure it ends with, if any."""

    text: str
    figure: Figure | None = None
    after: str = ""


@dataclass(frozen=True)
class Headline:
    """One figure on top of the page."""

    figure: Figure
    label: str
    parts: tuple[Part, ...]
    share: Decimal | None = None


def year_until(day: dt.date) -> Period:
    """From 1 January to the day: figures compare with the evening before."""
    return Period(dt.date(day.year, 1, 1), day)


def headlines(scope: Scope, *, now: Roll, seconded: Secondments) -> tuple[Headline, ...]:
    """Cells, members, graduates, seconded members; compared in four further statements."""
    period = year_until(now.day)
    before = figures.roll(scope, period.opening)
    return (
        _cells(scope, period),
        _members(scope, now, figures.movement(scope, period)),
        _graduates(now, before),
        _seconded(seconded, figures.secondments(scope, period.opening)),
    )


def _cells(scope: Scope, period: Period) -> Headline:
    count = figures.cells(scope, period.last)
    before = figures.cells(scope, period.opening)
    words = change(count.value - before.value, scope=scope, since=period.opening)
    reasons = "; ".join(_cells_founded(scope, period) + _cells_closed(scope, period))
    if reasons and before:
        words = f"{words}: {reasons}"
    return Headline(count, _("chi bộ"), (Part(f"{words}."),))


def _cells_founded(scope: Scope, period: Period) -> list[str]:
    new = [cell for cell in scope.all_cells if _is_new(cell, period)]
    names = ", ".join(f"{cell} {typed(cell.founded_on)}" for cell in new)
    return [_("thành lập %(names)s") % {"names": names}] if new else []


def _cells_closed(scope: Scope, period: Period) -> list[str]:
    """Which cells of the opening are there no more: merged or dissolved."""
    gone = [
        cell
        for cell in scope.all_cells
        if cell.exists_on(period.opening) and not cell.exists_on(period.last)
    ]
    names = ", ".join(f"{cell} {typed(cell.dissolved_on)}" for cell in gone)
    return [_("thôi hoạt động %(names)s") % {"names": names}] if gone else []


def _is_new(cell: Cell, period: Period) -> bool:
    return cell.founded_on in period and cell.exists_on(period.last)


def _members(scope: Scope, now: Roll, flows: Movement) -> Headline:
    reasons = [
        (_("khi thành lập"), flows.founding),
        (_("kết nạp"), flows.admitted),
        (_("chuyển đến"), flows.moved_in),
        (_("chuyển đi"), flows.moved_out),
        (_("ra khỏi Đảng, từ trần"), flows.left),
    ]
    reasons = [(text, figure) for text, figure in reasons if figure]
    words = change(flows.change, scope=scope, since=flows.period.opening)
    parts = [Part(words, after=": " if reasons else ". ")]
    for at, (text, figure) in enumerate(reasons, start=1):
        parts.append(Part(text, figure, ", " if at < len(reasons) else ". "))
    parts.append(Part(_("Chính thức"), now.official, ", "))
    parts.append(Part(_("dự bị"), now.probationary, "."))
    return Headline(now.members, _("đảng viên"), tuple(parts))


def _graduates(now: Roll, before: Roll) -> Headline:
    difference = now.graduates.value - before.graduates.value
    words = change(difference, scope=now.scope, since=before.day)
    if before.people and now.people:
        points = now.graduate_percent - before.graduate_percent
        words = _("%(change)s; tỷ lệ %(points)s") % {"change": words, "points": _points(points)}
    reasons = _graduate_reasons(now, before) if before.people else ""
    words = f"{words}: {reasons}" if reasons else words
    share = now.graduate_percent if now.people else None
    return Headline(now.graduates, _("trình độ đại học trở lên"), (Part(f"{words}."),), share)


def _graduate_reasons(now: Roll, before: Roll) -> str:
    """Graduates who came and went, and members who took their degree since."""
    graduates, then = set(now.graduates.rows), set(before.graduates.rows)
    were_members = set(before.members.rows)
    reasons = [
        (_("đến %(count)s"), len(graduates - were_members)),
        (_("đi %(count)s"), len(then - set(now.members.rows))),
        (_("có thêm bằng %(count)s"), len((graduates & were_members) - then)),
    ]
    return ", ".join(text % {"count": count} for text, count in reasons if count)


def _seconded(now: Secondments, before: Secondments) -> Headline:
    difference = now.total.value - before.total.value
    if difference > 0:
        words = _("Tăng %(count)s trong năm") % {"count": difference}
    elif difference < 0:
        words = _("Giảm %(count)s trong năm") % {"count": -difference}
    else:
        words = _("Không đổi trong năm")
    parts = [Part(f"{words}. ")]
    if now.total:
        parts += [
            Part("", now.host_cells, " "),
            Part(_("chi bộ thôn, bản ở"), now.communes, " "),
            Part(_("xã,"), now.towns, " "),
            Part(_("thị trấn.")),
        ]
    return Headline(now.total, _("đồng chí tăng cường"), tuple(parts))


def change(difference: int, *, scope: Scope, since: dt.date) -> str:
    """`Tăng 3 so với 31/12/2018`; before the founding there is nothing to compare with."""
    founded = scope.committee.founded_on
    if since < founded:
        return _("Đảng bộ thành lập ngày %(day)s") % {"day": typed(founded)}
    if not difference:
        return _("Không đổi so với %(day)s") % {"day": typed(since)}
    text = (
        _("Tăng %(count)s so với %(day)s") if difference > 0 else _("Giảm %(count)s so với %(day)s")
    )
    return text % {"count": abs(difference), "day": typed(since)}


def _points(points: Decimal) -> str:
    written = f"{abs(points)}".replace(".", ",")
    if not points:
        return _("không đổi")
    text = (
        _("tăng %(points)s điểm phần trăm") if points > 0 else _("giảm %(points)s điểm phần trăm")
    )
    return text % {"points": written}
