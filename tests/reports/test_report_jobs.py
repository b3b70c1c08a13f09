"""The work behind a report: who sees it, who may stop it or start it again, and that it is asked once."""

import datetime as dt
import threading

import pytest
from django.db import connections
from django.urls import reverse
from pypdf import PdfReader

from jobs.models import Job
from jobs.services import cancel, run_here
from partyunit.dates import Period
from partyunit.models import Installation
from reports.background import ask_for_quarterly_reports
from reports.models import Report
from reports.services import request_report
from tests import factories
from tests.reports.report_rows import YEAR_2018

QUARTER_BEGINS = dt.date(2019, 4, 1)
PEOPLE = ["officer", "secretary", "inspector", "administrator", "leader", "clerk", "stranger"]


@pytest.fixture
def scheduled(committee, cell):
    """What the calendar asks for by itself, by whom it is of."""
    ask_for_quarterly_reports(QUARTER_BEGINS)
    return {report.cell: report.job for report in Report.objects.all()}


def answers(client, request, job, address, *, post=False) -> dict[str, int]:
    """What each of the people is answered."""
    found = {}
    for who in PEOPLE:
        client.force_login(request.getfixturevalue(who))
        Job.objects.filter(pk=job.pk).update(state="cancelled")
        url = reverse(f"jobs:{address}", args=[job.pk])
        found[who] = (client.post if post else client.get)(url).status_code
    return found


def test_report_the_calendar_asked_for_is_seen_with_the_report(client, request, scheduled, cell):
    of_committee = answers(client, request, scheduled[None], "detail")
    of_cell = answers(client, request, scheduled[cell], "detail")

    assert list(of_committee.values()) == [200, 200, 200, 200, 404, 404, 404]
    assert list(of_cell.values()) == [200, 200, 200, 200, 200, 200, 404]


def test_page_says_whether_the_calendar_or_the_shell_has_asked(
    client, officer, scheduled, committee
):
    by_hand = request_report(
        kind="annual", owner=committee, period=YEAR_2018, on=QUARTER_BEGINS, by=None
    )
    client.force_login(officer)

    assert "theo lịch" in client.get(scheduled[None].get_absolute_url()).text
    assert "dòng lệnh" in client.get(by_hand.job.get_absolute_url()).text


def test_who_may_ask_for_a_report_may_start_it_again(client, request, scheduled, cell):
    of_committee = answers(client, request, scheduled[None], "retry", post=True)
    of_cell = answers(client, request, scheduled[cell], "retry", post=True)

    assert list(of_committee.values()) == [302, 302, 403, 403, 404, 404, 404]
    assert list(of_cell.values()) == [302, 302, 403, 403, 302, 302, 404]


def test_leader_stops_what_the_officer_asked_of_the_own_cell(client, officer, leader, cell, today):
    report = request_report(kind="annual", owner=cell, period=YEAR_2018, on=today, by=officer)
    client.force_login(leader)
    page = client.get(reverse("reports:detail", args=[report.pk])).text
    assert reverse("jobs:cancel", args=[report.job_id]) in page

    client.post(reverse("jobs:cancel", args=[report.job_id]))

    report.job.refresh_from_db()
    assert report.job.state == Job.State.CANCELLED


def test_failed_report_of_the_calendar_is_made_by_its_page(client, officer, scheduled):
    job = scheduled[None]
    cancel(job, by=officer)
    client.force_login(officer)
    page = client.get(reverse("reports:detail", args=[job.report.pk])).text
    assert reverse("jobs:retry", args=[job.pk]) in page

    client.post(reverse("jobs:retry", args=[job.pk]))
    run_here(job)

    assert Report.objects.get(pk=job.report.pk).pdf


@pytest.mark.parametrize("end", ["ended", "voided"])
def test_account_whose_role_is_over_no_longer_sees_what_it_asked_for(
    client, officer, committee, today, end
):
    report = request_report(kind="annual", owner=committee, period=YEAR_2018, on=today, by=officer)
    role = officer.roles.get()
    if end == "ended":
        role.to_on = today - dt.timedelta(days=1)
    else:
        role.voided_at, role.void_reason = dt.datetime(2019, 3, 1, tzinfo=dt.UTC), "nhập nhầm"
    role.save()
    client.force_login(officer)

    assert client.get(reverse("jobs:detail", args=[report.job_id])).status_code == 404
    assert client.post(reverse("jobs:cancel", args=[report.job_id])).status_code == 404


def test_report_asked_for_by_an_account_that_has_gone_is_still_made(
    client, officer, secretary, committee, today
):
    """The role ends between asking and making; whoever is left may start it again."""
    report = request_report(kind="annual", owner=committee, period=YEAR_2018, on=today, by=officer)
    officer.roles.update(to_on=today - dt.timedelta(days=1))

    run_here(report.job)

    report.refresh_from_db()
    assert report.pdf
    client.force_login(secretary)
    assert client.get(reverse("jobs:detail", args=[report.job_id])).status_code == 200


def test_officer_of_another_committee_who_only_reads_this_one_stops_nothing(
    client, stranger, officer, committee, today
):
    factories.RoleFactory(user=stranger, role="inspector", committee=committee)
    report = request_report(kind="annual", owner=committee, period=YEAR_2018, on=today, by=officer)
    client.force_login(stranger)

    assert client.get(reverse("jobs:detail", args=[report.job_id])).status_code == 200
    assert client.post(reverse("jobs:cancel", args=[report.job_id])).status_code == 403


def test_administrator_reads_why_it_failed(client, administrator, officer, committee, today):
    report = request_report(kind="annual", owner=committee, period=YEAR_2018, on=today, by=officer)
    Job.objects.filter(pk=report.job_id).update(state="failed", error_detail="ZeroDivisionError")
    client.force_login(administrator)
    text = client.get(reverse("jobs:detail", args=[report.job_id])).text

    assert "ZeroDivisionError" in text
    assert reverse("jobs:retry", args=[report.job_id]) not in text


def test_draft_is_signed_as_on_the_day_it_was_asked_for(committee, cell, officer, today):
    """A job that waits over a change of secretary makes the paper it was asked to make."""
    for name, days in (
        ("Mùa A Trước", {"from_on": dt.date(2015, 6, 1), "to_on": today}),
        ("Mùa A Sau", {"from_on": today + dt.timedelta(days=1)}),
    ):
        factories.PositionFactory(
            member=factories.place(cell, full_name=name),
            committee=committee,
            title="secretary",
            **days,
        )
    report = request_report(kind="annual", owner=committee, period=YEAR_2018, on=today, by=officer)
    Installation.objects.update(demonstration_day=today + dt.timedelta(days=9))

    run_here(report.job)

    report.refresh_from_db()
    text = " ".join(page.extract_text() for page in PdfReader(report.pdf.open()).pages)
    assert "Mùa A Trước" in text


def test_work_that_waited_through_an_upgrade_is_done(committee, officer, today):
    """The first version did not write down for which day it was asked."""
    report = request_report(kind="annual", owner=committee, period=YEAR_2018, on=today, by=officer)
    Job.objects.filter(pk=report.job_id).update(arguments={"remarks": {}})

    run_here(report.job)

    report.refresh_from_db()
    assert report.pdf


@pytest.mark.django_db(transaction=True)
def test_two_schedulers_at_once_ask_once(committee, cell, other_cell):
    start, errors = threading.Barrier(2), []

    def tick():
        try:
            start.wait(timeout=10)
            ask_for_quarterly_reports(QUARTER_BEGINS)
        except Exception as error:  # noqa: BLE001 - told by the test, not lost with the thread
            errors.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=tick) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)

    assert errors == []
    quarter = Period.of_quarter(2019, 1)
    asked = Report.objects.values_list("cell__code", "number_of_version", "period_first")
    assert sorted(asked, key=str) == [
        ("AN", 1, quarter.first),
        ("DT", 1, quarter.first),
        (None, 1, quarter.first),
    ]
    assert Job.objects.count() == 3
