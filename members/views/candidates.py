"""The list of candidates, the page of one, and each act on the way to admission."""

from django.db.models import Count, OuterRef, Subquery
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from audit.views import (
    ActionFormView,
    RecordCreateView,
    RecordDetailView,
    RecordListView,
    RecordUpdateView,
    RecordVoidView,
)
from cells.querysets import cell_name_on
from members import checklist, forms, services
from members.filters.life import CandidateFilterSet
from members.models import Candidate, CandidateStep
from members.readiness import introducer_warnings, missing_steps, refused_meanwhile, steps_of
from members.rights import check_has_content, check_may_write, check_may_write_candidate
from members.rights import may_write_candidate as may_write
from members.ruling import hints_of
from members.tables.life import CANDIDATE_COLUMNS
from members.views.acts import DatedBackMixin
from partyunit.forms import ReasonForm

# What the page of a candidate, and of an admission, tells of the regulations.
ON_THE_WAY = {"awareness": (), "admission": ("decided_by", "decide_days", "superior_days")}
TO_ADMIT = {"admission": ("decided_by", "ceremony_days", "ceremony_from")}


class CandidateListView(RecordListView):
    """Who was a candidate on a day; with an outcome, those whose list ended so by then."""

    model = Candidate
    heading = gettext_lazy("Nguồn phát triển đảng")
    unit = gettext_lazy("quần chúng")
    columns = CANDIDATE_COLUMNS
    filterset_class = CandidateFilterSet
    default_sort = "name"
    empty_heading = gettext_lazy("Vào ngày này chưa có quần chúng nào trong danh sách nguồn")
    empty_text = gettext_lazy("Đưa từng người vào danh sách, rồi ghi các bước đã làm.")

    def get_records(self):
        rows = Candidate.objects.visible_to(self.request.user).valid()
        if self.request.GET.get("outcome") in dict(CandidateFilterSet.OUTCOMES):
            rows = rows.filter(from_on__lte=self.on)
        else:
            rows = rows.active_on(self.on)
        steps = CandidateStep.objects.valid().filter(candidate=OuterRef("pk"), done_on__lte=self.on)
        taken = steps.order_by().values("candidate").annotate(count=Count("kind", distinct=True))
        learnt = steps.filter(kind=CandidateStep.Kind.AWARENESS).order_by("-done_on")
        return rows.select_related("cell", "office_unit").annotate(
            cell_name=cell_name_on(self.on),
            taken=Subquery(taken.values("count")),
            learnt_on=Subquery(learnt.values("done_on")[:1]),
        )

    def get_action(self):
        if not self.request.user.access.writes_committees:
            return None
        return (_("Đưa vào danh sách nguồn"), reverse("members:candidate_create"))

    def get_trail(self):
        return [(_("Đảng viên"), reverse("members:list"))]


def candidates_trail(candidate: Candidate | None = None) -> list:
    trail = [(_("Nguồn phát triển đảng"), reverse("members:candidates"))]
    if candidate is not None:
        trail.append((str(candidate), reverse("members:candidate", args=[candidate.pk])))
    return trail


class CandidateView(RecordDetailView):
    """One candidate: who it is, who introduces, the steps, what still stands in the way."""

    model = Candidate
    template_name = "members/candidate.html"
    takes_day = False

    def get_queryset(self):
        related = ("cell", "office_unit", "first_introducer", "second_introducer")
        return super().get_queryset().select_related(*related, "membership__member")

    def get_trail(self):
        return candidates_trail()

    def get_lead(self):
        row = self.object
        if row.to_on is not None:
            told = {"outcome": row.get_outcome_display(), "day": f"{row.to_on:%d/%m/%Y}"}
            return _("Hết ngày %(day)s thôi trong danh sách nguồn: %(outcome)s.") % told
        told = {"cell": row.cell, "day": f"{row.from_on:%d/%m/%Y}"}
        return _("Chi bộ %(cell)s theo dõi, giúp đỡ từ ngày %(day)s.") % told

    def get_context_data(self, **kwargs):
        row, day = self.object, self.on
        writes = may_write(self.request.user, row) and not row.is_voided
        is_open = row.to_on is None and not row.is_voided
        lacking = self.lacking() if is_open else []
        hints = hints_of(ON_THE_WAY, day, committee=row.cell.committee_id) if is_open else []
        return super().get_context_data(
            lines=checklist.of_candidate(row, day, may_write=writes),
            lacking=lacking,
            hints=hints,
            may_write=writes,
            acts=self.acts() if writes else [],
            **kwargs,
        )

    def lacking(self) -> list[str]:
        row, day = self.object, self.on
        return [
            *missing_steps(row, day),
            *refused_meanwhile(row, day),
            *introducer_warnings(row, day),
        ]

    def acts(self):
        if self.object.membership_id:
            return []
        if self.object.to_on is None:
            names = [
                ("admit_candidate", _("Kết nạp")),
                ("take_step", _("Ghi một bước")),
                ("move_candidate", _("Chuyển chi bộ theo dõi")),
                ("end_candidate", _("Thôi theo dõi")),
            ]
        else:
            names = [("reopen_candidate", _("Hủy việc ghi thôi theo dõi"))]
        names.append(("void_candidate", _("Hủy việc ghi nhầm")))
        return [(text, reverse(f"members:{name}", args=[self.object.pk])) for name, text in names]


class CreateCandidateView(RecordCreateView):
    model = Candidate
    form_class = forms.CandidateForm
    heading = gettext_lazy("Đưa vào danh sách nguồn")
    submit_label = gettext_lazy("Ghi vào sổ")
    success_message = gettext_lazy("Đã đưa vào danh sách nguồn.")

    def check_right(self):
        check_may_write(self.request.user)

    def get_form_kwargs(self):
        told = {"user": self.request.user, "day": self.request.program_day}
        return {**super().get_form_kwargs(), **told}

    def store(self, form):
        return services.list_candidate(
            candidate=form.instance, recorded_on=self.request.program_day, by=self.request.user
        )

    def get_trail(self):
        return candidates_trail()

    def get_cancel_url(self):
        return reverse("members:candidates")

    def get_success_url(self):
        return reverse("members:candidate", args=[self.object.pk])


class UpdateCandidateView(RecordUpdateView):
    model = Candidate
    form_class = forms.CandidateCorrectionForm
    heading = gettext_lazy("Sửa thông tin, người giới thiệu")
    success_message = gettext_lazy("Đã sửa thông tin.")

    def check_right(self):
        check_may_write_candidate(self.request.user, self.object)

    def get_form_kwargs(self):
        told = {"user": self.request.user, "day": self.request.program_day}
        return {**super().get_form_kwargs(), **told}

    def store(self, form):
        return services.correct_candidate(
            candidate=form.instance,
            fields=form.record_fields,
            reason=form.reason,
            version=form.read_version,
            recorded_on=self.request.program_day,
            by=self.request.user,
        )

    def get_trail(self):
        return candidates_trail(self.object)

    def get_cancel_url(self):
        return reverse("members:candidate", args=[self.object.pk])

    def get_success_url(self):
        return self.get_cancel_url()


class CandidateActView(ActionFormView):
    """One act on one candidate: `service(candidate=…, by=…)` with what the form asked."""

    service = None
    passes_recorded_on = False

    def prepare(self):
        check_has_content(self.request.user)
        rows = Candidate.objects.visible_to(self.request.user).valid().select_related("cell")
        self.candidate = get_object_or_404(rows, pk=self.kwargs["pk"])

    def check_right(self):
        check_may_write_candidate(self.request.user, self.candidate)

    def get_watched(self):
        """The candidate with the steps: who is slower is told what was written meanwhile."""
        steps = CandidateStep._base_manager.filter(candidate=self.candidate)
        return [Candidate._base_manager.filter(pk=self.candidate.pk), steps]

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.request.user}

    def perform(self, form):
        extra = {"recorded_on": self.request.program_day} if self.passes_recorded_on else {}
        service = type(self).service
        service(candidate=self.candidate, by=self.request.user, **extra, **form.cleaned_data)
        return self.candidate

    def get_lead(self):
        return _("%(name)s, chi bộ %(cell)s theo dõi") % {
            "name": self.candidate,
            "cell": self.candidate.cell,
        }

    def get_trail(self):
        return candidates_trail(self.candidate)

    def get_cancel_url(self):
        return reverse("members:candidate", args=[self.candidate.pk])

    def get_success_url(self):
        return self.get_cancel_url()


class AdmitCandidateView(DatedBackMixin, CandidateActView):
    form_class = forms.AdmitCandidateForm
    service = services.admit_candidate
    passes_recorded_on = True
    heading = gettext_lazy("Kết nạp đảng viên")
    submit_label = gettext_lazy("Ghi kết nạp")
    success_message = gettext_lazy("Đã ghi kết nạp.")

    def get_initial(self):
        """What the step of the decision told already."""
        step = steps_of(self.candidate).get(CandidateStep.Kind.DECISION)
        return {"decision_number": step.number, "decision_on": step.done_on} if step else {}

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "cell": self.candidate.cell}

    def get_effects(self):
        committee, day = self.candidate.cell.committee_id, self.request.program_day
        return [
            _("Quần chúng thành đảng viên dự bị của chi bộ từ ngày làm lễ kết nạp."),
            _("Danh sách nguồn kết thúc hết ngày hôm trước; các bước đã ghi được giữ."),
            *hints_of(TO_ADMIT, day, committee=committee),
        ]

    def get_success_url(self):
        self.candidate.refresh_from_db()
        return reverse("members:detail", args=[self.candidate.membership.member_id])


class MoveCandidateView(CandidateActView):
    form_class = forms.MoveCandidateForm
    service = services.move_candidate
    passes_recorded_on = True
    heading = gettext_lazy("Chuyển chi bộ theo dõi")
    submit_label = gettext_lazy("Chuyển")
    success_message = gettext_lazy("Đã chuyển chi bộ theo dõi.")


class EndCandidateView(CandidateActView):
    form_class = forms.EndCandidateForm
    service = services.end_candidate
    passes_recorded_on = True
    heading = gettext_lazy("Thôi theo dõi")
    submit_label = gettext_lazy("Ghi thôi theo dõi")
    success_message = gettext_lazy("Đã ghi thôi theo dõi.")


class ReopenCandidateView(CandidateActView):
    form_class = ReasonForm
    heading = gettext_lazy("Hủy việc ghi thôi theo dõi")
    submit_label = gettext_lazy("Hủy việc ghi này")
    success_message = gettext_lazy("Quần chúng lại trong danh sách nguồn.")

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs()
        del kwargs["user"]
        return kwargs

    def get_initial(self):
        return {"version": self.candidate.version}

    def perform(self, form):
        return services.reopen_candidate(
            candidate=self.candidate, reason=form.cleaned_data["reason"], by=self.request.user
        )


class VoidCandidateView(RecordVoidView):
    model = Candidate
    heading = gettext_lazy("Hủy việc ghi nhầm quần chúng")
    success_message = gettext_lazy("Đã hủy việc ghi nhầm.")

    def prepare(self):
        check_has_content(self.request.user)
        super().prepare()

    def check_right(self):
        check_may_write_candidate(self.request.user, self.object)

    def perform(self, form):
        asked = form.cleaned_data
        return services.void_candidate(
            candidate=self.object,
            reason=asked["reason"],
            version=asked["version"],
            by=self.request.user,
        )

    def get_trail(self):
        return candidates_trail(self.object)

    def get_cancel_url(self):
        return reverse("members:candidate", args=[self.object.pk])

    def get_success_url(self):
        return reverse("members:candidates")
