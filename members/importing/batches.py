"""The life of a batch as the officer leads it: uploaded, understood, confirmed, undone, dropped."""

import datetime as dt
import hashlib
import secrets
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from audit import services as audit
from cells.models import Cell, Committee
from documents.papers.storage import keep_file
from jobs.models import Job
from jobs.services import request_job
from members.importing import reading
from members.importing.books import ENDINGS
from members.importing.rows import ImportRefusedError
from members.importing.stored import FOLDER, close, drop_file
from members.models import ImportBatch, ImportLayout

READ, APPLY, UNDO = "members.import_read", "members.import_apply", "members.import_undo"
LARGEST = 10 * 1024 * 1024  # bytes
LONGEST = 200  # signs of a file's name
KEPT_DAYS = 30  # real days; a demonstration's day stands still
State = ImportBatch.State


def upload_batch(
    *,
    committee: Committee,
    file,
    as_on: dt.date,
    recorded_on: dt.date,
    by,
    default_cell: Cell | None,
) -> ImportBatch:
    """Takes in a file and asks for its preview.

    A file no reader should open is refused at once; the journal keeps its name. Raises
    ValidationError keyed `file` or `as_on`.
    """
    _check_day(committee, as_on, recorded_on)
    if file.size > LARGEST:
        raise ValidationError({"file": _("Tệp lớn hơn 10 MB; hãy chỉ để danh sách đảng viên.")})
    batch = ImportBatch(committee=committee, as_on=as_on, default_cell=default_cell)
    _keep(batch, file, name=file.name)
    batch.uploaded_by = by
    try:
        reading.open_book(batch.file.path, name=file.name)
        return _open(batch, by=by, on=recorded_on)
    except ImportRefusedError as refusal:
        told = {"file": batch.file_name, "sha256": batch.sha256, "size": batch.size}
        audit.log(action="members.import_refuse", by=by, after=told, reason=str(refusal))
        batch.file.delete(save=False)
        raise ValidationError({"file": str(refusal)}) from refusal
    except BaseException:
        batch.file.delete(save=False)
        raise


def _keep(batch: ImportBatch, file, *, name: str) -> None:
    """Puts the file into the data folder under a name of its own."""
    data, path = file.read(), Path(name)
    ending = path.suffix.lower()
    batch.file_name = (path.stem[: LONGEST - 10] + path.suffix)[:LONGEST]
    batch.size = len(data)
    batch.sha256 = hashlib.sha256(data).hexdigest()
    batch.file.name = keep_file(
        f"{FOLDER}/{secrets.token_hex(8)}{ending if ending in ENDINGS else ''}", data
    )


def _check_day(committee: Committee, as_on: dt.date, recorded_on: dt.date) -> None:
    if as_on > recorded_on:
        raise ValidationError({"as_on": _("Ngày này chưa đến.")})
    if as_on < committee.founded_on:
        raise ValidationError({"as_on": _("Ngày này đảng bộ chưa thành lập.")})


@transaction.atomic
def _open(batch: ImportBatch, *, by, on: dt.date) -> ImportBatch:
    audit.create(batch, by=by, action="members.import_upload")
    return _ask(batch, READ, by=by, on=on)


def _ask(
    batch: ImportBatch, kind: str, *, by, on: dt.date, action: str = "", **also
) -> ImportBatch:
    """Asks a worker for the next step; the batch shows its progress."""
    arguments = {"batch": batch.pk, "on": on.isoformat(), **also}
    batch.job = request_job(kind=kind, arguments=arguments, by=by)
    action = action or "members.import_start"
    return audit.update(batch, by=by, fields=["job"], action=action, reason=also.get("reason", ""))


def locked(batch: ImportBatch, *states: str) -> ImportBatch:
    """The batch as it stands, held for this transaction. Raises ValidationError in any other state."""
    batch = ImportBatch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
    check_state(batch, *states)
    return batch


def check_state(batch: ImportBatch, *states: str) -> None:
    """Raises ValidationError where a worker has the batch, or its time for an act has passed or not come."""
    if batch.job_id and Job.objects.open().filter(pk=batch.job_id).exists():
        raise ValidationError(_("Đợt nhập này đang được xử lý; xin chờ xong rồi làm tiếp."))
    if batch.state not in states:
        told = {"state": batch.get_state_display()}
        raise ValidationError(_("Đợt nhập này %(state)s, không làm được việc ấy.") % told)


@transaction.atomic
def understand_batch(
    *, batch: ImportBatch, mapping: dict[str, str], answers: dict[str, str], on: dt.date, by
) -> ImportBatch:
    """Says how the columns are to be understood; remembered for files of the same layout."""
    batch = locked(batch, State.ASKING, State.READY)
    batch.mapping, batch.answers = mapping, answers
    audit.update(batch, by=by, fields=["mapping", "answers"], action="members.import_understand")
    _remember(batch, by=by)
    return _ask(batch, READ, by=by, on=on)


def _remember(batch: ImportBatch, *, by) -> None:
    layouts = ImportLayout.objects.valid().filter(committee=batch.committee_id)
    layout = layouts.filter(fingerprint=batch.fingerprint).first()
    said = {"mapping": batch.mapping, "answers": batch.answers}
    if layout is None:
        new = ImportLayout(committee_id=batch.committee_id, fingerprint=batch.fingerprint, **said)
        audit.create(new, by=by, action="members.import_remember")
        return
    layout.mapping = batch.mapping
    layout.answers = {**layout.answers, **batch.answers}  # other files of it named other cells
    audit.update(layout, by=by, fields=[*said], action="members.import_remember")


@transaction.atomic
def choose_sheet(*, batch: ImportBatch, sheet: str, on: dt.date, by) -> ImportBatch:
    """Takes another sheet of the workbook; one sheet is one batch. Raises ValidationError."""
    batch = locked(batch, State.ASKING, State.READY)
    if sheet not in batch.sheets:
        raise ValidationError(_("Trong tệp không có trang này."))
    batch.sheet, batch.mapping, batch.answers, batch.fingerprint = sheet, {}, {}, ""
    fields = ["sheet", "mapping", "answers", "fingerprint"]
    audit.update(batch, by=by, fields=fields, action="members.import_understand")
    return _ask(batch, READ, by=by, on=on)


@transaction.atomic
def open_other_sheets(*, batch: ImportBatch, on: dt.date, by) -> list[ImportBatch]:
    """A batch of its own for each other list of the workbook that has none yet.

    They take no cell over that was chosen for rows without one: another sheet is mostly another cell's.
    """
    batch = locked(batch, State.ASKING, State.READY)
    same = ImportBatch.objects.valid().filter(committee=batch.committee_id, sha256=batch.sha256)
    taken = {batch.sheet, *same.exclude(state=State.DROPPED).values_list("sheet", flat=True)}
    opened = []
    for sheet in [sheet for sheet in batch.sheets if sheet not in taken]:
        one = ImportBatch(committee_id=batch.committee_id, as_on=batch.as_on, sheet=sheet)
        with batch.file.open("rb") as file:
            _keep(one, file, name=batch.file_name)
        one.uploaded_by = by
        opened.append(_open(one, by=by, on=on))
    if not opened:
        raise ValidationError(_("Mỗi trang của tệp đã có đợt nhập riêng."))
    return opened


@transaction.atomic
def look_again(*, batch: ImportBatch, on: dt.date, by) -> ImportBatch:
    """Compares the file with the register anew."""
    batch = locked(batch, State.READY)
    return _ask(batch, READ, by=by, on=on)


@transaction.atomic
def confirm_batch(*, batch: ImportBatch, version: int, on: dt.date, by) -> ImportBatch:
    """Asks for the rows to be written as they were shown: all of them, or none."""
    batch = locked(batch, State.READY)
    if batch.version != version:
        raise ValidationError(_("Kết quả đối chiếu vừa được làm lại; hãy xem lại rồi xác nhận."))
    check_worth_writing(batch)
    return _ask(batch, APPLY, by=by, on=on, action="members.import_confirm")


def check_worth_writing(batch: ImportBatch) -> None:
    """Raises ValidationError where the file has nothing for the register."""
    if not (batch.counts.get("new") or batch.counts.get("changed")):
        raise ValidationError(_("Không có dòng nào mới hay thay đổi để ghi."))


@transaction.atomic
def undo_batch(*, batch: ImportBatch, reason: str, on: dt.date, by) -> ImportBatch:
    """Asks for everything the batch wrote to be taken back, as long as nothing rests on it."""
    if not reason.strip():
        raise ValidationError({"reason": _("Hãy ghi lý do hoàn lại.")})
    batch = locked(batch, State.APPLIED)
    action = "members.import_undo"
    return _ask(batch, UNDO, by=by, on=on, action=action, reason=reason.strip())


@transaction.atomic
def drop_batch(*, batch: ImportBatch, by) -> ImportBatch:
    """Lets a file go that was never written: the file and its rows are deleted, the batch stays."""
    batch = locked(batch, *ImportBatch.OPEN)
    batch.rows.all().delete()
    batch.state, batch.message = State.DROPPED, ""
    close(batch)
    fields = ["state", "message", "file", "heads"]
    return audit.update(batch, by=by, fields=fields, action="members.import_drop")


def drop_forgotten(now: dt.datetime) -> int:
    """Lets go of files nobody confirmed for `KEPT_DAYS`: they hold more of people than the register does."""
    before = now - dt.timedelta(days=KEPT_DAYS)
    forgotten = ImportBatch.objects.valid().filter(
        state__in=ImportBatch.OPEN, uploaded_at__lt=before
    )
    dropped = 0
    for batch in forgotten.exclude(job__state__in=[Job.State.QUEUED, Job.State.RUNNING]):
        drop_batch(batch=batch, by=None)
        dropped += 1
    _drop_error_sheets(before)
    _drop_strays(before)
    return dropped


def _drop_error_sheets(before: dt.datetime) -> None:
    """Lets go of the bad rows of batches written before."""
    written = ImportBatch.objects.valid().filter(applied_at__lt=before).exclude(error_sheet="")
    for batch in written:
        with transaction.atomic():
            drop_file(batch, "error_sheet")
            audit.update(batch, by=None, fields=["error_sheet"], action="members.import_drop")


def _drop_strays(before: dt.datetime) -> None:
    """Deletes files no batch names: a process that was broken off leaves what it had just written."""
    named = {
        name for names in ImportBatch.objects.values_list("file", "error_sheet") for name in names
    }
    for path in (Path(settings.MEDIA_ROOT) / FOLDER).glob("*"):
        if f"{FOLDER}/{path.name}" not in named and path.stat().st_mtime < before.timestamp():
            path.unlink(missing_ok=True)
