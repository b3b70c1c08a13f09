"""Values of a row as a batch keeps them: plain JSON, dates as the office writes them."""

import datetime as dt

from django.db import transaction

from members.importing.comparing import DAYS, PARTY_DAYS, Plan
from members.importing.rows import ReadRow
from members.models import ImportRow
from members.rules import written
from partyunit.dates import parse_partial

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
        values=pack(row.values),
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


def packed_changes(plan: Plan) -> list[dict]:
    return [{**one, "old": plain(one["old"]), "new": plain(one["new"])} for one in plan.changes]


def read_again(row: ImportRow) -> ReadRow:
    """What the file said, from the batch."""
    return ReadRow(number=row.number, values=unpack(row.values))


def close(batch) -> None:
    """Lets the file and the samples go once the transaction stands; the caller saves the batch."""
    name, storage = batch.file.name, batch.file.storage
    batch.file, batch.heads = "", []
    if name:
        transaction.on_commit(lambda: storage.delete(name))
