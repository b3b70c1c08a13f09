"""The filters of the register of meetings."""

import django_filters
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cells.filters import CellsFilter, cell_choices
from cells.wording import CELL_BODY, COMMITTEE_BODY, as_issuer
from meetings.models import Attendance, Campaign, Meeting, Minutes
from members.models import Member
from partyunit.filters import DayFilter, RecordFilterSet, SearchFilter, YearFilter
from partyunit.text import fold

NOT_WRITTEN = "none"


def member_choices(user) -> list[tuple[str, str]]:
    people = Member.objects.visible_to(user).valid()
    return [(str(pk), name) for pk, name in people.values_list("pk", "full_name")]


def campaign_choices(user) -> list[tuple[str, str]]:
    """The study campaigns the account may choose among, in one statement."""
    campaigns = Campaign.objects.visible_to(user).valid()
    return [(str(pk), title) for pk, title in campaigns.values_list("pk", "title")]


class MeetingFilterSet(RecordFilterSet):
    q = SearchFilter(method="search", label=_("Tìm theo chi bộ, chủ đề, người chủ trì"))
    cell = CellsFilter()
    kind = django_filters.ChoiceFilter(label=_("Loại"), choices=Meeting.Kind.choices)
    campaign = django_filters.ChoiceFilter(label=_("Đợt học tập"))
    state = django_filters.ChoiceFilter(label=_("Tình trạng"), choices=Meeting.State.choices)
    minutes = django_filters.ChoiceFilter(
        label=_("Biên bản"),
        method="by_minutes",
        choices=[*Minutes.State.choices, (NOT_WRITTEN, _("chưa ghi"))],
    )
    member = django_filters.ChoiceFilter(
        label=_("Có trong danh sách điểm danh"), method="of_member"
    )
    attended = django_filters.ChoiceFilter(
        label=_("Đồng chí ấy"),
        choices=Attendance.State.choices,
        method="keep",
        empty_label=_("dự hay vắng"),
    )
    from_ = DayFilter(field_name="meets_on", lookup_expr="gte", label=_("Họp từ ngày"))
    to = DayFilter(field_name="meets_on", lookup_expr="lte", label=_("Họp đến ngày"))
    in_row = ("q", "kind", "minutes")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["campaign"].extra["choices"] = campaign_choices(self.request.user)
        self.filters["member"].extra["choices"] = member_choices(self.request.user)

    def of_member(self, queryset, _name, value):
        """On whose roll the member stands; with `attended`, as the roll says."""
        rolls = Attendance.objects.valid().filter(member=value)
        if state := self.form.cleaned_data.get("attended"):
            rolls = rolls.filter(state=state)
        return queryset.filter(pk__in=rolls.values("meeting"))

    def keep(self, queryset, _name, _value):
        """Asked for together with the member: see `of_member`."""
        return queryset

    def search(self, queryset, name, value):
        """Without accents: the cell as the list calls it, the committee, the topic, the chair."""
        words = fold(value)
        names = cell_choices(self.request.user)
        cells = [pk for pk, name in names if words in fold(as_issuer(name, CELL_BODY))]
        of_committee = Q(cell__isnull=True) if words in fold(COMMITTEE_BODY) else Q(pk=None)
        return queryset.filter(
            Q(cell__in=cells)
            | of_committee
            | Q(search_topic__contains=words)
            | Q(chair__search_name__contains=words)
        )

    def by_minutes(self, queryset, name, value):
        if value == NOT_WRITTEN:
            return queryset.filter(minutes_state__isnull=True)
        return queryset.filter(minutes_state=value)


class ModelFilterSet(RecordFilterSet):
    q = SearchFilter(method="search", label=_("Tìm theo chủ đề"))
    year = YearFilter(label=_("Năm"), field_name="meets_on", lookup_expr="year")
    state = django_filters.ChoiceFilter(label=_("Tình trạng"), choices=Meeting.State.choices)

    def search(self, queryset, _name, words):
        return queryset.filter(search_topic__contains=fold(words))
