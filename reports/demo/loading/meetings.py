"""The meetings, what was recorded of them, and their minutes, frozen where approved."""

from dataclasses import replace

from accounts.models import User
from cells.wording import CELL_BODY, as_issuer
from documents.papers.digest import freeze
from meetings.minutes.content import lay_out
from meetings.models import (
    ActionItem,
    AgendaItem,
    Attendance,
    Campaign,
    Guest,
    Meeting,
    Minutes,
    MinutesSection,
    Opinion,
)
from reports.demo.activities import campaign_of
from reports.demo.loading.freezing import Freezer
from reports.demo.loading.numbering import number_minutes
from reports.demo.loading.organisation import Organisation
from reports.demo.loading.people import People
from reports.demo.loading.planning import add_planning
from reports.demo.loading.store import Store, at, uid
from reports.demo.loading.votes import Ballots
from reports.demo.plan import Plan
from reports.demo.shapes import Gathering, Item, Visitor


class Meetings:
    def __init__(
        self,
        store: Store,
        plan: Plan,
        *,
        organisation: Organisation,
        people: People,
        users: dict[str, User],
        campaigns: dict[str, Campaign],
    ):
        self.campaigns = campaigns
        self.store, self.organisation, self.people, self.users = store, organisation, people, users
        self.approved: list[tuple[Minutes, Gathering]] = []
        self.ballots = Ballots(store)
        for gathering in plan.meetings:
            meeting = self._meeting(gathering)
            add_planning(store, meeting, gathering, posts=plan.posts, people=people, users=users)
            if gathering.minutes:
                self._record(meeting, gathering)
        approved = [(row, gathering.approved_on) for row, gathering in self.approved]
        number_minutes(store, approved)

    def _meeting(self, gathering: Gathering) -> Meeting:
        cell = self.organisation.cells[gathering.cell] if gathering.cell else None
        return self.store.add(
            Meeting(
                committee=self.organisation.committee,
                cell=cell,
                kind=gathering.kind,
                counts_for=gathering.counts_for,
                meets_on=gathering.meets_on,
                starts_at=gathering.starts_at,
                ends_at=gathering.ends_at,
                place=gathering.place,
                topic=gathering.topic,
                campaign=self.campaigns.get(campaign_of(gathering)),
                state=gathering.state,
                chair=self.people.of(gathering.chair),
                clerk=self.people.of(gathering.clerk) if gathering.clerk else None,
            )
        )

    def _record(self, meeting: Meeting, gathering: Gathering) -> None:
        roll = self._roll(meeting, gathering)
        for place, item in enumerate(gathering.agenda, start=1):
            row = self._item(meeting, gathering, place=place, item=item)
            if item.is_voted and gathering.minutes != "draft":
                self.ballots.take(row, gathering, roll=roll)
        self._tasks(meeting, gathering)
        self._minutes(meeting, gathering)

    def _roll(self, meeting: Meeting, gathering: Gathering) -> list[Attendance]:
        roll = [
            Attendance(
                uid=uid("roll", gathering.key, entry.person.number),
                meeting=meeting,
                member=self.people.of(entry.person),
                standing=entry.standing,
                state=entry.state,
                reason=entry.reason,
            )
            for entry in gathering.roll
        ]
        for visitor in gathering.visitors:
            self.store.add(
                Guest(
                    uid=uid("guest", gathering.key, visitor.person.number),
                    meeting=meeting,
                    member=self.people.of(visitor.person),
                    organisation=self._cell_of(visitor, gathering),
                    capacity=visitor.capacity,
                )
            )
        return [self.store.add(row) for row in roll]

    def _cell_of(self, visitor: Visitor, gathering: Gathering) -> str:
        """The cell a guest came from: those of other cells who came to learn."""
        if visitor.capacity != Guest.Capacity.OBSERVER:
            return ""
        cell = visitor.person.cell_on(gathering.meets_on)
        return as_issuer(self.organisation.cells[cell].name, CELL_BODY) if cell else ""

    def _item(
        self, meeting: Meeting, gathering: Gathering, *, place: int, item: Item
    ) -> AgendaItem:
        row = self.store.add(
            AgendaItem(
                uid=uid("agenda", gathering.key, place),
                meeting=meeting,
                position=place,
                title=item.title,
                presenter=self.people.of(item.presenter) if item.presenter else None,
                summary=item.summary,
                conclusion=item.conclusion,
            )
        )
        for number, remark in enumerate(item.remarks, start=1):
            self.store.add(
                Opinion(
                    uid=uid("opinion", gathering.key, place, number),
                    item=row,
                    position=number,
                    speaker=self.people.of(remark.speaker),
                    text=remark.text,
                    is_self_criticism=remark.is_self_criticism,
                )
            )
        return row

    def _tasks(self, meeting: Meeting, gathering: Gathering) -> None:
        for place, task in enumerate(gathering.tasks, start=1):
            self.store.add(
                ActionItem(
                    uid=uid("task", gathering.key, place),
                    meeting=meeting,
                    position=place,
                    task=task.text,
                    assignee=self.people.of(task.assignee),
                    due_on=task.due_on,
                    state=task.state,
                    result=task.result,
                    closed_on=task.closed_on,
                )
            )

    # --- minutes -------------------------------------------------------------------------------

    def _minutes(self, meeting: Meeting, gathering: Gathering) -> None:
        is_draft = gathering.minutes == "draft"
        row = self.store.add(
            Minutes(
                meeting=meeting,
                state=Minutes.State.DRAFT if is_draft else Minutes.State.SUBMITTED,
                submitted_at=None if is_draft else at(gathering.submitted_on, 9, minute=30),
                submitted_by=None if is_draft else self._account(gathering),
            )
        )
        for part, text in gathering.sections.items():
            mark = uid("section", gathering.key, part)
            self.store.add(MinutesSection(uid=mark, minutes=row, part=part, text=text))
        if gathering.minutes == "approved":
            self.approved.append((row, gathering))

    def _account(self, gathering: Gathering) -> User | None:
        """Who chaired, where that member has an account."""
        return self.users.get(gathering.chair.name)

    def freeze(self) -> None:
        """Content and digest of the approved minutes, when all texts have their normal form."""
        freezer = Freezer(self.store)
        for row, gathering in self.approved:
            recorded = freezer.recorded(row.meeting)
            if row.document:
                recorded = replace(recorded, number=row.document.number)
            row.frozen, row.content_sha256 = freeze(lay_out(recorded))
            row.state = Minutes.State.APPROVED
            row.approved_on = gathering.approved_on
            row.approved_at = at(gathering.approved_on, 16, minute=0)
            row.approved_by = self._account(gathering)
