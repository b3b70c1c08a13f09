"""Activities beside the meetings: the register, one of them, its acts, and the sums of a year."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

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
from meetings import rights, services
from meetings.activities.filters import ActivityFilterSet, YearOfCellsFilterSet
from meetings.activities.forms import ActivityForm, FinishForm, NotDoneForm
from meetings.activities.participation import cell_lines, sum_up
from meetings.activities.tables import ACTIVITY_COLUMNS, days_text, organiser_text, sum_columns
from meetings.models import Activity, Participation
from members.views.of_year import read_year
from partyunit.templatetags.components import number
from partyunit.views import content_required


class ActivityPage:
    """What the pages of activities share: where they stand, who may write."""

    model = Activity

    def get_trail(self):
        trail = [
            (_("Sinh hoạt"), reverse("meetings:list")),
            (_("Hoạt động"), reverse("meetings:activities")),
        ]
        row = getattr(self, "object", None)
        if row is not None and row.pk and not isinstance(self, RecordDetailView):
            trail.append((str(row), row.get_absolute_url()))
        return trail

    def check_right(self):
        if not rights.may_keep_activity(self.request.user, self.object):
            raise PermissionDenied

    def get_cancel_url(self):
        return self.object.get_absolute_url()


class ActivityListView(RecordListView):
    """Activities begun by the day; on the program's own day also those to come."""

    model = Activity
    template_name = "meetings/list.html"
    heading = gettext_lazy("Hoạt động")
    unit = gettext_lazy("hoạt động")
    columns = ACTIVITY_COLUMNS
    filterset_class = ActivityFilterSet
    default_sort = "-days"
    empty_heading = gettext_lazy("Chưa có hoạt động nào như vậy")
    empty_text = gettext_lazy("Bỏ bớt điều kiện, hoặc ghi một hoạt động.")

    def get_records(self):
        dated = Q(starts_on__lte=self.on)
        if self.on >= self.request.program_day:
            dated |= ~Q(state=Activity.State.DONE)
        return self.get_by_key().visible_to(self.request.user).valid().filter(dated)

    def get_by_key(self):
        activities = Activity.objects.as_on(self.on).annotate(cell_name=cell_name_on(self.on))
        activities = activities.select_related("cell", "campaign", "plan", "target_cell")
        return activities.with_participation(self.request.user)

    def get_trail(self):
        return [(_("Sinh hoạt"), reverse("meetings:list"))]

    def get_links(self):
        return [(_("Theo chi bộ và loại"), reverse("meetings:activity_sums"))]

    def get_action(self):
        if not rights.may_plan(self.request.user):
            return None
        return (_("Ghi hoạt động"), reverse("meetings:activity_create"))


class ActivitySumsView(RecordListView):
    """Cells × kinds of activity in a year: how many people took part, each time anew."""

    model = Cell
    template_name = "meetings/list.html"
    heading = gettext_lazy("Tham gia hoạt động")
    unit = gettext_lazy("chi bộ")
    filterset_class = YearOfCellsFilterSet
    default_sort = "name"
    journal_name = "meetings.participation"

    @cached_property
    def year(self) -> int:
        return read_year(self.request.GET.get("year", ""), self.on.year)

    @cached_property
    def sums(self):
        rows = Participation.objects.counted().visible_to(self.request.user)
        return sum_up(
            rows.filter(activity__starts_on__year=self.year, activity__starts_on__lte=self.on)
        )

    def get_columns(self):
        return sum_columns(self.sums, year=self.year)

    def get_records(self):
        """Cells of the day, and those that took part in the year and are no more."""
        cells = Cell.objects.visible_to(self.request.user).valid()
        standing = cells.existing_on(self.on).values("pk")
        known = cells.filter(Q(pk__in=standing) | Q(pk__in=list(self.sums.by_cell)))
        return known.with_name_on(self.on)

    def get_heading(self):
        return _("Tham gia hoạt động năm %(year)s") % {"year": self.year}

    def get_lead(self):
        told = {"activities": self.sums.whole.activities, "times": number(self.sums.whole.times)}
        told |= {"people": self.sums.whole.people}
        return (
            _(
                "%(activities)s hoạt động có người tham gia, %(times)s lượt người; %(people)s đồng chí "
                "có tên. Số trong bảng là lượt người."
            )
            % told
        )

    def get_trail(self):
        return [
            (_("Sinh hoạt"), reverse("meetings:list")),
            (_("Hoạt động"), reverse("meetings:activities")),
        ]


class ActivityDetailView(ActivityPage, RecordDetailView):
    template_name = "meetings/activity.html"
    takes_day = False

    def get_queryset(self):
        named = ("cell", "campaign", "plan", "target_cell", "conclusion_document", "committee")
        activities = super().get_queryset().select_related(*named)
        return activities.annotate(cell_name=cell_name_on(self.on))

    @property
    def may_write(self) -> bool:
        may = rights.may_keep_activity(self.request.user, self.object)
        return may and not self.object.is_voided

    def get_lead(self):
        row = self.object
        kind = capfirst(row.get_kind_display())
        return f"{kind}, {days_text(row)}, {row.get_state_display()}."

    def get_links(self):
        own, links = [self.object.pk], []
        if not self.may_write:
            return links
        if self.object.state == Activity.State.PLANNED:
            links.append((_("Không làm"), reverse("meetings:activity_call_off", args=own)))
        return [
            *links,
            (_("Sửa"), reverse("meetings:activity_update", args=own)),
            (_("Hủy khỏi sổ"), reverse("meetings:activity_void", args=own)),
        ]

    def get_action(self):
        row = self.object
        if not self.may_write or row.state != Activity.State.PLANNED:
            return None
        return (_("Ghi đã làm"), reverse("meetings:activity_finish", args=[row.pk]))

    def get_context_data(self, **kwargs):
        lines = cell_lines(self.object, user=self.request.user)
        return super().get_context_data(
            organiser=organiser_text(self.object),
            days=days_text(self.object),
            lines=lines,
            people_count=sum(line.count for line in lines),
            has_begun=self.object.starts_on <= self.on,
            may_write=self.may_write,
            writes_all=self.request.user.access.writes(self.object.committee_id),
            reads_papers=self.request.user.access.reads(self.object.committee_id),
            **kwargs,
        )


class ActivityCreateView(ActivityPage, RecordCreateView):
    form_class = ActivityForm
    heading = gettext_lazy("Ghi hoạt động")
    success_message = gettext_lazy("Đã ghi hoạt động.")

    def check_right(self):
        if not rights.may_plan(self.request.user):
            raise PermissionDenied

    def get_instance(self):
        access = self.request.user.access
        ids = access.write_committee_ids or access.committee_ids
        return Activity(committee=Committee.objects.filter(pk__in=ids).first())

    def get_initial(self):
        asked = self.request.GET
        return {
            "starts_on": self.request.program_day,
            "kind": asked.get("kind", ""),
            "campaign": asked.get("campaign", ""),
            "cell": asked.get("cell") or min(self.request.user.access.cell_ids, default=""),
        }

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.request.user}

    def get_cancel_url(self):
        return reverse("meetings:activities")


class ActivityUpdateView(ActivityPage, RecordUpdateView):
    form_class = ActivityForm
    heading = gettext_lazy("Sửa hoạt động")
    success_message = gettext_lazy("Đã sửa hoạt động.")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.request.user}

    def store(self, form):
        return services.correct_activity(
            activity=form.instance,
            by=self.request.user,
            fields=form.record_fields,
            reason=form.reason,
            version=form.read_version,
            on=self.request.program_day,
        )


class FinishActivityView(ActivityUpdateView):
    form_class = FinishForm
    heading = gettext_lazy("Ghi hoạt động đã làm")
    submit_label = gettext_lazy("Ghi đã làm")
    success_message = gettext_lazy("Đã ghi kết quả hoạt động.")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "day": self.request.program_day}

    def store(self, form):
        return services.finish_activity(
            activity=form.instance,
            on=self.request.program_day,
            version=form.read_version,
            by=self.request.user,
            **{name: form.cleaned_data[name] for name in form.record_fields},
        )


class CallOffActivityView(ActivityPage, ActionFormView):
    form_class = NotDoneForm
    heading = gettext_lazy("Không làm hoạt động này")
    submit_label = gettext_lazy("Ghi không làm")
    success_message = gettext_lazy("Đã ghi là không làm.")

    def prepare(self):
        activities = Activity.objects.visible_to(self.request.user).valid()
        self.object = get_object_or_404(activities, pk=self.kwargs["pk"])

    def get_initial(self):
        return {"version": self.object.version}

    def perform(self, form):
        return services.call_off_activity(
            activity=self.object,
            reason=form.cleaned_data["state_reason"],
            version=form.cleaned_data["version"],
            by=self.request.user,
        )


class VoidActivityView(ActivityPage, RecordVoidView):
    submit_label = gettext_lazy("Hủy khỏi sổ")
    success_message = gettext_lazy("Đã hủy hoạt động khỏi sổ.")

    def perform(self, form):
        asked = form.cleaned_data
        return services.void_activity(
            activity=self.object,
            reason=asked["reason"],
            version=asked["version"],
            by=self.request.user,
        )

    def get_success_url(self):
        return reverse("meetings:activities")


@content_required
@require_POST
def plan_again(request, pk: int):
    """Takes back that it was done or called off."""
    activities = Activity.objects.visible_to(request.user).valid()
    activity = get_object_or_404(activities, pk=pk)
    if not rights.may_keep_activity(request.user, activity):
        raise PermissionDenied
    services.plan_activity_again(activity=activity, by=request.user)
    return redirect(activity)
