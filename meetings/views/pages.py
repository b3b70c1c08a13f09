"""The register of meetings, one meeting's page, planning, the leader's own page."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from audit.views import ActionFormView, RecordListView, RecordVoidView
from cells.models import Cell
from cells.querysets import cell_name_on
from meetings import rights, services
from meetings.desk import expected_elsewhere, own_desk
from meetings.filters import MeetingFilterSet
from meetings.forms import PlanForm, own_cells
from meetings.models import Meeting
from meetings.month.habit import habits_of
from meetings.tables import MEETING_COLUMNS
from meetings.views.base import (
    asked_month,
    asked_pk,
    heading_of,
    read_page,
    read_page_to_keep,
    show,
)
from meetings.views.models import model_to_follow
from meetings.views.offline import mark_to_keep
from partyunit.views import content_required

# What a meeting on a new day takes from the one put off; the day is typed.
AS_PUT_OFF = ("cell", "kind", "counts_for", "starts_at", "place", "topic", "campaign")


class MeetingListView(RecordListView):
    """Meetings dated up to the day asked for; on the program's own day also those to come."""

    model = Meeting
    template_name = "meetings/list.html"
    heading = gettext_lazy("Sinh hoạt")
    unit = gettext_lazy("cuộc họp")
    columns = MEETING_COLUMNS
    filterset_class = MeetingFilterSet
    default_sort = "-day"
    empty_heading = gettext_lazy("Chưa có cuộc họp nào như vậy")
    empty_text = gettext_lazy("Bỏ bớt điều kiện, hoặc lên kế hoạch một cuộc họp.")

    def get_records(self):
        dated = Q(meets_on__lte=self.on)
        if self.on >= self.request.program_day:
            dated |= ~Q(state=Meeting.State.HELD)
        return self.get_by_key().visible_to(self.request.user).valid().filter(dated)

    def get_by_key(self):
        """The roll of a meeting is counted for the page's meetings only."""
        meetings = Meeting.objects.annotate(cell_name=cell_name_on(self.on))
        return (
            meetings.select_related("cell", "chair", "campaign")
            .with_roll_counts()
            .with_minutes_state()
            .with_score()
        )

    def get_action(self):
        if not rights.may_plan(self.request.user):
            return None
        return (_("Lên kế hoạch họp"), reverse("meetings:plan"))


@require_safe
@content_required
def detail(request, pk: int):
    page = read_page(request, pk)
    return mark_to_keep(show(request, page), page)


class PlanView(ActionFormView):
    """Enters a meeting to come."""

    form_class = PlanForm
    heading = gettext_lazy("Lên kế hoạch họp")
    submit_label = gettext_lazy("Ghi kế hoạch")
    success_message = gettext_lazy("Đã ghi kế hoạch họp.")

    def check_right(self):
        if not rights.may_plan(self.request.user):
            raise PermissionDenied

    def get_trail(self):
        return [(_("Sinh hoạt"), reverse("meetings:list"))]

    def get_cancel_url(self):
        return reverse("meetings:list")

    def get_initial(self):
        """As the meeting put off; else as the months before suggest a cell's regular one."""
        if put_off := self._put_off():
            return {name: getattr(put_off, name) for name in AS_PUT_OFF}
        asked, month = self.request.GET, asked_month(self.request)
        kind = asked.get("kind") or Meeting.Kind.REGULAR
        cell = self._only_cell()
        habits = habits_of([cell], month) if cell and kind == Meeting.Kind.REGULAR else {}
        return {
            "cell": asked.get("cell") or None,
            "kind": kind,
            "counts_for": month,
            "campaign": asked.get("campaign") or None,
            **(habits[cell.pk].initial if habits else {}),
            **model_to_follow(self.request),
        }

    def _put_off(self) -> Meeting | None:
        """The meeting put off for which a new day is sought."""
        meetings = Meeting.objects.visible_to(self.request.user).valid()
        meeting = meetings.filter(
            pk=asked_pk(self.request, "instead"), state=Meeting.State.POSTPONED
        ).first()
        may_keep = meeting and rights.may_keep(self.request.user, meeting)
        return meeting if may_keep else None

    def _only_cell(self) -> Cell | None:
        """The one asked for, or the only one there is to choose."""
        cells = list(Cell.objects.valid().filter(pk__in=own_cells(self.request.user)))
        asked = self.request.GET.get("cell")
        found = [cell for cell in cells if str(cell.pk) == asked] if asked else cells
        is_only = len(found) == 1 and (asked or not self.request.user.access.writes_committees)
        return found[0] if is_only else None

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.request.user}

    def perform(self, form):
        data = form.cleaned_data
        cell = data.pop("cell")
        committee_id = (
            cell.committee_id if cell else min(self.request.user.access.write_committee_ids)
        )
        committee = cell.committee if cell else own_committee(committee_id)
        put_off = self._put_off()
        return services.plan_meeting(
            committee=committee,
            cell=cell,
            instead_of=put_off if put_off and put_off.cell == cell else None,
            by=self.request.user,
            is_agreed=self.request.user.access.writes(committee.pk),
            **data,
        )


def own_committee(pk: int):
    return Meeting._meta.get_field("committee").related_model.objects.get(pk=pk)


class ChangePlanView(ActionFormView):
    """Changes the plan of a meeting that is not submitted yet."""

    form_class = PlanForm
    heading = gettext_lazy("Sửa kế hoạch họp")
    success_message = gettext_lazy("Đã sửa kế hoạch họp.")

    def prepare(self):
        self.page = read_page_to_keep(self.request, self.kwargs["pk"])
        self.object = self.page.meeting

    def check_right(self):
        if not self.page.may_edit:
            raise PermissionDenied

    def get_trail(self):
        return [*heading_of(self.page)["trail"], (self.object.title, self.get_cancel_url())]

    def get_cancel_url(self):
        return reverse("meetings:detail", args=[self.page.meeting.pk])

    def get_initial(self):
        plan = {name: getattr(self.page.meeting, name) for name in services.planning.PLAN_FIELDS}
        return plan | {"modelled_on": model_to_follow(self.request).get("modelled_on")}

    def get_form_kwargs(self):
        return {
            **super().get_form_kwargs(),
            "user": self.request.user,
            "meeting": self.page.meeting,
        }

    def perform(self, form):
        return services.change_plan(
            meeting=self.page.meeting,
            by=self.request.user,
            is_agreed=self.page.may_agree,
            **form.cleaned_data,
        )


class VoidMeetingView(RecordVoidView):
    """Takes a meeting entered by mistake out of the register."""

    model = Meeting
    submit_label = gettext_lazy("Hủy khỏi sổ")
    success_message = gettext_lazy("Đã hủy cuộc họp khỏi sổ.")

    def prepare(self):
        super().prepare()
        self.page = read_page_to_keep(self.request, self.object.pk)

    def check_right(self):
        if not rights.is_unsubmitted(self.page.minutes):
            raise PermissionDenied

    def perform(self, form):
        asked = form.cleaned_data
        return services.void_meeting(
            meeting=self.object,
            reason=asked["reason"],
            version=asked["version"],
            by=self.request.user,
        )

    def get_cancel_url(self):
        return reverse("meetings:detail", args=[self.object.pk])

    def get_success_url(self):
        return reverse("meetings:list")


@require_safe
@content_required
def mine(request):
    """A cell leader's first page: this month's meetings of the own cell and what is to do."""
    if not request.user.access.cell_ids:
        return redirect("meetings:month")
    desk = own_desk(request.user, day=request.program_day)
    heading = _("Công việc của chi bộ") if len(desk) > 1 else str(desk[0].name)
    context = {
        "heading": heading,
        "desk": desk,
        "elsewhere": expected_elsewhere(request.user, day=request.program_day),
        "day": request.program_day,
    }
    return render(request, "meetings/mine.html", context)
