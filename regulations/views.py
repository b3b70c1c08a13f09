"""Which rule holds on a day, how it came about, and the calendar deadlines are counted by.

Readers read; records officers enter, correct and void.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from audit import services as audit
from audit.views import (
    ActionFormView,
    RecordCreateView,
    RecordDetailView,
    RecordListView,
    RecordUpdateView,
    RecordVoidView,
)
from partyunit.views import ContentRequiredMixin, OnDayMixin, PageMixin
from regulations import services
from regulations.filters import HolidayFilterSet, RegulationFilterSet
from regulations.forms import CalendarYearForm, HolidayForm, rule_form
from regulations.models import Holiday, Regulation
from regulations.tables import COLUMNS, holiday_columns, scope_text, validity_text
from regulations.topics import BY_KEY, TOPICS, Topic


def may_write(user, row: Regulation | None = None) -> bool:
    """Records officers: a committee's own rule by that committee's, the rest by any."""
    if row is not None and row.committee_id:
        return user.access.writes(row.committee_id)
    return user.access.writes_committees


class WriterMixin:
    """Records officers only."""

    def check_right(self):
        row = getattr(self, "object", None)
        if not may_write(self.request.user, row if isinstance(row, Regulation) else None):
            raise PermissionDenied(_("Chỉ cán bộ công tác Đảng ghi được quy định và lịch nghỉ."))


@dataclass(frozen=True)
class TopicLine:
    """One topic, the rules of a day (the committee's own first), and how many there ever were."""

    topic: Topic
    rules: list[Regulation]
    count: int


class TopicsView(ContentRequiredMixin, OnDayMixin, PageMixin, TemplateView):
    """Every topic with the rule that holds on the day."""

    template_name = "regulations/topics.html"
    heading = gettext_lazy("Quy định")

    def get_lead(self):
        day = {"day": f"{self.on:%d/%m/%Y}"}
        return _("Có hiệu lực ngày %(day)s") % day

    def get_links(self):
        return [
            (_("Tất cả quy định, cả đã hết hiệu lực"), reverse("regulations:history")),
            (_("Ngày nghỉ lễ, làm bù"), reverse("regulations:holidays")),
        ]

    def get_context_data(self, **kwargs):
        by_topic = defaultdict(list)
        for row in Regulation.objects.visible_to(self.request.user).valid():
            by_topic[row.topic].append(row)
        lines = [
            TopicLine(one, self._held(by_topic[one.key]), len(by_topic[one.key])) for one in TOPICS
        ]
        writes = may_write(self.request.user)
        return super().get_context_data(lines=lines, may_write=writes, **kwargs)

    def _held(self, rows: list[Regulation]) -> list[Regulation]:
        held = [row for row in rows if row.holds_on(self.on)]
        return sorted(held, key=lambda row: row.committee_id is None)


class RulePage:
    """Where the pages of single rules stand."""

    model = Regulation

    def get_trail(self):
        return [(_("Quy định"), reverse("regulations:list"))]

    def get_cancel_url(self):
        row = getattr(self, "object", None)
        return row.get_absolute_url() if row else reverse("regulations:list")

    def get_success_url(self):
        return self.object.get_absolute_url()


class RegulationListView(RulePage, RecordListView):
    heading = gettext_lazy("Các quy định qua từng thời kỳ")
    unit = gettext_lazy("quy định")
    columns = COLUMNS
    filterset_class = RegulationFilterSet
    default_sort = "topic"

    def get_records(self):
        return super().get_records().valid()


class RegulationDetailView(RulePage, RecordDetailView):
    """One rule with its parameters, and the history of its topic."""

    template_name = "regulations/detail.html"
    takes_day = False

    def get_heading(self):
        return f"{capfirst(self.object.subject.label)}: {self.object.citation}"

    def get_lead(self):
        return capfirst(f"{validity_text(self.object)}, {scope_text(self.object)}")

    def get_links(self):
        row = self.object
        if row.is_voided or not may_write(self.request.user, row):
            return []
        pages = [(_("Sửa"), "update"), (_("Hủy"), "void")]
        return [(text, reverse(f"regulations:{name}", args=[row.pk])) for text, name in pages]

    def get_action(self):
        if not may_write(self.request.user):
            return None
        return (_("Ghi quy định mới"), reverse("regulations:create", args=[self.object.topic]))

    def get_context_data(self, **kwargs):
        rules = Regulation.objects.visible_to(self.request.user).valid()
        history = rules.filter(topic=self.object.topic).order_by("-valid_from")
        return super().get_context_data(history=history, **kwargs)


class RegulationCreateView(WriterMixin, RulePage, RecordCreateView):
    """A new rule of a topic, filled in as the one that holds."""

    submit_label = gettext_lazy("Ghi quy định")
    success_message = gettext_lazy("Đã ghi quy định; quy định trước hết hiệu lực hôm trước.")

    def check_page(self):
        if self.kwargs["topic"] not in BY_KEY:
            raise Http404
        super().check_page()

    def get_heading(self):
        return _("Quy định mới: %(topic)s") % {"topic": BY_KEY[self.kwargs["topic"]].label}

    def get_lead(self):
        if self.held is None:
            return ""
        note = _("Đang theo %(rule)s; quy định mới thay từ ngày có hiệu lực.") % {"rule": self.held}
        return f"{note} {self.held.subject.note}"

    def get_links(self):
        samples = BY_KEY[self.kwargs["topic"]].samples
        told = _("Bắt đầu từ %(sample)s")
        return [(told % {"sample": name}, f"?mau={key}") for key, (name, _known) in samples.items()]

    @cached_property
    def held(self) -> Regulation | None:
        """The committee's own goes before the general one: a new general rule would change nothing."""
        rules = Regulation.objects.visible_to(self.request.user)
        own = min(self.request.user.access.write_committee_ids, default=None)
        day = self.request.program_day
        return rules.of_day(topic=self.kwargs["topic"], day=day, committee=own)

    def get_instance(self):
        topic = self.kwargs["topic"]
        known = BY_KEY[topic].samples.get(self.request.GET.get("mau", ""))
        if self.held is None:
            return Regulation(topic=topic, parameters=dict(known[1]) if known else {})
        parameters = dict(known[1] if known else self.held.parameters)
        return Regulation(topic=topic, parameters=parameters, committee=self.held.committee)

    def get_form_class(self):
        return rule_form(BY_KEY[self.kwargs["topic"]])

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.request.user}

    def store(self, form):
        return services.enter_rule(rule=form.instance, by=self.request.user)


class RegulationUpdateView(WriterMixin, RulePage, RecordUpdateView):
    """Mends what was entered wrongly; a rule that changed is a new rule."""

    heading = gettext_lazy("Sửa quy định")
    success_message = gettext_lazy("Đã sửa quy định.")

    def get_lead(self):
        note = _("Chỉ sửa điều ghi nhầm. Quy định thay đổi thì ghi quy định mới.")
        return f"{note} {self.object.subject.note}"

    def get_form_class(self):
        return rule_form(self.object.subject)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.request.user}

    def store(self, form):
        return audit.update(
            form.instance,
            by=self.request.user,
            fields=form.stored_fields,
            reason=form.reason,
            version=form.read_version,
        )


class RegulationVoidView(WriterMixin, RulePage, RecordVoidView):
    submit_label = gettext_lazy("Hủy quy định")
    success_message = gettext_lazy("Đã hủy quy định.")

    def get_effects(self):
        before = services.rule_before(self.object)
        if before is None:
            return super().get_effects()
        held_again = _("%(rule)s lại có hiệu lực trong thời gian ấy.") % {"rule": before}
        return [held_again, *super().get_effects()]

    def perform(self, form):
        asked = form.cleaned_data
        return services.void_rule(
            rule=self.object, reason=asked["reason"], version=asked["version"], by=self.request.user
        )

    def get_success_url(self):
        return reverse("regulations:list")


class HolidayListView(RecordListView):
    model = Holiday
    heading = gettext_lazy("Ngày nghỉ lễ, làm bù")
    unit = gettext_lazy("ngày")
    filterset_class = HolidayFilterSet
    default_sort = "-day"
    takes_day = False

    def get_columns(self):
        return holiday_columns(may_write=may_write(self.request.user))

    def get_records(self):
        return super().get_records().valid()

    def get_trail(self):
        return [(_("Quy định"), reverse("regulations:list"))]

    def get_links(self):
        if not may_write(self.request.user):
            return []
        return [(_("Thêm ngày nghỉ của cả năm"), reverse("regulations:holiday_year"))]

    def get_action(self):
        if not may_write(self.request.user):
            return None
        return (_("Thêm ngày"), reverse("regulations:holiday_create"))


class HolidayPage(WriterMixin):
    model = Holiday
    form_class = HolidayForm

    def get_trail(self):
        return [
            (_("Quy định"), reverse("regulations:list")),
            (_("Ngày nghỉ lễ, làm bù"), self.get_success_url()),
        ]

    def get_success_url(self):
        return reverse("regulations:holidays")

    get_cancel_url = get_success_url


class HolidayCreateView(HolidayPage, RecordCreateView):
    heading = gettext_lazy("Thêm ngày nghỉ, làm bù")
    lead = gettext_lazy("Thứ bảy, chủ nhật là ngày nghỉ sẵn, không cần ghi.")
    success_message = gettext_lazy("Đã ghi; các hạn tính theo ngày làm việc đã tính lại.")

    def store(self, form):
        return services.enter_holiday(holiday=form.instance, by=self.request.user)


class HolidayUpdateView(HolidayPage, RecordUpdateView):
    heading = gettext_lazy("Sửa ngày nghỉ, làm bù")
    success_message = gettext_lazy("Đã sửa; các hạn tính theo ngày làm việc đã tính lại.")

    def get_links(self):
        return [
            (_("Hủy ngày ghi nhầm"), reverse("regulations:holiday_void", args=[self.object.pk]))
        ]


class HolidayVoidView(HolidayPage, RecordVoidView):
    form_class = RecordVoidView.form_class
    success_message = gettext_lazy("Đã hủy ngày này.")


class HolidayYearView(HolidayPage, ActionFormView):
    """The public holidays of a year, all at once."""

    form_class = CalendarYearForm
    heading = gettext_lazy("Thêm ngày nghỉ lễ của cả năm")
    submit_label = gettext_lazy("Thêm vào lịch")

    def get_initial(self):
        return {"year": self.request.program_day.year + 1}

    def get_effects(self):
        return [
            _("Thêm Tết, các ngày lễ và ngày làm bù của năm; ngày đã có trong lịch giữ nguyên."),
            _("Ngày nghỉ bù, hoán đổi do Nhà nước công bố từng năm: hãy đối chiếu sau khi thêm."),
        ]

    def perform(self, form):
        return services.fill_year(year=form.cleaned_data["year"], by=self.request.user)

    def get_success_message(self, saved):
        return _("Đã thêm %(count)s ngày vào lịch.") % {"count": len(saved)}
