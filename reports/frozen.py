"""Which rows an issue freezes: the report, and the numbered paper it, minutes or a resolution was signed as.

A report issued by mistake is voided as a whole; its paper can be voided after it, never altered.
"""

from audit.frozen import VOIDING, Frozen
from documents.models import Document
from documents.services import ISSUED_AS

# Of every room, for the register's table is named here once.
SIGNED = " OR ".join(
    f"EXISTS (SELECT 1 FROM {relation.related_model._meta.db_table} s "  # noqa: S608
    "WHERE s.document_id = {row}.id AND s.voided_at IS NULL)"
    for relation in Document._meta.related_objects
    if relation.get_accessor_name() in ISSUED_AS
)
FROZEN = (
    Frozen(model="Report", when="{row}.state = 'issued'", free=VOIDING),
    Frozen(model="documents.Document", when=SIGNED),
)
