"""Making a report behind the page: frozen figures, sums, sentences, versions, the file."""

import datetime as dt
import io

import pytest
from pypdf import PdfReader

from audit.models import AuditEntry
from documents.papers.digest import canonical_json, sha256_hex
from jobs.models import Job
from partyunit.dates import Period
from reports import figures
from reports.composition import contradictions, gather
from reports.figures import Scope
from reports.models import Report
from tests import factories
from tests.reports.report_rows import QUARTER_1, YEAR_2018, fill, make


@pytest.fixture
def people(cell, other_cell):
    fill(cell, other_cell)


@pytest.fixture
def annual(people, committee, officer, today):
    return make(kind="annual", owner=committee, period=YEAR_2018, on=today, by=officer)


@pytest.fixture
def quarterly(people, committee, officer, today):
    return make(kind="quarterly", owner=committee, period=QUARTER_1, on=today, by=officer)


def text_of(report: Report) -> str:
    pages = PdfReader(io.BytesIO(report.pdf.read())).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def table(report: Report, key: str) -> dict:
    found = next(table for table in report.frozen["tables"] if table["key"] == key)
    rows = {row["head"]: row["cells"] for row in found["rows"]}
    return rows | ({"Cộng": found["sum"]["cells"]} if found.get("sum") else {})


def test_frozen_figures_are_those_of_the_functions(annual, committee):
    scope, last = Scope(committee), dt.date(2018, 12, 31)
    roll = figures.roll(scope, last)

    assert annual.job.state == Job.State.DONE
    assert annual.frozen["figures"]["members"] == {
        "at": 1,
        "label": "Đảng viên",
        **roll.members.frozen(),
    }
    assert annual.frozen["figures"]["graduates"]["value"] == 1
    assert annual.frozen["figures"]["cell.DT.members"]["ids"] == sorted(
        person.pk for person in roll.people if person.cell_id != committee.cells.first().pk
    )
    assert annual.data_until == last


def test_digest_is_that_of_the_frozen_content(annual):
    assert annual.content_sha256 == sha256_hex(canonical_json(annual.frozen))
    assert annual.pdf_sha256 == sha256_hex(annual.pdf.read())
    assert annual.code == annual.content_sha256[:12].upper()


def test_tables_agree_with_one_another(annual):
    assert table(annual, "members") == {
        "An ninh": [3, 3, 0, 0, 3],
        "Điều tra": [3, 2, 1, 1, 2],
        "Cộng": [6, 5, 1, 1, 5],
    }
    assert table(annual, "movement") == {
        "An ninh": [4, 0, 0, 1, 0, 3],
        "Điều tra": [1, 1, 1, 0, 0, 3],
        "Trừ chuyển trong đảng bộ": [None, None, -1, -1, None, None],
        "Cộng": [5, 1, 0, 0, 0, 6],
    }
    assert table(annual, "secondments")["Xã Mường Pha"][1:] == [1, 1]
    assert table(annual, "awards")["Cộng"][-2:] == [0, 1]


def test_paper_prints_sentences_tables_and_blanks(annual):
    text = text_of(annual)

    assert "tổng kết công tác xây dựng Đảng năm 2018" in text
    assert "Đảng bộ có 02 chi bộ trực thuộc với 06 đảng viên" in text
    assert "chính thức 05, dự bị 01" in text
    assert "Số -BC/ĐU" in " ".join(text.split())
    assert "ngày … tháng … năm …" in text
    assert "T/M ĐẢNG ỦY BÍ THƯ Mùa A Thử" in text
    assert "Lưu Đảng ủy." in text
    assert annual.code in text
    assert "số liệu đến ngày" not in text


def test_attendance_is_that_of_those_who_belong(quarterly):
    assert table(quarterly, "meetings")["An ninh"] == [2, 0, 0, 0, 2, "83,3"]


def test_period_not_over_says_until_when(quarterly, today):
    assert quarterly.is_partial
    assert quarterly.data_until == today
    assert "(số liệu đến ngày 13/03/2019)" in text_of(quarterly)


def test_new_run_is_a_new_version_and_the_old_one_stays(annual, committee, officer, today):
    first_file, first_code = annual.pdf.read(), annual.code
    factories.place(committee.cells.first(), from_on=dt.date(2018, 1, 8))

    again = make(kind="annual", owner=committee, period=YEAR_2018, on=today, by=officer)

    annual.refresh_from_db()
    assert (annual.number_of_version, again.number_of_version) == (1, 2)
    assert annual.pdf.open().read() == first_file
    assert again.code != first_code


def test_same_facts_give_the_same_content(annual, committee, officer, today):
    again = make(kind="annual", owner=committee, period=YEAR_2018, on=today, by=officer)

    assert again.content_sha256 == annual.content_sha256


def test_report_of_a_cell_speaks_of_the_cell_only(people, other_cell, officer, today):
    report = make(kind="annual", owner=other_cell, period=YEAR_2018, on=today, by=officer)
    text = text_of(report)

    assert "Chi bộ Điều tra có 03 đảng viên" in text
    assert "ĐẢNG ỦY CÔNG AN HUYỆN CHI BỘ ĐIỀU TRA" in text
    assert "T/M CHI BỘ" in text
    assert "Số -BC/CB" in text
    assert "An ninh" not in text
    assert {
        name.split(".")[1] for name in report.frozen["figures"] if name.startswith("cell.")
    } == {"DT"}


def test_what_the_office_writes_stands_in_its_part(people, committee, officer, today):
    remarks = {"shortcomings": "Một số đồng chí chưa đọc tài liệu.\nHọp còn muộn."}
    report = make(
        kind="annual", owner=committee, period=YEAR_2018, on=today, by=officer, remarks=remarks
    )
    headings = [section["heading"] for section in report.frozen["sections"]]

    assert "III- HẠN CHẾ, NGUYÊN NHÂN" in headings
    assert "Họp còn muộn." in text_of(report)


def test_charts_carry_their_numbers_in_words(annual):
    growth, cells = annual.frozen["charts"]

    assert "31/12/2018: đảng viên 6, trình độ đại học trở lên 1" in growth["alt"]
    assert cells["groups"][0] == {"label": "An ninh", "counts": [3, 0]}


def test_charts_are_numbered_and_growth_needs_two_days(annual, committee, officer, today):
    assert "Biểu đồ 2. Đảng viên theo chi bộ" in text_of(annual)

    first_year = make(
        kind="annual", owner=committee, period=Period.of_year(2009), on=today, by=officer
    )

    assert [chart["key"] for chart in first_year.frozen["charts"]] == ["cells"]
    assert "Biểu đồ 1. Đảng viên theo chi bộ" in text_of(first_year)


def test_contradiction_between_tables_is_told_and_nothing_is_stored(
    people, committee, officer, today
):
    """A member whose placement lies in a voided cell is on the books of no cell."""
    cell = committee.cells.get(code="AN")
    cell.voided_at, cell.void_reason = dt.datetime(2019, 1, 1, tzinfo=dt.UTC), "nhập nhầm"
    cell.save()

    report = make(kind="annual", owner=committee, period=YEAR_2018, on=today, by=officer)

    assert report.job.state == Job.State.FAILED
    assert report.job.error.startswith("Số liệu chưa khớp nên chưa lập được.")
    assert (report.frozen, bool(report.pdf)) == (None, False)


def test_sums_of_the_rows_agree(people, committee):
    facts = gather(scope=Scope(committee), kind="annual", period=YEAR_2018, day=YEAR_2018.last)
    assert contradictions(facts) == []


def test_journal_tells_who_made_it_with_the_digest(annual, officer):
    entry = AuditEntry.objects.get(action="reports.make")

    assert entry.actor == officer
    assert entry.after["content_sha256"] == annual.content_sha256
    assert "frozen" not in entry.after
