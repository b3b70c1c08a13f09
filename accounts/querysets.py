"""Which accounts and role assignments an account may see and manage."""

from django.apps import apps
from django.db.models import Exists, OuterRef, Q
from django.db.models.query import QuerySet

from partyunit.querysets import RecordQuerySet, SpanQuerySet


def _valid_roles():
    """The role assignments that are not voided (models import this module, not the other way)."""
    assignments = apps.get_model("accounts", "RoleAssignment")._base_manager
    return assignments.filter(voided_at__isnull=True, user=OuterRef("pk"))


class UserQuerySet(QuerySet):
    def visible_to(self, user):
        """An administrator sees the accounts of the own committee and those without any role."""
        ids = user.access.administered_committee_ids
        if not ids:
            return self.filter(pk=user.pk)
        roles = _valid_roles()
        return self.filter(Exists(roles.filter(committee__in=ids)) | ~Exists(roles))

    def managed_by(self, user):
        """Without the accounts that also hold a role elsewhere: whoever resets their password
        could read what another committee keeps."""
        ids = user.access.administered_committee_ids
        elsewhere = _valid_roles().filter(~Q(committee__in=ids))
        return self.visible_to(user).filter(~Exists(elsewhere)) if ids else self.none()


class RoleAssignmentQuerySet(SpanQuerySet):
    def visible_to(self, user):
        """An administrator sees the roles of the own committee; everyone sees the own roles."""
        if user.access.administered_committee_ids:
            return self.filter(committee__in=user.access.administered_committee_ids)
        return self.filter(user=user)


class SavedViewQuerySet(RecordQuerySet):
    def visible_to(self, user):
        """One's own, and those shared with a role one holds in the same committee."""
        shared = Q(pk=None)
        for role, committee_id in user.access.held_roles:
            shared |= Q(shared_with=role, committee=committee_id)
        return self.filter(Q(owner=user) | shared)
