"""A vote on admission or recognition that carried offers its counts to the person's step: typed once."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from meetings.models import Vote
from members.models import Candidate, CandidateStep, Member, Membership
from members.readiness import steps_of
from members.rights import may_write_candidate, may_write_member


@dataclass(frozen=True, kw_only=True)
class WaitingStep:
    """The step that takes the vote's counts, and the address of its form with them filled in."""

    vote: Vote
    person: Candidate | Member
    step: str
    url: str


def steps_waiting(votes: list[Vote], *, user) -> list[WaitingStep]:
    """For who keeps the register of those people; none for a step recorded already."""
    found = [_step(vote, user) for vote in votes if vote.is_passed]
    return [step for step in found if step is not None]


def _step(vote: Vote, user) -> WaitingStep | None:
    steps, person, owner = CandidateStep.Kind, vote.person, _owner(vote)
    kind = steps.CELL_RESOLUTION if vote.meeting.cell_id else steps.COMMITTEE_RESOLUTION
    if person is None or owner is None or not _may_write(user, person):
        return None
    if kind in steps_of(owner):
        return None
    name = "take_recognition_step" if isinstance(person, Member) else "take_step"
    day = f"{vote.meeting.meets_on:%d/%m/%Y}"
    filled = {
        "kind": kind.value,
        "done_on": day,
        "votes_base": vote.base,
        "votes_for": vote.votes_for,
    }
    url = f"{reverse(f'members:{name}', args=[person.pk])}?{urlencode(filled)}"
    return WaitingStep(vote=vote, person=person, step=str(kind.label), url=url)


def _owner(vote: Vote) -> Candidate | Membership | None:
    """Whose step it is: the candidate, or the member's span while on probation."""
    if vote.matter == Vote.Matter.ADMISSION:
        return vote.candidate
    if vote.matter != Vote.Matter.RECOGNITION or vote.member is None:
        return None
    return vote.member.memberships.active_on(vote.meeting.meets_on).last()


def _may_write(user, person: Candidate | Member) -> bool:
    if isinstance(person, Member):
        return may_write_member(user, person)
    return may_write_candidate(user, person)
