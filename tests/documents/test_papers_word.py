"""The Word file of a paper: the text of its PDF, head and signatures, page numbers, the same bytes."""

import io
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from documents.papers.layout import SignatureBlock
from documents.papers.word import write_docx
from tests.documents.test_papers_pdf import DAY, a_paper

TABLE = (
    '<table class="annex"><colgroup><col width="20%"><col width="80%"></colgroup>'
    '<thead><tr><th scope="col">TT</th><th scope="col">Nhiệm vụ</th></tr></thead>'
    '<tbody><tr><td class="num">1</td><th scope="row">Tuần tra<br>ban đêm</th></tr></tbody></table>'
)
BODY = (
    "<h2>I- KẾT QUẢ</h2><p>Đoạn có <b>chữ đậm</b>, <i>chữ nghiêng</i>\n   và hết.</p>"
    f'{TABLE}<ul class="dashed"><li>Một gạch</li></ul><section><p class="flush leading">Sát lề:</p></section>'
)


@pytest.fixture
def write(settings, tmp_path):
    settings.TEMPLATES = [
        {**settings.TEMPLATES[0], "DIRS": [*settings.TEMPLATES[0]["DIRS"], tmp_path]}
    ]

    def write(body: str = BODY, paper=None):
        (tmp_path / "thu.html").write_text(
            '{% extends "documents/papers/base.html" %}{% block content %}'
            f"{body}{{% endblock %}}",
            encoding="utf-8",
        )
        how = {"title": "Báo cáo thử", "author": "Đảng ủy", "on": DAY}
        return write_docx("thu.html", {}, paper=paper or a_paper(), **how)

    return write


def read(made):
    return Document(io.BytesIO(made.data))


def test_text_is_set_as_paragraphs_headings_and_tables(write):
    document = read(write())
    lines = {p.text: p for p in document.paragraphs}

    assert lines["I- KẾT QUẢ"].style.name == "Heading 2"
    line = lines["Đoạn có chữ đậm, chữ nghiêng và hết."]
    assert [run.text for run in line.runs if run.bold] == ["chữ đậm"]
    assert [run.text for run in line.runs if run.italic] == ["chữ nghiêng"]
    assert line.paragraph_format.first_line_indent == pytest.approx(Mm(10), abs=700)
    assert lines["Sát lề:"].paragraph_format.first_line_indent is None
    assert lines["Sát lề:"].paragraph_format.keep_with_next
    assert "- Một gạch" in lines
    table = document.tables[1]
    assert [[c.text for c in row.cells] for row in table.rows] == [
        ["TT", "Nhiệm vụ"],
        ["1", "Tuần tra\nban đêm"],
    ]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert table.columns[0].width == pytest.approx(Mm(33), abs=700)


def test_page_and_type_are_those_of_the_guide(write):
    document = read(write())
    section, normal = document.sections[0], document.styles["Normal"]

    sides = (section.page_width, section.page_height)
    assert [round(side.mm, 1) for side in sides] == [210.0, 297.0]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(margin.mm) for margin in margins] == [20, 20, 30, 15]
    assert (normal.font.name, normal.font.size) == ("Times New Roman", Pt(14))
    assert normal.paragraph_format.line_spacing == Pt(20)


def test_head_stands_in_two_columns_without_lines(write):
    head = read(write()).tables[0]

    left, right = (cell.text for cell in head.rows[0].cells)
    assert left == "ĐẢNG BỘ HUYỆN TÂN UYÊN\nĐẢNG ỦY CÔNG AN HUYỆN\n*\nSố 61-BC/ĐU"
    assert right == "ĐẢNG CỘNG SẢN VIỆT NAM\nTân Uyên, ngày 05 tháng 4 năm 2019"
    assert head.style.name == "Normal Table"


def test_signature_block_is_one_row_that_stays_with_the_text(write):
    blocks = (SignatureBlock(post="NGƯỜI GHI BIÊN BẢN", name="A"), SignatureBlock(post="CHỦ TRÌ"))
    paper = a_paper()
    document = read(write("<p>Hết.</p>", type(paper)(header=paper.header, signatures=blocks)))
    closing = document.tables[-1]

    assert closing.rows[0]._tr.trPr.find(qn("w:cantSplit")) is not None
    assert [cell.text.split("\n")[0] for cell in closing.rows[0].cells] == [
        "NGƯỜI GHI BIÊN BẢN",
        "CHỦ TRÌ",
    ]
    assert document.paragraphs[-1].text == "Hết."
    assert document.paragraphs[-1].paragraph_format.keep_with_next


def test_recipients_stand_left_of_the_signature(write):
    left, right = read(write()).tables[-1].rows[0].cells

    assert left.text.endswith("- Huyện ủy Tân Uyên (để báo cáo),\n- Lưu Đảng ủy.")
    assert right.text.startswith("T/M ĐẢNG ỦY\nBÍ THƯ")


def test_page_numbers_begin_on_page_2_and_every_foot_has_the_code(write):
    section = read(write(paper=a_paper(is_draft=True, draft_mark="BẢN NHÁP"))).sections[0]

    assert section.different_first_page_header_footer
    assert "PAGE" in section.header._element.xml
    assert "PAGE" not in section.first_page_header._element.xml
    for foot in (section.footer, section.first_page_footer):
        assert foot.paragraphs[0].text == "BẢN NHÁP\tMã kiểm: 7F3A92C10B5E"


def test_file_names_itself_and_knows_no_clock(write):
    made = write()
    properties = read(made).core_properties
    parts = zipfile.ZipFile(io.BytesIO(made.data)).infolist()

    assert (properties.title, properties.author) == ("Báo cáo thử", "Đảng ủy")
    assert properties.created.date() == DAY
    assert {part.date_time for part in parts} == {(2019, 4, 5, 0, 0, 0)}
    assert {part.compress_type for part in parts} == {zipfile.ZIP_STORED}
    assert len(made.data) < 100_000
    assert write().data == made.data


def test_text_cannot_break_the_file(write):
    document = read(write("<p>A &lt;b&gt; &amp; “C” – ‘đ’</p>"))
    assert document.paragraphs[3].text == "A <b> & “C” – ‘đ’"


@pytest.mark.parametrize(("rows", "kept"), [(3, [True, True, False]), (20, [False] * 20)])
def test_short_table_is_not_divided_by_a_page_and_a_long_one_may_be(write, rows, kept):
    lines = "".join(f"<tr><td>{n}</td></tr>" for n in range(rows))
    table = read(write(f"<table><tbody>{lines}</tbody></table>")).tables[1]
    cells = [row.cells[0].paragraphs[0] for row in table.rows]
    assert [bool(cell.paragraph_format.keep_with_next) for cell in cells] == kept
