"""All figures of one report, read once from the functions the dashboard uses."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from awards.models import Award, Title
from cells.models import Cell, Committee
from documents.papers.layout import name_on
from members.residence import rule_name_on, rules_of_contact
from partyunit.dates import Period, quarter_of
from reports import figures
from reports.composition.reads import (
    model_meetings_ahead,
    own_awards_of,
    probation_ending,
    titles_of,
)
from reports.figures import Figure, Scope
from reports.models import Report

YEARS_BACK = 5


@dataclass(frozen=True)
class Facts:
    """The figures of one scope and one period, as on its last day with data."""

    scope: Scope
    kind: str
    period: Period
    day: dt.date
    roll: figures.Roll
    cells: tuple[Cell, ...]
    cell_count: Figure
    movement: figures.Movement
    movement_by_cell: tuple[tuple[Cell, figures.Movement], ...]
    meetings: figures.MeetingCounts
    meetings_by_cell: tuple[tuple[Cell, figures.MeetingCounts], ...]
    attendance: figures.Attendance
    attendance_by_cell: dict[int, figures.Attendance]
    secondments: figures.Secondments
    award_years: tuple[int, int]
    awards: figures.AwardTable
    awards_decided: figures.AwardsDecided
    awards_by_year: tuple[tuple[int, figures.AwardTable], ...]
    streak: figures.Streak
    committee_awards: Figure
    titles: list[Title]
    own_awards: list[Award]
    documents: tuple[figures.Line, ...]
    growth: tuple[figures.GrowthPoint, ...]
    residence: figures.Residence
    contact_rule: str
    commitments: figures.Commitments
    ahead_until: dt.date
    probation_ending: Figure
    planned_models: Figure

    @property
    def recognised(self) -> Figure:
        """By the day one is official from, not by the decision's; in a cell of the scope on it."""
        return self.movement.recognised

    @property
    def is_of_cell(self) -> bool:
        return self.scope.cell is not None

    @property
    def is_of_year(self) -> bool:
        return self.kind == Report.Kind.ANNUAL

    @property
    def is_partial(self) -> bool:
        """The period was not over on the last day with data."""
        return self.day < self.period.last

    @property
    def owner(self) -> Committee | Cell:
        return self.scope.cell or self.scope.committee

    @cached_property
    def owner_name(self) -> str:
        return name_on(self.day, owner=self.owner)


def gather(*, scope: Scope, kind: str, period: Period, day: dt.date) -> Facts:
    """Reads every figure of the report; `day` is the last day with data, inside the period."""
    data = period.until(day)
    roll = figures.roll(scope, day)
    by_cell = tuple(figures.movement_by_cell(scope, data))
    return Facts(
        scope=scope,
        kind=kind,
        period=period,
        day=day,
        roll=roll,
        cell_count=figures.cells(scope, day),
        movement=figures.movement(scope, data),
        movement_by_cell=by_cell,
        secondments=figures.secondments(scope, day),
        documents=figures.documents(scope, data),
        growth=figures.growth(scope, growth_days(scope, period, day)),
        **_at_home(scope, day),
        cells=figures.cells_of(scope, day),
        **_meetings(
            scope,
            data,
            [
                cell
                for cell, _moves in by_cell
                if cell.exists_on(data.first) or cell.founded_on in data
            ],
        ),
        **_awards(scope, data, years_of_awards(kind, period)),
        **_ahead(roll, next_period(kind, period).last),
    )


def _meetings(scope: Scope, data: Period, cells: list[Cell]) -> dict:
    """Of every cell that stood in the period, one dissolved since included."""
    return {
        "meetings": figures.meetings_held(scope, data),
        "meetings_by_cell": tuple(
            (cell, figures.meetings_held(scope.narrow(cell), data)) for cell in cells
        ),
        "attendance": figures.attendance(scope, data),
        "attendance_by_cell": figures.attendance_by_cell(scope, data),
    }


def _at_home(scope: Scope, day: dt.date) -> dict:
    """The contacts of the day with the year's comments, under the rule of the day; what the committee pledged."""
    return {
        "residence": figures.residence(scope, day, year=day.year),
        "contact_rule": rule_name_on(day, rules_of_contact()),
        "commitments": figures.commitments(scope, day, year=day.year, of_committee=True),
    }


def _awards(scope: Scope, data: Period, years: tuple[int, int]) -> dict:
    (first, last), day = years, data.last
    return {
        "awards_decided": figures.awards_decided(scope, data),
        "award_years": years,
        "awards": figures.award_table(scope, day, first_year=first, last_year=last),
        "awards_by_year": tuple(
            (year, figures.award_table(scope, day, first_year=year, last_year=year))
            for year in range(first, last + 1)
        ),
        "streak": figures.title_streak(scope, day),
        "committee_awards": figures.committee_awards(scope, day),
        "titles": titles_of(scope, day, years=years),
        "own_awards": own_awards_of(scope, day, years=years),
    }


def _ahead(roll: figures.Roll, last: dt.date) -> dict:
    """What the rest of the period and the next one bring."""
    return {
        "ahead_until": last,
        "probation_ending": probation_ending(roll, last=last),
        "planned_models": model_meetings_ahead(roll.scope, after=roll.day, last=last),
    }


def years_of_awards(kind: str, period: Period) -> tuple[int, int]:
    """The five years of the award table: a year's report ends with that year, a quarter's with the year before."""
    last = period.first.year if kind == Report.Kind.ANNUAL else period.first.year - 1
    return last - YEARS_BACK + 1, last


def growth_days(scope: Scope, period: Period, day: dt.date) -> tuple[dt.date, ...]:
    """The ends of the five years before, once the organisation stood, and the report's own day."""
    founded = (scope.cell or scope.committee).founded_on
    years = range(period.first.year - YEARS_BACK, period.first.year)
    ends = (dt.date(year, 12, 31) for year in years)
    return (*(end for end in ends if founded <= end < day), day)


def next_period(kind: str, period: Period) -> Period:
    """The quarter or year that follows."""
    first = period.last + dt.timedelta(days=1)
    if kind == Report.Kind.ANNUAL:
        return Period.of_year(first.year)
    return Period.of_quarter(first.year, quarter_of(first))
