"""Writing rows of the register: each change in one transaction with its audit entry.

Every create, correction, ending and voiding of a record goes through here, so the version
check and the journal cannot be forgotten.
"""

from typing import TypeVar, cast

from django.core.exceptions import ValidationError
from django.db import IntegrityError, OperationalError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from audit.models import AuditEntry
from audit.request import request_id
from partyunit.models import by_field

DEADLOCK = "40P01"  # PostgreSQL's code
UNRECORDED = {"password", "last_login"}
Row = TypeVar("Row", bound=models.Model)


class VersionConflictError(Exception):
    """Someone else changed the row since it was read; `current` is the row as it stands now."""

    def __init__(self, current: models.Model):
        super().__init__(_("Người khác vừa sửa dòng này."))
        self.current = current


def snapshot(obj: models.Model, fields: list[str] | None = None) -> dict:
    """The row's own columns as plain values, without passwords and what the model keeps for a while only."""
    hidden = UNRECORDED | {*getattr(obj, "unrecorded", ())}
    return {
        field.name: _plain(getattr(obj, field.attname))
        for field in obj._meta.concrete_fields
        if field.name not in hidden and (fields is None or field.name in fields)
    }


def differing(old: models.Model, new: models.Model, fields: list[str]) -> tuple[dict, dict]:
    """Of the named columns those that changed, before and after."""
    before, after = snapshot(old, fields), snapshot(new, fields)
    names = [name for name in after if before[name] != after[name]]
    return {name: before[name] for name in names}, {name: after[name] for name in names}


def _plain(value):
    if value is None or isinstance(value, bool | int | float | str | list | dict):
        return value
    return str(value) if not hasattr(value, "isoformat") else value.isoformat()


def log(*, action: str, by, obj=None, before=None, after=None, reason: str = "") -> AuditEntry:
    """Adds one entry to the journal. `by` is None when the program itself acts."""
    return AuditEntry.objects.create(
        actor=by,
        actor_name=str(by) if by else _("chương trình"),
        action=action,
        model=obj._meta.label_lower if obj is not None else "",
        object_id=str(obj.pk) if obj is not None else "",
        object_text=str(obj)[:300] if obj is not None else "",
        before=before or {},
        after=after or {},
        reason=reason[:500],
        request_id=request_id.get(),
    )


@transaction.atomic
def create(obj: Row, *, by, action: str = "", reason: str = "") -> Row:
    """Checks and stores a new row. Raises ValidationError; a lost race becomes its constraint's sentence."""
    obj.full_clean()
    _save(obj, force_insert=True)
    log(action=action or name_of(obj, "create"), by=by, obj=obj, after=snapshot(obj), reason=reason)
    return obj


@transaction.atomic
def update(
    obj: Row,
    *,
    by,
    fields: list[str],
    action: str = "",
    reason: str = "",
    version: int | None = None,
) -> Row:
    """Stores the named fields of a changed row.

    `version` is the version the writer read (default: the object's own). Raises
    ValidationError for a rule broken, VersionConflictError when someone else was quicker.
    """
    expected = obj.version if version is None else version
    old = type(obj)._base_manager.select_for_update(of=("self",)).get(pk=obj.pk)
    if old.version != expected:
        raise VersionConflictError(old)
    if getattr(old, "is_voided", False):
        raise ValidationError(_("Dòng này đã hủy nên không sửa được nữa."))
    obj.full_clean()
    before, after = differing(old, obj, fields)
    if not after:
        return obj
    obj.version = expected + 1
    _save(obj, update_fields=[*with_companions(obj, fields), "version"])
    action = action or name_of(obj, "update")
    log(action=action, by=by, obj=obj, before=before, after=after, reason=reason)
    return obj


@transaction.atomic
def void(obj: Row, *, by, reason: str, action: str = "", version: int | None = None) -> Row:
    """Marks a row that never was true; it stays in the database and counts nowhere."""
    if not reason.strip():
        raise ValidationError({"reason": _("Hãy ghi lý do hủy.")})
    old = type(obj)._base_manager.select_for_update(of=("self",)).get(pk=obj.pk)
    if old.version != (obj.version if version is None else version):
        raise VersionConflictError(old)
    if old.is_voided:
        raise ValidationError(_("Dòng này đã hủy rồi."))
    obj.voided_at, obj.voided_by, obj.void_reason = timezone.now(), by, reason.strip()
    obj.version = old.version + 1
    _save(obj, update_fields=["voided_at", "voided_by", "void_reason", "version"])
    log(action=action or name_of(obj, "void"), by=by, obj=obj, before=snapshot(old), reason=reason)
    return obj


def end_span(span: Row, *, on, by, action: str = "", **also) -> Row:
    """Ends a span: `on` is its last day that counts. `also` are further fields set with it."""
    for name, value in {"to_on": on, **also}.items():
        setattr(span, name, value)
    return update(span, by=by, fields=["to_on", *also], action=action or name_of(span, "end"))


def hold_again(span: Row, *, by, action: str = "") -> Row:
    """Gives an ended span back what stood before the act that ended it, but what was corrected since.

    Of a row loaded without the journal: no last day, no reason for one.
    """
    entry = standing_change(span, "to_on")
    if entry and entry.before:
        now = snapshot(span, list(entry.before))
        before = {one: old for one, old in entry.before.items() if now[one] == entry.after[one]}
    else:
        before = {"to_on": None} | ({"end_reason": ""} if hasattr(span, "end_reason") else {})
    for name, value in before.items():
        field = cast("models.Field", span._meta.get_field(name))
        setattr(span, field.attname, field.to_python(value))
    return update(span, by=by, fields=[*before], action=action)


def entries_of(obj: models.Model) -> models.QuerySet[AuditEntry]:
    """What the journal tells of the row, in the order it was written."""
    named = {"model": obj._meta.label_lower, "object_id": str(obj.pk)}
    return AuditEntry.objects.filter(**named).order_by("pk")


def standing_change(obj: models.Model, field: str) -> AuditEntry | None:
    """The entry that gave this field its value; None where the row was loaded without the journal.

    What was changed and then set back counts as never changed: a last day put right again is
    that of the act which first set it.
    """
    entries = list(entries_of(obj).filter(after__has_key=field))
    loaded = entries[0].before if entries else {}  # of a row that came without the journal
    standing: list[AuditEntry] = []
    for entry in entries:
        values = [earlier.after[field] for earlier in standing]
        if field in loaded and entry.after[field] == loaded[field]:
            standing.clear()
        elif entry.after[field] in values:
            del standing[values.index(entry.after[field]) + 1 :]
        else:
            standing.append(entry)
    return standing[-1] if standing else None


def name_of(obj, verb: str) -> str:
    """The action of a row without a name of its own: `members.member.update`."""
    return f"{obj._meta.label_lower}.{verb}"


def with_companions(obj, fields: list[str]) -> list[str]:
    """With the columns derived from the named ones: precisions of partial dates, search and sort keys."""
    derived = [
        field.name
        for field in obj._meta.concrete_fields
        if {*getattr(field, "sources", ())} & {*fields}
        or field.name.removesuffix("_precision") in fields
    ]
    return list(dict.fromkeys([*fields, *derived]))


def _save(obj: models.Model, **how) -> None:
    try:
        with transaction.atomic():
            obj.save(**how)
    except IntegrityError as error:
        raise ValidationError(by_field(obj, refusal_of(obj, error))) from error


def refusal_of(obj: models.Model, error: IntegrityError) -> ValidationError:
    """The Vietnamese sentence of the constraint that the database named in its refusal."""
    for constraint in obj._meta.constraints:
        if _is_named(constraint, obj, str(error)):
            sentence = constraint.get_violation_error_message()
            return ValidationError(sentence, code=constraint.violation_error_code)
    return ValidationError(
        _("Cơ sở dữ liệu từ chối thay đổi này vì trái một quy tắc; chưa có gì được ghi.")
    )


def crossed(error: OperationalError) -> ValidationError:
    """The sentence for the writer whose act PostgreSQL broke off because two acts waited for each other.

    Raises the error again when it was anything else.
    """
    if getattr(error.__cause__, "sqlstate", "") != DEADLOCK:
        raise error
    return ValidationError(
        _("Người khác đang ghi cùng lúc nên chưa có gì được ghi; hãy bấm lại lần nữa.")
    )


def _is_named(constraint: models.BaseConstraint, obj: models.Model, text: str) -> bool:
    """Whether the database's text means this constraint; SQLite names the columns of a unique one."""
    if constraint.name in text or not isinstance(constraint, models.UniqueConstraint):
        return constraint.name in text
    columns = text.removeprefix("UNIQUE constraint failed: ")
    named = constraint.fields or [getattr(one, "name", "") for one in constraint.expressions]
    fields = {field.name: field.column for field in obj._meta.concrete_fields}
    table = obj._meta.db_table
    return columns.split(", ") == [f"{table}.{fields.get(name)}" for name in named]
