"""The office's own steps and days of reminding (topic `reminders`), before those the program starts with."""

from regulations.models import Regulation
from regulations.seeds import REMINDERS

TOPIC = "reminders"


def reminders_of(rule: Regulation | None) -> dict:
    """The parameters of the office's rule; what it lacks, or without one, as at the start."""
    return REMINDERS | (rule.parameters if rule else {})
