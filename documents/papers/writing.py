"""A paper in the form asked for: PDF to keep and sign, Word for offices that edit before signing."""

from collections.abc import Callable

from documents.papers.pdf import write_pdf
from documents.papers.storage import Written
from documents.papers.word import write_docx

WRITERS: dict[str, Callable[..., Written]] = {"pdf": write_pdf, "docx": write_docx}
CONTENT_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def write_paper(form: str, template: str, context: dict, **how) -> Written:
    """Draws `template` as `form`, «pdf» or «docx». Raises MissingPrinterError for a PDF."""
    return WRITERS[form](template, context, **how)
