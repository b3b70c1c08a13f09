"""The list of who keeps in touch with the cell at home: its columns, conditions and sums."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from members.filters.people import ChoiceFilter, cell_choices
from members.models import Member, ResidenceComment, ResidenceContact
from members.residence import DUE, OUTSTANDING, CommentState
from partyunit.filters import RecordFilterSet, SearchFilter, YearFilter
from partyunit.listing import Column

NONE = "none"
MODES = [*ResidenceContact.Mode.choices, (NONE, gettext_lazy("chưa ghi"))]
STATES = [
    ("due", gettext_lazy("cần nhận xét")),
    (CommentState.RECEIVED.value, CommentState.RECEIVED.label),
    ("outstanding", gettext_lazy("còn thiếu")),
    (CommentState.NOT_ASKED.value, CommentState.NOT_ASKED.label),
    (CommentState.ASKED.value, CommentState.ASKED.label),
    (CommentState.NOT_NEEDED.value, CommentState.NOT_NEEDED.label),
]
GROUPS = {"due": DUE, "outstanding": OUTSTANDING}
BRACKETS: dict[str, dict[str, str]] = {
    CommentState.NOT_ASKED: {"opens": " ("},
    CommentState.ASKED: {"closes": ")"},
}


def mode_text(row) -> str:
    return str(ResidenceContact.Mode(row.contact_mode or "").label) if row.contact_mode else ""


def place_text(row) -> str:
    return ", ".join(part for part in (row.residence_cell, row.residence_committee) if part)


def letter_text(row) -> str:
    if not row.letter_on:
        return row.letter_number or ""
    told = {"number": row.letter_number or "", "day": f"{row.letter_on:%d/%m/%Y}"}
    return (_("%(number)s ngày %(day)s") % told).strip()


def state_text(row) -> str:
    return str(CommentState(row.comment_state).label)


def level_text(row) -> str:
    return str(ResidenceComment.Level(row.comment_level).label) if row.comment_level else ""


NAME = Column(
    key="name",
    heading=gettext_lazy("Họ và tên"),
    read="full_name",
    sort=("sort_name", "born_on", "pk"),
    link=lambda row: reverse("members:detail", args=[row.pk]),
    head=True,
    nowrap=True,
)
CELL = Column(
    key="cell",
    heading=gettext_lazy("Chi bộ"),
    read="cell_name",
    sort=("cell_order", "sort_name"),
    label="",
    nowrap=True,
)


def residence_columns(year: int) -> list[Column]:
    """`year` is the one whose comments are shown."""
    return [
        NAME,
        CELL,
        Column(
            key="mode",
            heading=gettext_lazy("Hình thức"),
            read=mode_text,
            sort=("contact_mode", "sort_name"),
            label="",
        ),
        Column(
            key="place",
            heading=gettext_lazy("Nơi cư trú"),
            read=place_text,
            sort=("residence_committee", "residence_cell"),
        ),
        Column(
            key="letter",
            heading=gettext_lazy("Giấy giới thiệu"),
            read=letter_text,
            sort=("letter_on",),
            wide_only=True,
        ),
        Column(
            key="state",
            heading=_("Nhận xét năm %(year)s") % {"year": year},
            read=state_text,
            sort=("comment_state", "sort_name"),
        ),
        Column(
            key="level",
            heading=gettext_lazy("Mức nhận xét"),
            read=level_text,
            sort=("comment_level",),
            label="",
            nowrap=True,
        ),
        *MORE,
    ]


def _more(key: str, heading, read: str, *, sort: str = "") -> Column:
    return Column(
        key=key,
        heading=heading,
        read=read,
        sort=(sort or read,),
        shown=False,
        nowrap=key.endswith("_on"),
    )


MORE = [
    _more("contact_reason", gettext_lazy("Lý do của hình thức"), "contact_reason"),
    _more("from_on", gettext_lazy("Từ ngày"), "contact_from_on"),
    _more("confirmed_on", gettext_lazy("Xác nhận"), "confirmed_on"),
    _more("asked_on", gettext_lazy("Gửi phiếu"), "comment_asked_on"),
    _more("received_on", gettext_lazy("Nhận về"), "comment_received_on"),
    _more("text", gettext_lazy("Nội dung nhận xét"), "comment_text"),
]


class OfMembersFilterSet(RecordFilterSet):
    """What the lists of members by another matter ask alike: a name, a cell, the year of the matter.

    The view reads the year before anything is filtered.
    """

    q = SearchFilter(method="search", placeholder=gettext_lazy("Tên, không cần dấu"))
    cell = ChoiceFilter(label=gettext_lazy("Chi bộ"), method="in_cell")
    year = YearFilter(label=gettext_lazy("Năm"), method="keep")

    class Meta(RecordFilterSet.Meta):
        model = Member
        fields: list[str] = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["cell"].extra["choices"] = cell_choices(self.request.user)

    def search(self, queryset, _name, words):
        return queryset.matching(words)

    def in_cell(self, queryset, _name, cell):
        return queryset.filter(cell_id_on_day=cell)

    def keep(self, queryset, _name, _value):
        return queryset


class ResidenceFilterSet(OfMembersFilterSet):
    mode = ChoiceFilter(label=gettext_lazy("Hình thức"), choices=MODES, method="of_mode")
    state = ChoiceFilter(label=gettext_lazy("Nhận xét"), choices=STATES, method="of_state")
    in_row = ("q", "cell", "mode", "state", "year")

    def of_mode(self, queryset, _name, mode):
        return queryset.filter(contact_mode=None if mode == NONE else mode)

    def of_state(self, queryset, _name, state):
        return queryset.filter(comment_state__in=GROUPS.get(state, [state]))


@dataclass(frozen=True)
class Sum:
    """One sum above a list: what is counted, how many, and the list of just those.

    `opens` and `closes` put the parts of a sum in brackets behind it.
    """

    label: str | Promise
    value: int
    url: str
    opens: str = "; "
    closes: str = ""


@dataclass(frozen=True)
class Sums:
    """A line of sums with what they are about."""

    heading: str
    sums: list[Sum]


def residence_sums(members: QuerySet, *, year: int, url) -> list[Sums]:
    """By mode, and by the state of the year's comments; `url(**conditions)` is the list of those."""
    rows = members.order_by().values_list("contact_mode", "comment_state")
    modes: Counter[str] = Counter()
    states: Counter[str] = Counter()
    for mode, state in rows:
        modes[mode or NONE] += 1
        states[state] += 1
        for group, inside in GROUPS.items():
            states[group] += state in inside
    return [
        Sums(
            _("Hình thức"),
            [Sum(label, modes[key], url(mode=key, state=None)) for key, label in MODES],
        ),
        Sums(
            _("Nhận xét năm %(year)s") % {"year": year},
            [
                Sum(label, states[key], url(state=key, mode=None), **BRACKETS.get(key, {}))
                for key, label in STATES
            ],
        ),
    ]
