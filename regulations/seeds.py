"""The rules the program starts with. Added after each migrate where missing, never overwritten.

Each row names its source; its mark says how sure we are of it (`Regulation.Mark`).
"""

import datetime as dt

from django.db import connections

from regulations.models import Holiday, Regulation
from regulations.public_holidays import public_holidays
from regulations.score_frames import GUIDE_42_FRAME, LOCAL_FRAME

D = dt.date
# Removal, discipline, expulsion, award and rating are from memory, whatever the mark of the rule.
VOTES = {
    "resolution": [1, 2],
    "admission": [2, 3],
    "removal": [2, 3],
    "discipline": [1, 2],
    "expulsion": [2, 3],
    "award": [1, 2],
    "rating": [1, 2],
    "quorum": [2, 3],
}
MEETING = {
    "minutes_small": 90,
    "minutes_large": 120,
    "large_from": 30,
    "results_within_days": 2,
    "papers_days_before": 1,
}
LAYOUT = {"number_separator": " ", "post_bold": True, "body_points": 14, "line_points": 20}
ADMISSION = {
    "decided_by": "committee",
    "committee_share": [2, 3],
    "decide_days": 60,
    "recognise_days": 30,
    "superior_days": 30,
    "ceremony_days": 30,
    "ceremony_from": "receipt",
}
TEMPORARY = {"min_months": 3, "below_months": 12}
TRANSFER = {"working_days": 60, "hand_in_days": 30}
MILESTONES = [30, 40, 50, 55, 60, 65, 70, 75, 80, 85, 90]
# Each round takes who reached a milestone since the round before: local practice, no regulation says it.
ROUNDS = [
    [[3, 2], [8, 11], [3, 2]],
    [[19, 5], [4, 2], [19, 5]],
    [[2, 9], [20, 5], [2, 9]],
    [[7, 11], [3, 9], [7, 11]],
]
BADGE = {
    "milestones": MILESTONES,
    "early_months": 12,
    "long_from": 70,
    "long_early_months": 12,
    "rounds": ROUNDS,
}
BADGE_45 = BADGE | {"milestones": sorted([*MILESTONES, 45])}
REMINDERS = {
    "probation": [30, 90],
    "recognition": [15, 45],
    "admission": [20, 60],
    "ceremony": [10, 30],
    "awareness": [90, 180],
    "transfer": [20, 60],
    "exemption": [15, 45],
    "term": [90, 180],
    "secondment": [5, 15],
    "secondment_day": 5,
    "residence": [30, 90],
    "residence_day": [30, 11],
    "commitment": [15, 45],
    "commitment_day": [31, 3],
    "badge": [60, 180],
    "task": [7, 30],
}

# The regulations on carrying out the Charter (thi hành Điều lệ Đảng): number, issued_on, valid_from, valid_to.
# 232-QĐ/TW (2025) was replaced before its day could be read; its months stand under 24-QĐ/TW.
QD_23 = ("23-QĐ/TW", D(2006, 10, 31), D(2006, 10, 31), D(2011, 10, 31))
QD_45 = ("45-QĐ/TW", D(2011, 11, 1), D(2011, 11, 1), D(2016, 7, 24))
QD_29 = ("29-QĐ/TW", D(2016, 7, 25), D(2016, 7, 25), D(2021, 7, 29))
QD_24 = ("24-QĐ/TW", D(2021, 7, 30), D(2021, 7, 30), D(2025, 6, 30))
QD_294 = ("294-QĐ/TW", D(2025, 5, 26), D(2025, 7, 1), D(2026, 4, 7))
QD_20 = ("20-QĐ/TW", D(2026, 4, 8), D(2026, 4, 8), D(2026, 7, 25))
QD_208 = ("208-QĐ/TW", D(2026, 7, 26), D(2026, 7, 26), None)

GRADES = {
    "name_excellent": "Hoàn thành xuất sắc nhiệm vụ",
    "name_good": "Hoàn thành tốt nhiệm vụ",
    "name_fulfilled": "Hoàn thành nhiệm vụ",
    "name_failed": "Không hoàn thành nhiệm vụ",
}
GRADES_2014 = {
    "name_excellent": "Đủ tư cách, hoàn thành xuất sắc nhiệm vụ",
    "name_good": "Đủ tư cách, hoàn thành tốt nhiệm vụ",
    "name_fulfilled": "Đủ tư cách, hoàn thành nhiệm vụ",
    "name_failed": "Vi phạm tư cách hoặc không hoàn thành nhiệm vụ",
}


def _since(rule: tuple) -> tuple:
    """A rule whose parameters no later regulation is known to have changed."""
    return (*rule[:3], None)


# topic, number, issued_on, valid_from, valid_to, mark, parameters
REGULATIONS = [
    ("probation", "Điều lệ Đảng, Điều 5", None, D(1960, 9, 10), None, "S2", {"months": 12}),
    ("awareness", *QD_23, "M", {"months": 60}),
    ("awareness", *QD_45, "M", {"months": 60}),
    ("awareness", *_since(QD_29), "S2", {"months": 60}),
    ("admission", *QD_23, "M", ADMISSION),
    ("admission", *QD_45, "M", ADMISSION),
    ("admission", *QD_29, "S", ADMISSION),
    ("admission", *QD_24, "S2", ADMISSION),
    ("admission", *QD_294, "S2", ADMISSION),
    ("admission", *QD_20, "M", ADMISSION),
    ("admission", *QD_208, "M", ADMISSION | {"decided_by": "standing", "ceremony_from": "issue"}),
    ("recognition", *QD_23, "M", {"consider_days": 30}),
    ("recognition", *QD_45, "M", {"consider_days": 30}),
    ("recognition", *_since(QD_29), "S2", {"consider_days": 30}),
    ("transfer", *QD_23, "M", TRANSFER),
    ("transfer", *QD_45, "M", TRANSFER),
    ("transfer", *QD_29, "S", TRANSFER),
    ("transfer", *QD_24, "M", TRANSFER),
    ("transfer", *QD_294, "S", TRANSFER),
    ("transfer", *QD_20, "M", TRANSFER),
    ("transfer", *QD_208, "S", TRANSFER),
    ("temporary_activity", *QD_23, "M", TEMPORARY),
    ("temporary_activity", *QD_45, "M", TEMPORARY),
    ("temporary_activity", *_since(QD_29), "S", TEMPORARY),
    ("removal", *QD_23, "M", {"months": 3}),
    ("removal", *QD_45, "M", {"months": 3}),
    ("removal", *_since(QD_29), "S2", {"months": 3}),
    ("readmission", *QD_23, "M", {"months": 36}),
    ("readmission", *QD_45, "M", {"months": 36}),
    ("readmission", *_since(QD_29), "S2", {"months": 36}),
    ("badge", *QD_23, "M", BADGE),
    ("badge", *QD_45, "M", BADGE),
    ("badge", *QD_29, "S", BADGE_45),
    ("badge", *_since(QD_24), "S", BADGE_45 | {"long_early_months": 24}),
    ("term", *QD_23[:3], D(2025, 6, 30), "S", {"cell_months": 30, "committee_months": 60}),
    ("term", *_since(QD_294), "S2", {"cell_months": 60, "committee_months": 60}),
    ("reminders", "Quy ước của cơ quan", None, D(2000, 1, 1), None, "L", REMINDERS),
    ("rating", "27-HD/BTCTW", D(2014, 9, 25), D(2014, 9, 25), D(2018, 3, 7), "M", GRADES_2014),
    ("rating", "132-QĐ/TW", D(2018, 3, 8), D(2018, 3, 8), D(2023, 10, 3), "S", GRADES),
    ("rating", "124-QĐ/TW", D(2023, 10, 4), D(2023, 10, 4), D(2025, 8, 29), "S2", GRADES),
    ("rating", "366-QĐ/TW", D(2025, 8, 30), D(2025, 8, 30), None, "S2", GRADES),
    ("cell_vote", *QD_23, "M", VOTES),
    ("cell_vote", *QD_45, "M", VOTES),
    ("cell_vote", *_since(QD_29), "S2", VOTES),
    ("cell_meeting", "12-HD/BTCTW", D(2018, 7, 6), D(2018, 7, 6), D(2025, 10, 27), "S2", MEETING),
    ("cell_meeting", "42-HD/BTCTW", D(2025, 10, 28), D(2025, 10, 28), None, "S2", MEETING),
    # The guide of 2018 left the points to each place; nothing before it is scored.
    (
        "meeting_score",
        "Khung của địa phương",
        None,
        D(2018, 7, 6),
        D(2025, 10, 27),
        "L",
        LOCAL_FRAME,
    ),
    ("meeting_score", "42-HD/BTCTW", D(2025, 10, 28), D(2025, 10, 28), None, "S2", GUIDE_42_FRAME),
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
    ("layout", "11-HD/VPTW", D(2004, 5, 28), D(2004, 5, 28), D(2018, 4, 2), "M", LAYOUT),
    ("layout", "36-HD/VPTW", D(2018, 4, 3), D(2018, 4, 3), D(2026, 5, 26), "S", LAYOUT),
    (
        "layout",
        "05-HD/VPTW",
        D(2026, 5, 27),
        D(2026, 5, 27),
        None,
        "S2",
        LAYOUT | {"post_bold": False},
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
    """The public holidays, and the weekend days worked in exchange; nothing where the office has some."""
    calendar_rows = Holiday.objects.using(using)
    lacks_worked = not calendar_rows.filter(is_working=True).exists()
    if calendar_rows.exists() and not lacks_worked:
        return
    known = set(calendar_rows.values_list("day", flat=True))
    calendar_rows.bulk_create(
        Holiday(day=day, name=name, is_working=is_working)
        for day, name, is_working in public_holidays(HOLIDAY_YEARS)
        if day not in known and (is_working or not known)
    )
