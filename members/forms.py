"""What the officer fills in: a person, and each act of a member's life."""

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from cells.models import Cell, HostCell, OfficeUnit
from documents.models import Document
from members import services
from members.models import (
    Member,
    Membership,
    Oversight,
    Placement,
    Position,
    Qualification,
    Rank,
    Secondment,
)
from members.tables import masked_text
from partyunit.forms import (
    BaseForm,
    DayField,
    LineField,
    PartialDayField,
    ProseField,
    RecordForm,
)
from partyunit.text import fold

FROM_DAY_HINT = gettext_lazy("Ngày có hiệu lực ghi trong quyết định, dạng ngày/tháng/năm.")
PARTIAL_HINT = gettext_lazy("Ngày/tháng/năm; nếu chỉ biết tháng/năm hoặc năm thì ghi như vậy.")


class PaperField(forms.ModelChoiceField):
    """One issued paper of the register, shown as it is cited."""

    def __init__(self, *args, **kwargs):
        super().__init__(Document.objects.none(), *args, **kwargs)

    def label_from_instance(self, paper) -> str:
        return paper.citation


def issued_papers(user, *kinds: str):
    papers = Document.objects.visible_to(user).valid().filter(issued_on__isnull=False)
    return papers.filter(kind__in=kinds)


def writable_cells(user):
    return Cell.objects.writable_by(user).valid()


class ScopedFields:
    """Fills the choices with what the account may write to; mixed into the forms below."""

    def scope(self, user) -> None:
        fields = self.fields
        for name in ("cell", "to_cell"):
            if name in fields:
                fields[name].queryset = writable_cells(user)
        if "decision" in fields:
            fields["decision"].queryset = issued_papers(user, Document.Kind.DECISION)
        if "plan" in fields:
            fields["plan"].queryset = issued_papers(
                user, Document.Kind.PLAN, Document.Kind.DECISION
            )
        if "host_cell" in fields:
            hosts = HostCell.objects.visible_to(user).valid().select_related("locality")
            fields["host_cell"].queryset = hosts
        if "office_unit" in fields:
            fields["office_unit"].queryset = OfficeUnit.objects.visible_to(user).valid()


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


class TransferInForm(PersonForm):
    """A new member who comes from another Party organisation (chuyển đến)."""

    cell = forms.ModelChoiceField(Cell.objects.none(), label=gettext_lazy("Chi bộ"))
    on = DayField(label=gettext_lazy("Ngày chuyển đến"), help_text=FROM_DAY_HINT)
    came_from = LineField(label=gettext_lazy("Nơi chuyển đi"), max_length=200)
    decision_on = PartialDayField(
        label=gettext_lazy("Ngày quyết định kết nạp"), help_text=PARTIAL_HINT
    )
    ceremony_on = DayField(label=gettext_lazy("Ngày làm lễ kết nạp"))
    official_from = DayField(
        label=gettext_lazy("Ngày chính thức"),
        required=False,
        help_text=gettext_lazy("Để trống nếu còn dự bị."),
    )
    decision = PaperField(label=gettext_lazy("Quyết định tiếp nhận"), required=False)


class MemberActForm(ScopedFields, BaseForm):
    """An act on one member who is already in the register."""

    def __init__(self, *args, user, member, **kwargs):
        self.member = member
        super().__init__(*args, **kwargs)
        self.scope(user)


class ReadmissionForm(MemberActForm):
    cell = forms.ModelChoiceField(Cell.objects.none(), label=gettext_lazy("Chi bộ"))
    decision_number = LineField(
        label=gettext_lazy("Số quyết định kết nạp"), max_length=60, required=False
    )
    decision_on = PartialDayField(label=gettext_lazy("Ngày quyết định kết nạp lại"))
    ceremony_on = DayField(label=gettext_lazy("Ngày làm lễ kết nạp"))


class ComeBackForm(MemberActForm):
    cell = forms.ModelChoiceField(Cell.objects.none(), label=gettext_lazy("Chi bộ"))
    on = DayField(label=gettext_lazy("Ngày chuyển đến"), help_text=FROM_DAY_HINT)
    came_from = LineField(label=gettext_lazy("Nơi chuyển đi"), max_length=200)
    decision = PaperField(label=gettext_lazy("Quyết định tiếp nhận"), required=False)


class TransferForm(MemberActForm):
    to_cell = forms.ModelChoiceField(Cell.objects.none(), label=gettext_lazy("Chi bộ chuyển đến"))
    on = DayField(label=gettext_lazy("Ngày chuyển"), help_text=FROM_DAY_HINT)
    decision = PaperField(label=gettext_lazy("Quyết định"), required=False)


class TransferOutForm(MemberActForm):
    went_to = LineField(label=gettext_lazy("Tổ chức Đảng nơi chuyển đến"), max_length=200)
    on = DayField(label=gettext_lazy("Ngày chuyển"), help_text=FROM_DAY_HINT)
    decision = PaperField(label=gettext_lazy("Quyết định"), required=False)


class EndMembershipForm(MemberActForm):
    reason = forms.ChoiceField(
        label=gettext_lazy("Lý do"), choices=[("", "---------"), *Membership.EndReason.choices]
    )
    on = DayField(
        label=gettext_lazy("Ngày ra khỏi Đảng, từ trần"),
        help_text=gettext_lazy("Ngày hôm trước là ngày cuối cùng tính là đảng viên."),
    )


class AccountForm(MemberActForm):
    """The account by which this member signs in, among those of nobody else."""

    account = forms.ModelChoiceField(
        User.objects.none(),
        label=gettext_lazy("Tài khoản"),
        required=False,
        empty_label=gettext_lazy("không có tài khoản"),
        help_text=gettext_lazy(
            "Chỉ có các tài khoản đã giao vai trò trong đảng bộ và chưa của đồng chí nào; "
            "tài khoản mới do người quản trị mở."
        ),
    )

    def __init__(self, *args, user, member, **kwargs):
        super().__init__(*args, user=user, member=member, **kwargs)
        field = self.fields["account"]
        field.queryset = services.accounts_for(member, by=user)
        field.label_from_instance = lambda account: f"{account.full_name}, {account.username}"
        self.initial.setdefault("account", member.user_id)


class RecognitionForm(MemberActForm):
    decision_on = DayField(label=gettext_lazy("Ngày quyết định công nhận"))


class PositionForm(MemberActForm):
    """One post. The body follows from the title; only an office post asks for its unit and name."""

    title = forms.ChoiceField(
        label=gettext_lazy("Chức vụ"), choices=[("", "---------"), *Position.Title.choices]
    )
    office_unit = forms.ModelChoiceField(
        OfficeUnit.objects.none(),
        label=gettext_lazy("Đơn vị"),
        required=False,
        help_text=gettext_lazy("Chỉ ghi với chức vụ chính quyền."),
    )
    office_title = LineField(
        label=gettext_lazy("Tên chức vụ chính quyền"), max_length=120, required=False
    )
    from_on = DayField(label=gettext_lazy("Ngày bắt đầu"), help_text=FROM_DAY_HINT)
    decision = PaperField(label=gettext_lazy("Quyết định"), required=False)
    note = ProseField(label=gettext_lazy("Ghi chú bàn giao"), required=False)


class OversightForm(MemberActForm):
    cell = forms.ModelChoiceField(Cell.objects.none(), label=gettext_lazy("Chi bộ phụ trách"))
    on = DayField(label=gettext_lazy("Ngày bắt đầu"), help_text=FROM_DAY_HINT)
    decision = PaperField(label=gettext_lazy("Quyết định"), required=False)


class RankForm(MemberActForm):
    grade = forms.TypedChoiceField(
        label=gettext_lazy("Cấp bậc hàm"),
        choices=[("", "---------"), *Rank.Grade.choices],
        coerce=int,
    )
    on = DayField(label=gettext_lazy("Ngày bắt đầu"), help_text=FROM_DAY_HINT)


class QualificationForm(MemberActForm):
    """One degree or certificate: kind and step chosen together."""

    STEPS = [
        (
            gettext_lazy("Chuyên môn, nghiệp vụ"),
            [(f"professional:{key}", name) for key, name in Qualification.Professional.choices],
        ),
        (
            gettext_lazy("Lý luận chính trị"),
            [
                (f"theory:{key}", format_lazy("{}: {}", gettext_lazy("Lý luận chính trị"), name))
                for key, name in Qualification.Theory.choices
            ],
        ),
        (
            gettext_lazy("Trình độ khác"),
            [
                ("general:", gettext_lazy("Giáo dục phổ thông")),
                ("language:", gettext_lazy("Ngoại ngữ")),
                ("it:", gettext_lazy("Tin học")),
            ],
        ),
    ]
    step = forms.ChoiceField(label=gettext_lazy("Trình độ"), choices=[("", "---------"), *STEPS])
    detail = LineField(
        label=gettext_lazy("Ngành, chứng chỉ"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Ví dụ: Luật; 12/12; tiếng Thái, chứng chỉ B."),
    )
    obtained_on = PartialDayField(label=gettext_lazy("Ngày có bằng"), help_text=PARTIAL_HINT)

    def clean(self):
        """The choice of one step names the scale and its level."""
        asked = super().clean()
        scale, _colon, level = (asked.pop("step", "") or "").partition(":")
        asked["scale"], asked["level"] = scale, int(level) if level else None
        return asked


class SecondmentForm(MemberActForm):
    host_cell = forms.ModelChoiceField(
        HostCell.objects.none(), label=gettext_lazy("Chi bộ thôn, bản")
    )
    plan = PaperField(label=gettext_lazy("Kế hoạch"))
    on = DayField(label=gettext_lazy("Ngày bắt đầu"), help_text=FROM_DAY_HINT)
    kind = forms.ChoiceField(label=gettext_lazy("Hình thức"), choices=Secondment.Kind.choices)
    tasks = ProseField(label=gettext_lazy("Nhiệm vụ"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["host_cell"].label_from_instance = lambda host: f"{host}, {host.locality}"


class EndSpanForm(MemberActForm):
    on = DayField(
        label=gettext_lazy("Ngày thôi"),
        help_text=gettext_lazy("Ngày hôm trước là ngày cuối cùng còn tính."),
    )


class EndSecondmentForm(EndSpanForm):
    reason = LineField(label=gettext_lazy("Lý do kết thúc"), max_length=200)


class CorrectionForm(ScopedFields, RecordForm):
    """A typing mistake in one dated row, mended in place with the reason."""

    asks_reason = True

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.scope(user)


# What may be mended in place. A wrong move inside the committee or person is voided and recorded anew.
CORRECTABLE = {
    Placement: ["came_from", "went_to", "decision"],
    Membership: [
        "decision_number",
        "decision_on",
        "ceremony_on",
        "recognition_decision_on",
        "official_from",
    ],
    Position: ["office_title", "from_on", "to_on", "decision", "note"],
    Oversight: ["from_on", "to_on", "decision"],
    Rank: ["grade"],
    Qualification: ["level", "detail", "obtained_on"],
    Secondment: ["plan", "kind", "from_on", "to_on", "tasks", "end_reason"],
}


# Of the placement one came in by; the day of an admission is that of the ceremony.
_OPENING = {
    Placement.StartReason.FOUNDING: ["cell", "from_on"],
    Placement.StartReason.TRANSFER_IN: ["cell", "from_on"],
    Placement.StartReason.ADMISSION: ["cell"],
    Placement.StartReason.READMISSION: ["cell"],
}


# As the other forms name them: «Hãy ghi ngày bắt đầu.»
DAY_LABELS = {
    "from_on": gettext_lazy("Ngày bắt đầu"),
    "to_on": gettext_lazy("Ngày cuối"),
    "official_from": gettext_lazy("Ngày chính thức"),
}


def correction_form(row) -> type[CorrectionForm]:
    """The form of the row's own kind; an office post alone has an office title."""
    names = list(CORRECTABLE[type(row)])
    if isinstance(row, Placement):
        names = [*_OPENING.get(row.start_reason, []), *names]
    if isinstance(row, Position) and row.line == Position.Line.PARTY:
        names.remove("office_title")
    if isinstance(row, Qualification) and row.level is None:
        names.remove("level")
    labels = {name: label for name, label in DAY_LABELS.items() if name in names}
    form = forms.modelform_factory(type(row), form=CorrectionForm, fields=names, labels=labels)
    if isinstance(row, Qualification) and row.level is not None:
        steps = {"professional": Qualification.Professional, "theory": Qualification.Theory}
        form.base_fields["level"] = forms.TypedChoiceField(
            label=_("Bậc"), choices=steps[row.scale].choices, coerce=int
        )
    return form
