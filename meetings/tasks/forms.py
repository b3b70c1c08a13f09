"""The forms of a task between two meetings: how it stands, until when it is put off."""

import datetime as dt

from django import forms
from django.utils.translation import gettext_lazy as _

from meetings.models import ActionItem
from partyunit.forms import RecordForm


class ReportForm(RecordForm):
    """How a task stands on `day`, the day of one closed without a day of its own."""

    class Meta:
        model = ActionItem
        fields = ("state", "result", "closed_on")
        widgets = {"state": forms.RadioSelect, "result": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "result": _("Không làm nữa thì ghi lý do."),
            "closed_on": _("Chỉ ghi khi xong hoặc không làm nữa; để trống là hôm nay."),
        }

    def __init__(self, *args, day: dt.date, **kwargs):
        super().__init__(*args, **kwargs)
        self.day = day

    def clean(self):
        super().clean()
        data = self.cleaned_data
        is_closed = data.get("state") in ActionItem.CLOSED
        if "closed_on" in data:
            data["closed_on"] = (data["closed_on"] or self.day) if is_closed else None
        return data


class ExtendForm(RecordForm):
    """Until when an open task is put off, and why."""

    class Meta:
        model = ActionItem
        fields = ("extended_to", "extension_reason")
        labels = {"extended_to": _("Hạn mới")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.required = not field.widget.is_hidden
