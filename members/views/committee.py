"""The page of the committee, as on any day."""

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from cells.models import Committee
from members.committee import CommitteeOnDay
from partyunit.views import ContentRequiredMixin, OnDayMixin, PageMixin


class CommitteeView(ContentRequiredMixin, OnDayMixin, PageMixin, TemplateView):
    """Open to everyone of the committee, as its posts are; names link for who reads its members."""

    template_name = "members/committee.html"
    heading = gettext_lazy("Đảng ủy")

    def check_page(self):
        own = Committee.objects.visible_to(self.request.user).valid()
        self.committee = own.order_by("pk").first()
        if self.committee is None:
            raise Http404

    def get_trail(self):
        return [(_("Chi bộ"), reverse("cells:list"))]

    def get_lead(self):
        return _("%(count)s đồng chí trong Ban Chấp hành ngày %(day)s.") % {
            "count": self.shown.serving,
            "day": f"{self.on:%d/%m/%Y}",
        }

    def get_links(self):
        if not self.request.user.access.reads(self.committee.pk):
            return []
        return [(_("Chuyên cần họp Đảng ủy"), reverse("meetings:committee_attendance"))]

    def get_action(self):
        if self.request.user.access.writes(self.committee.pk):
            return (_("Nhiệm kỳ mới"), reverse("organisation:change_term"))
        return None

    def get_context_data(self, **kwargs):
        self.shown = CommitteeOnDay(self.committee, self.on)
        terms = self.shown.terms
        return super().get_context_data(
            shown=self.shown,
            term=terms[0] if terms and terms[0].holds_on(self.on) else None,
            links_members=self.request.user.access.reads(self.committee.pk),
            to_come=self.shown.to_come if self.as_on.is_today else [],
            **kwargs,
        )
