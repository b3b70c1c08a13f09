"""What stands between a candidate and admission: what the rules forbid, and what is only not on record.

Points 1–4 of Điều lệ Đảng and the regulation of the day on carrying it out (29-QĐ/TW 25/7/2016 and
the later ones), each by its parameters; what no register can know (that two people have worked
together for twelve months) is asked, not decided.
"""

import datetime as dt

from django.utils.translation import gettext as _

from members.limits import ceremony_last_day, certificate_last_day
from members.models import Candidate, CandidateStep, Member
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


def share_asked(candidate: Candidate, day: dt.date) -> tuple[int, int]:
    """Of those entitled to vote in the cell, how many must agree (two thirds)."""
    rule = rule_of("cell_vote", day, committee=candidate.cell.committee_id)
    return tuple(rule.parameters["admission"]) if rule else DEFAULT_SHARE


def reaches_share(step: CandidateStep, share: tuple[int, int]) -> bool:
    part, whole = share
    return (step.votes_for or 0) * whole >= (step.votes_base or 0) * part


# -- what is refused -------------------------------------------------------------------------------


def refusals(
    candidate: Candidate, *, decision_on: dt.date, ceremony_on: dt.date
) -> dict[str, list[str]]:
    """By field of the admission: what no reason can mend."""
    steps = steps_of(candidate)
    found = [
        ("decision_on", _certificate_ran_out(candidate, steps, decision_on)),
        ("decision_on", _votes_too_few(candidate, steps)),
        *(("decision_on", why) for why in _papers_out_of_order(steps, decision_on)),
        ("ceremony_on", _ceremony_too_early(candidate, ceremony_on)),
    ]
    refused: dict[str, list[str]] = {}
    for field, why in found:
        if why:
            refused.setdefault(field, []).append(why)
    return refused


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


def _votes_too_few(candidate, steps) -> str:
    step = steps.get(Kind.CELL_RESOLUTION)
    if step is None or step.votes_base is None:
        return ""
    part, whole = share = share_asked(candidate, step.done_on)
    if reaches_share(step, share):
        return ""
    return _("Nghị quyết chi bộ có %(votes)s/%(base)s tán thành, chưa đủ %(part)s/%(whole)s.") % {
        "votes": step.votes_for,
        "base": step.votes_base,
        "part": part,
        "whole": whole,
    }


def _papers_out_of_order(steps, decision_on: dt.date) -> list[str]:
    found = []
    for kind in (Kind.CELL_RESOLUTION, Kind.COMMITTEE_RESOLUTION):
        step = steps.get(kind)
        if step is not None and decision_on < step.done_on:
            sentence = _("Quyết định không thể trước %(step)s ngày %(day)s.")
            found.append(sentence % {"step": step, "day": written(step.done_on)})
    step = steps.get(Kind.DECISION)
    if step is not None and step.done_on != decision_on:
        sentence = _(
            "Trong danh sách các bước, quyết định ghi ngày %(day)s; hãy sửa một trong hai."
        )
        found.append(sentence % {"day": written(step.done_on)})
    return found


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
        _too_old(candidate, decision_on),
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
    steps, needed = steps_of(candidate), needed_kinds(candidate, day)
    own = {Kind.DECISION, Kind.DECISION_RECEIVED}
    missing = [
        str(kind.label)
        for kind in CandidateStep.OF_ADMISSION
        if kind in needed and kind not in steps and kind not in own
    ]
    found = [_("Chưa ghi: %(steps)s.") % {"steps": "; ".join(missing)}] if missing else []
    resolution = steps.get(Kind.CELL_RESOLUTION)
    if resolution is not None and resolution.votes_base is None:
        found.append(_("Nghị quyết của chi bộ chưa ghi số phiếu."))
    return found


def votes_too_few(candidate: Candidate) -> list[str]:
    """That the cell's resolution did not reach its share: told before somebody types the admission."""
    why = _votes_too_few(candidate, steps_of(candidate))
    return [why] if why else []


def _too_old(candidate: Candidate, day: dt.date) -> str:
    if day <= may_be_admitted_until(candidate.born_on):
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
