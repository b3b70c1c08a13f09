"""Which role assignments an account may see."""

from partyunit.querysets import SpanQuerySet


class RoleAssignmentQuerySet(SpanQuerySet):
    def visible_to(self, user):
        """An administrator sees the roles of the own committee; everyone sees the own roles."""
        if user.access.administered_committee_ids:
            return self.filter(committee__in=user.access.administered_committee_ids)
        return self.filter(user=user)
