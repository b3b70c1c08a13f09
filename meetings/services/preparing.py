"""What the members have before a meeting: its papers, their files, the day they were sent."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from audit import services as audit
from documents.services import take_file
from meetings.models import Meeting, MeetingPaper
from meetings.services.guard import lock_for_recording
from meetings.services.rows import save_row


@transaction.atomic
def save_paper(*, meeting: Meeting, uid, version: int, on: dt.date, by, **values) -> Model:
    """Stores a paper's row (`meetings.services.rows`); `on` is the program's day.

    Raises ValidationError, also for a day of sending that has not come, VersionConflictError.
    """
    sent_on = values.get("sent_on")
    if sent_on is not None and sent_on > on:
        raise ValidationError({"sent_on": _("Ngày gửi chưa đến.")})
    return save_row(MeetingPaper, meeting=meeting, uid=uid, version=version, by=by, **values)


@transaction.atomic
def send_papers(*, meeting: Meeting, on: dt.date, by) -> list[MeetingPaper]:
    """Records that the papers not sent yet go to the members on that day. Gives those."""
    locked = lock_for_recording(meeting)
    waiting = list(locked.papers.valid().filter(sent_on__isnull=True))
    for paper in waiting:
        paper.sent_on = on
        audit.update(paper, by=by, fields=["sent_on"], action="meetings.send_papers")
    return waiting


@transaction.atomic
def attach_file(*, paper: MeetingPaper, file, version: int, by) -> MeetingPaper:
    """Keeps the paper's file with its digest, or none (""); one before it stays on the disk, no
    longer shown.

    Raises ValidationError keyed `file` (kind, size), VersionConflictError.
    """
    lock_for_recording(paper.meeting)
    row = MeetingPaper.objects.get(pk=paper.pk)
    row.file = file
    take_file(row)
    fields = ["file", "file_sha256"]
    return audit.update(row, by=by, fields=fields, version=version, action="meetings.attach_file")
