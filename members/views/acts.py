"""Forms in front of the acts of a member's life. Officers only; out of sight is 404."""

from django.db import transaction
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from audit.views import ActionFormView, RecordCreateView, RecordUpdateView
from members import forms, services
from members.models import CandidateStep, Member, Position, Qualification
from members.readiness import missing_for_recognition, steps_of
from members.reads import rows_about
from members.rights import check_has_content, check_may_write, check_may_write_member
from members.ruling import Topics, hints_of
from members.wording import closed_meetings_text


class DatedBackMixin:
    """An act whose day may lie before meetings that keep their rolls: asked about, then told."""

    def get_success_message(self, saved) -> str:
        """With the meetings a day dated back leaves as they were."""
        return f"{super().get_success_message(saved)} {self.told_meetings}".strip()

    @transaction.atomic
    def store(self, form):
        """What the act refuses is told first; only then is asked about meetings, and all taken back."""
        self.told_meetings = getattr(form, "told_meetings", "")
        saved = self.perform(form)
        if isinstance(form, forms.BackdatedFields):
            form.check_meetings_known()
        return saved


class NewMemberView(DatedBackMixin, RecordCreateView):
    """A person who was not in the register before: `perform(form)`."""

    model = Member
    template_name = "members/person_form.html"
    submit_label = gettext_lazy("Ghi vào sổ")

    def check_right(self):
        check_may_write(self.request.user)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.request.user}

    def get_trail(self):
        return [(_("Đảng viên"), reverse("members:list"))]

    def get_cancel_url(self):
        return reverse("members:list")

    def get_success_url(self):
        return reverse("members:detail", args=[self.object.pk])

    def asked(self, form, *names: str) -> dict:
        return {name: form.cleaned_data[name] for name in names}


class AdmitView(NewMemberView):
    form_class = forms.AdmissionForm
    heading = gettext_lazy("Kết nạp đảng viên")
    lead = gettext_lazy(
        "Quần chúng trong danh sách nguồn thì kết nạp từ trang của người đó; "
        "đồng chí chuyển đến từ nơi khác thì dùng «Ghi chuyển đến»."
    )
    success_message = gettext_lazy("Đã ghi kết nạp.")

    def perform(self, form):
        told = ("decision_on", "decision_number", "decision", "ceremony_on", "admission_note")
        services.admit_member(
            member=form.instance,
            recorded_on=self.request.program_day,
            by=self.request.user,
            **self.asked(form, "cell", *told),
        )
        return form.instance


class PresentMemberView(NewMemberView):
    form_class = forms.PresentMemberForm
    heading = gettext_lazy("Ghi đảng viên đang sinh hoạt")
    lead = gettext_lazy("Đồng chí đã ở chi bộ từ trước khi dùng sổ này.")
    success_message = gettext_lazy("Đã ghi vào sổ.")
    service = staticmethod(services.register_present_member)
    told = (
        *("cell", "on", "came_from", "decision_on"),
        *("ceremony_on", "official_from", "official_note"),
    )

    def perform(self, form):
        today = self.request.program_day
        services.enter_member(
            enter=self.service,
            member=form.instance,
            recorded_on=today,
            by=self.request.user,
            qualifications=form.qualifications(known_by=today),
            rank=form.rank_held(),
            positions=form.positions(),
            **self.asked(form, *self.told),
        )
        return form.instance


class TransferInView(PresentMemberView):
    form_class = forms.TransferInForm
    heading = gettext_lazy("Ghi đảng viên chuyển đến")
    lead = ""
    success_message = gettext_lazy("Đã ghi chuyển đến.")
    service = staticmethod(services.register_transfer_in)
    told = (*PresentMemberView.told, "decision", "letter_number", "letter_on", "handed_in_on")


class IdentityView(RecordUpdateView):
    """Corrects the identity with a reason; the journal keeps old and new."""

    model = Member
    template_name = "members/person_form.html"
    form_class = forms.IdentityForm
    heading = gettext_lazy("Sửa thông tin đảng viên")
    success_message = gettext_lazy("Đã sửa thông tin.")

    def check_right(self):
        check_may_write_member(self.request.user, self.object)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.request.user}

    def get_trail(self):
        return member_trail(self.object)

    def get_cancel_url(self):
        return reverse("members:detail", args=[self.object.pk])

    def get_success_url(self):
        return self.get_cancel_url()


def member_trail(member: Member) -> list:
    return [
        (_("Đảng viên"), reverse("members:list")),
        (str(member), reverse("members:detail", args=[member.pk])),
    ]


class MemberActView(DatedBackMixin, ActionFormView):
    """One act on one member: `service(member=…, by=…)` with what the form asked."""

    service = None
    passes_recorded_on = False
    topics: Topics = {}  # of the regulations told on the page

    def prepare(self):
        check_has_content(self.request.user)
        members = Member.objects.visible_to(self.request.user).valid()
        self.member = get_object_or_404(members, pk=self.kwargs["pk"])

    def check_right(self):
        check_may_write_member(self.request.user, self.member)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.request.user, "member": self.member}

    def get_watched(self):
        return rows_about(self.member)

    def perform(self, form):
        extra = {"recorded_on": self.request.program_day} if self.passes_recorded_on else {}
        service = type(self).service
        service(member=self.member, by=self.request.user, **extra, **self.arguments(form))
        return self.member

    def arguments(self, form) -> dict:
        return form.cleaned_data

    def hints(self) -> list[str]:
        """Who decides and within which days, by the regulations of the program's day."""
        committee = services.committee_of(self.member)
        return hints_of(self.topics, self.request.program_day, committee=committee)

    def account_effects(self) -> list[str]:
        """That the account of who goes keeps its rights."""
        return services.roles_left_open(self.member, self.request.program_day)

    def get_effects(self):
        return self.hints()

    def get_trail(self):
        return member_trail(self.member)

    def get_lead(self):
        """Who, and where the person is placed today."""
        placement = services.official_placement_on(self.member, self.request.program_day)
        if placement is None:
            return str(self.member)
        where = {"member": self.member, "cell": placement.place}
        return _("%(member)s, đang sinh hoạt tại %(cell)s") % where

    def get_cancel_url(self):
        return reverse("members:detail", args=[self.member.pk])

    def get_success_url(self):
        return self.get_cancel_url()


class TransferView(MemberActView):
    form_class = forms.TransferForm
    service = services.transfer_member
    passes_recorded_on = True
    topics = {"transfer": ()}
    heading = gettext_lazy("Chuyển sinh hoạt sang chi bộ khác")
    submit_label = gettext_lazy("Chuyển")
    success_message = gettext_lazy("Đã ghi chuyển sinh hoạt.")

    def get_effects(self):
        return [
            _("Ngày chuyển tính ở chi bộ mới; hết ngày hôm trước còn tính ở chi bộ cũ."),
            _("Chức vụ đang giữ ở chi bộ cũ kết thúc cùng ngày hôm trước."),
            _("Việc tăng cường và phân công phụ trách giữ nguyên."),
            _("Nếu nhầm, hủy lần chuyển này trên trang của đồng chí, kèm lý do."),
            *self.account_effects(),
            *self.hints(),
        ]


class TransferOutView(MemberActView):
    form_class = forms.TransferOutForm
    service = services.transfer_out
    passes_recorded_on = True
    topics = {"transfer": ()}
    heading = gettext_lazy("Chuyển sinh hoạt đi nơi khác")
    submit_label = gettext_lazy("Ghi chuyển đi")
    success_message = gettext_lazy("Đã ghi chuyển đi.")

    def get_effects(self):
        return [
            _("Từ ngày này đồng chí không tính vào đảng bộ."),
            _("Mọi chức vụ, phân công phụ trách, tăng cường kết thúc hết ngày hôm trước."),
            _("Việc chuyển còn mở cho đến khi ghi nơi đến đã tiếp nhận."),
            *self.account_effects(),
            *self.hints(),
        ]


class EndMembershipView(MemberActView):
    form_class = forms.EndMembershipForm
    service = services.end_membership
    passes_recorded_on = True
    topics = {"removal": (), "readmission": ()}
    heading = gettext_lazy("Ra khỏi Đảng, từ trần")
    submit_label = gettext_lazy("Ghi vào sổ")
    success_message = gettext_lazy("Đã ghi.")

    def get_effects(self):
        return [
            _("Từ ngày này đồng chí không tính là đảng viên; tuổi Đảng thôi tính."),
            _("Mọi chức vụ, phân công phụ trách, tăng cường kết thúc hết ngày hôm trước."),
            _("Không có gì bị xóa: các ngày trước vẫn như cũ."),
            *self.account_effects(),
            *self.hints(),
        ]


class LinkAccountView(MemberActView):
    form_class = forms.AccountForm
    service = services.link_account
    heading = gettext_lazy("Tài khoản của đảng viên")
    submit_label = gettext_lazy("Ghi tài khoản")
    success_message = gettext_lazy("Đã ghi tài khoản của đồng chí.")

    def get_effects(self):
        return [
            _("Biên bản do đồng chí chủ trì chỉ tài khoản này duyệt được."),
            _("Quyền của tài khoản do vai trò mà người quản trị giao, không do việc gắn này."),
        ]


class RecogniseView(MemberActView):
    form_class = forms.RecognitionForm
    service = services.recognise_member
    passes_recorded_on = True
    topics = {
        "recognition": (),
        "admission": ("decided_by", "recognise_days", "superior_days"),
    }
    heading = gettext_lazy("Công nhận đảng viên chính thức")
    submit_label = gettext_lazy("Ghi công nhận")
    success_message = gettext_lazy("Đã ghi công nhận chính thức.")

    def get_initial(self):
        """What the step of the decision told already."""
        membership = self.member.memberships.active_on(self.request.program_day).last()
        step = steps_of(membership).get(CandidateStep.Kind.DECISION) if membership else None
        return {"number": step.number, "decision_on": step.done_on} if step else {}

    def get_effects(self):
        membership = self.member.memberships.active_on(self.request.program_day).last()
        if membership is None or membership.official_from:
            return []
        committee, day = services.committee_of(self.member), self.request.program_day
        rule, official_from = services.end_of_probation(membership, committee=committee)
        closed = services.approved_after(self.member, official_from)
        return [
            *missing_for_recognition(membership, day, committee=committee),
            _("Chính thức từ ngày %(day)s, là ngày hết thời gian dự bị (%(rule)s).")
            % {"day": f"{official_from:%d/%m/%Y}", "rule": rule},
            _("Quyết định ký muộn không làm đổi ngày ấy; biểu quyết đã qua giữ nguyên."),
            *filter(None, [closed_meetings_text(closed)]),
            *self.hints(),
        ]


class ReadmitView(MemberActView):
    form_class = forms.ReadmissionForm
    service = services.admit_member
    passes_recorded_on = True
    topics = {"readmission": (), "admission": ("decided_by", "decide_days", "superior_days")}
    heading = gettext_lazy("Kết nạp lại")
    submit_label = gettext_lazy("Ghi kết nạp lại")
    success_message = gettext_lazy("Đã ghi kết nạp lại.")


class ComeBackView(MemberActView):
    form_class = forms.ComeBackForm
    service = services.register_transfer_in
    passes_recorded_on = True
    topics = {"transfer": ()}
    heading = gettext_lazy("Ghi đảng viên chuyển đến")
    submit_label = gettext_lazy("Ghi chuyển đến")
    success_message = gettext_lazy("Đã ghi chuyển đến.")


class AssignPositionView(MemberActView):
    form_class = forms.PositionForm
    heading = gettext_lazy("Giữ chức vụ")
    submit_label = gettext_lazy("Ghi chức vụ")
    success_message = gettext_lazy("Đã ghi chức vụ.")

    def get_effects(self):
        return [_("Chức vụ thấp hơn đang giữ ở cùng cấp ủy hoặc chi bộ kết thúc hôm trước.")]

    def perform(self, form):
        asked = dict(form.cleaned_data)
        told = {name: asked.pop(name) for name in ("replaces", "handover") if name in asked}
        position = Position(member=self.member, **asked)
        services.assign_position(position=position, by=self.request.user, **told)
        return self.member


class AssignOversightView(MemberActView):
    form_class = forms.OversightForm
    service = services.assign_oversight
    heading = gettext_lazy("Phân công phụ trách chi bộ")
    submit_label = gettext_lazy("Ghi phân công")
    success_message = gettext_lazy("Đã ghi phân công.")


class PromoteView(MemberActView):
    form_class = forms.RankForm
    service = services.promote
    passes_recorded_on = True
    heading = gettext_lazy("Cấp bậc hàm")
    submit_label = gettext_lazy("Ghi cấp bậc hàm")
    success_message = gettext_lazy("Đã ghi cấp bậc hàm.")


class QualificationView(MemberActView):
    form_class = forms.QualificationForm
    heading = gettext_lazy("Thêm trình độ")
    submit_label = gettext_lazy("Ghi trình độ")
    success_message = gettext_lazy("Đã ghi trình độ.")

    def perform(self, form):
        qualification = Qualification(member=self.member, **form.cleaned_data)
        services.add_qualification(
            qualification=qualification,
            recorded_on=self.request.program_day,
            by=self.request.user,
        )
        return self.member


class SecondView(MemberActView):
    form_class = forms.SecondmentForm
    service = services.second_member
    heading = gettext_lazy("Đi tăng cường")
    submit_label = gettext_lazy("Ghi tăng cường")
    success_message = gettext_lazy("Đã ghi tăng cường.")

    def get_effects(self):
        return [_("Đồng chí vẫn tính ở chi bộ của mình; chi bộ thôn, bản ở ngoài đảng bộ.")]
