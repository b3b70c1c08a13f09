"""Two meetings that want the same room, or the same committee member, at one time."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from partyunit.text import fold


@dataclass(frozen=True, kw_only=True)
class Slot:
    """When and where one meeting is, and who attends it for the committee."""

    key: int
    day: dt.date
    starts_at: dt.time | None
    ends_at: dt.time | None  # None: it lasts as long as the guide asks at least
    minutes: int
    place: str
    attendant_id: int | None = None
    attendant: str = ""
    called: str = ""  # how the sentence of another one's clash names it

    @property
    def begins(self) -> dt.datetime:
        return dt.datetime.combine(self.day, self.starts_at or dt.time.min)

    @property
    def ends(self) -> dt.datetime:
        if self.ends_at is not None:
            return dt.datetime.combine(self.day, self.ends_at)
        return self.begins + dt.timedelta(minutes=self.minutes)

    def meets(self, other: "Slot") -> bool:
        """At the same time; without an hour nobody can say so."""
        if self.starts_at is None or other.starts_at is None:
            return False
        return self.begins < other.ends and other.begins < self.ends


def clashes_of(slot: Slot, others: Iterable[Slot]) -> list[str]:
    """A sentence for each other meeting in the way."""
    sentences = []
    for other in others:
        if other.key == slot.key or not slot.meets(other):
            continue
        named = {"other": other.called, "hour": f"{other.starts_at:%H:%M}"}
        if fold(slot.place) == fold(other.place):
            sentences.append(_("Trùng địa điểm với %(other)s lúc %(hour)s.") % named)
        if slot.attendant_id is not None and slot.attendant_id == other.attendant_id:
            named["name"] = slot.attendant
            sentences.append(_("Đồng chí %(name)s cũng dự %(other)s lúc %(hour)s.") % named)
    return sentences
