"""The registers of yearly ratings: rounds, grades, entering a cell's grades in one go."""

from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import urlencode
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
from cells.models import Cell, Committee
from cells.querysets import cell_name_on
from cells.wording import cell_title
from evaluations import forms, services
from evaluations.filters import EvaluationFilterSet
from evaluations.models import EvaluationRound, MemberEvaluation, grade_name
from evaluations.tables import COLUMNS, ROUND_COLUMNS
from members.models import Member


def check_may_write(user, committee: int | None = None) -> None:
    """Records officers, of the committee concerned where one is named."""
    access = user.access
    if not (access.writes(committee) if committee else access.writes_committees):
        raise PermissionDenied(_("Chỉ cán bộ công tác Đảng ghi được kết quả xếp loại."))


class EvaluationListView(RecordListView):
    model = MemberEvaluation
    heading = gettext_lazy("Đánh giá, xếp loại đảng viên")
    columns = COLUMNS
    filterset_class = EvaluationFilterSet
    default_sort = "-year"
    unit = gettext_lazy("kết quả")
    empty_heading = gettext_lazy("Chưa ghi kết quả xếp loại nào đến ngày này")

    def get_records(self):
        rows = MemberEvaluation.objects.visible_to(self.request.user).decided_by(self.on)
        rows = rows.annotate(cell_name=cell_name_on(self.on))
        return rows.select_related("member", "cell", "round__rule")

    def get_links(self):
        return [(_("Các đợt đánh giá"), reverse("evaluations:rounds"))]


class RoundListView(RecordListView):
    model = EvaluationRound
    heading = gettext_lazy("Các đợt đánh giá, xếp loại")
    columns = ROUND_COLUMNS
    default_sort = "-year"
    unit = gettext_lazy("đợt")
    empty_heading = gettext_lazy("Chưa mở đợt đánh giá nào đến ngày này")

    def get_records(self):
        rounds = EvaluationRound.objects.visible_to(self.request.user).decided_by(self.on)
        held = Q(member_evaluations__voided_at__isnull=True)
        rated = Count("member_evaluations", filter=held)
        return rounds.select_related("rule").annotate(rated=rated)

    def get_trail(self):
        return [trail_of_list()]

    def get_action(self):
        if not self.request.user.access.writes_committees:
            return None
        return (_("Mở đợt đánh giá của một năm"), reverse("evaluations:open"))


def trail_of_list() -> tuple[str, str]:
    return (_("Đánh giá, xếp loại"), reverse("evaluations:list"))


def trail_of_rounds() -> list:
    return [trail_of_list(), (_("Các đợt"), reverse("evaluations:rounds"))]


class RoundDetailView(RecordDetailView):
    """One year: the cells by grade, every count the list behind it; who is still to be entered."""

    model = EvaluationRound
    template_name = "evaluations/round.html"
    takes_day = False

    def get_queryset(self):
        return super().get_queryset().select_related("rule", "decision", "committee")

    def get_trail(self):
        return trail_of_rounds()

    def get_lead(self):
        return _("Quyết định ngày %(day)s, theo %(rule)s.") % {
            "day": f"{self.object.decided_on:%d/%m/%Y}",
            "rule": self.object.rule,
        }

    def get_links(self):
        row = self.object
        if row.is_voided or not self.request.user.access.writes(row.committee_id):
            return []
        return [
            (_("Sửa"), reverse("evaluations:correct_round", args=[row.pk])),
            (_("Hủy"), reverse("evaluations:void_round", args=[row.pk])),
        ]

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            grades=[grade_name(one, self.object.rule) for one in MemberEvaluation.Grade.values],
            lines=self.lines(),
            may_write=self.request.user.access.writes(self.object.committee_id),
            **kwargs,
        )

    def lines(self) -> list[dict]:
        """A cell with its counts by grade, and how many of it wait."""
        row, user = self.object, self.request.user
        rated = MemberEvaluation.objects.visible_to(user).valid().filter(round=row)
        counts = rated.order_by().values_list("cell", "grade").annotate(Count("pk"))
        by_cell: dict[tuple, int] = {(cell, grade): count for cell, grade, count in counts}
        cells = Cell.objects.visible_to(user).existing_on(row.rated_on)
        cells = cells.filter(committee=row.committee_id).with_name_on(row.rated_on)
        waiting = services.waiting_by_cell(row)
        return [self._line(cell, by_cell, waiting=waiting.get(cell.pk, 0)) for cell in cells]

    def _line(self, cell: Cell, by_cell: dict[tuple, int], *, waiting: int) -> dict:
        counts = []
        for grade in MemberEvaluation.Grade.values:
            query = urlencode({"year": self.object.year, "cell": cell.pk, "grade": grade})
            count = by_cell.get((cell.pk, grade), 0)
            counts.append((count, f"?{query}", grade_name(grade, self.object.rule)))
        return {"cell": cell, "counts": counts, "waiting": waiting}


class RoundOpenView(RecordCreateView):
    model = EvaluationRound
    form_class = forms.RoundForm
    heading = gettext_lazy("Mở đợt đánh giá, xếp loại của một năm")
    submit_label = gettext_lazy("Mở đợt")
    success_message = gettext_lazy("Đã mở đợt; ghi kết quả của từng chi bộ dưới đây.")

    def check_right(self):
        check_may_write(self.request.user)

    def get_instance(self):
        ids = self.request.user.access.write_committee_ids
        return EvaluationRound(committee=Committee.objects.filter(pk__in=ids).first())

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.request.user}

    def get_trail(self):
        return trail_of_rounds()

    def get_cancel_url(self):
        return reverse("evaluations:rounds")

    def store(self, form):
        return services.open_round(
            row=form.instance, recorded_on=self.request.program_day, by=self.request.user
        )


class RoundCorrectView(RecordUpdateView):
    model = EvaluationRound
    form_class = forms.RoundForm
    heading = gettext_lazy("Sửa đợt đánh giá, xếp loại")
    success_message = gettext_lazy("Đã sửa.")

    def check_right(self):
        check_may_write(self.request.user, self.object.committee_id)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.request.user}

    def get_trail(self):
        return [*trail_of_rounds(), (str(self.object), self.object.get_absolute_url())]

    def get_cancel_url(self):
        return self.object.get_absolute_url()

    def store(self, form):
        return services.correct_round(
            row=form.instance,
            fields=form.record_fields,
            recorded_on=self.request.program_day,
            reason=form.reason,
            version=form.read_version,
            by=self.request.user,
        )


class RoundVoidView(RecordVoidView):
    model = EvaluationRound
    success_message = gettext_lazy("Đã hủy đợt.")

    def check_right(self):
        check_may_write(self.request.user, self.object.committee_id)

    def get_trail(self):
        return trail_of_rounds()

    def get_cancel_url(self):
        return self.object.get_absolute_url()

    def get_success_url(self):
        return reverse("evaluations:rounds")

    def perform(self, form):
        return services.void_round(row=self.object, by=self.request.user, **form.cleaned_data)


class RateView(ActionFormView):
    """The grades of one cell's members who have none yet, on one page."""

    form_class = forms.GradesForm
    template_name = "evaluations/rate.html"
    submit_label = gettext_lazy("Ghi kết quả")

    def prepare(self):
        user = self.request.user
        rounds = EvaluationRound.objects.visible_to(user).valid().select_related("rule")
        self.round = get_object_or_404(rounds, pk=self.kwargs["pk"])
        cells = Cell.objects.visible_to(user).filter(committee=self.round.committee_id)
        cells = cells.existing_on(self.round.rated_on).with_name_on(self.round.rated_on)
        self.cell = get_object_or_404(cells, pk=self.kwargs["cell"])

    def check_right(self):
        check_may_write(self.request.user, self.round.committee_id)

    def get_heading(self):
        return f"{self.round}, {cell_title(str(self.cell))}"

    def get_lead(self):
        day = f"{self.round.rated_on:%d/%m/%Y}"
        return _("Đảng viên của chi bộ tại ngày %(day)s.") % {"day": day}

    def get_trail(self):
        return [*trail_of_rounds(), (str(self.round), self.round.get_absolute_url())]

    def get_form_kwargs(self):
        waiting = services.members_to_rate(self.round, self.cell)
        members = sorted(
            {*waiting, *self._typed_members()}, key=lambda one: (one.sort_name, one.pk)
        )
        return {**super().get_form_kwargs(), "row": self.round, "members": members}

    def _typed_members(self):
        """Whose row was filled in, also when somebody else rated them meanwhile: what was typed
        stays in sight, and the service tells their names."""
        filled = [name for name, value in self.request.POST.items() if value.strip()]
        keys = [name.partition("-")[2] for name in filled if name.startswith(("grade-", "reason-"))]
        named = [int(key) for key in keys if key.isascii() and key.isdigit() and len(key) < 19]
        return Member.objects.writable_by(self.request.user).filter(pk__in=named)

    def get_context_data(self, **kwargs):
        rated = self.round.member_evaluations.valid().filter(cell=self.cell)
        rated = rated.select_related("member", "round__rule").order_by("member__sort_name")
        return super().get_context_data(rated=rated, **kwargs)

    def perform(self, form):
        return services.rate_members(
            row=self.round, cell=self.cell, grades=form.grades(), by=self.request.user
        )

    def get_success_message(self, saved):
        return _("Đã ghi kết quả của %(count)s đồng chí.") % {"count": len(saved)}

    def get_cancel_url(self):
        return self.round.get_absolute_url()

    def get_success_url(self):
        return self.get_cancel_url()


class EvaluationPage:
    """What correcting and voiding one grade share."""

    def check_right(self):
        check_may_write(self.request.user, self.object.round.committee_id)

    def get_queryset(self):
        return super().get_queryset().select_related("round__rule", "member")

    def get_trail(self):
        member: Member = self.object.member
        page = reverse("members:detail", args=[member.pk])
        return [trail_of_list(), (str(member), page)]

    def get_cancel_url(self):
        return reverse("members:detail", args=[self.object.member_id])

    def get_success_url(self):
        return self.get_cancel_url()


class EvaluationCorrectView(EvaluationPage, RecordUpdateView):
    model = MemberEvaluation
    form_class = forms.EvaluationForm
    success_message = gettext_lazy("Đã sửa kết quả xếp loại.")

    def get_heading(self):
        return _("Sửa kết quả xếp loại: %(row)s") % {"row": self.object}


class EvaluationVoidView(EvaluationPage, RecordVoidView):
    model = MemberEvaluation
    success_message = gettext_lazy("Đã hủy kết quả xếp loại.")
