"""Sending a member to a village cell, the monthly report, the host's remark, the end."""

import datetime as dt

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cells.models import HostCell
from members.forms.acts import EndSecondmentForm
from members.forms.backdated import BackdatedForm
from members.forms.scope import FROM_DAY_HINT, PaperField
from members.models import Secondment
from partyunit.forms import BaseForm, DayField, LineField, ProseField, RecordForm


class SecondmentForm(BackdatedForm):
    """Who goes where under which paper; by letter the member leaves rolls that may be closed."""

    host_cell = forms.ModelChoiceField(
        HostCell.objects.none(), label=gettext_lazy("Chi bộ thôn, bản")
    )
    plan = PaperField(label=gettext_lazy("Kế hoạch, quyết định"))
    on = DayField(label=gettext_lazy("Ngày bắt đầu"), help_text=FROM_DAY_HINT)
    kind = forms.ChoiceField(
        label=gettext_lazy("Hình thức"),
        choices=Secondment.Kind.choices,
        help_text=gettext_lazy(
            "Chỉ dự sinh hoạt: vẫn biểu quyết ở chi bộ mình. Chuyển sinh hoạt tạm thời: "
            "không tính vào số biểu quyết của chi bộ mình; cả hai vẫn tính vào số đảng viên."
        ),
    )
    role = LineField(
        label=gettext_lazy("Cương vị"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Ví dụ: đảng viên dự sinh hoạt; phó bí thư chi bộ bản."),
    )
    tasks = ProseField(label=gettext_lazy("Nhiệm vụ"), required=False)

    def clean(self):
        asked = super().clean()
        if asked.get("kind") != Secondment.Kind.TRANSFERRED:
            self.closed = []
        return asked


class CallBackForm(EndSecondmentForm):
    """The end of a secondment: the day, why, and what came of it."""

    result = ProseField(label=gettext_lazy("Kết quả"), required=False)


def _first_day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


class MonthReportForm(BaseForm):
    """What was done in one of the months that have no report yet."""

    month = forms.TypedChoiceField(label=gettext_lazy("Tháng"), coerce=_first_day)
    handed_in_on = DayField(label=gettext_lazy("Ngày báo cáo"))
    meetings_attended = forms.IntegerField(
        label=gettext_lazy("Số buổi sinh hoạt đã dự ở chi bộ thôn, bản"), min_value=0, max_value=31
    )
    work = ProseField(label=gettext_lazy("Việc đã làm"))

    def __init__(self, *args, months, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["month"].choices = [
            (month.isoformat(), _("tháng %(month)s") % {"month": f"{month:%m/%Y}"})
            for month in months
        ]


class RemarkForm(RecordForm):
    """What the host cell says; a slower writer sees what stands there meanwhile."""

    class Meta:
        model = Secondment
        fields = ["remark", "remarked_on"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in self.Meta.fields:
            self.fields[name].required = True
        self.fields["remark"].help_text = _(
            "Nhận xét của ngày khác được hiện thêm, nhận xét trước vẫn còn trên trang. "
            "Ghi nhầm thì dùng «Sửa», kèm lý do."
        )
