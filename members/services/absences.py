"""Time without cell life here: exempted or suspended, or active elsewhere by a letter of introduction."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from audit import services as audit
from members.limits import temporary_last_day
from members.models import Exemption, Member, Membership, Placement
from members.ruling import rule_of
from members.services.admission import register_newcomer
from members.services.fitting import keeping_in_place
from members.services.recognition import committee_of
from members.services.standing import (
    check_has_happened,
    end_one,
    errors_named,
    hold,
    lock,
    membership_on,
    official_placement_on,
)
from partyunit.dates import add_months, day_after


@transaction.atomic
def begin_exemption(
    *,
    member: Member,
    kind: str,
    reason: str,
    on: dt.date,
    recorded_on: dt.date,
    by,
    to_on: dt.date | None = None,
    decision=None,
) -> Exemption:
    """Exempts a member from Party work and cell life (miễn), or suspends one (đình chỉ), from day `on`.

    The member stays in the headcount and keeps Party age; the rolls of those days begin with
    «được miễn». Raises ValidationError keyed by field.
    """
    lock(member)
    check_has_happened(recorded_on, on=on)
    home_on(member, on)
    exemption = Exemption(
        member=member, kind=kind, reason=reason, from_on=on, to_on=to_on, decision=decision
    )
    with errors_named(from_on="on"), keeping_in_place(member):
        return audit.create(exemption, by=by, action=f"members.{kind}")


@transaction.atomic
def end_exemption(*, exemption: Exemption, on: dt.date, by) -> Exemption:
    """Cell life again from day `on`: the day before is the last of the exemption."""
    lock(exemption.member)
    end_one(exemption, on=on, by=by, action="members.end_exemption")
    return exemption


@transaction.atomic
def send_temporarily(*, placement: Placement, recorded_on: dt.date, by) -> Placement:
    """A member takes part elsewhere for a time by letter (sinh hoạt tạm thời đi).

    The unsaved `placement` names member, days, letter and one of our other cells or an
    organisation outside. The member stays in the home headcount and leaves the home vote
    base (29-QĐ/TW 25/7/2016). Raises ValidationError keyed by field.
    """
    if placement.cell:
        hold(placement.cell)
    lock(placement.member)
    days = {"from_on": placement.from_on, "letter_on": placement.letter_on}
    check_has_happened(recorded_on, **days)
    with errors_named(on="from_on"):
        home = home_on(placement.member, placement.from_on)
    if placement.cell_id == home.cell_id:
        raise ValidationError({"cell": _("Đồng chí đang sinh hoạt ở chính chi bộ này.")})
    check_temporary_length(placement, committee=committee_of(placement.member))
    _make_temporary(placement)
    with keeping_in_place(placement.member):
        return audit.create(placement, by=by, action="members.send_temporarily")


@transaction.atomic
def take_in_temporarily(
    *, placement: Placement, membership: Membership | None, recorded_on: dt.date, by
) -> Placement:
    """Takes in a member of another organisation for a time by letter (đến sinh hoạt tạm thời).

    The unsaved `placement` names the person, our cell, days, letter and where from. Not in
    our headcount; on the roll of the cell as temporary. A person new to the register brings
    the unsaved `membership`. Raises ValidationError keyed by field.
    """
    action, member = "members.take_in_temporarily", placement.member
    names = ("from_on", "letter_on", "handed_in_on")
    check_has_happened(recorded_on, **{name: getattr(placement, name) for name in names})
    if placement.cell is None:
        raise ValidationError({"cell": _("Hãy chọn chi bộ.")})
    hold(placement.cell)
    check_temporary_length(placement, committee=placement.cell.committee_id)
    if not placement.came_from:
        raise ValidationError({"came_from": _("Hãy ghi tổ chức Đảng nơi đồng chí từ đó đến.")})
    if membership is None:
        lock(member)
        _check_is_guest(member, placement.from_on)
    else:
        with errors_named(on="from_on"):
            cell, on = placement.cell, placement.from_on
            register_newcomer(membership, cell=cell, on=on, by=by, action=action)
        placement.member = membership.member
    _make_temporary(placement)
    return audit.create(placement, by=by, action=action)


def _make_temporary(placement: Placement) -> None:
    placement.kind = Placement.Kind.TEMPORARY
    placement.start_reason = Placement.StartReason.TEMPORARY


@transaction.atomic
def end_temporary(*, placement: Placement, on: dt.date, by) -> Placement:
    """Ends activity by letter from day `on`, before or after the day the letter names."""
    lock(placement.member)
    if placement.kind != Placement.Kind.TEMPORARY:
        raise ValidationError(_("Dòng này không ghi sinh hoạt tạm thời."))
    end_one(placement, on=on, by=by, action="members.end_temporary")
    return placement


def home_on(member: Member, on: dt.date) -> Placement:
    """The official placement of the day. Raises ValidationError keyed `on`."""
    home = official_placement_on(member, on)
    if home is None:
        raise ValidationError(
            {"on": _("Vào ngày này đồng chí không sinh hoạt ở chi bộ nào của đảng bộ.")}
        )
    return home


def _check_is_guest(member: Member, on: dt.date) -> None:
    if membership_on(member, on) is None:
        raise ValidationError({"from_on": _("Vào ngày này đồng chí không ở trong Đảng.")})
    if (home := official_placement_on(member, on)) is not None:
        sentence = _("Vào ngày này đồng chí sinh hoạt chính thức tại %(cell)s.")
        raise ValidationError({"from_on": sentence % {"cell": home.place}})


def check_temporary_length(placement: Placement, *, committee: int | None) -> None:
    """From the months to under the months of the rule of the day (3 to under 12, 29-QĐ/TW).

    Only the days the letter names are judged; who comes back earlier does. Raises
    ValidationError keyed `to_on`.
    """
    on, to_on = placement.from_on, placement.to_on
    if to_on is None:
        raise ValidationError({"to_on": _("Hãy ghi ngày cuối ghi trong giấy giới thiệu.")})
    if to_on < on:
        raise ValidationError({"to_on": _("Ngày kết thúc phải từ ngày bắt đầu trở đi.")})
    rule = rule_of("temporary_activity", on, committee=committee)
    if rule is None:
        return
    least, below = rule.parameters["min_months"], rule.parameters["below_months"]
    last = temporary_last_day(on, rule=rule)
    if add_months(on, least) <= day_after(to_on) and (last is None or to_on <= last):
        return
    raise ValidationError(
        {
            "to_on": _("Theo %(rule)s, sinh hoạt tạm thời từ %(least)s đến dưới %(below)s tháng.")
            % {"rule": rule, "least": least, "below": below}
        }
    )
