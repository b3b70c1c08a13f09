"""Who of other cells may be asked to a meeting, by whom."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cells.models import Cell
from meetings.models import Meeting
from members.models import Member, Position
from partyunit.forms import BaseForm


def cells_to_invite(meeting: Meeting):
    """The other cells of the committee that stand on the day of the meeting, by their name of it."""
    cells = Cell.objects.filter(committee=meeting.committee_id).existing_on(meeting.meets_on)
    return cells.with_name_on(meeting.meets_on).exclude(pk=meeting.cell_id)


def people_to_invite(meeting: Meeting, cell: Cell, *, user) -> list[tuple[Member, str]]:
    """Its members of the day with their post, the leading ones first; without who is invited or listed.

    A records officer may ask the whole cell. A cell's leaders see no other cell's members, so
    they ask those who lead it, whom the month's notice names to every cell.
    """
    day = meeting.meets_on
    ladder = list(Position.CELL)
    posts = Position.objects.active_on(day).filter(cell=cell, title__in=ladder)
    by_member = {post.member_id: post for post in posts.order_by("-pk")}
    members = Member.objects.placed_on(day, cells=[cell])
    if not user.access.writes(meeting.committee_id):
        members = members.filter(pk__in=by_member)
    taken = {*meeting.guests.valid().values_list("member", flat=True)}
    taken |= {*meeting.attendances.valid().values_list("member", flat=True)}
    found = [one for one in members.order_by("sort_name", "pk") if one.pk not in taken]

    def rank(member: Member) -> int:
        post = by_member.get(member.pk)
        return ladder.index(post.title) if post else len(ladder)

    return [
        (one, by_member[one.pk].get_title_display() if one.pk in by_member else "")
        for one in sorted(found, key=rank)
    ]


class InviteForm(BaseForm):
    members = forms.MultipleChoiceField(
        label=_("Người được mời"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.people = {str(member.pk): member for member, _post in people}
        self.fields["members"].choices = [
            (str(member.pk), f"{member}, {post}" if post else str(member))
            for member, post in people
        ]

    @property
    def chosen(self) -> list[Member]:
        """Those ticked; all of them when everyone was asked at once."""
        if "everyone" in self.data:
            return list(self.people.values())
        return [self.people[pk] for pk in self.cleaned_data["members"]]
