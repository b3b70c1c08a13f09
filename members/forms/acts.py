"""Each act of the life of a member who is in the register."""

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from cells.models import Cell, OfficeUnit
from members import services
from members.forms.backdated import BackdatedForm
from members.forms.life import HANDOVER_HINT, LAST_COUNTED_HINT, HandoverForm
from members.forms.scope import (
    EXCEPTION_HINT,
    FROM_DAY_HINT,
    LETTER,
    PARTIAL_HINT,
    LetterFields,
    PaperField,
    ReceivedLetterFields,
    ScopedFields,
)
from members.models import (
    Membership,
    Position,
    Qualification,
    Rank,
)
from partyunit.forms import (
    BaseForm,
    DayField,
    LineField,
    PartialDayField,
    ProseField,
)


class MemberActForm(ScopedFields, BaseForm):
    """An act on one member who is already in the register."""

    def __init__(self, *args, user, member, **kwargs):
        self.member = member
        super().__init__(*args, **kwargs)
        self.scope(user)


class ReadmissionForm(BackdatedForm):
    day_field = "ceremony_on"
    reaches_committee = False
    cell = forms.ModelChoiceField(Cell.objects.none(), label=gettext_lazy("Chi bộ"))
    decision_number = LineField(
        label=gettext_lazy("Số quyết định kết nạp"), max_length=60, required=False
    )
    decision_on = PartialDayField(label=gettext_lazy("Ngày quyết định kết nạp lại"))
    ceremony_on = DayField(label=gettext_lazy("Ngày làm lễ kết nạp"))
    decision = PaperField(label=gettext_lazy("Quyết định trong sổ văn bản"), required=False)
    admission_note = LineField(
        label=gettext_lazy("Lý do kết nạp lại sớm hơn quy định"),
        max_length=200,
        required=False,
        help_text=EXCEPTION_HINT,
    )


class ComeBackForm(ReceivedLetterFields, BackdatedForm):
    reaches_committee = False
    cell = forms.ModelChoiceField(Cell.objects.none(), label=gettext_lazy("Chi bộ"))
    on = DayField(label=gettext_lazy("Ngày chuyển đến"), help_text=FROM_DAY_HINT)
    came_from = LineField(label=gettext_lazy("Nơi chuyển đi"), max_length=200)
    decision = PaperField(label=gettext_lazy("Quyết định tiếp nhận"), required=False)
    field_order = ["cell", "on", "came_from"]


class TransferForm(ReceivedLetterFields, HandoverForm):
    reaches_committee = False
    to_cell = forms.ModelChoiceField(Cell.objects.none(), label=gettext_lazy("Chi bộ chuyển đến"))
    on = DayField(label=gettext_lazy("Ngày chuyển"), help_text=FROM_DAY_HINT)
    decision = PaperField(label=gettext_lazy("Quyết định"), required=False)
    field_order = ["to_cell", "on", *LETTER, "handed_in_on", "decision"]

    def posts_that_end(self):
        return super().posts_that_end().filter(cell__isnull=False)

    def scope(self, user) -> None:
        """Without the cell the member is in; a move back to an earlier one is a move like any other."""
        super().scope(user)
        here = self.member.placements.valid().official().filter(to_on=None, cell__isnull=False)
        to_cell = self.fields["to_cell"]
        to_cell.queryset = to_cell.queryset.exclude(pk__in=here.values("cell"))


class TransferOutForm(LetterFields, HandoverForm):
    went_to = LineField(label=gettext_lazy("Tổ chức Đảng nơi chuyển đến"), max_length=200)
    on = DayField(label=gettext_lazy("Ngày chuyển"), help_text=FROM_DAY_HINT)
    decision = PaperField(label=gettext_lazy("Quyết định"), required=False)
    field_order = ["went_to", "on", *LETTER, "decision"]


class EndMembershipForm(HandoverForm):
    reason = forms.ChoiceField(
        label=gettext_lazy("Lý do"), choices=[("", "---------"), *Membership.EndReason.choices]
    )
    on = DayField(
        label=gettext_lazy("Ngày ra khỏi Đảng, từ trần"),
        help_text=gettext_lazy("Ngày hôm trước là ngày cuối cùng tính là đảng viên."),
    )
    decision = PaperField(label=gettext_lazy("Quyết định"), required=False)
    field_order = ["reason", "on", "decision"]


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
    number = LineField(label=gettext_lazy("Số quyết định công nhận"), max_length=60, required=False)
    decision_on = DayField(label=gettext_lazy("Ngày quyết định công nhận"))
    decision = PaperField(label=gettext_lazy("Quyết định trong sổ văn bản"), required=False)
    official_from = DayField(
        label=gettext_lazy("Chính thức từ ngày"),
        required=False,
        help_text=gettext_lazy("Để trống: theo quy định, là ngày hết thời gian dự bị."),
    )
    official_note = LineField(
        label=gettext_lazy("Lý do ngày chính thức khác quy định"),
        max_length=200,
        required=False,
        help_text=EXCEPTION_HINT,
    )


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
    handover = ProseField(
        label=gettext_lazy("Ghi chú bàn giao"),
        required=False,
        help_text=gettext_lazy("Người giữ chức vụ trước, hoặc chức vụ thấp hơn, đã bàn giao gì."),
    )

    def clean(self):
        """A seat somebody holds is given by saying so: the holder's post ends the day before."""
        asked = super().clean()
        holder = self._holder(asked)
        if holder is not None:
            self.fields["replaces"] = forms.BooleanField(
                label=_("Kết thúc chức vụ của người đang giữ hết ngày hôm trước"), required=False
            )
            asked["replaces"] = bool(self.data.get(self.add_prefix("replaces")))
            if not asked["replaces"]:
                self.add_error("title", self._seat_taken(holder))
        return asked

    def _holder(self, asked: dict) -> Position | None:
        if asked.get("title") not in Position.SEATS or not asked.get("from_on"):
            return None
        post = Position(member=self.member, title=asked["title"], from_on=asked["from_on"])
        return services.holder_before(post)

    def _seat_taken(self, holder: Position) -> str:
        return _("%(member)s đang giữ chức vụ này. Nếu thay, đánh dấu ô cuối.") % {
            "member": holder.member
        }


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


class EndSpanForm(MemberActForm):
    on = DayField(label=gettext_lazy("Ngày thôi"), help_text=LAST_COUNTED_HINT)


class EndPositionForm(EndSpanForm):
    note = ProseField(
        label=gettext_lazy("Ghi chú bàn giao"),
        required=False,
        help_text=HANDOVER_HINT,
    )


class EndSecondmentForm(EndSpanForm):
    reason = LineField(label=gettext_lazy("Lý do kết thúc"), max_length=200)
