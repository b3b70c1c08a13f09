"""Which regulation rules an act of a day, and what it says, for services that store it and forms that tell it."""

import datetime as dt
from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from documents.models import Document
from regulations.models import Regulation


def rule_of(topic: str, day: dt.date, *, committee: int | None) -> Regulation | None:
    """The rule of the topic that holds on the day; None where none is on record."""
    return Regulation.objects.of_day(topic=topic, day=day, committee=committee)


def check_who_decides(paper: Document | None, *, on: dt.date, committee: int | None) -> None:
    """Refuses a decision on admission or recognition by a body without the power (topic `admission`).

    A cell never decides; the committee not where its superior does. The superior may decide
    always (29-QĐ/TW 25/7/2016 and the later ones). Raises ValidationError keyed `decision`.
    """
    if paper is None or paper.outside_issuer:
        return
    rule = rule_of("admission", on, committee=committee)
    if rule is None or (paper.committee and rule.parameters["decided_by"] != "superior"):
        return
    ((_label, body),) = rule.subject.in_words({"decided_by": rule.parameters["decided_by"]})
    sentence = _("Theo %(rule)s, %(body)s quyết định; văn bản này do %(issuer)s ban hành.")
    told = {"rule": rule, "body": body, "issuer": paper.issuer}
    raise ValidationError({"decision": sentence % told})


# What of a topic an act is told; nothing named: all of it.
Topics = Mapping[str, tuple[str, ...]]


def hints_of(topics: Topics, day: dt.date, *, committee: int | None) -> list[str]:
    """«Theo 29-QĐ/TW ngày 25/07/2016 (kết nạp lại): ít nhất …: 36.», one sentence a topic that has a rule."""
    rules = ((rule_of(topic, day, committee=committee), topics[topic]) for topic in topics)
    return [_told(rule, names) for rule, names in rules if rule is not None]


def _told(rule: Regulation, names: tuple[str, ...]) -> str:
    asked = {name: rule.parameters[name] for name in names or rule.parameters}
    words = rule.subject.in_words(asked)
    said = "; ".join(f"{label[0].lower()}{label[1:]}: {text}" for label, text in words)
    told = {"rule": rule, "topic": rule.subject.label, "said": said}
    return _("Theo %(rule)s (%(topic)s): %(said)s.") % told
