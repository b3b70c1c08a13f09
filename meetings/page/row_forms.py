"""The small forms on the page of a meeting, one for each row and an empty one for the next."""

import uuid
from functools import cached_property

from django.utils.translation import gettext as _

from meetings.forms import (
    AgendaForm,
    AttendanceForm,
    CourseForm,
    GuestForm,
    OpinionForm,
    RowForm,
    SectionForm,
    TaskForm,
    TaskReportForm,
)
from meetings.models import Attendance, Guest, MinutesSection
from meetings.page.suggestions import COMPOSED
from meetings.reads import comes_back_on
from members.models import Member

MEETING_NAMESPACE = uuid.UUID("5f2c7b0e-4a55-4a2e-9d3c-2f6f0a8f1b11")
PRESENT = Attendance.State.PRESENT


class RowForms:
    """Mixed into the page: who may be chosen where, and the forms.

    A form sent back (`bound`) stands in the place of its row with what was typed.
    """

    # -- people to choose from --------------------------------------------------------------

    @cached_property
    def roll_members(self) -> list[Member]:
        """Who is on the roll; before it is opened, who belongs on it."""
        if not self.roll:
            return list(
                Member.objects.filter(pk__in=[person.member_id for person in self.expected])
            )
        return [row.member for row in self.roll]

    @cached_property
    def present_members(self) -> list[Member]:
        """Those who came; before the roll is called, everyone on it."""
        present = [row.member for row in self.roll if row.state == PRESENT]
        return present or self.roll_members

    @cached_property
    def speakers(self) -> list[Member]:
        return self._with_chosen([*self.present_members, *self._members_visiting])

    @property
    def _members_visiting(self) -> list[Member]:
        """Guests of the committee's own people who may have come."""
        rows = [row for row in self.guests if row.state != Guest.State.ABSENT]
        return [row.member for row in rows if row.member_id]

    def _with_chosen(self, members: list[Member]) -> list[Member]:
        """Also those already chosen in a row, who may have been marked absent since."""
        known = {member.pk for member in members}
        chosen = [item.presenter for item in self.items if item.presenter]
        chosen += [row.speaker for _item, rows in self.agenda for row in rows if row.speaker]
        chosen += [person for person in (self.meeting.chair, self.meeting.clerk) if person]
        return members + list({m.pk: m for m in chosen if m.pk not in known}.values())

    @cached_property
    def outsiders(self) -> list[Member]:
        """Who may come as a guest and is picked by name: for the records officer any member of
        the committee, for a leader who oversees the cell; others are typed."""
        on_roll = {row.member_id for row in self.roll}
        if not self.user.access.writes(self.meeting.committee_id):
            return [row.member for row in self.overseers if row.member_id not in on_roll]
        members = Member.objects.placed_on(self.meeting.meets_on, committee=self.meeting.committee)
        return list(members.exclude(pk__in=on_roll))

    @cached_property
    def leaders(self) -> list[Member]:
        guests = [] if self.meeting.cell_id else self._members_visiting
        return self._with_chosen([*self.present_members, *guests])

    # -- forms ----------------------------------------------------------------------------

    def _form(self, form_class, *, row=None, people=(), uid=None) -> RowForm:
        """The form of a row; the one sent back, with what was typed, in its place."""
        fresh = form_class(row=row, people=people, uid=uid)
        if isinstance(self.bound, form_class) and self.bound.row_uid == fresh.row_uid:
            return self.bound
        return fresh

    def _new(self, form_class, *, people=(), item_uid: str = "") -> RowForm:
        """The empty form at the end of a list, or the new row sent back."""
        bound = self.bound
        if isinstance(bound, form_class) and bound.row is None and bound.item_uid == item_uid:
            return bound
        form = form_class(people=people)
        form.item_uid = item_uid
        return form

    @cached_property
    def course_form(self) -> RowForm:
        uid = uuid.uuid5(MEETING_NAMESPACE, str(self.meeting.pk))
        return self._form(CourseForm, row=self.meeting, people=self.leaders, uid=uid)

    @cached_property
    def attendance_forms(self) -> list[RowForm]:
        return [self._form(AttendanceForm, row=row) for row in self.roll]

    @cached_property
    def guest_forms(self) -> list[RowForm]:
        return [
            self._form(GuestForm, row=row, people=self.offered_guests(row)) for row in self.guests
        ]

    def offered_guests(self, row) -> list[Member]:
        """With who is named in the row already, whoever named them."""
        is_other = row.member_id and all(one.pk != row.member_id for one in self.outsiders)
        return [*self.outsiders, row.member] if is_other else self.outsiders

    @cached_property
    def new_guest_form(self) -> RowForm:
        form = self._new(GuestForm, people=self.outsiders)
        form.initial.setdefault("state", self.guest_state)
        return form

    @property
    def guest_state(self) -> str:
        """Of a guest entered now: before the day of the meeting one can only be invited."""
        return Guest.State.INVITED if self.meeting.meets_on > self.day else Guest.State.PRESENT

    @cached_property
    def guest_counts(self) -> list[tuple[str, int]]:
        """How many guests there are of each state, in words; apart from the roll."""
        states = [row.state for row in self.guests]
        return [(state.label, states.count(state)) for state in Guest.State if state in states]

    @property
    def guests_waiting(self) -> int:
        return sum(row.state == Guest.State.INVITED for row in self.guests)

    @cached_property
    def agenda_forms(self) -> list[RowForm]:
        """Each point's form with those of its opinions, the empty one last."""
        return [self._agenda_form(item, opinions) for item, opinions in self.agenda]

    def _agenda_form(self, item, opinions) -> RowForm:
        form = self._form(AgendaForm, row=item, people=self.speakers)
        form.opinions = [self._form(OpinionForm, row=row, people=self.speakers) for row in opinions]
        for opinion in form.opinions:
            opinion.item_uid = str(item.uid)
        form.new_opinion = self._new(OpinionForm, people=self.speakers, item_uid=str(item.uid))
        form.votes = self.votes_on(str(item.uid))
        form.has_votes = self.has_votes_on(str(item.uid))
        return form

    @cached_property
    def new_agenda_form(self) -> RowForm:
        return self._new(AgendaForm, people=self.speakers)

    @property
    def spare_opinion_form(self) -> RowForm:
        """The empty form for a point that is made while the server cannot be reached."""
        return OpinionForm(people=self.speakers)

    @cached_property
    def task_forms(self) -> list[RowForm]:
        return [
            self._form(TaskForm, row=row, people=[*self.roll_members, row.assignee])
            for row in self.tasks
        ]

    @cached_property
    def new_task_form(self) -> RowForm:
        """Due, unless another day is typed, when the tasks of this meeting come back."""
        form = self._new(TaskForm, people=self.roll_members)
        form.initial.setdefault("due_on", comes_back_on(self.meeting))
        return form

    @cached_property
    def report_forms(self) -> list[RowForm]:
        return [self._form(TaskReportForm, row=row) for row in self.returned_tasks]

    @property
    def reported_done(self) -> int:
        return sum(form.row.state == "done" for form in self.report_forms)

    @cached_property
    def sections(self) -> dict[str, RowForm]:
        """The prose parts by name, each with its form."""
        rows = {}
        if self.minutes:
            rows = {row.part: row for row in self.minutes.sections.valid()}
        return {part: self._section(part, rows.get(part)) for part in MinutesSection.Part}

    def _heading(self, part: str) -> str:
        """As the resolution prints it: what it sets is for the month the meeting counts for."""
        if part != MinutesSection.Part.NEXT_MONTH:
            return str(MinutesSection.Part(part).label)
        month = self.meeting.counts_for
        return _("Nhiệm vụ tháng %(month)s") % {"month": f"{month.month}/{month.year}"}

    def _section(self, part: str, row) -> RowForm:
        bound = self.bound
        is_bound = isinstance(bound, SectionForm) and bound.data.get("part") == part
        form = bound if is_bound else SectionForm(row=row, initial={"part": part})
        form.heading = self._heading(part)
        form.may_suggest = part in COMPOSED and not (row and row.text)
        if part == MinutesSection.Part.CLOSING:
            form.suggest_label = _("Đã đọc, nhất trí thông qua")
        return form
