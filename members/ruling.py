"""Which regulation rules an act of a day, and what it says, for services that store it and forms that tell it."""

import datetime as dt

from django.utils.translation import gettext as _

from regulations.models import Regulation


def rule_of(topic: str, day: dt.date, *, committee: int | None) -> Regulation | None:
    """The rule of the topic that holds on the day; None where none is on record."""
    return Regulation.objects.of_day(topic=topic, day=day, committee=committee)


def hint_of(topic: str, day: dt.date, *, committee: int | None) -> str:
    """«Theo 29-QĐ/TW ngày 25/07/2016: cấp quyết định: …»; nothing where no rule is on record."""
    rule = rule_of(topic, day, committee=committee)
    if rule is None:
        return ""
    said = "; ".join(f"{label[0].lower()}{label[1:]}: {text}" for label, text in rule.in_words())
    return _("Theo %(rule)s (%(topic)s): %(said)s.") % {
        "rule": rule,
        "topic": rule.get_topic_display(),
        "said": said,
    }
