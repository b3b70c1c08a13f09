"""Asking for a periodic report, making it behind the page, issuing it."""

from reports.services.issuing import issue_report
from reports.services.making import STAGES, make_report
from reports.services.requests import parse_period, period_of, request_report

__all__ = [
    "STAGES",
    "issue_report",
    "make_report",
    "parse_period",
    "period_of",
    "request_report",
]
