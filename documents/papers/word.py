"""Writing a paper as a Word file: the same text as its PDF, for offices that edit before they sign.

One template serves both: the paper's HTML is read again and set as paragraphs and tables of
Word. Head, signatures and foot come from the same `Paper`. The same content gives the same
bytes: no clock goes in, and the parts are stored as they are, for compressing differs from one
machine's zlib to another's.
"""

import datetime as dt
import re
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from docx import Document
from docx.enum.section import WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from lxml import html as lxml_html

from documents.papers.layout import Header, LayoutRule, Paper
from documents.papers.pdf import render_paper
from documents.papers.storage import Written

FONT = "Times New Roman"
TEXT_WIDTH = 165  # mm: A4 less the margins of 30 and 15
HEAD_COLUMNS = (79, 86)
TABLE_POINTS, TABLE_LINE = 12, 15
SHORT_TABLE = 8  # rows: one so short is not divided by a page
FONT_KINDS = ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia")
THEME_KINDS = ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme")
KEPT_STYLES = {
    "Normal",
    "heading 1",
    "heading 2",
    "heading 3",
    "Default Paragraph Font",
    "Normal Table",
    "Table Grid",
}
LEFT_OUT_PARTS = ("stylesWithEffects", "thumbnail", "customXml", "numbering", "webSettings")
LINE_END = re.compile(r" *\n[ \n]*")  # of the HTML, where it is a space
INLINE = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline"}


def write_docx(
    template: str, context: dict, *, paper: Paper, title: str, author: str, on: dt.date
) -> Written:
    """Draws `template` (over documents/papers/base.html, its block `content`) as a Word file."""
    page = render_paper(template, context, paper=paper, title=title, author=author, on=on)
    document = _bare()
    _set_page(document)
    _set_styles(document, paper.layout)
    _set_properties(document, title=title, author=author, on=on)
    _head(document, paper.header)
    _text(document, lxml_html.fromstring(page).find(".//main"))
    _closing(document, paper)
    _foot(document, paper)
    return Written(_packed(document, on))


# --- the page, its styles and properties ---------------------------------------------------------


def _bare():
    """The library's empty document without the styles and parts a paper has no use for (0.8 MB)."""
    document = Document()
    for part in (document.part, document.part.package):
        for key, relation in list(part.rels.items()):
            if relation.reltype.rsplit("/", 1)[-1] in LEFT_OUT_PARTS:
                del part.rels[key]
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.name_val not in KEPT_STYLES:
            styles.remove(style)
    return document


def _set_page(document) -> None:
    section = document.sections[0]
    section.start_type = WD_SECTION.NEW_PAGE
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True


def _set_styles(document, layout: LayoutRule) -> None:
    """The guide's type and lines; the headings are those of Word, so that its navigation finds them."""
    names = {"Normal": False, "Heading 1": True, "Heading 2": True, "Heading 3": True}
    for name, is_bold in names.items():
        style = document.styles[name]
        _set_font(style, points=layout.body_points, is_bold=is_bold)
        spacing = style.paragraph_format
        spacing.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        spacing.line_spacing = Pt(layout.line_points)
        spacing.space_before, spacing.space_after = Pt(4 if is_bold else 0), Pt(2)
        spacing.widow_control = True
    language = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    language.set(qn("w:val"), "vi-VN")


def _set_font(style, *, points: float, is_bold: bool) -> None:
    style.font.name, style.font.size = FONT, Pt(points)
    style.font.bold, style.font.italic = is_bold, False
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.rPr.rFonts
    for kind in THEME_KINDS:
        fonts.attrib.pop(qn(kind), None)
    for kind in FONT_KINDS:
        fonts.set(qn(kind), FONT)


def _set_properties(document, *, title: str, author: str, on: dt.date) -> None:
    properties, made_at = document.core_properties, dt.datetime.combine(on, dt.time())
    properties.title, properties.author, properties.last_modified_by = title, author, author
    properties.created = properties.modified = made_at
    properties.language, properties.comments, properties.revision = "vi-VN", "", 1


# --- head and closing ----------------------------------------------------------------------------


def _head(document, header: Header) -> None:
    """Two columns without lines, then kind and summary."""
    left, right = _columns(document, HEAD_COLUMNS)
    for line, is_bold in ((header.superior, False), (header.issuer, True), ("*", False)):
        if line:
            _line(left, line, points=14, bold=is_bold)
    if header.number_line:
        _line(left, header.number_line, points=14)
    _line(right, "ĐẢNG CỘNG SẢN VIỆT NAM", points=15, bold=True, underline=True)
    _line(right, header.place_and_day, points=14, italic=True, before=12)
    name = document.add_heading(level=1)
    name.alignment, name.paragraph_format.space_before = ALIGN.CENTER, Pt(18)
    name.add_run(header.kind_title).font.size = Pt(16)
    for text in (header.summary, "-----"):
        summary = document.add_paragraph()
        summary.alignment, summary.paragraph_format.keep_with_next = ALIGN.CENTER, True
        _run(summary, text, size=Pt(14), bold=text != "-----")


def _closing(document, paper: Paper) -> None:
    """Recipients left, signatures right, in one row that stays with the last lines of the text."""
    parts: list = [*([None] if paper.recipients else []), *paper.signatures]
    if not parts:
        return
    if document.paragraphs:
        document.paragraphs[-1].paragraph_format.keep_with_next = True
    if len(parts) == 1:  # a single signature stands on the right
        parts.insert(0, "")
    cells = _columns(document, [TEXT_WIDTH / len(parts)] * len(parts))
    for cell, part in zip(cells, parts, strict=True):
        if part is None:
            _recipients(cell, paper.recipients)
        elif part:
            _signature(cell, part, is_bold=paper.layout.post_bold)


def _recipients(cell, lines: tuple[str, ...]) -> None:
    _line(cell, "Nơi nhận:", points=14, underline=True, align=ALIGN.LEFT)
    for line in lines:
        end = "." if line is lines[-1] else ","
        _line(cell, f"- {line}{end}", points=12, height=15, align=ALIGN.LEFT)


def _signature(cell, block, *, is_bold: bool) -> None:
    if block.authority:
        _line(cell, block.authority, points=14, bold=True)
    _line(cell, block.post, points=14, bold=is_bold)
    _line(cell, block.name, points=14, bold=True, before=62)


def _columns(document, widths) -> list:
    """The cells of a table of one row without lines, which no page divides."""
    table = document.add_table(rows=1, cols=len(widths))
    _fix(table, widths)
    _mark(table.rows[0]._tr.get_or_add_trPr(), "w:cantSplit")
    for cell in table.rows[0].cells:
        cell._tc.remove(cell.paragraphs[0]._p)
    return list(table.rows[0].cells)


def _line(cell, text, *, points, height=18, before=0, align=ALIGN.CENTER, **how) -> None:
    paragraph = cell.add_paragraph()
    paragraph.alignment = align
    spacing = paragraph.paragraph_format
    spacing.line_spacing, spacing.space_before, spacing.space_after = Pt(height), Pt(before), Pt(0)
    _run(paragraph, text, size=Pt(points), **how)


def _foot(document, paper: Paper) -> None:
    """Page numbers from page 2; on every page the mark of a draft and the code."""
    section = document.sections[0]
    number = section.header.paragraphs[0]
    number.alignment = ALIGN.CENTER
    _page_number(number)
    for footer in (section.footer, section.first_page_footer):
        line = footer.paragraphs[0]
        line.style = document.styles["Normal"]
        line.paragraph_format.tab_stops.add_tab_stop(Mm(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
        _run(line, paper.mark, size=Pt(9), italic=True)
        _run(line, f"\t{paper.foot}", size=Pt(9))
    section.header.paragraphs[0].style = document.styles["Normal"]
    section.first_page_header.paragraphs[0].style = document.styles["Normal"]


def _page_number(paragraph) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


# --- the text ------------------------------------------------------------------------------------


def _text(document, element) -> None:
    for child in element:
        if child.tag == "p":
            _paragraph(document, child)
        elif child.tag in ("h2", "h3", "h4"):
            heading = document.add_heading(level=min(int(child.tag[1]), 3))
            heading.paragraph_format.first_line_indent = Mm(10)
            _runs(heading, child)
        elif child.tag == "ul":
            for item in child:
                _paragraph(document, item, before="- ")
        elif child.tag == "table":
            _table(document, child)
        elif isinstance(child.tag, str):  # a section or division; a comment has no tag
            _text(document, child)


def _paragraph(document, element, *, before: str = "") -> None:
    paragraph = document.add_paragraph(before)
    classes = element.get("class", "").split()
    paragraph.alignment = ALIGN.CENTER if "centre" in classes else ALIGN.JUSTIFY
    paragraph.paragraph_format.keep_with_next = True if "leading" in classes else None
    if not {"flush", "centre"} & {*classes}:
        paragraph.paragraph_format.first_line_indent = Mm(10)
    _runs(paragraph, element)


def _runs(paragraph, element, **how) -> None:
    """The words of an element, bold and italic as they are in it; its spaces are those of HTML."""
    _run(paragraph, element.text, **how)
    for child in element:
        if child.tag == "br":
            paragraph.add_run().add_break()
        elif isinstance(child.tag, str):
            kind = INLINE.get(child.tag)
            _runs(paragraph, child, **({**how, kind: True} if kind else how))
        _run(paragraph, child.tail, **how)


def _run(paragraph, text: str | None, **how) -> None:
    text = LINE_END.sub(" ", text or "")
    if text:
        run = paragraph.add_run(text)
        for name, value in how.items():
            setattr(run.font, name, value)


def _table(document, element) -> None:
    rows = list(element.iter("tr"))
    columns = max(len(row) for row in rows)
    table = document.add_table(rows=len(rows), cols=columns, style="Table Grid")
    shares = [float(col.get("width", "0").rstrip("%")) for col in element.iter("col")]
    shares = shares if len(shares) == columns and all(shares) else [100 / columns] * columns
    _fix(table, [TEXT_WIDTH * share / 100 for share in shares])
    for made, row in zip(table.rows, rows, strict=True):
        is_head = row.getparent().tag == "thead"
        properties = made._tr.get_or_add_trPr()
        _mark(properties, "w:cantSplit")
        if is_head:
            _mark(properties, "w:tblHeader")
        stays = len(rows) <= SHORT_TABLE and row is not rows[-1]
        for cell, source in zip(made.cells, row, strict=False):
            _cell(cell, source, is_head=is_head)
            cell.paragraphs[0].paragraph_format.keep_with_next = stays
    document.add_paragraph().paragraph_format.line_spacing = Pt(6)


def _cell(cell, source, *, is_head: bool) -> None:
    paragraph = cell.paragraphs[0]
    spacing = paragraph.paragraph_format
    spacing.line_spacing, spacing.space_after = Pt(TABLE_LINE), Pt(0)
    if is_head:
        paragraph.alignment = ALIGN.CENTER
    elif "num" in source.get("class", "").split():
        paragraph.alignment = ALIGN.RIGHT
    _runs(paragraph, source, size=Pt(TABLE_POINTS), **({"bold": True} if is_head else {}))


def _fix(table, widths) -> None:
    """The widths in millimetres, whatever stands in the cells."""
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)


def _mark(properties, name: str) -> None:
    properties.append(OxmlElement(name))


# --- the file ------------------------------------------------------------------------------------


def _packed(document, on: dt.date) -> bytes:
    """The parts in their order, each dated with the paper's day."""
    written, packed = BytesIO(), BytesIO()
    document.save(written)
    with ZipFile(written) as source, ZipFile(packed, "w", ZIP_STORED) as target:
        for name in source.namelist():
            part = ZipInfo(name, date_time=(on.year, on.month, on.day, 0, 0, 0))
            part.create_system, part.external_attr = 3, 0o644 << 16
            target.writestr(part, source.read(name))
    return packed.getvalue()
