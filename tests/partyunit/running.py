"""The program as an office runs it: real processes, started and ended by the tests."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

ROOT = Path(__file__).resolve().parents[2]
OUTER = {"DATABASE_URL", "REDIS_URL", "DATA_DIR", "DJANGO_SETTINGS_MODULE"}


def clean_environment(**changes: str) -> dict[str, str]:
    """This environment without the test run's own servers, with `changes`."""
    kept = {name: value for name, value in os.environ.items() if name not in OUTER}
    return kept | {"DEMO": "0", "PORT": "0"} | changes


@contextlib.contextmanager
def database_of_its_own(name: str, options: str = "") -> Iterator[str]:
    """The address of an empty database on the run's server, which the suite's own do not see."""
    server, name = urlsplit(os.environ["DATABASE_URL"]), f"{name}_{os.getpid()}"
    with psycopg.connect(server.geturl(), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} {options}")
        try:
            yield server._replace(path=f"/{name}").geturl()
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def processes_on(data_dir: Path) -> list[int]:
    """The processes that work on this data folder, told by their environment."""
    mark = f"\0DATA_DIR={data_dir}\0".encode()
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if mark in b"\0" + (folder / "environ").read_bytes() + b"\0":
                found.append(int(folder.name))
        except OSError:
            continue
    return found


def command_line(pid: int) -> str:
    return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()


def wait_until(condition, *, seconds: float, what: str):
    """The condition's first true value; fails with `what` when none comes in time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        value = condition()
        if value:
            return value
        time.sleep(0.1)
    raise AssertionError(f"{what}: not within {seconds} s")


class Program:
    """`./run` on one data folder, as a shell starts a job in the background: Ctrl-C ignored from birth.

    `deaf_to` are the further signals it is born deaf to; `shell` a command line that starts it.
    """

    def __init__(self, data_dir: Path, *, deaf_to=(), shell: str = "", **environment: str):
        def be_born():
            signal.signal(signal.SIGHUP, signal.SIG_DFL)
            for number in (signal.SIGINT, *deaf_to):
                signal.signal(number, signal.SIG_IGN)

        self.data_dir = data_dir
        self.output = data_dir.parent / f"{data_dir.name}.out"
        with self.output.open("w") as screen:
            self.process = subprocess.Popen(
                ["sh", "-c", shell] if shell else [ROOT / "run"],
                env=clean_environment(DATA_DIR=str(data_dir), **environment),
                stdin=subprocess.DEVNULL,
                stdout=screen,
                stderr=subprocess.STDOUT,
                preexec_fn=be_born,
            )

    @property
    def screen(self) -> str:
        return self.output.read_text()

    def wait_for_address(self, *, seconds: float = 60) -> str:
        """The address the program prints once it answers."""

        def address():
            if self.process.poll() is not None:
                raise AssertionError(f"ended with {self.process.returncode}: {self.screen}")
            return re.search(r"Running at (\S+) ", self.screen)

        return wait_until(address, seconds=seconds, what="the program's address")[1]

    def stop(self, number: signal.Signals = signal.SIGTERM) -> float:
        """Send the signal and wait; the seconds it took."""
        started = time.monotonic()
        self.process.send_signal(number)
        self.process.wait(timeout=20)
        return time.monotonic() - started

    def end(self) -> None:
        """After a failed test: nothing may stay behind."""
        for pid in processes_on(self.data_dir):
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        self.process.wait(timeout=10)


def get(url: str, **headers: str) -> tuple[int, str]:
    request = urllib.request.Request(url, headers=headers)
    with urllib.request.urlopen(request, timeout=10) as answer:
        return answer.status, answer.read().decode()


def run_to_end(*arguments: str, program: Path = ROOT / "run", **environment: str):
    """A start that is expected to end by itself: its status and both outputs."""
    return subprocess.run(
        [program, *arguments],
        env=clean_environment(**environment),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
    )


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


def only_sentence(result):
    """A refusal: non-zero, nothing on standard output, one line on standard error."""
    assert result.returncode != 0
    assert result.stdout == ""
    lines = result.stderr.strip().splitlines()
    assert len(lines) == 1, result.stderr
    return lines[0]
