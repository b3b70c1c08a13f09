"""Changing which rule holds when: a new rule ends the one before, a voided one gives its time back."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from audit import services as audit
from partyunit.dates import day_before
from regulations.models import Holiday, Regulation
from regulations.public_holidays import public_holidays

END, VOID = "regulations.end_rule", "regulations.void_rule"


@transaction.atomic
def enter_rule(*, rule: Regulation, by) -> Regulation:
    """Records a rule from its first day on: the one that held till then ends the evening before.

    Where a later rule of the topic is on record, an open new one ends before it. A rule that
    begins on the same day is refused by the constraint; one that ends while the rule before it
    would still hold, by a sentence beside `valid_to`: the days after it would have no rule.
    """
    rules = _neighbours(rule).select_for_update(of=("self",))
    before = rules.filter(valid_from__lt=rule.valid_from).last()
    after = rules.filter(valid_from__gt=rule.valid_from).first()
    if rule.valid_to is None and after is not None:
        rule.valid_to = day_before(after.valid_from)
    if before is not None and (before.valid_to is None or before.valid_to >= rule.valid_from):
        _check_no_day_is_left(before, rule)
        _end(before, day_before(rule.valid_from), by=by)
    return audit.create(rule, by=by, action="regulations.enter_rule")


def _check_no_day_is_left(before: Regulation, rule: Regulation) -> None:
    if rule.valid_to is None or (before.valid_to and before.valid_to <= rule.valid_to):
        return
    told = _(
        "Sau ngày này không còn quy định nào, vì %(rule)s hết hiệu lực khi quy định mới bắt đầu. "
        "Để trống, rồi ghi quy định kế tiếp từ ngày sau."
    )
    raise ValidationError({"valid_to": told % {"rule": before}})


@transaction.atomic
def void_rule(*, rule: Regulation, reason: str, version: int, by) -> Regulation:
    """Voids a rule that never was one; the rule that ended for it holds again in its time.

    Raises ValidationError while a row of another room was computed by it.
    """
    if next(rule.rows_naming(), None) is not None:
        raise ValidationError(_("Đã có dòng tính theo quy định này nên không hủy được."))
    before = rule_before(rule)
    audit.void(rule, by=by, reason=reason, version=version, action=VOID)
    if before is not None:
        _end(before, _last_day_again(before, rule), by=by, action=VOID)
    return rule


def _last_day_again(before: Regulation, voided: Regulation) -> dt.date | None:
    """The last day a rule had before the voided one cut it short, as far as the next one leaves it."""
    entry = audit.standing_change(before, "valid_to")
    after = _neighbours(before).filter(valid_from__gt=voided.valid_from).first()
    last = voided.valid_to
    if entry is not None and entry.action == END:
        last = Regulation._meta.get_field("valid_to").to_python(entry.before["valid_to"])
    if after is None:
        return last
    return min(last or dt.date.max, day_before(after.valid_from))


def rule_before(rule: Regulation) -> Regulation | None:
    """The rule of the same topic and committee that ended the evening before this one began."""
    return _neighbours(rule).filter(valid_to=day_before(rule.valid_from)).first()


def _neighbours(rule: Regulation):
    rules = Regulation.objects.valid().filter(topic=rule.topic, committee=rule.committee_id)
    return rules.exclude(pk=rule.pk).order_by("valid_from")


def _end(rule: Regulation, on: dt.date | None, *, by, action: str = END) -> None:
    rule.valid_to = on
    audit.update(rule, by=by, fields=["valid_to"], action=action)


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
