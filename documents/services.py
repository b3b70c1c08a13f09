"""Giving a paper its number."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from audit import services as audit
from cells.models import Term
from documents.models import Document


@transaction.atomic
def issue_document(*, document: Document, on: dt.date, by) -> Document:
    """Gives a draft of our own its number and day, under a lock on the term.

    Numbers run per issuer, kind and term, from 01, padded below 10; a number once given is
    never given again, voided or not (05-HD/VPTW). Raises ValidationError when the paper is
    already issued, comes from outside, or no term holds on that day.
    """
    if document.issued_on or document.sequence:
        raise ValidationError(_("Văn bản này đã ban hành."))
    owner = {"committee": document.committee} if document.committee_id else {"cell": document.cell}
    if document.outside_issuer:
        raise ValidationError(_("Văn bản của nơi khác không vào số của đảng bộ."))
    term = Term.objects.active_on(on).select_for_update(of=("self",)).filter(**owner).first()
    if term is None:
        raise ValidationError({"issued_on": _("Không có nhiệm kỳ nào vào ngày này.")})
    given = Document.objects.filter(term=term, kind=document.kind, **owner)
    document.term = term
    document.sequence = (given.aggregate(last=Max("sequence"))["last"] or 0) + 1
    document.number = number_text(document)
    document.issued_on = on
    fields = ["term", "sequence", "number", "issued_on"]
    return audit.update(document, by=by, fields=fields, action="documents.issue")


def number_text(document: Document) -> str:
    """`61-BC/ĐU` for the committee, `05-NQ/CB` for a cell."""
    issuer = "ĐU" if document.committee_id else "CB"
    return f"{document.sequence:02d}-{document.kind}/{issuer}"
