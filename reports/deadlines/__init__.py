"""What falls due in the office (việc đến hạn): one home of every deadline, for page and dashboard."""

from reports.deadlines.base import BANDS, KINDS, Band, Deadline, Kind
from reports.deadlines.reading import read_deadlines
from reports.deadlines.sources import Sources

__all__ = ["BANDS", "KINDS", "Band", "Deadline", "Kind", "Sources", "read_deadlines"]
