"""What the deadlines of one committee and day are worked out from, each read once."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext as _

from awards.models import Badge
from cells.models import Cell
from cells.wording import cell_title
from partyunit.text import sort_key
from regulations.book import RuleBook
from regulations.models import Holiday, Regulation
from regulations.reminders import reminders_of
from regulations.workdays import WorkCalendar, working_days_after, working_days_between
from reports import figures
from reports.deadlines.base import Act, Band, Deadline, Kind, band_of, cited
from reports.figures import Roll, Scope

COUNTED_WITHIN = 366  # days


@dataclass(frozen=True)
class Owner:
    """Whom a line is about: a member, a candidate, a cell or the committee."""

    name: str
    sort_name: str
    url: str
    cell_id: int | None = None
    member_id: int | None = None


class Sources:
    """One committee on one day. `roll` may be handed in by who has read it already."""

    def __init__(self, scope: Scope, day: dt.date, *, roll: Roll | None = None):
        self.scope, self.day = scope, day
        if roll is not None:
            self.roll = roll

    @cached_property
    def roll(self) -> Roll:
        return figures.roll(self.scope, self.day)

    @cached_property
    def rules(self) -> RuleBook:
        return RuleBook.read(self.scope.committee.pk)

    @cached_property
    def calendar(self) -> WorkCalendar:
        return Holiday.objects.calendar()

    @cached_property
    def cells(self) -> dict[int, Cell]:
        return {cell.pk: cell for cell in self.scope.all_cells}

    @cached_property
    def badges_given(self) -> dict[int, set[int]]:
        """The years of the badges each member has been given by the day."""
        given = defaultdict(set)
        people = [person.pk for person in self.roll.people]
        rows = Badge.objects.decided_by(self.day).filter(member__in=people)
        for member, years in rows.values_list("member", "years"):
            given[member].add(years)
        return given

    @cached_property
    def reminders(self) -> dict:
        """The office's own steps and days."""
        return reminders_of(self.reminders_rule)

    @property
    def reminders_rule(self) -> Regulation | None:
        return self.rules.on("reminders", self.day)

    def working_days_after(self, event: dt.date, count: int) -> dt.date:
        return working_days_after(event, count, calendar=self.calendar)

    def owner_of(self, pk: int, name: str, *, cell_id: int | None) -> Owner:
        """A member as the owner of a line."""
        return Owner(name, sort_key(name), reverse("members:detail", args=[pk]), cell_id, pk)

    def owner_of_cell(self, cell: Cell) -> Owner:
        name = cell_title(str(cell))
        return Owner(name, f"0{cell.position:04d}", cell.get_absolute_url(), cell.pk)

    def owner_of_committee(self) -> Owner:
        return Owner(_("Đảng bộ"), "0", reverse("cells:list"))

    def line(
        self,
        kind: Kind,
        key,
        *,
        owner: Owner,
        what: str,
        due_on: dt.date,
        rule: Regulation | None,
        act: Act | None = None,
        steps: Kind | None = None,
        is_open: bool = False,
        in_working_days: bool = False,
    ) -> Deadline | None:
        """One line, or None while the day is further off than the steps of its kind.

        What is open already (`is_open`) is told however far its last day is off.
        """
        band = band_of(due_on, self.day, steps=self.reminders[(steps or kind).value])
        if band is None and is_open:
            band = Band.LATER
        if band is None:
            return None
        return self._made(
            kind,
            key,
            owner=owner,
            what=what,
            due_on=due_on,
            band=band,
            act=act,
            working_days=self._working_days_left(due_on) if in_working_days else None,
            **cited(rule),
        )

    def _working_days_left(self, due_on: dt.date) -> int | None:
        """Of a day within a year; further off nobody counts them."""
        if abs((due_on - self.day).days) > COUNTED_WITHIN:
            return None
        return working_days_between(self.day, due_on, calendar=self.calendar)

    def check(
        self,
        key: str,
        *,
        owner: Owner,
        what: str,
        act: Act | None = None,
        kind: Kind = Kind.DATA,
        rule: Regulation | None = None,
    ) -> Deadline:
        """A line to be looked through: nothing falls due on a day."""
        told = {"what": what, "due_on": None, "band": Band.CHECK, "act": act}
        return self._made(kind, key, owner=owner, **told, **cited(rule))

    def _made(self, kind: Kind, key, *, owner: Owner, **facts) -> Deadline:
        cell = self.cells.get(owner.cell_id or 0)
        return Deadline(
            key=str(key),
            kind=kind,
            who=owner.name,
            who_key=owner.sort_name,
            url=owner.url,
            day=self.day,
            member_id=owner.member_id,
            cell_id=owner.cell_id,
            cell=str(cell) if cell else "",
            **facts,
        )
