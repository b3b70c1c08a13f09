"""The columns of the register of meetings."""

from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from cells.wording import body_named
from meetings.models import Minutes
from partyunit.listing import Column
from partyunit.templatetags.components import number


def _detail(meeting) -> str:
    return reverse("meetings:detail", args=[meeting.pk])


def _presence(meeting) -> str:
    """`11/13`; nothing while there is no roll."""
    return f"{meeting.present_count}/{meeting.roll_count}" if meeting.roll_count else ""


def _month(meeting) -> str:
    """Meetings are counted by month, not by year."""
    return f"{meeting.meets_on:%m/%Y}"


def _minutes(meeting) -> str:
    state = meeting.minutes_state
    return str(Minutes.State(state).label) if state else _now("chưa ghi")


def _score_as_number(meeting):
    """A sheet keeps numbers as such; nothing is reckoned with it."""
    return "" if meeting.score_total is None else float(meeting.score_total)


def _cell(meeting) -> str:
    return body_named(meeting.cell_name)


MEETING_COLUMNS = [
    Column(
        key="name",
        heading=_("Cuộc họp"),
        read="title",
        link=_detail,
        head=True,
        sort=("counts_for", "kind", "pk"),
    ),
    Column(
        key="cell", heading=_("Chi bộ"), read=_cell, label="", sort=("cell__position", "-meets_on")
    ),
    Column(
        key="day",
        heading=_("Ngày họp"),
        read="meets_on",
        label="",
        sort=("meets_on", "pk"),
        group=_month,
    ),
    Column(key="kind", heading=_("Loại"), read="get_kind_display", shown=False, sort=("kind",)),
    Column(
        key="state", heading=_("Tình trạng"), read="get_state_display", sort=("state",), label=""
    ),
    Column(key="present", counted=False, heading=_("Có mặt"), read=_presence, numeric=True),
    Column(
        key="minutes", heading=_("Biên bản"), read=_minutes, sort=("minutes_state", "-meets_on")
    ),
    Column(
        key="score",
        counted=False,
        heading=_("Điểm"),
        read=lambda meeting: number(meeting.score_total),
        export=_score_as_number,
        sort=("score_total", "-meets_on"),
        numeric=True,
        shown=False,
    ),
    Column(
        key="chair", heading=_("Chủ trì"), read="chair", shown=False, sort=("chair__sort_name",)
    ),
    Column(key="place", counted=False, heading=_("Địa điểm"), read="place", shown=False),
    Column(key="topic", counted=False, heading=_("Chủ đề"), read="topic", shown=False),
    Column(
        key="campaign",
        heading=_("Đợt học tập"),
        read="campaign.title",
        sort=("campaign__title",),
        shown=False,
    ),
]


def _quarter(meeting) -> str:
    return f"{meeting.quarter}/{meeting.meets_on.year}"


MODEL_COLUMNS = [
    Column(
        key="cell",
        heading=_("Chi bộ"),
        read="cell_name",
        link=lambda meeting: reverse("meetings:model", args=[meeting.pk]),
        head=True,
        sort=("cell__position", "pk"),
    ),
    Column(key="quarter", heading=_("Quý"), read=_quarter),
    Column(
        key="day", heading=_("Ngày họp"), read="meets_on", sort=("meets_on", "pk"), group=_month
    ),
    Column(key="topic", counted=False, heading=_("Chủ đề"), read="topic", label=""),
    Column(
        key="state", heading=_("Tình trạng"), read="get_state_display", sort=("state",), label=""
    ),
]
