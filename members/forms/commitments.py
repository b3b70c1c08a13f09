"""The yearly commitment to set an example, and its review."""

from django import forms
from django.utils.translation import gettext_lazy

from members.forms.acts import MemberActForm
from members.models import Commitment
from partyunit.forms import BaseForm, DayField, ProseField


class CommitForm(MemberActForm):
    year = forms.IntegerField(
        label=gettext_lazy("Năm"), min_value=2012, max_value=2200, widget=forms.TextInput
    )
    made_on = DayField(label=gettext_lazy("Ngày cam kết"))
    text = ProseField(label=gettext_lazy("Nội dung cam kết"))


class ReviewForm(MemberActForm):
    on = DayField(label=gettext_lazy("Ngày kiểm điểm"))
    result = forms.ChoiceField(
        label=gettext_lazy("Kết quả"), choices=[("", "---------"), *Commitment.Result.choices]
    )
    review = ProseField(label=gettext_lazy("Nội dung kiểm điểm"), required=False)


class CommitRowForm(BaseForm):
    """The commitment of one member, in a line of the page where all of a year are entered."""

    text = ProseField(
        label=gettext_lazy("Nội dung cam kết"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    made_on = DayField(label=gettext_lazy("Ngày cam kết riêng"), required=False)


class ReviewRowForm(BaseForm):
    """What became of one member's commitment, in a line of the page where all are reviewed."""

    result = forms.ChoiceField(
        label=gettext_lazy("Kết quả"),
        choices=[("", gettext_lazy("chưa kiểm điểm")), *Commitment.Result.choices],
        required=False,
    )
    review = ProseField(
        label=gettext_lazy("Nội dung kiểm điểm"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    on = DayField(label=gettext_lazy("Ngày kiểm điểm riêng"), required=False)
