"""Asking, claiming, finishing, failing, stopping: the row is the job."""

import datetime as dt
import os
import socket
import subprocess
import sys

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from audit.models import AuditEntry
from jobs import registry, services
from jobs.errors import LostLease, UnknownKind
from jobs.execution import execute
from jobs.leases import MAX_ATTEMPTS, claim, finish, holder_is_gone, renew, report_progress
from jobs.models import Job, Worker
from jobs.pulse import Pulse
from jobs.tasks import tick
from tests.jobs.probe.background import RESULT

pytestmark = pytest.mark.django_db
State = Job.State


def ask(kind="probe.walk", *, by=None, key=None, **arguments) -> Job:
    arguments.setdefault("pause", 0)
    return services.request_job(kind=kind, arguments=arguments, by=by, key=key)


def results() -> int:
    return AuditEntry.objects.filter(action=RESULT).count()


def test_job_is_done_once(officer):
    job = ask(by=officer)
    assert services.run_here(job)
    assert (job.state, job.percent, job.attempts, results()) == (State.DONE, 100, 1, 1)
    assert job.finished_at >= job.started_at
    assert job.lease_until is None
    assert not services.run_here(job)
    assert results() == 1


def test_asking_writes_the_journal_and_wakes_a_worker(
    officer, django_capture_on_commit_callbacks, settings
):
    with django_capture_on_commit_callbacks(execute=True):
        job = ask(by=officer, steps=3)
    entry = AuditEntry.objects.get(action="jobs.request")
    assert (entry.actor, entry.after["arguments"]["steps"]) == (officer, 3)
    job.refresh_from_db()
    assert job.woken_at is not None
    if not settings.REDIS_URL:
        assert any((settings.QUEUE_DIR / "messages").glob("*.celery.msg"))


def test_same_key_gives_the_first_job(officer):
    first = ask(by=officer, key="quarterly:2019-Q1")
    second = ask(by=officer, key="quarterly:2019-Q1")
    assert first == second
    assert (first.was_asked_before, second.was_asked_before) == (False, True)
    assert ask(key="quarterly:2019-Q2") != first
    assert ask() != ask()  # without a key each is a job of its own


def test_unknown_kind_is_refused():
    with pytest.raises(UnknownKind):
        ask("probe.unheard_of")


def test_kind_unknown_to_the_worker_fails_with_sentence():
    job = ask()
    Job.objects.filter(pk=job.pk).update(kind="from.a.newer.version")
    execute(job.pk)
    job.refresh_from_db()
    assert job.state == State.FAILED
    assert "cập nhật chương trình" in job.error
    assert "from.a.newer.version" in job.error_detail


def test_only_one_claims():
    job = ask()
    assert claim(job.pk) is not None
    assert claim(job.pk) is None
    assert not execute(job.pk)


def test_late_worker_writes_nothing_after_a_second_claim():
    job = ask()
    first = claim(job.pk)
    Job.objects.update(lease_until=timezone.now() - dt.timedelta(seconds=1))
    second = claim(job.pk)
    assert second.attempts == 2
    for act in (lambda: finish(first, pytest.fail), lambda: renew(first)):
        with pytest.raises(LostLease):
            act()
    with pytest.raises(LostLease):
        report_progress(first, stage="muộn", percent=90)
    job.refresh_from_db()
    assert (job.state, job.percent, job.claimed_by) == (State.RUNNING, 0, second.claimed_by)
    finish(second)


def test_work_taken_over_in_the_middle_leaves_no_result():
    job = ask("probe.taken_over")
    assert execute(job.pk)
    job.refresh_from_db()
    assert (job.state, results()) == (State.RUNNING, 0)


def test_failure_shows_its_sentence_and_keeps_the_detail(officer):
    job = ask("probe.fall", by=officer, sentence="Chưa duyệt biên bản. Hãy duyệt rồi làm lại.")
    services.run_here(job)
    assert (job.state, job.error) == (
        State.FAILED,
        "Chưa duyệt biên bản. Hãy duyệt rồi làm lại.",
    )
    assert "what the administrator reads" in job.error_detail
    assert AuditEntry.objects.filter(action="jobs.fail").count() == 1


def test_unforeseen_failure_has_a_sentence_without_its_words():
    job = ask("probe.fall")
    services.run_here(job)
    assert f"mã việc {job.pk}" in job.error
    assert "ZeroDivisionError" not in job.error
    assert "ZeroDivisionError: nobody foresaw this" in job.error_detail


def test_failure_while_writing_the_result_writes_nothing_of_it():
    job = ask("probe.break_result")
    services.run_here(job)
    assert (job.state, job.error, results()) == (State.FAILED, "Không ghi được kết quả.", 0)


def test_passing_fault_is_tried_again():
    job = ask("probe.stumble", times=2)
    services.run_here(job)
    assert (job.state, job.attempts) == (State.QUEUED, 1)
    services.run_here(job)
    services.run_here(job)
    assert (job.state, job.attempts, results(), job.error_detail) == (State.DONE, 3, 1, "")


def test_passing_fault_that_stays_fails_in_the_end():
    job = ask("probe.stumble", times=99)
    for _ in range(MAX_ATTEMPTS):
        services.run_here(job)
    assert (job.state, job.attempts) == (State.FAILED, MAX_ATTEMPTS)
    assert f"{MAX_ATTEMPTS} lần" in job.error


def test_cancel_before_the_start(officer):
    job = ask()
    services.cancel(job, by=officer)
    assert job.state == State.CANCELLED
    assert not execute(job.pk)
    assert AuditEntry.objects.get(action="jobs.cancel").actor == officer
    with pytest.raises(ValidationError, match="đã kết thúc"):
        services.cancel(job, by=officer)


def test_cancel_in_the_middle_drops_the_result(officer):
    job = ask()
    held = claim(job.pk)
    services.cancel(job, by=officer)
    with pytest.raises(LostLease):
        finish(held, pytest.fail)
    job.refresh_from_db()
    assert job.state == State.CANCELLED


def test_retry_starts_anew(officer):
    job = ask("probe.fall", sentence="Hỏng.")
    with pytest.raises(ValidationError):
        services.retry(job, by=officer)
    services.run_here(job)
    services.retry(job, by=officer)
    assert (job.state, job.error, job.error_detail, job.attempts) == (State.QUEUED, "", "", 0)


def test_sweep_queues_again_what_lost_its_worker():
    job = ask()
    claim(job.pk)
    assert services.sweep() == 0  # the lease holds, and this process lives
    Job.objects.update(lease_until=timezone.now() - dt.timedelta(seconds=1))
    assert services.sweep() == 1
    job.refresh_from_db()
    assert (job.state, job.claimed_by, job.lease_until) == (State.QUEUED, "", None)


def test_clock_set_back_holds_up_neither_what_runs_nor_what_waits():
    running, waiting = ask(), ask()
    claim(running.pk)
    later = timezone.now() + dt.timedelta(hours=5)
    Job.objects.filter(pk=running.pk).update(lease_until=later, claimed_by="elsewhere:1:x")
    Job.objects.filter(pk=waiting.pk).update(woken_at=later)
    assert services.sweep() == 2
    running.refresh_from_db()
    assert running.state == State.QUEUED


def test_sweep_knows_a_dead_process_of_this_machine_before_the_lease_ends():
    job = ask()
    claim(job.pk)
    Job.objects.update(claimed_by=f"{socket.gethostname()[:40]}:{dead_process()}:token")
    services.sweep()
    job.refresh_from_db()
    assert job.state == State.QUEUED


def test_sweep_sends_again_only_what_was_not_announced_lately():
    job = ask()
    assert services.sweep() == 1  # its first message was never sent: the test commits nothing
    assert services.sweep() == 0
    Job.objects.update(woken_at=timezone.now() - dt.timedelta(minutes=1))
    assert services.sweep() == 1
    services.run_here(job)
    Job.objects.update(woken_at=None)
    assert services.sweep() == 0


def test_worker_just_started_asks_for_what_was_announced_to_a_dead_one():
    job = ask()
    services.sweep()
    pulse = Pulse("worker-1@here")

    def is_announced_by_a_beat() -> bool:
        before = Job.objects.values_list("woken_at", flat=True).get(pk=job.pk)
        pulse._beat()
        return Job.objects.values_list("woken_at", flat=True).get(pk=job.pk) > before

    assert is_announced_by_a_beat()
    assert not is_announced_by_a_beat()


def test_sweep_gives_up_after_five_deaths():
    job = ask()
    for _ in range(MAX_ATTEMPTS):
        assert claim(job.pk)
        Job.objects.update(lease_until=timezone.now() - dt.timedelta(seconds=1))
    services.sweep()
    job.refresh_from_db()
    assert job.state == State.FAILED
    assert "chưa lần nào xong" in job.error


def test_holder_on_another_machine_is_not_judged():
    assert not holder_is_gone("another-machine:1:token")
    assert not holder_is_gone(f"{socket.gethostname()[:40]}:{os.getpid()}:token")
    assert not holder_is_gone("")


def test_worker_is_alive_only_while_it_gives_signs():
    assert not services.worker_is_alive()
    worker = Worker.objects.create(name="worker@here", last_seen_at=timezone.now())
    assert services.worker_is_alive()
    worker.last_seen_at -= dt.timedelta(minutes=1)
    worker.save()
    assert not services.worker_is_alive()


def test_wait_for_does_the_work_itself_when_no_worker_lives():
    job = ask(steps=2)
    seen = []
    done = services.wait_for(job, on_change=lambda job: seen.append(job.state))
    assert done.state == State.DONE
    assert seen == [State.QUEUED, State.DONE]


def dead_process() -> int:
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    return child.pid


def test_fault_of_one_room_does_not_silence_the_others(today, monkeypatch):
    def broken(day):
        raise ZeroDivisionError

    monkeypatch.setattr(registry, "_periodic", {"broken": broken, **registry._periodic})
    tick()
    assert Job.objects.filter(key="probe:2019-03-13").count() == 1
    tick()
    assert Job.objects.filter(key="probe:2019-03-13").count() == 1
