"""The archive: a zip file with one JSON-lines part a table, the office's files, and a manifest last.

The manifest names every part with its SHA-256; nothing is read out of an archive before all
of it has been checked against that.
"""

import contextlib
import hashlib
import json
import os
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from django.utils.translation import gettext as _

from audit.backup.errors import BackupError

FORMAT = "partyunit-backup"
FORMAT_VERSION = 1
MANIFEST = "manifest.json"
ROWS, FILES = "rows", "files"  # the archive's two folders
CHUNK = 1 << 20


@dataclass
class Part:
    """One member of the archive: a table's rows (`model`, `columns`, `count`) or one file."""

    path: str
    sha256: str
    size: int
    model: str = ""
    columns: list[str] = field(default_factory=list)
    count: int = 0


@dataclass
class Manifest:
    """What the archive holds and where it comes from."""

    version: str
    made_at: str
    engine: str
    migrations: dict[str, list[str]]
    demonstration_day: str | None
    rows: list[Part] = field(default_factory=list)
    files: list[Part] = field(default_factory=list)
    format: str = FORMAT
    format_version: int = FORMAT_VERSION

    @property
    def row_count(self) -> int:
        return sum(part.count for part in self.rows)


class ArchiveWriter:
    """Writes beside the target and gives the archive its name when it is whole."""

    def __init__(self, target: Path):
        self.target = target
        self.unfinished = target.with_name(f".{target.name}.{os.getpid()}.unfinished")

    def __enter__(self):
        descriptor = os.open(self.unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        self.file = os.fdopen(descriptor, "wb")
        self.zip = zipfile.ZipFile(self.file, "w", zipfile.ZIP_DEFLATED, compresslevel=6)
        return self

    def add_rows(self, model, columns: list[str], rows: Iterable[list]) -> Part:
        label = model._meta.label_lower
        count = 0

        def lines() -> Iterator[bytes]:
            nonlocal count
            for row in rows:
                count += 1
                yield json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"

        part = self._add(f"{ROWS}/{label}.jsonl", lines())
        part.model, part.columns, part.count = label, columns, count
        return part

    def add_file(self, name: str, source: Path) -> Part:
        with source.open("rb") as file:
            return self._add(f"{FILES}/{name}", iter(lambda: file.read(CHUNK), b""))

    def _add(self, path: str, chunks: Iterable[bytes]) -> Part:
        digest, size = hashlib.sha256(), 0
        with self.zip.open(path, "w", force_zip64=True) as member:
            for chunk in chunks:
                digest.update(chunk)
                size += len(chunk)
                member.write(chunk)
        return Part(path=path, sha256=digest.hexdigest(), size=size)

    def close(self, manifest: Manifest) -> None:
        text = json.dumps(asdict(manifest), ensure_ascii=False, indent=1)
        self.zip.writestr(MANIFEST, text.encode())
        self.zip.close()
        self.file.flush()
        os.fsync(self.file.fileno())
        self.file.close()
        self.unfinished.replace(self.target)

    def __exit__(self, *exception):
        # A full disk refuses the last bytes too; what was begun is taken away all the same.
        with contextlib.suppress(OSError, ValueError):
            self.zip.close()
        with contextlib.suppress(OSError):
            self.file.close()
        self.unfinished.unlink(missing_ok=True)


class ArchiveReader:
    """Opens an archive and checks it whole. Raises BackupError with the sentence to show."""

    def __init__(self, source: Path):
        try:
            self.zip = zipfile.ZipFile(source)
        except FileNotFoundError:
            raise BackupError(_("Không có tệp %(file)s.") % {"file": source}) from None
        except (zipfile.BadZipFile, OSError):
            raise BackupError(
                _("Tệp %(file)s không phải là bản sao lưu hoặc đã hỏng.") % {"file": source}
            ) from None
        self.source = source
        self.manifest = self._read_manifest()

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.zip.close()

    def _read_manifest(self) -> Manifest:
        try:
            plain = json.loads(self.zip.read(MANIFEST))
            plain["rows"] = [Part(**part) for part in plain["rows"]]
            plain["files"] = [Part(**part) for part in plain["files"]]
            manifest = Manifest(**plain)
            _check_types(manifest)
        except (KeyError, TypeError, ValueError, zipfile.BadZipFile):
            raise BackupError(
                _("Tệp %(file)s không phải là bản sao lưu hoặc đã hỏng.") % {"file": self.source}
            ) from None
        if (manifest.format, manifest.format_version) != (FORMAT, FORMAT_VERSION):
            raise BackupError(
                _("Bản sao lưu này do phiên bản %(version)s lập, chương trình này không đọc được.")
                % {"version": manifest.version}
            )
        return manifest

    def verify(self) -> None:
        """Every part is there, none too many, each with its digest and number of rows."""
        parts = [*self.manifest.rows, *self.manifest.files]
        folders = [ROWS] * len(self.manifest.rows) + [FILES] * len(self.manifest.files)
        names = [info.filename for info in self.zip.infolist()]
        if sorted(names) != sorted([MANIFEST, *(part.path for part in parts)]):
            raise self.damaged(_("các phần không khớp bản kê"))
        for part, folder in zip(parts, folders, strict=True):
            if not _is_inside(folder, part.path):
                raise self.damaged(part.path)
            if self._measure(part) != (part.sha256, part.size, part.count):
                raise self.damaged(part.path)

    def _measure(self, part: Part) -> tuple[str, int, int]:
        digest, size, lines = hashlib.sha256(), 0, 0
        try:
            with self.zip.open(part.path) as member:
                while chunk := member.read(CHUNK):
                    digest.update(chunk)
                    size += len(chunk)
                    lines += chunk.count(b"\n")
        except (zipfile.BadZipFile, EOFError, OSError, ValueError) as error:
            raise self.damaged(part.path) from error
        return digest.hexdigest(), size, lines if part.model else 0

    def damaged(self, where: str) -> BackupError:
        return BackupError(
            _(
                "Bản sao lưu đã hỏng hoặc bị sửa (%(where)s); chưa có gì bị thay đổi. Hãy dùng một bản khác."
            )
            % {"where": where}
        )

    def read_rows(self, part: Part) -> Iterator[list]:
        with self.zip.open(part.path) as member:
            try:
                yield from map(json.loads, member)
            except ValueError as error:
                raise self.damaged(part.path) from error

    def copy_file(self, part: Part, folder: Path) -> None:
        target = folder / part.path.removeprefix(f"{FILES}/")
        target.parent.mkdir(parents=True, exist_ok=True)
        with self.zip.open(part.path) as member, target.open("wb") as file:
            while chunk := member.read(CHUNK):
                file.write(chunk)
        target.chmod(0o640)


def _is_inside(folder: str, path: str) -> bool:
    """A plain name in that folder of the archive, with no way out of where it is unpacked."""
    first, *names = path.split("/")
    odd = {"", ".", ".."}.intersection(names) or "\\" in path or "\0" in path
    return first == folder and bool(names) and not odd


def _check_types(manifest: Manifest) -> None:
    """Raises TypeError when somebody wrote something else where names and numbers belong."""
    for part in (*manifest.rows, *manifest.files):
        for value, kind in ((part.path, str), (part.model, str), (part.columns, list)):
            if not isinstance(value, kind):
                raise TypeError(part)
    if not isinstance(manifest.migrations, dict):
        raise TypeError(manifest.migrations)
    for names in manifest.migrations.values():
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise TypeError(names)
