"""Groups of rows as the pages of this room show them."""

from members.models import Member


def rows_about(member: Member) -> list:
    """The member and every row of this room that names the member, voided ones too."""
    relations = [
        one
        for one in Member._meta.related_objects
        if one.related_model._meta.app_label == "members"
    ]
    rows = [one.related_model._base_manager.filter(**{one.field.name: member}) for one in relations]
    return [Member._base_manager.filter(pk=member.pk), *rows]
