"""The vote on the month's resolution, on the roll of its meeting."""

from meetings.models import AgendaItem, Attendance, Vote
from meetings.roll.counts import count_roll
from meetings.votes import voting
from regulations.book import RuleBook
from reports.demo.dice import chance
from reports.demo.loading.store import Store, uid
from reports.demo.shapes import Gathering

VIEWS = "đề nghị lùi thời hạn một việc để dồn sức cho đợt cao điểm"


class Ballots:
    def __init__(self, store: Store):
        self.store, self.book = store, RuleBook.read(None, "cell_vote")

    def take(self, item: AgendaItem, gathering: Gathering, *, roll: list[Attendance]) -> None:
        """Nearly always all who may; now and then one sees a point otherwise."""
        meeting = item.meeting
        counts = count_roll(roll)
        voters = voting.electorate(counts, is_committee=meeting.cell_id is None).voters
        others = int(chance(6, "vote", gathering.key))
        month = gathering.counts_for
        vote = Vote(
            uid=uid("vote", gathering.key),
            meeting=meeting,
            item=item,
            matter=Vote.Matter.RESOLUTION,
            subject=f"Nghị quyết tháng {month.month} năm {month.year}",
            votes_for=voters - others,
            votes_other=others,
            other_views=VIEWS if others else "",
        )
        rule = self.book.on("cell_vote", meeting.meets_on)
        voting.decide(vote, rule=rule, counts=counts, roll=roll)
        self.store.add(vote)
