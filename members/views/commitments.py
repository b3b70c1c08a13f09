"""The yearly commitment to set an example: the list, and the acts enter, review."""

import datetime as dt
from functools import lru_cache

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from members import forms, services
from members.commitments import with_commitment
from members.filters.commitments import CommitmentFilterSet
from members.models import Commitment, Member, Position
from members.register import with_cell, with_posts
from members.sums import commitment_sums
from members.tables.commitments import commitment_columns
from members.views.acts import MemberActView
from members.views.of_year import EntryTableView, MembersOfYearView
from members.views.rows import EndRowView


class CommitmentListView(MembersOfYearView):
    """Members as on a day, with the commitment of a year and its review, or that there is none."""

    heading = gettext_lazy("Cam kết nêu gương")
    filterset_class = CommitmentFilterSet
    default_sort = "post"

    def default_year(self) -> int:
        return self.on.year

    def get_columns(self):
        return commitment_columns(self.year)

    @staticmethod
    @lru_cache(maxsize=64)
    def register(day: dt.date, year: int):
        members = with_posts(with_cell(Member.objects.all(), day), day)
        return with_commitment(members, year=year, day=day)

    def get_sums(self):
        return commitment_sums(self.counted(), url=self.url)

    def get_links(self):
        links = [(_("Nơi cư trú"), reverse("members:residence"))]
        if not self.request.user.access.writes_committees:
            return links
        return [
            (_("Kiểm điểm"), f"{reverse('members:commitments_review')}?year={self.year}"),
            *links,
        ]

    def get_action(self):
        if not self.request.user.access.writes_committees:
            return None
        return (_("Ghi cam kết"), f"{reverse('members:commitments_entry')}?year={self.year}")


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


class CommitmentsEntryView(EntryTableView):
    """The commitments of a year of all committee members who still owe one, entered in one go."""

    row_form = forms.CommitRowForm
    day_field = "made_on"
    empty_text = gettext_lazy("Mọi ủy viên Ban Chấp hành đã có cam kết của năm này.")
    lead = gettext_lazy(
        "Các ủy viên Ban Chấp hành chưa có cam kết; dòng để trống thì không ghi. Đảng viên khác: "
        "mở trang của đồng chí, chọn «Ghi thay đổi», «Cam kết nêu gương»."
    )

    def default_year(self) -> int:
        return self.request.program_day.year

    def get_heading(self):
        return _("Ghi cam kết nêu gương năm %(year)s") % {"year": self.year}

    def get_list(self):
        url = f"{reverse('members:commitments')}?who=committee&year={self.year}"
        return _("Cam kết nêu gương"), url

    def get_waiting(self):
        day = self.request.program_day
        members = with_commitment(with_posts(self.get_members(), day), year=self.year, day=day)
        return members.filter(commitment_id=None, committee_post__in=Position.COMMITTEE).order_by(
            "post_order", "sort_name"
        )

    def write(self, member: Member, typed: dict):
        day, user = self.request.program_day, self.request.user
        services.commit(member=member, year=self.year, recorded_on=day, by=user, **typed)


class CommitmentsReviewView(EntryTableView):
    """The year's commitments that were not reviewed yet, reviewed one after another."""

    row_form = forms.ReviewRowForm
    day_field = "on"
    empty_text = gettext_lazy("Không còn cam kết nào của năm này chưa kiểm điểm.")

    def default_year(self) -> int:
        return self.request.program_day.year

    def get_heading(self):
        return _("Kiểm điểm cam kết nêu gương năm %(year)s") % {"year": self.year}

    def get_list(self):
        url = f"{reverse('members:commitments')}?state=made&year={self.year}"
        return _("Cam kết nêu gương"), url

    def get_members(self):
        day = self.request.program_day
        members = with_commitment(super().get_members(), year=self.year, day=day)
        return with_posts(members, day).order_by("post_order", "sort_name")

    def get_waiting(self):
        return self.get_members().filter(
            commitment_id__isnull=False, commitment_reviewed_on__isnull=True
        )

    def write(self, member: Member, typed: dict):
        commitment = member.commitments.valid().filter(year=self.year).first()
        if commitment is None:
            raise ValidationError(_("Đồng chí không còn bản cam kết của năm này."))
        day, user = self.request.program_day, self.request.user
        services.review_commitment(commitment=commitment, recorded_on=day, by=user, **typed)
