"""Every figure of the office, in one place: the dashboard, the shell and the papers read here.

Pure reads: day or period, and scope, are arguments; answers are frozen dataclasses whose
figures carry the rows behind them.
"""

from reports.figures.base import Figure, Line, Scope, cells, cells_of
from reports.figures.duties import (
    HostLine,
    LocalityLine,
    Posts,
    Secondments,
    posts,
    secondments,
)
from reports.figures.flows import (
    GrowthPoint,
    Movement,
    graduates_by_year,
    growth,
    movement,
    movement_by_cell,
    movements,
)
from reports.figures.meetings import (
    Attendance,
    MeetingCounts,
    Thematic,
    attendance,
    attendance_by_cell,
    meetings_held,
    model_meetings,
    thematic,
)
from reports.figures.merit import (
    AwardLine,
    AwardsDecided,
    AwardTable,
    Streak,
    award_table,
    awards_decided,
    committee_awards,
    documents,
    title_streak,
)
from reports.figures.months import Board, BoardRow, Mark, MarkKind, board
from reports.figures.overview import default_years, summary
from reports.figures.people import Person, Roll, roll
from reports.figures.residence import Commitments, Residence, commitments, residence

__all__ = [
    "Attendance",
    "AwardLine",
    "AwardTable",
    "AwardsDecided",
    "Board",
    "BoardRow",
    "Commitments",
    "Figure",
    "GrowthPoint",
    "HostLine",
    "Line",
    "LocalityLine",
    "Mark",
    "MarkKind",
    "MeetingCounts",
    "Movement",
    "Person",
    "Posts",
    "Residence",
    "Roll",
    "Scope",
    "Secondments",
    "Streak",
    "Thematic",
    "attendance",
    "attendance_by_cell",
    "award_table",
    "awards_decided",
    "board",
    "cells",
    "cells_of",
    "commitments",
    "committee_awards",
    "default_years",
    "documents",
    "graduates_by_year",
    "growth",
    "meetings_held",
    "model_meetings",
    "movement",
    "movement_by_cell",
    "movements",
    "posts",
    "residence",
    "roll",
    "secondments",
    "summary",
    "thematic",
    "title_streak",
]
