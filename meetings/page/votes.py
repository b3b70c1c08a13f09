"""The votes on the page of a meeting: their forms, and what each came to."""

from functools import cached_property

from django.utils.translation import gettext as _

from meetings.forms import RowForm
from meetings.models import Vote
from meetings.roll.people import NEED_NOT_COME
from meetings.votes import voting
from meetings.votes.about import candidates_of, members_of
from meetings.votes.form import VoteForm, matter_of
from meetings.votes.steps import steps_waiting
from members.models import Candidate, Member


class VoteForms:
    """Mixed into the page beside `RowForms`, whose `_form` and `_new` it uses."""

    told_votes: tuple | list = ()  # of votes that the change just saved has turned

    @cached_property
    def votes(self) -> list[Vote]:
        related = ("member", "candidate__cell", "rule", "item")
        votes = list(self.meeting.votes.valid().select_related(*related))
        is_committee = self.meeting.cell_id is None
        for vote in votes:
            vote.meeting = self.meeting
            share = voting.share_of(vote.rule, vote.matter, is_committee=is_committee)
            vote.share = voting.share_in_words(share)
        return votes

    @cached_property
    def unfounded(self) -> list[Member]:
        """While it may be corrected: who is left out of the base by the roll, and by no act on record that day."""
        if not self.may_edit:
            return []
        outside = {person.member_id: person.state for person in self.expected}
        return [
            row.member
            for row in self.roll
            if row.state in NEED_NOT_COME and outside.get(row.member_id) not in NEED_NOT_COME
        ]

    @cached_property
    def vote_people(self) -> tuple[list[Member], list[Candidate]]:
        """Whom a vote can be about: of a cell its members and candidates, of the committee all of its cells."""
        of_cell = self.meeting.cell_id is not None
        members = list(self.roll_members if of_cell else members_of(self.meeting, self.roll))
        candidates = list(candidates_of(self.meeting))
        for chosen in self.votes:  # who has left the list since
            if chosen.member and chosen.member not in members:
                members.append(chosen.member)
            if chosen.candidate and chosen.candidate not in candidates:
                candidates.append(chosen.candidate)
        return members, candidates

    @cached_property
    def vote_forms(self) -> list[RowForm]:
        """All of them with the empty ones: of each point, then of the meeting as a whole."""
        return [form for key in self._vote_keys for form in self.votes_on(key)]

    @property
    def _vote_keys(self) -> list[str]:
        return [*(str(item.uid) for item in self.items), ""]

    def votes_on(self, item_uid: str) -> list[RowForm]:
        """The forms of the votes on one point (on none: the whole meeting's), the empty one last."""
        return self._votes_by_point[item_uid]

    def has_votes_on(self, item_uid: str) -> bool:
        return any(form.row for form in self.votes_on(item_uid))

    @property
    def general_votes(self) -> list[RowForm]:
        return self.votes_on("")

    @cached_property
    def _votes_by_point(self) -> dict[str, list[RowForm]]:
        found: dict[str, list[RowForm]] = {key: [] for key in self._vote_keys}
        for vote in self.votes:
            key = str(vote.item.uid) if vote.item else ""
            form = self._form(VoteForm, row=vote, people=self.vote_people)
            form.item_uid = key
            found[key].append(form)
        subjects = {str(item.uid): item.title for item in self.items} | {"": self._resolution}
        for key, forms in found.items():
            forms.append(self._new_vote(key, subject="" if forms else subjects[key]))
        return found

    def _new_vote(self, item_uid: str, *, subject: str) -> RowForm:
        form = self._new(VoteForm, people=self.vote_people, item_uid=item_uid)
        if not form.is_bound:
            form.initial |= {"subject": subject, "matter": matter_of(subject)}
        return form

    @property
    def _resolution(self) -> str:
        month = self.meeting.counts_for
        told = {"month": month.month, "year": month.year}
        return _("Nghị quyết tháng %(month)s năm %(year)s") % told

    @cached_property
    def votes_to_steps(self) -> list:
        """Votes whose counts belong to a step, once the meeting took place; none of one called off or voided."""
        meeting = self.meeting
        if meeting.is_voided or not meeting.stands or meeting.meets_on > self.day:
            return []
        return steps_waiting(self.votes, user=self.user)
