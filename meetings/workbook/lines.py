"""What becomes of each row of a brought workbook, and how the lines are put before the person."""

import hashlib
import json
from dataclasses import dataclass, field

from meetings.workbook.parts import BY_KIND
from meetings.workbook.reading import BroughtRow

NEW, CHANGED, SAME, WRONG, CONFLICT, KEPT = "new", "changed", "same", "wrong", "conflict", "kept"
TAKE, KEEP = "file", "stored"  # what is chosen at a conflict


@dataclass(frozen=True)
class Fact:
    """One cell: what stands in the register and what the file brings."""

    label: str
    old: str
    new: str


@dataclass
class Line:
    """What becomes of one row of the file."""

    row: BroughtRow
    outcome: str = SAME
    facts: list[Fact] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)
    told: tuple[str, ...] = ()  # beside the stored row
    is_conflict: bool = False
    choice: str = ""
    is_gone: bool = False  # the stored row was taken off meanwhile
    may_try_again: bool = True

    @property
    def id(self) -> str:
        return f"{self.row.kind}-{self.row.sheet}-{self.row.number}"

    @property
    def title(self) -> str:
        """Whom or what the row is about."""
        if self.row.kind == "course":
            return BY_KIND["course"].title
        texts = self.row.texts
        names = ("title", "subject", "speaker", "guest_name", "text", "member", "name")
        own = [texts.get(name, "") for name in names] if not self.told else []
        return next((one for one in (*own, *self.told, *self.row.told, *texts.values()) if one), "")


@dataclass
class Taken:
    """The lines of one run, and whether they were written."""

    lines: list[Line]
    remarks: list[str]
    is_written: bool = False

    def of(self, *outcomes: str) -> list[Line]:
        return [line for line in self.lines if line.outcome in outcomes]

    @property
    def count(self) -> dict[str, int]:
        return {outcome: len(self.of(outcome)) for outcome in (NEW, CHANGED, SAME, WRONG, CONFLICT)}

    @property
    def is_worth_writing(self) -> bool:
        """Whether a confirmation would store anything, or decide a conflict."""
        return any(line.is_conflict or line.outcome in (NEW, CHANGED) for line in self.lines)

    @property
    def seal(self) -> str:
        """What was shown, in one short word: a confirmation says what it has seen."""
        shown = [
            [
                *(line.id, line.is_conflict, line.outcome == WRONG and not line.is_conflict),
                [[fact.label, fact.old, fact.new] for fact in line.facts],
            ]
            for line in self.lines
        ]
        return hashlib.sha256(json.dumps(shown).encode()).hexdigest()[:16]


def grouped(taken: Taken) -> list[tuple[str, list[Line]]]:
    """The lines that need a look, what must be decided first; of what was written only what was left out."""
    wrong = taken.of(WRONG)
    if taken.is_written:
        return [(WRONG, wrong)] if wrong else []
    undecided = [line for line in taken.lines if line.is_conflict and line.outcome != WRONG]
    groups = [(CONFLICT, undecided), (WRONG, wrong)]
    for outcome in (CHANGED, NEW):
        groups.append((outcome, [one for one in taken.of(outcome) if not one.is_conflict]))
    return [(outcome, lines) for outcome, lines in groups if lines]


def as_typed(row: BroughtRow) -> list[Fact]:
    """All that was typed into the row, so that it can be copied from the page."""
    part = BY_KIND[row.kind]
    told = [Fact(one.heading, "", text) for one, text in zip(part.fixed, row.told, strict=False)]
    cells = [Fact(part.heading_of(name), "", text) for name, text in row.texts.items()]
    return [fact for fact in (*told, *cells) if fact.new]
