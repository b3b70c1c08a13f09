"""Approval: the content is frozen, the paper made, and from then on nothing changes."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from audit import services as audit
from documents.papers.digest import canonical_json, code_of, freeze, sha256_hex
from documents.papers.pdf import MissingPrinterError, WrittenPdf
from documents.papers.storage import keep_file
from meetings import content, paper
from meetings.completeness import what_is_missing
from meetings.models import Meeting, Minutes, MinutesAddendum

APPROVAL_FIELDS = [
    "state",
    "approved_on",
    "approved_at",
    "approved_by",
    "frozen",
    "content_sha256",
    "pdf",
    "pdf_sha256",
]


def approve_minutes(*, minutes: Minutes, on: dt.date, by) -> Minutes:
    """Freezes the content as JSON with its digest and keeps the paper with its own.

    The paper is made before the transaction (it takes a second, and writers would wait); the
    content is composed again under the lock and must be the same. `on` is the program's day.
    Raises ValidationError when the minutes are not submitted, lack something, or changed
    meanwhile. Who may approve: `meetings.rights.may_approve`.
    """
    meeting = minutes.meeting
    _check_ready(minutes, day=on)
    frozen, digest = freeze(content.compose(meeting))
    made = _print(Minutes(frozen=frozen), code=code_of(digest))
    with transaction.atomic():
        Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
        row = Minutes.objects.select_for_update(of=("self",)).get(pk=minutes.pk)
        _check_ready(row, day=on)
        if content.digest(content.compose(row.meeting)) != digest:
            raise ValidationError(_("Nội dung vừa thay đổi; hãy xem lại rồi duyệt."), code="moved")
        row.state, row.approved_on = Minutes.State.APPROVED, on
        row.approved_at, row.approved_by = timezone.now(), by
        row.frozen, row.content_sha256, row.pdf_sha256 = frozen, digest, made.sha256
        row.pdf.name = keep_file(f"minutes/{row.pk}-{code_of(digest)}.pdf", made.data)
        return audit.update(row, by=by, fields=APPROVAL_FIELDS, action="meetings.approve")


def _write(row: Minutes | MinutesAddendum, *, code: str) -> WrittenPdf:
    write = paper.write_addendum if isinstance(row, MinutesAddendum) else paper.write
    return write(row.frozen or {}, code=code)


def _print(row: Minutes | MinutesAddendum, *, code: str) -> WrittenPdf:
    try:
        return _write(row, code=code)
    except MissingPrinterError as error:
        raise ValidationError(str(error), code="printer") from error


def _check_ready(minutes: Minutes, *, day: dt.date) -> None:
    if minutes.state != Minutes.State.SUBMITTED or minutes.is_voided:
        raise ValidationError(_("Chỉ duyệt được biên bản đang chờ duyệt."), code="state")
    lacks = what_is_missing(minutes.meeting, day=day)
    if lacks:
        raise ValidationError([lack.sentence for lack in lacks], code="incomplete")


def add_addendum(*, minutes: Minutes, text: str, on: dt.date, by) -> MinutesAddendum:
    """Adds a dated correction to approved minutes, the only one there is."""
    addendum = MinutesAddendum(minutes=minutes, added_on=on, text=text, added_by=by)
    addendum.full_clean()
    addendum.frozen, addendum.content_sha256 = freeze(content.compose_addendum(addendum))
    code = code_of(addendum.content_sha256)
    made = _print(addendum, code=code)
    addendum.pdf_sha256 = made.sha256
    addendum.pdf.name = keep_file(f"minutes/{minutes.pk}-bo-sung-{code}.pdf", made.data)
    return audit.create(addendum, by=by, action="meetings.add_addendum")


def read_paper(row: Minutes | MinutesAddendum, *, by) -> bytes:
    """The file kept at approval, as it was kept.

    One that is gone or was changed is made again from the frozen content. Raises
    ValidationError when that no longer gives the approved paper, MissingPrinterError.
    """
    data = _kept(row)
    if data is not None and sha256_hex(data) == row.pdf_sha256:
        return data
    if sha256_hex(canonical_json(row.frozen)) != row.content_sha256:
        raise ValidationError(_("Nội dung lưu trong cơ sở dữ liệu không còn như khi duyệt."))
    made = _write(row, code=code_of(row.content_sha256))
    if made.sha256 == row.pdf_sha256:
        keep_file(str(row.pdf.name), made.data)
        audit.log(action="meetings.paper.restore", by=by, obj=row)
    elif data is not None:
        raise ValidationError(
            _(
                "Tệp biên bản trên đĩa không còn như khi duyệt. "
                "Hãy báo người quản trị khôi phục tệp từ bản sao lưu."
            )
        )
    return made.data


def _kept(row: Minutes | MinutesAddendum) -> bytes | None:
    try:
        with row.pdf.open() as file:
            return file.read()
    except (ValueError, FileNotFoundError):  # none was kept, or it is gone
        return None
