"""The end of probation: recognition as an official member, and what the rule of the day says of it."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from audit import services as audit
from members.models import Member, Membership
from members.readiness import recognition_refusals
from members.rules import CHARTER, probation_end, probation_rule, probation_rules, written
from members.ruling import check_who_decides
from members.services.standing import check_has_happened, errors_named, lock, membership_on
from regulations.models import Regulation


# Longer than thirty lines only by its signature: what the papers say, each by name.
@transaction.atomic
def recognise_member(
    *,
    member: Member,
    decision_on: dt.date,
    recorded_on: dt.date,
    by,
    number: str = "",
    decision=None,
    official_from: dt.date | None = None,
    official_note: str = "",
) -> Membership:
    """Records the recognition as an official member (công nhận đảng viên chính thức).

    Official from the day probation ended (ceremony + the months of the rule of that day,
    twelve by Điều lệ Đảng, Điều 5), whatever the day of the decision. Another day, as older
    rules gave it, stands only with its reason in `official_note`. Raises ValidationError
    keyed by field.
    """
    lock(member)
    check_has_happened(recorded_on, decision_on=decision_on, official_from=official_from)
    membership, committee = _on_probation(member, decision_on), committee_of(member)
    found = recognition_refusals(membership, decision_on=decision_on, committee=committee)
    if found:
        raise ValidationError(found)
    check_who_decides(decision, on=decision_on, committee=committee)
    rule, ends_on = end_of_probation(membership, committee=committee)
    membership.official_from, membership.official_note = official_from or ends_on, official_note
    membership.recognition_number = number or (decision.number if decision else "")
    membership.recognition_decision, membership.recognition_decision_on = decision, decision_on
    _check_official_from(membership, rule=rule, ends_on=ends_on)
    if decision_on < membership.official_from:
        sentence = _("Ngày %(day)s mới hết thời gian dự bị; chưa thể công nhận.")
        day = written(membership.official_from)
        raise ValidationError({"decision_on": sentence % {"day": day}})
    _set_rule(membership, committee=committee)
    action = "members.recognise"
    with errors_named(recognition_decision_on="decision_on", recognition_number="number"):
        fields = [*RECOGNITION, "probation_rule"]
        return audit.update(membership, by=by, fields=fields, action=action, reason=rule)


RECOGNITION = [
    "official_from",
    "official_note",
    "recognition_decision_on",
    "recognition_decision",
    "recognition_number",
]


def _on_probation(member: Member, day: dt.date) -> Membership:
    membership = membership_on(member, day)
    if membership is None:
        raise ValidationError({"decision_on": _("Vào ngày này đồng chí không ở trong Đảng.")})
    if membership.official_from is not None:
        raise ValidationError(
            _("Đồng chí đã là đảng viên chính thức từ ngày %(day)s.")
            % {"day": written(membership.official_from)}
        )
    return membership


def committee_of(member: Member) -> int | None:
    """The committee in whose cell the member is or was last placed."""
    placements = member.placements.valid().official().filter(cell__isnull=False)
    return placements.values_list("cell__committee", flat=True).last()


def end_of_probation(
    membership: Membership, *, committee: int | None, rules: list[Regulation] | None = None
) -> tuple[str, dt.date]:
    """The rule of the ceremony's day as it is cited, and the first day after probation by it."""
    ceremony_on = membership.ceremony_on
    rules = probation_rules() if rules is None else rules
    rule = probation_rule(ceremony_on, rules=rules, committee=committee)
    return str(rule or CHARTER), probation_end(ceremony_on, rules=rules, committee=committee)


def _set_rule(
    membership: Membership, *, committee: int | None, rules: list[Regulation] | None = None
) -> None:
    """Keeps the regulation on probation of the ceremony's day; none where none is on record."""
    membership.probation_rule = probation_rule(
        membership.ceremony_on,
        rules=probation_rules() if rules is None else rules,
        committee=committee,
    )


def check_party_dates(
    membership: Membership,
    *,
    committee: int | None,
    recorded_on: dt.date,
    rules: list[Regulation] | None = None,
) -> None:
    """What a paper from elsewhere or a correction may say: past days, official by the rule or with a reason.

    Sets the rule by which it was judged. `rules` are those of probation where many are checked
    at once. Raises ValidationError keyed by field.
    """
    days = ("decision_on", "ceremony_on", "recognition_decision_on", "official_from")
    check_has_happened(recorded_on, **{name: getattr(membership, name) for name in days})
    if membership.official_from is None or membership.official_from <= membership.ceremony_on:
        return  # a constraint of the row says it
    rule, ends_on = end_of_probation(membership, committee=committee, rules=rules)
    _set_rule(membership, committee=committee, rules=rules)
    _check_official_from(membership, rule=rule, ends_on=ends_on)


def _check_official_from(membership: Membership, *, rule: str, ends_on: dt.date) -> None:
    """By the rule, unless a reason stands beside it: before the 1980s probation was of another length [S]."""
    if membership.official_from == ends_on:
        membership.official_note = ""
    elif not membership.official_note:
        sentence = _(
            "Theo %(rule)s, chính thức từ ngày %(day)s. Nếu giấy tờ ghi ngày khác thì ghi lý do."
        )
        told = {"rule": rule, "day": written(ends_on)}
        raise ValidationError({"official_from": sentence % told})
