"""`./run` from outside: what it starts, what it says, and that it leaves nothing behind."""

import contextlib
import os
import shutil
import signal
import socket
import sqlite3
import time
import urllib.error
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.partyunit.running import (
    ROOT,
    Program,
    command_line,
    free_port,
    get,
    only_sentence,
    processes_on,
    run_to_end,
    wait_until,
)

# The embedded default; the servers in test_production.py.
pytestmark = [pytest.mark.processes, pytest.mark.one_engine]
BASH = Path(shutil.which("bash"))
KEPT = {"db.sqlite3", "db.sqlite3-shm", "db.sqlite3-wal", "files", "queue", "secret_key"}


def test_data_are_their_owners_alone(prepared_dir):
    assert prepared_dir.stat().st_mode & 0o777 == 0o700
    for path in prepared_dir.rglob("*"):
        assert path.stat().st_mode & 0o077 == 0, path


@pytest.fixture
def start(data_dir):
    programs = []

    def start_program(**environment):  # those of Program too
        folder = Path(environment.pop("DATA_DIR", data_dir))
        programs.append(Program(folder, **environment))
        return programs[-1]

    yield start_program
    for program in programs:
        program.end()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_signal_ends_everything_and_leaves_nothing(start, data_dir, number):
    program = start()
    url = program.wait_for_address()
    assert get(f"{url}health/")[0] == 200
    lines = [command_line(pid) for pid in processes_on(data_dir)]
    assert any("gunicorn" in line for line in lines)
    assert any("celery" in line and " worker " in line for line in lines)
    assert any("celery" in line and " beat " in line for line in lines)

    assert program.stop(number) < 10
    assert program.process.returncode == 0
    assert program.screen.rstrip().endswith("Đã dừng.")
    assert "shutdown" not in program.screen
    assert processes_on(data_dir) == []
    with pytest.raises(urllib.error.URLError):
        get(f"{url}health/")
    left = {path.name for path in data_dir.iterdir() if not path.name.startswith("schedule")}
    assert left <= KEPT
    assert not list(data_dir.rglob("*.pid"))


def test_terminal_that_closes_does_not_stop_what_nohup_started(start):
    program = start(deaf_to=[signal.SIGHUP])
    url = program.wait_for_address()
    program.process.send_signal(signal.SIGHUP)
    time.sleep(1)
    assert get(f"{url}health/")[0] == 200
    assert program.stop(signal.SIGINT) < 10


def test_runs_with_its_outputs_closed(start):
    port = free_port()
    program = start(shell=f"exec {ROOT / 'run'} <&- >&- 2>&-", PORT=str(port))

    def answers():
        with contextlib.suppress(OSError):
            return get(f"http://127.0.0.1:{port}/health/")[0] == 200

    wait_until(answers, seconds=60, what="an answer")
    assert program.process.poll() is None
    assert program.stop() < 10
    assert program.process.returncode == 0


ASK_FOR_REPORTS = """
from cells.models import Committee
from partyunit import clock
from reports.services import parse_period, request_report
for year in range(2010, 2019):
    request_report(kind="annual", owner=Committee.objects.get(),
                   period=parse_period("annual", str(year)), on=clock.today(), by=None)
"""


def rows(data_dir, query):
    """What the program's database holds, read beside the program."""
    with contextlib.closing(sqlite3.connect(data_dir / "db.sqlite3", timeout=20)) as connection:
        return connection.execute(query).fetchall()


@pytest.mark.slow
def test_stopped_in_the_middle_of_reports_it_makes_each_once_after_a_restart(start, tmp_path):
    data_dir = tmp_path / "demonstration"
    program = start(DATA_DIR=str(data_dir), DEMO="1")
    program.wait_for_address(seconds=300)
    wait_until(lambda: "Ctrl-C\n" in program.screen, seconds=5, what="the welcome")
    assert "13/03/2019" in program.screen
    assert "demo-2019" in program.screen
    assert all(
        name in program.screen for name in ("bithu", "canbo1", "chibo8", "thuky6", "quantri")
    )

    asked = run_to_end("manage", "shell", "-c", ASK_FOR_REPORTS, DATA_DIR=str(data_dir))
    assert asked.returncode == 0, asked.stderr
    states = "SELECT DISTINCT state FROM jobs_job"
    wait_until(lambda: ("running",) in rows(data_dir, states), seconds=30, what="the worker")
    assert program.stop(signal.SIGINT) < 10
    assert processes_on(data_dir) == []
    assert rows(data_dir, states) != [("done",)]

    start(DATA_DIR=str(data_dir), DEMO="1").wait_for_address(seconds=60)
    wait_until(lambda: rows(data_dir, states) == [("done",)], seconds=180, what="the reports")
    assert rows(data_dir, "SELECT count(*) FROM reports_report") == [(9,)]
    made = "SELECT count(*) FROM audit_auditentry WHERE action = 'reports.make'"
    assert rows(data_dir, made) == [(9,)]
    assert len(list((data_dir / "files").rglob("*.pdf"))) == 9


def test_only_loopback_and_named_hosts_are_answered_and_a_refusal_is_one_line(start):
    program = start(HOST="0.0.0.0", ALLOWED_HOSTS="may-chu")
    url = program.wait_for_address()
    assert url.startswith("http://127.0.0.1:")
    assert get(f"{url}health/")[0] == 200
    shown = program.screen
    assert f"http://may-chu:{urlsplit(url).port}/" in shown
    with pytest.raises(urllib.error.HTTPError, match="400"):
        get(f"{url}health/", Host="elsewhere.example")
    wait_until(lambda: program.screen != shown, seconds=5, what="the line")
    said = program.screen.removeprefix(shown).splitlines()
    assert [line for line in said if "elsewhere" in line] == said
    assert len(said) == 1


def test_behind_a_tls_end_says_that_it_waits_for_one(start):
    program = start(HTTPS="1")
    program.wait_for_address()
    assert "X-Forwarded-Proto: https" in program.screen
    assert "mở trình duyệt tại" not in program.screen


def test_empty_office_is_told_what_to_type(start):
    program = start()
    program.wait_for_address()
    assert "./run manage setup_office" in wait_until(
        lambda: "Ctrl-C\n" in program.screen and program.screen, seconds=5, what="the welcome"
    )
    assert "demo-2019" not in program.screen


def test_second_start_on_one_folder_is_refused(start, data_dir):
    start().wait_for_address()
    sentence = only_sentence(run_to_end(DATA_DIR=str(data_dir)))
    assert str(data_dir) in sentence


def test_taken_port_is_refused(data_dir):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        sentence = only_sentence(run_to_end(DATA_DIR=str(data_dir), PORT=port))
    assert f"Cổng {port}" in sentence


def test_killed_worker_is_started_again(start, data_dir):
    program = start()
    program.wait_for_address()

    def worker():
        return next(
            (pid for pid in processes_on(data_dir) if " worker " in command_line(pid)), None
        )

    first = wait_until(worker, seconds=10, what="the worker")
    os.kill(first, signal.SIGKILL)
    wait_until(lambda: "«worker»" in program.screen, seconds=5, what="the sentence")
    wait_until(lambda: worker() not in (None, first), seconds=10, what="the next worker")
    assert program.process.poll() is None


def test_without_its_web_server_the_program_ends(start, data_dir):
    program = start()
    program.wait_for_address()
    masters = [pid for pid in processes_on(data_dir) if "gunicorn" in command_line(pid)]
    os.kill(min(masters), signal.SIGKILL)
    program.process.wait(timeout=10)
    assert program.process.returncode == 1
    assert processes_on(data_dir) == []


def test_killed_program_takes_its_processes_along(start, data_dir):
    program = start()
    program.wait_for_address()
    program.process.kill()
    program.process.wait()
    wait_until(lambda: not processes_on(data_dir), seconds=10, what="the end of its processes")


def test_management_command_keeps_its_output_clean(data_dir):
    result = run_to_end("manage", "version", DATA_DIR=str(data_dir))
    assert result.returncode == 0
    assert result.stdout.strip().startswith("5.2")
    assert len(result.stdout.splitlines()) == 1


def test_reader_that_has_enough_is_no_error(data_dir):
    line = '"$0" manage diffsettings | head -n 1'
    result = run_to_end("-c", line, str(ROOT / "run"), program=BASH, DATA_DIR=str(data_dir))
    assert len(result.stdout.splitlines()) == 1
    assert result.stderr == ""


@pytest.mark.parametrize(
    "command", [("figures",), ("make_report", "annual", "2018"), ("backup", "/tmp/none.zip")]
)
def test_command_on_an_empty_folder_says_what_to_do(tmp_path, command):
    sentence = only_sentence(run_to_end("manage", *command, DATA_DIR=str(tmp_path / "data")))
    assert sentence == "Chưa có dữ liệu: hãy chạy ./run trước."


def test_command_on_a_file_that_is_no_database_is_one_sentence(tmp_path):
    (tmp_path / "db.sqlite3").write_text("no database" * 100)
    sentence = only_sentence(run_to_end("manage", "figures", DATA_DIR=str(tmp_path)))
    assert "Không mở được cơ sở dữ liệu" in sentence


def test_foreign_settings_of_python_change_nothing(data_dir):
    foreign = {"DJANGO_SETTINGS_MODULE": "mysite.settings", "PYTHONIOENCODING": "ascii"}
    result = run_to_end("manage", "figures", DATA_DIR=str(data_dir), **foreign)
    assert only_sentence(result).startswith("Chưa có đảng bộ")


def test_migrate_on_a_file_it_cannot_use_is_one_sentence(data_dir, tmp_path):
    result = run_to_end(
        "manage", "migrate", DATA_DIR=str(data_dir), DATABASE_URL=f"sqlite:///{tmp_path}"
    )
    assert "unable to open" in only_sentence(result)


def test_folder_may_be_named_as_the_office_likes(prepared_dir, tmp_path):
    folder = shutil.copytree(prepared_dir, tmp_path / "of" / "phòng #1? 100%41+'b")
    sentence = only_sentence(run_to_end("manage", "figures", DATA_DIR=str(folder)))
    assert sentence.startswith("Chưa có đảng bộ nào")
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]


def test_management_command_passes_its_exit_status_on(data_dir):
    result = run_to_end("manage", "no_such_command", DATA_DIR=str(data_dir))
    assert result.returncode == 1
    assert result.stdout == ""


def test_relative_data_folder_lies_where_it_was_typed(prepared_dir, monkeypatch):
    monkeypatch.chdir(prepared_dir.parent)
    result = run_to_end("manage", "diffsettings", DATA_DIR="data")
    assert f"DATA_DIR = PosixPath('{prepared_dir}')" in result.stdout


@pytest.mark.parametrize(
    ("name", "value"), [("PORT", "eighty"), ("PORT", "70000"), ("HTTPS", "maybe"), ("DEMO", "2")]
)
def test_wrong_value_is_refused_with_the_variables_name(data_dir, name, value):
    sentence = only_sentence(run_to_end(DATA_DIR=str(data_dir), **{name: value}))
    assert name in sentence
    assert value in sentence


def test_unreachable_database_is_one_sentence(data_dir):
    url = "postgres://nobody@127.0.0.1:1/nothing"
    assert "DATABASE_URL" in only_sentence(run_to_end(DATA_DIR=str(data_dir), DATABASE_URL=url))


def test_unwritable_data_folder_is_refused():
    assert "/proc/nowhere" in only_sentence(run_to_end(DATA_DIR="/proc/nowhere"))


def test_unknown_argument_is_refused(data_dir):
    assert "migrate" in only_sentence(run_to_end("migrate", DATA_DIR=str(data_dir)))
