"""Step 1 on the page of a meeting: its papers, who attends for the committee, whether it is agreed."""

import datetime as dt
from functools import cached_property

from documents.models import Document
from meetings.forms import RowForm
from meetings.models import Meeting
from meetings.month.board import DAYS_BEFORE, BoardMeeting
from meetings.month.wording import invitation
from meetings.page.preparation_forms import PaperForm
from meetings.roll.people import attendants_on
from members.models import Member


class Preparation:
    """Mixed into the page."""

    @cached_property
    def plan(self) -> BoardMeeting:
        """The meeting as the month's board judges it."""
        days = self.rule.parameters["papers_days_before"] if self.rule else DAYS_BEFORE
        return BoardMeeting(
            meeting=self.meeting, day=self.day, days_before=days, may_agree=self.may_agree
        )

    @property
    def papers_due_on(self) -> dt.date:
        return self.meeting.meets_on - dt.timedelta(days=self.plan.days_before)

    @property
    def has_unsent_papers(self) -> bool:
        return any(row.sent_on is None for row in self.papers)

    @cached_property
    def register_papers(self):
        """The papers of the register that may be named: issued, and in the sight of who types."""
        papers = Document.objects.visible_to(self.user).valid()
        return papers.filter(issued_on__isnull=False)

    @cached_property
    def paper_forms(self) -> list[RowForm]:
        return [self._form(PaperForm, row=row, people=self.register_papers) for row in self.papers]

    @cached_property
    def new_paper_form(self) -> RowForm:
        return self._new(PaperForm, people=self.register_papers)

    @cached_property
    def attendants(self) -> list[Member]:
        """Whom one may choose; who was chosen stays in the list."""
        if not self.meeting.cell_id:
            return []
        found = attendants_on(
            self.meeting.meets_on, committee=self.meeting.committee, cell=self.meeting.cell
        )
        chosen = self.meeting.attendant
        return found if chosen is None or chosen in found else [*found, chosen]

    @property
    def is_attendant_uninvited(self) -> bool:
        """Named to attend, on neither the roll nor among the guests."""
        attendant = self.meeting.attendant_id
        known = {row.member_id for row in (*self.roll, *self.guests)}
        return attendant is not None and attendant not in known

    @property
    def invitation(self) -> str:
        return invitation(self.meeting)

    @property
    def is_planned(self) -> bool:
        return self.meeting.state == Meeting.State.PLANNED
