"""Typing mistakes in dated rows: corrected in place, by the rules of the acts that entered them."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from audit import services as audit
from members.models import (
    Commitment,
    Exemption,
    Membership,
    Oversight,
    Placement,
    Position,
    Qualification,
    ResidenceComment,
    ResidenceContact,
    Secondment,
    SecondmentReport,
)
from members.rules import written
from members.ruling import rule_of
from members.services.absences import check_temporary_length
from members.services.admission import check_may_be_readmitted
from members.services.fitting import check_may_hold, check_may_oversee, keeping_in_place
from members.services.recognition import check_party_dates, committee_of
from members.services.residence import check_contact_fits
from members.services.secondments import check_may_go
from members.services.standing import check_has_happened, errors_named, lock, membership_on
from partyunit.models import Record

# Days of what has happened: never after the day of the correction.
HAPPENED: dict[type[Record], tuple[str, ...]] = {
    Exemption: ("from_on",),
    Qualification: ("obtained_on",),
    ResidenceContact: ("from_on", "letter_on", "confirmed_on"),
    ResidenceComment: ("asked_on", "received_on"),
    Commitment: ("made_on", "reviewed_on"),
    SecondmentReport: ("handed_in_on",),
}


@transaction.atomic
def correct_row(
    *,
    row: Record,
    fields: list[str],
    reason: str,
    recorded_on: dt.date,
    by,
    version: int | None = None,
) -> Record:
    """Corrects a typing mistake in place, with the reason; the journal keeps old and new.

    A corrected day of the ceremony moves the first day of the placement it opened. Posts and
    secondments that fitted where the member stood must still fit. Raises ValidationError
    keyed by field.
    """
    lock(row.member)
    if not reason.strip():
        raise ValidationError({"reason": _("Hãy ghi lý do sửa.")})
    stored = type(row)._base_manager.get(pk=row.pk)
    _check(row, stored, recorded_on=recorded_on)
    told = {"by": by, "reason": reason.strip()}
    with keeping_in_place(row.member):
        corrected = audit.update(row, fields=_with_rule(row, fields), version=version, **told)
        if isinstance(row, Membership) and row.ceremony_on != stored.ceremony_on:
            _move_with_ceremony(row, stored.ceremony_on, **told)
    return corrected


def _with_rule(row: Record, fields: list[str]) -> list[str]:
    """With what follows from the corrected dates: the rule they were judged by, the reason it needs."""
    if not isinstance(row, Membership):
        return fields
    return list(dict.fromkeys([*fields, "admission_rule", "probation_rule", "official_note"]))


def _check(row: Record, stored: Record, *, recorded_on: dt.date) -> None:
    """What the act that entered such a row checks."""
    if isinstance(row, Membership):
        names = ("decision_on", "ceremony_on", "recognition_decision_on", "official_from")
        if any(getattr(row, name) != getattr(stored, name) for name in names):
            committee = committee_of(row.member)
            check_party_dates(row, committee=committee, recorded_on=recorded_on)
            check_may_be_readmitted(row, committee=committee)
        if row.decision_on != stored.decision_on:
            row.admission_rule = rule_of(
                "admission", row.decision_on, committee=committee_of(row.member)
            )
    elif isinstance(row, Placement):
        _check_placement(row, recorded_on=recorded_on)
    elif isinstance(row, Position):
        check_may_hold(row)
    elif isinstance(row, Oversight):
        check_may_oversee(row)
    elif isinstance(row, Secondment):
        check_may_go(row.member, host_cell=row.host_cell, on=row.from_on)
        check_has_happened(recorded_on, remarked_on=row.remarked_on)
    elif (names := HAPPENED.get(type(row))) is not None:
        check_has_happened(recorded_on, **{name: getattr(row, name) for name in names})
    if isinstance(row, ResidenceContact):
        check_contact_fits(row)


def _check_placement(placement: Placement, *, recorded_on: dt.date) -> None:
    days = ("from_on", "letter_on", "handed_in_on", "left_letter_on", "received_on")
    check_has_happened(recorded_on, **{name: getattr(placement, name) for name in days})
    left_on, received_on = placement.to_on, placement.received_on
    if received_on and left_on and received_on <= left_on:
        raise ValidationError({"received_on": _("Không thể trước ngày chuyển đi.")})
    if placement.kind == Placement.Kind.OFFICIAL:
        if membership_on(placement.member, placement.from_on) is None:
            raise ValidationError({"from_on": _("Vào ngày này đồng chí không ở trong Đảng.")})
    else:
        _check_days_of_letter(placement)


def _check_days_of_letter(placement: Placement) -> None:
    """A stay by letter that was cut short keeps its days when something else is corrected."""
    stored = Placement.objects.get(pk=placement.pk)
    if (placement.from_on, placement.to_on) != (stored.from_on, stored.to_on):
        check_temporary_length(placement, committee=_committee_of(placement))


def _committee_of(placement: Placement) -> int | None:
    return placement.cell.committee_id if placement.cell else committee_of(placement.member)


def _move_with_ceremony(membership: Membership, stored_on: dt.date, **told) -> None:
    """The placement that began at the ceremony begins with it; one who came later came after it."""
    placements = membership.member.placements.valid().official()
    reasons = (Placement.StartReason.ADMISSION, Placement.StartReason.READMISSION)
    opened = placements.filter(from_on=stored_on, start_reason__in=reasons).first()
    if opened is not None:
        opened.from_on = membership.ceremony_on
        with errors_named(from_on="ceremony_on"):
            audit.update(opened, fields=["from_on"], **told)
    before = placements.filter(from_on__gte=stored_on, from_on__lt=membership.ceremony_on)
    if (placement := before.first()) is not None:
        raise ValidationError(
            {
                "ceremony_on": _("Từ ngày %(day)s đồng chí đã sinh hoạt tại %(cell)s.")
                % {"day": written(placement.from_on), "cell": placement.place}
            }
        )
