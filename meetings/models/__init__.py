"""Gatherings and what is recorded of them."""

from meetings.models.activity import Activity, Campaign, Participation
from meetings.models.feed import CalendarFeed
from meetings.models.meeting import Attendance, Guest, Meeting
from meetings.models.minutes import Minutes, MinutesAddendum, MinutesSection, Resolution
from meetings.models.preparation import MeetingPaper
from meetings.models.record import ActionItem, AgendaItem, Opinion
from meetings.models.score import QualityScore, ScoreLine
from meetings.models.vote import Vote

__all__ = [
    "ActionItem",
    "Activity",
    "AgendaItem",
    "Attendance",
    "CalendarFeed",
    "Campaign",
    "Guest",
    "Meeting",
    "MeetingPaper",
    "Minutes",
    "MinutesAddendum",
    "MinutesSection",
    "Opinion",
    "Participation",
    "QualityScore",
    "Resolution",
    "ScoreLine",
    "Vote",
]
