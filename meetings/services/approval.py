"""Approval: the content is frozen, numbered and drawn, and from then on nothing changes."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from audit import services as audit
from documents.models import Document
from documents.papers.digest import freeze
from documents.papers.storage import Written
from documents.services import number_to_come
from meetings.minutes import content
from meetings.minutes.completeness import what_is_missing
from meetings.models import Meeting, Minutes, MinutesAddendum
from meetings.services import papers
from meetings.services.numbering import draft_of, give_number, until_numbered
from meetings.services.votes import check_votes_stand

APPROVAL_FIELDS = [
    "state",
    "approved_on",
    "approved_at",
    "approved_by",
    "frozen",
    "content_sha256",
    "document",
]


def approve_minutes(*, minutes: Minutes, on: dt.date, by) -> Minutes:
    """Freezes the content as JSON with its digest and keeps the papers with theirs.

    The minutes get the next number of the body's register, dated with the day of approval (the
    numbers of a register run with its days; the paper itself is dated by the meeting's). The
    papers are made before the transaction, for that takes a second and writers would wait;
    content and number are read again under the lock and must be the same. `on` is the program's
    day. Raises ValidationError when the minutes are not submitted, lack something, hold a vote
    whose rule was corrected since, or changed meanwhile. Who may approve: `meetings.rights.may_approve`.
    """
    _check_ready(minutes, day=on)
    return until_numbered(lambda: _approve(minutes, on=on, by=by))


def _approve(minutes: Minutes, *, on: dt.date, by) -> Minutes:
    composed = content.compose(minutes.meeting)
    draft = draft_of(minutes.meeting, composed, kind=Document.Kind.MINUTES)
    number = number_to_come(draft, on=on)
    frozen, digest = freeze({**composed, "number": number})
    drawn = papers.draw_all(Minutes(frozen=frozen, content_sha256=digest))
    with transaction.atomic():
        Meeting.objects.select_for_update(of=("self",)).get(pk=minutes.meeting_id)
        row = Minutes.objects.select_for_update(of=("self",)).get(pk=minutes.pk)
        _check_ready(row, day=on)
        if content.digest({**content.compose(row.meeting), "number": number}) != digest:
            raise ValidationError(_("Nội dung vừa thay đổi; hãy xem lại rồi duyệt."), code="moved")
        row.frozen, row.content_sha256 = frozen, digest
        return _store(row, drawn, draft=draft, on=on, by=by)


def _store(row: Minutes, drawn: dict[str, Written], *, draft: Document, on: dt.date, by) -> Minutes:
    frozen = row.frozen or {}
    kept = papers.keep(row, drawn, name=f"{row.pk}-{row.code}")
    row.document = give_number(
        draft, number=frozen["number"], pdf=str(row.pdf.name), sha256=row.pdf_sha256, on=on, by=by
    )
    row.state, row.approved_on = Minutes.State.APPROVED, on
    row.approved_at, row.approved_by = timezone.now(), by
    return audit.update(row, by=by, fields=[*APPROVAL_FIELDS, *kept], action="meetings.approve")


def _check_ready(minutes: Minutes, *, day: dt.date) -> None:
    meeting = minutes.meeting
    is_held = meeting.state == Meeting.State.HELD and not meeting.is_voided
    if minutes.state != Minutes.State.SUBMITTED or minutes.is_voided or not is_held:
        raise ValidationError(_("Chỉ duyệt được biên bản đang chờ duyệt."), code="state")
    lacks = what_is_missing(meeting, day=day)
    if lacks:
        raise ValidationError([lack.sentence for lack in lacks], code="incomplete")
    check_votes_stand(meeting)


def add_addendum(*, minutes: Minutes, text: str, on: dt.date, by) -> MinutesAddendum:
    """Adds a dated correction to approved minutes, the only one there is."""
    addendum = MinutesAddendum(minutes=minutes, added_on=on, text=text, added_by=by)
    addendum.full_clean()
    papers.check_intact(minutes)
    addendum.frozen, addendum.content_sha256 = freeze(content.compose_addendum(addendum))
    name = f"{minutes.pk}-bo-sung-{addendum.code}"
    papers.keep(addendum, papers.draw_all(addendum), name=name)
    return audit.create(addendum, by=by, action="meetings.add_addendum")
