"""Spans in the Party: decision, ceremony, the twelve months of probation, recognition."""

import datetime as dt

from partyunit.dates import add_months
from reports.demo.calendar import DAY, working_before, working_from
from reports.demo.cast import Part
from reports.demo.dice import between, chance
from reports.demo.flows import FOUNDED_ON, TODAY
from reports.demo.shapes import Life

PROBATION_MONTHS = 12  # Party Charter, article 5: from the ceremony


def life_of_founder(number: int, born_on: dt.date, *, part: Part | None) -> Life:
    """On the books when the committee was founded: admitted years before, in an older committee."""
    if part and part.ceremony_on:
        ceremony = part.ceremony_on
    else:
        year = min(born_on.year + between(23, 29, "joined", number), 2007)
        ceremony = dt.date(year, between(1, 12, "month", number), between(1, 28, "day", number))
    return _life(number, ceremony_on=ceremony, part=part, recorded_on=FOUNDED_ON, ending="QĐ/HU")


def life_of_admitted(number: int, *, ceremony_on: dt.date, part: Part | None) -> Life:
    """Admitted here; the superior standing committee decides (29-QĐ/TW and its forerunners)."""
    recorded = min(ceremony_on + between(1, 5, "recorded", number) * DAY, TODAY)
    return _life(number, ceremony_on=ceremony_on, part=part, recorded_on=recorded, ending="QĐ/HU")


def life_of_newcomer(
    number: int, *, arrives_on: dt.date, born_on: dt.date, part: Part | None
) -> Life:
    """Admitted at a police school or elsewhere; a few were still on probation when they came."""
    if part and part.ceremony_on:
        ceremony = part.ceremony_on
    elif arrives_on.year < TODAY.year - 1 and chance(20, "young", number):
        ceremony = working_before(add_months(arrives_on, -between(3, 9, "young months", number)))
    else:
        back = between(14, 30, "months", number)
        ceremony = working_before(add_months(arrives_on, -back))
    ceremony = max(ceremony, add_months(born_on, 12 * 18 + 2))
    return _life(number, ceremony_on=ceremony, part=part, recorded_on=arrives_on, ending="QĐ/ĐU")


def _life(number, *, ceremony_on, part, recorded_on, ending) -> Life:
    decision = part.decision_on if part and part.decision_on else None
    if decision is None:
        decision = working_before(ceremony_on - between(6, 20, "decision", number) * DAY)
    life = Life(
        decision_on=decision,
        decision_number=f"{between(11, 298, 'decision number', number)}-{ending}",
        ceremony_on=ceremony_on,
        recorded_on=max(recorded_on, ceremony_on),
    )
    official = add_months(ceremony_on, PROBATION_MONTHS)
    if official <= TODAY:
        life.official_from = official
        recognised = working_from(official + between(4, 38, "recognised", number) * DAY)
        life.recognition_on = min(recognised, working_before(TODAY - DAY))
    return life
