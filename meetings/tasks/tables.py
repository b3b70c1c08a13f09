"""The columns and conditions of the lists of tasks given."""

from collections.abc import Callable

import django_filters
from django.db.models import Case, F, Value, When
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cells.filters import CellsFilter
from cells.wording import body_named
from meetings.models import ActionItem, Meeting
from members.models import Member
from partyunit.filters import DayFilter, RecordFilterSet, SearchFilter
from partyunit.listing import Column
from partyunit.text import fold

OPEN = "unclosed"
STATES = [(OPEN, gettext_lazy("chưa xong")), *ActionItem.State.choices]
LATE = [("1", gettext_lazy("quá hạn")), ("0", gettext_lazy("không quá hạn"))]
CLOSED = [one.value for one in ActionItem.CLOSED]
IS_CLOSED = Case(When(state_on__in=CLOSED, then=Value(1)), default=Value(0))
DEADLINE_IF_OPEN = Case(When(state_on__in=CLOSED, then=None), default=F("deadline"))
# Open tasks first, the most pressing on top; then the closed ones, the latest on top.
BY_STATE = (IS_CLOSED, DEADLINE_IF_OPEN, "-closed_on", "pk")


def _state(task) -> str:
    return str(ActionItem.State(task.state_on).label)


def _day(task) -> str:
    """The day in force; a late one marked by a word."""
    day = f"{task.deadline:%d/%m/%Y}"
    if not task.is_late:
        return day
    return format_html('{}<br><span class="late">{}</span>', day, _("quá hạn"))


def _lateness(task) -> str:
    return _("quá hạn") if task.is_late else ""


def _is_closed(task) -> bool:
    return task.state_on in CLOSED


def _cell(task) -> str:
    return body_named(task.cell_name)


def _task_page(task) -> str:
    return reverse("meetings:task", args=[task.pk])


ASKED = [
    Column(
        key="task",
        heading=gettext_lazy("Nhiệm vụ"),
        read="task",
        link=_task_page,
        head=True,
        sort=("task",),
    ),
    Column(
        key="assignee",
        heading=gettext_lazy("Người thực hiện"),
        read="assignee.full_name",
        sort=("assignee__sort_name", DEADLINE_IF_OPEN),
    ),
    Column(
        key="due",
        heading=gettext_lazy("Hạn"),
        read=_day,
        export=lambda task: task.deadline,
        sort=("deadline", "pk"),
        group=lambda task: f"{task.deadline:%m/%Y}",
        nowrap=True,
    ),
    Column(
        key="state",
        heading=gettext_lazy("Tình trạng"),
        read=_state,
        export=lambda task: ", ".join(filter(None, (_state(task), _lateness(task)))),
        label="",
        sort=BY_STATE,
        nowrap=True,
    ),
    Column(
        key="result",
        heading=gettext_lazy("Kết quả"),
        read=lambda task: "" if task.is_told_later else task.result,
        counted=False,
    ),
    Column(
        key="cell",
        heading=gettext_lazy("Giao tại"),
        read=_cell,
        sort=("meeting__cell__position", DEADLINE_IF_OPEN),
    ),
]
FURTHER = [
    Column(
        key="closed",
        heading=gettext_lazy("Ngày xong"),
        read=lambda task: None if task.is_open else task.closed_on,
        sort=("closed_on", "pk"),
        shown=False,
        nowrap=True,
    ),
    Column(
        key="late",
        heading=gettext_lazy("Quá hạn"),
        read=_lateness,
        group=lambda task: _lateness(task) or _("không quá hạn"),
        sort=("is_late", "deadline"),
        shown=False,
    ),
    Column(
        key="extended",
        heading=gettext_lazy("Lý do gia hạn"),
        read="extension_reason",
        shown=False,
        counted=False,
    ),
]


def task_columns(meeting_url: Callable, report_url: Callable) -> list[Column]:
    """`meeting_url` and `report_url` give the pages of a row that the account may open, else nothing."""
    return [*ASKED, *_of_the_meeting(meeting_url), *FURTHER, _act(report_url)]


def _of_the_meeting(meeting_url: Callable) -> list[Column]:
    """When and where it was given."""
    return [
        Column(
            key="given",
            heading=gettext_lazy("Ngày giao"),
            read="meeting.meets_on",
            link=meeting_url,
            sort=("meeting__meets_on", "pk"),
            group=lambda task: f"{task.meeting.meets_on:%m/%Y}",
            nowrap=True,
        ),
        Column(
            key="kind",
            heading=gettext_lazy("Loại cuộc họp"),
            read="meeting.get_kind_display",
            sort=("meeting__kind",),
            shown=False,
        ),
    ]


def _act(report_url: Callable) -> Column:
    """What there is still to do, where the account may do it."""
    return Column(
        key="act",
        heading=gettext_lazy("Việc cần làm"),
        read=lambda task: "" if _is_closed(task) or not report_url(task) else _("Ghi kết quả"),
        link=report_url,
        label="",
        counted=False,
        nowrap=True,
    )


class TaskFilterSet(RecordFilterSet):
    q = SearchFilter(method="search", label=gettext_lazy("Tìm theo nhiệm vụ, người thực hiện"))
    state = django_filters.ChoiceFilter(
        label=gettext_lazy("Tình trạng"), choices=STATES, method="of_state"
    )
    late = django_filters.ChoiceFilter(
        label=gettext_lazy("Quá hạn"), choices=LATE, method="of_lateness"
    )
    cell = CellsFilter(field_name="meeting__cell")
    assignee = django_filters.ChoiceFilter(
        label=gettext_lazy("Người thực hiện"), field_name="assignee"
    )
    kind = django_filters.ChoiceFilter(
        label=gettext_lazy("Loại cuộc họp"),
        choices=Meeting.Kind.choices,
        field_name="meeting__kind",
    )
    from_ = DayFilter(
        field_name="meeting__meets_on", lookup_expr="gte", label=gettext_lazy("Giao từ ngày")
    )
    to = DayFilter(
        field_name="meeting__meets_on", lookup_expr="lte", label=gettext_lazy("Giao đến ngày")
    )
    due_from = DayFilter(
        field_name="deadline", lookup_expr="gte", label=gettext_lazy("Hạn từ ngày")
    )
    due_to = DayFilter(
        field_name="deadline", lookup_expr="lte", label=gettext_lazy("Hạn đến hết ngày")
    )
    in_row = ("q", "state", "late", "cell")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        given = self.queryset.order_by().values("assignee")
        people = Member.objects.filter(pk__in=given).order_by("sort_name", "pk")
        self.filters["assignee"].extra["choices"] = [
            (str(pk), name) for pk, name in people.values_list("pk", "full_name")
        ]

    def search(self, queryset, _name, value):
        """Without accents: the task's words, or the name of who does it."""
        words = fold(value)
        rows = queryset.order_by().values_list("pk", "task", "assignee__search_name")
        found = [pk for pk, task, name in rows if words in fold(task) or words in name]
        return queryset.filter(pk__in=found)

    def of_state(self, queryset, _name, value):
        if value == OPEN:
            return queryset.exclude(state_on__in=CLOSED)
        return queryset.filter(state_on=value)

    def of_lateness(self, queryset, _name, value):
        return queryset.filter(is_late=value == "1")
