"""Issuing: number and day, the final paper, and that it never changes again."""

import datetime as dt
import io
from functools import partial

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from pypdf import PdfReader

from documents.models import Document
from documents.papers.digest import sha256_hex
from reports import services
from tests import factories
from tests.reports.report_rows import YEAR_2018, fill, make

DAY = dt.date(2019, 1, 15)
issue_report = partial(services.issue_report, recorded_on=dt.date(2019, 3, 13))


@pytest.fixture
def report(cell, other_cell, committee, officer, today):
    fill(cell, other_cell)
    return make(kind="annual", owner=committee, period=YEAR_2018, on=today, by=officer)


@pytest.fixture
def cell_report(cell, other_cell, leader, today):
    factories.TermFactory(cell=cell)
    return make(kind="annual", owner=cell, period=YEAR_2018, on=today, by=leader)


def text_of(report) -> str:
    pages = PdfReader(io.BytesIO(report.pdf.read())).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_issued_paper_prints_number_and_day(report, secretary):
    code, content = report.code, report.content_sha256

    issued = issue_report(report=report, on=DAY, by=secretary)

    assert issued.state == "issued"
    assert (issued.document.number, issued.document.issued_on) == ("01-BC/ĐU", DAY)
    text = text_of(issued)
    assert "Số 01-BC/ĐU" in text
    assert "Tân Uyên, ngày 15 tháng 01 năm 2019" in text
    assert "(kèm theo Báo cáo số 01-BC/ĐU ngày 15/01/2019)" in text
    assert "Dự thảo" not in text
    assert (issued.code, issued.content_sha256) == (code, content)
    assert code in text
    assert issued.pdf_sha256 == sha256_hex(issued.pdf.open().read())
    assert issued.document.file_sha256 == issued.pdf_sha256


def test_numbers_run_on(report, committee, officer, secretary, today):
    issue_report(report=report, on=DAY, by=secretary)
    second = make(kind="annual", owner=committee, period=YEAR_2018, on=today, by=officer)

    assert issue_report(report=second, on=DAY, by=secretary).document.number == "02-BC/ĐU"


def test_issued_version_is_not_issued_again(report, secretary):
    issued = issue_report(report=report, on=DAY, by=secretary)
    with pytest.raises(ValidationError, match="đã ban hành"):
        issue_report(report=issued, on=DAY, by=secretary)

    assert Document.objects.filter(kind="BC").count() == 1


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (dt.date(2019, 3, 14), "chưa đến"),
        (dt.date(2018, 12, 30), "trước ngày chốt số liệu"),
    ],
)
def test_day_that_does_not_fit_is_refused(report, secretary, day, sentence):
    with pytest.raises(ValidationError, match=sentence):
        issue_report(report=report, on=day, by=secretary)


def test_refused_issue_takes_no_number(report, committee, secretary):
    committee.terms.update(to_on=dt.date(2018, 12, 31))
    with pytest.raises(ValidationError, match="nhiệm kỳ"):
        issue_report(report=report, on=DAY, by=secretary)

    report.refresh_from_db()
    assert report.state == "draft"
    assert not Document.objects.filter(kind="BC").exists()


@pytest.mark.parametrize("who", ["officer", "inspector", "leader"])
def test_only_the_secretary_issues(request, report, who):
    with pytest.raises(PermissionDenied):
        issue_report(report=report, on=DAY, by=request.getfixturevalue(who))


def test_cell_report_is_issued_by_its_secretary(cell_report, leader, secretary):
    with pytest.raises(PermissionDenied):
        issue_report(report=cell_report, on=DAY, by=secretary)

    issued = issue_report(report=cell_report, on=DAY, by=leader)

    assert issued.document.number == "01-BC/CB"
    assert issued.document.cell == cell_report.cell


def test_clerk_does_not_issue(cell_report, clerk):
    with pytest.raises(PermissionDenied):
        issue_report(report=cell_report, on=DAY, by=clerk)


def test_page_issues_and_shows_the_paper(client, report, secretary):
    client.force_login(secretary)
    url = reverse("reports:issue", args=[report.pk])

    assert "số đã cấp không cấp lại" in client.get(url).content.decode()
    response = client.post(url, {"on": "15/01/2019"}, follow=True)

    page, versions = response.content.decode(), response.context["versions"]
    assert "Đã ban hành: số 01-BC/ĐU" in page
    assert versions.header.superior == "ĐẢNG BỘ HUYỆN TÂN UYÊN"
    assert versions.signer.name == "Mùa A Thử"
    assert "15/01/2019" in page
    assert url not in page


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [("31/02/2019", "Ngày"), ("14/03/2019", "Ngày ban hành chưa đến."), ("", "Hãy ghi")],
)
def test_page_tells_beside_the_field_what_is_wrong(client, report, secretary, typed, sentence):
    client.force_login(secretary)

    response = client.post(reverse("reports:issue", args=[report.pk]), {"on": typed})

    assert response.status_code == 200
    assert sentence in str(response.context["form"].errors["on"])
    report.refresh_from_db()
    assert report.state == "draft"


@pytest.mark.parametrize(
    ("who", "status"), [("officer", 403), ("inspector", 403), ("leader", 404), ("stranger", 404)]
)
def test_page_refuses_others(client, request, report, who, status):
    client.force_login(request.getfixturevalue(who))

    assert (
        client.post(reverse("reports:issue", args=[report.pk]), {"on": "15/01/2019"}).status_code
        == status
    )
