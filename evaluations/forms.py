"""What is filled in for a year's round and for the grades of a cell."""

from collections.abc import Iterator

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from documents.forms import offer_papers
from evaluations.models import EvaluationRound, MemberEvaluation, grade_name
from members.models import Member
from partyunit.forms import BaseForm, LineField, RecordForm

Grade = MemberEvaluation.Grade


class RoundForm(RecordForm):
    asks_reason = True
    checks_constraints = True

    class Meta:
        model = EvaluationRound
        fields = ["year", "decided_on", "decision"]
        widgets = {"year": forms.TextInput(attrs={"class": "year", "inputmode": "numeric"})}
        help_texts = {
            "decided_on": gettext_lazy("Ngày đảng ủy quyết định mức xếp loại của đảng viên.")
        }

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        offer_papers(self, "decision", user=user)


class GradesForm(BaseForm):
    """One line a member: the grade, and the reason of who is not rated. Empty lines wait."""

    def __init__(self, *args, row: EvaluationRound, members: list[Member], **kwargs):
        super().__init__(*args, **kwargs)
        self.members = members
        choices = [("", _("chưa ghi")), *((one, grade_name(one, row.rule)) for one in Grade.values)]
        for member in members:
            grade = forms.ChoiceField(label=member.full_name, choices=choices, required=False)
            grade.widget.attrs.update({"class": "form-select", "aria-label": member.full_name})
            label = _("Lý do không xếp loại: %(name)s") % {"name": member.full_name}
            reason = LineField(label=label, max_length=200, required=False)
            reason.widget.attrs.update({"class": "form-control", "aria-label": label})
            self.fields[f"grade-{member.pk}"] = grade
            self.fields[f"reason-{member.pk}"] = reason

    def lines(self) -> Iterator[tuple]:
        """(member, its grade, its reason) as bound fields."""
        for member in self.members:
            yield member, self[f"grade-{member.pk}"], self[f"reason-{member.pk}"]

    def clean(self):
        asked = super().clean()
        for member in self.members:
            grade, reason = self._typed(asked, member)
            if grade == Grade.NOT_RATED and not reason:
                self.add_error(f"reason-{member.pk}", _("Hãy ghi lý do không xếp loại."))
            if reason and grade != Grade.NOT_RATED:
                sentence = _("Chỉ ghi lý do khi chọn «không xếp loại».")
                self.add_error(f"reason-{member.pk}", sentence)
        if not self.errors and not self.grades():
            raise ValidationError(_("Chưa chọn mức xếp loại cho đồng chí nào."))
        return asked

    @staticmethod
    def _typed(asked: dict, member: Member) -> tuple[str, str]:
        return asked.get(f"grade-{member.pk}", ""), asked.get(f"reason-{member.pk}", "")

    def grades(self) -> dict[Member, tuple[str, str]]:
        typed = {member: self._typed(self.cleaned_data, member) for member in self.members}
        return {member: pair for member, pair in typed.items() if pair[0]}


class EvaluationForm(RecordForm):
    asks_reason = True

    class Meta:
        model = MemberEvaluation
        fields = ["grade", "reason"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        rule = self.instance.round.rule
        self.fields["grade"].choices = [(one, grade_name(one, rule)) for one in Grade.values]
