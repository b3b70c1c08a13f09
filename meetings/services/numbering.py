"""The papers of a meeting in the register of its body: minutes and resolutions by their numbers.

A paper is drawn before the transaction that issues it (that takes a second, and writers would
wait), so its number is asked for beforehand and must still be free when it is given.
"""

import contextlib
import datetime as dt
from collections.abc import Callable
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from audit import services as audit
from documents.models import Document
from documents.services import issue_document
from meetings.minutes.paper import summary_of
from meetings.models import Meeting

ATTEMPTS = 3  # while others take the number that was to come
T = TypeVar("T")


class NumberTakenError(Exception):
    """Another paper took the number that stands on the one drawn; it is drawn again."""


def until_numbered(issue: Callable[[], T]) -> T:
    """What `issue` draws and issues, drawn again while others take its number. Raises ValidationError."""
    for _attempt in range(ATTEMPTS):
        with contextlib.suppress(NumberTakenError):
            return issue()
    raise ValidationError(_("Số vừa cấp cho văn bản khác; hãy làm lại."), code="moved")


def draft_of(meeting: Meeting, content: dict, *, kind: Document.Kind) -> Document:
    """The paper as the register will hold it, not stored yet."""
    return Document(
        register=meeting.committee,
        kind=kind,
        stance=Document.Stance.ISSUED,
        summary=f"{capfirst(summary_of(content))}, ngày {meeting.meets_on:%d/%m/%Y}",
        **meeting.owner,
    )


def give_number(
    draft: Document, *, number: str, pdf: str, sha256: str, on: dt.date, by
) -> Document:
    """Issues the paper with its file. Raises NumberTakenError, ValidationError."""
    document = issue_document(document=audit.create(draft, by=by), on=on, recorded_on=on, by=by)
    if document.number != number:
        raise NumberTakenError
    document.file.name, document.file_sha256 = pdf, sha256
    return audit.update(document, by=by, fields=["file", "file_sha256"])
