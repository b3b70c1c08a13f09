"""How the meetings of 2019 were planned: who attends for the committee, who agreed, which papers went out."""

import datetime as dt

from accounts.models import User
from meetings.models import Meeting, MeetingPaper
from members.models import Member
from partyunit.dates import add_months
from reports.demo.dice import between
from reports.demo.flows import TODAY
from reports.demo.loading.people import People
from reports.demo.loading.store import Store, at, uid
from reports.demo.posts import TEAM, Posts
from reports.demo.shapes import Gathering

SINCE = dt.date(2019, 1, 1)
# Its day was moved on the eve of today: proposed again, its papers not sent yet.
MOVED = "GTTT-regular-2019-03-01"
DAY = dt.timedelta(days=1)


def add_planning(
    store: Store,
    meeting: Meeting,
    gathering: Gathering,
    *,
    posts: Posts,
    people: People,
    users: dict[str, User],
) -> None:
    """Nothing is known of how earlier meetings were planned: nobody kept it."""
    if gathering.meets_on < SINCE:
        return
    meeting.attendant = _attendant(gathering, posts=posts, people=people)
    eve = gathering.counts_for - between(3, 6, "agreed", gathering.counts_for) * DAY
    if gathering.key != MOVED and eve <= TODAY:
        meeting.agreed_by = users[TEAM[gathering.counts_for.month % 3]]
        meeting.agreed_at = at(eve, 9, minute=15)
    if gathering.counts_for < add_months(dt.date(2019, 3, 1), 1):
        _papers(store, meeting, gathering)


def _attendant(gathering: Gathering, *, posts: Posts, people: People) -> Member | None:
    """Who came to look after the cell; else who should have come."""
    if not gathering.cell:
        return None
    came = [one.person for one in gathering.visitors if one.capacity == "overseer"]
    chosen = came or posts.overseers_on(gathering.cell, gathering.meets_on)
    return people.of(chosen[0]) if chosen else None


def _papers(store: Store, meeting: Meeting, gathering: Gathering) -> None:
    month = f"tháng {gathering.counts_for.month} năm {gathering.counts_for.year}"
    titles = [f"Dự thảo nghị quyết {month}"]
    if gathering.kind in ("thematic", "model"):
        titles = [f"Tài liệu chuyên đề: {gathering.topic}"]
    if gathering.kind == "committee":
        titles = [f"Dự thảo kết luận của Đảng ủy {month}", f"Báo cáo công tác {month}"]
    for place, title in enumerate(titles):
        days = between(1, 3, "papers", gathering.key, place)
        paper = MeetingPaper(
            uid=uid("paper", gathering.key, place),
            meeting=meeting,
            title=title[:300],
            sent_on=None if gathering.key == MOVED else gathering.meets_on - days * DAY,
        )
        store.add(paper)
