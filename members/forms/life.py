"""Acts of a life in the Party that may reach back before meetings, and time without cell life here."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cells.models import Cell
from members import services
from members.forms.people import PersonForm
from members.forms.scope import (
    FROM_DAY_HINT,
    LETTER,
    LetterFields,
    PaperField,
    PartySpanFields,
    ReceivedLetterFields,
    ScopedFields,
)
from members.models import Exemption
from members.wording import closed_meetings_text
from partyunit.forms import BaseForm, DayField, LineField, ProseField

HANDOVER_HINT = gettext_lazy("Sổ sách, con dấu, việc đang dở đã bàn giao cho ai, ngày nào.")
LAST_COUNTED_HINT = gettext_lazy("Ngày hôm trước là ngày cuối cùng còn tính.")
LAST_DAY_HINT = gettext_lazy("Ngày cuối còn tính, ghi trong giấy giới thiệu.")


class BackdatedForm(ScopedFields, BaseForm):
    """An act on one member; a day before a meeting whose roll is closed is asked about, not refused.

    Asked last, by `check_meetings_known`: of a day the act cannot have, nobody needs the meetings.
    """

    day_field = "on"
    reaches_committee = True  # who goes, or is spared, is missing there too

    def __init__(self, *args, user, member, **kwargs):
        self.member, self.closed = member, []
        super().__init__(*args, **kwargs)
        self.scope(user)

    def clean(self):
        asked = super().clean()
        on = asked.get(self.day_field)
        if on:
            reach = {"to_cell": asked.get("to_cell"), "with_committee": self.reaches_committee}
            self.closed = services.approved_after(self.member, on, **reach)
        return asked

    def check_meetings_known(self) -> None:
        """Raises ValidationError keyed by the day, naming the meetings, until the box is ticked."""
        if not self.closed:
            return
        self.fields["knows_meetings"] = forms.BooleanField(
            label=_("Đã biết danh sách các cuộc họp ấy giữ nguyên"), required=False
        )
        if not self.data.get(self.add_prefix("knows_meetings")):
            tick = _("Đúng thì đánh dấu ô cuối.")
            raise ValidationError({self.day_field: f"{self.told_meetings} {tick}"})

    @property
    def told_meetings(self) -> str:
        """The meetings whose rolls stay as they were; nothing when the act reaches none."""
        return closed_meetings_text(self.closed)


class HandoverForm(BackdatedForm):
    """An act that ends posts: what they hand over, asked only of who holds one."""

    handover = ProseField(
        label=gettext_lazy("Ghi chú bàn giao"), required=False, help_text=HANDOVER_HINT
    )

    def scope(self, user) -> None:
        super().scope(user)
        if not self.posts_that_end().filter(to_on=None).exists():
            del self.fields["handover"]

    def posts_that_end(self):
        return self.member.positions.valid()


class ExemptionForm(BackdatedForm):
    kind = forms.ChoiceField(
        label=gettext_lazy("Hình thức"), choices=[("", "---------"), *Exemption.Kind.choices]
    )
    reason = LineField(
        label=gettext_lazy("Lý do"),
        max_length=200,
        help_text=gettext_lazy(
            "Ngắn gọn, ví dụ: theo đơn. Không ghi tình trạng sức khỏe, gia đình."
        ),
    )
    on = DayField(label=gettext_lazy("Ngày bắt đầu"), help_text=FROM_DAY_HINT)
    to_on = DayField(
        label=gettext_lazy("Đến hết ngày"),
        required=False,
        help_text=gettext_lazy("Để trống nếu chưa định ngày."),
    )
    decision = PaperField(label=gettext_lazy("Quyết định"), required=False)


class EndExemptionForm(BackdatedForm):
    on = DayField(label=gettext_lazy("Ngày thôi"), help_text=LAST_COUNTED_HINT)


class EndTemporaryForm(EndExemptionForm):
    reaches_committee = False


class SendTemporarilyForm(LetterFields, BackdatedForm):
    reaches_committee = False  # a member of the committee who is away for a time stays in it
    day_field = "from_on"
    cell = forms.ModelChoiceField(
        Cell.objects.none(), label=gettext_lazy("Chi bộ khác trong đảng bộ"), required=False
    )
    outside_name = LineField(
        label=gettext_lazy("Hoặc tổ chức Đảng nơi khác"), max_length=200, required=False
    )
    from_on = DayField(label=gettext_lazy("Ngày bắt đầu"), help_text=FROM_DAY_HINT)
    to_on = DayField(label=gettext_lazy("Đến hết ngày"), help_text=LAST_DAY_HINT)
    field_order = ["cell", "outside_name", "from_on", "to_on"]


class GuestForm(ReceivedLetterFields, BackdatedForm):
    """A member of another organisation who is in the register already."""

    day_field = "from_on"
    cell = forms.ModelChoiceField(Cell.objects.none(), label=gettext_lazy("Chi bộ"))
    came_from = LineField(label=gettext_lazy("Tổ chức Đảng nơi đến từ"), max_length=200)
    from_on = DayField(label=gettext_lazy("Ngày bắt đầu"), help_text=FROM_DAY_HINT)
    to_on = DayField(label=gettext_lazy("Đến hết ngày"), help_text=LAST_DAY_HINT)
    field_order = ["cell", "came_from", "from_on", "to_on"]


class NewGuestForm(ReceivedLetterFields, PartySpanFields, PersonForm):
    """A member of another organisation who is new to the register."""

    cell = forms.ModelChoiceField(Cell.objects.none(), label=gettext_lazy("Chi bộ"))
    came_from = LineField(label=gettext_lazy("Tổ chức Đảng nơi đến từ"), max_length=200)
    from_on = DayField(label=gettext_lazy("Ngày bắt đầu"), help_text=FROM_DAY_HINT)
    to_on = DayField(label=gettext_lazy("Đến hết ngày"), help_text=LAST_DAY_HINT)
    field_order = ["cell", "came_from", "from_on", "to_on", *LETTER, "handed_in_on"]


class ReceiveTransferForm(BaseForm):
    received_on = DayField(label=gettext_lazy("Ngày nơi đến tiếp nhận"))

    def __init__(self, *args, user, member, **kwargs):
        super().__init__(*args, **kwargs)
