"""Writing many rows of the register at once: the checks and entries of `audit.services`, fewer statements.

For acts that concern a whole list, an imported one for instance. Fields and `clean()` are checked
row by row as everywhere; constraints are left to the database, whose refusal becomes its sentence.
"""

import contextlib
from collections.abc import Iterable, Iterator, Sequence

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from audit.models import AuditEntry
from audit.request import request_id
from audit.services import (
    Row,
    VersionConflictError,
    differing,
    name_of,
    refusal_of,
    snapshot,
    with_companions,
)
from partyunit.models import by_field

AT_ONCE = 500  # rows in one statement


def check_row(row: models.Model, fields: Iterable[str] | None = None) -> None:
    """Checks the fields (all, or those named) and `clean()`; what rows it names is known to exist.

    Raises ValidationError keyed by field.
    """
    named = {field.name for field in row._meta.concrete_fields if not field.is_relation}
    checked = named if fields is None else named & {*fields}
    row.clean_fields(exclude={field.name for field in row._meta.fields} - checked)
    row.clean()


@transaction.atomic
def create_many(rows: Sequence[Row], *, by, action: str = "", reason: str = "") -> None:
    """Stores new rows of one model that went through `check_row`, each with its journal entry.

    Raises ValidationError with the sentence of the constraint that the database named.
    """
    if not rows:
        return
    with _refusals(rows[0]):
        type(rows[0])._base_manager.bulk_create(rows, batch_size=AT_ONCE)
    _log(
        (
            _entry(row, by=by, action=action or name_of(row, "create"), after=snapshot(row))
            for row in rows
        ),
        reason,
    )


@transaction.atomic
def update_many(
    changes: Sequence[tuple[Row, list[str]]], *, by, action: str = "", reason: str = ""
) -> None:
    """Stores the named fields of changed rows of one model, each with its journal entry.

    Each row still has the version that was read. Raises ValidationError, VersionConflictError.
    """
    if not changes:
        return
    old = _stored([row for row, _fields in changes])
    entries = []
    for row, fields in changes:
        before, after = differing(old[row.pk], row, fields)
        if not after:
            continue
        row.version += 1
        with _refusals(row):
            row.save(update_fields=[*with_companions(row, fields), "version"])
        entry = _entry(row, by=by, action=action or name_of(row, "update"), after=after)
        entry.before = before
        entries.append(entry)
    _log(entries, reason)


@transaction.atomic
def void_many(rows: Sequence[Row], *, by, reason: str, action: str = "") -> None:
    """Voids rows of one model that never were true. Raises ValidationError, VersionConflictError."""
    if not reason.strip():
        raise ValidationError({"reason": _("Hãy ghi lý do hủy.")})
    if not rows:
        return
    old, now = _stored(rows), timezone.now()
    entries = []
    for row in rows:
        entry = _entry(row, by=by, action=action or name_of(row, "void"), after={})
        entry.before = snapshot(old[row.pk])
        entries.append(entry)
        row.voided_at, row.voided_by, row.void_reason = now, by, reason.strip()
        row.version += 1
    for at in range(0, len(rows), AT_ONCE):
        type(rows[0])._base_manager.filter(
            pk__in=[row.pk for row in rows[at : at + AT_ONCE]]
        ).update(voided_at=now, voided_by=by, void_reason=reason.strip(), version=F("version") + 1)
    _log(entries, reason)


def _stored(rows: Sequence[Row]) -> dict[int, Row]:
    """The rows as they are stored, held; each valid and of the version that was read."""
    model, stored = type(rows[0]), {}
    for at in range(0, len(rows), AT_ONCE):
        pks = [row.pk for row in rows[at : at + AT_ONCE]]
        held = model._base_manager.select_for_update(of=("self",)).filter(pk__in=pks).order_by("pk")
        stored.update({row.pk: row for row in held})
    for row in rows:
        if stored[row.pk].version != row.version:
            raise VersionConflictError(stored[row.pk])
        if stored[row.pk].is_voided:
            raise ValidationError(_("Dòng này đã hủy nên không sửa được nữa."))
    return stored


@contextlib.contextmanager
def _refusals(row: models.Model) -> Iterator[None]:
    """Turns the database's refusal into its constraint's sentence, inside a savepoint."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        raise ValidationError(by_field(row, refusal_of(row, error))) from error


def _entry(row: models.Model, *, by, action: str, after: dict) -> AuditEntry:
    return AuditEntry(
        actor=by,
        actor_name=str(by) if by else _("chương trình"),
        action=action,
        model=row._meta.label_lower,
        object_id=str(row.pk),
        object_text=str(row)[:300],
        after=after,
        request_id=request_id.get(),
    )


def _log(entries: Iterable[AuditEntry], reason: str) -> None:
    rows = list(entries)
    for entry in rows:
        entry.reason = reason[:500]
    AuditEntry.objects.bulk_create(rows, batch_size=AT_ONCE)
