"""The committee's figures of a day as plain values: what the shell prints."""

import datetime as dt

from reports.figures.base import Scope, cells
from reports.figures.duties import posts, secondments
from reports.figures.meetings import model_meetings
from reports.figures.merit import AwardTable, award_table, committee_awards, title_streak
from reports.figures.people import roll


def summary(scope: Scope, day: dt.date, *, first_year: int, last_year: int) -> dict:
    """The figures of the day, of the committee or of one cell; awards of the years given."""
    members = roll(scope, day)
    seconded = secondments(scope, day)
    awards = award_table(scope, day, first_year=first_year, last_year=last_year)
    return {
        "on": day.isoformat(),
        "committee": scope.committee.code,
        "cell": scope.cell.code if scope.cell else None,
        "cells": cells(scope, day).value,
        "members": members.members.value,
        "official": members.official.value,
        "probationary": members.probationary.value,
        "graduates": members.graduates.value,
        "graduate_percent": float(members.graduate_percent),
        "seconded": seconded.total.value,
        "seconded_by_cell": {cell.code: figure.value for cell, figure in seconded.by_cell},
        "host_cells": seconded.host_cells.value,
        "communes": seconded.communes.value,
        "towns": seconded.towns.value,
        "party_work_team": posts(scope, day).team.value,
        "model_meetings": model_meetings(scope, day).value,
        "award_years": [first_year, last_year],
        "awards": _awards(awards),
        "title_streak": title_streak(scope, day).figure.value,
        "committee_awards": committee_awards(scope, day).value,
    }


def _awards(table: AwardTable) -> list[dict]:
    return [
        {
            "authority": str(line.authority_label),
            "authority_code": line.authority,
            "form": str(line.form_label),
            "collective": line.collective.value,
            "individual": line.individual.value,
        }
        for line in table.lines
    ]


def default_years(day: dt.date) -> tuple[int, int]:
    """The five years before the day's year."""
    return day.year - 5, day.year - 1
