"""The month's plan between cells and committee: a cell proposes, the records officer agrees."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from audit import services as audit
from audit.services import VersionConflictError
from meetings.models import Meeting
from meetings.services.guard import lock_for_recording
from meetings.services.planning import plan_meeting


@dataclass(frozen=True)
class Agreed:
    """What came of agreeing to several plans: those agreed to, those somebody has changed since."""

    meetings: list[Meeting] = field(default_factory=list)
    changed: list[Meeting] = field(default_factory=list)


class MonthPlanError(Exception):
    """Some plans of a month were refused and nothing was stored; `errors` by the place of the plan."""

    def __init__(self, errors: dict[int, ValidationError]):
        super().__init__(_("Chưa ghi được kế hoạch nào."))
        self.errors = errors


@transaction.atomic
def agree_to_plan(*, meeting: Meeting, version: int, by) -> Meeting:
    """Agrees to day, hour and place as `version` has them. Two who agree to the same are both right.

    Raises ValidationError when the meeting is not to come any more, VersionConflictError when
    it was changed since it was read.
    """
    locked = lock_for_recording(meeting)
    if locked.state != Meeting.State.PLANNED:
        raise ValidationError(_("Chỉ thống nhất được cuộc họp còn dự kiến."), code="state")
    if locked.agreed_at is not None and locked.version <= version + 1:
        return locked
    locked.agreed_at, locked.agreed_by = timezone.now(), by
    fields = ["agreed_at", "agreed_by"]
    return audit.update(locked, by=by, fields=fields, version=version, action="meetings.agree")


def agree_to_plans(plans: Iterable[tuple[Meeting, int]], *, by) -> Agreed:
    """Agrees to each plan in the version it was read in; who was changed meanwhile waits."""
    outcome = Agreed()
    for meeting, version in plans:
        try:
            outcome.meetings.append(agree_to_plan(meeting=meeting, version=version, by=by))
        except (ValidationError, VersionConflictError):
            outcome.changed.append(meeting)
    return outcome


def plan_month(plans: Sequence[dict], *, by) -> list[Meeting]:
    """Enters the meetings of several cells (`plan_meeting`'s arguments each), all or none.

    Raises MonthPlanError with what is wrong of each.
    """
    errors: dict[int, ValidationError] = {}
    planned = []
    with transaction.atomic():
        for place, plan in enumerate(plans):
            try:
                planned.append(plan_meeting(by=by, **plan))
            except ValidationError as error:
                errors[place] = error
        if errors:
            raise MonthPlanError(errors)
    return planned
