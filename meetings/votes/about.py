"""Whom a vote can be about: the people of the meeting's day, not of today."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from meetings.models import Meeting, Vote
from members.models import Candidate, Member


def members_of(meeting: Meeting, roll: list):
    """Of a cell those on its roll, whatever their standing; of the committee all members of its cells."""
    if meeting.cell_id:
        return Member.objects.filter(pk__in=[row.member_id for row in roll])
    return Member.objects.placed_on(meeting.meets_on, committee=meeting.committee_id)


def candidates_of(meeting: Meeting):
    """Of a cell its own candidates, of the committee those of all its cells."""
    candidates = Candidate.objects.active_on(meeting.meets_on)
    if meeting.cell_id:
        return candidates.filter(cell=meeting.cell_id)
    return candidates.filter(cell__committee=meeting.committee_id)


def check_about(vote: Vote, roll: list) -> None:
    """Raises ValidationError keyed by field for a person who is none of the meeting's that day."""
    offered = {"member": members_of(vote.meeting, roll), "candidate": candidates_of(vote.meeting)}
    for name, people in offered.items():
        person = getattr(vote, name)
        if person is not None and not people.filter(pk=person.pk).exists():
            sentence = _("%(person)s không phải người của chi bộ, đảng bộ này vào ngày họp.")
            raise ValidationError({name: sentence % {"person": person.full_name}})
