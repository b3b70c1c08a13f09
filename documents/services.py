"""Entering papers in the register, and giving our own their numbers."""

import datetime as dt
import hashlib
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import models, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from audit import services as audit
from cells.models import Term
from documents.models import Document

FILE_KINDS = (".pdf", ".docx", ".doc", ".odt", ".xlsx", ".xls", ".ods")
LARGEST_FILE = 10 * 1024 * 1024


@transaction.atomic
def register_document(*, document: Document, recorded_on: dt.date, by) -> Document:
    """Enters a paper: a draft of our own, without number or day, or a paper from outside.

    A paper from outside (a plan of the police is one) carries the number and the day it came
    with, as text. Raises ValidationError keyed by field.
    """
    if document.outside_issuer:
        if not document.number:
            raise ValidationError({"number": _("Hãy ghi số, ký hiệu như trên văn bản.")})
        if document.issued_on is None:
            raise ValidationError({"issued_on": _("Hãy ghi ngày ban hành như trên văn bản.")})
        _check_not_later(document.issued_on, recorded_on)
    elif document.number or document.issued_on:
        raise ValidationError(
            _("Văn bản tự ban hành nhận số và ngày khi ban hành, không ghi trước.")
        )
    take_file(document)
    return audit.create(document, by=by, action="documents.register")


@transaction.atomic
def register_issued(
    *, document: Document, sequence: int, on: dt.date, recorded_on: dt.date, by
) -> Document:
    """Enters a paper of our own that already carries its number on paper, from before the program."""
    _check_not_later(on, recorded_on)
    document.term = _lock_term(document, on)
    document.sequence, document.issued_on = sequence, on
    document.number = number_text(document)
    _check_order(document)
    take_file(document)
    return audit.create(document, by=by, action="documents.register")


@transaction.atomic
def issue_document(*, document: Document, on: dt.date, recorded_on: dt.date, by) -> Document:
    """Gives a draft of our own its number and day, under a lock on the term.

    Numbers run per issuer, kind and term, from 01, padded below 10, and the days run with
    them; a number once given is never given again, voided or not (05-HD/VPTW). Raises
    ValidationError when the paper is already issued, comes from outside, no term holds on
    that day, or the number before it carries a later one.
    """
    if document.issued_on or document.sequence:
        raise ValidationError(_("Văn bản này đã ban hành."))
    if document.outside_issuer:
        raise ValidationError(_("Văn bản của nơi khác không vào số của đảng bộ."))
    _check_not_later(on, recorded_on)
    document.term = _lock_term(document, on)
    document.sequence = _next_sequence(document)
    document.number = number_text(document)
    document.issued_on = on
    _check_order(document)
    fields = ["term", "sequence", "number", "issued_on"]
    return audit.update(document, by=by, fields=fields, action="documents.issue")


def number_to_come(document: Document, *, on: dt.date) -> str:
    """The number `issue_document` would give it now; until it does, another paper may take it.

    For a paper that is drawn before the transaction that issues it. Raises ValidationError when
    the issuer is in no term on that day.
    """
    document.term = _term_on(document, on)
    document.sequence = _next_sequence(document)
    number, document.sequence = number_text(document), None
    return number


@transaction.atomic
def void_document(*, document: Document, reason: str, by, version: int | None = None) -> Document:
    """Voids a paper that never was; its number stays used. Refused while other rows cite it."""
    for rows in document.rows_naming():
        raise ValidationError(
            _("Còn dòng trong sổ dẫn văn bản này (%(rows)s); hãy sửa các dòng đó trước.")
            % {"rows": rows.model._meta.verbose_name}
        )
    return audit.void(document, by=by, reason=reason, version=version)


# What rooms to the right issue as a paper: rows that name it, by how they are called from here.
ISSUED_AS = ("report", "minutes", "resolutions")


def is_signed_paper(document: Document) -> bool:
    """Whether a report, minutes or a resolution was issued as this paper and counts still."""
    return any(not row.is_voided for name in ISSUED_AS for row in _rows(document, name))


def _rows(document: Document, name: str) -> list:
    related: Any = getattr(document, name, None)  # one row, several, or none
    if isinstance(related, models.Manager):
        return list(related.all())
    return [related] if related is not None else []


@transaction.atomic
def correct_document(
    *, document: Document, fields: list[str], reason: str, by, version: int | None = None
) -> Document:
    """Corrects what was typed of a paper. What was issued as one stays as it was signed."""
    if is_signed_paper(document):
        raise ValidationError(
            _("Văn bản này đã ký, ban hành từ chương trình; nội dung và tệp không sửa được nữa.")
        )
    take_file(document)
    return audit.update(
        document, by=by, fields=[*fields, "file_sha256"], reason=reason, version=version
    )


def take_file(document: Any) -> None:
    """Checks a file about to be kept, of any row with `file` and `file_sha256`, and notes its SHA-256. Raises ValidationError keyed `file`."""
    file = document.file
    if not file:
        document.file_sha256 = ""
    if not file or file._committed:
        return
    if PurePath(file.name or "").suffix.lower() not in FILE_KINDS:
        raise ValidationError({"file": _("Chỉ nhận tệp PDF, Word, Excel, OpenDocument.")})
    if file.size > LARGEST_FILE:
        raise ValidationError({"file": _("Tệp quá lớn; tối đa 10 MB.")})
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    document.file_sha256 = digest.hexdigest()


def open_file(row: Any) -> File:
    """The file of any row with `file` and `file_sha256`, as it was taken in.

    Raises ValidationError when it is gone from the disk, or no longer the one that was kept.
    """
    told = _(
        "Tệp trên đĩa không còn như khi ghi vào sổ. Hãy báo người quản trị khôi phục tệp từ bản sao lưu."
    )
    try:
        file = row.file.open("rb")
    except FileNotFoundError:
        raise ValidationError(told, code="file") from None
    if hashlib.file_digest(file, "sha256").hexdigest() != row.file_sha256:
        file.close()
        raise ValidationError(told, code="file")
    file.seek(0)
    return file


def _next_sequence(document: Document) -> int:
    return (_numbers_of(document).aggregate(last=Max("sequence"))["last"] or 0) + 1


def _numbers_of(document: Document):
    """The papers whose numbers run with this one's: of its issuer, kind and term."""
    asked = {"term": document.term, "kind": document.kind, **_issuer_of(document)}
    return Document.objects.filter(**asked, sequence__isnull=False)


def _check_order(document: Document) -> None:
    """A later number carries no earlier day. Raises ValidationError that names the number in the way."""
    given = _numbers_of(document).valid().exclude(pk=document.pk)
    day, number = document.issued_on, document.sequence
    before = given.filter(sequence__lt=number, issued_on__gt=day).order_by("-issued_on").first()
    after = given.filter(sequence__gt=number, issued_on__lt=day).order_by("issued_on").first()
    if before or after:
        sentence = (
            _("Số %(number)s đã ban hành ngày %(day)s; số sau không thể ghi ngày sớm hơn.")
            if before
            else _("Số %(number)s đã ban hành ngày %(day)s; số trước không thể ghi ngày muộn hơn.")
        )
        found = before or after
        raise ValidationError(
            {"issued_on": sentence % {"number": found.number, "day": found.issued_on}}
        )


def _issuer_of(document: Document) -> dict:
    if document.committee_id:
        return {"committee": document.committee}
    return {"cell": document.cell}


def _lock_term(document: Document, on: dt.date) -> Term:
    """The issuer's term of that day; whoever holds it gives the next number."""
    return _term_on(document, on, terms=Term.objects.select_for_update(of=("self",)))


def _term_on(document: Document, on: dt.date, *, terms=Term.objects) -> Term:
    term = terms.active_on(on).filter(**_issuer_of(document)).first()
    if term is None:
        raise ValidationError(
            {"issued_on": _("Ngày này nơi ban hành không ở trong nhiệm kỳ nào; chọn ngày khác.")}
        )
    return term


def _check_not_later(day: dt.date, recorded_on: dt.date) -> None:
    if day > recorded_on:
        raise ValidationError({"issued_on": _("Ngày ban hành chưa đến.")})


def number_text(document: Document) -> str:
    """`61-BC/ĐU` for the committee, `05-NQ/CB` for a cell."""
    issuer = "ĐU" if document.committee_id else "CB"
    return f"{document.sequence:02d}-{document.kind}/{issuer}"
