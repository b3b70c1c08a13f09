"""Acts on the yearly commitment to set an example: enter, review."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from members import forms, services
from members.models import Commitment
from members.views.acts import MemberActView
from members.views.rows import EndRowView


class CommitView(MemberActView):
    form_class = forms.CommitForm
    service = services.commit
    passes_recorded_on = True
    heading = gettext_lazy("Cam kết nêu gương")
    submit_label = gettext_lazy("Ghi cam kết")
    success_message = gettext_lazy("Đã ghi cam kết.")

    def get_initial(self):
        return {"year": self.request.program_day.year}


class ReviewCommitmentView(EndRowView):
    """Not an end, but the same kind of page: one row, one day, one service."""

    form_class = forms.ReviewForm
    model = Commitment
    service = services.review_commitment
    argument = "commitment"
    heading = gettext_lazy("Kiểm điểm cam kết nêu gương")
    submit_label = gettext_lazy("Ghi kiểm điểm")
    success_message = gettext_lazy("Đã ghi kết quả kiểm điểm.")

    def get_lead(self):
        return _("%(member)s cam kết năm %(year)s: %(text)s") % {
            "member": self.member,
            "year": self.row.year,
            "text": self.row.text,
        }

    def perform(self, form):
        recorded_on = self.request.program_day
        return services.review_commitment(
            commitment=self.row, recorded_on=recorded_on, by=self.request.user, **form.cleaned_data
        )
