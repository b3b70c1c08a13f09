"""What was written about some rows since a page was opened, for who is about to write there too."""

from collections.abc import Iterable

from django.apps import apps
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from audit.models import AuditEntry
from partyunit.templatetags.components import moment

READING = ("unmask", "download", "export", "print")  # acts that change no row
LONGEST_MARK = 18  # digits of an entry's number that every database can read


def newest_entry() -> int:
    """The mark to keep with a page: everything written later has a higher number."""
    return AuditEntry.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def read_mark(typed: str) -> int | None:
    is_mark = typed.isascii() and typed.isdigit() and len(typed) <= LONGEST_MARK
    return int(typed) if is_mark else None


def written_since(mark: int, rows: Iterable[QuerySet]) -> list[AuditEntry]:
    """The entries after `mark` on any of the rows, the oldest first."""
    of_model = {one.model._meta.label_lower: one for one in rows}
    later = AuditEntry.objects.filter(pk__gt=mark, model__in=of_model)
    for verb in READING:
        later = later.exclude(action__endswith=f".{verb}")
    touched = set(later.order_by().values_list("model", flat=True))
    about = Q(pk=None)
    for model in touched:
        ids = of_model[model].order_by().values_list("pk", flat=True)
        about |= Q(model=model, object_id__in=[str(pk) for pk in ids])
    return list(later.filter(about).order_by("pk")) if touched else []


def last_changes(row, count: int) -> list[AuditEntry]:
    """The last changes of one row, the oldest of them first: each raised its version by one."""
    entries = AuditEntry.objects.filter(model=row._meta.label_lower, object_id=str(row.pk))
    for verb in READING:
        entries = entries.exclude(action__endswith=f".{verb}")
    return list(entries.order_by("-pk")[: max(count, 0)])[::-1]


def sentence(entry: AuditEntry) -> str:
    """`14:02 ngày 13/03/2019, Hà Thị Minh Thư ghi nơi sinh hoạt: Lò Văn An, Điều tra.`"""
    verb = entry.action.rpartition(".")[2]
    did = _("ghi")
    if verb.startswith(("void", "undo")):
        did = _("hủy")
    elif verb.startswith("end"):
        did = _("ghi kết thúc")
    elif verb.startswith(("update", "correct")):
        did = _("sửa")
    return _("%(moment)s, %(name)s %(did)s %(kind)s: %(row)s.") % {
        "moment": moment(entry.at),
        "name": entry.actor_name,
        "did": did,
        "kind": apps.get_model(entry.model)._meta.verbose_name,
        "row": entry.object_text,
    }
