"""Which rows an issue freezes: the report, and the numbered paper it was signed as.

A report issued by mistake is voided as a whole; its paper can be voided after it, never altered.
"""

from audit.frozen import VOIDING, Frozen

SIGNED = (
    "EXISTS (SELECT 1 FROM reports_report r "
    "WHERE r.document_id = {row}.id AND r.state = 'issued' AND r.voided_at IS NULL)"
)
FROZEN = (
    Frozen(model="Report", when="{row}.state = 'issued'", free=VOIDING),
    Frozen(model="documents.Document", when=SIGNED),
)
