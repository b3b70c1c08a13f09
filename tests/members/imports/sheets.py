"""Spreadsheets of invented people, and a batch led through its steps."""

import io

import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile

from jobs.services import run_here
from members.importing import batches
from members.models import ImportBatch
from tests.members.people import TODAY

HEADS = (
    "Họ và tên", "Giới tính", "Ngày sinh", "Dân tộc", "Số định danh cá nhân", "Số thẻ đảng viên",
    "Chi bộ", "Ngày quyết định kết nạp", "Ngày làm lễ kết nạp", "Ngày chính thức",
)  # fmt: skip
NEW = {
    "Họ và tên": "Vàng Thị Mới",
    "Giới tính": "Nữ",
    "Ngày sinh": "12/03/1990",
    "Dân tộc": "Mông",
    "Số định danh cá nhân": "012190000001",
    "Chi bộ": "Chi bộ An ninh",
    "Ngày quyết định kết nạp": "20/01/2015",
    "Ngày làm lễ kết nạp": "03/02/2015",
    "Ngày chính thức": "03/02/2016",
}


def sheet(*rows: dict, name="danh-sach.xlsx", heads=None) -> SimpleUploadedFile:
    """A workbook of one head row and these rows, everything as text."""
    heads = list(heads or dict.fromkeys([*HEADS, *(head for row in rows for head in row)]))
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"strings_to_formulas": False})
    page = book.add_worksheet("Đảng viên")
    for line, texts in enumerate([heads, *([row.get(head, "") for head in heads] for row in rows)]):
        for at, text in enumerate(texts):
            page.write_string(line, at, text)
    book.close()
    return SimpleUploadedFile(name, buffer.getvalue())


def workbook(**sheets: dict) -> SimpleUploadedFile:
    """A workbook with a sheet of that name for each row."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer)
    for name, row in sheets.items():
        page = book.add_worksheet(name)
        for at, (head, text) in enumerate(row.items()):
            page.write_string(0, at, head)
            page.write_string(1, at, text)
    book.close()
    return SimpleUploadedFile("nhieu-trang.xlsx", buffer.getvalue())


def new(**changes: str) -> dict:
    """The row of somebody new; keys with spaces are given as `**{...}`."""
    return {**NEW, **changes}


def work(batch: ImportBatch) -> ImportBatch:
    """Does the job the batch waits for, as a worker does."""
    assert run_here(batch.job)
    assert batch.job.state == "done", batch.job.error_detail
    batch.refresh_from_db()
    return batch


def take_in(
    committee, by, *rows: dict, as_on=TODAY, cell=None, answers=None, file=None
) -> ImportBatch:
    """A file uploaded, read and compared; its questions answered."""
    batch = work(
        batches.upload_batch(
            committee=committee,
            file=file or sheet(*rows),
            as_on=as_on,
            recorded_on=TODAY,
            by=by,
            default_cell=cell,
        )
    )
    if answers is not None:
        batch = work(
            batches.understand_batch(
                batch=batch, mapping=batch.mapping, answers=answers, on=TODAY, by=by
            )
        )
    return batch


def confirm(batch: ImportBatch, by) -> ImportBatch:
    return work(batches.confirm_batch(batch=batch, version=batch.version, on=TODAY, by=by))


def undo(batch: ImportBatch, by, reason="nhập nhầm tệp") -> ImportBatch:
    return work(batches.undo_batch(batch=batch, reason=reason, on=TODAY, by=by))


def told(batch: ImportBatch, **which) -> list[str]:
    """Every sentence beside the rows: errors, warnings and differences."""
    rows = batch.rows.filter(**which)
    return [
        one.get("sentence") or one["text"] for row in rows for one in [*row.problems, *row.notes]
    ]
