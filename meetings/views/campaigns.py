"""Study campaigns: the register, one campaign with what every cell did of it, entering and mending."""

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from audit.views import (
    RecordCreateView,
    RecordDetailView,
    RecordListView,
    RecordUpdateView,
    RecordVoidView,
)
from cells.acts import writable_committee
from meetings import services
from meetings.activities.campaigns import activities_of, campaign_lines
from meetings.activities.filters import CampaignFilterSet
from meetings.activities.forms import CampaignForm
from meetings.activities.tables import CAMPAIGN_COLUMNS
from meetings.models import Campaign


class CampaignPage:
    """What the pages of campaigns share; records officers write."""

    model = Campaign

    def get_trail(self):
        return [
            (_("Sinh hoạt"), reverse("meetings:list")),
            (_("Đợt học tập"), reverse("meetings:campaigns")),
        ]

    def check_right(self):
        if not self.request.user.access.writes(self.object.committee_id):
            raise PermissionDenied

    def get_cancel_url(self):
        return self.object.get_absolute_url()


class CampaignListView(RecordListView):
    model = Campaign
    template_name = "meetings/list.html"
    heading = gettext_lazy("Đợt học tập")
    unit = gettext_lazy("đợt")
    columns = CAMPAIGN_COLUMNS
    filterset_class = CampaignFilterSet
    default_sort = "-from"
    empty_heading = gettext_lazy("Chưa có đợt học tập nào")
    empty_text = gettext_lazy("Ghi một đợt học tập, rồi gắn cuộc họp và hoạt động vào đó.")

    def get_records(self):
        campaigns = Campaign.objects.visible_to(self.request.user).valid()
        return campaigns.filter(from_on__lte=self.on).with_counts(self.request.user, self.on)

    def get_trail(self):
        return [(_("Sinh hoạt"), reverse("meetings:list"))]

    def get_action(self):
        if not self.request.user.access.writes_committees:
            return None
        return (_("Thêm đợt học tập"), reverse("meetings:campaign_create"))


class CampaignDetailView(CampaignPage, RecordDetailView):
    template_name = "meetings/campaign.html"

    def get_queryset(self):
        return super().get_queryset().select_related("document", "committee")

    def get_lead(self):
        return self.object.theme

    @property
    def may_write(self) -> bool:
        writes = self.request.user.access.writes(self.object.committee_id)
        return writes and not self.object.is_voided

    def get_links(self):
        if not self.may_write:
            return []
        own = [self.object.pk]
        return [
            (_("Sửa"), reverse("meetings:campaign_update", args=own)),
            (_("Hủy khỏi sổ"), reverse("meetings:campaign_void", args=own)),
        ]

    def get_context_data(self, **kwargs):
        user, day = self.request.user, self.on
        lines = campaign_lines(self.object, day=day, user=user)
        return super().get_context_data(
            lines=lines,
            without=[line.name for line in lines if line.is_standing and not line.has_met],
            met_count=sum(line.has_met for line in lines),
            activities=activities_of(self.object, day=day, user=user),
            reads_papers=user.access.reads(self.object.committee_id),
            **kwargs,
        )


class CampaignCreateView(CampaignPage, RecordCreateView):
    form_class = CampaignForm
    heading = gettext_lazy("Thêm đợt học tập")
    success_message = gettext_lazy("Đã ghi đợt học tập.")

    def check_right(self):
        self.committee = writable_committee(self.request)

    def get_instance(self):
        return Campaign(committee=self.committee)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.request.user}

    def get_cancel_url(self):
        return reverse("meetings:campaigns")


class CampaignUpdateView(CampaignPage, RecordUpdateView):
    form_class = CampaignForm
    heading = gettext_lazy("Sửa đợt học tập")
    success_message = gettext_lazy("Đã sửa đợt học tập.")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.request.user}


class CampaignVoidView(CampaignPage, RecordVoidView):
    submit_label = gettext_lazy("Hủy khỏi sổ")
    success_message = gettext_lazy("Đã hủy đợt học tập khỏi sổ.")

    def perform(self, form):
        """Refused while a meeting or an activity belongs to it."""
        return services.void_campaign(
            campaign=self.object, by=self.request.user, **form.cleaned_data
        )

    def get_success_url(self):
        return reverse("meetings:campaigns")
