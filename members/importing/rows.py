"""What reading a spreadsheet hands on: its layout, how its columns are understood, and its rows.

`open_book`, `propose`, `questions` and `read` (see `reading`) make these; nothing here knows the database.
"""

from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise

Mapping = dict[int, str]  # column index -> key of a target; "" leaves the column out


class ImportRefusedError(Exception):
    """The file cannot be taken in at all; the message is one Vietnamese sentence for the person."""


@dataclass(frozen=True)
class Head:
    """One column as its header names it: `levels` are the texts of the header rows over it, top first."""

    index: int
    levels: tuple[str, ...]

    @property
    def text(self) -> str:
        return " / ".join(" ".join(level.split()) for level in self.levels)


@dataclass(frozen=True)
class Layout:
    """One sheet and its header: `head_rows` are numbers in the sheet, from 1.

    The same `fingerprint` is a layout known again: the folded heads in their order, never a person's row. `by_values`
    are pairs of column and target that only the cells under an unclear head tell ("": what the head names is not there);
    `numbered` are columns of sexes written as numbers no head explains.
    """

    sheet: str
    head_rows: tuple[int, ...]
    heads: tuple[Head, ...]
    fingerprint: str
    by_values: tuple[tuple[int, str], ...] = ()
    numbered: tuple[int, ...] = ()


@dataclass(frozen=True)
class Question:
    """What one file leaves open and a person answers once; `choices` are pairs of key and sentence."""

    key: str
    text: str
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Problem:
    """Why a cell was not read, or (`is_warning`) that its value was used but must be looked at."""

    column: int | None
    sentence: str
    is_warning: bool = False


@dataclass(frozen=True)
class ReadRow:
    """One person's row: `values` by target, `extra` by the heading of a column nobody mapped.

    `number` counts the sheet's rows from 1; `cells` are the texts as they stand in the file. A value that
    could not be read with certainty is a problem and never in `values`.
    """

    number: int
    values: dict[str, Any]
    problems: tuple[Problem, ...] = ()
    extra: dict[str, str] = field(default_factory=dict)
    cells: tuple[str, ...] = ()

    @property
    def has_errors(self) -> bool:
        return any(not problem.is_warning for problem in self.problems)


@dataclass(frozen=True)
class Target:
    """A thing of the register a column can be mapped to, as the form that corrects a mapping names it."""

    key: str
    label: str | Promise
    kind: str  # text, name, date, id, digits, sex, mark, level, state, post, place
