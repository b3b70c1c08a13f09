"""Acts of a life in the Party that may reach back before meetings, and time without cell life here."""

from django import forms
from django.utils.translation import gettext_lazy

from cells.models import Cell
from members.forms.backdated import BackdatedFields, BackdatedForm
from members.forms.people import PersonForm
from members.forms.scope import (
    FROM_DAY_HINT,
    LETTER,
    LetterFields,
    PaperField,
    PartySpanFields,
    ReceivedLetterFields,
)
from members.models import Exemption
from partyunit.forms import BaseForm, DayField, LineField, ProseField

HANDOVER_HINT = gettext_lazy("Sổ sách, con dấu, việc đang dở đã bàn giao cho ai, ngày nào.")
LAST_COUNTED_HINT = gettext_lazy("Ngày hôm trước là ngày cuối cùng còn tính.")
LAST_DAY_HINT = gettext_lazy("Ngày cuối còn tính, ghi trong giấy giới thiệu.")


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

    reaches_committee = False
    day_field = "from_on"
    cell = forms.ModelChoiceField(Cell.objects.none(), label=gettext_lazy("Chi bộ"))
    came_from = LineField(label=gettext_lazy("Tổ chức Đảng nơi đến từ"), max_length=200)
    from_on = DayField(label=gettext_lazy("Ngày bắt đầu"), help_text=FROM_DAY_HINT)
    to_on = DayField(label=gettext_lazy("Đến hết ngày"), help_text=LAST_DAY_HINT)
    field_order = ["cell", "came_from", "from_on", "to_on"]


class NewGuestForm(BackdatedFields, ReceivedLetterFields, PartySpanFields, PersonForm):
    """A member of another organisation who is new to the register."""

    day_field = "from_on"
    asks_beside_box = True
    cell = forms.ModelChoiceField(Cell.objects.none(), label=gettext_lazy("Chi bộ"))
    came_from = LineField(label=gettext_lazy("Tổ chức Đảng nơi đến từ"), max_length=200)
    from_on = DayField(label=gettext_lazy("Ngày bắt đầu"), help_text=FROM_DAY_HINT)
    to_on = DayField(label=gettext_lazy("Đến hết ngày"), help_text=LAST_DAY_HINT)
    field_order = ["cell", "came_from", "from_on", "to_on", *LETTER, "handed_in_on"]


class ReceiveTransferForm(BaseForm):
    received_on = DayField(label=gettext_lazy("Ngày nơi đến tiếp nhận"))

    def __init__(self, *args, user, member, **kwargs):
        super().__init__(*args, **kwargs)
