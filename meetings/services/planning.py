"""Planning a meeting, changing its plan, calling it off, and recording its hours, chair and clerk."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from audit import services as audit
from meetings.models import Meeting
from meetings.reads import meeting_before
from meetings.roll.people import overseer_on, people_of
from meetings.services.attending import check_may_attend
from meetings.services.following import begin_like
from meetings.services.guard import lock_for_recording, lock_for_voiding
from meetings.services.roll import open_roll
from meetings.services.votes import recount_votes
from members.models import Member, Position

PLAN_FIELDS = ["kind", "counts_for", "meets_on", "starts_at", "place", "topic", "campaign"]
AGREED_ON = ["meets_on", "starts_at", "place"]  # what the cell and the committee agree on


@transaction.atomic
def plan_meeting(
    *,
    committee,
    kind,
    counts_for,
    meets_on,
    place,
    by,
    cell=None,
    is_agreed=False,
    instead_of=None,
    **also,
) -> Meeting:
    """Enters a meeting to come. `also`: starts_at, topic, chair, clerk, attendant, campaign, modelled_on.

    Without them the body's secretary chairs, who kept the minutes last time keeps them again, and
    who looks after the cell attends. A meeting modelled on another begins with its points and the
    titles of its papers. `is_agreed`: the records officer plans it, so that nobody need agree any
    more; what a cell plans is a proposal. `instead_of`: the one of the same body that was put off;
    what was prepared for it is not typed again.

    Raises ValidationError: a second regular meeting for the month, a cell that does not exist
    that day, a kind that does not fit.
    """
    meeting = Meeting(
        committee=committee,
        cell=cell,
        kind=kind,
        counts_for=counts_for.replace(day=1),
        meets_on=meets_on,
        place=place,
        **also,
    )
    meeting.chair = meeting.chair or _secretary(meeting)
    meeting.clerk = meeting.clerk or _last_clerk(meeting)
    if cell is not None and "attendant" not in also:
        meeting.attendant = overseer_on(meets_on, cell=cell)
    elif cell is not None:
        check_may_attend(meeting, meeting.attendant)
    if is_agreed:
        meeting.agreed_at, meeting.agreed_by = timezone.now(), by
    audit.create(meeting, by=by, action="meetings.plan")
    if begins_like := instead_of or meeting.modelled_on:
        begin_like(meeting, begins_like, by=by)
    return meeting


def _secretary(meeting: Meeting) -> Member | None:
    posts = Position.objects.active_on(meeting.meets_on)
    if meeting.cell_id:
        posts = posts.filter(cell=meeting.cell_id, title=Position.Title.CELL_SECRETARY)
    else:
        posts = posts.filter(committee=meeting.committee_id, title=Position.Title.SECRETARY)
    post = posts.select_related("member").first()
    return post.member if post else None


def _last_clerk(meeting: Meeting) -> Member | None:
    before = meeting_before(meeting)
    clerk = before.clerk if before else None
    belong = {person.member_id for person in people_of(meeting)}
    return clerk if clerk and clerk.pk in belong and clerk != meeting.chair else None


@transaction.atomic
def change_plan(
    *, meeting: Meeting, version: int, by, is_agreed: bool = False, **values
) -> Meeting:
    """Changes kind, month, day, hour, place or topic of a meeting not yet submitted; one without
    points may begin like a model meeting (`modelled_on`).

    Another day, hour or place is a proposal again, unless a records officer changes it (`is_agreed`).
    """
    how = {"version": version, "by": by, "action": "meetings.change_plan"}
    locked, model = lock_for_recording(meeting), values.get("modelled_on")
    if model == locked.modelled_on:
        model = None  # begun like it already
    if model is not None and locked.agenda.valid().exists():
        told = _("Cuộc họp này đã ghi nội dung họp, không lấy theo cuộc họp mẫu được nữa.")
        raise ValidationError({"modelled_on": told})
    changed = _change(meeting, values=values, is_agreed=is_agreed, **how)
    if model is not None:
        begin_like(changed, model, by=by)
    return changed


@transaction.atomic
def record_course(
    *, meeting: Meeting, version: int, by, is_agreed: bool | None = None, **values
) -> Meeting:
    """Records the day and hours it really took place, the place, who chaired and who kept the minutes.

    Of a meeting still to come day, hour and place are its plan: `is_agreed` as in `change_plan`.
    """
    how = {"version": version, "by": by, "action": "meetings.record_course"}
    return _change(meeting, values=values, is_agreed=is_agreed, **how)


def _change(meeting: Meeting, *, version: int, by, values: dict, action: str, is_agreed) -> Meeting:
    """A new day means new people: the roll follows it, but of whom something was recorded stays."""
    locked = lock_for_recording(meeting)
    changed = {name for name, value in values.items() if getattr(locked, name) != value}
    if not changed:
        return locked  # the same change sent twice
    for name, value in values.items():
        setattr(locked, name, value)
    if is_agreed is not None and changed & {*AGREED_ON}:
        locked.agreed_at = timezone.now() if is_agreed else None
        locked.agreed_by = by if is_agreed else None
    fields = [*values, "agreed_at", "agreed_by"]
    audit.update(locked, by=by, fields=fields, version=version, action=action)
    if "meets_on" in changed and locked.attendances.valid().exists():
        open_roll(meeting=locked, by=by, keep_recorded=True)
    elif "meets_on" in changed:
        recount_votes(locked, by=by)
    return locked


def postpone_meeting(*, meeting: Meeting, reason: str, by) -> Meeting:
    """Puts the meeting off with a reason; the new day is a new meeting."""
    return _call_off(meeting, state=Meeting.State.POSTPONED, reason=reason, by=by)


def call_off_meeting(*, meeting: Meeting, reason: str, by) -> Meeting:
    """Records that the meeting does not take place, with the reason."""
    return _call_off(meeting, state=Meeting.State.CANCELLED, reason=reason, by=by)


@transaction.atomic
def plan_again(*, meeting: Meeting, by) -> Meeting:
    """Takes back that a meeting was postponed or would not take place.

    Raises ValidationError, also when another regular meeting stands for the month by now.
    """
    locked = Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    if locked.stands:
        raise ValidationError(_("Cuộc họp này không hoãn, không bỏ."))
    locked.state, locked.state_reason = Meeting.State.PLANNED, ""
    fields = ["state", "state_reason"]
    return audit.update(locked, by=by, fields=fields, action="meetings.plan_again")


@transaction.atomic
def _call_off(meeting: Meeting, *, state: str, reason: str, by) -> Meeting:
    locked = lock_for_recording(meeting)
    if locked.state != Meeting.State.PLANNED:
        raise ValidationError(_("Chỉ hoãn hoặc bỏ được cuộc họp còn dự kiến."))
    if not reason.strip():
        raise ValidationError({"state_reason": _("Hoãn hoặc không họp phải ghi lý do.")})
    locked.state, locked.state_reason = state, reason
    return audit.update(
        locked, by=by, fields=["state", "state_reason"], action=f"meetings.{state}", reason=reason
    )


@transaction.atomic
def void_meeting(*, meeting: Meeting, reason: str, version: int, by) -> Meeting:
    """Takes a meeting entered by mistake out of the register.

    Raises ValidationError once its minutes are submitted, VersionConflictError.
    """
    return audit.void(lock_for_voiding(meeting), by=by, reason=reason, version=version)
