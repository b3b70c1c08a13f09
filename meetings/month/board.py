"""The month's board of all cells: who meets when and where, what is ready, what is missing."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cells.models import Cell
from cells.querysets import cell_name_on
from cells.wording import body_named, body_title, cell_title
from meetings.models import Meeting
from meetings.month.clashes import Slot, clashes_of
from meetings.rights import may_open
from partyunit.dates import Period, add_months, quarter_of, roman_quarter
from regulations.models import Holiday, Regulation
from regulations.workdays import SATURDAY

WEEKDAYS = (
    gettext_lazy("Thứ Hai"),
    gettext_lazy("Thứ Ba"),
    gettext_lazy("Thứ Tư"),
    gettext_lazy("Thứ Năm"),
    gettext_lazy("Thứ Sáu"),
    gettext_lazy("Thứ Bảy"),
    gettext_lazy("Chủ nhật"),
)
MINUTES, DAYS_BEFORE = 90, 1  # where no guide on cell meetings holds yet


@dataclass(frozen=True, kw_only=True)
class BoardMeeting:
    """One meeting as the board shows it on the program's `day`."""

    meeting: Meeting
    day: dt.date
    clashes: tuple[str, ...] = ()
    hint: str = ""  # a day on which offices are closed
    days_before: int = DAYS_BEFORE
    may_agree: bool = False

    @property
    def weekday(self) -> str:
        return str(WEEKDAYS[self.meeting.meets_on.weekday()])

    @property
    def is_to_come(self) -> bool:
        return self.meeting.state == Meeting.State.PLANNED and self.meeting.meets_on >= self.day

    @property
    def is_proposal(self) -> bool:
        return self.is_to_come and self.meeting.agreed_at is None

    @property
    def lacks_minutes(self) -> bool:
        """Its day has passed, and nothing of it has been written."""
        is_over = self.meeting.stands and self.meeting.meets_on < self.day
        return is_over and self.meeting.minutes is None

    @cached_property
    def papers(self) -> list:
        return [row for row in self.meeting.papers.all() if not row.is_voided]

    @property
    def ready_papers(self) -> int:
        """Those the members had early enough (42-HD/BTCTW 28/10/2025: a day before, second-hand)."""
        last = self._last_day_to_send
        return sum(row.sent_on is not None and row.sent_on <= last for row in self.papers)

    @property
    def has_papers_ready(self) -> bool:
        return bool(self.papers) and self.ready_papers == len(self.papers)

    @property
    def is_late_with_papers(self) -> bool:
        """From the last day on which they could be sent in time."""
        is_time = self.is_to_come and self.day >= self._last_day_to_send
        return is_time and not self.has_papers_ready

    @property
    def _last_day_to_send(self) -> dt.date:
        return self.meeting.meets_on - dt.timedelta(days=self.days_before)


@dataclass(frozen=True, kw_only=True)
class BoardRow:
    """One cell (or the committee, without a cell) and its meetings of the month."""

    name: str
    cell: Cell | None
    meetings: list[BoardMeeting]
    may_plan: bool = False
    lacks_regular: bool = False
    lacks_thematic: bool = False

    @property
    def title(self) -> str:
        return cell_title(self.name) if self.cell else self.name

    @property
    def put_off(self) -> Meeting | None:
        """The month's meeting for which a new day is sought."""
        meetings = (one.meeting for one in self.meetings)
        put_off = (one for one in meetings if one.state == Meeting.State.POSTPONED)
        return next((one for one in put_off if one.kind in Meeting.MONTHLY), None)


def lacks_regular(meetings: Iterable[Meeting], first: dt.date) -> bool:
    """No regular meeting held or planned for the month among them, nor a model one instead."""
    return not any(
        row.kind in Meeting.MONTHLY and row.counts_for == first and row.stands for row in meetings
    )


@dataclass
class MonthBoard:
    """The cells in sight of `user` in the month of `first`, in the office's order.

    Those of its last day, of whom the month's meetings are asked; and those dissolved in it that met.
    """

    first: dt.date
    user: object
    day: dt.date

    @cached_property
    def rows(self) -> list[BoardRow]:
        by_cell = defaultdict(list)
        for meeting in self._meetings:
            by_cell[meeting.cell_id].append(self._shown(meeting))
        rows = [self._row(cell, by_cell[cell.pk]) for cell in self._cells]
        if None in by_cell:
            rows.append(BoardRow(name=body_named(None), cell=None, meetings=by_cell[None]))
        return rows

    def _row(self, cell: Cell, meetings: list[BoardMeeting]) -> BoardRow:
        is_asked = cell.exists_on(self.last)
        lacks = lacks_regular((one.meeting for one in meetings), self.first)
        return BoardRow(
            name=cell.name_on,
            cell=cell,
            meetings=meetings,
            may_plan=self.user.access.keeps_meetings_of(cell),
            lacks_regular=is_asked and lacks,
            lacks_thematic=is_asked and self.rule is not None and cell.pk not in self._thematic,
        )

    # -- what is missing ----------------------------------------------------------------------

    @cached_property
    def shown(self) -> list[BoardMeeting]:
        return [one for row in self.rows for one in row.meetings]

    @property
    def without_meeting(self) -> list[BoardRow]:
        return [row for row in self.rows if row.lacks_regular]

    @property
    def without_thematic(self) -> list[BoardRow]:
        return [row for row in self.rows if row.lacks_thematic]

    @property
    def proposals(self) -> list[BoardMeeting]:
        return [one for one in self.shown if one.is_proposal]

    @property
    def to_agree(self) -> list[BoardMeeting]:
        return [one for one in self.proposals if one.may_agree]

    @property
    def without_minutes(self) -> list[tuple[str, BoardMeeting]]:
        return [pair for pair in self._named if pair[1].lacks_minutes]

    @property
    def late_papers(self) -> list[tuple[str, BoardMeeting]]:
        return [pair for pair in self._named if pair[1].is_late_with_papers]

    @property
    def _named(self) -> list[tuple[str, BoardMeeting]]:
        return [(row.name, one) for row in self.rows for one in row.meetings]

    @property
    def may_plan(self) -> bool:
        return any(row.may_plan for row in self.without_meeting)

    @cached_property
    def models(self) -> list[tuple[Meeting, bool]]:
        """The quarter's model meetings of the whole committee: every cell is to learn from them. With
        each whether its outline is shown (`models_shown_to`).
        """
        models = (
            Meeting.objects.standing()
            .filter(
                kind=Meeting.Kind.MODEL,
                committee__in=self.user.access.committee_ids,
                counts_for__range=self._quarter,
            )
            .annotate(cell_name=cell_name_on(self.last))
            .order_by("meets_on", "pk")
        )
        return [(one, one.state == "held" or may_open(self.user, one)) for one in models]

    # -- statements ---------------------------------------------------------------------------

    @cached_property
    def last(self) -> dt.date:
        return Period.of_month(self.first.year, self.first.month).last

    @property
    def quarter(self) -> str:
        """In Roman numerals, as the office writes it."""
        return roman_quarter(quarter_of(self.first))

    @property
    def _quarter(self) -> tuple[dt.date, dt.date]:
        quarter = Period.of_quarter(self.first.year, quarter_of(self.first))
        return quarter.first, quarter.last

    @cached_property
    def rule(self) -> Regulation | None:
        committee = min(self.user.access.committee_ids, default=None)
        return Regulation.objects.of_day(topic="cell_meeting", day=self.last, committee=committee)

    def _parameter(self, name: str, default: int) -> int:
        return self.rule.parameters[name] if self.rule else default

    @cached_property
    def _cells(self) -> list[Cell]:
        cells = Cell.objects.visible_to(self.user).valid().with_name_on(self.last)
        met = {meeting.cell_id for meeting in self._meetings}
        found = cells.existing_on(self.last) | cells.filter(pk__in=met)
        return list(found.order_by("position", "pk"))

    @cached_property
    def _thematic(self) -> set[int]:
        rows = Meeting.objects.visible_to(self.user).standing().thematic()
        return set(rows.filter(counts_for__range=self._quarter).values_list("cell", flat=True))

    @cached_property
    def _meetings(self) -> list[Meeting]:
        return list(
            Meeting.objects.visible_to(self.user)
            .valid()
            .of_month(self.first)
            .select_related("chair", "attendant", "cell")
            .prefetch_related("all_minutes", "papers")
            .order_by("meets_on", "starts_at", "pk")
        )

    @cached_property
    def _slots(self) -> list[Slot]:
        """All meetings of the committee on the days of the month, also those out of sight."""
        ids = self.user.access.committee_ids
        meetings = (
            Meeting.objects.standing()
            .filter(committee__in=ids)
            .of_month(self.first)
            .select_related("attendant")
            .annotate(cell_name=cell_name_on(self.last))
        )
        return [self._slot(meeting) for meeting in meetings]

    def _slot(self, meeting: Meeting) -> Slot:
        body = body_title(meeting.cell_name)
        return Slot(
            key=meeting.pk,
            day=meeting.meets_on,
            starts_at=meeting.starts_at,
            ends_at=meeting.ends_at,
            minutes=self._parameter("minutes_small", MINUTES),
            place=meeting.place,
            attendant_id=meeting.attendant_id,
            attendant=str(meeting.attendant or ""),
            called=body if may_open(self.user, meeting) else _("một cuộc họp khác"),
        )

    @cached_property
    def _off(self) -> dict[dt.date, tuple[str, bool]]:
        """Name of each holiday around the month, and whether it is worked in exchange."""
        days = (add_months(self.first, -1), add_months(self.last, 1))
        rows = Holiday.objects.valid().filter(day__range=days)
        return {
            day: (name, works) for day, name, works in rows.values_list("day", "name", "is_working")
        }

    def _shown(self, meeting: Meeting) -> BoardMeeting:
        shown = BoardMeeting(
            meeting=meeting,
            day=self.day,
            days_before=self._parameter("papers_days_before", DAYS_BEFORE),
            may_agree=self.user.access.writes(meeting.committee_id),
        )
        if not shown.is_to_come:
            return shown
        own = next((slot for slot in self._slots if slot.key == meeting.pk), None)
        clashes = clashes_of(own, self._slots) if own else []
        return replace(shown, clashes=tuple(clashes), hint=self._hint(meeting.meets_on))

    def _hint(self, day: dt.date) -> str:
        name, is_worked = self._off.get(day, ("", False))
        if is_worked:
            return ""
        if name:
            return _("Ngày nghỉ: %(name)s.") % {"name": name}
        return _("Ngày nghỉ cuối tuần.") if day.weekday() >= SATURDAY else ""


def months_around(first: dt.date) -> list[dt.date]:
    """The month before and the month after."""
    return [add_months(first, -1), add_months(first, 1)]
