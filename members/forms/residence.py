"""Keeping in touch with the cell at home, and its yearly comments."""

import datetime as dt

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from members.forms.acts import MemberActForm
from members.models import ResidenceComment, ResidenceContact
from partyunit.forms import BaseForm, DayField, LineField, ProseField


class ContactForm(MemberActForm):
    """Where a member is introduced, or why not; begins with what holds until now."""

    KEPT = ("mode", "mode_reason", "residence_committee", "residence_cell")

    on = DayField(
        label=gettext_lazy("Ngày bắt đầu"),
        help_text=gettext_lazy("Nơi cư trú, hình thức trước đó (nếu có) kết thúc ngày hôm trước."),
    )
    mode = forms.ChoiceField(
        label=gettext_lazy("Hình thức"),
        choices=[("", "---------"), *ResidenceContact.Mode.choices],
    )
    mode_reason = LineField(
        label=gettext_lazy("Lý do của hình thức"),
        max_length=200,
        required=False,
        help_text=gettext_lazy(
            "Phải ghi khi miễn dự sinh hoạt hoặc không giới thiệu; ví dụ: ở doanh trại, đi học, "
            "đơn vị sẵn sàng chiến đấu. Không ghi nội dung công tác bí mật."
        ),
    )
    residence_cell = LineField(
        label=gettext_lazy("Chi bộ nơi cư trú"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Ví dụ: Chi bộ Tổ 4. Không giới thiệu thì để trống."),
    )
    residence_committee = LineField(
        label=gettext_lazy("Đảng ủy nơi cư trú"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Ví dụ: Đảng ủy thị trấn Tân Uyên."),
    )
    letter_number = LineField(
        label=gettext_lazy("Số giấy giới thiệu"), max_length=60, required=False
    )
    letter_on = DayField(label=gettext_lazy("Ngày giấy giới thiệu"), required=False)
    confirmed_on = DayField(label=gettext_lazy("Ngày nơi cư trú xác nhận"), required=False)

    def __init__(self, *args, user, member, **kwargs):
        super().__init__(*args, user=user, member=member, **kwargs)
        held = member.residence_contacts.valid().filter(to_on__isnull=True).last()
        for name in self.KEPT if held else ():
            self.initial.setdefault(name, getattr(held, name))


class ConfirmContactForm(MemberActForm):
    on = DayField(label=gettext_lazy("Ngày nơi cư trú xác nhận"))


class AskForm(BaseForm):
    """The year whose request sheets went out, and when."""

    year = forms.IntegerField(widget=forms.HiddenInput)
    on = DayField(label=gettext_lazy("Ngày gửi phiếu"))


class TakeBackForm(BaseForm):
    """Which day's sending was never true, and why."""

    year = forms.IntegerField(widget=forms.HiddenInput)
    on = forms.TypedChoiceField(label=gettext_lazy("Ngày gửi phiếu"), coerce=dt.date.fromisoformat)
    reason = LineField(label=gettext_lazy("Lý do"), max_length=200)

    def __init__(self, *args, days, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["on"].choices = days


class CommentRowForm(BaseForm):
    """The comment on one member, in a line of the page where they are entered one after another.

    The day comes last: the common day above the table mostly stands for it.
    """

    level = forms.ChoiceField(
        label=gettext_lazy("Mức nhận xét"),
        choices=[("", gettext_lazy("chưa nhận")), *ResidenceComment.Level.choices],
        required=False,
    )
    text = ProseField(
        label=gettext_lazy("Nội dung nhận xét"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 1}),
    )
    received_on = DayField(label=gettext_lazy("Ngày nhận riêng"), required=False)


class SheetsForm(BaseForm):
    """Which request sheets are printed, and what stands on them."""

    WHO = [
        ("due", gettext_lazy("mọi đồng chí cần nhận xét trong năm")),
        ("outstanding", gettext_lazy("chỉ đồng chí chưa nhận được nhận xét")),
        ("not_asked", gettext_lazy("chỉ đồng chí chưa gửi phiếu")),
        ("all", gettext_lazy("mọi đồng chí đã giới thiệu, cả người không cần nhận xét hằng năm")),
    ]
    ISSUERS = [
        ("committee", gettext_lazy("Đảng ủy")),
        ("cell", gettext_lazy("chi bộ của từng đồng chí")),
    ]
    year = forms.IntegerField(
        label=gettext_lazy("Năm"), min_value=2000, max_value=2200, widget=forms.TextInput
    )
    who = forms.ChoiceField(label=gettext_lazy("In cho"), choices=WHO)
    cells = forms.MultipleChoiceField(
        label=gettext_lazy("Chi bộ"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Không chọn chi bộ nào là in cho mọi chi bộ."),
    )
    issuer = forms.ChoiceField(label=gettext_lazy("Phiếu do"), choices=ISSUERS)
    on = DayField(label=gettext_lazy("Ngày trên phiếu"))
    reply_by = DayField(label=gettext_lazy("Đề nghị gửi lại trước ngày"))

    def __init__(self, *args, cells, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["cells"].choices = cells

    def clean(self):
        """A sheet dated before the year it asks about, or due back before it went out, is a slip."""
        typed = super().clean()
        year, on, reply_by = (typed.get(name) for name in ("year", "on", "reply_by"))
        if year and on and on.year < year:
            self.add_error("on", _("Ngày trên phiếu phải từ đầu năm ấy trở đi."))
        if on and reply_by and reply_by <= on:
            self.add_error("reply_by", _("Phải sau ngày trên phiếu."))
        return typed
