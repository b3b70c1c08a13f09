"""People on their way into the Party: who they are, each step, admission, the end of the list."""

from django import forms
from django.utils.translation import gettext_lazy

from cells.models import Cell
from members.forms.backdated import BackdatedFields
from members.forms.scope import (
    EXCEPTION_HINT,
    FROM_DAY_HINT,
    PARTIAL_HINT,
    PaperField,
    ScopedFields,
)
from members.models import Candidate, CandidateStep, Member
from partyunit.forms import BaseForm, DayField, LineField, RecordForm


class CandidateForm(ScopedFields, RecordForm):
    """A person put on a cell's list; the introducers may be named later."""

    class Meta:
        model = Candidate
        fields = [
            "cell",
            "full_name",
            "sex",
            "born_on",
            "ethnicity",
            "office_unit",
            "job",
            "schooling",
            "from_on",
            "first_introducer",
            "second_introducer",
            "union_introduces",
        ]
        labels = {"from_on": gettext_lazy("Ngày vào danh sách nguồn")}

    def __init__(self, *args, user, day, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["born_on"].help_text = PARTIAL_HINT
        self.scope(user)
        cells = Cell.objects.writable_by(user)
        official = Member.objects.placed_on(day, cells=cells).official_on(day)
        for name in ("first_introducer", "second_introducer"):
            self.fields[name].queryset = official.order_by("sort_name", "pk")


class CandidateCorrectionForm(CandidateForm):
    """The cell changes by an act of its own."""

    asks_reason = True

    class Meta(CandidateForm.Meta):
        fields = CandidateForm.Meta.fields[1:]


class MoveCandidateForm(ScopedFields, BaseForm):
    cell = forms.ModelChoiceField(Cell.objects.none(), label=gettext_lazy("Chi bộ tiếp nhận"))
    reason = LineField(label=gettext_lazy("Lý do"), max_length=200)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.scope(user)


class EndCandidateForm(BaseForm):
    outcome = forms.ChoiceField(
        label=gettext_lazy("Kết quả"),
        choices=[
            ("", "---------"),
            *(one for one in Candidate.Outcome.choices if one[0] != Candidate.Outcome.ADMITTED),
        ],
    )
    on = DayField(
        label=gettext_lazy("Ngày thôi theo dõi"),
        help_text=gettext_lazy("Ngày hôm trước là ngày cuối cùng còn trong danh sách."),
    )
    note = LineField(label=gettext_lazy("Ghi chú"), max_length=200, required=False)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)


class AdmitCandidateForm(BackdatedFields, ScopedFields, BaseForm):
    """What the decision says; the person and the cell are known already."""

    day_field = "ceremony_on"
    decision_number = LineField(
        label=gettext_lazy("Số quyết định kết nạp"), max_length=60, required=False
    )
    decision_on = DayField(
        label=gettext_lazy("Ngày quyết định kết nạp"),
        help_text=gettext_lazy("Tuổi Đảng tính từ ngày này."),
    )
    decision = PaperField(label=gettext_lazy("Quyết định trong sổ văn bản"), required=False)
    ceremony_on = DayField(
        label=gettext_lazy("Ngày làm lễ kết nạp"),
        help_text=gettext_lazy("Thời gian dự bị và việc tính vào chi bộ bắt đầu từ ngày này."),
    )
    citizen_id = LineField(label=gettext_lazy("Số định danh"), max_length=12, required=False)
    admission_note = LineField(
        label=gettext_lazy("Lý do kết nạp khi còn thiếu, khác quy định"),
        max_length=200,
        required=False,
        help_text=EXCEPTION_HINT,
    )

    def __init__(self, *args, user, cell, **kwargs):
        self.cell = cell
        super().__init__(*args, **kwargs)
        self.scope(user)

    def cell_reached(self, asked):
        return self.cell


class StepForm(RecordForm):
    """One step or paper. `instance` names its owner; only what the owner's way has can be chosen."""

    class Meta:
        model = CandidateStep
        fields = [
            "kind",
            "done_on",
            "number",
            "has_paper",
            "kept_at",
            "votes_base",
            "votes_for",
            "note",
        ]
        help_texts = {
            "done_on": FROM_DAY_HINT,
            "kept_at": gettext_lazy("Chỉ ghi nơi giữ; bản giấy không đưa vào máy."),
            "votes_base": gettext_lazy("Chỉ ghi với nghị quyết của chi bộ, đảng ủy."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        step = self.instance
        kinds = CandidateStep.OF_ADMISSION if step.candidate_id else CandidateStep.OF_RECOGNITION
        choices = [(kind.value, kind.label) for kind in kinds]
        self.fields["kind"].choices = [("", gettext_lazy("chọn…")), *choices]


class StepCorrectionForm(StepForm):
    asks_reason = True
