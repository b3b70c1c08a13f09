"""Writing a confirmed batch into the register: every row as it was shown, or none at all."""

import contextlib
import datetime as dt
import secrets
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from audit import bulk
from audit import services as audit
from audit.request import request_id
from cells.models import Committee
from documents.papers.storage import keep_file
from members import services
from members.importing.comparing import IDENTITY, PARTY_DAYS, Plan, compare
from members.importing.known import Known, Person, read_known
from members.importing.previewing import columns_of, count
from members.importing.schooling import missing_schooling
from members.importing.stored import FOLDER, close, packed_changes, read_again
from members.models import ImportBatch, ImportRow, Member, Membership, Qualification
from partyunit.models import Record

NAMED = 10  # rows named one by one
WRITTEN = (ImportRow.Outcome.NEW, ImportRow.Outcome.CHANGED)


class _NothingWrittenError(Exception):
    """Rolls the whole batch back; `refused` are the rows that could not be written, each with why."""

    def __init__(self, refused: dict[int, str]):
        super().__init__()
        self.refused = refused


def mark_of_act(batch: ImportBatch) -> str:
    return f"import-{batch.pk}"


@contextlib.contextmanager
def in_one_act(batch: ImportBatch):
    """All journal entries of the batch carry one mark, as those of one request do."""
    token = request_id.set(mark_of_act(batch))
    try:
        yield
    finally:
        request_id.reset(token)


@transaction.atomic
def apply_batch(batch_id: int, *, recorded_on: dt.date, by, bad_rows: bytes | None = None) -> None:
    """Writes all rows of the batch, in one transaction, if the register still is what was shown.

    The file goes; `bad_rows`, the sheet of what could not be taken, stays for a while. A row that differs by now, or that a rule refuses, is told on the batch and nothing is written.
    """
    batch = ImportBatch.objects.select_for_update(of=("self",)).get(pk=batch_id)
    if batch.state != ImportBatch.State.READY:
        return  # a job of another time
    # One import of a committee at a time: each sees whom the other entered.
    Committee.objects.select_for_update(of=("self",), no_key=True).get(pk=batch.committee_id)
    known = read_known(
        batch.committee, as_on=batch.as_on, recorded_on=recorded_on, answers=batch.answers
    )
    plans, stale = _plans(batch, known)
    if stale:
        _tell(batch, stale, by=by)
        return
    try:
        with in_one_act(batch), transaction.atomic():
            _write_all(batch, plans, known, by=by)
    except _NothingWrittenError as refusal:
        _tell(batch, refusal.refused, by=by)
        return
    except (ValidationError, audit.VersionConflictError) as refusal:
        _tell(batch, {}, by=by, why=_sentence(refusal))
        return
    batch.state, batch.applied_at, batch.message = "applied", timezone.now(), ""
    batch.rows.update(values={})
    close(batch)
    if bad_rows:
        batch.error_sheet.name = keep_file(f"{FOLDER}/{secrets.token_hex(8)}.xlsx", bad_rows)
    fields = ["state", "applied_at", "message", "file", "heads", "error_sheet"]
    audit.update(batch, by=by, fields=fields, action="members.import_apply")


def _plans(batch: ImportBatch, known: Known) -> tuple[list[tuple[ImportRow, Plan]], dict[int, str]]:
    """The rows to write, each with its plan of now; and those for which it is another by now."""
    columns = columns_of(batch)
    plans, stale = [], {}
    for row in batch.rows.filter(outcome__in=WRITTEN):
        plan = compare(read_again(row), known, columns=columns, default_cell=batch.default_cell)
        if not _is_as_shown(row, plan):
            stale[row.pk] = _("Trong lúc chờ xác nhận, sổ đã thay đổi ở đồng chí này.")
        plans.append((row, plan))
    return plans, stale


def _is_as_shown(row: ImportRow, plan: Plan) -> bool:
    member = plan.person.member if plan.person else None
    return (
        row.outcome == plan.outcome
        and row.member_id == (member.pk if member else None)
        and row.seen_version == (member.version if member else None)
        and row.changes == packed_changes(plan)
    )


def _write_all(batch: ImportBatch, plans, known: Known, *, by) -> None:
    """Builds and checks every row first, so that all refusals are told at once; then writes them."""
    refused: dict[int, str] = {}
    newcomers: list[tuple[ImportRow, services.Newcomer]] = []
    changes: list[tuple[ImportRow, Change]] = []
    for row, plan in plans:
        try:
            if plan.person is None:
                newcomers.append((row, _newcomer(batch, plan, known)))
            else:
                changes.append((row, _change(batch, plan, plan.person)))
        except ValidationError as error:
            refused[row.pk] = " ".join(error.messages)
    if refused:
        raise _NothingWrittenError(refused)
    reason = _("Nhập từ tệp %(file)s (đợt %(number)s)") % {
        "file": batch.file_name,
        "number": batch.pk,
    }
    services.register_present_members([one for _row, one in newcomers], by=by, reason=reason)
    for row, one in newcomers:
        row.member = one.member
        row.written = [mark_of(record) for record in one.rows]
    _write_changes(changes, recorded_on=known.recorded_on, by=by, reason=reason)
    ImportRow.objects.bulk_update([row for row, _plan in plans], ["member", "written"], 200)


def mark_of(record: Record) -> dict:
    """Which row of the register, in which version after it was written."""
    return {"model": record._meta.model_name, "pk": record.pk, "version": record.version}


def _newcomer(batch: ImportBatch, plan: Plan, known: Known) -> services.Newcomer:
    member = Member(**{name: plan.values[name] for name in IDENTITY if plan.values.get(name)})
    membership = Membership(
        member=member,
        decision_on=plan.dates.decision_on,
        ceremony_on=plan.dates.ceremony_on,
        official_from=plan.dates.official_from,
        recorded_on=known.recorded_on,
    )
    one = services.newcomer(
        member=member, membership=membership, cell=plan.cell, on=batch.as_on, rules=known.rules
    )
    one.qualifications = _schooling(batch, plan, member)
    return one


@dataclass
class Change:
    """What is corrected of one member: identity, days in the Party, steps of education added."""

    member: Member
    identity: list[str]
    membership: Membership | None
    days: list[str]
    qualifications: list[Qualification]


def _change(batch: ImportBatch, plan: Plan, person: Person) -> Change:
    member, membership = person.member, person.membership
    new = {change["field"]: change["new"] for change in plan.changes}
    identity = [name for name in new if name in IDENTITY]
    days = [name for name in new if name in PARTY_DAYS]
    for name in identity:
        setattr(member, name, new[name])
    for name in days:
        setattr(membership, name, new[name])
    if identity:
        bulk.check_row(member, identity)
    qualifications = _schooling(batch, plan, member)
    for qualification in qualifications:
        bulk.check_row(qualification)
    return Change(member, identity, membership if days else None, days, qualifications)


def _write_changes(
    changes: list[tuple[ImportRow, Change]], *, recorded_on: dt.date, by, reason: str
) -> None:
    told = {"by": by, "reason": reason}
    identities = [(one.member, one.identity) for _row, one in changes if one.identity]
    bulk.update_many(identities, **told)
    refused = {}
    for row, one in changes:
        try:
            if one.membership is not None:
                services.correct_row(
                    row=one.membership, fields=one.days, recorded_on=recorded_on, **told
                )
        except ValidationError as error:
            refused[row.pk] = " ".join(error.messages)
    if refused:
        raise _NothingWrittenError(refused)
    steps = [step for _row, one in changes for step in one.qualifications]
    bulk.create_many(steps, action="members.add_qualification", **told)
    for row, one in changes:
        records = [one.member, one.membership, *one.qualifications]
        row.written = [mark_of(record) for record in records if record is not None]


def _schooling(batch: ImportBatch, plan: Plan, member: Member) -> list[Qualification]:
    """Steps of education above what is on record, known to be held by the day of the file."""
    held = plan.person.qualifications if plan.person else []
    return [
        Qualification(
            member=member,
            scale=step.scale,
            level=step.level,
            detail=step.detail,
            obtained_on=batch.as_on,
            is_date_unknown=True,
        )
        for step in missing_schooling(plan.values, held)
    ]


def _sentence(refusal: Exception) -> str:
    return " ".join(getattr(refusal, "messages", None) or [str(refusal)])


def _tell(batch: ImportBatch, refused: dict[int, str], *, by, why: str = "") -> None:
    """The rows that stand in the way, marked; the officer looks again and confirms anew."""
    rows = list(batch.rows.filter(pk__in=refused))
    for row in rows:
        problem = {"column": None, "heading": "", "sentence": refused[row.pk], "is_warning": False}
        row.problems, row.outcome = [*row.problems, problem], ImportRow.Outcome.ERROR
    ImportRow.objects.bulk_update(rows, ["problems", "outcome"], 200)
    batch.counts = count(list(batch.rows.all()))
    named = ", ".join(f"{row.number} ({row.name})" for row in rows[:NAMED])
    why = why or _("cần xem lại các dòng %(rows)s.") % {"rows": named}
    batch.message = _("Chưa ghi gì vào sổ: %(why)s Hãy bấm «Đối chiếu lại với sổ».") % {"why": why}
    fields = ["counts", "message"]
    audit.update(batch, by=by, fields=fields, action="members.import_hold", reason=batch.message)
