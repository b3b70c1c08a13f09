"""The last day in time of what the regulations limit: pure functions of dates, the rule and the calendar.

Acts that judge a day and pages that warn of it ask the same ones. Where no rule is on record
nothing is limited: None.
"""

import datetime as dt

from members.models import Placement
from partyunit.dates import add_months, day_after, day_before
from regulations.models import Regulation
from regulations.workdays import WorkCalendar, working_days_after

Rule = Regulation | None


def certificate_last_day(taken_on: dt.date, *, rule: Rule) -> dt.date | None:
    """Topic `awareness`: the class of that day is good for 60 months, that day five years on included."""
    return add_months(taken_on, rule.parameters["months"]) if rule else None


def ceremony_last_day(
    decided_on: dt.date, received_on: dt.date | None, *, rule: Rule, calendar: WorkCalendar
) -> dt.date | None:
    """Topic `admission`: 30 working days from receipt of the decision, since 208-QĐ/TW from its issue.

    A receipt that is not on record counts as the issue.
    """
    if rule is None:
        return None
    counts_receipt = rule.parameters["ceremony_from"] == "receipt"
    begins = received_on if counts_receipt and received_on else decided_on
    return working_days_after(begins, rule.parameters["ceremony_days"], calendar=calendar)


def consideration_last_day(
    probation_end: dt.date, *, rule: Rule, calendar: WorkCalendar
) -> dt.date | None:
    """Topic `recognition`: the cell considers within 30 working days after probation."""
    if rule is None:
        return None
    return working_days_after(probation_end, rule.parameters["consider_days"], calendar=calendar)


def left_on(row: Placement) -> dt.date | None:
    """The day a transfer out is counted from: its letter, else the move itself."""
    return row.left_letter_on or (day_after(row.to_on) if row.to_on else None)


def transfer_last_day(letter_on: dt.date, *, rule: Rule, calendar: WorkCalendar) -> dt.date | None:
    """Topic `transfer`: 60 working days from the letter of introduction (29-QĐ/TW, 25/7/2016)."""
    if rule is None:
        return None
    return working_days_after(letter_on, rule.parameters["working_days"], calendar=calendar)


def hand_in_last_day(letter_on: dt.date, *, rule: Rule, calendar: WorkCalendar) -> dt.date | None:
    """Topic `transfer`: who comes hands the letter in within 30 working days of its day (idem)."""
    if rule is None:
        return None
    return working_days_after(letter_on, rule.parameters["hand_in_days"], calendar=calendar)


def temporary_last_day(from_on: dt.date, *, rule: Rule) -> dt.date | None:
    """Topic `temporary_activity`: under a year, so the last day but one before it is over."""
    if rule is None:
        return None
    return day_before(day_before(add_months(from_on, rule.parameters["below_months"])))
