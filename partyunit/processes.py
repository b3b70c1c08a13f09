"""The program's processes on one machine: web server, worker and scheduler as children of `serve`.

Each child leads a process group of its own, so that a signal from the terminal reaches only the
parent, and the parent can end a child with all that it started.
"""

import contextlib
import ctypes
import fcntl
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

PR_SET_PDEATHSIG = 1
GRACE_SECONDS = 5.0
STEADY_SECONDS = 30.0
LONGEST_PAUSE_SECONDS = 30.0


class FolderTaken(Exception):
    """Another start of the program already works on this data folder."""


@contextlib.contextmanager
def hold_folder(folder: Path) -> Iterator[None]:
    """Hold the data folder for one start of the program; the kernel lets go when the process ends.

    The lock lies on the folder itself, so no file is left behind. Raises `FolderTaken`.
    """
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(descriptor)
        raise FolderTaken(str(folder)) from error
    try:
        yield
    finally:
        os.close(descriptor)


def _die_with_parent() -> None:
    """Ask the kernel to end this child when the parent dies, a `kill -9` of it included."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


@dataclass
class Child:
    """One process the program keeps running, and how often it had to be started again."""

    name: str
    command: list[str]
    environment: dict[str, str]
    pass_fds: tuple[int, ...] = ()
    process: subprocess.Popen | None = field(default=None, repr=False)
    started_at: float = 0.0
    restart_at: float = 0.0
    pause: float = 0.5

    def start(self, *, cwd: Path) -> None:
        self.process = subprocess.Popen(  # noqa: S603  (our own fixed command)
            self.command,
            env=self.environment,
            cwd=cwd,
            pass_fds=self.pass_fds,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,  # what is to be read comes on standard error
            start_new_session=True,
            preexec_fn=_die_with_parent,  # noqa: PLW1509  (the parent has one thread)
        )
        self.started_at = time.monotonic()

    @property
    def is_running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def end(self, number: signal.Signals) -> None:
        """Send a signal to the leader only: it knows how to end its own."""
        if self.process is not None and self.is_running:
            self.process.send_signal(number)

    def sweep(self) -> None:
        """Kill whatever the child started and left behind in its process group."""
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def plan_restart(self) -> float:
        """The pause before the next start, in seconds: longer each time, unless it had run steadily."""
        now = time.monotonic()
        steady = now - self.started_at > STEADY_SECONDS
        self.pause = 0.5 if steady else min(self.pause * 2, LONGEST_PAUSE_SECONDS)
        self.restart_at = now + self.pause
        self.process = None
        return self.pause


def end_all(children: list[Child]) -> None:
    """End every child: five seconds to finish, then the kill. The rows of jobs make that safe."""
    for child in children:
        child.end(signal.SIGTERM)
    deadline = time.monotonic() + GRACE_SECONDS
    while any(child.is_running for child in children) and time.monotonic() < deadline:
        time.sleep(0.05)
    for child in children:
        child.sweep()


def python_module(*arguments: str, silence: str) -> list[str]:
    """A command that runs a module in this very environment, wherever the folder was moved to."""
    return [sys.executable, "-W", f"ignore:{silence}", "-m", *arguments]


def web_command(*, descriptor: int) -> list[str]:
    """Two workers with threads on a listening socket that is already open.

    Static files are served from where they lie, so the folder they could be collected in is missing.
    """
    memory = Path("/dev/shm")  # noqa: S108  (only gunicorn's own heartbeat file, unlinked at once)
    where = ["--worker-tmp-dir", str(memory)] if os.access(memory, os.W_OK) else []
    return python_module(
        "gunicorn", "partyunit.wsgi:application", "--bind", f"fd://{descriptor}",
        "--workers", "2", "--threads", "4", "--timeout", "120", "--graceful-timeout", "3",
        "--log-level", "warning", "--no-control-socket", "--preload", *where,
        silence="No directory at",
    )  # fmt: skip


def worker_command() -> list[str]:
    """Two tasks at a time. As root Celery warns that pickled messages are unsafe: none are read."""
    return python_module(
        "celery", "-q", "-A", "partyunit.worker", "worker", "--concurrency", "2",
        "--loglevel", "WARNING", "--without-gossip", "--without-mingle",
        "--hostname", f"worker-{os.getpid()}@%h",
        silence="You're running the worker",
    )  # fmt: skip


def scheduler_command(*, schedule: Path) -> list[str]:
    return python_module(
        "celery", "-q", "-A", "partyunit.worker", "beat", "--loglevel", "WARNING",
        "--pidfile", "", "--schedule", str(schedule),
        silence="You're running",
    )  # fmt: skip
