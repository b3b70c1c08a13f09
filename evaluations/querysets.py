"""Scope of the yearly evaluations, and which were decided by a day."""

import datetime as dt

from members.querysets import is_visible_member
from partyunit.querysets import RecordQuerySet


class EvaluationRoundQuerySet(RecordQuerySet):
    def visible_to(self, user):
        return self.filter(committee__in=user.access.committee_ids)

    def decided_by(self, day: dt.date):
        return self.valid().filter(decided_on__lte=day)


class MemberEvaluationQuerySet(RecordQuerySet):
    def valid(self):
        held = {"round__voided_at": None, "member__voided_at": None}
        return super().valid().filter(**held)

    def visible_to(self, user):
        return self.filter(is_visible_member(user, "member__"))

    def decided_by(self, day: dt.date):
        return self.valid().filter(round__decided_on__lte=day)
