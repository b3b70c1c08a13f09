"""The way into the Party: candidates, their steps, and the papers of recognition."""

import datetime as dt
from dataclasses import dataclass, field

from reports.demo.calendar import DAY, working_before, working_from
from reports.demo.dice import between, chance, pick, shuffled
from reports.demo.flows import BY_KEY, TODAY
from reports.demo.history import History
from reports.demo.people import invent
from reports.demo.shapes import Person

SINCE = dt.date(2014, 1, 1)  # the papers of earlier admissions lie in the archive of the superior
YOUNG = 30  # years: the Youth Union may introduce in the place of a second member
# Days from one step to the next, backwards from the decision on admission.
BACKWARDS = [
    ("sent_up", 12, 30),
    ("committee_resolution", 3, 8),
    ("submitted", 5, 15),
    ("cell_resolution", 1, 3),
    ("opinions", 5, 12),
    ("union", 4, 9),
    ("introduction", 2, 6),
    ("verification", 6, 15),
    ("curriculum", 15, 40),
    ("application", 7, 20),
    ("awareness", 60, 170),
]
# How far those of today have come: cell, day listed, steps done, when the last was done.
WAITING = [
    ("TH", dt.date(2018, 1, 15), ["awareness"], dt.date(2018, 6, 14)),
    ("AN", dt.date(2018, 9, 3), [], None),
    (
        "ĐT",
        dt.date(2017, 3, 6),
        ["awareness", "application", "curriculum", "verification", "introduction", "union"],
        dt.date(2019, 2, 21),
    ),
    ("ĐT", dt.date(2018, 4, 2), ["awareness"], dt.date(2018, 10, 25)),
    ("QLHC", dt.date(2013, 10, 7), ["awareness"], dt.date(2014, 4, 17)),
    ("GTTT", dt.date(2017, 5, 8), ["awareness", "application", "curriculum"], dt.date(2019, 1, 24)),
    (
        "CATT",
        dt.date(2016, 11, 7),
        [step for step, *_days in reversed(BACKWARDS)],
        dt.date(2019, 1, 28),
    ),
    ("THA", dt.date(2018, 6, 4), ["awareness"], dt.date(2018, 10, 25)),
    ("PT", dt.date(2019, 1, 7), [], None),
]
GONE = [
    ("GTTT", dt.date(2015, 3, 2), dt.date(2016, 8, 31), "moved", "chuyển công tác về Công an tỉnh"),
    ("TH", dt.date(2016, 2, 1), dt.date(2017, 10, 31), "withdrawn", "hết nghĩa vụ, xuất ngũ"),
]
AGES = (21, 28)
FIRST_NUMBER = 1000  # of people who are not members


@dataclass
class Step:
    kind: str
    done_on: dt.date
    number: str = ""
    votes_base: int | None = None
    votes_for: int | None = None


@dataclass
class Hopeful:
    """A candidate, admitted (`person`), still on the way, or gone."""

    cell: str
    first: dt.date
    name: str
    is_woman: bool
    ethnicity: str
    born_on: dt.date
    introducers: list[Person] = field(default_factory=list)
    union: bool = False
    last: dt.date | None = None
    outcome: str = ""
    note: str = ""
    person: Person | None = None
    steps: list[Step] = field(default_factory=list)


class Nursery:
    """All candidates since 2014, and the steps towards recognition of who was admitted."""

    def __init__(self, history: History):
        self.history = history
        self.hopefuls = [self._admitted(person) for person in self._own_admissions()]
        taken = history.names | history.taken
        for i, (cell, first, kinds, last_step) in enumerate(WAITING):
            hopeful = self._new(FIRST_NUMBER + i, cell, first=first, taken=taken)
            if last_step is not None:
                self._walk(hopeful, kinds, until=last_step, key=("waiting", i))
            self.hopefuls.append(hopeful)
        for i, (cell, first, last, outcome, note) in enumerate(GONE):
            hopeful = self._new(FIRST_NUMBER + 100 + i, cell, first=first, taken=taken)
            hopeful.last, hopeful.outcome, hopeful.note = last, outcome, note
            self.hopefuls.append(hopeful)
        self.recognitions = {p.number: self._recognition(p) for p in self._own_admissions()}

    def _own_admissions(self) -> list[Person]:
        return [
            person
            for person in self.history.people
            if person.stays[0].start_reason == "admission" and person.life.ceremony_on >= SINCE
        ]

    def _admitted(self, person: Person) -> Hopeful:
        life, key = person.life, ("candidate", person.number)
        listed = working_from(life.decision_on - between(380, 560, *key) * DAY)
        listed = max(listed, BY_KEY[person.stays[0].cell].founded_on)
        hopeful = Hopeful(
            cell=person.stays[0].cell,
            first=listed,
            name=person.name,
            is_woman=person.is_woman,
            ethnicity=person.ethnicity,
            born_on=person.born_on,
            person=person,
            last=life.ceremony_on - DAY,
            outcome="admitted",
        )
        self._introduce(hopeful, key=key)
        self._walk(hopeful, [kind for kind, *_days in BACKWARDS], until=None, key=key)
        received = min(working_from(life.decision_on + between(2, 4, *key) * DAY), hopeful.last)
        hopeful.steps += [
            Step("decision", life.decision_on, life.decision_number),
            Step("decision_received", received),
        ]
        return hopeful

    def _new(self, number: int, cell: str, *, first: dt.date, taken: set[str]) -> Hopeful:
        identity = invent(number, name="", ages=AGES, in_year=first.year, taken=taken)
        hopeful = Hopeful(
            cell=cell,
            first=working_from(first),
            name=identity.name,
            is_woman=identity.is_woman,
            ethnicity=identity.ethnicity,
            born_on=identity.born_on,
        )
        self._introduce(hopeful, key=("candidate", number))
        return hopeful

    def _introduce(self, hopeful: Hopeful, *, key: tuple) -> None:
        """Official members of the cell for a year and more; a young person has one and the Union."""
        year_before = hopeful.first - 366 * DAY
        fitting = [
            person
            for person in self.history.in_cell(hopeful.cell, hopeful.first)
            if person.is_official_on(year_before) and person is not hopeful.person
        ]
        hopeful.union = hopeful.first.year - hopeful.born_on.year <= YOUNG
        count = 1 if hopeful.union else 2
        hopeful.introducers = shuffled(fitting, "introducers", *key)[:count]

    def _walk(self, hopeful: Hopeful, kinds, *, until: dt.date | None, key: tuple) -> None:
        """Steps dated backwards: from the decision, or from the day of the last step taken."""
        day = hopeful.person.life.decision_on if hopeful.person else until
        steps = []
        for kind, least, most in BACKWARDS:
            if kind not in kinds or (kind == "union" and not hopeful.union):
                continue
            if hopeful.person or steps:
                day = working_before(day - between(least, most, kind, *key) * DAY)
            steps.append(self._step(kind, day, hopeful=hopeful, key=key))
        hopeful.steps = steps[::-1]
        listed = min(hopeful.first, working_before(hopeful.steps[0].done_on - 20 * DAY))
        hopeful.first = max(listed, BY_KEY[hopeful.cell].founded_on)

    def _step(self, kind: str, day: dt.date, *, hopeful: Hopeful, key: tuple) -> Step:
        step = Step(kind, day)
        if kind == "awareness":
            step.number = f"{between(11, 240, 'certificate', *key)}/GCN"
        if kind == "cell_resolution":
            step.votes_base = len(self._officials(hopeful.cell, day))
            step.votes_for = step.votes_base - chance(20, "against", *key)
        return step

    def _officials(self, cell: str, day: dt.date) -> list[Person]:
        return [p for p in self.history.in_cell(cell, day) if p.is_official_on(day)]

    def _recognition(self, person: Person) -> list[Step]:
        """The class and the papers; who is recognised has them all, others those of their time."""
        life, key = person.life, ("recognition", person.number)
        official = life.official_from or life.ceremony_on + 365 * DAY
        steps = [Step("class", working_from(life.ceremony_on + between(70, 230, *key) * DAY))]
        for kind, before in (("self_review", 12), ("helper", 9), ("opinions", 5)):
            steps.append(Step(kind, working_before(official - before * DAY)))
        if life.recognition_on:
            length = (life.recognition_on - official).days
            for kind, part in (("cell_resolution", 2), ("submitted", 3), ("sent_up", 6)):
                steps.append(Step(kind, official + dt.timedelta(days=length * part // 10)))
            cell = person.cell_on(steps[-3].done_on)
            if cell:
                base = len(self._officials(cell, steps[-3].done_on))
                steps[-3].votes_base = steps[-3].votes_for = base
            number = f"{between(11, 290, 'recognised by', *key)}-QĐ/HU"
            steps.append(Step("decision", life.recognition_on, number))
        return [step for step in steps if self._is_told(person, step.done_on)]

    @staticmethod
    def _is_told(person: Person, day: dt.date) -> bool:
        return day <= TODAY and person.cell_on(day) is not None


def kept_at(kind: str, *key) -> str:
    """Where the paper lies; the papers themselves are never stored."""
    if kind in ("sent_up", "decision", "decision_received"):
        return "Hồ sơ gửi Ban Tổ chức Huyện ủy"
    return pick(["Tủ hồ sơ đảng viên, Đội Tổng hợp", "Hồ sơ chi bộ"], kind, *key)
