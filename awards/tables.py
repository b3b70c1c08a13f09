"""The columns of the registers of merit."""

from django.db.models import Case, When
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from awards.models import Award
from cells.wording import cell_title_of
from partyunit.listing import Column


def recipient_text(row) -> str:
    """The person, the unit or the cell; the committee itself by the office's word."""
    if row.committee_id:
        return _("Đảng bộ")
    return cell_title_of(row) if row.cell_id else str(row.recipient)


def recipient_kind(row) -> str:
    if row.member_id:
        return _("cá nhân")
    return _("đảng bộ") if row.committee_id else _("tập thể")


def years_text(row) -> str:
    return f"{row.award_year}–{row.to_year}" if row.to_year else str(row.award_year)


def decision_text(row) -> str:
    day = f"{row.decided_on:%d/%m/%Y}"
    if not row.decision_number:
        return day
    return _("%(number)s ngày %(day)s") % {"number": row.decision_number, "day": day}


# People by name, then units, cells in the office's order, the committee: a row has one owner,
# so the kind of owner orders first, and turns round with the rest.
BY_RECIPIENT = (
    Case(
        When(member__isnull=False, then=1),
        When(office_unit__isnull=False, then=2),
        When(cell__isnull=False, then=3),
        default=4,
    ),
    "member__sort_name",
    "office_unit__name",
    "cell__position",
)
BY_HOLDER = (Case(When(committee__isnull=False, then=1), default=2), "cell__position")


COLUMNS = [
    Column(
        key="recipient",
        heading=gettext_lazy("Được khen"),
        read=recipient_text,
        sort=(BY_RECIPIENT,),
        link=lambda row: reverse("awards:detail", args=[row.pk]),
        head=True,
    ),
    Column(
        key="kind",
        heading=gettext_lazy("Đối tượng"),
        read=recipient_kind,
        label="",
        nowrap=True,
    ),
    Column(
        key="form",
        heading=gettext_lazy("Hình thức"),
        read="get_form_display",
        sort=("form", "-award_year"),
        label="",
        nowrap=True,
    ),
    Column(
        key="authority",
        heading=gettext_lazy("Cấp khen"),
        read="get_authority_display",
        sort=("authority", "-award_year"),
        label="",
        nowrap=True,
    ),
    Column(
        key="year",
        heading=gettext_lazy("Năm khen"),
        read=years_text,
        sort=("award_year", *BY_RECIPIENT),
        label=gettext_lazy("Năm"),
        nowrap=True,
    ),
    Column(
        key="decided",
        heading=gettext_lazy("Quyết định"),
        read=decision_text,
        sort=("decided_on", "pk"),
        group=lambda row: row.decided_on,
        label=gettext_lazy("Quyết định"),
        nowrap=True,
        wide_only=True,
    ),
    Column(
        key="line",
        heading=gettext_lazy("Hệ khen"),
        read=lambda row: Award.Line(row.line).label,
        sort=("line",),
        shown=False,
    ),
    Column(
        key="reason",
        counted=False,
        heading=gettext_lazy("Thành tích"),
        read="reason",
        label="",
        shown=False,
    ),
]


def holder_text(row) -> str:
    return cell_title_of(row) if row.cell_id else _("Đảng bộ")


TITLE_COLUMNS = [
    Column(
        key="year",
        heading=gettext_lazy("Năm"),
        read=lambda row: str(row.year),
        sort=("year", *BY_HOLDER),
        link=lambda row: reverse("awards:title_detail", args=[row.pk]),
        head=True,
    ),
    Column(
        key="name",
        heading=gettext_lazy("Danh hiệu"),
        read="get_name_display",
        sort=("name", "-year"),
        label="",
    ),
    Column(
        key="holder",
        heading=gettext_lazy("Tổ chức"),
        read=holder_text,
        sort=(BY_HOLDER,),
        label="",
    ),
    Column(
        key="decided",
        heading=gettext_lazy("Quyết định"),
        read=decision_text,
        sort=("decided_on", "pk"),
        group=lambda row: row.decided_on,
        label=gettext_lazy("Quyết định"),
    ),
]


def years_of_badge(row) -> str:
    return _("%(years)s năm") % {"years": row.years}


BADGE_COLUMNS = [
    Column(
        key="member",
        heading=gettext_lazy("Đảng viên"),
        read="member",
        sort=("member__sort_name", "years"),
        link=lambda row: row.get_absolute_url(),
        head=True,
    ),
    Column(
        key="years",
        heading=gettext_lazy("Huy hiệu"),
        read=years_of_badge,
        sort=("years", "member__sort_name"),
        label="",
        nowrap=True,
    ),
    Column(
        key="round",
        heading=gettext_lazy("Đợt"),
        read="round_on",
        sort=("round_on", "member__sort_name"),
        nowrap=True,
    ),
    Column(
        key="decided",
        heading=gettext_lazy("Quyết định"),
        read=decision_text,
        sort=("decided_on", "pk"),
        nowrap=True,
    ),
    Column(
        key="given",
        heading=gettext_lazy("Ngày trao"),
        read="given_on",
        sort=("given_on", "pk"),
        nowrap=True,
    ),
    Column(
        key="occasion",
        heading=gettext_lazy("Trường hợp"),
        read="get_occasion_display",
        sort=("occasion", "-decided_on"),
        label="",
        wide_only=True,
    ),
    Column(key="reason", heading=gettext_lazy("Lý do"), read="reason", label="", shown=False),
]
