"""What the plan is made of: people and their dated facts, before they become rows."""

import datetime as dt
from dataclasses import dataclass, field

GRADUATE_FROM = 40


@dataclass
class Stay:
    """A stay in one cell; `last` is the last day that counts."""

    cell: str
    first: dt.date
    start_reason: str
    last: dt.date | None = None
    end_reason: str = ""
    came_from: str = ""
    went_to: str = ""
    paper: str = ""  # key of the paper that decided it

    def holds_on(self, day: dt.date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass
class Life:
    """The one span in the Party each invented member has."""

    decision_on: dt.date
    decision_number: str
    ceremony_on: dt.date
    recorded_on: dt.date
    official_from: dt.date | None = None
    recognition_on: dt.date | None = None
    ended_on: dt.date | None = None
    end_reason: str = ""


@dataclass
class Degree:
    scale: str
    obtained_on: dt.date
    level: int | None = None
    detail: str = ""


@dataclass
class Span:
    """A rank, a post or a duty held from a first to a last day."""

    first: dt.date
    last: dt.date | None = None


@dataclass
class RankSpan(Span):
    grade: int = 0


@dataclass
class Person:
    """One invented member. `number` is the order in which people appear in the plan."""

    number: int
    name: str
    is_woman: bool
    ethnicity: str
    born_on: dt.date
    home_place: str
    residence: str
    citizen_id: str
    life: Life
    card_no: str = ""
    stays: list[Stay] = field(default_factory=list)
    degrees: list[Degree] = field(default_factory=list)
    ranks: list[RankSpan] = field(default_factory=list)

    def stay_on(self, day: dt.date) -> Stay | None:
        return next((stay for stay in self.stays if stay.holds_on(day)), None)

    def cell_on(self, day: dt.date) -> str | None:
        stay = self.stay_on(day)
        return stay.cell if stay else None

    def is_in_cell(self, cell: str, first: dt.date, *, last: dt.date) -> bool:
        """In that cell on all days from `first` to `last`."""
        stay = self.stay_on(first)
        return stay is not None and stay.cell == cell and stay.holds_on(last)

    def is_official_on(self, day: dt.date) -> bool:
        return self.life.official_from is not None and self.life.official_from <= day

    def level_on(self, day: dt.date) -> int | None:
        levels = [d.level for d in self.degrees if d.scale == "professional"]
        dated = [
            d.level for d in self.degrees if d.scale == "professional" and d.obtained_on <= day
        ]
        return max(dated, default=None) if levels else None

    def is_graduate_on(self, day: dt.date) -> bool:
        return (self.level_on(day) or 0) >= GRADUATE_FROM


@dataclass
class Post(Span):
    """A post in the Party (of the committee or a cell) or in the office (of a unit)."""

    person: Person | None = None
    title: str = ""
    cell: str = ""  # empty: of the committee
    unit: str = ""  # filled: a post of the office
    office_title: str = ""
    paper: str = ""


@dataclass
class Duty(Span):
    """A committee member who looks after a cell."""

    person: Person | None = None
    cell: str = ""
    paper: str = ""


@dataclass
class Loan(Span):
    """A member sent to help a village cell."""

    person: Person | None = None
    locality: str = ""
    host: str = ""
    tasks: str = ""


@dataclass
class Paper:
    """A paper of the register. One's own papers get their numbers by kind, term and day."""

    key: str
    kind: str
    issued_on: dt.date
    summary: str
    stance: str = "issued"
    issuer: str = ""  # "": the committee; a cell's key; else an outside name with `number`
    number: str = ""
    sequence: int | None = None
    term: str = ""


@dataclass
class Merit:
    """An award. The recipient is a person, a unit of the office or the committee."""

    authority: str
    form: str
    line: str
    year: int
    decided_on: dt.date
    reason: str
    paper: str
    person: Person | None = None
    unit: str = ""
    to_year: int | None = None


@dataclass
class YearTitle:
    """A title of a year, of the committee (no cell) or of one cell."""

    name: str
    year: int
    decided_on: dt.date
    cell: str = ""


@dataclass
class RollCall:
    person: Person
    standing: str
    state: str = "present"
    reason: str = ""


@dataclass
class Visitor:
    person: Person
    capacity: str


@dataclass
class Remark:
    speaker: Person
    text: str
    is_self_criticism: bool = False


@dataclass
class Item:
    """A point of the agenda; `is_voted`: its vote is a row, not told in the conclusion."""

    title: str
    presenter: Person | None = None
    summary: str = ""
    conclusion: str = ""
    is_voted: bool = False
    remarks: list[Remark] = field(default_factory=list)


@dataclass
class Task:
    text: str
    assignee: Person
    due_on: dt.date
    state: str = "open"
    result: str = ""
    closed_on: dt.date | None = None


@dataclass
class Gathering:
    """A meeting of a cell, or (without a cell) of the committee, and what was recorded of it.

    `minutes` is empty (nothing logged), draft, submitted or approved.
    """

    cell: str
    kind: str
    counts_for: dt.date
    meets_on: dt.date
    starts_at: dt.time
    place: str
    ends_at: dt.time | None = None
    topic: str = ""
    state: str = "held"
    chair: Person | None = None
    clerk: Person | None = None
    minutes: str = "approved"
    submitted_on: dt.date | None = None
    approved_on: dt.date | None = None
    roll: list[RollCall] = field(default_factory=list)
    visitors: list[Visitor] = field(default_factory=list)
    agenda: list[Item] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    sections: dict[str, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        return f"{self.cell or 'ĐU'}-{self.kind}-{self.counts_for}"

    def of_state(self, state: str) -> list[RollCall]:
        return [entry for entry in self.roll if entry.state == state]

    @property
    def speakers(self) -> list[Person]:
        """Those present who neither chair nor keep the minutes."""
        present = [entry.person for entry in self.of_state("present")]
        return [p for p in present if p is not self.chair and p is not self.clerk]
