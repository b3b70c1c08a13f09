"""The PDF of a paper: its geometry once, its fonts, its tags, its bytes."""

import datetime as dt
import io
from itertools import pairwise

import pytest
from pypdf import PdfReader
from weasyprint.urls import FatalURLFetchingError

from documents.papers.layout import Header, LayoutRule, Paper, SignatureBlock
from documents.papers.pdf import _bundled_only, write_pdf
from documents.papers.storage import keep_file

MM = 72 / 25.4
DAY = dt.date(2019, 4, 5)
EVERY_LETTER = "ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđĐƠƯĂÂÊÔ"


def a_paper(**how) -> Paper:
    header = Header(
        superior="ĐẢNG BỘ HUYỆN TÂN UYÊN",
        issuer="ĐẢNG ỦY CÔNG AN HUYỆN",
        place="Tân Uyên",
        kind_title="BÁO CÁO",
        summary="kết quả công tác xây dựng Đảng quý I năm 2019",
        symbol="BC/ĐU",
        number="61-BC/ĐU",
        day=DAY,
    )
    signature = SignatureBlock(authority="T/M ĐẢNG ỦY", post="BÍ THƯ", name="Vàng Thị Mỷ")
    return Paper(
        header=header,
        signatures=(signature,),
        recipients=("Huyện ủy Tân Uyên (để báo cáo)", "Lưu Đảng ủy"),
        code="7F3A92C10B5E",
        **how,
    )


@pytest.fixture
def write(settings, tmp_path):
    """Writes a paper whose text is the HTML given."""
    settings.TEMPLATES = [
        {**settings.TEMPLATES[0], "DIRS": [*settings.TEMPLATES[0]["DIRS"], tmp_path]}
    ]

    def write(body: str, paper: Paper | None = None):
        (tmp_path / "thu.html").write_text(
            '{% extends "documents/papers/base.html" %}{% block content %}'
            f"{body}{{% endblock %}}",
            encoding="utf-8",
        )
        return write_pdf(
            "thu.html", {}, paper=paper or a_paper(), title="Báo cáo thử", author="Đảng ủy", on=DAY
        )

    return write


def read(made) -> PdfReader:
    return PdfReader(io.BytesIO(made.data))


def placed_text(page) -> list[tuple[str, float, float, float]]:
    """Every piece of text with its left edge, baseline from the bottom, and size."""
    pieces = []

    def visit(text, cm, tm, _font, size):
        if text.strip():
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            pieces.append((text.strip(), x, y, abs(size * tm[0] * cm[0])))

    page.extract_text(visitor_text=visit)
    return pieces


def at(pieces, words: str) -> tuple[float, float, float]:
    return next((x, y, size) for text, x, y, size in pieces if words in text)


LONG = "<p>" + "Các chi bộ duy trì nền nếp sinh hoạt hằng tháng. " * 12 + "</p>"


def test_geometry_of_the_page(write):
    made = write("<h2>I- KẾT QUẢ</h2>" + LONG)
    page = read(made).pages[0]
    pieces = placed_text(page)
    width, height = (float(side) for side in page.mediabox[2:])

    assert (width / MM, height / MM) == pytest.approx((210, 297), abs=0.1)
    assert at(pieces, "CỘNG SẢN")[2] == pytest.approx(15, abs=0.1)
    assert at(pieces, "BÁO CÁO")[2] == pytest.approx(16, abs=0.1)
    left, _y, size = at(pieces, "Các chi bộ duy trì")
    assert size == pytest.approx(14, abs=0.1)
    assert left / MM == pytest.approx(30 + 10, abs=0.3)  # margin and first line
    lines = sorted(
        {round(y, 1) for _text, x, y, s in pieces if s > 13.9 and x / MM < 31}, reverse=True
    )
    gaps = {round(above - below, 1) for above, below in pairwise(lines)}
    assert 20.0 in gaps  # exact line
    assert min(x for _text, x, _y, _s in pieces) / MM >= 29.9
    head = at(pieces, "ĐẢNG BỘ HUYỆN")
    assert head[1] < height - 20 * MM


def test_page_number_stands_in_the_middle_from_page_2(write):
    first, second, *_rest = read(write(LONG * 8)).pages

    assert "2" not in first.extract_text().split()
    x, y, _size = at(placed_text(second), "2")
    assert x / MM == pytest.approx(30 + 165 / 2, abs=2)
    assert y / MM > 277


def test_foot_prints_the_code_and_marks_a_draft(write):
    issued = read(write(LONG)).pages[0].extract_text()
    draft = read(write(LONG, a_paper(is_draft=True))).pages[0].extract_text()

    assert "7F3A92C10B5E" in issued
    assert "Dự thảo" in draft
    assert "Dự thảo" not in issued


def test_signature_is_never_alone_on_a_page(write):
    """However long the text is, some of its last paragraph stands on the page of the signature."""
    for lines in range(24, 40):
        body = "<p>Dòng.</p>" * lines + "<p>" + "Đoạn cuối của văn bản. " * 10 + "</p>"
        pages = [page.extract_text() for page in read(write(body)).pages]
        last = pages[-1]
        assert "T/M ĐẢNG ỦY" in last
        assert "Vàng Thị Mỷ" in last
        assert "Đoạn cuối" in last


def test_table_head_is_repeated_on_each_page(write):
    rows = "".join(
        f'<tr><th scope="row">Chi bộ {n}</th><td class="num">{n}</td></tr>' for n in range(80)
    )
    table = (
        '<table class="annex"><thead><tr><th>Đơn vị ghi</th><th>Số</th></tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )
    pages = [
        page.extract_text() for page in read(write(table)).pages if "Chi bộ" in page.extract_text()
    ]

    assert len(pages) > 1
    assert all("Đơn vị ghi" in text for text in pages)


def test_only_the_bundled_font_is_used_and_keeps_every_letter(write):
    reader = read(write(f"<p>{EVERY_LETTER} <b>{EVERY_LETTER}</b> <i>{EVERY_LETTER}</i></p>"))
    fonts = {
        str(font.get_object()["/BaseFont"]).split("+")[-1]
        for page in reader.pages
        for font in page["/Resources"]["/Font"].get_object().values()
    }

    assert fonts <= {"Tinos", "Tinos-Bold", "Tinos-Italic"}
    text = "".join(reader.pages[0].extract_text().split())
    assert text.count(EVERY_LETTER) == 3


def test_file_is_tagged_and_names_itself(write):
    reader = read(write("<h2>I- KẾT QUẢ</h2><h3>1. Công tác</h3><p>Đoạn.</p>"))
    root = reader.trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "vi"
    assert "/StructTreeRoot" in root
    assert reader.metadata.title == "Báo cáo thử"
    assert reader.metadata.author == "Đảng ủy"
    assert b"pdfaid" in root["/Metadata"].get_data()
    names = [item.title for item in reader.outline if not isinstance(item, list)]
    assert names == ["BÁO CÁO", "I- KẾT QUẢ"]


def test_same_content_gives_the_same_bytes(write):
    assert write(LONG).data == write(LONG).data


def test_post_is_plain_under_the_guide_of_2026(write):
    bold = write("<p>Đoạn.</p>")
    plain = write("<p>Đoạn.</p>", a_paper(layout=LayoutRule(post_bold=False)))

    assert bold.sha256 != plain.sha256


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "http://10.0.0.1/x.css", "paper:../settings.py", "data:text/css,p{}"],
)
def test_fetcher_serves_nothing_but_what_is_bundled(url):
    import weasyprint

    with pytest.raises(FatalURLFetchingError):
        _bundled_only(weasyprint).fetch(url)


def test_kept_file_is_whole_and_leaves_no_temporary_one(settings):
    name = keep_file("reports/mot.pdf", b"noi dung")

    folder = settings.MEDIA_ROOT / "reports"
    assert name == "reports/mot.pdf"
    assert [path.name for path in folder.iterdir()] == ["mot.pdf"]
    assert (folder / "mot.pdf").read_bytes() == b"noi dung"
