"""The register of Party badges: who has which, entering, correcting, voiding.

Who reaches one when stands on the deadlines page (`reports/deadlines`).
"""

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from audit.views import (
    RecordCreateView,
    RecordDetailView,
    RecordListView,
    RecordUpdateView,
    RecordVoidView,
)
from awards import services
from awards.filters import BadgeFilterSet
from awards.forms import BadgeForm
from awards.models import Badge
from awards.tables import BADGE_COLUMNS, decision_text, years_of_badge
from awards.views.merit import decided_lead
from members.models import Member
from members.rights import check_may_write, check_may_write_member, may_write_member
from partyunit.listing import show


class BadgePage:
    """What the pages of badges share."""

    model = Badge

    def get_trail(self):
        return [
            (_("Khen thưởng"), reverse("awards:list")),
            (_("Huy hiệu Đảng"), reverse("awards:badges")),
        ]

    def check_right(self):
        check_may_write_member(self.request.user, self.object.member)

    def get_cancel_url(self):
        return self.object.get_absolute_url() if self.object else reverse("awards:badges")

    def get_success_url(self):
        return self.object.get_absolute_url()


class BadgeListView(RecordListView):
    model = Badge
    heading = gettext_lazy("Huy hiệu Đảng")
    columns = BADGE_COLUMNS
    filterset_class = BadgeFilterSet
    default_sort = "-decided"
    empty_heading = gettext_lazy("Chưa ghi Huy hiệu Đảng nào đến ngày này")
    empty_text = gettext_lazy("Ai đủ tuổi Đảng đợt nào có ở trang «Việc đến hạn».")

    def get_lead(self):
        return decided_lead(self, _("Huy hiệu"))

    def get_records(self):
        return (
            Badge.objects.visible_to(self.request.user).decided_by(self.on).select_related("member")
        )

    def get_trail(self):
        return [(_("Khen thưởng"), reverse("awards:list"))]

    def get_links(self):
        return [(_("Ai sắp được tặng"), f"{reverse('reports:deadlines')}?kind=badge")]

    def get_action(self):
        if not self.request.user.access.writes_committees:
            return None
        return (_("Ghi Huy hiệu"), reverse("awards:badge_create"))


class BadgeDetailView(BadgePage, RecordDetailView):
    """One badge with its decision."""

    template_name = "awards/detail.html"
    takes_day = False

    def get_queryset(self):
        return super().get_queryset().select_related("member", "decision")

    def get_heading(self):
        return _("Huy hiệu %(years)s năm tuổi Đảng") % {"years": self.object.years}

    def get_lead(self):
        return str(self.object.member)

    def get_links(self):
        row = self.object
        if row.is_voided or not may_write_member(self.request.user, row.member):
            return []
        pages = [(_("Sửa"), "badge_update"), (_("Hủy"), "badge_void")]
        return [(text, reverse(f"awards:{name}", args=[row.pk])) for text, name in pages]

    def get_context_data(self, **kwargs):
        paper = self.object.decision
        may_read = paper is not None and self.request.user.access.reads(paper.register_id)
        return super().get_context_data(facts=self.facts(), may_read_paper=may_read, **kwargs)

    def facts(self):
        row = self.object
        return [
            (_("Mốc"), years_of_badge(row)),
            (_("Đợt"), show(row.round_on)),
            (_("Quyết định"), decision_text(row)),
            (_("Ngày trao"), show(row.given_on) or _("chưa trao")),
            (_("Trường hợp"), row.get_occasion_display()),
            (_("Lý do"), capfirst(row.reason)),
        ]


class BadgeFormMixin(BadgePage):
    form_class = BadgeForm

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.request.user}


class BadgeCreateView(BadgeFormMixin, RecordCreateView):
    heading = gettext_lazy("Ghi Huy hiệu Đảng")
    submit_label = gettext_lazy("Ghi vào sổ")
    success_message = gettext_lazy("Đã ghi Huy hiệu Đảng.")

    def check_right(self):
        check_may_write(self.request.user)

    def get_initial(self):
        """From the deadlines page member, milestone and round are known already."""
        asked = self.request.GET
        initial = {name: asked[name] for name in ("years", "round_on") if name in asked}
        pk = asked.get("member", "")
        members = Member.objects.writable_by(self.request.user).valid()
        if pk.isascii() and pk.isdigit() and members.filter(pk=int(pk[:18])).exists():
            initial["member"] = pk
        return initial

    def store(self, form):
        return services.give_badge(
            badge=form.instance, recorded_on=self.request.program_day, by=self.request.user
        )


class BadgeUpdateView(BadgeFormMixin, RecordUpdateView):
    heading = gettext_lazy("Sửa Huy hiệu Đảng")
    success_message = gettext_lazy("Đã sửa.")

    def store(self, form):
        return services.correct_badge(
            badge=form.instance,
            fields=form.record_fields,
            reason=form.reason,
            version=form.read_version,
            recorded_on=self.request.program_day,
            by=self.request.user,
        )


class BadgeVoidView(BadgePage, RecordVoidView):
    success_message = gettext_lazy("Đã hủy dòng.")

    def get_success_url(self):
        return reverse("awards:badges")
