"""The folder of the office's files while a backup is put back, so that rows and files always belong together.

The files are unpacked beside the old ones, then the rows are replaced in one transaction, and
one of these rows, the journal's, carries the mark of the unpacked folder. Which folder belongs
here can therefore be read in the database at any time: also after a power cut between the two.
"""

import contextlib
import os
import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from audit.backup.archive import ArchiveReader
from audit.backup.errors import BackupError
from audit.models import AuditEntry
from partyunit.processes import FolderTaken, hold_folder

RESTORED = "audit.restore"


def _root() -> Path:
    return Path(settings.MEDIA_ROOT)


def _beside(what: str, mark: str) -> Path:
    return _root().with_name(f".{_root().name}-{what}-{mark}")


@contextlib.contextmanager
def unpacked(archive: ArchiveReader) -> Iterator[str]:
    """Unpacks the files beside the old ones; yields the mark the journal's row has to carry.

    However the block ends, afterwards the files here are those of the rows.
    """
    settle()
    mark = uuid.uuid4().hex
    folder = _beside("restored", mark)
    try:
        folder.mkdir(parents=True)
        with hold_folder(folder):
            for part in archive.manifest.files:
                archive.copy_file(part, folder)
            os.sync()
            yield mark
    finally:
        settle()


def settle() -> None:
    """Puts in place the files of a restore whose rows stand; clears away those of one that failed.

    Raises BackupError when the folder cannot be exchanged.
    """
    for folder in _root().parent.glob(_beside("restored", "*").name):
        mark = folder.name.rpartition("-")[2]
        with contextlib.suppress(FolderTaken), hold_folder(folder):  # taken: a restore is at work
            if AuditEntry.objects.filter(action=RESTORED, after__mark=mark).exists():
                _exchange(folder, mark)
            else:
                shutil.rmtree(folder, ignore_errors=True)
    for folder in _root().parent.glob(_beside("before", "*").name):
        shutil.rmtree(folder, ignore_errors=True)


def _exchange(folder: Path, mark: str) -> None:
    try:
        if _root().exists():
            _root().rename(_beside("before", mark))
        folder.rename(_root())
    except OSError as error:
        raise BackupError(
            _(
                "Các dòng đã khôi phục nhưng chưa thay được thư mục tệp %(folder)s: %(why)s. "
                "Hãy chạy lại ./run để làm nốt."
            )
            % {"folder": _root(), "why": error.strerror}
        ) from error
