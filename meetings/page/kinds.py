"""The kinds of row typed on the page of a meeting: which rows, which form, how one is stored."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from meetings import forms, services
from meetings.forms import RowForm
from meetings.models import AgendaItem, Meeting, MinutesSection, Opinion, ScoreLine
from meetings.page.meeting import MeetingPage
from meetings.page.preparation_forms import PaperForm
from meetings.page.suggestions import suggest
from meetings.reads import tasks_that_come_back
from meetings.score.page import ScoreLineForm
from meetings.votes.form import UNANIMOUS, VoteForm

SUGGEST = "suggest"  # what the button «Lấy theo ghi chép» sends


class Kind:
    """Rows of a page that are typed and stored one by one: guests, unless told otherwise."""

    form_class: type[RowForm] = forms.GuestForm
    template = "meetings/rows/guest.html"
    anchor = "guests"
    is_removable = True
    moves_votes = False  # whether a change of such a row counts the votes again

    def rows(self, page: MeetingPage) -> models.QuerySet:
        """The stored rows of this meeting, voided ones too; no other's are ever shown."""
        return page.meeting.guests.all()

    def people(self, page: MeetingPage) -> list:
        return page.outsiders

    def offered(self, page: MeetingPage, row) -> list:
        """Whom the form of that row, or of a new one, may name."""
        return self.people(page)

    def forms(self, page: MeetingPage) -> list[RowForm]:
        """The forms on the page; those for a new row have no row."""
        return [*page.guest_forms, page.new_guest_form]

    def save(self, page: MeetingPage, form: RowForm, *, by):
        return services.save_row(
            form.model,
            meeting=page.meeting,
            uid=form.cleaned_data["uid"],
            version=form.cleaned_data["version"],
            by=by,
            **form.values(),
        )

    def find(self, page: MeetingPage, uid: str):
        """The row of that uid as it is stored, or None."""
        try:
            return self.rows(page).filter(uid=uid).first()
        except ValidationError:
            return None

    def bind(self, page: MeetingPage, data) -> RowForm:
        """The form with what was sent; «keep mine» after a conflict answers to the version shown."""
        sent, over = data.get("uid"), data.get("over", "")
        if ":" in over:
            data = data.copy()
            data["uid"], data["version"] = over.split(":", 1)
        row = self.find(page, data.get("uid"))
        form = self.form_class(data, row=row, people=self.offered(page, row), uid=sent)
        form.item_uid = data.get("item", "")
        return form

    def drawn(self, page: MeetingPage, row) -> RowForm | None:
        """The form of the stored row as the page has it now."""
        return next((form for form in self.forms(page) if form.row and form.row.pk == row.pk), None)

    def blank(self, page: MeetingPage, form: RowForm) -> RowForm | None:
        """The empty form for the next row; parts of the minutes and criteria have no next one."""
        if not self.is_removable:
            return None
        return next((form for form in self.forms(page) if form.row is None), None)


class GuestKind(Kind):
    def offered(self, page, row):
        return page.offered_guests(row) if row is not None else page.outsiders

    def save(self, page, form, *, by):
        told = form.values()
        state = told.pop("state") or (form.row.state if form.row else page.guest_state)
        return services.save_guest(
            meeting=page.meeting,
            uid=form.cleaned_data["uid"],
            version=form.cleaned_data["version"],
            state=state,
            on=page.day,
            by=by,
            **told,
        )


class AgendaKind(Kind):
    form_class, template, anchor = forms.AgendaForm, "meetings/rows/agenda.html", "agenda"

    def rows(self, page):
        return page.meeting.agenda.all()

    def people(self, page):
        return page.speakers

    def forms(self, page):
        return [*page.agenda_forms, page.new_agenda_form]


class OpinionKind(Kind):
    form_class, template, anchor = forms.OpinionForm, "meetings/rows/opinion.html", "agenda"

    def rows(self, page):
        return Opinion.objects.filter(item__meeting=page.meeting)

    def people(self, page):
        return page.speakers

    def forms(self, page):
        return [
            opinion for item in page.agenda_forms for opinion in (*item.opinions, item.new_opinion)
        ]

    def save(self, page, form, *, by):
        form.cleaned_data["item"] = _agenda_item(page, form.item_uid)
        return super().save(page, form, by=by)

    def blank(self, page, form):
        empty = (one for one in self.forms(page) if one.row is None)
        return next((one for one in empty if one.item_uid == form.item_uid), None)


class TaskKind(Kind):
    form_class, template, anchor = forms.TaskForm, "meetings/rows/task.html", "tasks"

    def rows(self, page):
        return page.meeting.action_items.all()

    def people(self, page):
        return page.roll_members

    def forms(self, page):
        return [*page.task_forms, page.new_task_form]


class SectionKind(Kind):
    form_class, template, anchor = forms.SectionForm, "meetings/rows/section.html", "close"
    is_removable = False

    def rows(self, page):
        return MinutesSection.objects.filter(minutes=page.minutes)

    def people(self, page):
        return []

    def forms(self, page):
        return list(page.sections.values())

    def bind(self, page, data):
        """An empty part may be begun with what the record says; what is typed is never replaced."""
        if data.get("save") == SUGGEST and not data.get("text", "").strip():
            data = data.copy()
            data["text"] = suggest(data.get("part", ""), page.content)
        return super().bind(page, data)

    def save(self, page, form, *, by):
        if form.data.get("save") == SUGGEST and not form.cleaned_data["text"]:
            raise ValidationError({"text": _("Chưa ghi gì để lấy cho phần này.")})
        return super().save(page, form, by=by)


class AttendanceKind(Kind):
    form_class, template, anchor = forms.AttendanceForm, "meetings/rows/attendance.html", "roll"
    is_removable = False
    moves_votes = True

    def rows(self, page):
        return page.meeting.attendances.all()

    def people(self, page):
        return []

    def forms(self, page):
        return page.attendance_forms

    def save(self, page, form, *, by):
        return services.record_attendance(
            attendance=_still_there(self, page, form),
            version=form.cleaned_data["version"],
            on=page.day,
            by=by,
            **form.values(),
        )


class ReportKind(Kind):
    """Tasks of earlier meetings that come back."""

    form_class, template, anchor = forms.TaskReportForm, "meetings/rows/report.html", "returned"
    is_removable = False

    def rows(self, page):
        return tasks_that_come_back(page.meeting)

    def people(self, page):
        return []

    def forms(self, page):
        return page.report_forms

    def save(self, page, form, *, by):
        return services.report_task(
            meeting=page.meeting,
            task=_still_there(self, page, form),
            version=form.cleaned_data["version"],
            by=by,
            **form.values(),
        )


class CourseKind(Kind):
    """The meeting itself: its day and hours, chair and clerk."""

    form_class, template, anchor = forms.CourseForm, "meetings/rows/course.html", "open"
    is_removable = False
    moves_votes = True

    def rows(self, page):
        return Meeting.objects.filter(pk=page.meeting.pk)

    def find(self, page, uid):
        return page.meeting

    def people(self, page):
        return page.leaders

    def forms(self, page):
        return [page.course_form]

    def save(self, page, form, *, by):
        return services.record_course(
            meeting=page.meeting,
            version=form.cleaned_data["version"],
            is_agreed=page.may_agree if page.meeting.meets_on > page.day else None,
            by=by,
            **form.values(),
        )


class PaperKind(Kind):
    """What the members have before the meeting."""

    form_class, template, anchor = PaperForm, "meetings/rows/paper.html", "papers"

    def rows(self, page):
        return page.meeting.papers.all()

    def people(self, page):
        return page.register_papers

    def forms(self, page):
        return [*page.paper_forms, page.new_paper_form]

    def save(self, page, form, *, by):
        data = form.cleaned_data
        return services.save_paper(
            meeting=page.meeting,
            uid=data["uid"],
            version=data["version"],
            on=page.day,
            by=by,
            **form.values(),
        )


class VoteKind(Kind):
    """Votes, on a point of the agenda or on none; one button makes all who can vote agree."""

    form_class, template, anchor = VoteForm, "meetings/rows/vote.html", "votes"

    def rows(self, page):
        return page.meeting.votes.all()

    def people(self, page):
        return page.vote_people

    def forms(self, page):
        return page.vote_forms

    def bind(self, page, data):
        if data.get("save") == UNANIMOUS:
            data = data.copy()
            data["votes_for"] = str(page.electorate.voters)
            data["votes_against"] = data["votes_other"] = "0"
        return super().bind(page, data)

    def save(self, page, form, *, by):
        item = _agenda_item(page, form.item_uid) if form.item_uid else None
        form.cleaned_data["item"] = item
        return super().save(page, form, by=by)

    def blank(self, page, form):
        empty = (one for one in self.forms(page) if one.row is None)
        return next((one for one in empty if one.item_uid == form.item_uid), None)


def _agenda_item(page: MeetingPage, uid: str) -> AgendaItem:
    try:
        item = page.meeting.agenda.valid().filter(uid=uid).first()
    except ValidationError:
        item = None
    if item is None:
        raise ValidationError(_("Nội dung này vừa được bỏ khỏi chương trình."), code="elsewhere")
    return item


def _still_there(kind: Kind, page: MeetingPage, form: RowForm):
    row = kind.rows(page).filter(uid=form.cleaned_data["uid"], voided_at__isnull=True).first()
    if row is None:
        raise ValidationError(_("Dòng này không còn trong sổ."), code="elsewhere")
    return row


class ScoreKind(Kind):
    """The points of each criterion of the frame of the day."""

    form_class, template = ScoreLineForm, "meetings/rows/score.html"
    anchor = "close-score"
    is_removable = False

    def rows(self, page):
        return ScoreLine.objects.filter(score__meeting=page.meeting)

    def people(self, page):
        return []

    def forms(self, page):
        return page.score.forms

    def save(self, page, form, *, by):
        return services.save_score_line(
            meeting=page.meeting,
            uid=form.cleaned_data["uid"],
            version=form.cleaned_data["version"],
            by=by,
            **form.values(),
        )


KINDS: dict[str, Kind] = {
    "course": CourseKind(),
    "attendance": AttendanceKind(),
    "guest": GuestKind(),
    "paper": PaperKind(),
    "report": ReportKind(),
    "agenda": AgendaKind(),
    "opinion": OpinionKind(),
    "section": SectionKind(),
    "score": ScoreKind(),
    "task": TaskKind(),
    "vote": VoteKind(),
}
