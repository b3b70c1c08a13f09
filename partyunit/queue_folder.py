"""The queue in a folder: Celery's file system transport, with whole messages and tidy folders.

The library writes a message under its final name, so a worker can catch it half written and
stop on it; here it gets its name only when it is whole. Read messages are moved to a folder
on the same file system and cleared away.
"""

import contextlib
import time
import uuid
from pathlib import Path
from queue import Empty

from django.conf import settings
from kombu.transport import filesystem
from kombu.utils.encoding import str_to_bytes
from kombu.utils.json import dumps

KEEP_PROCESSED_SECONDS = 3600


class Channel(filesystem.Channel):
    """Messages are files of the data folder."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for folder in (self.data_folder_in, self.data_folder_out, self.processed_folder):
            Path(folder).mkdir(parents=True, exist_ok=True)
        self.control_folder.mkdir(parents=True, exist_ok=True)

    def _put(self, queue, payload, **_kwargs):
        name = f"{time.time_ns() // 1_000_000:015d}_{uuid.uuid4()}"
        unfinished = Path(self.data_folder_out) / f"{name}.unfinished"
        unfinished.write_bytes(str_to_bytes(dumps(payload)))
        unfinished.replace(Path(self.data_folder_out) / f"{name}.{queue}.msg")

    def _get(self, queue):
        try:
            return super()._get(queue)
        except ValueError:  # cut off by a full disk or a power cut; the sweep sends another
            raise Empty from None


class Transport(filesystem.Transport):
    Channel = Channel


def prune_processed() -> None:
    """Clears away the read messages of more than an hour ago, and what was never finished."""
    folder = Path(settings.QUEUE_DIR)
    oldest = time.time() - KEEP_PROCESSED_SECONDS
    for pattern in ("processed/*.msg", "messages/*.unfinished"):
        for path in folder.glob(pattern):
            with contextlib.suppress(FileNotFoundError):
                if path.stat().st_mtime < oldest:
                    path.unlink()
