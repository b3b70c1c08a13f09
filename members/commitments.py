"""How the commitment of a year to set an example stands: made, owed, reviewed."""

import datetime as dt

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext_lazy

from members.models import Commitment

COMMITTEE = "committee"
MADE, NONE, REVIEWED, UNREVIEWED = "made", "none", "reviewed", "unreviewed"
STATES = [
    (MADE, gettext_lazy("đã cam kết")),
    (NONE, gettext_lazy("chưa cam kết")),
    (REVIEWED, gettext_lazy("đã kiểm điểm")),
    (UNREVIEWED, gettext_lazy("chưa kiểm điểm")),
]


def with_commitment(members: QuerySet, *, year: int, day: dt.date) -> QuerySet:
    """Annotates the commitment of the year as it stood on `day`; None without one."""
    made = Commitment.objects.valid().filter(member=OuterRef("pk"), year=year, made_on__lte=day)
    reviewed = made.filter(reviewed_on__lte=day)
    return members.annotate(
        commitment_id=Subquery(made.values("pk")[:1]),
        commitment_made_on=Subquery(made.values("made_on")[:1]),
        commitment_text=Subquery(made.values("text")[:1]),
        commitment_reviewed_on=Subquery(reviewed.values("reviewed_on")[:1]),
        commitment_result=Subquery(reviewed.values("result")[:1]),
        commitment_review=Subquery(reviewed.values("review")[:1]),
    )


def states_of(made_on, reviewed_on) -> tuple[str, ...]:
    if made_on is None:
        return (NONE,)
    return (MADE, REVIEWED if reviewed_on else UNREVIEWED)
