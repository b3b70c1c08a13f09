"""What stands between a candidate and admission: what the rules forbid, and what is only not on record.

Points 1–4 of Điều lệ Đảng and the regulation of the day on carrying it out (29-QĐ/TW 25/7/2016 and
the later ones), each by its parameters; what no register can know (that two people have worked
together for twelve months) is asked, not decided.
"""

import datetime as dt

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from members.limits import ceremony_last_day, certificate_last_day
from members.models import Candidate, CandidateStep, Member, Membership
from members.rules import may_be_admitted_until, written
from members.ruling import rule_of
from partyunit.dates import add_months
from regulations.models import Holiday

Kind = CandidateStep.Kind
TOGETHER_MONTHS = 12  # of introducer and candidate (29-QĐ/TW 25/7/2016, [S2])
DEFAULT_SHARE = (2, 3)


def steps_of(owner) -> dict[str, CandidateStep]:
    """The newest valid step of each kind, of a candidate or of a span in the Party."""
    return {step.kind: step for step in owner.steps.valid().order_by("done_on", "pk")}


def needed_kinds(candidate: Candidate, day: dt.date) -> set[CandidateStep.Kind]:
    """The steps this candidate needs by the rule of the day; the others may be recorded."""
    needed = set(CandidateStep.OF_ADMISSION)
    if not candidate.union_introduces:
        needed.discard(Kind.UNION)
    return needed - _of_the_superior(day, committee=candidate.cell.committee_id)


def needed_for_recognition(day: dt.date, *, committee: int | None) -> set[CandidateStep.Kind]:
    """The steps a probationary member needs by the rule of the day."""
    return set(CandidateStep.OF_RECOGNITION) - _of_the_superior(day, committee=committee)


def _of_the_superior(day: dt.date, *, committee: int | None) -> set[CandidateStep.Kind]:
    """What falls away where the committee itself decides (29-QĐ/TW: where authorised)."""
    rule = rule_of("admission", day, committee=committee)
    if rule is None or rule.parameters["decided_by"] == "superior":
        return set()
    return {Kind.SENT_UP, Kind.DECISION_RECEIVED}


def valid_until(step: CandidateStep, *, committee: int | None) -> dt.date | None:
    """The last day on which the certificate of an awareness class is good for admission."""
    rule = rule_of("awareness", step.done_on, committee=committee)
    return certificate_last_day(step.done_on, rule=rule)


def _share_asked(step: CandidateStep, *, committee: int | None) -> tuple[int, int]:
    """Of those entitled to vote, how many must agree: in the cell, or in the body that decides."""
    if step.kind == Kind.CELL_RESOLUTION:
        rule, name = rule_of("cell_vote", step.done_on, committee=committee), "admission"
    else:
        rule, name = rule_of("admission", step.done_on, committee=committee), "committee_share"
    return tuple(rule.parameters[name]) if rule else DEFAULT_SHARE


# -- what is refused -------------------------------------------------------------------------------


def refusals(
    candidate: Candidate, *, decision_on: dt.date, ceremony_on: dt.date
) -> dict[str, list[str]]:
    """By field of the admission: what no reason can mend."""
    steps, committee = steps_of(candidate), candidate.cell.committee_id
    on_decision = [
        _certificate_ran_out(candidate, steps, decision_on),
        *_votes_too_few(steps, committee=committee),
        *_papers_out_of_order(steps, decision_on),
    ]
    on_ceremony = [
        _ceremony_too_early(candidate, ceremony_on),
        _received_out_of_order(steps, decision_on, ceremony_on),
    ]
    found = {"decision_on": on_decision, "ceremony_on": on_ceremony}
    return _told(found)


def recognition_refusals(
    membership: Membership, *, decision_on: dt.date, committee: int | None
) -> dict[str, list[str]]:
    """By field of the recognition: a vote that did not carry, a paper younger than the decision."""
    steps = steps_of(membership)
    found = _votes_too_few(steps, committee=committee) + _papers_out_of_order(steps, decision_on)
    return _told({"decision_on": found})


def _told(found: dict[str, list[str]]) -> dict[str, list[str]]:
    """The fields that have something against them, each with its sentences."""
    named = ((field, [why for why in sentences if why]) for field, sentences in found.items())
    return {field: sentences for field, sentences in named if sentences}


def _certificate_ran_out(candidate, steps, decision_on: dt.date) -> str:
    step = steps.get(Kind.AWARENESS)
    if step is None:
        return ""
    until = valid_until(step, committee=candidate.cell.committee_id)
    if until is None or decision_on <= until:
        return ""
    return _(
        "Giấy chứng nhận lớp nhận thức về Đảng hết giá trị sau ngày %(day)s; phải học lại."
    ) % {"day": written(until)}


def _votes_too_few(steps, *, committee: int | None) -> list[str]:
    """Of the resolutions whose votes are on record, those that did not reach their share."""
    found = []
    for kind in CandidateStep.VOTED:
        step = steps.get(kind)
        if step is None or step.votes_base is None:
            continue
        part, whole = _share_asked(step, committee=committee)
        if step.votes_for * whole < step.votes_base * part:
            told = {"votes": step.votes_for, "base": step.votes_base, "part": part, "whole": whole}
            sentence = _("%(step)s có %(votes)s/%(base)s tán thành, chưa đủ %(part)s/%(whole)s.")
            found.append(sentence % {"step": capfirst(str(step)), **told})
    return found


def _papers_out_of_order(steps, decision_on: dt.date) -> list[str]:
    """Whatever leads to a decision comes before it; the decision among the steps is this one."""
    after = {Kind.DECISION, Kind.DECISION_RECEIVED}
    found = [
        _("Quyết định không thể trước %(step)s ngày %(day)s.")
        % {"step": step, "day": written(step.done_on)}
        for kind, step in steps.items()
        if kind not in after and decision_on < step.done_on
    ]
    step = steps.get(Kind.DECISION)
    if step is not None and step.done_on != decision_on:
        sentence = _(
            "Trong danh sách các bước, quyết định ghi ngày %(day)s; hãy sửa một trong hai."
        )
        found.append(sentence % {"day": written(step.done_on)})
    return found


def _received_out_of_order(steps, decision_on: dt.date, ceremony_on: dt.date) -> str:
    step = steps.get(Kind.DECISION_RECEIVED)
    if step is None or decision_on <= step.done_on <= ceremony_on:
        return ""
    return _("Lễ kết nạp sau khi nhận được quyết định; trong các bước ghi nhận ngày %(day)s.") % {
        "day": written(step.done_on)
    }


def _ceremony_too_early(candidate, ceremony_on: dt.date) -> str:
    if ceremony_on > candidate.from_on:
        return ""
    return _("Phải sau ngày vào danh sách nguồn (%(day)s).") % {"day": written(candidate.from_on)}


# -- what is asked ---------------------------------------------------------------------------------


def warnings(candidate: Candidate, *, decision_on: dt.date, ceremony_on: dt.date) -> list[str]:
    """What is not on record or not as usual: the act stands with its reason."""
    found = [
        _twin(candidate),
        *missing_steps(candidate, decision_on),
        too_old(candidate.born_on, decision_on),
        *introducer_warnings(candidate, decision_on),
        _ceremony_late(candidate, decision_on=decision_on, ceremony_on=ceremony_on),
    ]
    return [sentence for sentence in found if sentence]


def _twin(candidate: Candidate) -> str:
    """Two people may bear one name and be born on one day: that is asked, not refused."""
    committee = candidate.cell.committee_id
    members = Member.objects.valid().filter(placements__cell__committee=committee)
    same = {"search_name": candidate.search_name, "born_on": candidate.born_on}
    if not members.filter(placements__voided_at__isnull=True, **same).exists():
        return ""
    return _("Trong sổ đã có đồng chí %(name)s sinh %(day)s; xem có phải là một người không.") % {
        "name": candidate.full_name,
        "day": written(candidate.born_on),
    }


def missing_steps(candidate: Candidate, day: dt.date) -> list[str]:
    """One sentence that names the steps not recorded; the decision itself comes with the admission."""
    steps = steps_of(candidate)
    found = _not_recorded(steps, CandidateStep.OF_ADMISSION, needed_kinds(candidate, day))
    resolution = steps.get(Kind.CELL_RESOLUTION)
    if resolution is not None and resolution.votes_base is None:
        found.append(_("Nghị quyết của chi bộ chưa ghi số phiếu."))
    return found


def missing_for_recognition(
    membership: Membership, day: dt.date, *, committee: int | None
) -> list[str]:
    """One sentence that names the steps to recognition not recorded, before somebody types it."""
    needed = needed_for_recognition(day, committee=committee)
    return _not_recorded(steps_of(membership), CandidateStep.OF_RECOGNITION, needed)


def _not_recorded(steps, kinds, needed) -> list[str]:
    own = {Kind.DECISION, Kind.DECISION_RECEIVED}
    missing = [
        str(kind.label)
        for kind in kinds
        if kind in needed and kind not in steps and kind not in own
    ]
    return [_("Chưa ghi: %(steps)s.") % {"steps": "; ".join(missing)}] if missing else []


def refused_meanwhile(candidate: Candidate, day: dt.date) -> list[str]:
    """A class too long ago, a resolution that did not carry: told before somebody types the admission."""
    steps = steps_of(candidate)
    ran_out = _certificate_ran_out(candidate, steps, day)
    votes = _votes_too_few(steps, committee=candidate.cell.committee_id)
    return [ran_out, *votes] if ran_out else votes


def too_old(born_on: dt.date, day: dt.date) -> str:
    if day <= may_be_admitted_until(born_on):
        return ""
    return _("Đã quá 60 tuổi: chỉ kết nạp theo quyết định của cấp ủy trực thuộc Trung ương.")


def introducer_refusal(member: Member, cell, on: dt.date) -> str:
    """Why this member may not introduce anybody: not official, or not of our cells on the day."""
    here = Member.objects.placed_on(on, committee=cell.committee_id).filter(pk=member.pk)
    if here.official_on(on).exists():
        return ""
    return _("Ngày %(day)s đồng chí này không phải đảng viên chính thức của đảng bộ.") % {
        "day": written(on)
    }


def introducer_warnings(candidate: Candidate, on: dt.date) -> list[str]:
    """How many introduce, and whether they have been in the cell for twelve months."""
    named = (candidate.first_introducer, candidate.second_introducer)
    introducers = [member for member in named if member is not None]
    found = []
    if len(introducers) + candidate.union_introduces < 2:
        found.append(_("Cần hai đảng viên chính thức giới thiệu, hoặc một và Đoàn thanh niên."))
    since = add_months(on, -TOGETHER_MONTHS)
    for member in introducers:
        here = member.placements.valid().official().filter(cell=candidate.cell)
        if not here.filter(from_on__lte=since).exists():
            sentence = _(
                "Xem lại: %(member)s cùng công tác với quần chúng đủ %(months)s tháng chưa."
            )
            found.append(sentence % {"member": member, "months": TOGETHER_MONTHS})
    return found


def _ceremony_late(candidate: Candidate, *, decision_on: dt.date, ceremony_on: dt.date) -> str:
    last = ceremony_by(candidate, decision_on)
    if last is None or ceremony_on <= last:
        return ""
    return _("Lễ kết nạp quá hạn: theo quy định chậm nhất ngày %(day)s.") % {"day": written(last)}


def ceremony_by(candidate: Candidate, decision_on: dt.date) -> dt.date | None:
    """The last day for the ceremony: 30 working days from receipt or issue, by the rule of the day."""
    rule = rule_of("admission", decision_on, committee=candidate.cell.committee_id)
    received = steps_of(candidate).get(Kind.DECISION_RECEIVED)
    return ceremony_last_day(
        decision_on,
        received.done_on if received else None,
        rule=rule,
        calendar=Holiday.objects.calendar(),
    )
