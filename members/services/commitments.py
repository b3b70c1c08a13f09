"""What members promise each year to set an example, and its review at the year's end."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from audit import services as audit
from members.models import Commitment, Member
from members.services.standing import (
    check_has_happened,
    errors_named,
    lock,
    official_placement_on,
)


@transaction.atomic
def commit(
    *, member: Member, year: int, made_on: dt.date, text: str, recorded_on: dt.date, by
) -> Commitment:
    """Records the commitment (cam kết nêu gương) of a member for a year; 08-QĐi/TW 25/10/2018.

    Raises ValidationError keyed by argument.
    """
    lock(member)
    check_has_happened(recorded_on, made_on=made_on)
    if official_placement_on(member, made_on) is None:
        raise ValidationError(
            {"made_on": _("Vào ngày này đồng chí không sinh hoạt ở chi bộ nào của đảng bộ.")}
        )
    commitment = Commitment(member=member, year=year, made_on=made_on, text=text)
    return audit.create(commitment, by=by, action="members.commit")


@transaction.atomic
def review_commitment(
    *, commitment: Commitment, on: dt.date, result: str, review: str = "", recorded_on: dt.date, by
) -> Commitment:
    """Records what became of a commitment. Raises ValidationError keyed by argument."""
    check_has_happened(recorded_on, on=on)
    if commitment.reviewed_on is not None:
        raise ValidationError(_("Bản cam kết này đã kiểm điểm; muốn đổi thì sửa dòng, kèm lý do."))
    commitment.reviewed_on, commitment.result, commitment.review = on, result, review
    fields = ["reviewed_on", "result", "review"]
    with errors_named(reviewed_on="on"):
        return audit.update(commitment, by=by, fields=fields, action="members.review_commitment")
