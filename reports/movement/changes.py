"""The rows behind each term of the movement, as the list shows them."""

import datetime as dt

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cells.models import Cell
from members.models import Member, Membership, Placement
from partyunit.dates import PartialDate
from partyunit.listing import Column, show
from reports.figures.flows import CLOSING, DEPARTURES, ONE_DAY, OPENING, Flow, Movement

WORDS = {
    OPENING: gettext_lazy("có mặt đầu kỳ"),
    "arrivals": gettext_lazy("mọi lượt đến"),
    Flow.FOUNDING: gettext_lazy("có mặt khi thành lập"),
    Flow.ADMITTED: gettext_lazy("kết nạp"),
    "moved_in": gettext_lazy("chuyển đến"),
    Flow.FROM_OUTSIDE: gettext_lazy("chuyển đến từ ngoài đảng bộ"),
    Flow.FROM_INSIDE: gettext_lazy("chuyển đến từ chi bộ khác"),
    Flow.RECOGNISED: gettext_lazy("công nhận chính thức"),
    "departures": gettext_lazy("mọi lượt đi"),
    "moved_out": gettext_lazy("chuyển đi"),
    Flow.TO_OUTSIDE: gettext_lazy("chuyển đi ngoài đảng bộ"),
    Flow.TO_INSIDE: gettext_lazy("chuyển sang chi bộ khác"),
    Flow.LEFT: gettext_lazy("ra khỏi Đảng, từ trần"),
    CLOSING: gettext_lazy("có mặt cuối kỳ"),
}
GOING = {*DEPARTURES, "departures", "moved_out"}


def placements_of(movement: Movement, term: str):
    """The placements of a term's figure, each with what the list tells of it.

    Raises KeyError for a term that is none.
    """
    ends = (OPENING, CLOSING)
    figure = getattr(movement, term) if term in ends else movement.of(term)
    rows = Placement.objects.filter(pk__in=figure.rows).select_related("member", "decision")
    return _told(rows, movement.period.last)


def _told(rows, day: dt.date):
    """Cell, the cell before and after, and the time in the Party, in the names of the day."""
    cells = Cell.objects.with_name_on(day)
    stays = Placement.objects.valid().official().filter(member=OuterRef("member"))
    before = stays.filter(from_on__lt=OuterRef("from_on")).order_by("-from_on")
    after = stays.filter(from_on__gt=OuterRef("from_on")).order_by("from_on")
    times = Membership.objects.valid().filter(
        Q(ended_on__isnull=True) | Q(ended_on__gte=OuterRef("from_on")),
        member=OuterRef("member"),
        ceremony_on__lte=OuterRef("from_on"),
    )
    asked = ("decision_on", "decision_on_precision", "decision_number")
    asked = (*asked, "recognition_decision_on", "official_from")
    return rows.annotate(
        **{f"time_{name}": Subquery(times.values(name)[:1]) for name in asked},
        before_cell=Subquery(before.values("cell")[:1]),
        after_cell=Subquery(after.values("cell")[:1]),
    ).annotate(
        cell_name=_name(cells, "cell"),
        cell_order=Subquery(cells.filter(pk=OuterRef("cell")).values("position")[:1]),
        before_name=_name(cells, "before_cell"),
        after_name=_name(cells, "after_cell"),
    )


def _name(cells, reference: str) -> Subquery:
    return Subquery(cells.filter(pk=OuterRef(reference)).values("name_on")[:1])


def seen_by(rows, user):
    """With whether the account may open the member's page: of others it reads the name only."""
    seen = Member.objects.visible_to(user).filter(pk=OuterRef("member"))
    return rows.annotate(is_seen=Exists(seen))


def day_of(row, term: str) -> dt.date:
    """The day of the event: the first in the new state."""
    if term in GOING:
        return row.to_on + ONE_DAY
    return row.time_official_from if term == Flow.RECOGNISED else row.from_on


def event_of(row, term: str) -> str:
    if term == Flow.RECOGNISED:
        return _("Công nhận chính thức")
    reason = row.get_end_reason_display() if term in GOING else row.get_start_reason_display()
    return capfirst(reason)


def other_place(row, term: str) -> str:
    """Where the member came from, or went to."""
    if term == Flow.RECOGNISED:
        return ""
    if term in GOING:
        moved = row.end_reason == Placement.EndReason.INTERNAL
        return row.after_name if moved else row.went_to
    moved = row.start_reason == Placement.StartReason.INTERNAL
    return row.before_name if moved else row.came_from


def paper_of(row, term: str, moves: dict[tuple, str]) -> str:
    """The decision or letter as far as the register has it; of a move it stands on the next placement."""
    if term == Flow.RECOGNISED:
        return _dated("", row.time_recognition_decision_on)
    if term in GOING:
        if row.end_reason == Placement.EndReason.INTERNAL:
            return moves.get((row.member_id, row.to_on + ONE_DAY), "")
        if _is_of_leaving(row):
            return row.decision.citation
        return _letter(row.left_letter_number, row.left_letter_on)
    if row.decision and not _is_of_leaving(row):
        return row.decision.citation
    if row.start_reason in ("admission", "readmission"):
        return _admission(row)
    return _letter(row.letter_number, row.letter_on)


def papers_of_moves(rows) -> dict[tuple, str]:
    """The citation of each move inside the committee by member and day, in one statement."""
    moves = (
        Placement.objects.valid()
        .official()
        .filter(
            start_reason=Placement.StartReason.INTERNAL,
            decision__isnull=False,
            member__in=rows.order_by().values("member"),
        )
    )
    moves = moves.select_related("decision")
    return {(move.member_id, move.from_on): move.decision.citation for move in moves}


def _is_of_leaving(row) -> bool:
    """A placement has one paper: of the leaving once that is recorded with one, else of the coming."""
    issued = row.decision and row.decision.issued_on
    left = row.end_reason == Placement.EndReason.TRANSFER_OUT
    return bool(left and issued and issued > row.from_on)


def _letter(number: str, day: dt.date | None) -> str:
    """The letter of introduction (giấy giới thiệu sinh hoạt đảng) a member brings or takes along."""
    letter = _dated(number, day)
    return _("Giấy giới thiệu %(letter)s") % {"letter": letter} if letter else ""


def _dated(number: str, day) -> str:
    parts = [number, _("ngày %(day)s") % {"day": show(day)} if day else ""]
    return " ".join(part for part in parts if part)


def _admission(row) -> str:
    if row.time_decision_on is None:
        return ""
    day = PartialDate.of(row.time_decision_on, row.time_decision_on_precision)
    return _dated(row.time_decision_number, day)


def columns_for(term: str, *, moves: dict[tuple, str]) -> list[Column]:
    """Name, day, what happened, where, the other place, standing and the decision."""
    going = term in GOING
    day_field = "to_on" if going else "time_official_from" if term == Flow.RECOGNISED else "from_on"
    place = _("Đi đâu") if going else _("Từ đâu")
    return [
        NAME,
        Column(
            key="day",
            heading=_("Ngày"),
            read=lambda row: day_of(row, term),
            sort=(day_field, "member__sort_name"),
            label="",
            nowrap=True,
        ),
        Column(key="event", heading=_("Việc"), read=lambda row: event_of(row, term), label=""),
        CELL,
        Column(key="place", heading=place, read=lambda row: other_place(row, term)),
        Column(key="paper", heading=_("Quyết định"), read=lambda row: paper_of(row, term, moves)),
        OFFICIAL,
    ]


def _official(row):
    return row.time_official_from or _("chưa")


NAME = Column(
    key="name",
    heading=gettext_lazy("Họ và tên"),
    read="member.full_name",
    sort=("member__sort_name", "member__born_on", "pk"),
    link=lambda row: reverse("members:detail", args=[row.member_id]) if row.is_seen else None,
    head=True,
    nowrap=True,
)
CELL = Column(
    key="cell",
    heading=gettext_lazy("Chi bộ"),
    read="cell_name",
    sort=("cell_order", "member__sort_name"),
    label="",
    nowrap=True,
)
OFFICIAL = Column(
    key="official",
    heading=gettext_lazy("Chính thức từ"),
    read=_official,
    sort=(F("time_official_from"),),
    nowrap=True,
    wide_only=True,
)
