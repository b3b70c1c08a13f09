"""A real worker makes a report; killed in the middle, another makes it, once."""

from pathlib import Path

import pytest
from django.urls import reverse
from kombu import Consumer, Queue

from audit.models import AuditEntry
from documents.papers.digest import sha256_hex
from jobs.models import Job
from partyunit.celery import app
from reports.models import Report
from reports.services import request_report
from tests.jobs.processes import wait_until, worker
from tests.reports.report_rows import YEAR_2018, fill

pytestmark = [pytest.mark.processes, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def data_dir(settings):
    """The worker's own folder, its queue empty; pages read the files it writes."""
    settings.MEDIA_ROOT = Path(settings.DATA_DIR) / "files"
    with app.connection_for_write() as broker:
        Consumer(broker.default_channel, Queue("celery")).purge()
    return Path(settings.DATA_DIR)


@pytest.fixture
def people(cell, other_cell):
    fill(cell, other_cell)


def state_of(report: Report) -> str:
    return Job.objects.values_list("state", flat=True).get(report=report)


def test_report_asked_for_on_the_page_is_made_by_the_worker(
    client, data_dir, people, officer, committee
):
    client.force_login(officer)
    client.post(
        reverse("reports:new"),
        {"owner": f"committee-{committee.pk}", "year": "2018", "part": "year"},
    )
    report = Report.objects.get()
    with worker(data_dir):
        wait_until(lambda: state_of(report) == Job.State.DONE, seconds=60, what="the report")

    response = client.get(reverse("reports:download", args=[report.pk]))
    report.refresh_from_db()
    data = b"".join(response.streaming_content)
    assert data.startswith(b"%PDF-")
    assert sha256_hex(data) == report.pdf_sha256


def test_worker_killed_while_it_lays_out_leaves_a_report_made_once(
    data_dir, people, officer, committee, today
):
    report = request_report(kind="annual", owner=committee, period=YEAR_2018, on=today, by=officer)
    with worker(data_dir) as first:
        wait_until(lambda: Job.objects.get(report=report).percent >= 45, what="the laying out")
        first.kill()
    assert state_of(report) == Job.State.RUNNING
    with worker(data_dir, name="two"):
        wait_until(lambda: state_of(report) == Job.State.DONE, seconds=60, what="the end")

    report.refresh_from_db()
    assert AuditEntry.objects.filter(action="reports.make", object_id=str(report.pk)).count() == 1
    assert sha256_hex(report.pdf.read()) == report.pdf_sha256
    folder = Path(report.pdf.path).parent
    assert [path.name for path in folder.glob(f"{report.pk}-*")] == [Path(report.pdf.name).name]
    assert report.job.attempts == 2
