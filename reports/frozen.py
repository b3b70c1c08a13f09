"""Which rows an issue freezes: the report, and the numbered paper it, minutes or a resolution was signed as.

A report issued by mistake is voided as a whole; its paper can be voided after it, never altered.
"""

from audit.frozen import VOIDING, Frozen

SIGNED = (  # of every room, for the register's table is named here once
    "EXISTS (SELECT 1 FROM reports_report r "
    "WHERE r.document_id = {row}.id AND r.state = 'issued' AND r.voided_at IS NULL) "
    "OR EXISTS (SELECT 1 FROM meetings_minutes m "
    "WHERE m.document_id = {row}.id AND m.voided_at IS NULL) "
    "OR EXISTS (SELECT 1 FROM meetings_resolution n "
    "WHERE n.document_id = {row}.id AND n.voided_at IS NULL)"
)
FROZEN = (
    Frozen(model="Report", when="{row}.state = 'issued'", free=VOIDING),
    Frozen(model="documents.Document", when=SIGNED),
)
