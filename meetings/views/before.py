"""What a save may change for the whole page: on which day one meets, and which votes carried."""

import datetime as dt
from dataclasses import dataclass

from django.contrib import messages
from django.utils.translation import gettext as _

from meetings.models import Meeting, Vote


@dataclass(frozen=True)
class Before:
    """A meeting as it stood before something was saved."""

    day: dt.date
    results: dict[int, bool]  # by vote: whether it carried

    @classmethod
    def of(cls, meeting: Meeting) -> "Before":
        votes = meeting.votes.valid().values_list("pk", "is_passed")
        return cls(day=meeting.meets_on, results=dict(votes))

    def turned(self, meeting: Meeting) -> list[str]:
        """One sentence for each vote whose result has turned since."""
        votes = meeting.votes.valid().filter(pk__in=self.results) if self.results else []
        return [_told(vote) for vote in votes if vote.is_passed != self.results[vote.pk]]

    def tell_turned(self, request, meeting: Meeting) -> None:
        for sentence in self.turned(meeting):
            messages.warning(request, sentence)


def _told(vote: Vote) -> str:
    result = _("được thông qua") if vote.is_passed else _("không được thông qua")
    sentence = _("Biểu quyết «%(vote)s» được tính lại: %(result)s.")
    return sentence % {"vote": vote, "result": result}
