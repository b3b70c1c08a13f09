"""How a vote is counted: who it is taken of, how many must agree, whether it carried.

Pure functions of a roll's counts and of the rule of the meeting's day; whole numbers only. The
base after 29-QĐ/TW 25/7/2016 and its guide (domain guide §4): of 22 members 20 are official, 3
of them away on business, so the base is 20 and not 17.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from meetings.models import Attendance, Meeting, Vote
from meetings.reads import rule_on
from meetings.roll.counts import RollCount
from meetings.roll.people import NEED_NOT_COME, Expected
from regulations.models import Regulation

State, Standing, Matter = Attendance.State, Attendance.Standing, Vote.Matter
ON_A_PERSON = (Matter.ADMISSION, Matter.RECOGNITION)
HALF, TWO_THIRDS = (1, 2), (2, 3)
# Matters whose share stands in the rule (topic `cell_vote`) under another name.
NAMES = {Matter.RECOGNITION: "admission", Matter.OTHER: "resolution"}
# Where no rule is on record.
TWO_THIRDS_OF = ("quorum", "admission", "committee_share", "removal", "expulsion")
COMPUTED = ("rule", "base", "voters", "needed", "is_passed", "roll")


@dataclass(frozen=True, kw_only=True)
class Electorate:
    """Of whom a share is taken, and who of them can vote: official members who came.

    While the roll is being called, those not recorded yet may still turn out to be there.
    """

    base: int
    voters: int
    present: int
    is_complete: bool

    def reaches(self, quorum: tuple[int, int]) -> bool:
        """Whether enough came to open the meeting."""
        part, whole = quorum
        return self.base > 0 and self.present * whole >= self.base * part


def electorate(counts: RollCount, *, is_committee: bool) -> Electorate:
    """The official members less those temporarily elsewhere and those exempt who did not come.

    Whoever is away on business or without a reason stays in the base; who is exempt and comes
    is counted. Those on probation and those temporarily introduced into the cell never are. A
    committee decides by all its members, wherever they are.
    """
    official = {state: counts.of(standing=Standing.OFFICIAL, state=state) for state in State}
    total = sum(official.values())
    return Electorate(
        base=total if is_committee else total - sum(official[state] for state in NEED_NOT_COME),
        voters=official[State.PRESENT] + official[State.NOT_RECORDED],
        present=official[State.PRESENT],
        is_complete=not counts.not_recorded,
    )


def needed(share: tuple[int, int], *, base: int) -> int:
    """The smallest number of votes that reaches the share; a half is reached by more than a half.

    Of 20 and of 21 more than half is 11, two thirds is 14; nobody's vote carries nothing.
    """
    part, whole = share
    if 2 * part == whole:
        return base * part // whole + 1
    return max(1, -(-base * part // whole))


def topic_of(matter: str, *, is_committee: bool) -> tuple[str, str]:
    """The topic of the rules that says the share, and its name there."""
    if is_committee and matter in ON_A_PERSON:
        return "admission", "committee_share"
    return "cell_vote", NAMES.get(Matter(matter), matter)


def share_of(rule: Regulation | None, matter: str, *, is_committee: bool) -> tuple[int, int]:
    name = topic_of(matter, is_committee=is_committee)[1]
    return _share(rule, name)


def _share(rule: Regulation | None, name: str) -> tuple[int, int]:
    if rule is None:
        return TWO_THIRDS if name in TWO_THIRDS_OF else HALF
    part, whole = rule.parameters[name]
    return part, whole


def share_in_words(share: tuple[int, int]) -> str:
    part, whole = share
    words = _("trên %(share)s") if 2 * part == whole else _("ít nhất %(share)s")
    return words % {"share": f"{part}/{whole}"}


def quorum_of(meeting: Meeting) -> tuple[int, int]:
    """What share of the base must come for the meeting to open."""
    return _share(rule_on(meeting, "cell_vote"), "quorum")


def decide(
    vote: Vote, *, rule: Regulation | None, counts: RollCount, roll: Iterable[Attendance | Expected]
) -> None:
    """Writes into the vote what follows from the roll and the rule, with the roll it was taken of."""
    is_committee = vote.meeting.cell_id is None
    of = electorate(counts, is_committee=is_committee)
    vote.rule, vote.base, vote.voters = rule, of.base, of.voters
    vote.needed = needed(share_of(rule, vote.matter, is_committee=is_committee), base=of.base)
    vote.is_passed = vote.votes_for is not None and vote.votes_for >= vote.needed
    vote.roll = [
        {"member_id": row.member_id, "state": str(row.state)}
        for row in sorted(roll, key=lambda row: row.member_id)
        if row.standing == Standing.OFFICIAL
    ]
