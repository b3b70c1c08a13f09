"""An act whose day may lie before meetings that keep their rolls: asked about, not refused."""

import datetime as dt

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cells.models import Cell
from members import services
from members.forms.scope import ScopedFields
from members.models import Member
from members.wording import closed_meetings_text
from partyunit.forms import BaseForm


class BackdatedFields(forms.Form):
    """Mixed into the form of an act on one person, perhaps somebody the register does not know yet.

    Asked last, by `check_meetings_known`: of a day the act cannot have, nobody needs the meetings.
    """

    member: Member | None = None
    day_field = "on"
    reaches_committee = False  # who comes is on no roll of the committee
    asks_beside_box = False  # where fields stand abreast: a long list needs the whole width
    closed: list = []

    def clean(self):
        asked = super().clean()
        on: dt.date | None = asked.get(self.day_field)
        if on:
            self.closed = services.approved_after(
                self.member,
                on,
                until=asked.get("to_on"),
                to_cell=self.cell_reached(asked),
                with_committee=self.reaches_committee,
            )
        return asked

    def cell_reached(self, asked: dict) -> Cell | None:
        """Whose rolls lack the person although they were closed already."""
        return asked.get("to_cell") or asked.get("cell")

    def check_meetings_known(self) -> None:
        """Raises ValidationError keyed by the day or the box, naming the meetings, until the box is ticked."""
        if not self.closed:
            return
        self.fields["knows_meetings"] = forms.BooleanField(
            label=_("Đã biết danh sách các cuộc họp ấy giữ nguyên"), required=False
        )
        if not self.data.get(self.add_prefix("knows_meetings")):
            tick = _("Đúng thì đánh dấu ô cuối.")
            field = "knows_meetings" if self.asks_beside_box else self.day_field
            raise ValidationError({field: f"{self.told_meetings} {tick}"})

    @property
    def told_meetings(self) -> str:
        """The meetings whose rolls stay as they were; nothing when the act reaches none."""
        return closed_meetings_text(self.closed)


class BackdatedForm(BackdatedFields, ScopedFields, BaseForm):
    """An act on one member who is in the register."""

    reaches_committee = True  # who goes, or is spared, is missing there too

    def __init__(self, *args, user, member, **kwargs):
        self.member = member
        super().__init__(*args, **kwargs)
        self.scope(user)
