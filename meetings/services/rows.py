"""Rows typed in a meeting: guests, agenda, opinions, tasks given, prose sections.

The window that types a row makes its `uid`, so a row sent twice is stored once; a change says
which version it read, so a stale window gets a conflict and never overwrites silently.
"""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from audit import services as audit
from audit.services import VersionConflictError
from documents.papers.layout import name_on
from meetings.models import (
    ActionItem,
    AgendaItem,
    Guest,
    Meeting,
    MeetingPaper,
    MinutesSection,
    Opinion,
    Vote,
)
from meetings.services.guard import lock_for_recording, minutes_of
from meetings.services.votes import count_vote
from meetings.votes.voting import COMPUTED

POSITIONED = (ActionItem, AgendaItem, Opinion, Vote)
PARENTS: dict[type[models.Model], str] = {
    ActionItem: "meeting",
    AgendaItem: "meeting",
    Guest: "meeting",
    MeetingPaper: "meeting",
    MinutesSection: "minutes",
    Opinion: "item",
    Vote: "meeting",
}


@transaction.atomic
def save_row(model, *, meeting: Meeting, uid, version: int, by, **values) -> models.Model:
    """Stores a new row (`version` 0) or a change of one, known by its `uid`.

    Raises VersionConflictError when someone else changed the row since, ValidationError when a
    rule is broken or the row belongs to another meeting.
    """
    locked = lock_for_recording(meeting)
    row = model.objects.filter(uid=uid).first()
    if row is None:
        return _create(model, meeting=locked, uid=uid, by=by, values=values)
    check_belongs(row, locked)
    if row.is_voided:
        raise VersionConflictError(row)
    changed = {name for name, value in values.items() if getattr(row, name) != value}
    if not changed:
        return row  # the same text sent twice
    if version == 0:  # this window has not seen it, be it a page out of the browser's memory
        raise VersionConflictError(row)
    for name, value in values.items():
        setattr(row, name, value)
    fields = list(values)
    if isinstance(row, Vote):
        count_vote(row, changed=changed)
        fields += COMPUTED
    return audit.update(row, by=by, fields=fields, version=version)


def _create(model, *, meeting: Meeting, uid, by, values: dict) -> models.Model:
    row = model(uid=uid, **values)
    if model is not MeetingPaper:  # sent before anybody writes minutes
        minutes = minutes_of(meeting, by=by)
    if PARENTS[model] != "item":
        setattr(row, PARENTS[model], minutes if model is MinutesSection else meeting)
    check_belongs(row, meeting)
    if model is MinutesSection:
        _check_part_is_free(row)
    if model is Guest:
        _name_the_cell(row)
    if model in POSITIONED and "position" not in values:
        row.position = _next_position(row)
    if isinstance(row, Vote):
        count_vote(row)
    return audit.create(row, by=by)


def _name_the_cell(guest: Guest) -> None:
    """A member of another cell is a guest from there, by its name of the meeting's day."""
    if guest.member is None or guest.organisation or guest.capacity == Guest.Capacity.OVERSEER:
        return
    day = guest.meeting.meets_on
    place = guest.member.placements.active_on(day).filter(kind="official").first()
    if place is not None and place.cell is not None:
        guest.organisation = name_on(day, owner=place.cell)


def _check_part_is_free(section: MinutesSection) -> None:
    """Two windows that both begin a part: the second sees the first's text."""
    taken = MinutesSection.objects.valid().filter(minutes=section.minutes, part=section.part)
    if (current := taken.first()) is not None:
        raise VersionConflictError(current)


def check_belongs(row: models.Model, meeting: Meeting) -> None:
    if meeting_of(row).pk != meeting.pk:
        raise ValidationError(_("Dòng này thuộc một cuộc họp khác."), code="elsewhere")


def meeting_of(row: models.Model) -> Meeting:
    """The meeting a recorded row belongs to."""
    parent = PARENTS.get(type(row), "meeting")
    return row.meeting if parent == "meeting" else getattr(row, parent).meeting


def _next_position(row: models.Model) -> int:
    parent = PARENTS[type(row)]
    siblings = type(row).objects.valid().filter(**{parent: getattr(row, parent)})
    return (siblings.aggregate(last=Max("position"))["last"] or 0) + 1


@transaction.atomic
def remove_row(row: models.Model, *, version: int, by, reason: str = "") -> models.Model:
    """Takes a row off the draft: voided, with the opinions and votes on it if it is an agenda item."""
    lock_for_recording(meeting_of(row))
    reason = reason or _("bỏ khi đang ghi biên bản")
    if isinstance(row, AgendaItem):
        for child in (*row.opinions.valid(), *row.votes.valid()):
            audit.void(child, by=by, reason=reason)
    return audit.void(row, by=by, reason=reason, version=version)


@transaction.atomic
def move_agenda_item(item: AgendaItem, *, up: bool, by) -> AgendaItem:
    """Changes places with the neighbour above or below; at the end of the list nothing moves."""
    locked = lock_for_recording(item.meeting)
    items = list(locked.agenda.valid().order_by("position", "pk"))
    here = next(i for i, other in enumerate(items) if other.pk == item.pk)
    there = here - 1 if up else here + 1
    if 0 <= there < len(items):
        items[here], items[there] = items[there], items[here]
    for position, other in enumerate(items, start=1):
        if other.position != position:
            other.position = position
            audit.update(other, by=by, fields=["position"], action="meetings.move_agenda_item")
    return next(other for other in items if other.pk == item.pk)
