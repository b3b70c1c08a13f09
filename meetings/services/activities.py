"""Activities beside the meetings: done with a result, not done with a reason, and who took part."""

import datetime as dt
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from audit import bulk
from audit import services as audit
from meetings.activities.participation import belonging
from meetings.models import Activity, Participation
from members.models import Member

State = Activity.State


def _lock(activity: Activity) -> Activity:
    return Activity.objects.select_for_update(of=("self",)).get(pk=activity.pk)


def _lock_planned(activity: Activity) -> Activity:
    row = _lock(activity)
    if row.state == State.CANCELLED:
        raise ValidationError(_("Hoạt động này đã ghi là không làm."), code="state")
    if row.state == State.DONE:
        raise ValidationError(_("Hoạt động này đã ghi là đã làm."), code="state")
    return row


@transaction.atomic
def finish_activity(*, activity: Activity, on: dt.date, version: int, by, **outcome) -> Activity:
    """Records that it took place: `result`; of an inspection `conclusion` and its paper; `ends_on`
    of one that was over before its planned last day.

    `on` is the program's day. Raises ValidationError before its first day or its last, without a
    result or an inspection's conclusion; VersionConflictError.
    """
    row = _lock_planned(activity)
    if row.starts_on > on:
        told = _("Hoạt động bắt đầu ngày %(day)s, chưa đến.")
        raise ValidationError(told % {"day": f"{row.starts_on:%d/%m/%Y}"}, code="early")
    for name, value in outcome.items():
        setattr(row, name, value)
    row.state = State.DONE
    _check_is_over(row, on)
    fields = ["state", *outcome]
    return audit.update(
        row, by=by, fields=fields, version=version, action="meetings.finish_activity"
    )


def _check_is_over(activity: Activity, on: dt.date) -> None:
    if activity.state == State.DONE and activity.ends_on > on:
        raise ValidationError({"ends_on": _("Đã làm thì ngày kết thúc không thể sau hôm nay.")})


@transaction.atomic
def call_off_activity(*, activity: Activity, reason: str, version: int, by) -> Activity:
    """Records that it does not take place. Raises ValidationError while someone is recorded in it."""
    row = _lock_planned(activity)
    if row.participations.valid().exists():
        raise ValidationError(_("Đã ghi người tham gia; hãy bỏ người tham gia trước."))
    row.state, row.state_reason = State.CANCELLED, reason
    return audit.update(
        row,
        by=by,
        fields=["state", "state_reason"],
        version=version,
        action="meetings.call_off_activity",
        reason=reason,
    )


@transaction.atomic
def plan_activity_again(*, activity: Activity, by) -> Activity:
    """Takes back that it was done or would not take place; what was written of it stays."""
    row = _lock(activity)
    if row.state == State.PLANNED:
        return row
    row.state, row.state_reason = State.PLANNED, ""
    fields = ["state", "state_reason"]
    return audit.update(row, by=by, fields=fields, action="meetings.plan_activity_again")


@transaction.atomic
def correct_activity(
    *, activity: Activity, fields: list[str], reason: str, version: int, on: dt.date, by
) -> Activity:
    """Mends a mistake. `on` is the program's day.

    Raises ValidationError for a first day to come of what is done or has people, for a last day
    to come of what is done, and for a first day on which someone recorded belongs elsewhere; VersionConflictError.
    """
    _lock(activity)
    is_begun = activity.state == State.DONE or activity.participations.valid().exists()
    if is_begun and activity.starts_on > on:
        told = _("Đã làm hoặc đã có người tham gia thì ngày bắt đầu không thể sau hôm nay.")
        raise ValidationError({"starts_on": told})
    _check_is_over(activity, on)
    _check_still_belong(activity)
    return audit.update(activity, by=by, fields=fields, reason=reason, version=version)


def _check_still_belong(activity: Activity) -> None:
    rows = activity.participations.valid().filter(member__isnull=False)
    by_cell: dict[int, list[int]] = {}
    for cell, member in rows.values_list("cell", "member"):
        by_cell.setdefault(cell, []).append(member)
    strangers = [
        name
        for cell, members in by_cell.items()
        for name in _strangers(activity, cell, members=members)
    ]
    if strangers:
        told = _("Ngày này các đồng chí sau không thuộc chi bộ đã ghi tham gia: %(names)s.")
        raise ValidationError({"starts_on": told % {"names": ", ".join(strangers)}})


def _strangers(activity: Activity, cell, *, members: list[int]) -> list[str]:
    """The names of those who did not belong to the cell then."""
    belong = belonging(activity, cell).values("pk")
    asked = Member.objects.filter(pk__in=members).exclude(pk__in=belong)
    return [member.full_name for member in asked]


@transaction.atomic
def void_activity(*, activity: Activity, reason: str, version: int, by) -> Activity:
    """Takes an activity that never was out of the register, with who is recorded in it."""
    row = _lock(activity)
    bulk.void_many(list(row.participations.valid()), by=by, reason=reason)
    return audit.void(row, by=by, reason=reason, version=version)


@transaction.atomic
def record_participation(
    *, activity: Activity, cell, members: dict[Member, str], head_count: int | None, on, by
) -> Activity:
    """Who of the cell took part: its members by name with what each did, or only their number.

    A member counts for the cell of the activity's first day, who came to us later for the first
    cell. `on` is the program's day. Raises ValidationError: both names and a number, an activity
    called off or not begun, someone who did not belong to the cell or is recorded for another.
    """
    row = _lock(activity)
    _check_takes_part(row, on)
    rows = list(row.participations.valid().filter(cell=cell).select_related("member"))
    names = [one for one in rows if one.member_id]
    numbers = [one for one in rows if not one.member_id]
    if members and not head_count:  # the number goes before the names that take its place
        _count(row, cell, head_count=None, rows=numbers, by=by)
        numbers = []
    _name(row, cell, members=members, rows=names, by=by)
    _count(row, cell, head_count=head_count, rows=numbers, by=by)
    return row


@transaction.atomic
def record_numbers(*, activity: Activity, numbers: dict, on: dt.date, by) -> Activity:
    """How many took part, cell by cell, in one act; of a cell with names nothing is changed.

    `numbers`: cell → number or None. Raises ValidationError as `record_participation`.
    """
    _lock(activity)
    named = _cells_with(activity, member__isnull=False)
    for cell, head_count in numbers.items():
        if cell.pk not in named:
            record_participation(
                activity=activity, cell=cell, members={}, head_count=head_count, on=on, by=by
            )
    return activity


@transaction.atomic
def record_everyone(*, activity: Activity, cells: Iterable, on: dt.date, by) -> Activity:
    """All members of the first day of each cell nothing is recorded of yet; then the exceptions."""
    _lock(activity)
    recorded = _cells_with(activity)
    for cell in cells:
        if cell.pk not in recorded:
            members = Member.objects.placed_on(activity.starts_on, cells=[cell])
            record_participation(
                activity=activity,
                cell=cell,
                members=dict.fromkeys(members, ""),
                head_count=None,
                on=on,
                by=by,
            )
    return activity


def _cells_with(activity: Activity, **which) -> set[int]:
    rows = activity.participations.valid().filter(**which)
    return {*rows.values_list("cell", flat=True)}


def _check_takes_part(activity: Activity, on: dt.date) -> None:
    if not activity.takes_part:
        raise ValidationError(_("Hoạt động này không diễn ra."), code="state")
    if activity.starts_on > on:
        told = _("Hoạt động bắt đầu ngày %(day)s, chưa đến; chưa ai tham gia.")
        raise ValidationError(told % {"day": f"{activity.starts_on:%d/%m/%Y}"}, code="early")


def _name(activity, cell, *, members: dict[Member, str], rows: Iterable, by) -> None:
    """Takes off who is no longer named, adds who is new, keeps what each one did up to date."""
    known = {row.member_id: row for row in rows}
    named = {member.pk for member in members}
    _check_belong(activity, cell, [one for one in members if one.pk not in known])
    gone = [row for pk, row in known.items() if pk not in named]
    bulk.void_many(gone, by=by, reason=_("bỏ khi ghi lại người tham gia"))
    changes, new = [], []
    for member, contribution in members.items():
        row = known.get(member.pk)
        if row is None:
            row = Participation(activity=activity, cell=cell, member=member)
            new.append(row)
        else:
            changes.append((row, ["contribution"]))
        row.contribution = contribution
        bulk.check_row(row)
    bulk.update_many(changes, by=by)
    bulk.create_many(new, by=by)


def _check_belong(activity: Activity, cell, members: list[Member]) -> None:
    strangers = _strangers(activity, cell, members=[one.pk for one in members])
    if strangers:
        told = _("Ngày %(day)s không thuộc chi bộ này: %(names)s.")
        day = f"{activity.starts_on:%d/%m/%Y}"
        raise ValidationError(told % {"day": day, "names": ", ".join(strangers)})


def _count(activity, cell, *, head_count: int | None, rows: list[Participation], by) -> None:
    row = rows[0] if rows else None
    if not head_count:
        bulk.void_many(rows, by=by, reason=_("bỏ khi ghi lại người tham gia"))
    elif row is None:
        audit.create(Participation(activity=activity, cell=cell, head_count=head_count), by=by)
    else:
        row.head_count = head_count
        audit.update(row, by=by, fields=["head_count"])
