"""The kinds of row typed on the page of a meeting: which form, which fragment, where on the page."""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from meetings import services
from meetings.forms import (
    AgendaForm,
    AttendanceForm,
    CourseForm,
    GuestForm,
    OpinionForm,
    RowForm,
    SectionForm,
    TaskForm,
    TaskReportForm,
)
from meetings.models import ActionItem, AgendaItem
from meetings.page import MeetingPage

Save = Callable[..., object]  # (page, form, *, by) -> the saved row


@dataclass(frozen=True)
class Kind:
    """One kind of row. `people` and `blank` name attributes of the page."""

    form_class: type[RowForm]
    template: str
    anchor: str
    save: Save
    people: str = ""
    blank: str = ""

    def bind(self, page: MeetingPage, data, *, row=None) -> RowForm:
        """The form with what was sent; `row` is the stored row of that uid, if there is one."""
        people = getattr(page, self.people) if self.people else ()
        form = self.form_class(data, row=row, people=people, uid=data.get("uid"))
        form.item_uid = data.get("item", "")
        return form


def _save_row(page: MeetingPage, form: RowForm, *, by):
    values = form.values()
    if form.model.__name__ == "Opinion":
        values["item"] = agenda_item(page, form.item_uid)
    return services.save_row(
        form.model,
        meeting=page.meeting,
        uid=form.cleaned_data["uid"],
        version=form.cleaned_data["version"],
        by=by,
        **values,
    )


def agenda_item(page: MeetingPage, uid: str) -> AgendaItem:
    try:
        item = page.meeting.agenda.valid().filter(uid=uid).first()
    except ValidationError:
        item = None
    if item is None:
        raise ValidationError(_("Nội dung này vừa được bỏ khỏi chương trình."), code="elsewhere")
    return item


def _save_attendance(page: MeetingPage, form: RowForm, *, by):
    row = row_of(page.meeting.attendances.valid(), form)
    return services.record_attendance(
        attendance=row, version=form.cleaned_data["version"], by=by, **form.values()
    )


def _save_course(page: MeetingPage, form: RowForm, *, by):
    version = form.cleaned_data["version"]
    return services.record_course(meeting=page.meeting, version=version, by=by, **form.values())


def _save_report(page: MeetingPage, form: RowForm, *, by):
    return services.report_task(
        meeting=page.meeting,
        task=row_of(ActionItem.objects.valid(), form),
        version=form.cleaned_data["version"],
        by=by,
        **form.values(),
    )


def row_of(queryset, form: RowForm):
    row = queryset.filter(uid=form.cleaned_data["uid"]).first()
    if row is None:
        raise ValidationError(_("Dòng này không còn trong sổ."), code="elsewhere")
    return row


KINDS = {
    "course": Kind(CourseForm, "meetings/rows/course.html", "open", _save_course, "leaders"),
    "attendance": Kind(AttendanceForm, "meetings/rows/attendance.html", "roll", _save_attendance),
    "guest": Kind(
        GuestForm, "meetings/rows/guest.html", "guests", _save_row, "outsiders", "new_guest_form"
    ),
    "report": Kind(TaskReportForm, "meetings/rows/report.html", "returned", _save_report),
    "agenda": Kind(
        AgendaForm, "meetings/rows/agenda.html", "agenda", _save_row, "speakers", "new_agenda_form"
    ),
    "opinion": Kind(
        OpinionForm, "meetings/rows/opinion.html", "agenda", _save_row, "speakers", "new_opinion"
    ),
    "section": Kind(SectionForm, "meetings/rows/section.html", "close", _save_row),
    "task": Kind(
        TaskForm, "meetings/rows/task.html", "tasks", _save_row, "roll_members", "new_task_form"
    ),
}
REMOVABLE = {"guest", "agenda", "opinion", "task"}
