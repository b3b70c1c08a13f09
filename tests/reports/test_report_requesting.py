"""Asking for a report: who may, of which period, and that one version is made at a time."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from jobs.models import Job, Worker
from jobs.services import run_here
from partyunit.dates import Period
from reports.background import ask_for_quarterly_reports
from reports.models import Report
from reports.services import parse_period, request_report
from tests import factories
from tests.reports.report_rows import YEAR_2018, make


def asked(owner, **data) -> dict:
    return {"owner": owner, "year": "2018", "part": "year", **data}


def test_request_makes_a_version_and_its_job(client, officer, committee):
    client.force_login(officer)

    response = client.post(reverse("reports:new"), asked(f"committee-{committee.pk}"))

    report = Report.objects.get()
    assert response["Location"] == reverse("reports:detail", args=[report.pk])
    assert (report.kind, report.number_of_version) == ("annual", 1)
    assert (report.period_first, report.data_until) == (dt.date(2018, 1, 1), dt.date(2018, 12, 31))
    assert (report.job.kind, report.job.requested_by) == ("reports.make", officer)


def test_leader_asks_for_the_own_cell_only(client, leader, cell, committee, other_cell):
    client.force_login(leader)

    page = client.get(reverse("reports:new")).content.decode()
    assert f"cell-{cell.pk}" in page
    assert f"cell-{other_cell.pk}" not in page

    for owner in (f"committee-{committee.pk}", f"cell-{other_cell.pk}"):
        response = client.post(reverse("reports:new"), asked(owner))
        assert response.status_code == 200
        assert "Không có lựa chọn này" in response.content.decode()
    client.post(reverse("reports:new"), asked(f"cell-{cell.pk}", part="4"))
    assert Report.objects.get().cell == cell


@pytest.mark.parametrize("who", ["inspector", "administrator"])
def test_reader_may_not_ask(client, request, who):
    client.force_login(request.getfixturevalue(who))

    assert client.get(reverse("reports:new")).status_code == 403
    assert client.post(reverse("reports:new"), {}).status_code == 403


def test_service_checks_the_right_itself(committee, leader, today):
    with pytest.raises(PermissionDenied):
        request_report(kind="annual", owner=committee, period=YEAR_2018, on=today, by=leader)


def test_period_that_has_not_begun_is_refused_beside_the_form(client, officer, committee):
    client.force_login(officer)

    response = client.post(
        reverse("reports:new"), asked(f"committee-{committee.pk}", year="2019", part="2")
    )

    assert "Kỳ này chưa bắt đầu: ngày đầu kỳ là 01/04/2019." in response.content.decode()
    assert not Report.objects.exists()


@pytest.mark.parametrize(
    ("year", "sentence"), [("20x8", "Nhập"), ("", "Hãy ghi năm"), ("2500", "2200")]
)
def test_bad_year_is_told_beside_the_field(client, officer, committee, year, sentence):
    client.force_login(officer)

    response = client.post(reverse("reports:new"), asked(f"committee-{committee.pk}", year=year))

    assert response.status_code == 200
    assert response.context["form"].errors["year"]


def test_period_before_the_founding_is_refused(committee, officer, today):
    with pytest.raises(ValidationError, match="chưa thành lập"):
        request_report(
            kind="annual", owner=committee, period=Period.of_year(2008), on=today, by=officer
        )


def test_period_after_the_dissolution_is_refused(cell, officer, today):
    cell.dissolved_on = dt.date(2017, 6, 1)
    cell.save()
    with pytest.raises(ValidationError, match="giải thể"):
        request_report(kind="annual", owner=cell, period=YEAR_2018, on=today, by=officer)


def test_second_request_waits_for_the_first(committee, officer, today):
    how = {"kind": "annual", "owner": committee, "period": YEAR_2018, "on": today, "by": officer}
    first = request_report(**how)
    with pytest.raises(ValidationError, match="Bản 1 của báo cáo này đang lập"):
        request_report(**how)

    run_here(first.job)
    assert request_report(**how).number_of_version == 2


@pytest.mark.parametrize(
    ("kind", "text", "first", "last"),
    [
        ("annual", "2018", dt.date(2018, 1, 1), dt.date(2018, 12, 31)),
        ("quarterly", "2019-Q1", dt.date(2019, 1, 1), dt.date(2019, 3, 31)),
        ("quarterly", "2016q1", dt.date(2016, 1, 1), dt.date(2016, 3, 31)),
    ],
)
def test_period_is_read_from_text(kind, text, first, last):
    assert parse_period(kind, text) == Period(first, last)


@pytest.mark.parametrize(
    ("kind", "text"),
    [("annual", "2018-Q1"), ("annual", "1800"), ("quarterly", "2019"), ("quarterly", "2019-Q5")],
)
def test_period_that_cannot_be_is_refused(kind, text):
    with pytest.raises(ValidationError, match="không hợp lệ"):
        parse_period(kind, text)


def test_scheduler_asks_once_on_the_day_after_a_quarter(committee, cell):
    ask_for_quarterly_reports(dt.date(2019, 3, 31))
    assert not Report.objects.exists()

    for _again in range(3):
        ask_for_quarterly_reports(dt.date(2019, 4, 1))
    ask_for_quarterly_reports(dt.date(2019, 4, 2))

    reports = Report.objects.order_by("pk")
    assert [(r.cell, r.kind, r.period_first, r.data_until) for r in reports] == [
        (None, "quarterly", dt.date(2019, 1, 1), dt.date(2019, 3, 31)),
        (cell, "quarterly", dt.date(2019, 1, 1), dt.date(2019, 3, 31)),
    ]
    assert Job.objects.filter(kind="reports.make", requested_by=None).count() == 2


def test_scheduler_looks_back_over_the_new_year(committee):
    ask_for_quarterly_reports(dt.date(2019, 1, 1))

    assert Report.objects.get().period_first == dt.date(2018, 10, 1)


def test_scheduler_passes_over_a_cell_founded_later(committee):
    factories.CellFactory(committee=committee, founded_on=dt.date(2019, 4, 1))

    ask_for_quarterly_reports(dt.date(2019, 4, 1))

    assert [report.cell for report in Report.objects.all()] == [None]


def test_page_says_when_nobody_works(client, officer, committee, today):
    report = request_report(kind="annual", owner=committee, period=YEAR_2018, on=today, by=officer)
    client.force_login(officer)
    Worker.objects.all().delete()

    page = client.get(reverse("reports:detail", args=[report.pk])).content.decode()

    assert "Hiện không có tiến trình nào nhận việc." in page
    assert "Chốt số liệu" in page
    assert "Tiến độ bản 1" in page


def test_page_of_a_report_in_the_making_asks_its_job_how_far_it_is(
    client, officer, committee, today
):
    report = request_report(kind="annual", owner=committee, period=YEAR_2018, on=today, by=officer)
    client.force_login(officer)
    url = reverse("jobs:detail", args=[report.job_id])
    page = client.get(reverse("reports:detail", args=[report.pk])).text
    assert f'hx-get="{url}" hx-trigger="every 1s"' in page

    assert "Dàn trang PDF" in client.get(url, headers={"HX-Request": "true"}).text
    run_here(report.job)
    assert client.get(url, headers={"HX-Request": "true"})["HX-Refresh"] == "true"


def test_failure_is_told_with_its_sentence_and_a_way_out(client, officer, committee, today):
    report = make(kind="annual", owner=committee, period=YEAR_2018, on=today, by=officer)
    Job.objects.filter(pk=report.job_id).update(state="failed", error="Số liệu chưa khớp.")
    Report.objects.filter(pk=report.pk).update(pdf="", frozen=None)
    client.force_login(officer)

    page = client.get(reverse("reports:detail", args=[report.pk])).content.decode()

    assert "Bản 1 không lập được" in page
    assert "Số liệu chưa khớp." in page
    assert reverse("jobs:retry", args=[report.job_id]) in page
