"""Who attends a cell's meeting for the committee (cấp ủy viên dự): chosen, and invited as a guest."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from audit import services as audit
from meetings.models import Guest, Meeting
from meetings.roll.people import attendants_on
from meetings.services.guard import lock_for_recording
from members.models import Member


@transaction.atomic
def choose_attendant(
    *, meeting: Meeting, attendant: Member | None, instead_of: Member | None, by
) -> Meeting:
    """Names who attends, in the place of who was shown on the page (`instead_of`).

    With the roll open the guests follow: the new one is invited, the one before who has not
    come is taken off. Raises ValidationError when somebody else has been chosen meanwhile, or
    the choice neither looks after the cell nor sits in the committee on that day.
    """
    locked = lock_for_recording(meeting)
    if locked.attendant == attendant:
        return locked
    if locked.attendant != instead_of:
        told = _("Người khác vừa chọn: %(name)s. Xem lại rồi chọn lần nữa.")
        name = locked.attendant or _("không ai dự")
        raise ValidationError({"attendant": told % {"name": name}}, code="meanwhile")
    check_may_attend(locked, attendant)
    locked.attendant = attendant
    audit.update(locked, by=by, fields=["attendant"], action="meetings.choose_attendant")
    if locked.attendances.valid().exists():
        _take_off(locked, instead_of, by=by)
        invite_attendant(meeting=locked, by=by)
    return locked


def check_may_attend(meeting: Meeting, attendant: Member | None) -> None:
    """Raises ValidationError keyed `attendant`."""
    day, committee = meeting.meets_on, meeting.committee
    if attendant is None or meeting.cell_id is None:
        return  # the database refuses an attendant of a meeting without a cell
    if attendant not in attendants_on(day, committee=committee, cell=meeting.cell):
        told = _("Ngày %(day)s đồng chí %(name)s không phải cấp ủy viên, không phụ trách chi bộ.")
        raise ValidationError({"attendant": told % {"day": f"{day:%d/%m/%Y}", "name": attendant}})


def _take_off(meeting: Meeting, attendant: Member | None, *, by) -> None:
    waiting = meeting.guests.valid().filter(
        member=attendant, capacity=Guest.Capacity.OVERSEER, state=Guest.State.INVITED
    )
    for guest in waiting if attendant else ():
        audit.void(guest, by=by, reason=_("đã chọn cấp ủy viên khác dự"))


@transaction.atomic
def invite_attendant(*, meeting: Meeting, by) -> Guest | None:
    """The attendant as a guest who is invited; never twice, and not who is on the roll anyway."""
    locked = lock_for_recording(meeting)
    member = locked.attendant
    if member is None or locked.attendances.valid().filter(member=member).exists():
        return None
    if (guest := locked.guests.valid().filter(member=member).first()) is not None:
        return guest
    guest = Guest(
        meeting=locked,
        member=member,
        capacity=Guest.Capacity.OVERSEER,
        state=Guest.State.INVITED,
    )
    return audit.create(guest, by=by, action="meetings.invite_attendant")
