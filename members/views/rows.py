"""Ending, voiding and undoing single dated rows, and a registration entered by mistake."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from audit.views import ActionFormView, RecordUpdateView, RecordVoidView, still_there
from members import forms, services
from members.models import (
    Exemption,
    Member,
    Membership,
    Oversight,
    Placement,
    Position,
    Rank,
    Secondment,
)
from members.reads import rows_about
from members.rights import check_has_content, check_may_write_member
from members.rows import KINDS
from members.views.acts import DatedBackMixin, member_trail
from members.wording import cell_text, closed_meetings_text
from partyunit.dates import day_after
from partyunit.forms import ReasonForm


class OfMemberMixin:
    """A page about one dated row: the row must be visible, its member too, the writer an officer."""

    def find(self, model):
        check_has_content(self.request.user)
        rows = still_there(model.objects.visible_to(self.request.user), self.request)
        rows = rows.select_related(getattr(model, "MEMBER", "member"))
        row = get_object_or_404(rows, pk=self.kwargs["pk"])
        self.member = row.member
        return row

    def check_right(self):
        check_may_write_member(self.request.user, self.member)

    def get_trail(self):
        return member_trail(self.member)

    def get_cancel_url(self):
        return reverse("members:detail", args=[self.member.pk])

    def get_success_url(self):
        return self.get_cancel_url()


class EndRowView(OfMemberMixin, DatedBackMixin, ActionFormView):
    """Ends one span by its own service."""

    form_class = forms.EndSpanForm
    model = None
    service = None
    argument = ""
    submit_label = gettext_lazy("Ghi kết thúc")
    success_message = gettext_lazy("Đã ghi kết thúc.")

    def prepare(self):
        self.row = self.find(self.model)

    def get_watched(self):
        return rows_about(self.member)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.request.user, "member": self.member}

    def get_lead(self):
        return _("%(member)s: %(row)s, từ ngày %(day)s.") % {
            "member": self.member,
            "row": self.row,
            "day": f"{self.row.from_on:%d/%m/%Y}",
        }

    def perform(self, form):
        service = type(self).service
        service(**{self.argument: self.row}, by=self.request.user, **form.cleaned_data)
        return self.row


class EndPositionView(EndRowView):
    form_class = forms.EndPositionForm
    model = Position
    service = services.end_position
    argument = "position"
    heading = gettext_lazy("Thôi giữ chức vụ")

    def get_effects(self):
        ended = services.oversights_that_end_with(self.row, self.request.program_day)
        cells = ", ".join(cell_text(one.cell) for one in ended)
        return [_("Thôi phụ trách %(cells)s cùng ngày.") % {"cells": cells}] if cells else []

    def get_initial(self):
        return {"note": self.row.note}


class EndOversightView(EndRowView):
    model = Oversight
    service = services.end_oversight
    argument = "oversight"
    heading = gettext_lazy("Thôi phụ trách chi bộ")


class CorrectRowView(OfMemberMixin, RecordUpdateView):
    """Mends a typing mistake in one dated row, with the reason."""

    heading = gettext_lazy("Sửa dòng ghi")
    success_message = gettext_lazy("Đã sửa dòng.")

    def get_object(self, queryset=None):
        if self.kwargs["kind"] not in KINDS:
            raise Http404
        self.object = self.find(KINDS[self.kwargs["kind"]])
        self.check_right()
        return self.object

    def get_form_class(self):
        return forms.correction_form(self.object)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.request.user}

    def get_lead(self):
        return str(self.object)

    def store(self, form):
        return services.correct_row(
            row=form.instance,
            fields=form.record_fields,
            reason=form.reason,
            version=form.read_version,
            recorded_on=self.request.program_day,
            by=self.request.user,
        )


class VoidRowView(OfMemberMixin, RecordVoidView):
    """Voids a dated row that never was true; a move or a promotion is undone whole."""

    heading = gettext_lazy("Hủy dòng ghi nhầm")
    success_message = gettext_lazy("Đã hủy dòng.")

    def prepare(self):
        if self.kwargs["kind"] not in KINDS:
            raise Http404
        self.object = self.find(KINDS[self.kwargs["kind"]])

    def get_question(self):
        return _("Hủy «%(row)s»?") % {"row": self.object}

    def get_effects(self):
        effects = super().get_effects()
        if isinstance(self.object, Placement):
            effects += _closed_meetings(self.object, self.object.from_on)
        if isinstance(self.object, Placement) and self.object.start_reason == "internal":
            effects.insert(0, _("Nơi sinh hoạt trước lần chuyển này lại có hiệu lực."))
            before = services.placement_before(self.object)
            effects += _held_again(before) if before is not None else []
        if isinstance(self.object, Exemption):
            effects += _closed_meetings(self.object, self.object.from_on)
        if isinstance(self.object, Secondment):
            effects += _reports_with(self.object)
        if isinstance(self.object, Rank):
            effects.insert(0, _("Cấp bậc hàm trước đó lại có hiệu lực."))
        if isinstance(self.object, Position) and self.object.to_on is None:
            effects += _told_again(services.ended_by_post(self.object))
        return effects

    def perform(self, form):
        asked = form.cleaned_data
        return services.void_row(
            row=self.object,
            reason=asked["reason"],
            version=asked["version"],
            by=self.request.user,
        )


def _reports_with(secondment: Secondment) -> list[str]:
    count = secondment.reports.valid().count()
    told = _("%(count)s báo cáo tháng của lần tăng cường này cũng không tính nữa.")
    return [told % {"count": count}] if count else []


def _held_again(placement: Placement) -> list[str]:
    """Tells the officer by name what ended with a placement and will hold with it again."""
    return _told_again(services.ended_with(placement))


def _told_again(spans) -> list[str]:
    rows = ", ".join(_of_member(row) for row in spans)
    return [_("Kết thúc cùng ngày, nay lại tiếp tục: %(rows)s.") % {"rows": rows}] if rows else []


def _of_member(row) -> str:
    """Whose row it is; most rows say so themselves."""
    named, told = str(row.member), str(row)
    return told if told.startswith(named) else f"{named}: {told}"


def _closed_meetings(row: Placement | Exemption, on) -> list[str]:
    """The meetings since the act that keep their rolls when it is taken back."""
    if on is None:  # nobody left; the service says so
        return []
    reach = {"to_cell": row.cell} if isinstance(row, Placement) else {}
    is_inside = isinstance(row, Placement) and row.end_reason in ("", Placement.EndReason.INTERNAL)
    closed = services.approved_after(row.member, on, with_committee=not is_inside, **reach)
    return [closed_meetings_text(closed)] if closed else []


class UndoView(OfMemberMixin, RecordVoidView):
    """Takes an act back: what was written about the member meanwhile is told first."""

    submit_label = gettext_lazy("Hủy việc ghi này")

    def get_watched(self):
        return rows_about(self.member)


class UndoLeavingView(UndoView):
    """Undoes a leaving that never was true: the placement holds again."""

    heading = gettext_lazy("Hủy việc ghi rời đảng bộ")
    success_message = gettext_lazy("Đồng chí lại tính ở chi bộ như trước.")

    def prepare(self):
        self.object = self.find(Placement)

    def get_question(self):
        return _("%(member)s không rời %(cell)s?") % {
            "member": self.member,
            "cell": self.object.place,
        }

    def get_effects(self):
        return [
            _("Nơi sinh hoạt và quá trình trong Đảng lại có hiệu lực như trước."),
            *_closed_meetings(self.object, self.object.to_on and day_after(self.object.to_on)),
            *_held_again(self.object),
        ]

    def perform(self, form):
        return services.undo_leaving(
            placement=self.object, reason=form.cleaned_data["reason"], by=self.request.user
        )


class UndoRecognitionView(UndoView):
    """Undoes a recognition that never was true."""

    heading = gettext_lazy("Hủy việc ghi công nhận chính thức")
    success_message = gettext_lazy("Đồng chí lại là đảng viên dự bị.")

    def prepare(self):
        self.object = self.find(Membership)

    def get_question(self):
        return _("%(member)s chưa được công nhận chính thức?") % {"member": self.member}

    def get_effects(self):
        return [
            _("Đồng chí lại tính là dự bị; ngày và quyết định công nhận bỏ trống."),
            _("Biên bản đã duyệt giữ nguyên; nội dung cũ còn trong nhật ký."),
        ]

    def perform(self, form):
        return services.undo_recognition(
            membership=self.object, reason=form.cleaned_data["reason"], by=self.request.user
        )


class VoidRegistrationView(RecordVoidView):
    """Voids a person entered by mistake, with all rows of the register."""

    model = Member
    form_class = ReasonForm
    heading = gettext_lazy("Hủy việc ghi nhầm đảng viên")
    submit_label = gettext_lazy("Hủy việc ghi nhầm")
    success_message = gettext_lazy("Đã hủy việc ghi nhầm.")

    def prepare(self):
        check_has_content(self.request.user)
        super().prepare()

    def check_right(self):
        check_may_write_member(self.request.user, self.object)

    def get_watched(self):
        return rows_about(self.object)

    def get_question(self):
        return _("Đồng chí %(member)s chưa từng là đảng viên của đảng bộ?") % {
            "member": self.object
        }

    def get_effects(self):
        return [
            _("Mọi dòng của đồng chí trong sổ đảng viên bị hủy; không số liệu nào còn tính."),
            _("Đồng chí đã chuyển đi hay ra khỏi Đảng thì không dùng mục này."),
            *super().get_effects(),
        ]

    def perform(self, form):
        return services.void_registration(
            member=self.object, reason=form.cleaned_data["reason"], by=self.request.user
        )

    def get_trail(self):
        return member_trail(self.object)

    def get_cancel_url(self):
        return reverse("members:detail", args=[self.object.pk])

    def get_success_url(self):
        return reverse("members:list")
