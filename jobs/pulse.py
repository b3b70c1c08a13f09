"""A worker's sign of life and the sweep, in a thread of the worker itself.

They do not go through the queue, so they keep time while every process of the worker's pool
is busy with long work, and with no scheduler running.
"""

import datetime as dt
import logging
import threading

from celery.signals import worker_ready, worker_shutdown, worker_shutting_down
from django.db import DatabaseError, connections
from django.utils import timezone

from jobs.models import Worker
from jobs.services import WAKE_AGAIN, sweep
from partyunit.queue_folder import prune_processed

logger = logging.getLogger(__name__)

PULSE_SECONDS = 10.0
FORGET_WORKERS_AFTER = dt.timedelta(days=1)


class Pulse(threading.Thread):
    """Writes `last_seen_at` and sweeps, first at once and then every ten seconds."""

    def __init__(self, name: str):
        super().__init__(name="pulse", daemon=True)
        self.worker_name = name[:120]
        # A worker that was killed took the messages in its hands along: the next one, just
        # started, asks for all that waits, however lately it was announced.
        self.announced_within = dt.timedelta(0)
        self.ended = threading.Event()

    def run(self) -> None:
        while True:
            self._guard(self._beat)
            if self.ended.wait(PULSE_SECONDS):
                break
        self._guard(self._say_goodbye)

    def end(self) -> None:
        self.ended.set()

    def _beat(self) -> None:
        now = timezone.now()
        Worker.objects.update_or_create(name=self.worker_name, defaults={"last_seen_at": now})
        sweep(announced_within=self.announced_within)
        self.announced_within = WAKE_AGAIN
        prune_processed()
        Worker.objects.filter(last_seen_at__lt=now - FORGET_WORKERS_AFTER).delete()

    def _say_goodbye(self) -> None:
        """A worker that was told to stop takes no more work: the pages may say so at once."""
        Worker.objects.filter(name=self.worker_name).delete()

    @staticmethod
    def _guard(act) -> None:
        """A database that is away for a moment does not end the pulse."""
        try:
            act()
        except (DatabaseError, OSError) as error:
            logger.warning("The worker's pulse missed a beat: %s", error)
        finally:
            connections.close_all()


_pulses: list[Pulse] = []


def connect_signals() -> None:
    worker_ready.connect(_on_ready, dispatch_uid="jobs.pulse")
    worker_shutting_down.connect(_on_shutting_down, dispatch_uid="jobs.pulse")
    worker_shutdown.connect(_on_shutdown, dispatch_uid="jobs.pulse")


def _on_ready(sender, **_kwargs) -> None:
    pulse = Pulse(sender.hostname)
    _pulses.append(pulse)
    pulse.start()


def _on_shutting_down(**_kwargs) -> None:
    for pulse in _pulses:
        pulse.end()


def _on_shutdown(**_kwargs) -> None:
    for pulse in _pulses:
        pulse.end()
        pulse.join(timeout=2)
