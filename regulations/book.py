"""Every rule of one committee, read once and asked for each day: a page of many deadlines pays one statement."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q

from regulations.models import Regulation


@dataclass(frozen=True)
class RuleBook:
    """The valid rules by topic, the committee's own before the general ones."""

    by_topic: dict[str, list[Regulation]]

    @classmethod
    def read(cls, committee: int | None, *topics: str) -> "RuleBook":
        """Of the topics named, else of all, in one statement."""
        rules = Regulation.objects.valid().filter(Q(committee=None) | Q(committee=committee))
        rules = rules.filter(topic__in=topics) if topics else rules
        by_topic = defaultdict(list)
        for rule in rules.order_by("valid_from"):
            by_topic[rule.topic].append(rule)
        for of_topic in by_topic.values():
            of_topic.sort(key=lambda rule: rule.committee_id is None)
        return cls(dict(by_topic))

    def of(self, topic: str) -> list[Regulation]:
        return self.by_topic.get(topic, [])

    def on(self, topic: str, day: dt.date) -> Regulation | None:
        """The rule of the topic on that day, or None."""
        return next((rule for rule in self.of(topic) if rule.holds_on(day)), None)
