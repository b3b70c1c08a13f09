"""A study campaign entered by mistake leaves the register."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from audit import services as audit
from meetings.models import Campaign


@transaction.atomic
def void_campaign(*, campaign: Campaign, reason: str, version: int, by) -> Campaign:
    """Raises ValidationError while a meeting or an activity belongs to it, VersionConflictError."""
    row = Campaign.objects.select_for_update(of=("self",)).get(pk=campaign.pk)
    if any(row.rows_naming()):
        raise ValidationError(
            _("Đã có cuộc họp hoặc hoạt động thuộc đợt này; hãy bỏ gắn các dòng ấy trước.")
        )
    return audit.void(row, by=by, reason=reason, version=version)
