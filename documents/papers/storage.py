"""Keeping a printed file: whole or not at all, whatever happens to the process that writes it."""

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from documents.papers.digest import sha256_hex


@dataclass(frozen=True)
class Written:
    """A finished file: its bytes, their SHA-256, and of a PDF how many pages."""

    data: bytes
    pages: int = 0

    @property
    def sha256(self) -> str:
        return sha256_hex(self.data)


def keep_file(name: str, data: bytes) -> str:
    """Writes the file under a temporary name, then gives it its own in one step. Returns `name`."""
    path = Path(settings.MEDIA_ROOT) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(settings.FILE_UPLOAD_PERMISSIONS)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return name
