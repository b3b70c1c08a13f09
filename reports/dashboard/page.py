"""Reads the whole first page for one committee and one day."""

import datetime as dt
from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode

from awards.models import Award
from meetings.models import Meeting
from members.models import Placement
from partyunit.dates import Period
from reports import figures
from reports.charts import GraduatesChart, graduates_chart
from reports.dashboard.headlines import Headline, headlines, year_until
from reports.dashboard.notices import AHEAD_DAYS, Notice, Notices
from reports.dashboard.squares import BoardPicture, picture
from reports.figures import AwardTable, Figure, Posts, Scope, Secondments, Streak
from reports.figures.base import listed, typed
from reports.secondments.sentence import sentence

SOON_SHOWN = 6  # meetings named beside the sentences


@dataclass(frozen=True)
class MeetingLines:
    """Some meetings and the list that shows all of them."""

    figure: Figure
    meetings: tuple[Meeting, ...]

    @property
    def shown(self) -> tuple[Meeting, ...]:
        return self.meetings[:SOON_SHOWN]


@dataclass(frozen=True)
class ModelMeetings:
    """Model meetings of the day's year: held by the day, and planned for later."""

    year: int
    held: Figure
    planned: Figure


@dataclass(frozen=True)
class DashboardPage:
    """Everything the page draws."""

    scope: Scope
    day: dt.date
    is_new: bool  # no member was ever entered
    notices: tuple[Notice, ...]
    waiting: MeetingLines
    coming: MeetingLines | None  # what was planned on a day of the past is not on record
    headlines: tuple[Headline, ...]
    posts: Posts
    models: ModelMeetings
    board: BoardPicture
    chart: GraduatesChart | None
    awards: AwardTable
    streak: Streak
    committee_awards: Figure
    own_awards: tuple[Award, ...]
    seconded: Secondments
    secondment_sentence: str
    month_url: str
    movement_url: str


def read_dashboard(
    scope: Scope, day: dt.date, *, today: dt.date, years: tuple[int, int]
) -> DashboardPage:
    """The page of the day; `years` are those of the award table, `today` is the program's day."""
    roll = figures.roll(scope, day)
    board = figures.board(scope, day)
    seconded = figures.secondments(scope, day)
    own = figures.committee_awards(scope, day)
    first_year, last_year = years
    return DashboardPage(
        scope=scope,
        day=day,
        is_new=not roll.people and not _has_members(scope),
        notices=tuple(Notices(scope, day, roll=roll, board=board)),
        waiting=minutes_waiting(scope, day),
        coming=meetings_coming(scope, day) if day >= today else None,
        headlines=headlines(scope, now=roll, seconded=seconded),
        posts=figures.posts(scope, day),
        models=model_meetings(scope, day, today=today),
        board=picture(board),
        chart=graduates_chart(figures.graduates_by_year(scope, day)),
        awards=figures.award_table(scope, day, first_year=first_year, last_year=last_year),
        streak=figures.title_streak(scope, day),
        committee_awards=own,
        own_awards=tuple(Award.objects.filter(pk__in=own.rows)) if own else (),
        seconded=seconded,
        secondment_sentence=sentence(seconded),
        month_url=_month_url(day),
        movement_url=_movement_url(day),
    )


def read_notices(scope: Scope, day: dt.date) -> tuple[Notice, ...]:
    """The sentences alone."""
    roll, board = figures.roll(scope, day), figures.board(scope, day)
    return tuple(Notices(scope, day, roll=roll, board=board))


def minutes_waiting(scope: Scope, day: dt.date) -> MeetingLines:
    """Meetings up to the day whose minutes wait to be approved."""
    meetings = _meetings(scope).filter(
        meets_on__lte=day, minutes__state="submitted", minutes__voided_at__isnull=True
    )
    return _lines(meetings.order_by("-meets_on", "-pk"), day, ("minutes", "submitted"))


def meetings_coming(scope: Scope, day: dt.date) -> MeetingLines:
    """Meetings planned for the day itself and the weeks after it."""
    last = day + dt.timedelta(days=AHEAD_DAYS)
    meetings = _meetings(scope).filter(state="planned", meets_on__range=(day, last))
    query = (("state", "planned"), ("from", typed(day)), ("to", typed(last)))
    return _lines(meetings.order_by("meets_on", "pk"), day, *query)


def model_meetings(scope: Scope, day: dt.date, *, today: dt.date) -> ModelMeetings:
    """Model meetings of the day's year; those planned later than the day only while it is not past."""
    year = Period.of_year(day.year)
    last = year.last if day >= today else day
    rows = _meetings(scope).filter(
        kind=Meeting.Kind.MODEL, state="planned", meets_on__range=(year.first, last)
    )
    query = (
        ("kind", "model"),
        ("state", "planned"),
        ("from", typed(year.first)),
        ("to", typed(year.last)),
    )
    planned = listed(rows.values_list("pk", flat=True), "meetings:list", day, *query)
    return ModelMeetings(day.year, figures.model_meetings(scope, day), planned)


def _has_members(scope: Scope) -> bool:
    return Placement.objects.valid().filter(**scope.inside).exists()


def _meetings(scope: Scope):
    return Meeting.objects.valid().filter(committee=scope.committee).select_related("cell")


def _lines(meetings, day: dt.date, *query: tuple[str, str]) -> MeetingLines:
    rows = tuple(meetings)
    return MeetingLines(listed([row.pk for row in rows], "meetings:list", day, *query), rows)


def _month_url(day: dt.date) -> str:
    month = Period.of_month(day.year, day.month)
    query = {"on": typed(day), "from": typed(month.first), "to": typed(month.last)}
    return f"{reverse('meetings:list')}?{urlencode(query).replace('%2F', '/')}"


def _movement_url(day: dt.date) -> str:
    """The page that tells the change of the headlines, term by term."""
    query = {"from": typed(year_until(day).first), "to": typed(day)}
    return f"{reverse('reports:movement')}?{urlencode(query).replace('%2F', '/')}"
