"""The files of a meeting's papers: drawn from frozen content, kept beside their digests, read back."""

import contextlib
from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from audit import services as audit
from documents.papers.digest import is_intact, sha256_hex
from documents.papers.pdf import MissingPrinterError
from documents.papers.storage import Written, keep_file
from documents.papers.writing import WRITERS
from meetings.minutes import paper
from meetings.minutes.resolution import write_resolution
from meetings.models import Minutes, MinutesAddendum, Resolution

Kept = Minutes | MinutesAddendum | Resolution
WRITE: dict[type, Callable[..., Written]] = {
    Minutes: paper.write,
    MinutesAddendum: paper.write_addendum,
    Resolution: write_resolution,
}


def draw(row: Kept, *, form: str) -> Written:
    """The paper of frozen content, anew. Raises MissingPrinterError."""
    return WRITE[type(row)](row.frozen or {}, code=row.code, form=form)


def draw_all(row: Kept) -> dict[str, Written]:
    """The paper in every form that is kept of it. Raises ValidationError where nothing draws a PDF."""
    try:
        return {form: draw(row, form=form) for form in WRITERS if hasattr(row, form)}
    except MissingPrinterError as error:
        raise ValidationError(str(error), code="printer") from error


def keep(row: Kept, drawn: dict[str, Written], *, name: str) -> list[str]:
    """Stores the files under `name` with their digests on the row; gives the fields it set."""
    for form, written in drawn.items():
        getattr(row, form).name = keep_file(f"minutes/{name}.{form}", written.data)
        setattr(row, f"{form}_sha256", written.sha256)
    return [field for form in drawn for field in (form, f"{form}_sha256")]


def read_paper(row: Kept, *, by, form: str = "pdf") -> bytes:
    """The file kept at approval, as it was kept; a form that is not (an addendum as Word file) is made now.

    One that is gone or was changed is made again from the frozen content, and kept again when it
    comes out byte for byte. When it does not (a later program sets the page otherwise), one that is
    gone is given as made now, with the approved words and code, and one that was changed is refused.
    Raises ValidationError then, and when the content is not the approved one; MissingPrinterError.
    """
    digest = getattr(row, f"{form}_sha256", "")
    data = _kept(row, form)
    if data is not None and sha256_hex(data) == digest:
        return data
    check_intact(row)
    made = draw(row, form=form)
    if made.sha256 == digest:
        with contextlib.suppress(OSError):  # a folder in its place: for the administrator to see to
            keep_file(str(getattr(row, form).name), made.data)
            audit.log(action="meetings.paper.restore", by=by, obj=row)
    elif data is not None:
        raise ValidationError(
            _(
                "Tệp biên bản trên đĩa không còn như khi duyệt. "
                "Hãy báo người quản trị khôi phục tệp từ bản sao lưu."
            )
        )
    return made.data


def check_intact(row: Kept) -> None:
    """Raises ValidationError when the frozen content is no longer the approved one: nothing rests on it then."""
    if row.frozen and not is_intact(row.frozen, row.content_sha256):
        told = _(
            "Nội dung lưu trong cơ sở dữ liệu không còn như khi duyệt. "
            "Hãy báo người quản trị khôi phục từ bản sao lưu."
        )
        raise ValidationError(told, code="altered")


def _kept(row: Kept, form: str) -> bytes | None:
    try:
        with getattr(row, form).open() as file:
            return file.read()
    except (AttributeError, ValueError, OSError):  # not kept so, none was kept, gone or no file
        return None
