"""What the rules make of the dates of a life in the Party: end of probation, Party age.

Pure functions of dates, so that services, lists, figures and papers ask the same ones.
"""

import datetime as dt
from collections.abc import Iterable

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from partyunit.dates import (
    PartialDate,
    add_months,
    first_possible_day,
    full_years_between,
    time_between,
)
from regulations.models import Regulation

# Where no rule is on record.
CHARTER, CHARTER_MONTHS = "Điều lệ Đảng, Điều 5", 12
MAJORITY = "kinh"  # every other people of the country is an ethnic minority (dân tộc thiểu số)
# Completed years, both ends included, by which the annual report groups the members.
AGE_BANDS = [(0, 30), (31, 40), (41, 50), (51, 60), (61, None)]
PARTY_AGE_BANDS = [(0, 4), (5, 9), (10, 19), (20, 29), (30, None)]
ADMISSION_AGE = 18  # Điều lệ Đảng, Điều 1; counted by month (29-QĐ/TW, 25/7/2016)
ADMISSION_AGE_LIMIT = 60  # older only by decision of a committee directly under the Centre (idem)


def written(day: dt.date) -> str:
    """`03/04/2019`; of a partial date only what is known."""
    return str(day) if isinstance(day, PartialDate) else f"{day:%d/%m/%Y}"


def may_be_admitted_from(born_on: dt.date) -> dt.date:
    """The first day of the month in which somebody turns eighteen, as far as the birthday is known."""
    return add_months(first_possible_day(born_on).replace(day=1), 12 * ADMISSION_AGE)


def may_be_admitted_until(born_on: dt.date) -> dt.date:
    """The sixtieth birthday, the last day without a decision from higher up; of a partial date its last."""
    return add_months(born_on, 12 * ADMISSION_AGE_LIMIT)


def probation_rules() -> list[Regulation]:
    """Every rule on the length of probation (thời gian dự bị): read once, asked for each person."""
    return list(Regulation.objects.valid().filter(topic="probation"))


def probation_rule(
    ceremony_on: dt.date, *, rules: Iterable[Regulation], committee: int | None
) -> Regulation | None:
    """The rule of the ceremony's day: the committee's own before the general one."""
    held = (
        rule
        for rule in rules
        if rule.committee_id in (None, committee)
        and rule.valid_from <= ceremony_on
        and (rule.valid_to is None or ceremony_on <= rule.valid_to)
    )
    return max(held, key=lambda rule: rule.committee_id is not None, default=None)


def probation_end(
    ceremony_on: dt.date, *, rules: Iterable[Regulation], committee: int | None
) -> dt.date:
    """The first day after probation: the months of the rule of the ceremony's day, from that day.

    A rule that changes later leaves a probation that has begun as it is.
    """
    rule = probation_rule(ceremony_on, rules=rules, committee=committee)
    return add_months(ceremony_on, rule.parameters["months"] if rule else CHARTER_MONTHS)


Spans = Iterable[tuple[dt.date, dt.date | None]]


def party_age_from(spans: Spans, day: dt.date) -> dt.date | None:
    """The day Party age (tuổi Đảng) counts from: the admission decision, earlier by former spans.

    `spans` are (decision, last day or None) in order of time, only those decided by `day`
    count. None for who was never admitted.
    """
    begun = [(first, last) for first, last in spans if first and first <= day]
    if not begun:
        return None
    *former, (start, _last) = begun
    inside = sum((last - first).days + 1 for first, last in former if last)
    return start - dt.timedelta(days=inside)


def party_age(spans: Spans, day: dt.date) -> int | None:
    """Completed years in the Party on `day`: from the admission decision, less time outside."""
    spans = list(spans)
    start = party_age_from(spans, day)
    return full_years_between(start, _counted_until(spans, day)) if start else None


def party_age_to_the_day(spans: Spans, day: dt.date) -> tuple[int, int, int] | None:
    """Party age in years, months and days; only of decisions known to the day it means something."""
    spans = list(spans)
    start = party_age_from(spans, day)
    return time_between(start, _counted_until(spans, day)) if start else None


def _counted_until(spans: Spans, day: dt.date) -> dt.date:
    """The day itself; of who left, the day after the last one in the Party."""
    last = [last for first, last in spans if first and first <= day][-1]
    return min(day, last + dt.timedelta(days=1)) if last else day


def is_within(years: int | None, first: int, last: int | None) -> bool:
    return years is not None and first <= years and (last is None or years <= last)


def band_label(first: int, last: int | None, unit):
    if last is None:
        return format_lazy(_("từ {first} {unit} trở lên"), first=first, unit=unit)
    if not first:
        return format_lazy(_("đến {last} {unit}"), last=last, unit=unit)
    return format_lazy(_("từ {first} đến {last} {unit}"), first=first, last=last, unit=unit)


def band_of(years: int | None, bands, unit) -> str:
    """The band a number of years falls into, in words; nothing when it is not known."""
    found = (
        band_label(first, last, unit) for first, last in bands if is_within(years, first, last)
    )
    return str(next(found, ""))
