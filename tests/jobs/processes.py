"""Starting real worker and scheduler processes on the test's own database."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

from django.db import connection

REPOSITORY = Path(__file__).resolve().parents[2]


def database_url() -> str:
    """The address of the database the test itself works on."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{quote(name)}"))


def environment(data_dir: Path, **more: str) -> dict[str, str]:
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.settings_worker",
        "DATABASE_URL": database_url(),
        "DATA_DIR": str(data_dir),
        "JOB_LEASE_SECONDS": "4",
        "PYTHONPATH": str(REPOSITORY),
        **more,
    }


class Celery:
    """One `celery` process in a process group of its own."""

    def __init__(self, *arguments: str, environment: dict[str, str], log: Path):
        self.log = log.open("a")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "celery", "-A", "partyunit.celery", *arguments],
            env=environment,
            cwd=REPOSITORY,
            stdout=self.log,
            stderr=self.log,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )

    def kill(self) -> None:
        """What a power cut or the memory killer does: the whole group, without a word."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.log.close()

    def stop(self) -> None:
        self.process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(timeout=10)
        self.kill()


@contextlib.contextmanager
def worker(data_dir: Path, *, name: str = "one", **more: str) -> Iterator[Celery]:
    running = Celery(
        "worker",
        "--concurrency=1",
        "--loglevel=WARNING",
        "--without-gossip",
        "--without-mingle",
        f"--hostname={name}@test",
        environment=environment(data_dir, **more),
        log=data_dir / f"{name}.log",
    )
    try:
        yield running
    finally:
        running.kill()


@contextlib.contextmanager
def scheduler(data_dir: Path, **more: str) -> Iterator[Celery]:
    running = Celery(
        "beat",
        "--loglevel=WARNING",
        "--pidfile=",
        f"--schedule={data_dir / 'schedule'}",
        environment=environment(data_dir, **more),
        log=data_dir / "scheduler.log",
    )
    try:
        yield running
    finally:
        running.kill()


def wait_until(condition: Callable[[], object], *, seconds: float = 30, what: str = "") -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError(f"not within {seconds} s: {what or condition}")
        time.sleep(0.05)
