"""Votes follow the roll: worked out when they are typed, and again whenever the roll changes."""

from collections.abc import Iterator, Set

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from audit import services as audit
from meetings.models import Attendance, Meeting, Vote
from meetings.reads import rule_on
from meetings.roll.counts import count_roll
from meetings.roll.people import Expected, people_of
from meetings.votes import voting
from meetings.votes.about import check_about
from regulations.models import Regulation

ABOUT = ("member", "candidate")


class Teller:
    """Counts the votes of one meeting: the roll, or who belongs on it before it is opened, is read once."""

    def __init__(self, meeting: Meeting):
        self.meeting = meeting
        called = list(meeting.attendances.valid())
        self.roll: list[Attendance] | list[Expected] = called or people_of(meeting)
        self.counts = count_roll(self.roll)
        self.rules: dict[str, Regulation | None] = {}

    def count(self, vote: Vote) -> None:
        topic, _name = voting.topic_of(vote.matter, is_committee=self.meeting.cell_id is None)
        if topic not in self.rules:
            self.rules[topic] = rule_on(self.meeting, topic)
        voting.decide(vote, rule=self.rules[topic], counts=self.counts, roll=self.roll)


def count_vote(vote: Vote, *, changed: Set[str] = frozenset(ABOUT)) -> None:
    """Works out base, voters, threshold and result of a vote just typed, all of it or what is `changed`.

    Raises ValidationError where it is newly about someone who is none of the meeting's people.
    """
    teller = Teller(vote.meeting)
    teller.count(vote)
    if changed & {*ABOUT}:
        check_about(vote, teller.roll)


def _count_anew(meeting: Meeting) -> Iterator[tuple[Vote, dict, dict]]:
    """The votes that come out otherwise on the roll and by the rules as they stand now: before, after."""
    votes = list(meeting.votes.valid().select_related("rule"))
    if not votes:
        return
    teller = Teller(meeting)
    for vote in votes:
        before = audit.snapshot(vote, [*voting.COMPUTED])
        vote.meeting = meeting
        teller.count(vote)
        after = audit.snapshot(vote, [*voting.COMPUTED])
        if before != after:
            yield vote, before, after


def recount_votes(meeting: Meeting, *, by) -> None:
    """Works every vote out again on the roll as it stands now.

    What was typed stays, so no version moves on and no window's text conflicts. Raises
    ValidationError that names a vote with more votes than there are voters now. Called in the
    transaction, and under the lock, of whatever changed the roll.
    """
    for vote, before, after in _count_anew(meeting):
        _check_still_fits(vote)
        Vote.objects.filter(pk=vote.pk).update(**{n: getattr(vote, n) for n in voting.COMPUTED})
        audit.log(action="meetings.recount_vote", by=by, obj=vote, before=before, after=after)


def check_votes_stand(meeting: Meeting) -> None:
    """Raises ValidationError that names a vote counted by a rule corrected since the minutes were submitted."""
    for vote, _before, _after in _count_anew(meeting):
        sentence = _(
            "Quy định về biểu quyết vừa được sửa, «%(vote)s» phải tính lại; hãy trả lại biên bản "
            "để trình lại."
        )
        raise ValidationError(sentence % {"vote": vote}, code="votes")


def _check_still_fits(vote: Vote) -> None:
    if vote.cast <= vote.voters:
        return
    sentence = _(
        "Biểu quyết «%(vote)s» đã ghi %(cast)s phiếu, nhiều hơn %(voters)s đảng viên chính thức "
        "được biểu quyết; hãy sửa số phiếu trước."
    )
    told = {"vote": vote, "cast": vote.cast, "voters": vote.voters}
    raise ValidationError(sentence % told, code="votes")
