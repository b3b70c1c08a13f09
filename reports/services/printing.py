"""The printed report: frozen content in the layout of the paper's day."""

import datetime as dt

from cells.models import Cell, Committee
from cells.wording import COMMITTEE_BODY, as_issuer
from documents.models import Document
from documents.papers.digest import code_of
from documents.papers.layout import (
    Paper,
    header_for,
    layout_on,
    superior_on,
    symbol_of,
)
from documents.papers.pdf import write_pdf
from documents.papers.storage import Written
from members.signing import signer_on
from reports.composition.charts import draw_frozen
from reports.models import Report

TEMPLATE = "reports/papers/report.html"


def print_report(
    report: Report, *, content: dict, digest: str, on: dt.date, document: Document | None = None
) -> Written:
    """The paper of `on`: a draft with number and day left blank, or with those of `document`.

    The code at the foot is that of the content in both.
    """
    owner = report.owner
    paper = Paper(
        header=header_for(
            owner,
            on=on,
            kind_title="Báo cáo",
            summary=content["summary"],
            symbol=symbol_of(Document.Kind.REPORT, owner),
            number=document.number if document else "",
            is_dated=document is not None,
        ),
        layout=layout_on(on, committee=report.committee),
        signatures=(signer_on(on, owner=owner),),
        recipients=recipients(owner, on=on),
        code=code_of(digest),
        is_draft=document is None,
    )
    context = {
        "report": content,
        "charts": [draw_frozen(one, number=n) for n, one in enumerate(content["charts"], 1)],
        "attached_to": attached_to(document),
    }
    title = f"Báo cáo {content['summary']}"
    return write_pdf(TEMPLATE, context, paper=paper, title=title, author=content["issuer"], on=on)


def recipients(owner: Committee | Cell, *, on: dt.date) -> tuple[str, ...]:
    if isinstance(owner, Cell):
        return ("Đảng ủy (để báo cáo)", "Lưu Chi bộ")
    return (
        f"{committee_of(superior_on(on, owner=owner))} (để báo cáo)",
        "Các chi bộ trực thuộc",
        "Lưu Đảng ủy",
    )


def committee_of(organisation: str) -> str:
    """The committee that leads an organisation: `Đảng bộ huyện Tân Uyên` → `Huyện ủy Tân Uyên`."""
    for level, body in (("huyện", "Huyện ủy"), ("tỉnh", "Tỉnh ủy"), ("thành phố", "Thành ủy")):
        if organisation.startswith(f"Đảng bộ {level} "):
            return f"{body} {organisation.removeprefix(f'Đảng bộ {level} ')}"
    if organisation.startswith("Đảng bộ "):
        return as_issuer(organisation, COMMITTEE_BODY)
    return "Cấp ủy cấp trên"


def attached_to(document: Document | None) -> str:
    """The line under the annex's heading: which paper it goes with."""
    if document is None:
        return "(kèm theo Báo cáo)"
    return f"(kèm theo Báo cáo số {document.number} ngày {document.issued_on:%d/%m/%Y})"
