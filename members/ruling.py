"""Which regulation rules an act of a day, and what it says, for services that store it and forms that tell it."""

import datetime as dt
from collections.abc import Mapping

from django.utils.translation import gettext as _

from regulations.models import Regulation


def rule_of(topic: str, day: dt.date, *, committee: int | None) -> Regulation | None:
    """The rule of the topic that holds on the day; None where none is on record."""
    return Regulation.objects.of_day(topic=topic, day=day, committee=committee)


# What of a topic an act is told; nothing named: all of it.
Topics = Mapping[str, tuple[str, ...]]


def hints_of(topics: Topics, day: dt.date, *, committee: int | None) -> list[str]:
    """«Theo 29-QĐ/TW ngày 25/07/2016 (kết nạp lại): ít nhất …: 36.», one sentence a topic that has a rule."""
    found = (_hint(topic, names, day, committee) for topic, names in topics.items())
    return [hint for hint in found if hint]


def _hint(topic: str, names: tuple[str, ...], day: dt.date, committee: int | None) -> str:
    rule = rule_of(topic, day, committee=committee)
    if rule is None:
        return ""
    asked = {name: rule.parameters[name] for name in names or rule.parameters}
    words = rule.subject.in_words(asked)
    said = "; ".join(f"{label[0].lower()}{label[1:]}: {text}" for label, text in words)
    told = {"rule": rule, "topic": rule.subject.label, "said": said}
    return _("Theo %(rule)s (%(topic)s): %(said)s.") % told
