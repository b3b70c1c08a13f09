"""Taking a batch back: new people voided, changes put back, as long as nothing later touched them."""

import datetime as dt

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from audit import bulk
from audit import services as audit
from members import services
from members.importing.comparing import IDENTITY, PARTY_DAYS
from members.importing.stored import unpack
from members.importing.writing import WRITTEN, in_one_act, mark_of_act
from members.models import ImportBatch, ImportRow, Member
from partyunit.models import Record

NAMED = 10  # hindrances told one by one


@transaction.atomic
def take_back(batch_id: int, *, reason: str, recorded_on: dt.date, by) -> None:
    """Undoes an applied batch whole, or tells what stands in the way and leaves everything."""
    batch = ImportBatch.objects.select_for_update(of=("self",)).get(pk=batch_id)
    if batch.state != ImportBatch.State.APPLIED:
        return  # a job of another time
    rows = list(batch.rows.filter(outcome__in=WRITTEN).select_related("member"))
    _hold_people(rows)
    records = _records(rows)
    hindrances = _hindrances(batch, rows, records)
    if not hindrances:
        hindrances = _undo_all(batch, rows, records, reason=reason, recorded_on=recorded_on, by=by)
    if hindrances:
        _tell(batch, hindrances, by=by)
        return
    batch.state, batch.undone_at, batch.message = "undone", timezone.now(), ""
    fields = ["state", "undone_at", "message"]
    audit.update(batch, by=by, fields=fields, action="members.import_undone", reason=reason)


def _hold_people(rows: list[ImportRow]) -> None:
    """Lets nobody write about these people between the look and the undoing; what is being written is waited for."""
    members = Member.objects.filter(pk__in={row.member_id for row in rows})
    list(members.select_for_update(of=("self",)).order_by("pk").values_list("pk"))


Records = dict[tuple[str, int], Record]


def _records(rows: list[ImportRow]) -> Records:
    """The rows of the register the batch wrote, as they stand now."""
    wanted: dict[str, list[int]] = {}
    for row in rows:
        for mark in row.written:
            wanted.setdefault(mark["model"], []).append(mark["pk"])
    found: Records = {}
    for model, pks in wanted.items():
        rows_of_model = apps.get_model("members", model)._base_manager.filter(pk__in=pks)
        if model != "member":
            rows_of_model = rows_of_model.select_related("member")
        found.update({(model, record.pk): record for record in rows_of_model})
    return found


def _hindrances(batch: ImportBatch, rows: list[ImportRow], records: Records) -> list[str]:
    """What later hands did to the rows, in words."""
    told = []
    for row in rows:
        for mark in row.written:
            record = records[mark["model"], mark["pk"]]
            if record.is_voided or not _is_as_left(record, mark, batch):
                what = {"name": row.member, "what": record._meta.verbose_name}
                told.append(_("%(name)s: «%(what)s» đã được sửa hoặc hủy sau khi nhập") % what)
    return told + _resting(rows, records)


def _is_as_left(record: Record, mark: dict, batch: ImportBatch) -> bool:
    """Whether the row stands as the batch left it: what was changed since and set back, by the undoing of a
    later batch for instance, counts as never changed."""
    if record.version == mark["version"]:
        return True
    entries = audit.entries_of(record)
    own = entries.filter(request_id=mark_of_act(batch)).last()
    if own is None:
        # Of this row the batch changed nothing: it stands beside a degree that was added.
        return True
    left: dict = {}
    for entry in entries.filter(pk__gt=own.pk):
        left = {**entry.before, **left}
    return audit.snapshot(record, [*left]) == left


def _resting(rows: list[ImportRow], records: Records) -> list[str]:
    """Rows of any room that name a new person, or a row that came with one, and are none of the batch's."""
    names: dict[tuple[str, int], str] = {}
    for row in rows:
        for mark in row.written if row.outcome == ImportRow.Outcome.NEW else ():
            names[mark["model"], mark["pk"]] = row.name
    told = []
    for named in sorted({model for model, _pk in names}):
        pks = [pk for model, pk in names if model == named]
        for relation in apps.get_model("members", named)._meta.related_objects:
            model, column = relation.related_model, relation.field.attname
            found = model._base_manager.filter(**{f"{column}__in": pks}, voided_at__isnull=True)
            for pk, owner in found.values_list("pk", column):
                if (model._meta.model_name, pk) not in records:
                    what = {"name": names[named, owner], "what": model._meta.verbose_name}
                    told.append(_("%(name)s: đã có «%(what)s»") % what)
    return told


def _undo_all(
    batch: ImportBatch, rows: list[ImportRow], records: Records, *, reason: str, recorded_on, by
) -> list[str]:
    """Takes everything back, or tells why nothing was."""
    told = {"reason": reason, "by": by}
    try:
        with in_one_act(batch), transaction.atomic():
            _void_newcomers(rows, records, **told)
            for row in rows:
                if row.outcome == ImportRow.Outcome.CHANGED:
                    _put_back(row, records, recorded_on=recorded_on, **told)
    except ValidationError as error:
        return error.messages
    except audit.VersionConflictError as conflict:
        return [str(conflict)]
    return []


def _void_newcomers(rows: list[ImportRow], records: Records, *, reason: str, by) -> None:
    """As `void_registration` does for one: their rows, then the people; nothing else names them."""
    of_model: dict[str, list[Record]] = {}
    for row in rows:
        for mark in row.written if row.outcome == ImportRow.Outcome.NEW else ():
            of_model.setdefault(mark["model"], []).append(records[mark["model"], mark["pk"]])
    people = of_model.pop("member", [])
    for found in (*of_model.values(), people):
        bulk.void_many(found, by=by, reason=reason, action="members.void_registration")


def _put_back(row: ImportRow, records: Records, *, reason: str, recorded_on: dt.date, by) -> None:
    """The old values of one member, and without the steps of education that were added."""
    old = {change["field"]: change["old"] for change in row.changes}
    told = {"reason": reason, "by": by}
    for mark in row.written:
        record = records[mark["model"], mark["pk"]]
        if mark["model"] == "member":
            if fields := _set(record, old, IDENTITY):
                audit.update(record, fields=fields, **told)
        elif mark["model"] == "membership":
            fields = _set(record, old, PARTY_DAYS)
            services.correct_row(row=record, fields=fields, recorded_on=recorded_on, **told)
        else:
            services.void_row(row=record, **told)


def _set(record: Record, old: dict, names) -> list[str]:
    """Sets the old values; an empty date of old is none."""
    fields = [name for name in old if name in names]
    for name, value in unpack({name: old[name] for name in fields}).items():
        setattr(record, name, value)
    return fields


def _tell(batch: ImportBatch, hindrances: list[str], *, by) -> None:
    more = len(hindrances) - NAMED
    named = "; ".join(hindrances[:NAMED])
    if more > 0:
        named = _("%(named)s; và %(count)s điều nữa") % {"named": named, "count": more}
    batch.message = _("Chưa hoàn lại được, không có gì thay đổi: %(what)s.") % {"what": named}
    audit.update(
        batch, by=by, fields=["message"], action="members.import_hold", reason=batch.message
    )
