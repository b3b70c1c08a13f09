"""The committee as on a day: who serves, who looks after which cell, the terms before."""

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter

from django.utils.translation import gettext as _

from cells.models import Cell, Committee, Term
from members.models import Member, Oversight, Placement, Position
from members.wording import in_order


@dataclass(frozen=True)
class Seat:
    """One post on the day: where its holder belongs, and the cells the holder looks after."""

    post: Position
    cell: Cell | None
    looks_after: list[Cell]


@dataclass(frozen=True)
class Body:
    """A part of the committee with its seats, the highest first."""

    name: str
    seats: list[Seat]


@dataclass(frozen=True)
class PastTerm:
    term: Term
    posts: list[Position]


@dataclass
class CommitteeOnDay:
    """Read in a handful of statements, whatever the number of posts and cells."""

    committee: Committee
    day: dt.date
    posts: list[Position] = field(init=False)
    oversights: list[Oversight] = field(init=False)

    def __post_init__(self):
        posts = self.committee.positions.valid().select_related("member", "decision")
        self.posts = in_order(posts)
        active = Oversight.objects.active_on(self.day).filter(cell__committee=self.committee)
        self.oversights = list(active.select_related("member", "cell").order_by("from_on", "pk"))

    @property
    def now(self) -> list[Position]:
        return [post for post in self.posts if post.holds_on(self.day)]

    @property
    def to_come(self) -> list[Position]:
        """Posts that begin after the day: told as such, counted nowhere."""
        return [post for post in self.posts if post.from_on > self.day]

    @property
    def bodies(self) -> list[Body]:
        parts = [
            (_("Ban Thường vụ"), Position.STANDING),
            (_("Ủy viên Ban Chấp hành"), (Position.Title.COMMITTEE_MEMBER,)),
            (_("Ủy ban Kiểm tra"), Position.INSPECTION),
            (_("Tổ công tác Đảng"), (Position.Title.PARTY_WORK_TEAM,)),
        ]
        places = self._places()
        return [
            Body(name, [self._seat(post, places) for post in self.now if post.title in titles])
            for name, titles in parts
        ]

    def _places(self) -> dict[int, Cell]:
        """The cell of each holder on the day."""
        members = [post.member_id for post in self.now]
        placements = Placement.objects.active_on(self.day).official().filter(member__in=members)
        return {row.member_id: self.named.get(row.cell_id) for row in placements}

    @cached_property
    def named(self) -> dict[int, Cell]:
        """The cells as they were called on the day."""
        return {cell.pk: cell for cell in self.cells}

    @cached_property
    def cells(self) -> list[Cell]:
        cells = Cell.objects.existing_on(self.day).filter(committee=self.committee)
        return list(cells.with_name_on(self.day))

    def _seat(self, post: Position, places: dict[int, Cell]) -> Seat:
        own = [
            self.named.get(row.cell_id, row.cell)
            for row in self.oversights
            if row.member_id == post.member_id
        ]
        return Seat(post, places.get(post.member_id), own)

    @property
    def by_cell(self) -> list[tuple[Cell, list[Oversight]]]:
        return [
            (cell, [row for row in self.oversights if row.cell_id == cell.pk])
            for cell in self.cells
        ]

    @property
    def without_cell(self) -> list[Member]:
        """Committee members who look after no cell on the day."""
        busy = {row.member_id for row in self.oversights}
        serving = [post for post in self.now if post.title in Position.COMMITTEE]
        return [post.member for post in serving if post.member_id not in busy]

    @property
    def serving(self) -> int:
        return len({post.member_id for post in self.now if post.title in Position.COMMITTEE})

    @cached_property
    def terms(self) -> list[Term]:
        begun = self.committee.terms.valid().filter(from_on__lte=self.day)
        return sorted(begun, key=attrgetter("from_on"), reverse=True)

    @property
    def past_terms(self) -> list[PastTerm]:
        """The terms that had ended by the day, with everyone who served in them."""
        ended = [term for term in self.terms if term.to_on and term.to_on < self.day]
        return [
            PastTerm(term, [post for post in self.posts if _falls(post, term)]) for term in ended
        ]


def _falls(post: Position, term: Term) -> bool:
    if post.title == Position.Title.PARTY_WORK_TEAM:
        return False
    begins_before = term.to_on is None or post.from_on <= term.to_on
    return begins_before and (post.to_on is None or post.to_on >= term.from_on)
