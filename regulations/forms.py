"""What is filled in for a rule and for a day of the calendar."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cells.models import Committee
from partyunit.forms import BaseForm, RecordForm
from regulations.models import Holiday, Regulation
from regulations.topics import Topic

PREFIX = "parameter_"


class RegulationForm(RecordForm):
    """One rule of a topic; `rule_form(topic)` adds a field for each parameter of the topic."""

    asks_reason = True

    class Meta:
        model = Regulation
        fields = ["number", "issued_on", "valid_from", "valid_to", "committee", "source_mark"]
        help_texts = {
            "issued_on": gettext_lazy("Văn bản được gọi bằng số và ngày."),
            "valid_to": gettext_lazy("Để trống khi còn hiệu lực."),
        }

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.checks_constraints = bool(self.instance.pk)  # a new rule first ends the one before
        own = Committee.objects.filter(pk__in=user.access.write_committee_ids)
        self.fields["committee"].queryset = own
        self.fields["committee"].empty_label = _("mọi đảng bộ")
        self.fields["committee"].required = False
        for name, value in self.instance.parameters.items():
            self.initial.setdefault(PREFIX + name, value)

    def clean(self):
        asked = super().clean()
        self.instance.parameters = {
            name.removeprefix(PREFIX): value
            for name, value in asked.items()
            if name.startswith(PREFIX)
        }
        return asked

    def _post_clean(self):
        """The row is judged once each of its parameters could be read."""
        if not any(name.startswith(PREFIX) for name in self.errors):
            super()._post_clean()

    @property
    def stored_fields(self) -> list[str]:
        return [*self.record_fields, "parameters"]

    def further_texts(self, rule: Regulation) -> list[tuple[str, str]]:
        """What a slower writer is told of the parameters."""
        told = dict(rule.in_words())
        labels = [str(one.label) for one in rule.subject.parameters.values()]
        return [(label, told.get(label, "")) for label in labels]


def rule_form(topic: Topic) -> type[RegulationForm]:
    """The form of the topic's rules: nobody types JSON."""
    fields = {PREFIX + name: one.field() for name, one in topic.parameters.items()}
    return type("TopicForm", (RegulationForm,), fields)


class HolidayForm(RecordForm):
    asks_reason = True

    class Meta:
        model = Holiday
        fields = ["day", "name", "is_working"]
        help_texts = {
            "is_working": gettext_lazy("Thứ bảy hoặc chủ nhật đi làm thay cho một ngày nghỉ."),
        }
        widgets = {"name": forms.TextInput(attrs={"placeholder": gettext_lazy("ví dụ Quốc khánh")})}


class CalendarYearForm(BaseForm):
    """The year whose public holidays are entered together."""

    year = forms.IntegerField(
        label=gettext_lazy("Năm"),
        min_value=2000,
        max_value=2100,
        widget=forms.TextInput(attrs={"class": "year", "inputmode": "numeric"}),
    )
