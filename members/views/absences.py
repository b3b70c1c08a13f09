"""Time without cell life here: exempted, suspended, by letter elsewhere or from elsewhere."""

from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from members import forms, services
from members.models import Exemption, Membership, Placement
from members.views.acts import MemberActView, NewMemberView
from members.views.rows import EndRowView

OF_PLACEMENT = (
    *("cell", "outside_name", "came_from", "from_on", "to_on"),
    *("letter_number", "letter_on", "handed_in_on"),
)


def placement_of(form, **owner) -> Placement:
    """The unsaved placement the form asks for."""
    asked = {name: form.cleaned_data[name] for name in OF_PLACEMENT if name in form.cleaned_data}
    return Placement(**owner, **asked)


class ExemptView(MemberActView):
    form_class = forms.ExemptionForm
    service = services.begin_exemption
    passes_recorded_on = True
    heading = gettext_lazy("Miễn, đình chỉ sinh hoạt")
    submit_label = gettext_lazy("Ghi vào sổ")
    success_message = gettext_lazy("Đã ghi.")

    def get_effects(self):
        return [
            _("Đồng chí vẫn tính vào chi bộ và vẫn tính tuổi Đảng."),
            _("Danh sách họp những ngày ấy ghi sẵn «được miễn»; vắng thì không tính biểu quyết."),
            _("Người bị đình chỉ sinh hoạt không dự họp và không biểu quyết."),
        ]


class SendTemporarilyView(MemberActView):
    form_class = forms.SendTemporarilyForm
    topics = {"temporary_activity": ()}
    heading = gettext_lazy("Sinh hoạt tạm thời nơi khác")
    submit_label = gettext_lazy("Ghi vào sổ")
    success_message = gettext_lazy("Đã ghi sinh hoạt tạm thời.")

    def get_effects(self):
        return [
            _("Đồng chí vẫn tính ở chi bộ của mình, không tính biểu quyết ở đó những ngày ấy."),
            *self.hints(),
        ]

    def perform(self, form):
        services.send_temporarily(
            placement=placement_of(form, member=self.member),
            recorded_on=self.request.program_day,
            by=self.request.user,
        )
        return self.member


class GuestView(SendTemporarilyView):
    """A guest who is in the register already."""

    form_class = forms.GuestForm
    heading = gettext_lazy("Đến sinh hoạt tạm thời")

    def get_effects(self):
        return [*_about_guests(), *self.hints()]

    def perform(self, form):
        services.take_in_temporarily(
            placement=placement_of(form, member=self.member),
            membership=None,
            recorded_on=self.request.program_day,
            by=self.request.user,
        )
        return self.member


class NewGuestView(NewMemberView):
    """A guest who is new to the register."""

    form_class = forms.NewGuestForm
    heading = gettext_lazy("Ghi đảng viên đến sinh hoạt tạm thời")
    lead = gettext_lazy("Đảng viên của tổ chức Đảng nơi khác, có giấy giới thiệu tạm thời.")
    success_message = gettext_lazy("Đã ghi sinh hoạt tạm thời.")

    def perform(self, form):
        names = ("decision_on", "ceremony_on", "official_from", "official_note")
        day = self.request.program_day
        services.take_in_temporarily(
            placement=placement_of(form, member=form.instance),
            membership=Membership(
                member=form.instance, recorded_on=day, **self.asked(form, *names)
            ),
            recorded_on=day,
            by=self.request.user,
        )
        return form.instance


def _about_guests() -> list[str]:
    return [_("Không tính vào số đảng viên của đảng bộ; có tên trong danh sách họp của chi bộ.")]


class EndExemptionView(EndRowView):
    form_class = forms.EndExemptionForm
    model = Exemption
    service = services.end_exemption
    argument = "exemption"
    heading = gettext_lazy("Sinh hoạt trở lại")


class EndTemporaryView(EndRowView):
    form_class = forms.EndTemporaryForm
    model = Placement
    service = services.end_temporary
    argument = "placement"
    heading = gettext_lazy("Kết thúc sinh hoạt tạm thời")

    def prepare(self):
        super().prepare()
        if self.row.kind != Placement.Kind.TEMPORARY:
            raise Http404


class ReceiveTransferView(EndRowView):
    """The new place has received who was transferred out."""

    form_class = forms.ReceiveTransferForm
    model = Placement
    heading = gettext_lazy("Ghi nơi đến đã tiếp nhận")
    submit_label = gettext_lazy("Ghi đã tiếp nhận")
    success_message = gettext_lazy("Đã ghi; việc chuyển đã xong.")

    def prepare(self):
        super().prepare()
        if self.row.end_reason != Placement.EndReason.TRANSFER_OUT:
            raise Http404

    def perform(self, form):
        return services.receive_transfer(
            placement=self.row,
            recorded_on=self.request.program_day,
            by=self.request.user,
            **form.cleaned_data,
        )

    def get_lead(self):
        return _("%(member)s, chuyển từ %(cell)s đi %(place)s.") % {
            "member": self.member,
            "cell": self.row.place,
            "place": self.row.went_to,
        }
