"""The list, the page of one report, and its file: who sees what, and what is written down."""

import datetime as dt

import pytest
from django.urls import reverse

from audit.models import AuditEntry
from reports.models import Report
from reports.services import request_report
from tests import factories
from tests.reports.report_rows import QUARTER_1, YEAR_2018, fill, make


@pytest.fixture
def report(cell, other_cell, committee, officer, today):
    fill(cell, other_cell)
    return make(kind="annual", owner=committee, period=YEAR_2018, on=today, by=officer)


@pytest.fixture
def cell_report(cell, officer, today):
    return make(kind="quarterly", owner=cell, period=QUARTER_1, on=today, by=officer)


def test_detail_shows_the_paper_its_codes_and_versions(client, report, officer):
    client.force_login(officer)

    page = client.get(reverse("reports:detail", args=[report.pk])).content.decode()

    assert "Bản 1 là dự thảo, chưa có số và ngày." in page
    assert report.content_sha256 in page
    assert report.pdf_sha256 in page
    assert report.code in page
    assert reverse("reports:download", args=[report.pk]) in page
    assert "ĐẢNG ỦY CÔNG AN HUYỆN" in page
    assert reverse("reports:issue", args=[report.pk]) not in page


def test_detail_of_an_old_version_says_which_one_counts(client, report, committee, officer, today):
    second = make(kind="annual", owner=committee, period=YEAR_2018, on=today, by=officer)
    client.force_login(officer)

    page = client.get(reverse("reports:detail", args=[report.pk])).content.decode()

    assert reverse("reports:detail", args=[second.pk]) in page


@pytest.mark.parametrize("name", ["detail", "download", "frozen"])
@pytest.mark.parametrize(
    ("who", "status"), [("leader", 404), ("stranger", 404), ("administrator", 403)]
)
def test_report_of_the_committee_is_out_of_sight(client, request, report, name, who, status):
    client.force_login(request.getfixturevalue(who))

    assert client.get(reverse(f"reports:{name}", args=[report.pk])).status_code == status


def test_leader_sees_the_report_of_the_own_cell(client, leader, cell_report, report):
    client.force_login(leader)

    page = client.get(reverse("reports:list")).content.decode()

    assert reverse("reports:detail", args=[cell_report.pk]) in page
    assert reverse("reports:detail", args=[report.pk]) not in page
    assert client.get(reverse("reports:detail", args=[cell_report.pk])).status_code == 200


def test_download_gives_the_file_and_is_written_down(client, report, inspector):
    client.force_login(inspector)

    response = client.get(reverse("reports:download", args=[report.pk]))

    assert response["Content-Type"] == "application/pdf"
    assert b"".join(response.streaming_content) == report.pdf.read()
    assert "tong-ket" in response["Content-Disposition"]
    entry = AuditEntry.objects.get(action="reports.download")
    assert (entry.actor, entry.after["sha256"]) == (inspector, report.pdf_sha256)
    assert client.post(reverse("reports:download", args=[report.pk])).status_code == 405


def test_download_without_a_file_is_not_found(client, report, officer):
    Report.objects.filter(pk=report.pk).update(pdf="reports/mat.pdf")
    client.force_login(officer)

    assert client.get(reverse("reports:download", args=[report.pk])).status_code == 404


def test_list_filters_by_kind_cell_and_day(client, officer, report, cell_report, cell):
    client.force_login(officer)
    url = reverse("reports:list")

    def shown(**query) -> set[int]:
        rows = client.get(url, query).context["listing"].rows
        return {row.record.pk for row in rows}

    assert shown() == {report.pk, cell_report.pk}
    assert shown(kind="annual") == {report.pk}
    assert shown(cell=cell.pk) == {cell_report.pk}
    assert shown(on="31/12/2018") == {report.pk}


@pytest.mark.parametrize("count", [1, 3])
def test_list_takes_the_same_statements_for_any_number(
    client, officer, committee, cell, django_assert_max_num_queries, count
):
    for year in range(2015, 2015 + count):
        Report.objects.create(
            kind="annual",
            committee=committee,
            cell=cell,
            period_first=dt.date(year, 1, 1),
            period_last=dt.date(year, 12, 31),
            data_until=dt.date(year, 12, 31),
            number_of_version=1,
        )
    client.force_login(officer)
    with django_assert_max_num_queries(9):  # session, user, roles, day; then the list's own
        client.get(reverse("reports:list"))


def test_voided_version_is_not_listed(client, officer, report):
    Report.objects.filter(pk=report.pk).update(
        voided_at=dt.datetime(2019, 3, 1, tzinfo=dt.UTC), void_reason="nhầm"
    )
    client.force_login(officer)

    assert client.get(reverse("reports:list")).context["listing"].rows == []


def test_english_reader_gets_english_pages_and_a_vietnamese_paper(client, report, officer):
    client.force_login(officer)
    client.cookies["partyunit_language"] = "en"

    assert client.get(reverse("reports:detail", args=[report.pk])).status_code == 200
    assert report.frozen["issuer"] == "Đảng ủy Công an huyện"


def test_page_of_a_cell_leads_back_to_the_list(client, cell_report, officer):
    factories.CellFactory(committee=cell_report.committee)
    client.force_login(officer)

    page = client.get(reverse("reports:detail", args=[cell_report.pk])).content.decode()

    assert reverse("reports:list") in page
    assert "Quý I năm 2019" in page


def test_frozen_figures_open_their_lists(client, report, officer):
    client.force_login(officer)

    page = client.get(reverse("reports:frozen", args=[report.pk])).content.decode()

    assert "An ninh: đảng viên" in page
    members = report.frozen["figures"]["members"]
    assert members["value"] == len(members["ids"]) == 6
    assert f'href="{reverse("members:list")}?on=31/12/2018">6</a>' in page


def test_version_not_made_yet_has_no_frozen_figures(client, officer, committee, today):
    waiting = request_report(kind="annual", owner=committee, period=YEAR_2018, on=today, by=officer)
    client.force_login(officer)

    assert client.get(reverse("reports:frozen", args=[waiting.pk])).status_code == 404
