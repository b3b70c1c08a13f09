"""Guests of a meeting: a cell invited in one act, then their own roll-call beside the meeting's."""

import datetime as dt
from collections.abc import Iterable
from typing import cast

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from audit import bulk
from documents.papers.layout import name_on
from meetings.models import Guest, Meeting
from meetings.services.guard import lock_for_recording
from meetings.services.roll import check_began
from meetings.services.rows import save_row
from members.models import Member

INVITED, PRESENT = Guest.State.INVITED, Guest.State.PRESENT


@transaction.atomic
def invite_members(*, meeting: Meeting, cell, members: Iterable[Member], by) -> list[Guest]:
    """Asks members of another cell to the meeting, to learn from it (dự học tập).

    They come from that cell by its name of the meeting's day. Who is on the roll or a guest
    already is passed over. Raises ValidationError when nobody is left to invite.
    """
    locked = lock_for_recording(meeting)
    taken = {*locked.attendances.valid().values_list("member", flat=True)}
    taken |= {*locked.guests.valid().values_list("member", flat=True)}
    organisation = name_on(locked.meets_on, owner=cell)
    rows = [
        Guest(
            meeting=locked,
            member=member,
            organisation=organisation,
            capacity=Guest.Capacity.OBSERVER,
            state=INVITED,
        )
        for member in members
        if member.pk not in taken
    ]
    if not rows:
        raise ValidationError(_("Hãy chọn ít nhất một đồng chí chưa được mời."))
    bulk.create_many(rows, by=by, action="meetings.invite")
    return rows


@transaction.atomic
def mark_guests_present(*, meeting: Meeting, on: dt.date, by) -> int:
    """Everyone invited came; who is recorded already stays as recorded. Gives their number.

    `on` is the program's day: nobody came to a meeting that has not begun.
    """
    locked = lock_for_recording(meeting)
    check_began(locked, on)
    waiting = list(locked.guests.valid().filter(state=INVITED))
    for guest in waiting:
        guest.state = PRESENT
    bulk.update_many([(guest, ["state"]) for guest in waiting], by=by, action="meetings.guests")
    return len(waiting)


def save_guest(*, meeting: Meeting, on: dt.date, state: str, **row) -> Guest:
    """Stores one guest; before the meeting's day nobody has come or stayed away."""
    if state != INVITED and meeting.meets_on > on:
        told = _("Ngày họp chưa đến; chỉ ghi trước được người được mời.")
        raise ValidationError({"state": told})
    return cast("Guest", save_row(Guest, meeting=meeting, state=state, **row))
