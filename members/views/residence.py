"""Acts on the contact with the cell at home: introduce, move, confirm, end."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from members import forms, services
from members.models import ResidenceContact
from members.residence import rule_name_on, rules_of_contact
from members.views.acts import MemberActView
from members.views.rows import EndRowView


class KeepContactView(MemberActView):
    form_class = forms.ContactForm
    service = services.keep_contact
    passes_recorded_on = True
    heading = gettext_lazy("Giữ mối liên hệ nơi cư trú")
    submit_label = gettext_lazy("Ghi nơi cư trú")
    success_message = gettext_lazy("Đã ghi nơi giữ mối liên hệ.")

    def get_effects(self):
        effects = [
            _("Theo %(rule)s; chỉ hình thức «giới thiệu về nơi cư trú» cần nhận xét hằng năm.")
            % {"rule": rule_name_on(self.request.program_day, rules_of_contact())},
        ]
        held = self.member.residence_contacts.active_on(self.request.program_day).first()
        if held is not None:
            told = {"place": held.place, "mode": held.get_mode_display()}
            effects.insert(0, _("Đang ghi: %(place)s (%(mode)s).") % told)
        return effects


class EndContactView(EndRowView):
    form_class = forms.EndSecondmentForm
    model = ResidenceContact
    service = services.end_contact
    argument = "contact"
    heading = gettext_lazy("Thôi giữ mối liên hệ nơi cư trú")

    def get_lead(self):
        return _contact_lead(self.row)


class ConfirmContactView(EndRowView):
    """Not an end, but the same kind of page: one row, one day, one service."""

    form_class = forms.ConfirmContactForm
    model = ResidenceContact
    service = services.confirm_contact
    argument = "contact"
    heading = gettext_lazy("Nơi cư trú xác nhận đã tiếp nhận")
    submit_label = gettext_lazy("Ghi xác nhận")
    success_message = gettext_lazy("Đã ghi xác nhận.")

    def get_lead(self):
        return _contact_lead(self.row)

    def perform(self, form):
        recorded_on = self.request.program_day
        return services.confirm_contact(
            contact=self.row, recorded_on=recorded_on, by=self.request.user, **form.cleaned_data
        )


def _contact_lead(contact: ResidenceContact) -> str:
    return _("%(member)s tại %(place)s, từ ngày %(day)s.") % {
        "member": contact.member,
        "place": contact.place,
        "day": f"{contact.from_on:%d/%m/%Y}",
    }
