"""Recording merit: awards, yearly titles and badges that have been decided."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from audit import services as audit
from awards.badges import badge_rules, earliest_day, round_of, rounds_in, rule_on
from awards.models import Award, Badge, Title
from members.rules import party_age_from, written
from members.services import committee_of
from members.services.standing import lock
from partyunit.dates import Period, add_months


@transaction.atomic
def give_award(*, award: Award, recorded_on: dt.date, by) -> Award:
    """Records one award in its award year. The decision may be of a later year, not of the future."""
    if award.member is not None:
        lock(award.member)
    check_decided(award.decided_on, recorded_on)
    return audit.create(award, by=by, action="awards.give")


@transaction.atomic
def give_title(*, title: Title, recorded_on: dt.date, by) -> Title:
    """Records the title of a year; the streak is counted from the rows."""
    check_decided(title.decided_on, recorded_on)
    return audit.create(title, by=by, action="awards.give_title")


@transaction.atomic
def give_badge(*, badge: Badge, recorded_on: dt.date, by) -> Badge:
    """Records a badge that has been decided. Raises ValidationError by the rule of its day."""
    lock(badge.member)
    check_badge(badge, recorded_on)
    return audit.create(badge, by=by, action="awards.give_badge")


@transaction.atomic
def correct_badge(
    *, badge: Badge, fields: list[str], reason: str, version: int, recorded_on: dt.date, by
) -> Badge:
    """Mends a mistake; the rules of giving hold for what comes out."""
    check_badge(badge, recorded_on)
    return audit.update(badge, by=by, fields=fields, reason=reason, version=version)


def check_badge(badge: Badge, recorded_on: dt.date) -> None:
    """The milestone is one of the rule's, and Party age has reached it, or nearly and with a reason.

    29-QĐ/TW, 25/7/2016: 30 to 90 years, no 35; up to 12 months ahead for the gravely ill and
    after death. Raises ValidationError keyed by field.
    """
    check_decided(badge.decided_on, recorded_on)
    if badge.given_on and badge.given_on > recorded_on:
        raise ValidationError({"given_on": _("Ngày trao chưa đến; chỉ ghi việc đã diễn ra.")})
    rules = badge_rules(committee_of(badge.member))
    rule = rule_on(badge.round_on or badge.decided_on, rules)
    if rule is None:
        return
    if badge.years not in rule.parameters["milestones"]:
        listed = ", ".join(map(str, rule.parameters["milestones"]))
        sentence = _("Theo %(rule)s chỉ có các mốc: %(years)s.")
        raise ValidationError({"years": sentence % {"rule": rule.citation, "years": listed}})
    if badge.round_on:
        _check_is_round(badge.round_on, rule=rule, rules=rules)
    _check_party_age(badge, rule=rule, rules=rules)


def _check_is_round(day: dt.date, *, rule, rules) -> None:
    if rounds_in(Period(day, day), rules=rules):
        return
    days = ", ".join(f"{day}/{month}" for (day, month), *_window in rule.parameters["rounds"])
    sentence = _("Theo %(rule)s các đợt là %(days)s; trao vào dịp khác thì để trống.")
    raise ValidationError({"round_on": sentence % {"rule": rule.citation, "days": days}})


def _check_party_age(badge: Badge, *, rule, rules) -> None:
    """By the day of the round, else of the giving: its window may end after the decision."""
    day = badge.round_on or badge.given_on or badge.decided_on
    spans = badge.member.memberships.valid().values_list("decision_on", "ended_on")
    start = party_age_from([(first, last) for first, last in spans], day)
    if start is None:
        raise ValidationError({"member": _("Sổ chưa có ngày quyết định kết nạp của đồng chí.")})
    reached = add_months(start, 12 * badge.years)
    presented = round_of(reached, rules=rules)
    in_time = presented is not None and presented.day == badge.round_on
    if reached <= day or in_time:
        return
    words = {"years": badge.years, "day": written(reached)}
    if badge.occasion == Badge.Occasion.DUE:
        sentence = _("Đến ngày %(day)s đồng chí mới đủ %(years)s năm tuổi Đảng.")
        raise ValidationError({"years": sentence % words})
    if day < earliest_day(reached, badge.years, rule=rule):
        words |= {"first": written(earliest_day(reached, badge.years, rule=rule)), "rule": rule}
        sentence = _("Đủ %(years)s năm ngày %(day)s; theo %(rule)s sớm nhất từ ngày %(first)s.")
        raise ValidationError({"years": sentence % words})


def check_decided(decided_on: dt.date | None, recorded_on: dt.date) -> None:
    """Refuses a decision of the future, keyed `decided_on`."""
    if decided_on and decided_on > recorded_on:
        raise ValidationError(
            {"decided_on": _("Ngày quyết định chưa đến; chỉ ghi việc đã diễn ra.")}
        )
