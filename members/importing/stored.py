"""Values of a row as a batch keeps them: plain JSON, dates as the office writes them."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from members.importing.books import Book, open_book
from members.importing.comparing import DAYS, PARTY_DAYS, Plan
from members.importing.rows import ImportRefusedError, ReadRow
from members.models import ImportRow
from members.rules import written
from partyunit.dates import parse_partial

FOLDER = "imports"  # of the data folder: what was uploaded, and the bad rows of what was written
DATES = {*DAYS, *PARTY_DAYS, "left_on"}


def plain(value):
    """A value for JSON: dates as written, everything else as it is."""
    return written(value) if isinstance(value, dt.date) else value


def pack(values: dict) -> dict:
    return {name: plain(value) for name, value in values.items()}


def unpack(values: dict) -> dict:
    """Reads what `pack` wrote."""
    return {
        name: parse_partial(value) if name in DATES and value else value
        for name, value in values.items()
    }


def row_of(plan: Plan, batch, headings: dict[int | None, str]) -> ImportRow:
    """The row of the batch that keeps a plan; `headings` name the columns of the file."""
    row, member = plan.row, plan.person.member if plan.person else None
    return ImportRow(
        batch=batch,
        number=row.number,
        name=str(row.values.get("full_name") or "")[:200],
        outcome=plan.outcome,
        member=member,
        seen_version=member.version if member else None,
        values=pack(_values(plan)),
        changes=packed_changes(plan),
        notes=plan.notes,
        has_notes=bool(plan.notes) or any(problem.is_warning for problem in plan.problems),
        problems=[
            {
                "column": one.column,
                "heading": headings.get(one.column, ""),
                "sentence": str(one.sentence),
                "is_warning": one.is_warning,
            }
            for one in plan.problems
        ],
        extra=row.extra,
    )


def _values(plan: Plan) -> dict:
    """What the file said; of somebody new with the cell as it was understood."""
    if plan.person is None and plan.cell is not None:
        return {**plan.values, "cell": str(plan.cell)}
    return plan.values


def packed_changes(plan: Plan) -> list[dict]:
    return [{**one, "old": plain(one["old"]), "new": plain(one["new"])} for one in plan.changes]


def read_again(row: ImportRow) -> ReadRow:
    """What the file said, from the batch."""
    return ReadRow(number=row.number, values=unpack(row.values))


def book_of(batch) -> Book:
    """The workbook of an open batch. Raises ImportRefusedError, also where its file is gone."""
    try:
        return open_book(batch.file.path, name=batch.file_name)
    except (FileNotFoundError, ValueError) as e:
        lost = _("Tệp đã tải lên không còn trong thư mục dữ liệu; hãy tải lên lại.")
        raise ImportRefusedError(lost) from e


def close(batch) -> None:
    """Lets the file and the samples go once the transaction stands; the caller saves the batch."""
    batch.heads = []
    drop_file(batch, "file")


def drop_file(batch, field: str) -> None:
    """Deletes a file of the batch once the transaction stands; the caller saves the batch."""
    name, storage = getattr(batch, field).name, getattr(batch, field).storage
    setattr(batch, field, "")
    if name:
        transaction.on_commit(lambda: storage.delete(name))
