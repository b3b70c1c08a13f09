"""The steps towards admission or recognition as a list to tick: done, missing, not needed."""

import datetime as dt
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from members.models import Candidate, CandidateStep, Membership
from members.readiness import needed_for_recognition, needed_kinds, valid_until
from members.rules import written
from members.services import committee_of

DONE, MISSING, UNNEEDED = "done", "missing", "unneeded"


@dataclass(frozen=True)
class Taken:
    """One step that was taken, and what to know of it."""

    step: CandidateStep
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Line:
    """One kind of step with the steps taken, newest first, and where to record one."""

    kind: str
    label: str
    state: str
    taken: list[Taken]
    add_url: str = ""


def of_candidate(candidate: Candidate, day: dt.date, *, may_write: bool) -> list[Line]:
    """The way to admission by the rules of the day."""
    committee = candidate.cell.committee_id
    url = reverse("members:take_step", args=[candidate.pk]) if may_write else ""
    if candidate.to_on is not None:
        url = ""
    return _lines(
        candidate,
        kinds=CandidateStep.OF_ADMISSION,
        needed=needed_kinds(candidate, day),
        committee=committee,
        add_url=url,
    )


def of_membership(membership: Membership, day: dt.date, *, may_write: bool) -> list[Line]:
    """The way to recognition by the rules of the day."""
    committee = committee_of(membership.member)
    args = [membership.member_id]
    return _lines(
        membership,
        kinds=CandidateStep.OF_RECOGNITION,
        needed=needed_for_recognition(day, committee=committee),
        committee=committee,
        add_url=reverse("members:take_recognition_step", args=args) if may_write else "",
    )


def _lines(owner, *, kinds, needed, committee: int | None, add_url: str) -> list[Line]:
    taken: dict[str, list[CandidateStep]] = {}
    for step in owner.steps.valid().order_by("-done_on", "-pk"):
        taken.setdefault(step.kind, []).append(step)
    lines = []
    for kind in kinds:
        steps = taken.get(kind, [])
        state = DONE if steps else MISSING if kind in needed else UNNEEDED
        may_add = not steps or kind in CandidateStep.REPEATABLE
        lines.append(
            Line(
                kind=kind,
                label=str(kind.label),
                state=state,
                taken=[Taken(step, tuple(_remarks(step, committee))) for step in steps],
                add_url=f"{add_url}?kind={kind}" if add_url and may_add else "",
            )
        )
    return lines


def _remarks(step: CandidateStep, committee: int | None):
    """How long a certificate is good, how the vote went, what else was noted."""
    if step.kind == CandidateStep.Kind.AWARENESS and step.candidate_id:
        until = valid_until(step, committee=committee)
        if until is not None:
            yield _("có giá trị đến hết ngày %(day)s") % {"day": written(until)}
    if step.votes_base is not None:
        told = {"votes": step.votes_for, "base": step.votes_base}
        yield _("%(votes)s/%(base)s tán thành") % told
    if not step.has_paper:
        yield _("chưa có giấy tờ")
    if step.note:
        yield step.note
