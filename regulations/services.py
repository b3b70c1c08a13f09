"""Changing which rule holds when: a new rule ends the one before, a voided one gives its time back."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from audit import services as audit
from partyunit.dates import day_before
from regulations.models import Holiday, Regulation
from regulations.public_holidays import public_holidays


@transaction.atomic
def enter_rule(*, rule: Regulation, by) -> Regulation:
    """Records a rule from its first day on: the one that held till then ends the evening before.

    Where a later rule of the topic is on record, an open new one ends before it. A rule that
    begins on the same day is refused by the constraint.
    """
    rules = _neighbours(rule).select_for_update(of=("self",))
    before = rules.filter(valid_from__lt=rule.valid_from).last()
    after = rules.filter(valid_from__gt=rule.valid_from).first()
    if rule.valid_to is None and after is not None:
        rule.valid_to = day_before(after.valid_from)
    if before is not None and (before.valid_to is None or before.valid_to >= rule.valid_from):
        _end(before, day_before(rule.valid_from), by=by)
    return audit.create(rule, by=by, action="regulations.enter_rule")


@transaction.atomic
def void_rule(*, rule: Regulation, reason: str, version: int, by) -> Regulation:
    """Voids a rule that never was one; the rule that ended for it holds again in its time.

    Raises ValidationError while a row of another room was computed by it.
    """
    if next(rule.rows_naming(), None) is not None:
        raise ValidationError(_("Đã có dòng tính theo quy định này nên không hủy được."))
    before = rule_before(rule)
    audit.void(rule, by=by, reason=reason, version=version, action="regulations.void_rule")
    if before is not None:
        _end(before, rule.valid_to, by=by)
    return rule


def rule_before(rule: Regulation) -> Regulation | None:
    """The rule of the same topic and committee that ended the evening before this one began."""
    return _neighbours(rule).filter(valid_to=day_before(rule.valid_from)).first()


def _neighbours(rule: Regulation):
    rules = Regulation.objects.valid().filter(topic=rule.topic, committee=rule.committee_id)
    return rules.exclude(pk=rule.pk).order_by("valid_from")


def _end(rule: Regulation, on: dt.date | None, *, by) -> None:
    rule.valid_to = on
    audit.update(rule, by=by, fields=["valid_to"], action="regulations.end_rule")


def enter_holiday(*, holiday: Holiday, by) -> Holiday:
    """Records a day off, or a weekend day worked in exchange; deadlines count by it from now on."""
    return audit.create(holiday, by=by, action="regulations.enter_holiday")


@transaction.atomic
def fill_year(*, year: int, by) -> list[Holiday]:
    """Enters the public holidays and swapped days of a year that are not in the calendar yet.

    A day that was voided stays away. Raises ValidationError keyed `year` when nothing is missing.
    """
    known = set(Holiday.objects.filter(day__year=year).values_list("day", flat=True))
    rows = [
        Holiday(day=day, name=name, is_working=is_working)
        for day, name, is_working in public_holidays([year - 1, year, year + 1])  # swaps reach over
        if day not in known and day.year == year
    ]
    if not rows:
        raise ValidationError({"year": _("Lịch năm này đã có đủ ngày nghỉ lễ.")})
    return [audit.create(row, by=by, action="regulations.fill_year") for row in rows]
