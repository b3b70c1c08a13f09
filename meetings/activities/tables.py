"""The columns of the registers of activities and study campaigns."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cells.wording import body_title
from meetings.activities.participation import YearOfActivities
from meetings.models import Activity
from partyunit.listing import Column


def days_text(activity) -> str:
    """One day, or the first and the last."""
    first, last = f"{activity.starts_on:%d/%m/%Y}", f"{activity.ends_on:%d/%m/%Y}"
    return first if first == last else f"{first} – {last}"


def _day_or_days(activity):
    """For a sheet: one day as a day, that it can be sorted and reckoned with."""
    is_one = activity.starts_on == activity.ends_on
    return activity.starts_on if is_one else days_text(activity)


def organiser_text(activity) -> str:
    return body_title(activity.cell_name)


def _by_then(activity, name: str) -> str:
    """What is told once it was over."""
    return getattr(activity, name) if activity.state_on == activity.state else ""


def _year(activity) -> str:
    return str(activity.starts_on.year)


ACTIVITY_COLUMNS = [
    Column(
        key="title",
        heading=_("Hoạt động"),
        read="title",
        link=lambda row: row.get_absolute_url(),
        head=True,
        sort=("search_title", "-starts_on"),
    ),
    Column(key="kind", heading=_("Loại"), read="get_kind_display", sort=("kind",), label=""),
    Column(
        key="organiser",
        heading=_("Tổ chức"),
        read=organiser_text,
        sort=("cell__position", "-starts_on"),
        label="",
    ),
    Column(
        key="days",
        heading=_("Ngày"),
        read=days_text,
        export=_day_or_days,
        sort=("starts_on", "pk"),
        group=_year,
        label="",
    ),
    Column(key="state", heading=_("Tình trạng"), read="state_text", sort=("state_on",), label=""),
    Column(
        key="people",
        counted=False,
        heading=_("Lượt người"),
        read="people_count",
        sort=("people_count",),
        numeric=True,
    ),
    Column(
        key="cells",
        counted=False,
        heading=_("Chi bộ tham gia"),
        read="cell_count",
        sort=("cell_count",),
        numeric=True,
        shown=False,
    ),
    Column(
        key="campaign",
        heading=_("Đợt học tập"),
        read="campaign.title",
        sort=("campaign__title",),
        shown=False,
    ),
    Column(
        key="target_cell",
        heading=_("Chi bộ được kiểm tra, giám sát"),
        read="target_cell.name",
        sort=("target_cell__position",),
        shown=False,
    ),
    Column(key="plan", counted=False, heading=_("Kế hoạch"), read="plan.citation", shown=False),
    Column(key="place", counted=False, heading=_("Địa điểm"), read="place", shown=False),
    Column(
        key="target", counted=False, heading=_("Đối tượng, chỉ tiêu"), read="target", shown=False
    ),
    Column(
        key="result",
        counted=False,
        heading=_("Kết quả"),
        read=lambda row: _by_then(row, "result"),
        shown=False,
    ),
    Column(
        key="conclusion",
        counted=False,
        heading=_("Kết luận"),
        read=lambda row: _by_then(row, "conclusion"),
        shown=False,
    ),
]

CAMPAIGN_COLUMNS = [
    Column(
        key="title",
        heading=_("Đợt học tập"),
        read="title",
        link=lambda row: row.get_absolute_url(),
        head=True,
        sort=("title",),
    ),
    Column(key="document", heading=_("Văn bản"), read="document.citation", label=""),
    Column(key="from", heading=_("Từ ngày"), read="from_on", sort=("from_on", "pk")),
    Column(key="to", heading=_("Đến hết ngày"), read="to_on", sort=("to_on", "pk")),
    Column(
        key="meetings",
        counted=False,
        heading=_("Chi bộ đã họp"),
        read="cell_count",
        link=lambda row: row.get_absolute_url(),
        sort=("cell_count",),
        numeric=True,
    ),
    Column(
        key="activities",
        counted=False,
        heading=_("Hoạt động"),
        read="activity_count",
        link=lambda row: f"{reverse('meetings:activities')}?campaign={row.pk}",
        sort=("activity_count",),
        numeric=True,
    ),
    Column(key="theme", counted=False, heading=_("Chủ đề"), read="theme", shown=False),
]


SHORT = {
    Activity.Kind.STUDY: _("Học tập"),
    Activity.Kind.VOLUNTEER: _("Thứ bảy tình nguyện"),
    Activity.Kind.LISTENING: _("Lắng nghe nhân dân"),
    Activity.Kind.THRIFT: _("Tiết kiệm"),
    Activity.Kind.REFORM: _("Cải cách"),
    Activity.Kind.DEMOCRACY: _("Dân chủ"),
    Activity.Kind.INSPECTION: _("Kiểm tra"),
    Activity.Kind.SUPERVISION: _("Giám sát"),
    Activity.Kind.OTHER: _("Khác"),
}


def sum_columns(sums: YearOfActivities, *, year: int) -> list[Column]:
    """A column for each kind of activity; each number opens the activities it counts."""

    def opened(cell) -> str:
        return _activities(cell, year=year)

    name = Column(
        key="name",
        heading=_("Chi bộ"),
        read="name_on",
        head=True,
        nowrap=True,
        sort=("position", "pk"),
        link=opened,
    )
    return [
        name,
        *(_kind_column(sums, kind, year=year) for kind in Activity.Kind),
        _total(sums, "times", _("Tổng lượt người"), link=opened),
        _total(sums, "people", _("Số người có tên")),
        _total(sums, "activities", _("Số hoạt động"), link=opened),
    ]


def _total(sums: YearOfActivities, name: str, heading, *, link=None) -> Column:
    return Column(
        key=name,
        counted=False,
        heading=heading,
        read=lambda cell: _of(sums, cell, name),
        link=link,
        numeric=True,
    )


def _of(sums: YearOfActivities, cell, name: str) -> int | None:
    one = sums.by_cell.get(cell.pk)
    return getattr(one, name) if one else None


def _kind_column(sums: YearOfActivities, kind, *, year: int) -> Column:
    def read(cell):
        one = sums.by_kind.get((cell.pk, kind.value))
        return one.times if one else None

    return Column(
        key=kind.value,
        counted=False,
        heading=SHORT[kind],
        read=read,
        shown=any(found == kind for _cell, found in sums.by_kind),
        link=lambda cell: _activities(cell, year=year, kind=kind.value),
        numeric=True,
    )


def _activities(cell, **conditions) -> str:
    query = "".join(f"&{name}={value}" for name, value in conditions.items())
    return f"{reverse('meetings:activities')}?by={cell.pk}{query}"
