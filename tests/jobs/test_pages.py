"""The page of a job: what it shows in each state, who sees it, and its two buttons."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from jobs import services
from jobs.leases import claim, report_progress
from jobs.models import Job, Worker

pytestmark = pytest.mark.django_db
State = Job.State


@pytest.fixture
def job(officer) -> Job:
    return services.request_job(kind="probe.walk", arguments={"pause": 0, "steps": 2}, by=officer)


def page(client, job, *, name="detail", **headers):
    return client.get(reverse(f"jobs:{name}", args=[job.pk]), **headers)


def a_worker_lives():
    Worker.objects.create(name="worker@here", last_seen_at=timezone.now())


def test_waiting_job_says_that_nobody_works(client, officer, job):
    client.force_login(officer)
    text = page(client, job).content.decode()
    assert "Hiện không có tiến trình nào nhận việc" in text
    assert "Đi từng bước" in text
    a_worker_lives()
    Job.objects.update(woken_at=timezone.now())
    text = page(client, job).content.decode()
    assert "Hiện không có tiến trình nào nhận việc" not in text
    assert "Đang chờ đến lượt" in text


def test_waiting_job_no_worker_could_be_told_of_says_so(client, officer, job):
    a_worker_lives()
    client.force_login(officer)
    assert "Hiện không có tiến trình nào nhận việc" in page(client, job).text


def test_running_job_shows_step_and_percent_and_polls(client, officer, job):
    a_worker_lives()
    held = claim(job.pk)
    report_progress(held, stage="Bước sau", percent=55)
    client.force_login(officer)
    response = page(client, job, HTTP_HX_REQUEST="true")
    text = response.content.decode()
    assert "<html" not in text
    assert 'hx-trigger="every 1s"' in text
    assert '<progress value="55" max="100"' in text
    assert text.index("Bước đầu") < text.index("xong") < text.index("Bước sau") < text.index("55 %")


def test_polling_stops_when_the_job_is_done(client, officer, job):
    services.run_here(job)
    client.force_login(officer)
    response = page(client, job, HTTP_HX_REQUEST="true")
    assert response.headers["HX-Refresh"] == "true"
    text = page(client, job).content.decode()
    assert "Đã làm xong" in text
    assert "hx-trigger" not in text


def test_failed_job_shows_sentence_and_the_way_out(client, officer):
    job = services.request_job(
        kind="probe.fall", arguments={"sentence": "Chưa duyệt biên bản."}, by=officer
    )
    services.run_here(job)
    client.force_login(officer)
    text = page(client, job).content.decode()
    assert "Chưa duyệt biên bản." in text
    assert reverse("jobs:retry", args=[job.pk]) in text
    assert "what the administrator reads" not in text


@pytest.mark.parametrize("who", ["secretary", "inspector", "leader", "stranger"])
def test_job_of_a_kind_that_says_nothing_is_the_askers_own(client, request, job, who):
    client.force_login(request.getfixturevalue(who))
    assert page(client, job).status_code == 404
    assert client.post(reverse("jobs:cancel", args=[job.pk])).status_code == 404
    job.refresh_from_db()
    assert job.state == State.QUEUED


def test_stopping_refuses_get_and_tells_when_it_is_too_late(client, officer, job):
    client.force_login(officer)
    assert page(client, job, name="cancel").status_code == 405
    services.run_here(job)
    response = client.post(reverse("jobs:cancel", args=[job.pk]), follow=True)
    assert "đã kết thúc" in response.content.decode()


def test_stopped_job_can_be_done_again(client, officer, job):
    services.cancel(job, by=officer)
    client.force_login(officer)
    assert page(client, job, name="retry").status_code == 405
    response = client.post(reverse("jobs:retry", args=[job.pk]), follow=True)
    assert "hàng chờ lần nữa" in response.content.decode()
    job.refresh_from_db()
    assert job.state == State.QUEUED


def test_interrupted_job_says_it_waits_to_start_over(client, officer, job):
    claim(job.pk)
    Job.objects.update(lease_until=timezone.now() - dt.timedelta(seconds=1))
    services.sweep()
    client.force_login(officer)
    assert "Lần trước bị ngắt giữa chừng" in page(client, job).content.decode()


def test_sign_in_is_asked_for(client, job):
    assert page(client, job).status_code == 302


def test_page_takes_few_statements(client, officer, job, django_assert_max_num_queries):
    client.force_login(officer)
    page(client, job)
    with django_assert_max_num_queries(10):
        page(client, job)
