"""The rules the program starts with. Added after each migrate where missing, never overwritten.

Each row names its source; its mark says how sure we are of it (`Regulation.Mark`).
"""

import datetime as dt

from django.db import connections

from regulations.models import Holiday, Regulation

D = dt.date
VOTES = {"resolution": [1, 2], "admission": [2, 3], "quorum": [2, 3]}

# topic, number, issued_on, valid_from, valid_to, mark, parameters
REGULATIONS = [
    ("probation", "Điều lệ Đảng, Điều 5", None, D(1960, 9, 10), None, "S2", {"months": 12}),
    ("cell_vote", "23-QĐ/TW", D(2006, 10, 31), D(2006, 10, 31), D(2011, 10, 31), "M", VOTES),
    ("cell_vote", "45-QĐ/TW", D(2011, 11, 1), D(2011, 11, 1), D(2016, 7, 24), "M", VOTES),
    ("cell_vote", "29-QĐ/TW", D(2016, 7, 25), D(2016, 7, 25), None, "S2", VOTES),
    (
        "cell_meeting",
        "12-HD/BTCTW",
        D(2018, 7, 6),
        D(2018, 7, 6),
        D(2025, 10, 27),
        "S2",
        {"minutes_small": 90, "minutes_large": 120, "large_from": 30, "results_within_days": 2},
    ),
    (
        "cell_meeting",
        "42-HD/BTCTW",
        D(2025, 10, 28),
        D(2025, 10, 28),
        None,
        "S2",
        {"minutes_small": 90, "minutes_large": 120, "large_from": 30, "results_within_days": 2},
    ),
    (
        "residence_contact",
        "76-QĐ/TW",
        D(2000, 6, 15),
        D(2000, 6, 15),
        D(2020, 1, 1),
        "S",
        {"name": "Quy định 76"},
    ),
    (
        "residence_contact",
        "213-QĐ/TW",
        D(2020, 1, 2),
        D(2020, 1, 2),
        None,
        "S",
        {"name": "Quy định 213"},
    ),
    (
        "layout",
        "11-HD/VPTW",
        D(2004, 5, 28),
        D(2004, 5, 28),
        D(2018, 4, 2),
        "M",
        {"number_separator": " ", "post_bold": True, "body_points": 14, "line_points": 20},
    ),
    (
        "layout",
        "36-HD/VPTW",
        D(2018, 4, 3),
        D(2018, 4, 3),
        D(2026, 5, 26),
        "S",
        {"number_separator": " ", "post_bold": True, "body_points": 14, "line_points": 20},
    ),
    (
        "layout",
        "05-HD/VPTW",
        D(2026, 5, 27),
        D(2026, 5, 27),
        None,
        "S2",
        {"number_separator": " ", "post_bold": False, "body_points": 14, "line_points": 20},
    ),
]


HOLIDAY_YEARS = range(2009, 2028)


def add_missing(using: str = "default", **_kwargs) -> None:
    """Adds rules and holidays that are not there; what the office has changed stays as it is."""
    tables = connections[using].introspection.table_names()
    if Regulation._meta.db_table not in tables or Holiday._meta.db_table not in tables:
        return  # migrated only part of the way
    _add_regulations(using)
    _add_holidays(using)


def _add_regulations(using: str) -> None:
    present = list(Regulation.objects.using(using).filter(committee__isnull=True))
    names = ("topic", "number", "issued_on", "valid_from", "valid_to", "source_mark", "parameters")
    rows = [Regulation(**dict(zip(names, values, strict=True))) for values in REGULATIONS]
    missing = [row for row in rows if not any(_has_decided(own, row) for own in present)]
    Regulation.objects.using(using).bulk_create(missing)


def _has_decided(own: Regulation, row: Regulation) -> bool:
    """Whether the office has this rule (voided: does not want it), or another one in its time."""
    if own.topic != row.topic:
        return False
    if own.valid_from == row.valid_from:
        return True
    meets = own.valid_from <= (row.valid_to or D.max) and row.valid_from <= (own.valid_to or D.max)
    return meets and not own.is_voided


def _add_holidays(using: str) -> None:
    if Holiday.objects.using(using).exists():
        return
    import holidays  # takes a third of a second: only where the table is empty

    calendar = holidays.country_holidays("VN", years=HOLIDAY_YEARS, language="vi")
    Holiday.objects.using(using).bulk_create(
        Holiday(day=day, name=name[:120]) for day, name in sorted(calendar.items())
    )
