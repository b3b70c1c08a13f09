"""Writing a paper as PDF: tagged, archival, the same bytes from the same content.

WeasyPrint is imported inside, so that the web pages start without it; it reads nothing but
the bundled fonts and styles.
"""

import datetime as dt
import gc
from contextlib import contextmanager
from mimetypes import guess_type
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from documents.papers.digest import sha256_hex
from documents.papers.layout import LayoutRule, Paper
from documents.papers.storage import Written

SCHEME = "paper:"
BUNDLED = {
    "paper.css": "papers/paper.css",
    **{
        f"Tinos-{style}.ttf": f"fonts/Tinos-{style}.ttf"
        for style in ("Regular", "Bold", "Italic", "BoldItalic")
    },
}
VARIANT = "pdf/a-3a"


class MissingPrinterError(RuntimeError):
    """The machine lacks what draws a PDF (Pango); `sentence` says in Vietnamese what to install."""

    @property
    def sentence(self) -> str:
        return str(self)


def write_pdf(
    template: str, context: dict, *, paper: Paper, title: str, author: str, on: dt.date
) -> Written:
    """Draws `template` (over documents/papers/base.html) as PDF.

    `on` is the day the file's properties carry; nothing of the real clock goes in. A paper is
    in Vietnamese whatever language its maker reads the pages in. Raises MissingPrinterError.
    """
    weasyprint = _printer()
    html = render_paper(template, context, paper=paper, title=title, author=author, on=on)
    with _without_collector():
        document = weasyprint.HTML(
            string=html, base_url=SCHEME, url_fetcher=_bundled_only(weasyprint)
        ).render(
            stylesheets=[
                weasyprint.CSS(string=paper_rules(paper), url_fetcher=_bundled_only(weasyprint))
            ],
            pdf_variant=VARIANT,
            presentational_hints=True,
        )
        data = document.write_pdf(
            pdf_variant=VARIANT, pdf_identifier=sha256_hex(html)[:32].encode()
        )
    return Written(data, pages=len(document.pages))


def render_paper(
    template: str, context: dict, *, paper: Paper, title: str, author: str, on: dt.date
) -> str:
    """The paper as HTML, of which both the PDF and the Word file are made."""
    made_at = dt.datetime.combine(on, dt.time(), dt.timezone(dt.timedelta(hours=7))).isoformat()
    properties = {"title": title, "author": author, "made_at": made_at, "paper": paper}
    with translation.override("vi"):
        return render_to_string(template, {**context, **properties})


def paper_rules(paper: Paper) -> str:
    """The styles that differ from paper to paper: the guide's sizes, and the foot."""
    layout: LayoutRule = paper.layout
    return (
        f":root {{ --body-size: {layout.body_points}pt; --line: {layout.line_points}pt;"
        f" --post-weight: {'bold' if layout.post_bold else 'normal'}; }}"
        f'@page {{ @bottom-left {{ content: "{paper.mark}"; }}'
        f' @bottom-right {{ content: "{paper.foot}"; }} }}'
    )


def _printer():
    try:
        import weasyprint
    except OSError as error:
        raise MissingPrinterError(
            _(
                "Máy chưa có thư viện Pango nên chưa in được PDF. "
                "Người quản trị cài gói libpango-1.0-0 và libpangoft2-1.0-0 rồi lập lại."
            )
        ) from error
    return weasyprint


def _bundled_only(weasyprint: Any):
    """Serves the fonts and styles that lie in the program; refuses every other address."""

    class BundledFetcher(weasyprint.urls.URLFetcher):
        def fetch(self, url, headers=None):
            relative = BUNDLED.get(url.removeprefix(SCHEME)) if url.startswith(SCHEME) else None
            if relative is None:
                raise weasyprint.urls.FatalURLFetchingError(f"a paper may not load {url}")
            data = (Path(settings.BASE_DIR) / "static" / relative).read_bytes()
            kind = guess_type(relative)[0] or "font/ttf"
            return weasyprint.urls.URLFetcherResponse(url, data, {"Content-Type": kind})

    return BundledFetcher()


@contextmanager
def _without_collector():
    """Python's cyclic collector takes a third of the layout's time and finds nothing in it."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
        gc.collect()
