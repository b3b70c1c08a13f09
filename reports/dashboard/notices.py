"""What the committee should know on a day, in sentences: what is late, what comes, what is new.

Each sentence speaks of items; it opens the page that lists exactly them.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import chain

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cells.models import Cell
from cells.querysets import cell_name_on
from meetings.models import Meeting, Minutes
from partyunit.dates import Period, quarter_of, roman_quarter
from reports import figures
from reports.deadlines import KINDS, Band, Deadline, Kind, Sources
from reports.deadlines.away import exemptions, temporary
from reports.deadlines.badges import badges, next_round_of
from reports.deadlines.duties import comments, commitments, secondments, terms
from reports.deadlines.life import candidates, probation, recognition, transfers
from reports.deadlines.tasks import tasks
from reports.figures import Board, Mark, MarkKind, Person, Roll, Scope
from reports.figures.base import typed

AHEAD_DAYS = 30  # how far the page looks ahead, and back for what is new
# What is over its day is told kind by kind; recognition has a sentence of its own.
OVER_THEIR_DAY = [
    candidates,
    transfers,
    temporary,
    exemptions,
    terms,
    secondments,
    comments,
    commitments,
    badges,
    tasks,
]
NAMED = 6  # so many items are all named under a sentence, of more the first five


class Group(StrEnum):
    LATE = "late"
    SOON = "soon"
    NEW = "new"


@dataclass(frozen=True)
class Item:
    """One cell, member or meeting a sentence speaks of."""

    name: str
    detail: str
    url: str

    def __str__(self) -> str:
        return f"{self.name} ({self.detail})" if self.detail else self.name


@dataclass(frozen=True)
class Notice:
    """One sentence and the items behind it."""

    key: str
    group: Group
    sentence: str
    items: tuple[Item, ...]
    url: str

    @property
    def names(self) -> str:
        """The first items, and how many more there are."""
        shown = self.items if len(self.items) <= NAMED else self.items[: NAMED - 1]
        named = ", ".join(str(item) for item in shown)
        more = len(self.items) - len(shown)
        if not more:
            return f"{named}."
        return _("%(names)s và %(count)s nữa.") % {"names": named, "count": more}


class Notices:
    """Works out the sentences of one scope and day from what the page has read anyway."""

    def __init__(self, scope: Scope, day: dt.date, *, roll: Roll, board: Board):
        self.scope, self.day, self.roll, self.board = scope, day, roll, board
        self.sources = Sources(scope, day, roll=roll)

    def __iter__(self) -> Iterator[Notice]:
        made = (
            self.not_met(),
            self.not_submitted(),
            self.not_agreed(),
            self.probation_over(),
            *self.over_their_day(),
            self.probation_ending(),
            self.badges(),
            self.not_thematic(),
            self.admitted(),
        )
        order = list(Group)
        yield from sorted(
            (notice for notice in made if notice.items), key=lambda n: order.index(n.group)
        )

    def _notice(self, key: str, group: Group, *, sentence: str, items: Iterable[Item]) -> Notice:
        items = tuple(items)
        address = f"{reverse('reports:notice', args=[key])}?on={typed(self.day)}"
        sentence = sentence % {"count": len(items)} if "%(count)s" in sentence else sentence
        return Notice(key, group, sentence, items, address)

    # -- meetings ---------------------------------------------------------------------------

    def not_met(self) -> Notice:
        """Cells without the regular meeting of the month (họp thường kỳ hằng tháng)."""
        marks = self.board.not_met
        is_late = any(mark.kind != MarkKind.PLANNED for mark in marks)
        sentence = ngettext(
            "%(count)s chi bộ chưa họp tháng {month}",
            "%(count)s chi bộ chưa họp tháng {month}",
            len(marks),
        ).format(month=self.day.month)
        items = (Item(str(mark.cell), _plan_of(mark, self.day), _url_of(mark)) for mark in marks)
        return self._notice(
            "not-met", Group.LATE if is_late else Group.SOON, sentence=sentence, items=items
        )

    def not_submitted(self) -> Notice:
        """Meetings whose minutes have not been submitted within the days the guide allows."""
        meetings = [one for one in self._waiting if one.state == Meeting.State.HELD]
        sentence = ngettext(
            "%(count)s biên bản chưa trình duyệt",
            "%(count)s biên bản chưa trình duyệt",
            len(meetings),
        )
        items = (_of_meeting(meeting) for meeting in meetings)
        return self._notice("not-submitted", Group.LATE, sentence=sentence, items=items)

    def not_agreed(self) -> Notice:
        """Meetings to come whose day, hour or place the cell has proposed and nobody has agreed to."""
        meetings = [one for one in self._waiting if one.state == Meeting.State.PLANNED]
        sentence = ngettext(
            "%(count)s lịch họp chi bộ đề xuất, chờ thống nhất",
            "%(count)s lịch họp chi bộ đề xuất, chờ thống nhất",
            len(meetings),
        )
        items = (_of_meeting(meeting, place="#prepare") for meeting in meetings)
        return self._notice("not-agreed", Group.SOON, sentence=sentence, items=items)

    @cached_property
    def _waiting(self) -> list[Meeting]:
        """Held ones without minutes in time, planned ones not agreed to: read in one statement."""
        inside = {"cell": self.scope.cell} if self.scope.cell else {}
        proposed = Q(state=Meeting.State.PLANNED, agreed_at__isnull=True, meets_on__gte=self.day)
        return list(
            Meeting.objects.valid()
            .of_cells()
            .filter(proposed | self._unwritten(), committee=self.scope.committee, **inside)
            .annotate(cell_name=cell_name_on(self.day))
            .order_by("meets_on", "pk")
        )

    def _unwritten(self) -> Q:
        """Nothing is late where no guide says by when."""
        rule = self.sources.rules.on("cell_meeting", self.day)
        if rule is None:
            return Q(pk__in=[])
        limit = self.day - dt.timedelta(days=rule.parameters["results_within_days"])
        written = [Minutes.State.SUBMITTED, Minutes.State.APPROVED]
        done = Minutes.objects.valid().filter(state__in=written).values("meeting")
        return Q(state=Meeting.State.HELD, meets_on__lt=limit) & ~Q(pk__in=done)

    def not_thematic(self) -> Notice:
        """Cells that owe the quarter's thematic meeting (chuyên đề, ít nhất mỗi quý một lần)."""
        number = quarter_of(self.day)
        quarter = Period.of_quarter(self.day.year, number)
        missing: tuple[Cell, ...] = ()
        if self.board.has_begun:
            missing = figures.thematic(self.scope, quarter, self.day).missing
        sentence = ngettext(
            "%(count)s chi bộ chưa sinh hoạt chuyên đề quý {quarter}",
            "%(count)s chi bộ chưa sinh hoạt chuyên đề quý {quarter}",
            len(missing),
        ).format(quarter=roman_quarter(number))
        items = (Item(str(cell), "", reverse("cells:detail", args=[cell.pk])) for cell in missing)
        return self._notice("not-thematic", Group.SOON, sentence=sentence, items=items)

    # -- members ----------------------------------------------------------------------------

    def probation_over(self) -> Notice:
        """Probation has ended and no recognition is on record; late by the rule of the deadline."""
        over = [line for line in recognition(self.sources) if line is not None]
        sentence = ngettext(
            "%(count)s đồng chí hết thời gian dự bị, chưa được công nhận chính thức",
            "%(count)s đồng chí hết thời gian dự bị, chưa được công nhận chính thức",
            len(over),
        )
        is_late = any(line.band == Band.LATE for line in over)
        items = (_item(line, _("hạn %(day)s") % {"day": typed(line.due_on)}) for line in over)
        group = Group.LATE if is_late else Group.SOON
        return self._notice("probation-over", group, sentence=sentence, items=items)

    def over_their_day(self) -> Iterator[Notice]:
        """What is late by the deadlines page, one sentence for each kind."""
        late: dict[Kind, list[Deadline]] = {kind: [] for kind in Kind}
        for line in chain.from_iterable(read(self.sources) for read in OVER_THEIR_DAY):
            if line is not None and line.band == Band.LATE:
                late[line.kind].append(line)
        for kind, lines in late.items():
            sentence = ngettext(
                "%(count)s việc quá hạn: {kind}", "%(count)s việc quá hạn: {kind}", len(lines)
            ).format(kind=_in_a_sentence(kind))
            lines.sort(key=lambda line: (line.due_on, line.who_key))
            items = (_item(line, _("hạn %(day)s") % {"day": typed(line.due_on)}) for line in lines)
            yield self._notice(f"late-{kind}", Group.LATE, sentence=sentence, items=items)

    def probation_ending(self) -> Notice:
        """Probation that ends within the first reminder step of its kind."""
        lines = (line for line in probation(self.sources) if line is not None)
        ending = [line for line in lines if line.band == Band.SOON]
        sentence = ngettext(
            "%(count)s đồng chí hết thời gian dự bị trong {days} ngày tới",
            "%(count)s đồng chí hết thời gian dự bị trong {days} ngày tới",
            len(ending),
        ).format(days=self.sources.reminders[Kind.PROBATION.value][0])
        items = (_item(line, typed(line.due_on)) for line in ending)
        return self._notice("probation-ending", Group.SOON, sentence=sentence, items=items)

    def badges(self) -> Notice:
        """Members to be given a Party badge in the next round."""
        coming, due = next_round_of(self.sources)
        sentence = ngettext(
            "%(count)s đồng chí đủ tuổi Đảng nhận Huy hiệu, đợt {round}",
            "%(count)s đồng chí đủ tuổi Đảng nhận Huy hiệu, đợt {round}",
            len(due),
        ).format(round=f"{coming.day}/{coming.month}" if coming else "")
        items = (
            self._person(person, _("%(years)s năm tuổi Đảng") % {"years": badge.years})
            for person, badge in due
        )
        return self._notice("badges", Group.SOON, sentence=sentence, items=items)

    def admitted(self) -> Notice:
        """Admissions of the last days; a page of its own, for the list of flows knows no names."""
        since = self.day - dt.timedelta(days=AHEAD_DAYS)
        new = [
            person
            for person in self.roll.people
            if person.span and since < person.span.ceremony_on <= self.day
        ]
        sentence = ngettext(
            "%(count)s quần chúng được kết nạp trong {days} ngày qua",
            "%(count)s quần chúng được kết nạp trong {days} ngày qua",
            len(new),
        ).format(days=AHEAD_DAYS)
        items = (self._person(person, typed(person.span.ceremony_on)) for person in new)
        return self._notice("admitted", Group.NEW, sentence=sentence, items=items)

    def _person(self, person: Person, detail: str) -> Item:
        cell = next((str(c) for c in self.scope.all_cells if c.pk == person.cell_id), "")
        words = ", ".join(word for word in (cell, detail) if word)
        return Item(person.name, words, reverse("members:detail", args=[person.pk]))


def _of_meeting(meeting, *, place: str = "") -> Item:
    """A cell by its meeting's day, leading to that place of the meeting's page."""
    detail = _("họp ngày %(day)s") % {"day": typed(meeting.meets_on)}
    return Item(meeting.cell_name, detail, reverse("meetings:detail", args=[meeting.pk]) + place)


def _item(line: Deadline, detail: str) -> Item:
    words = ", ".join(word for word in (line.cell, detail) if word)
    return Item(line.who, words, line.url)


def _in_a_sentence(kind: Kind) -> str:
    """`báo cáo tăng cường`; the badge keeps its capital."""
    text = str(KINDS[kind])
    return text if kind in (Kind.BADGE, Kind.NO_ROUND) else text[:1].lower() + text[1:]


KEYS = {
    "not-met",
    "not-submitted",
    "not-agreed",
    "probation-over",
    "probation-ending",
    "badges",
    "not-thematic",
    "admitted",
    *(f"late-{kind}" for kind in Kind),
}


def _plan_of(mark: Mark, day: dt.date) -> str:
    """When the cell means to meet: `hẹn hôm nay`, `hẹn 12/3, đang ghi`, `chưa có lịch`."""
    if mark.meets_on is None:
        return _("chưa có lịch")
    if mark.meets_on == day:
        return _("hẹn hôm nay")
    planned = {"day": f"{mark.meets_on.day}/{mark.meets_on.month}"}
    if mark.meets_on < day and mark.is_being_written:
        return _("hẹn %(day)s, đang ghi") % planned
    if mark.meets_on < day:
        return _("hẹn %(day)s, chưa ghi") % planned
    return _("hẹn %(day)s") % planned


def _url_of(mark: Mark) -> str:
    if mark.meeting_id is None:
        return reverse("cells:detail", args=[mark.cell.pk])
    return reverse("meetings:detail", args=[mark.meeting_id])
