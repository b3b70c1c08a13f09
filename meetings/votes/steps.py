"""A vote on admission or recognition that carried offers its counts to the person's step: typed once.

Where the step was recorded first and the vote of that day corrected since, the difference is told.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from meetings.models import Vote
from members.models import Candidate, CandidateStep, Member, Membership
from members.readiness import steps_of
from members.rights import may_write_candidate, may_write_member


@dataclass(frozen=True, kw_only=True)
class WaitingStep:
    """The step that takes the vote's counts, and the address of its form; `recorded` with others."""

    vote: Vote
    person: Candidate | Member
    step: str
    url: str
    recorded: CandidateStep | None = None


def steps_waiting(votes: list[Vote], *, user) -> list[WaitingStep]:
    """For who keeps the register of those people; of a vote taken again the last one counts."""
    last = {(vote.matter, vote.person): vote for vote in votes if vote.person}
    found = [_step(vote, user) for vote in last.values()]
    return [step for step in found if step is not None]


def _step(vote: Vote, user) -> WaitingStep | None:
    steps, person, owner = CandidateStep.Kind, vote.person, _owner(vote)
    kind = steps.CELL_RESOLUTION if vote.meeting.cell_id else steps.COMMITTEE_RESOLUTION
    if person is None or owner is None or not _may_write(user, person):
        return None
    recorded = steps_of(owner).get(kind)
    is_waiting = vote.is_passed if recorded is None else _differs(recorded, vote)
    if not is_waiting:
        return None
    url = _address_of(recorded) if recorded else _address_for(vote, person, kind=kind)
    step = str(kind.label)
    return WaitingStep(vote=vote, person=person, step=step, url=url, recorded=recorded)


def _differs(step: CandidateStep, vote: Vote) -> bool:
    """Whether it tells of that vote, with other counts."""
    counts = (step.votes_base, step.votes_for)
    return step.done_on == vote.meeting.meets_on and counts != (vote.base, vote.votes_for)


def _address_of(step: CandidateStep) -> str:
    return reverse("members:step_update", args=[step.pk])


def _address_for(vote: Vote, person: Candidate | Member, *, kind: CandidateStep.Kind) -> str:
    """Of the form of the step, with what the vote knows filled in."""
    name = "take_recognition_step" if isinstance(person, Member) else "take_step"
    filled = {
        "kind": kind.value,
        "done_on": f"{vote.meeting.meets_on:%d/%m/%Y}",
        "votes_base": vote.base,
        "votes_for": vote.votes_for,
    }
    return f"{reverse(f'members:{name}', args=[person.pk])}?{urlencode(filled)}"


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
