"""Making a backup, and putting one back."""

from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import DataError, IntegrityError, OperationalError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from audit.backup import folder, tables
from audit.backup.archive import ArchiveReader, ArchiveWriter, Manifest, Part
from audit.backup.errors import BackupError
from audit.services import log
from partyunit.clock import demonstration_day
from partyunit.management.refusals import first_line
from partyunit.models import Installation
from partyunit.version import program_version

LOCK_TIMEOUT = "15s"


def make_backup(target: Path) -> Manifest:
    """Writes all rows as of one moment and all files into one archive. Raises BackupError."""
    _check_target(target)
    try:
        with ArchiveWriter(target) as archive:
            with tables.one_moment():
                manifest = _describe()
                for model in tables.kept_models():
                    columns = tables.columns_of(model)
                    rows = tables.read_rows(model)
                    manifest.rows.append(archive.add_rows(model, columns, rows))
            # After the rows: files are only ever added, so each row's file is among them.
            for name, source in _office_files():
                manifest.files.append(archive.add_file(name, source))
            archive.close(manifest)
    except OSError as error:
        raise BackupError(
            _("Không ghi được %(file)s: %(why)s") % {"file": target, "why": error.strerror}
        ) from error
    log(action="audit.backup", by=None, after={"file": target.name, "rows": manifest.row_count})
    return manifest


def _check_target(target: Path) -> None:
    if target.exists() and not target.is_dir():
        raise BackupError(_("Đã có tệp %(file)s: hãy đặt tên khác.") % {"file": target})
    if target.is_dir():
        raise BackupError(_("%(file)s là thư mục: hãy ghi cả tên tệp sao lưu.") % {"file": target})
    if not target.parent.is_dir():
        raise BackupError(_("Không có thư mục %(folder)s.") % {"folder": target.parent})


def _describe() -> Manifest:
    day = demonstration_day()
    return Manifest(
        version=program_version(),
        made_at=timezone.now().isoformat(timespec="seconds"),
        engine=connection.vendor,
        migrations=tables.applied_migrations(),
        demonstration_day=day.isoformat() if day else None,
    )


def _office_files():
    root = Path(settings.MEDIA_ROOT)
    for path in sorted(root.rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield path.relative_to(root).as_posix(), path


def restore_backup(source: Path, *, replace: bool = False) -> Manifest:
    """Puts back an archive made on either engine; what stood here before is gone.

    Everything is checked before anything is touched, and rows are replaced in one transaction;
    how the files follow them is told in `folder`. Raises BackupError.
    """
    with ArchiveReader(source) as archive:
        archive.verify()
        if not connection.introspection.table_names():
            call_command("migrate", interactive=False, verbosity=0)
        _check_state(archive.manifest)
        if not replace and _is_filled():
            raise BackupError(
                _(
                    "Ở đây đã có dữ liệu. Muốn bỏ hết dữ liệu đang có và thay bằng bản sao lưu, "
                    "hãy gõ thêm --replace."
                )
            )
        try:
            with folder.unpacked(archive) as mark:
                _replace_rows(archive, mark)
        except OSError as error:
            raise BackupError(
                _("Không ghi được tệp vào %(folder)s: %(why)s. Dữ liệu vẫn như trước.")
                % {"folder": settings.MEDIA_ROOT, "why": error.strerror}
            ) from error
    return archive.manifest


def _replace_rows(archive: ArchiveReader, mark: str) -> None:
    try:
        _write_rows(archive, mark)
    except (IntegrityError, DataError) as error:
        raise BackupError(
            _(
                "Các dòng trong bản sao lưu không khớp nhau nên cơ sở dữ liệu từ chối; dữ liệu vẫn "
                "như trước. (%(why)s)"
            )
            % {"why": first_line(error)}
        ) from error
    except OperationalError as error:
        why = first_line(error)
        sentence = (
            _(
                "Cơ sở dữ liệu đang có người dùng nên chưa thay được gì. Hãy dừng chương trình rồi "
                "khôi phục lại. (%(why)s)"
            )
            if "lock" in why.lower()
            else _("Không ghi được cơ sở dữ liệu; dữ liệu vẫn như trước. (%(why)s)")
        )
        raise BackupError(sentence % {"why": why}) from error


@transaction.atomic
def _write_rows(archive: ArchiveReader, mark: str) -> None:
    _do_not_wait_for_ever()
    with tables.guards_lifted():
        tables.empty_all()
        for part in archive.manifest.rows:
            _write_part(archive, part)
    tables.reset_sequences()
    log(action=folder.RESTORED, by=None, after=_about(archive) | {"mark": mark})


def _write_part(archive: ArchiveReader, part: Part) -> None:
    try:
        written = tables.write_rows(_model_of(part), archive.read_rows(part))
    except (ValueError, TypeError, ArithmeticError, ValidationError) as error:
        raise archive.damaged(part.path) from error  # its digest is right, its rows are not
    if written != part.count:
        raise archive.damaged(part.path)


def _do_not_wait_for_ever() -> None:
    """PostgreSQL waits a short while for other people's transactions, as SQLite does anyhow."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'")


def _about(archive: ArchiveReader) -> dict:
    manifest = archive.manifest
    return {
        "file": archive.source.name,
        "made_at": manifest.made_at,
        "version": manifest.version,
        "rows": manifest.row_count,
        "files": len(manifest.files),
    }


def _model_of(part: Part):
    return apps.get_model(part.model)


def _is_filled() -> bool:
    """Somebody entered something here: an office, an account, a file."""
    return (
        Installation.objects.exists()
        or get_user_model().objects.exists()
        or next(_office_files(), None) is not None
    )


def _check_state(manifest: Manifest) -> None:
    """The tables here are those the archive was made of."""
    here, there = tables.applied_migrations(), manifest.migrations
    if here != there:
        newer_there = any(set(there[app]) - set(here.get(app, [])) for app in there)
        sentence = (
            _(
                "Bản sao lưu do phiên bản %(version)s lập, mới hơn dữ liệu ở đây. Hãy cập nhật "
                "chương trình, chạy ./run manage migrate, rồi khôi phục lại."
            )
            if newer_there
            else _(
                "Bản sao lưu do phiên bản %(version)s lập, cũ hơn dữ liệu ở đây. Hãy khôi phục bằng "
                "chương trình phiên bản ấy trên một thư mục dữ liệu mới, rồi nâng cấp chương trình."
            )
        )
        raise BackupError(sentence % {"version": manifest.version})
    columns = {model._meta.label_lower: tables.columns_of(model) for model in tables.kept_models()}
    if columns != {part.model: part.columns for part in manifest.rows}:
        raise BackupError(
            _("Bản sao lưu không khớp các bảng của chương trình này; chưa có gì bị thay đổi.")
        )
