"""Gatherings and what is recorded of them."""

from meetings.models.meeting import Attendance, Guest, Meeting
from meetings.models.minutes import Minutes, MinutesAddendum, MinutesSection
from meetings.models.record import ActionItem, AgendaItem, Opinion

__all__ = [
    "ActionItem",
    "AgendaItem",
    "Attendance",
    "Guest",
    "Meeting",
    "Minutes",
    "MinutesAddendum",
    "MinutesSection",
    "Opinion",
]
