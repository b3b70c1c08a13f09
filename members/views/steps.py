"""The steps of a candidate or of a probationary member: recorded, corrected, voided."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from audit.views import RecordCreateView, RecordUpdateView, RecordVoidView
from members import forms, services
from members.models import Candidate, CandidateStep, Member
from members.rights import (
    check_has_content,
    check_may_write_candidate,
    check_may_write_member,
)
from members.views.acts import member_trail
from members.views.candidates import candidates_trail


class OfStepMixin:
    """The step's owner must be visible, the writer an officer."""

    model = CandidateStep

    def check_step(self, step: CandidateStep) -> None:
        if step.candidate_id:
            check_may_write_candidate(self.request.user, step.candidate)
        else:
            check_may_write_member(self.request.user, step.membership.member)

    def check_right(self):
        self.check_step(self.step)

    def get_lead(self):
        return str(self.step.candidate or self.step.membership.member)

    def get_trail(self):
        if self.step.candidate_id:
            return candidates_trail(self.step.candidate)
        return member_trail(self.step.membership.member)

    def get_cancel_url(self):
        if self.step.candidate_id:
            return reverse("members:candidate", args=[self.step.candidate_id])
        return reverse("members:detail", args=[self.step.membership.member_id])

    def get_success_url(self):
        return self.get_cancel_url()


class TakeStepView(OfStepMixin, RecordCreateView):
    """A step of a candidate."""

    form_class = forms.StepForm
    heading = gettext_lazy("Ghi một bước, một giấy tờ")
    submit_label = gettext_lazy("Ghi vào sổ")
    success_message = gettext_lazy("Đã ghi.")

    def check_page(self):
        check_has_content(self.request.user)
        self.step = self.find_owner()
        super().check_page()

    def find_owner(self) -> CandidateStep:
        """The unsaved step with its owner; 404 out of sight."""
        rows = Candidate.objects.visible_to(self.request.user).valid().select_related("cell")
        return CandidateStep(candidate=get_object_or_404(rows, pk=self.kwargs["pk"]))

    def get_instance(self):
        return self.step

    def get_initial(self):
        """The address may say what is known: the counts of a vote taken at a meeting."""
        known = ("kind", "done_on", "votes_base", "votes_for")
        return {name: self.request.GET.get(name, "") for name in known}

    def store(self, form):
        return services.take_step(
            step=form.instance, recorded_on=self.request.program_day, by=self.request.user
        )


class TakeRecognitionStepView(TakeStepView):
    """A step of a member on probation."""

    def find_owner(self) -> CandidateStep:
        members = Member.objects.visible_to(self.request.user).valid()
        member = get_object_or_404(members, pk=self.kwargs["pk"])
        membership = member.memberships.active_on(self.request.program_day).last()
        if membership is None:
            raise Http404
        return CandidateStep(membership=membership)


class UpdateStepView(OfStepMixin, RecordUpdateView):
    form_class = forms.StepCorrectionForm
    heading = gettext_lazy("Sửa bước đã ghi")
    success_message = gettext_lazy("Đã sửa.")

    def get_queryset(self):
        related = ("candidate__cell", "membership__member")
        return super().get_queryset().select_related(*related)

    def get_object(self, queryset=None):
        check_has_content(self.request.user)
        self.step = get_object_or_404(self.get_queryset(), pk=self.kwargs["pk"])
        self.object = self.step
        self.check_right()
        return self.object

    def store(self, form):
        return services.correct_step(
            step=form.instance,
            fields=form.record_fields,
            reason=form.reason,
            version=form.read_version,
            recorded_on=self.request.program_day,
            by=self.request.user,
        )


class VoidStepView(OfStepMixin, RecordVoidView):
    heading = gettext_lazy("Hủy bước ghi nhầm")
    success_message = gettext_lazy("Đã hủy bước ghi nhầm.")

    def prepare(self):
        check_has_content(self.request.user)
        super().prepare()
        self.step = self.object

    def get_question(self):
        return _("Hủy «%(row)s»?") % {"row": self.object}

    def perform(self, form):
        asked = form.cleaned_data
        return services.void_step(
            step=self.object,
            reason=asked["reason"],
            version=asked["version"],
            by=self.request.user,
        )
