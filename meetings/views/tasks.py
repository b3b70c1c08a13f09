"""Tasks given at meetings: all in sight, one's own, one task, and what is recorded of it between meetings."""

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from audit.services import entries_of
from audit.views import RecordDetailView, RecordListView, RecordUpdateView
from cells.querysets import cell_name_on
from cells.wording import cell_title
from meetings import rights, services
from meetings.models import ActionItem
from meetings.tasks.forms import ExtendForm, ReportForm
from meetings.tasks.history import told
from meetings.tasks.tables import TaskFilterSet, task_columns
from members.models import Member


class TaskListView(RecordListView):
    """Every task in sight given up to the day, as it stood on the day; what is open stands first."""

    model = ActionItem
    template_name = "meetings/list.html"
    heading = gettext_lazy("Nhiệm vụ giao")
    unit = gettext_lazy("nhiệm vụ")
    filterset_class = TaskFilterSet
    default_sort = "state"
    empty_heading = gettext_lazy("Không có nhiệm vụ nào như vậy")
    empty_text = gettext_lazy("Nhiệm vụ được giao và ghi tại trang của từng cuộc họp.")

    def get_records(self):
        return self.get_by_key().visible_to(self.request.user).given_by(self.on)

    def get_by_key(self):
        tasks = ActionItem.objects.as_on(self.on).annotate(
            cell_name=cell_name_on(self.on, "meeting__cell__")
        )
        return tasks.select_related("assignee", "meeting__cell")

    def get_columns(self):
        return task_columns(self.meeting_url, self.report_url)

    def meeting_url(self, task) -> str | None:
        """A task of one's own may come from a meeting out of sight."""
        if not rights.may_open(self.request.user, task.meeting):
            return None
        return reverse("meetings:detail", args=[task.meeting_id])

    def report_url(self, task) -> str | None:
        if not rights.may_report(self.request.user, task):
            return None
        return reverse("meetings:report_task", args=[task.pk])


class MyTaskListView(TaskListView):
    """What was given to the member of the account."""

    heading = gettext_lazy("Nhiệm vụ của tôi")
    empty_heading = gettext_lazy("Không có nhiệm vụ nào giao cho đồng chí")

    def get_records(self):
        return super().get_records().filter(assignee__user=self.request.user)

    @cached_property
    def member(self) -> Member | None:
        return Member.objects.valid().filter(user=self.request.user).first()

    def get_context_data(self, **kwargs):
        if self.member is None:
            self.empty_text = _("Tài khoản này chưa gắn với đảng viên nào nên không có việc riêng.")
        return super().get_context_data(**kwargs)


class TaskDetailView(RecordDetailView):
    """One task: who, what, by when, how it stands, and who recorded what of it."""

    model = ActionItem
    template_name = "meetings/task.html"
    takes_day = False

    def get_queryset(self):
        tasks = super().get_queryset().select_related("assignee", "meeting__cell")
        return tasks.filter(meeting__voided_at__isnull=True)

    def get_trail(self):
        trail = [
            (_("Sinh hoạt"), reverse("meetings:list")),
            (_("Nhiệm vụ giao"), reverse("meetings:tasks")),
        ]
        cell = self.object.meeting.cell
        if cell is not None and self.may_open:
            trail.append((cell_title(str(cell)), f"{reverse('meetings:tasks')}?cell={cell.pk}"))
        return trail

    @property
    def may_open(self) -> bool:
        """The meeting; a task of one's own may come from one out of sight."""
        return rights.may_open(self.request.user, self.object.meeting)

    def get_context_data(self, **kwargs):
        task = self.object
        return super().get_context_data(
            day=self.on,
            is_late=task.is_overdue_on(self.on),
            meeting_url=task.meeting.get_absolute_url() if self.may_open else "",
            member_url=self._member_url(),
            may_report=not task.is_voided and rights.may_report(self.request.user, task),
            is_closed=task.state in ActionItem.CLOSED,
            entries=[told(entry) for entry in entries_of(task).reverse()],
            **kwargs,
        )

    def _member_url(self) -> str:
        seen = Member.objects.visible_to(self.request.user).filter(pk=self.object.assignee_id)
        return reverse("members:detail", args=[self.object.assignee_id]) if seen.exists() else ""


class OfTaskView(RecordUpdateView):
    """What both acts share: the task in sight, and the right to record of it."""

    model = ActionItem

    def get_queryset(self):
        return super().get_queryset().given().select_related("assignee", "meeting__cell")

    def check_right(self):
        if not rights.may_report(self.request.user, self.object):
            raise PermissionDenied

    def get_lead(self):
        task = self.get_queryset().get(pk=self.object.pk)  # a form sent back has changed the other
        facts = {"task": task.task, "name": task.assignee, "day": f"{task.last_day:%d/%m/%Y}"}
        return _("%(task)s: %(name)s, hạn %(day)s") % facts

    def get_trail(self):
        return [
            (_("Nhiệm vụ giao"), reverse("meetings:tasks")),
            (_("Nhiệm vụ"), self.object.get_absolute_url()),
        ]

    def get_cancel_url(self):
        return self.object.get_absolute_url()


class ReportTaskView(OfTaskView):
    """How the task stands today; what is done or dropped comes back no more."""

    form_class = ReportForm
    heading = gettext_lazy("Ghi kết quả nhiệm vụ")
    submit_label = gettext_lazy("Ghi kết quả")
    success_message = gettext_lazy("Đã ghi kết quả.")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "day": self.request.program_day}

    def store(self, form):
        return services.report_between_meetings(
            task=self.object,
            state=form.cleaned_data["state"],
            result=form.cleaned_data["result"],
            closed_on=form.cleaned_data["closed_on"],
            version=form.read_version,
            on=self.request.program_day,
            by=self.request.user,
        )


class ExtendTaskView(OfTaskView):
    """Puts the day of the task off; the day the minutes say stays."""

    form_class = ExtendForm
    heading = gettext_lazy("Gia hạn nhiệm vụ")
    submit_label = gettext_lazy("Gia hạn")
    success_message = gettext_lazy("Đã gia hạn.")

    def store(self, form):
        return services.extend_task(
            task=self.object,
            to=form.cleaned_data["extended_to"],
            reason=form.cleaned_data["extension_reason"],
            version=form.read_version,
            on=self.request.program_day,
            by=self.request.user,
        )
