"""The contact with the cell at home: the list, and the acts introduce, move, confirm, end."""

import datetime as dt
from functools import lru_cache

from django.db.models import Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from audit.views import ActionFormView
from cells.models import Cell
from members import forms, services
from members.filters.residence import ResidenceFilterSet
from members.models import Member, ResidenceContact
from members.register import with_cell
from members.residence import (
    OUTSTANDING,
    CommentState,
    rule_name_on,
    rules_of_contact,
    with_comment,
    with_contact,
    year_in_work,
)
from members.rights import check_may_write
from members.sums import residence_sums
from members.tables.residence import residence_columns
from members.views.acts import MemberActView
from members.views.of_year import EntryTableView, MembersOfYearView, read_year
from members.views.rows import EndRowView


class ResidenceListView(MembersOfYearView):
    """Members as on a day, with where each keeps in touch and how the year's comment stands."""

    heading = gettext_lazy("Giữ mối liên hệ nơi cư trú")
    filterset_class = ResidenceFilterSet

    def default_year(self) -> int:
        return year_in_work(self.on)

    def get_columns(self):
        return residence_columns(self.year)

    @staticmethod
    @lru_cache(maxsize=64)
    def register(day: dt.date, year: int):
        members = with_contact(with_cell(Member.objects.all(), day), day)
        return with_comment(members, year=year, day=day)

    def get_sums(self):
        return residence_sums(self.counted(), year=self.year, url=self.url)

    def get_links(self):
        links = [(_("Cam kết nêu gương"), reverse("members:commitments"))]
        if not self.request.user.access.writes_committees:
            return links
        of_year = f"?year={self.year}"
        return [
            (_("Gửi phiếu"), reverse("members:ask_for_comments") + of_year),
            (_("In phiếu"), reverse("members:request_sheets") + of_year),
            *links,
        ]

    def get_action(self):
        if not self.request.user.access.writes_committees:
            return None
        url = f"{reverse('members:receive_comments')}?year={self.year}"
        return (_("Nhập nhận xét"), url)


class KeepContactView(MemberActView):
    form_class = forms.ContactForm
    service = services.keep_contact
    passes_recorded_on = True
    heading = gettext_lazy("Giữ mối liên hệ nơi cư trú")
    submit_label = gettext_lazy("Ghi nơi cư trú")
    success_message = gettext_lazy("Đã ghi nơi giữ mối liên hệ.")

    def get_effects(self):
        effects = [
            _("Theo %(rule)s; chỉ hình thức «giới thiệu về nơi cư trú» cần nhận xét hằng năm.")
            % {"rule": rule_name_on(self.request.program_day, rules_of_contact())},
        ]
        held = self.member.residence_contacts.active_on(self.request.program_day).first()
        if held is not None:
            told = {"place": held.place, "mode": held.get_mode_display()}
            effects.insert(0, _("Đang ghi: %(place)s (%(mode)s).") % told)
        return effects


class EndContactView(EndRowView):
    form_class = forms.EndSecondmentForm
    model = ResidenceContact
    service = services.end_contact
    argument = "contact"
    heading = gettext_lazy("Thôi giữ mối liên hệ nơi cư trú")

    def get_lead(self):
        return _contact_lead(self.row)


class ConfirmContactView(EndRowView):
    """Not an end, but the same kind of page: one row, one day, one service."""

    form_class = forms.ConfirmContactForm
    model = ResidenceContact
    service = services.confirm_contact
    argument = "contact"
    heading = gettext_lazy("Nơi cư trú xác nhận đã tiếp nhận")
    submit_label = gettext_lazy("Ghi xác nhận")
    success_message = gettext_lazy("Đã ghi xác nhận.")

    def get_lead(self):
        return _contact_lead(self.row)

    def perform(self, form):
        recorded_on = self.request.program_day
        return services.confirm_contact(
            contact=self.row, recorded_on=recorded_on, by=self.request.user, **form.cleaned_data
        )


def _contact_lead(contact: ResidenceContact) -> str:
    return _("%(member)s tại %(place)s, từ ngày %(day)s.") % {
        "member": contact.member,
        "place": contact.place,
        "day": f"{contact.from_on:%d/%m/%Y}",
    }


def residence_list(year: int) -> tuple[str, str]:
    """Text and address of the list on a year's comments."""
    return _("Nơi cư trú"), f"{reverse('members:residence')}?year={year}"


class ReceiveCommentsView(EntryTableView):
    """The comments that came back, entered one after another in the order of the list."""

    row_form = forms.CommentRowForm
    day_field = "received_on"
    empty_text = gettext_lazy("Không còn đồng chí nào thiếu nhận xét.")
    others = gettext_lazy("Cả đồng chí đã giới thiệu mà không cần nhận xét hằng năm")
    lead = gettext_lazy(
        "Chỉ các dòng đã chọn mức nhận xét được ghi; dùng phím Tab để sang ô sau, phím chữ cái "
        "để chọn mức."
    )

    def default_year(self) -> int:
        return year_in_work(self.request.program_day)

    def get_heading(self):
        return _("Nhập nhận xét nơi cư trú năm %(year)s") % {"year": self.year}

    def get_list(self):
        return residence_list(self.year)

    def get_members(self):
        return with_contact(super().get_members(), self.request.program_day)

    def get_waiting(self):
        day = self.request.program_day
        members = with_comment(self.get_members(), year=self.year, day=day)
        waiting = Q(comment_state__in=OUTSTANDING)
        if self.with_others:  # 33-HD/BTCTW: of the special modes a comment comes when needed
            introduced = Q(contact_mode__in=ResidenceContact.INTRODUCED)
            waiting |= Q(comment_state=CommentState.NOT_NEEDED) & introduced
        return members.filter(waiting)

    def write(self, member: Member, typed: dict):
        day, user = self.request.program_day, self.request.user
        services.receive_comment(member=member, year=self.year, recorded_on=day, by=user, **typed)


class SheetsOfYearView(ActionFormView):
    """An act on the request sheets of a year, of all members of the account's committees at once."""

    def prepare(self):
        default = year_in_work(self.request.program_day)
        asked = self.request.POST if self.request.method == "POST" else self.request.GET
        self.year = read_year(asked.get("year", ""), default)

    def check_right(self):
        check_may_write(self.request.user)

    @cached_property
    def members(self):
        user, day = self.request.user, self.request.program_day
        cells = Cell.objects.filter(committee__in=user.access.write_committee_ids)
        return Member.objects.visible_to(user).placed_on(day, cells=cells).order_by("sort_name")

    def get_trail(self):
        return [(_("Đảng viên"), reverse("members:list")), residence_list(self.year)]

    def get_cancel_url(self):
        return residence_list(self.year)[1]

    def get_success_url(self):
        return self.get_cancel_url()


class AskForCommentsView(SheetsOfYearView):
    """All request sheets of a year that went out on one day, in one action."""

    form_class = forms.AskForm
    submit_label = gettext_lazy("Ghi đã gửi phiếu")

    def get_initial(self):
        return {"year": self.year, "on": self.request.program_day}

    def get_heading(self):
        return _("Gửi phiếu xin ý kiến nơi cư trú năm %(year)s") % {"year": self.year}

    def get_links(self):
        url = f"{reverse('members:take_back_request')}?year={self.year}"
        return [(_("Hủy lần gửi ghi nhầm"), url)]

    def get_effects(self):
        day = self.request.program_day
        waiting = services.waiting_for_request(self.members, year=self.year, on=day)
        names = [str(member) for member in waiting]
        if not names:
            return [_("Không có đồng chí nào cần gửi phiếu mà chưa gửi.")]
        told = {"count": len(names), "names": ", ".join(names)}
        return [
            _("Ghi ngày gửi phiếu cho %(count)s đồng chí: %(names)s.") % told,
            _("Đồng chí đã gửi phiếu, đã có nhận xét hoặc không cần nhận xét thì giữ nguyên."),
        ]

    def perform(self, form):
        asked = services.ask_for_comments(
            members=self.members,
            year=self.year,
            on=form.cleaned_data["on"],
            recorded_on=self.request.program_day,
            by=self.request.user,
        )
        told = {"count": len(asked)}
        self.success_message = _("Đã ghi gửi phiếu cho %(count)s đồng chí.") % told
        return asked


class TakeBackRequestView(SheetsOfYearView):
    """A sending that was entered by mistake, taken back whole where no comment has come in yet."""

    form_class = forms.TakeBackForm
    submit_label = gettext_lazy("Hủy lần gửi này")

    def get_heading(self):
        return _("Hủy lần gửi phiếu ghi nhầm, năm %(year)s") % {"year": self.year}

    def get_form_kwargs(self):
        days = services.sent_on(self.members, year=self.year)
        told = _("%(day)s: %(count)s phiếu chưa có nhận xét")
        choices = [
            (on.isoformat(), told % {"day": f"{on:%d/%m/%Y}", "count": count})
            for on, count in days.items()
        ]
        return {**super().get_form_kwargs(), "days": choices}

    def get_initial(self):
        return {"year": self.year}

    def get_effects(self):
        return [_("Các phiếu ấy lại tính là chưa gửi; nhận xét đã nhận về thì giữ nguyên.")]

    def perform(self, form):
        asked = form.cleaned_data
        count = services.take_back_request(
            members=self.members,
            year=self.year,
            on=asked["on"],
            reason=asked["reason"],
            by=self.request.user,
        )
        self.success_message = _("Đã hủy %(count)s phiếu.") % {"count": count}
        return count
