"""Who belongs on the roll of a meeting: the people of that day, not of today."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from meetings.models import Attendance, Meeting
from members.models import (
    Exemption,
    Member,
    Membership,
    Oversight,
    Placement,
    Position,
    Secondment,
)

# Kept with the roll and printed: the office's own words, whatever language the page is read in.
SUSPENDED, EXEMPTED = "đình chỉ sinh hoạt", "được miễn"
State = Attendance.State
NEED_NOT_COME = (State.EXEMPT, State.ELSEWHERE)


@dataclass(frozen=True)
class Expected:
    """One person expected at a meeting: how they count that day and the state they start in."""

    member_id: int
    standing: str
    state: str
    reason: str = ""

    @property
    def is_suspended(self) -> bool:
        return self.reason == SUSPENDED

    def may_be(self, state: str) -> bool:
        """Whether the roll may say so: who is suspended stays away, who need not come is not missing.

        Counted as missing they would stand in the base of every vote (domain guide §4).
        """
        if self.is_suspended:
            return state == State.EXEMPT
        return self.state not in NEED_NOT_COME or state in (State.PRESENT, *NEED_NOT_COME)


@dataclass(frozen=True)
class RollDifferences:
    """Where a roll differs from the people of its day: a day corrected, a move entered later."""

    missing: list[Expected]
    surplus: list[Attendance]
    changed: list[tuple[Attendance, Expected]]  # with how they count that day

    def __bool__(self) -> bool:
        return bool(self.missing or self.surplus or self.changed)


def compare_roll(rows: Iterable[Attendance], expected: list[Expected]) -> RollDifferences:
    listed = {row.member_id: row for row in rows}
    belong = {person.member_id: person for person in expected}
    return RollDifferences(
        missing=[person for person in expected if person.member_id not in listed],
        surplus=[row for pk, row in listed.items() if pk not in belong],
        changed=[
            (row, belong[pk])
            for pk, row in listed.items()
            if pk in belong and _counts_otherwise(row, belong[pk])
        ],
    )


def _counts_otherwise(row: Attendance, person: Expected) -> bool:
    """Another standing; or exempt, suspended, elsewhere by an act entered since."""
    return row.standing != person.standing or not person.may_be(row.state)


def people_of(meeting: Meeting) -> list[Expected]:
    """The people of the meeting's day.

    A cell: its official placements and those temporarily introduced into it. The committee:
    its members of that day. Whoever is temporarily introduced elsewhere starts as
    `elsewhere`, whoever is exempted or suspended that day as `exempt`, everyone else as
    `not_recorded`.
    """
    if meeting.cell_id:
        return _people_of_cell(meeting.cell, meeting.meets_on)
    return _people_of_committee(meeting.committee, meeting.meets_on)


def _people_of_cell(cell, day: dt.date) -> list[Expected]:
    placements = Placement.objects.active_on(day).filter(cell=cell)
    by_kind: dict[str, set[int]] = {kind: set() for kind in Placement.Kind}
    for member_id, kind in placements.values_list("member", "kind"):
        by_kind[kind].add(member_id)
    own = by_kind[Placement.Kind.OFFICIAL]
    guests = by_kind[Placement.Kind.TEMPORARY] - own
    official, states = _official_on(own, day), _states_on(own | guests, cell, day=day)
    standing = {
        **dict.fromkeys(sorted(own), Attendance.Standing.PROBATIONARY),
        **dict.fromkeys(sorted(official), Attendance.Standing.OFFICIAL),
        **dict.fromkeys(sorted(guests), Attendance.Standing.TEMPORARY),
    }
    return [
        Expected(pk, counts, *states.get(pk, (State.NOT_RECORDED,)))
        for pk, counts in standing.items()
    ]


def _people_of_committee(committee, day: dt.date) -> list[Expected]:
    posts = Position.objects.active_on(day).filter(
        committee=committee, title__in=Position.COMMITTEE
    )
    members = set(posts.values_list("member", flat=True))
    states = _exempt_on(members, day)
    return [
        Expected(pk, Attendance.Standing.OFFICIAL, *states.get(pk, (State.NOT_RECORDED,)))
        for pk in sorted(members)
    ]


def _official_on(members: set[int], day: dt.date) -> set[int]:
    memberships = Membership.objects.active_on(day).filter(
        member__in=members, official_from__lte=day
    )
    return set(memberships.values_list("member", flat=True))


def _states_on(members: set[int], cell, *, day: dt.date) -> dict[int, tuple]:
    """State, and perhaps why, of those who need not come that day."""
    states: dict[int, tuple] = {}
    for pk in _elsewhere_on(members, cell, day=day):
        states[pk] = (State.ELSEWHERE,)
    return states | _exempt_on(members, day)


def _exempt_on(members: set[int], day: dt.date) -> dict[int, tuple]:
    states: dict[int, tuple] = {}
    exemptions = Exemption.objects.active_on(day).filter(member__in=members)
    for pk, kind in exemptions.values_list("member", "kind"):
        reason = SUSPENDED if kind == Exemption.Kind.SUSPENDED else EXEMPTED
        states[pk] = (State.EXEMPT, reason)
    return states


def attendants_on(day: dt.date, *, committee, cell) -> list[Member]:
    """Who may attend the cell's meeting for the committee: who looks after the cell, then the others of
    the committee that day (the committee's working rules).
    """
    return attendants_by_cell(day, committee=committee, cells=[cell])[cell.pk]


def attendants_by_cell(day: dt.date, *, committee, cells: Iterable) -> dict[int, list[Member]]:
    """The same for several cells of one committee, in two statements."""
    oversights = Oversight.objects.active_on(day).filter(cell__in=cells).select_related("member")
    posts = (
        Position.objects.active_on(day)
        .filter(committee=committee, title__in=Position.COMMITTEE)
        .select_related("member")
    )
    others = sorted({post.member for post in posts}, key=lambda member: member.sort_name)
    found: dict[int, list[Member]] = {cell.pk: [] for cell in cells}
    for row in oversights:
        found[row.cell_id].append(row.member)
    return {pk: list(dict.fromkeys([*members, *others])) for pk, members in found.items()}


def overseer_on(day: dt.date, *, cell) -> Member | None:
    """Who looks after the cell that day, the one assigned first."""
    row = Oversight.objects.active_on(day).filter(cell=cell).select_related("member").first()
    return row.member if row else None


def _elsewhere_on(members: set[int], cell, *, day: dt.date) -> set[int]:
    """By letter of introduction: a secondment with transfer, or a temporary placement elsewhere."""
    seconded = Secondment.objects.active_on(day).filter(
        member__in=members, kind=Secondment.Kind.TRANSFERRED
    )
    introduced = (
        Placement.objects.active_on(day)
        .filter(member__in=members, kind=Placement.Kind.TEMPORARY)
        .exclude(cell=cell)
    )
    return set(seconded.values_list("member", flat=True)) | set(
        introduced.values_list("member", flat=True)
    )
