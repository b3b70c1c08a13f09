"""The conditions of the registers of this room, as the dashboard's figures and the readers ask them."""

import django_filters
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from cells.filters import CellsFilter
from members.models import Exemption, Member, Placement, Position, Qualification, Rank, Secondment
from members.register import party_age_of, with_spans
from members.rules import MAJORITY, is_within
from partyunit.dates import day_before, latest_start
from partyunit.filters import DayFilter, RecordFilterSet, SearchFilter, YearsFilter
from partyunit.querysets import span_holds

YES_NO = [("1", _("có")), ("0", _("không"))]
ONLY = [("1", _("chỉ những đồng chí này"))]
LEFT = ("removed", "expelled", "resigned", "died")


class MemberFilterSet(RecordFilterSet):
    """`on`, every condition holds on the day of the list; `flow` asks for an event of a period."""

    FLOWS = [
        ("admitted", _("kết nạp")),
        ("transferred_in", _("chuyển đến")),
        ("transferred_out", _("chuyển đi")),
        ("left", _("ra khỏi Đảng, từ trần")),
    ]
    POSTS = [
        ("committee", _("Ban Chấp hành")),
        ("standing", _("Ban Thường vụ")),
        ("inspection", _("Ủy ban Kiểm tra")),
        ("cell", _("cấp ủy chi bộ")),
    ]
    in_row = ("q", "cell", "standing")

    q = SearchFilter(
        method="search",
        label=_("Tên, hoặc 4 số cuối"),
        placeholder=_("Tên, không cần dấu: lo van an"),
    )
    cell = CellsFilter(method="in_cells")
    standing = django_filters.ChoiceFilter(
        label=_("Chính thức, dự bị"),
        choices=[("official", _("Chính thức")), ("probationary", _("Dự bị"))],
        method="of_standing",
    )
    graduate = django_filters.ChoiceFilter(
        label=_("Đại học trở lên"), choices=YES_NO, method="of_graduates"
    )
    level = django_filters.ChoiceFilter(
        label=_("Trình độ chuyên môn"),
        choices=[*Qualification.Professional.choices, ("none", _("chưa có"))],
        method="of_level",
    )
    seconded = django_filters.ChoiceFilter(
        label=_("Đang tăng cường"), choices=YES_NO, method="of_seconded"
    )
    team = django_filters.ChoiceFilter(label=_("Tổ công tác Đảng"), choices=ONLY, method="of_team")
    post = django_filters.ChoiceFilter(
        label=_("Giữ chức vụ trong"), choices=POSTS, method="of_post"
    )
    sex = django_filters.ChoiceFilter(label=_("Giới tính"), choices=Member.Sex.choices)
    minority = django_filters.ChoiceFilter(
        label=_("Dân tộc"),
        choices=[("1", _("thiểu số")), ("0", _("Kinh"))],
        method="of_minority",
    )
    theory = django_filters.ChoiceFilter(
        label=_("Lý luận chính trị"),
        choices=[*Qualification.Theory.choices, ("none", _("chưa có"))],
        method="of_theory",
    )
    rank = django_filters.ChoiceFilter(
        label=_("Cấp bậc hàm"), choices=Rank.Grade.choices, method="of_rank"
    )
    exempt = django_filters.ChoiceFilter(
        label=_("Miễn, đình chỉ sinh hoạt"),
        choices=[*Exemption.Kind.choices, ("none", _("không"))],
        method="of_exempt",
    )
    age_from = YearsFilter(label=_("Tuổi đời từ"), method="at_least_old")
    age_to = YearsFilter(label=_("Tuổi đời đến"), method="at_most_old")
    party_age_from = YearsFilter(label=_("Tuổi Đảng từ"), method="keep")
    party_age_to = YearsFilter(label=_("Tuổi Đảng đến"), method="keep")
    flow = django_filters.ChoiceFilter(label=_("Biến động"), choices=FLOWS, method="keep")
    from_ = DayFilter(label=_("Biến động từ ngày"), method="keep")
    to = DayFilter(label=_("Biến động đến ngày"), method="keep")

    @property
    def day(self):
        return self.view.on

    def filter_queryset(self, queryset):
        """A flow and its cells speak of one placement, so they are asked together."""
        queryset = super().filter_queryset(queryset)
        asked = self.form.cleaned_data
        queryset = self._of_party_age(queryset, asked)
        return self._flowed(queryset, asked) if asked.get("flow") else queryset

    def _of_party_age(self, queryset, asked):
        """Reckoned by the rule itself: times outside the Party are no plain difference of days."""
        first, last = asked.get("party_age_from"), asked.get("party_age_to")
        if first is None and last is None:
            return queryset
        members = with_spans(Member.objects.filter(pk__in=queryset.values("pk")))
        ages = {row.pk: party_age_of(row, self.day) for row in members}
        fit = [pk for pk, age in ages.items() if is_within(age, first or 0, last)]
        return queryset.filter(pk__in=fit)

    def _flowed(self, queryset, asked):
        first, last = asked.get("from"), asked.get("to")
        inside = ["internal"] if asked.get("cell") else []
        starts = {
            "admitted": ["admission", "readmission"],
            "transferred_in": ["transfer_in", *inside],
        }
        ends = {"transferred_out": ["transfer_out", *inside], "left": LEFT}
        event = Q(
            placements__voided_at__isnull=True,
            placements__kind=Placement.Kind.OFFICIAL,
            placements__cell__committee__in=self.request.user.access.committee_ids,
        )
        if asked.get("cell"):
            event &= Q(placements__cell__in=asked["cell"])
        if asked["flow"] in starts:
            event &= Q(placements__start_reason__in=starts[asked["flow"]])
            event &= _between("placements__from_on", first=first, last=last)
        else:  # the day of the event is the day after the last one that counts
            event &= Q(placements__end_reason__in=ends[asked["flow"]])
            first, last = first and day_before(first), last and day_before(last)
            event &= _between("placements__to_on", first=first, last=last)
        return queryset.filter(event)

    def search(self, queryset, _name, words):
        return queryset.matching(words)

    def keep(self, queryset, _name, _value):
        """Asked for elsewhere: see `_flowed`."""
        return queryset

    def in_cells(self, queryset, _name, cells):
        if not cells or self.form.cleaned_data.get("flow"):
            return queryset
        return queryset.placed_on(self.day, cells=[int(pk) for pk in cells])

    def of_standing(self, queryset, _name, value):
        if value == "official":
            return queryset.official_on(self.day)
        return queryset.probationary_on(self.day)

    def of_graduates(self, queryset, _name, value):
        graduates = Q(level__gte=Qualification.GRADUATE_FROM)
        return queryset.filter(graduates if value == "1" else Q(level__isnull=True) | ~graduates)

    def of_level(self, queryset, _name, value):
        return (
            queryset.filter(level__isnull=True) if value == "none" else queryset.filter(level=value)
        )

    def of_theory(self, queryset, _name, value):
        levels = Member.objects.with_level_on(self.day, scale="theory")
        level = None if value == "none" else value
        return queryset.filter(pk__in=levels.filter(level=level).values("pk"))

    def of_exempt(self, queryset, _name, value):
        spans = Exemption.objects.filter(span_holds(self.day), member=OuterRef("pk"))
        if value == "none":
            return queryset.filter(~Exists(spans))
        return queryset.filter(Exists(spans.filter(kind=value)))

    def of_rank(self, queryset, _name, value):
        ranks = Rank.objects.filter(span_holds(self.day), member=OuterRef("pk"), grade=value)
        return queryset.filter(Exists(ranks))

    def of_minority(self, queryset, _name, value):
        majority = Q(ethnicity__iexact=MAJORITY)
        return queryset.filter(~majority if value == "1" else majority)

    def at_least_old(self, queryset, _name, years):
        return queryset.filter(born_on__lte=latest_start(years, self.day))

    def at_most_old(self, queryset, _name, years):
        return queryset.filter(born_on__gt=latest_start(years + 1, self.day))

    def of_seconded(self, queryset, _name, value):
        seconded = Secondment.objects.filter(span_holds(self.day), member=OuterRef("pk"))
        return queryset.filter(Exists(seconded) if value == "1" else ~Exists(seconded))

    def of_team(self, queryset, _name, _value):
        return queryset.filter(self._holds([Position.Title.PARTY_WORK_TEAM]))

    def of_post(self, queryset, _name, value):
        titles = {
            "committee": Position.COMMITTEE,
            "standing": Position.STANDING,
            "inspection": Position.INSPECTION,
            "cell": Position.CELL,
        }
        return queryset.filter(self._holds(titles[value]))

    def _holds(self, titles) -> Exists:
        posts = Position.objects.filter(span_holds(self.day), member=OuterRef("pk"))
        return Exists(posts.filter(title__in=titles))


def _between(field: str, *, first, last) -> Q:
    condition = Q()
    if first:
        condition &= Q(**{f"{field}__gte": first})
    if last:
        condition &= Q(**{f"{field}__lte": last})
    return condition
