"""The words of a PDF, as a test compares them."""

import io

from pypdf import PdfReader


def pages_of(pdf: bytes) -> list[str]:
    """Of each page, in one line."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


def text_of(pdf: bytes) -> str:
    return " ".join(pages_of(pdf))
