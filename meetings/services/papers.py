"""The files of a meeting's papers: drawn from frozen content, kept beside their digests, read back."""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from audit import services as audit
from documents.papers.digest import canonical_json, code_of, sha256_hex
from documents.papers.pdf import MissingPrinterError
from documents.papers.storage import keep_file
from documents.papers.writing import WRITERS, Written
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
    return WRITE[type(row)](row.frozen or {}, code=code_of(row.content_sha256), form=form)


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
    """The file kept at approval, as it was kept.

    One that is gone or was changed is made again from the frozen content; a form that is not
    kept (an addendum as Word file) always is. Raises ValidationError when that no longer gives
    the approved paper, MissingPrinterError.
    """
    digest = getattr(row, f"{form}_sha256", "")
    data = _kept(row, form)
    if data is not None and sha256_hex(data) == digest:
        return data
    if sha256_hex(canonical_json(row.frozen)) != row.content_sha256:
        raise ValidationError(_("Nội dung lưu trong cơ sở dữ liệu không còn như khi duyệt."))
    made = draw(row, form=form)
    if made.sha256 == digest:
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


def _kept(row: Kept, form: str) -> bytes | None:
    try:
        with getattr(row, form).open() as file:
            return file.read()
    except (AttributeError, ValueError, FileNotFoundError):  # not kept so, none was kept, or gone
        return None
