"""Who belongs on the roll of a meeting: the people of that day, not of today."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from meetings.models import Attendance, Meeting
from members.models import Membership, Placement, Position, Secondment


@dataclass(frozen=True)
class Expected:
    """One person expected at a meeting: how they count that day and the state they start in."""

    member_id: int
    standing: str
    state: str


@dataclass(frozen=True)
class RollDifferences:
    """Where a roll differs from the people of its day: a day corrected, a move entered later."""

    missing: list[Expected]
    surplus: list[Attendance]
    changed: list[tuple[Attendance, str]]  # with how they count that day

    def __bool__(self) -> bool:
        return bool(self.missing or self.surplus or self.changed)


def compare_roll(rows: Iterable[Attendance], expected: list[Expected]) -> RollDifferences:
    listed = {row.member_id: row for row in rows}
    belong = {person.member_id: person for person in expected}
    return RollDifferences(
        missing=[person for person in expected if person.member_id not in listed],
        surplus=[row for pk, row in listed.items() if pk not in belong],
        changed=[
            (row, belong[pk].standing)
            for pk, row in listed.items()
            if pk in belong and belong[pk].standing != row.standing
        ],
    )


def people_of(meeting: Meeting) -> list[Expected]:
    """The people of the meeting's day.

    A cell: its official placements and those temporarily introduced into it. The committee:
    its members of that day. Whoever is temporarily introduced elsewhere starts as
    `elsewhere`, everyone else as `not_recorded`.
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
    official, away = _official_on(own, day), _elsewhere_on(own, cell, day=day)
    people = [
        Expected(
            pk,
            Attendance.Standing.OFFICIAL if pk in official else Attendance.Standing.PROBATIONARY,
            Attendance.State.ELSEWHERE if pk in away else Attendance.State.NOT_RECORDED,
        )
        for pk in sorted(own)
    ]
    guests = sorted(by_kind[Placement.Kind.TEMPORARY] - own)
    return people + [
        Expected(pk, Attendance.Standing.TEMPORARY, Attendance.State.NOT_RECORDED) for pk in guests
    ]


def _people_of_committee(committee, day: dt.date) -> list[Expected]:
    posts = Position.objects.active_on(day).filter(
        committee=committee, title__in=Position.COMMITTEE
    )
    members = sorted(set(posts.values_list("member", flat=True)))
    return [
        Expected(pk, Attendance.Standing.OFFICIAL, Attendance.State.NOT_RECORDED) for pk in members
    ]


def _official_on(members: set[int], day: dt.date) -> set[int]:
    memberships = Membership.objects.active_on(day).filter(
        member__in=members, official_from__lte=day
    )
    return set(memberships.values_list("member", flat=True))


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
