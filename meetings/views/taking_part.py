"""Who took part in an activity: one form for a whole cell, by name or number; one for all cells."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from audit.views import ActionFormView
from cells.models import Cell
from cells.wording import cell_title
from meetings import rights, services
from meetings.activities.forms import NumbersForm, ParticipationForm
from meetings.activities.participation import cell_lines, members_to_tick
from meetings.activities.tables import days_text
from meetings.models import Activity


class NumbersView(ActionFormView):
    """All cells in one form: how many of each, or everyone where nothing is recorded yet."""

    form_class = NumbersForm
    template_name = "meetings/numbers.html"
    heading = gettext_lazy("Người tham gia của các chi bộ")
    submit_label = gettext_lazy("Ghi số người")
    success_message = gettext_lazy("Đã ghi người tham gia.")

    def prepare(self):
        activities = Activity.objects.visible_to(self.request.user).valid()
        self.activity = get_object_or_404(activities, pk=self.kwargs["pk"])
        lines = cell_lines(self.activity, user=self.request.user)
        self.named = [line for line in lines if line.named]
        self.lines = [line for line in lines if not line.named]

    def check_right(self):
        may = self.request.user.access.writes(self.activity.committee_id)
        if not may or not self.activity.takes_part:
            raise PermissionDenied

    def get_watched(self):
        return [self.activity.participations.all()]

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "lines": self.lines}

    def get_lead(self):
        return f"{self.activity}, {days_text(self.activity)}."

    def get_trail(self):
        return trail_of(self.activity)

    def get_context_data(self, **kwargs):
        waiting = [line for line in self.lines if not line.head_count]
        return super().get_context_data(
            named=self.named, waiting=sum(line.belong for line in waiting), **kwargs
        )

    def get_cancel_url(self):
        return self.activity.get_absolute_url()

    get_success_url = get_cancel_url

    def perform(self, form):
        asked = {"activity": self.activity, "on": self.request.program_day, "by": self.request.user}
        if "everyone" in self.request.POST:
            return services.record_everyone(cells=[line.cell for line in self.lines], **asked)
        return services.record_numbers(numbers=form.numbers, **asked)


def trail_of(activity: Activity):
    return [
        (_("Sinh hoạt"), reverse("meetings:list")),
        (_("Hoạt động"), reverse("meetings:activities")),
        (str(activity), activity.get_absolute_url()),
    ]


class ParticipationView(ActionFormView):
    form_class = ParticipationForm
    template_name = "meetings/participation.html"
    submit_label = gettext_lazy("Ghi người tham gia")
    success_message = gettext_lazy("Đã ghi người tham gia.")

    def prepare(self):
        user = self.request.user
        activities = Activity.objects.visible_to(user).valid()
        self.activity = get_object_or_404(activities, pk=self.kwargs["pk"])
        day, committee = self.activity.starts_on, self.activity.committee_id
        cells = Cell.objects.visible_to(user).filter(committee=committee).existing_on(day)
        self.cell = get_object_or_404(cells.with_name_on(day), pk=self.kwargs["cell"])
        self.members = members_to_tick(self.activity, self.cell)

    def check_right(self):
        may = rights.may_record_participation(self.request.user, self.activity, self.cell)
        if not may or not self.activity.takes_part:
            raise PermissionDenied

    def recorded(self):
        return self.activity.participations.valid().filter(cell=self.cell)

    def get_watched(self):
        """Whoever records the same cell meanwhile is told, and keeps what was ticked."""
        return [self.activity.participations.filter(cell=self.cell)]

    def get_initial(self):
        initial: dict = {}
        for row in self.recorded():
            if row.member_id:
                initial |= {f"m{row.member_id}": True, f"m{row.member_id}-did": row.contribution}
            else:
                initial["head_count"] = row.head_count
        return initial

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "members": self.members}

    def get_heading(self):
        return _("Người tham gia của %(cell)s") % {"cell": cell_title(self.cell.name_on)}

    def get_lead(self):
        day = f"{self.activity.starts_on:%d/%m/%Y}"
        told = _("%(activity)s, %(days)s. Danh sách là đảng viên chi bộ ngày %(day)s.")
        if self.activity.ends_on > self.activity.starts_on:
            told = _(
                "%(activity)s, %(days)s. Danh sách là đảng viên chi bộ ngày %(day)s và người mới về "
                "sau ngày ấy."
            )
        return told % {"activity": self.activity, "days": days_text(self.activity), "day": day}

    def get_trail(self):
        return trail_of(self.activity)

    def get_cancel_url(self):
        return self.activity.get_absolute_url()

    get_success_url = get_cancel_url

    def perform(self, form):
        return services.record_participation(
            activity=self.activity,
            cell=self.cell,
            members=form.chosen,
            head_count=form.counted,
            on=self.request.program_day,
            by=self.request.user,
        )
