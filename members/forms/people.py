"""A person: identity, and the two ways into the register."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cells.models import Cell
from members.forms.scope import FROM_DAY_HINT, PARTIAL_HINT, PaperField, ScopedFields
from members.models import Member
from members.tables import masked_text
from partyunit.forms import (
    DayField,
    LineField,
    PartialDayField,
    RecordForm,
)
from partyunit.text import fold


class PersonForm(ScopedFields, RecordForm):
    """Identity: what stays with the person."""

    class Meta:
        model = Member
        fields = [
            "full_name",
            "other_name",
            "sex",
            "born_on",
            "ethnicity",
            "home_place",
            "residence",
            "citizen_id",
            "card_no",
        ]

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["born_on"].help_text = PARTIAL_HINT
        self.user = user
        self.scope(user)

    def clean(self):
        """Two people may bear one name and be born on one day: that is asked, not refused."""
        asked = super().clean()
        twin = self._twin(asked.get("full_name"), asked.get("born_on"))
        if twin is not None:
            self.fields["is_another"] = forms.BooleanField(
                label=_("Đây là một đồng chí khác, không phải người đã có trong sổ"),
                required=False,
            )
            if not self.data.get(self.add_prefix("is_another")):
                self.add_error("full_name", twin)
        return asked

    def _twin(self, name: str, born_on) -> str | None:
        """What to tell about a valid member of that name and birthday, where there is one."""
        changed = {"full_name", "born_on"} & set(self.changed_data)
        if not (name and born_on and changed):
            return None
        members = Member.objects.visible_to(self.user).valid().exclude(pk=self.instance.pk)
        if not members.filter(search_name=fold(name), born_on=born_on).exists():
            return None
        return _(
            "Trong sổ đã có đồng chí %(name)s sinh %(day)s. Nếu là người khác, đánh dấu ô cuối."
        ) % {"name": name, "day": born_on}


class IdentityForm(PersonForm):
    """Correcting the identity: numbers stay masked, and stay as they are when left empty."""

    asks_reason = True
    NUMBERS = ("citizen_id", "card_no")
    told = dict.fromkeys(NUMBERS, masked_text)  # on the page of a conflict

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.stored = {name: getattr(self.instance, name) for name in self.NUMBERS}
        for name, number in self.stored.items():
            self.initial[name] = ""
            if number:
                self.fields[name].help_text = _("Đang ghi %(number)s; để trống nếu không sửa.") % {
                    "number": masked_text(number)
                }

    def clean_citizen_id(self):
        return self.cleaned_data["citizen_id"] or self.stored["citizen_id"]

    def clean_card_no(self):
        return self.cleaned_data["card_no"] or self.stored["card_no"]


class AdmissionForm(PersonForm):
    """A new member by admission (kết nạp)."""

    cell = forms.ModelChoiceField(Cell.objects.none(), label=gettext_lazy("Chi bộ"))
    decision_number = LineField(
        label=gettext_lazy("Số quyết định kết nạp"), max_length=60, required=False
    )
    decision_on = PartialDayField(
        label=gettext_lazy("Ngày quyết định kết nạp"),
        help_text=gettext_lazy("Tuổi Đảng tính từ ngày này."),
    )
    ceremony_on = DayField(
        label=gettext_lazy("Ngày làm lễ kết nạp"),
        help_text=gettext_lazy("Thời gian dự bị và việc tính vào chi bộ bắt đầu từ ngày này."),
    )


class PresentMemberForm(PersonForm):
    """A member who was in the cell before the office began to keep this register."""

    cell = forms.ModelChoiceField(Cell.objects.none(), label=gettext_lazy("Chi bộ"))
    on = DayField(
        label=gettext_lazy("Ngày bắt đầu sinh hoạt ở chi bộ"),
        help_text=gettext_lazy(
            "Ngày thành lập chi bộ, ngày làm lễ kết nạp hoặc ngày chuyển đến; "
            "không rõ thì ghi ngày sớm nhất biết chắc."
        ),
    )
    came_from = LineField(label=gettext_lazy("Nơi chuyển đi"), max_length=200, required=False)
    decision_on = PartialDayField(
        label=gettext_lazy("Ngày quyết định kết nạp"), help_text=PARTIAL_HINT
    )
    ceremony_on = DayField(label=gettext_lazy("Ngày làm lễ kết nạp"))
    official_from = DayField(
        label=gettext_lazy("Ngày chính thức"),
        required=False,
        help_text=gettext_lazy("Để trống nếu còn dự bị."),
    )


class TransferInForm(PresentMemberForm):
    """A new member who comes from another Party organisation (chuyển đến)."""

    on = DayField(label=gettext_lazy("Ngày chuyển đến"), help_text=FROM_DAY_HINT)
    came_from = LineField(label=gettext_lazy("Nơi chuyển đi"), max_length=200)
    decision = PaperField(label=gettext_lazy("Quyết định tiếp nhận"), required=False)
