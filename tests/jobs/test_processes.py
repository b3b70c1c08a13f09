"""Real workers, killed in the middle: every job is done once, on the broker this run uses."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from kombu import Consumer, Queue

from audit.models import AuditEntry
from jobs import services
from jobs.models import Job, Worker
from partyunit.celery import app
from tests.jobs.probe.background import RESULT
from tests.jobs.processes import REPOSITORY, environment, scheduler, wait_until, worker

pytestmark = [
    pytest.mark.processes,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
]
State = Job.State


@pytest.fixture
def data_dir(settings):
    """The data folder of this run, its queue empty: messages of other tests wake nobody here."""
    with app.connection_for_write() as broker:
        Consumer(broker.default_channel, Queue("celery")).purge()
    return Path(settings.DATA_DIR)


def ask(**arguments) -> Job:
    return services.request_job(kind="probe.walk", arguments=arguments, by=None)


def state_of(job: Job) -> str:
    return Job.objects.values_list("state", flat=True).get(pk=job.pk)


def results_of(job: Job) -> int:
    return AuditEntry.objects.filter(action=RESULT, object_id=str(job.pk)).count()


def test_worker_does_the_job_and_shows_its_progress(data_dir):
    with worker(data_dir) as one:
        wait_until(services.worker_is_alive, what="the worker's sign of life")
        job = ask(steps=6)
        percents = set()

        def is_over():
            job.refresh_from_db()
            percents.add(job.percent)
            return not job.is_open

        wait_until(is_over, what="the job's end")
        assert (job.state, job.attempts, results_of(job)) == (State.DONE, 1, 1)
        assert len(percents) > 3
        one.stop()
    assert not Worker.objects.exists()  # a worker that stops says goodbye


def test_killed_worker_leaves_a_job_that_is_finished_once(data_dir, tmp_path):
    diary = tmp_path / "diary"
    job = ask(steps=15, diary=str(diary))
    with worker(data_dir) as first:
        wait_until(lambda: diary.exists() and state_of(job) == State.RUNNING, what="the start")
        time.sleep(0.5)
        first.kill()
    assert state_of(job) == State.RUNNING
    with worker(data_dir, name="two"):
        wait_until(lambda: state_of(job) == State.DONE, seconds=60, what="the end")
        time.sleep(1)  # a message that comes a second time
    assert len(diary.read_text().splitlines()) == 2
    assert results_of(job) == 1


def test_message_lost_on_the_way_is_made_good_by_the_sweep(data_dir):
    job = Job.objects.create(kind="probe.walk", arguments={"steps": 1})
    with worker(data_dir):
        wait_until(lambda: state_of(job) == State.DONE, what="the sweep at the start")


def test_cancel_ends_the_work_of_a_real_worker(data_dir, tmp_path):
    diary = tmp_path / "diary"
    job = ask(steps=100, diary=str(diary))
    after = ask(steps=1)
    with worker(data_dir):
        wait_until(diary.exists, what="the start")
        services.cancel(job, by=None)
        wait_until(lambda: state_of(after) == State.DONE, what="the worker's next job")
    assert (state_of(job), results_of(job)) == (State.CANCELLED, 0)


def test_two_workers_never_both_write_while_they_are_killed(data_dir, tmp_path):
    jobs = [ask(steps=2, diary=str(tmp_path / f"diary-{n}")) for n in range(8)]
    chance = random.Random(14)
    for round_ in range(3):
        with (
            worker(data_dir, name=f"a{round_}") as first,
            worker(data_dir, name=f"b{round_}") as second,
        ):
            wait_until(lambda: Worker.objects.filter(name__endswith="@test").count() >= 2)
            time.sleep(chance.uniform(0.2, 1.0))
            first.kill()
            time.sleep(chance.uniform(0.0, 0.5))
            second.kill()
        Worker.objects.all().delete()
    with worker(data_dir, name="a-last"), worker(data_dir, name="b-last"):
        wait_until(lambda: not Job.objects.open().exists(), seconds=90, what="the end of all eight")
    assert [state_of(job) for job in jobs] == [State.DONE] * 8
    assert [results_of(job) for job in jobs] == [1] * 8


def test_work_longer_than_the_lease_is_done_in_one_go(data_dir, tmp_path):
    diary = tmp_path / "diary"
    job = ask(steps=1, pause=7, diary=str(diary))
    with worker(data_dir), worker(data_dir, name="two"):
        wait_until(lambda: state_of(job) == State.DONE, what="the end")
    assert len(diary.read_text().splitlines()) == 1
    assert results_of(job) == 1


@pytest.mark.parametrize("address", ["unix:///nowhere/redis.sock", "redis://127.0.0.1:9/0"])
def test_broker_that_is_away_neither_refuses_nor_delays_what_is_asked(data_dir, tmp_path, address):
    """The page that asks answers, the row waits, and a worker with a broker finds it."""
    asking = (
        "import django; django.setup()\n"
        "from jobs.services import request_job\n"
        "print(request_job(kind='probe.walk', arguments={}, by=None).pk)"
    )
    began = time.monotonic()
    asked = subprocess.run(
        [sys.executable, "-c", asking],
        env=environment(data_dir, REDIS_URL=address),
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert time.monotonic() - began < 30
    (line,) = asked.stderr.strip().splitlines()
    assert "the broker does not answer" in line
    job = Job.objects.get(pk=int(asked.stdout))
    assert (job.state, job.woken_at) == (State.QUEUED, None)
    with worker(data_dir):
        wait_until(lambda: state_of(job) == State.DONE, what="the sweep at the start")


def test_scheduler_calls_the_periodic_work(data_dir, today):
    with worker(data_dir), scheduler(data_dir):
        wait_until(
            lambda: Job.objects.filter(key="probe:2019-03-13", state=State.DONE).exists(),
            seconds=60,
            what="the tick",
        )
