"""The resolution of the month: issued once the minutes are approved and a vote has carried it."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from audit import services as audit
from documents.models import Document
from documents.papers.digest import freeze
from documents.papers.storage import Written
from documents.services import number_to_come, void_document
from meetings.minutes.resolution import compose_resolution, passed_vote
from meetings.models import Minutes, Resolution
from meetings.services import papers
from meetings.services.numbering import draft_of, give_number, until_numbered


def issue_resolution(*, minutes: Minutes, on: dt.date, by) -> Resolution:
    """Freezes the resolution with the next number `NQ` of the body, and keeps its papers.

    Raises ValidationError unless the minutes are approved, a vote on the resolution carried at
    that meeting, and none has been issued from it. Who may: `meetings.rights.may_issue_resolution`.
    """
    return until_numbered(lambda: _issue(minutes, on=on, by=by))


def _issue(minutes: Minutes, *, on: dt.date, by) -> Resolution:
    _check_ready(minutes)
    approved = minutes.frozen or {}
    draft = draft_of(minutes.meeting, approved, kind=Document.Kind.RESOLUTION)
    number = number_to_come(draft, on=on)
    content = compose_resolution(approved, code=minutes.code, number=number, on=on)
    frozen, digest = freeze(content)
    row = Resolution(
        minutes=minutes, issued_on=on, issued_by=by, frozen=frozen, content_sha256=digest
    )
    drawn = papers.draw_all(row)
    with transaction.atomic():
        _check_ready(Minutes.objects.select_for_update(of=("self",)).get(pk=minutes.pk))
        return _store(row, drawn, draft=draft, on=on, by=by)


def _store(
    row: Resolution, drawn: dict[str, Written], *, draft: Document, on: dt.date, by
) -> Resolution:
    name = f"{row.minutes_id}-nghi-quyet-{row.code}"
    papers.keep(row, drawn, name=name)
    number = row.frozen["number"]
    row.document = give_number(
        draft, number=number, pdf=str(row.pdf.name), sha256=row.pdf_sha256, on=on, by=by
    )
    return audit.create(row, by=by, action="meetings.issue_resolution")


def _check_ready(minutes: Minutes) -> None:
    if minutes.state != Minutes.State.APPROVED or minutes.is_voided:
        raise ValidationError(_("Biên bản được duyệt rồi mới ban hành nghị quyết."), code="state")
    if passed_vote((minutes.frozen or {}).get("votes")) is None:
        raise ValidationError(
            _("Cuộc họp chưa biểu quyết thông qua nghị quyết nào."), code="no_vote"
        )
    papers.check_intact(minutes)
    if minutes.resolutions.valid().exists():
        raise ValidationError(_("Cuộc họp này đã có nghị quyết."), code="issued")


@transaction.atomic
def void_resolution(resolution: Resolution, *, reason: str, by, version: int) -> Resolution:
    """Voids a resolution issued by mistake, and its paper with it; the number stays used.

    Raises ValidationError while something else rests on the paper, VersionConflictError.
    """
    voided = audit.void(resolution, by=by, reason=reason, version=version)
    void_document(document=Document.objects.get(pk=resolution.document_id), by=by, reason=reason)
    return voided
