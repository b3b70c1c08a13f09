"""Which rows an approval freezes: the minutes, and everything recorded of the meeting.

Still free to change are the state and result of a task given and the day it is put off to (they
are reported later; what was given, to whom and by when stays), and voiding the meeting, its
minutes or an addendum as a whole, which changes nothing of the content. Minutes voided let go of
the meeting, so that new ones can be written.
"""

from audit.frozen import VOIDING, Frozen

REPORTING = frozenset(
    {"state", "result", "closed_on", "extended_to", "extended_on", "extension_reason", "version"}
)


def _approved(of: str, *, also: str = "m.voided_at IS NULL") -> str:
    """There are approved minutes `m` that the row belongs to."""
    where = f"{of} AND m.state = 'approved' AND {also}"
    return f"EXISTS (SELECT 1 FROM meetings_minutes m WHERE {where})"  # noqa: S608


OF_THE_MEETING = _approved("m.meeting_id = {row}.meeting_id")
OF_THE_ITEM = _approved(
    "m.meeting_id = (SELECT a.meeting_id FROM meetings_agendaitem a WHERE a.id = {row}.item_id)"
)
OF_THE_SCORE = _approved(
    "m.meeting_id = (SELECT q.meeting_id FROM meetings_qualityscore q WHERE q.id = {row}.score_id)"
)
FROZEN = (
    Frozen(model="Attendance", when=OF_THE_MEETING, closed=True),
    Frozen(model="Guest", when=OF_THE_MEETING, closed=True),
    Frozen(model="AgendaItem", when=OF_THE_MEETING, closed=True),
    Frozen(model="ActionItem", when=OF_THE_MEETING, closed=True, free=REPORTING),
    Frozen(model="MeetingPaper", when=OF_THE_MEETING, closed=True),
    Frozen(model="Vote", when=OF_THE_MEETING, closed=True),
    Frozen(model="QualityScore", when=OF_THE_MEETING, closed=True),
    Frozen(model="ScoreLine", when=OF_THE_SCORE, closed=True),
    Frozen(model="Resolution", when="1 = 1", free=VOIDING),
    Frozen(model="Opinion", when=OF_THE_ITEM, closed=True),
    Frozen(
        model="MinutesSection", when=_approved("m.id = {row}.minutes_id", also="1 = 1"), closed=True
    ),
    Frozen(model="Meeting", when=_approved("m.meeting_id = {row}.id"), free=VOIDING),
    Frozen(model="Minutes", when="{row}.state = 'approved'", free=VOIDING),
    Frozen(model="MinutesAddendum", when="1 = 1", free=VOIDING),
)
