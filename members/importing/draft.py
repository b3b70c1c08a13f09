"""A row while it is read: what its cells gave, target by target, and what must be told of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from members.importing.cells import text_of
from members.importing.columns import Column
from members.importing.rows import Problem
from members.importing.targets import TARGETS
from members.importing.values import Read, schooling
from members.importing.values.dates import DateColumn
from members.models.person import Member
from members.models.service import Rank
from partyunit.dates import DAY, PartialDate, first_possible_day


@dataclass
class Draft:
    """One row: `cells` as they stand, `odd` what is strange of some, `answers` those of the file."""

    cells: list
    odd: Mapping[int, str]
    answers: Mapping[str, str]
    dates: Mapping[int, DateColumn]
    has_serials: bool = True
    values: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unread: set[int] = field(default_factory=set)

    def cell(self, column: Column):
        """What stands there; a code its head explains is what it stands for."""
        cell = self.cells[column.index] if column.index < len(self.cells) else ""
        return column.legend.get(text_of(cell).casefold(), cell) if column.legend else cell

    def take(self, target: str, read: Read, column: Column | None) -> None:
        """Notes what a cell held; a second value for one target must say the same."""
        index = column.index if column else None
        if read.error:
            self.problems.append(Problem(index, read.error))
        if read.warning:
            self.problems.append(Problem(index, read.warning, is_warning=True))
        for key, value in {**({target: read.value} if not read.error else {}), **read.also}.items():
            if value is not None and value != "":
                self._put(key, value, index)

    def _put(self, target: str, value: Any, index: int | None) -> None:
        known = self.values.get(target)
        agreed = value if known is None else _agreement(known, value)
        if agreed is None:
            self.values.pop(target)
            self.problems.append(
                Problem(
                    index,
                    _("Hai ô nói khác nhau về %(what)s: “%(one)s” và “%(other)s”.")
                    % {
                        "what": TARGETS[target].label,
                        "one": _shown(target, known),
                        "other": _shown(target, value),
                    },
                )
            )
        else:
            self.values[target] = agreed


def _shown(target: str, value: Any) -> Any:
    """A value in the office's words."""
    if target == "sex":
        return Member.Sex(value).label
    if target == "rank":
        return Rank.Grade(value).label
    if TARGETS[target].kind == "level":
        return schooling.LABELS[target](value).label
    return value


def _agreement(one: Any, other: Any) -> Any:
    """The more exact of two values that can both be true, None where they cannot."""
    if one == other and getattr(one, "precision", DAY) == getattr(other, "precision", DAY):
        return one
    if not (isinstance(one, PartialDate) and isinstance(other, PartialDate)):
        return None
    wide, narrow = (one, other) if one.precision != DAY else (other, one)
    return narrow if first_possible_day(wide) <= narrow <= wide else None
