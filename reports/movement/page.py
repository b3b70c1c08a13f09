"""What the page draws: the terms of the account, and the lines of its tables."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from partyunit.dates import Period
from reports.figures import Figure, Movement
from reports.figures.base import typed
from reports.figures.flows import Flow
from reports.movement.asked import Asked, name_of
from reports.movement.changes import WORDS


@dataclass(frozen=True)
class TermLine:
    """One term: its sign, its words, and the figure of all, of the official, of the probationary."""

    sign: str
    label: str
    whole: Figure | None
    official: Figure
    probationary: Figure
    signs: tuple[str, str] = ("", "")  # of the two, where they differ


class Account:
    """The terms from the opening to the closing, those that are nothing left out where nobody asks."""

    def __init__(self, movement: Movement):
        self.movement = movement

    @cached_property
    def lines(self) -> list[TermLine]:
        inside = self.movement.scope.cell is not None
        come: list[str] = [Flow.FOUNDING, Flow.ADMITTED]
        come += [Flow.FROM_OUTSIDE, Flow.FROM_INSIDE] if inside else ["moved_in"]
        go: list[str] = [Flow.TO_OUTSIDE, Flow.TO_INSIDE] if inside else ["moved_out"]
        lines = [self._line("+", term) for term in come]
        lines.append(self._recognised())
        lines += [self._line("−", term) for term in [*go, Flow.LEFT]]
        return [line for line in lines if line.label != WORDS[Flow.FOUNDING] or line.whole]

    @property
    def opening(self) -> TermLine:
        label = _("Đầu kỳ, hết ngày %(day)s") % {"day": typed(self.movement.period.opening)}
        return self._present(label, "opening")

    @property
    def closing(self) -> TermLine:
        label = _("Cuối kỳ, hết ngày %(day)s") % {"day": typed(self.movement.period.last)}
        return self._present(label, "closing")

    @property
    def sentence(self) -> list[tuple[str, str, Figure]]:
        """(sign, words, figure) of the one line everybody knows."""
        terms = [("", _("đầu kỳ"), self.movement.opening)]
        terms += [(one.sign, one.label, one.whole) for one in self.lines if one.whole is not None]
        return [*terms, ("=", _("cuối kỳ"), self.movement.closing)]

    def _line(self, sign: str, term: str) -> TermLine:
        official, rest = self.movement.official.of(term), self.movement.probationary.of(term)
        return TermLine(sign, str(WORDS[term]), self.movement.of(term), official, rest)

    def _recognised(self) -> TermLine:
        """From the probationary to the official: nothing of the whole."""
        figure, label = self.movement.recognised, str(WORDS[Flow.RECOGNISED])
        return TermLine("", label, None, figure, figure, ("+", "−"))

    def _present(self, label: str, name: str) -> TermLine:
        move = self.movement
        whole, official = getattr(move, name), getattr(move.official, name)
        return TermLine("", label, whole, official, getattr(move.probationary, name))


@dataclass(frozen=True)
class FlowLine:
    """A row of a table: a cell, or a part of the span, with its own account."""

    name: str
    url: str
    movement: Movement


class FlowTable:
    """The account of several, one a row; the founding has a column only where there was one."""

    def __init__(self, lines: Iterable[FlowLine]):
        self.lines = list(lines)

    def __bool__(self) -> bool:
        return bool(self.lines)

    @cached_property
    def _terms(self) -> list[tuple[str, str]]:
        founded = any(line.movement.founding for line in self.lines)
        return [
            (_("Đầu kỳ"), "opening"),
            *([(_("Khi thành lập"), "founding")] if founded else []),
            (_("Kết nạp"), "admitted"),
            (_("Chuyển đến"), "moved_in"),
            (_("Chuyển đi"), "moved_out"),
            (_("Ra khỏi Đảng, từ trần"), "left"),
            (_("Cuối kỳ"), "closing"),
        ]

    @property
    def heads(self) -> list[str]:
        return [head for head, _name in self._terms]

    @property
    def rows(self) -> list[tuple[FlowLine, list[Figure]]]:
        names = [name for _head, name in self._terms]
        return [(line, [getattr(line.movement, name) for name in names]) for line in self.lines]


def table_of_cells(by_cell, asked: Asked) -> FlowTable:
    return FlowTable(FlowLine(str(cell), asked.url(cell=cell), move) for cell, move in by_cell)


def table_of_parts(pieces: Iterable[Movement], asked: Asked) -> FlowTable:
    """Months, quarters or years of the span."""
    return FlowTable(
        FlowLine(capfirst(name_of(one.period)), asked.url(one.period), one) for one in pieces
    )


@dataclass(frozen=True)
class PresetLine:
    """Spans one asks for often: (text, address, is it this one)."""

    name: str
    spans: list[tuple[str, Period]]
    asked: Asked

    @property
    def links(self) -> list[tuple[str, str, bool]]:
        here = self.asked.period
        return [(text, self.asked.url(period), period == here) for text, period in self.spans]
