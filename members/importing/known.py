"""The register as a spreadsheet is compared with it: read once for a whole file, asked for each row."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from cells.models import Cell, Committee, OrganisationName
from members.importing.values.words import read_name
from members.models import Exemption, Member, Membership, Placement, Position, Qualification, Rank
from partyunit.text import fold
from regulations.book import RuleBook

NUMBERS = ("citizen_id", "old_citizen_id", "card_no", "card_no_old", "national_uid")
# The columns of the file that hold one number, and the columns of the register they may stand in.
SOUGHT_IN = {
    "citizen_id": ("citizen_id", "old_citizen_id"),
    "old_citizen_id": ("citizen_id", "old_citizen_id"),
    "card_no": ("card_no", "card_no_old"),
    "card_no_old": ("card_no", "card_no_old"),
    "national_uid": ("national_uid",),
}


CELL = "cell:"  # the key of a question is this and what the file calls the cell


@dataclass
class Person:
    """One member as the register has them on the day of the file."""

    member: Member
    membership: Membership | None = None
    placement: Placement | None = None
    exemption: Exemption | None = None
    positions: list[Position] = field(default_factory=list)
    qualifications: list[Qualification] = field(default_factory=list)
    rank: Rank | None = None


@dataclass
class Known:
    """Everybody of the committee, its cells by every name they ever bore, and the rules of admission and probation."""

    committee: Committee
    as_on: dt.date
    recorded_on: dt.date
    people: dict[int, Person]
    cells: dict[str, Cell]
    rules: RuleBook
    elsewhere: dict[str, set[str]]  # numbers of members of other committees, by column
    by_number: dict[str, dict[str, set[int]]] = field(default_factory=dict)
    by_name: dict[str, list[Person]] = field(default_factory=dict)

    def __post_init__(self):
        self.by_number = {name: defaultdict(set) for name in NUMBERS}
        by_name = defaultdict(list)
        for person in self.people.values():
            for name in NUMBERS:
                if number := getattr(person.member, name):
                    self.by_number[name][number].add(person.member.pk)
            for known_as in names_of(person.member):
                by_name[known_as].append(person)
        self.by_name = dict(by_name)

    def having(self, column: str, number: str) -> set[int]:
        """Whose number it is, wherever the register keeps numbers of that kind."""
        return {pk for name in SOUGHT_IN[column] for pk in self.by_number[name].get(number, ())}

    def find_cell(self, text: str) -> Cell | None:
        """The cell a text names: by code or by any name it bore, also at the end of its committee's name."""
        parts = [
            text,
            *(part for sign in ("/", " - ", " – ", ",", ">") for part in text.split(sign)),
        ]
        keys = [key for part in parts for key in (name_key(part), name_key(part).replace(" ", ""))]
        return next((cell for key in keys if (cell := self.cells.get(key))), None)


def names_of(member: Member) -> set[str]:
    """What a list may call somebody, folded: also as read without what may be a salutation (`Ông Ích Khiêm`)."""
    names = (member.full_name, member.other_name, read_name(member.full_name).value)
    return {fold(name) for name in names if name}


def label_of(name: str) -> str:
    """What the office calls a column of the register."""
    return str(getattr(Member._meta.get_field(name), "verbose_name", name))


def name_key(text: str) -> str:
    """A cell's name for comparing: folded, without punctuation and without «Chi bộ», «CB»."""
    words = "".join(sign if sign.isalnum() else " " for sign in fold(text)).split()
    if words[:2] == ["chi", "bo"]:
        words = words[2:]
    elif words[:1] == ["cb"]:
        words = words[1:]
    return " ".join(words)


def read_known(
    committee: Committee, *, as_on: dt.date, recorded_on: dt.date, answers: dict[str, str]
) -> Known:
    """Reads the register of the committee in a constant number of statements.

    `answers` say what a person said of the file, among it which cell an unknown name means.
    """
    ours = Placement.objects.valid().filter(cell__committee=committee).values("member")
    members = Member.objects.valid().filter(pk__in=ours)
    people = {member.pk: Person(member) for member in members}
    _read_facts(people, as_on)
    others = Member.objects.valid().exclude(pk__in=ours)
    elsewhere: dict[str, set[str]] = {name: set() for name in NUMBERS}
    for numbers in others.values_list(*NUMBERS):
        for name, number in zip(NUMBERS, numbers, strict=True):
            elsewhere[name].add(number)
    return Known(
        committee=committee,
        as_on=as_on,
        recorded_on=recorded_on,
        people=people,
        cells=_cells_by_name(committee, as_on, answers),
        rules=RuleBook.read(committee.pk, "admission", "probation"),
        elsewhere=elsewhere,
    )


def _read_facts(people: dict[int, Person], day: dt.date) -> None:
    for membership in _of(people, Membership.objects.valid().filter(ceremony_on__lte=day)):
        people[membership.member_id].membership = membership  # in order: the last one stays
    placements = Placement.objects.active_on(day).official().filter(cell__isnull=False)
    for placement in _of(people, placements.select_related("cell")):
        people[placement.member_id].placement = placement
    for exemption in _of(people, Exemption.objects.active_on(day)):
        people[exemption.member_id].exemption = exemption
    for position in _of(
        people, Position.objects.active_on(day).select_related("cell", "office_unit")
    ):
        people[position.member_id].positions.append(position)
    for rank in _of(people, Rank.objects.active_on(day)):
        people[rank.member_id].rank = rank
    for qualification in _of(people, Qualification.objects.valid()):
        people[qualification.member_id].qualifications.append(qualification)


def _of(people: dict[int, Person], rows) -> Iterable:
    return (row for row in rows if row.member_id in people)


def _cells_by_name(committee: Committee, day: dt.date, answers: dict[str, str]) -> dict[str, Cell]:
    """The cells that exist on the day. A name of today goes before one of the past, that before
    initials (`QLHC`); what would name two cells names neither."""
    cells = {cell.pk: cell for cell in Cell.objects.existing_on(day).filter(committee=committee)}
    called: dict[str, set[int]] = defaultdict(set)
    for name in OrganisationName.objects.valid().filter(cell__in=cells):
        for text in {name_key(name.name), name_key(name.short_name)}:
            called[text].add(name.cell_id)
    for cell in cells.values():
        for text in {name_key(cell.name), name_key(cell.code)}:
            called[text] = {cell.pk}
    by_initials: dict[str, set[int]] = defaultdict(set)
    for cell in cells.values():
        words = name_key(cell.name).split()
        if len(words) > 1:
            by_initials["".join(word[0] for word in words)].add(cell.pk)
    said = {
        question.removeprefix(CELL): {int(answer)}
        for question, answer in answers.items()
        if question.startswith(CELL) and answer and int(answer) in cells
    }
    named = {**by_initials, **called, **said}
    return {text: cells[min(ids)] for text, ids in named.items() if text and len(ids) == 1}
