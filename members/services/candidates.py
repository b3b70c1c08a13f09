"""People on their way into the Party: listed, prepared step by step, admitted or let go."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from audit import services as audit
from cells.models import Cell
from members.models import Candidate, CandidateStep, Member, Membership, Qualification
from members.readiness import introducer_refusal, refusals, warnings
from members.services.admission import admit_member
from members.services.standing import check_has_happened, errors_named, hold, lock
from partyunit.dates import day_before

ENDING = ["to_on", "outcome", "end_note", "membership"]


@transaction.atomic
def list_candidate(*, candidate: Candidate, recorded_on: dt.date, by) -> Candidate:
    """Enters a person on a cell's list of candidates (đưa vào danh sách nguồn).

    Introducers may be named later. Raises ValidationError keyed by field.
    """
    hold(candidate.cell)
    check_has_happened(recorded_on, from_on=candidate.from_on)
    _check_introducers(candidate, recorded_on)
    return audit.create(candidate, by=by, action="members.list_candidate")


@transaction.atomic
def correct_candidate(
    *,
    candidate: Candidate,
    fields: list[str],
    reason: str,
    recorded_on: dt.date,
    by,
    version: int | None = None,
) -> Candidate:
    """Corrects the facts of a candidate, or names the introducers, with the reason."""
    check_has_happened(recorded_on, from_on=candidate.from_on)
    stored = Candidate.objects.get(pk=candidate.pk)
    named = ("first_introducer_id", "second_introducer_id")
    if any(getattr(candidate, name) != getattr(stored, name) for name in named):
        _check_introducers(candidate, candidate.to_on or recorded_on)
    if candidate.from_on != stored.from_on:
        candidate.check_cell_existed()
    return audit.update(
        candidate,
        by=by,
        fields=fields,
        reason=reason,
        version=version,
        action="members.correct_candidate",
    )


def _check_introducers(candidate: Candidate, on: dt.date) -> None:
    """An official member of our cells on the day (Điều lệ Đảng, Điều 4)."""
    found = {}
    for name in ("first_introducer", "second_introducer"):
        member = getattr(candidate, name)
        if member is not None and (why := introducer_refusal(member, candidate.cell, on)):
            found[name] = why
    if found:
        raise ValidationError(found)


@transaction.atomic
def move_candidate(
    *, candidate: Candidate, cell: Cell, reason: str, recorded_on: dt.date, by
) -> Candidate:
    """Hands a candidate over to another cell of the committee; the steps taken go along."""
    hold(cell)
    _lock_open(candidate)
    if cell.pk == candidate.cell_id:
        raise ValidationError({"cell": _("Quần chúng đang được theo dõi ở chính chi bộ này.")})
    if cell.committee_id != candidate.cell.committee_id:
        raise ValidationError({"cell": _("Chi bộ này thuộc đảng bộ khác.")})
    if not cell.exists_on(recorded_on):
        raise ValidationError({"cell": _("Chi bộ này đã giải thể.")})
    candidate.cell = cell
    action = "members.move_candidate"
    return audit.update(candidate, by=by, fields=["cell"], action=action, reason=reason)


@transaction.atomic
def end_candidate(
    *, candidate: Candidate, outcome: str, on: dt.date, note: str, recorded_on: dt.date, by
) -> Candidate:
    """Takes a candidate off the list from day `on` without admission (thôi, chuyển đi, không đủ điều kiện)."""
    _lock_open(candidate)
    check_has_happened(recorded_on, on=on)
    if outcome not in Candidate.Outcome.values or outcome == Candidate.Outcome.ADMITTED:
        raise ValidationError({"outcome": _("Hãy chọn kết quả.")})
    candidate.to_on, candidate.outcome, candidate.end_note = day_before(on), outcome, note
    with errors_named(to_on="on"):
        return audit.update(candidate, by=by, fields=ENDING, action="members.end_candidate")


@transaction.atomic
def reopen_candidate(*, candidate: Candidate, reason: str, by) -> Candidate:
    """Undoes an ending that never was true. Of an admitted one the admission is voided instead."""
    hold(candidate.cell)
    _lock(candidate)
    if not reason.strip():
        raise ValidationError({"reason": _("Hãy ghi lý do hủy.")})
    if candidate.to_on is None:
        raise ValidationError(_("Quần chúng này vẫn đang được theo dõi."))
    if candidate.outcome == Candidate.Outcome.ADMITTED:
        raise ValidationError(_("Đã kết nạp; hãy hủy lần kết nạp trên trang của đảng viên."))
    return _reopen(candidate, by=by, reason=reason)


def reopen_candidates(membership: Membership, *, by, reason: str) -> None:
    """Whoever was admitted by a span that is voided is a candidate again."""
    for candidate in membership.candidates.valid():
        _reopen(candidate, by=by, reason=reason)


def _reopen(candidate: Candidate, *, by, reason: str) -> Candidate:
    candidate.to_on = candidate.membership = None
    candidate.outcome = candidate.end_note = ""
    action = "members.reopen_candidate"
    return audit.update(candidate, by=by, fields=ENDING, action=action, reason=reason)


@transaction.atomic
def void_candidate(*, candidate: Candidate, reason: str, by, version: int | None = None):
    """Voids a candidate listed by mistake, with the steps. An admitted one stays."""
    _lock(candidate)
    if candidate.membership_id:
        raise ValidationError(_("Đã kết nạp; hãy hủy lần kết nạp trên trang của đảng viên."))
    for step in candidate.steps.valid():
        audit.void(step, by=by, reason=reason, action="members.void_candidate")
    action = "members.void_candidate"
    return audit.void(candidate, by=by, reason=reason, version=version, action=action)


# Longer than thirty lines only by its signature: what the decision says, each by name.
@transaction.atomic
def admit_candidate(
    *,
    candidate: Candidate,
    decision_on: dt.date,
    ceremony_on: dt.date,
    recorded_on: dt.date,
    by,
    decision_number: str = "",
    decision=None,
    citizen_id: str = "",
    admission_note: str = "",
) -> Membership:
    """Admits a candidate (kết nạp): the person, the span in the Party, the place in the cell; the list ends.

    What the rules of the day forbid is refused; what only lacks on record stands with the
    reason in `admission_note`. Raises ValidationError keyed by field.
    """
    hold(candidate.cell)
    _lock_open(candidate)
    check_has_happened(recorded_on, decision_on=decision_on, ceremony_on=ceremony_on)
    if found := refusals(candidate, decision_on=decision_on, ceremony_on=ceremony_on):
        raise ValidationError(found)
    lacking = warnings(candidate, decision_on=decision_on, ceremony_on=ceremony_on)
    if lacking and not admission_note.strip():
        asks = _("Nếu vẫn đúng theo quyết định, ghi lý do rồi lưu lại.")
        raise ValidationError({"admission_note": [*lacking, asks]})
    membership = admit_member(
        member=_person(candidate, citizen_id),
        cell=candidate.cell,
        decision_on=decision_on,
        decision_number=decision_number,
        decision=decision,
        ceremony_on=ceremony_on,
        recorded_on=recorded_on,
        admission_note=admission_note if lacking else "",
        by=by,
    )
    candidate.to_on, candidate.membership = day_before(ceremony_on), membership
    candidate.outcome = Candidate.Outcome.ADMITTED
    with errors_named(to_on="ceremony_on"):
        audit.update(candidate, by=by, fields=ENDING, action="members.admit")
    if candidate.schooling:
        audit.create(_schooling(candidate, membership.member), by=by, action="members.admit")
    return membership


def _schooling(candidate: Candidate, member: Member) -> Qualification:
    """General schooling the list told of: held by the day of the list, from when nobody wrote down."""
    return Qualification(
        member=member,
        scale=Qualification.Scale.GENERAL,
        detail=candidate.schooling,
        obtained_on=candidate.from_on,
        is_date_unknown=True,
    )


def _person(candidate: Candidate, citizen_id: str) -> Member:
    """The member the candidate becomes; the other facts are added on the member's page."""
    return Member(
        full_name=candidate.full_name,
        sex=candidate.sex,
        born_on=candidate.born_on,
        ethnicity=candidate.ethnicity,
        citizen_id=citizen_id,
    )


# -- steps -----------------------------------------------------------------------------------------


@transaction.atomic
def take_step(*, step: CandidateStep, recorded_on: dt.date, by) -> CandidateStep:
    """Records one step or paper towards admission or recognition. Raises ValidationError keyed by field."""
    _lock_owner(step)
    check_has_happened(recorded_on, done_on=step.done_on)
    return audit.create(step, by=by, action="members.take_step")


@transaction.atomic
def correct_step(
    *,
    step: CandidateStep,
    fields: list[str],
    reason: str,
    recorded_on: dt.date,
    by,
    version: int | None = None,
) -> CandidateStep:
    """Corrects a step in place, with the reason."""
    _lock_owner(step)
    check_has_happened(recorded_on, done_on=step.done_on)
    return audit.update(step, by=by, fields=fields, reason=reason, version=version)


@transaction.atomic
def void_step(*, step: CandidateStep, reason: str, by, version: int | None = None):
    """Voids a step that was not taken."""
    _lock_owner(step)
    return audit.void(step, by=by, reason=reason, version=version)


def _lock_owner(step: CandidateStep) -> None:
    if step.candidate is not None:
        _lock(step.candidate)
    elif step.membership is not None:
        lock(step.membership.member)


def _lock(candidate: Candidate) -> None:
    Candidate.objects.select_for_update(of=("self",)).get(pk=candidate.pk)


def _lock_open(candidate: Candidate) -> None:
    """Raises ValidationError when the list has ended for this person."""
    _lock(candidate)
    if candidate.to_on is not None:
        raise ValidationError(
            _("Đã kết thúc theo dõi: %(outcome)s.") % {"outcome": candidate.get_outcome_display()}
        )


def introduces(member: Member) -> bool:
    """Whether a valid candidate names the member as introducer."""
    names = Q(first_introducer=member) | Q(second_introducer=member)
    return Candidate.objects.valid().filter(names).exists()
