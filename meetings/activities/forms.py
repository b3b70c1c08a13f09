"""What is filled in for a study campaign, for an activity, and for who took part in it."""

import datetime as dt

from django import forms
from django.utils.translation import gettext_lazy as _

from cells.models import Cell
from documents.forms import offer_papers
from meetings.forms import own_cells
from meetings.models import Activity, Campaign
from members.models import Member
from partyunit.forms import BaseForm, LineField, RecordForm, dress

PAPERS = ("plan", "conclusion_document")
OUTCOME = {
    Activity.State.PLANNED: (),
    Activity.State.DONE: ("result", "conclusion", "conclusion_document"),
    Activity.State.CANCELLED: ("state_reason",),
}


def _keep_low(form: RecordForm) -> None:
    """A few lines are written of each: the box grows no higher than that."""
    for field in form.fields.values():
        if isinstance(field.widget, forms.Textarea):
            field.widget.attrs["rows"] = 3


class CampaignForm(RecordForm):
    asks_reason = True

    class Meta:
        model = Campaign
        fields = ["title", "theme", "document", "from_on", "to_on"]
        labels = {"document": _("Văn bản (chỉ thị, kế hoạch)")}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        _keep_low(self)
        offer_papers(self, "document", user=user)


class ActivityForm(RecordForm):
    """An activity; once it is over also what came of it. Papers are cited by who keeps the register."""

    asks_reason = True

    class Meta:
        model = Activity
        fields = [
            "kind",
            "title",
            "cell",
            "starts_on",
            "ends_on",
            "place",
            "campaign",
            "plan",
            "target",
            "target_cell",
            "state_reason",
            "result",
            "conclusion",
            "conclusion_document",
        ]
        help_texts = {
            "ends_on": _("Chỉ ghi khi kéo dài nhiều ngày."),
            "target_cell": _("Chỉ ghi với kiểm tra, giám sát."),
        }

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        writes = user.access.writes(self.instance.committee_id)
        shown = OUTCOME[Activity.State(self.instance.state)]
        hidden = [name for names in OUTCOME.values() for name in names if name not in shown]
        for name in {*hidden, *(() if writes else (*PAPERS, "target_cell"))}:
            self.fields.pop(name, None)
        self.fields["ends_on"].required = False
        _keep_low(self)
        cells = Cell.objects.valid().filter(committee=self.instance.committee_id)
        self._offer_cells(cells.filter(pk__in=own_cells(user)), writes=writes)
        campaigns = Campaign.objects.visible_to(user).valid()
        self.fields["campaign"].queryset = campaigns
        if writes:
            self.fields["target_cell"].queryset = cells
        offer_papers(self, *(name for name in PAPERS if name in self.fields), user=user)

    def _offer_cells(self, cells, *, writes: bool) -> None:
        field = self.fields["cell"]
        field.queryset = cells
        field.empty_label = _("Đảng ủy") if writes else None
        field.required = not writes

    def clean(self):
        super().clean()
        asked = self.cleaned_data
        if "starts_on" in asked and "ends_on" not in self.errors:
            asked["ends_on"] = asked.get("ends_on") or asked["starts_on"]
        return asked


class FinishForm(RecordForm):
    """What came of it: a result, of an inspection its conclusion and the paper that says so.

    Of one that is over before its planned last day also the day it ended; `day` is the program's.
    """

    class Meta:
        model = Activity
        fields = ["ends_on", "result", "conclusion", "conclusion_document"]

    def __init__(self, *args, user, day: dt.date, **kwargs):
        super().__init__(*args, **kwargs)
        self._ask_when_it_ended(day)
        self.instance.state = Activity.State.DONE
        _keep_low(self)
        if not self.instance.is_inspection:
            del self.fields["conclusion"], self.fields["conclusion_document"]
        elif user.access.writes(self.instance.committee_id):
            offer_papers(self, "conclusion_document", user=user)
        else:
            del self.fields["conclusion_document"]
        must = "conclusion" if self.instance.is_inspection else "result"
        self.fields[must].required = True
        dress(self.fields[must])

    def _ask_when_it_ended(self, day: dt.date) -> None:
        planned = self.instance.ends_on
        if planned <= day:
            del self.fields["ends_on"]
            return
        told = _("Dự kiến đến %(day)s; xong sớm thì ghi ngày xong.")
        self.fields["ends_on"].help_text = told % {"day": f"{planned:%d/%m/%Y}"}
        self.initial["ends_on"] = day


class NotDoneForm(BaseForm):
    version = forms.IntegerField(widget=forms.HiddenInput)
    state_reason = LineField(label=_("Lý do không làm"), max_length=200)


def _heads(**told) -> forms.IntegerField:
    """How many took part; blank where nobody says so."""
    box = forms.TextInput(attrs={"class": "year", "inputmode": "numeric"})
    return forms.IntegerField(required=False, min_value=0, max_value=9999, widget=box, **told)


class NumbersForm(BaseForm):
    """How many of each cell took part; `lines` are those of cells without names."""

    def __init__(self, *args, lines, **kwargs):
        super().__init__(*args, **kwargs)
        self.lines = lines
        for line in lines:
            self.fields[f"c{line.cell.pk}"] = _heads(
                label=line.name, initial=line.head_count or None
            )
            dress(self.fields[f"c{line.cell.pk}"])

    @property
    def rows(self) -> list[tuple]:
        """(the line of the cell, its box)."""
        return [(line, self[f"c{line.cell.pk}"]) for line in self.lines]

    @property
    def numbers(self) -> dict:
        return {line.cell: self.cleaned_data[f"c{line.cell.pk}"] for line in self.lines}


class ParticipationForm(BaseForm):
    """The members of one cell on the first day of an activity, to tick; or only their number."""

    head_count = _heads(
        label=_("Chỉ ghi số người"),
        help_text=_("Khi không có danh sách; có danh sách thì để trống."),
    )

    def __init__(self, *args, members: list[Member], **kwargs):
        super().__init__(*args, **kwargs)
        self.members = members
        for member in members:
            name = f"m{member.pk}"
            self.fields[name] = forms.BooleanField(label=member.full_name, required=False)
            self.fields[f"{name}-did"] = LineField(
                label=_("Phần việc, kết quả"), required=False, max_length=200
            )
            self.fields[f"{name}-did"].widget.attrs["placeholder"] = _("phần việc, kết quả")
            dress(self.fields[f"{name}-did"])

    def clean(self):
        """What somebody did is not dropped for want of a tick."""
        super().clean()
        for member in () if "everyone" in self.data else self.members:
            name = f"m{member.pk}"
            if self.cleaned_data.get(f"{name}-did") and not self.cleaned_data.get(name):
                told = _("Chưa chọn đồng chí này; chọn, hoặc xóa phần việc.")
                self.add_error(f"{name}-did", told)
        return self.cleaned_data

    @property
    def rows(self) -> list[tuple]:
        """(box, what the member did) of each member, for the table."""
        return [(self[f"m{one.pk}"], self[f"m{one.pk}-did"]) for one in self.members]

    @property
    def counted(self) -> int | None:
        """The number of people; names of everyone take its place."""
        return None if "everyone" in self.data else self.cleaned_data["head_count"]

    @property
    def chosen(self) -> dict[Member, str]:
        """Those ticked, with what each did; all of them when everyone took part."""
        everyone = "everyone" in self.data
        return {
            member: self.cleaned_data[f"m{member.pk}-did"]
            for member in self.members
            if everyone or self.cleaned_data[f"m{member.pk}"]
        }
