"""Spans away from the own cell that come to their end, and members who stay away without a reason."""

from collections import defaultdict
from collections.abc import Iterator

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from meetings.models import Attendance, Meeting
from members.limits import temporary_last_day
from members.models import Exemption, Placement, Secondment
from partyunit.dates import Period
from reports.deadlines.base import Act, Deadline, Kind
from reports.deadlines.sources import Sources


def temporary(sources: Sources) -> Iterator[Deadline | None]:
    """Temporary activity, there or here, lasts less than a year (29-QĐ/TW, 25/7/2016)."""
    people = {person.pk: person for person in sources.roll.people}
    where = Q(member__in=list(people)) | Q(**sources.scope.inside)
    rows = Placement.objects.active_on(sources.day).filter(where, kind=Placement.Kind.TEMPORARY)
    for row in rows.select_related("member", "cell"):
        rule = sources.rules.on("temporary_activity", row.from_on)
        last = row.to_on or temporary_last_day(row.from_on, rule=rule)
        if last is None:
            continue
        person = people.get(row.member_id)
        words = {"place": row.place, "day": f"{row.from_on:%d/%m/%Y}"}
        yield sources.line(
            Kind.TRANSFER,
            f"{row.pk}-temporary",
            owner=sources.owner_of(
                row.member_id,
                row.member.full_name,
                cell_id=person.cell_id if person else row.cell_id,
            ),
            what=_("Sinh hoạt tạm thời tại %(place)s từ ngày %(day)s") % words,
            due_on=last,
            rule=rule,
            act=Act(
                text=_("Ghi trở về, hoặc chuyển chính thức"),
                url=reverse("members:end_temporary", args=[row.pk]),
            ),
        )


def seconded_by_letter(sources: Sources) -> Iterator[Deadline | None]:
    """A secondment by letter is temporary activity too: the vote base lacks the member meanwhile."""
    people = {person.pk: person for person in sources.roll.people}
    rows = Secondment.objects.active_on(sources.day).filter(
        member__in=list(people), kind=Secondment.Kind.TRANSFERRED
    )
    for row in rows.select_related("host_cell"):
        rule = sources.rules.on("temporary_activity", row.from_on)
        last = row.to_on or temporary_last_day(row.from_on, rule=rule)
        if last is None:
            continue
        person = people[row.member_id]
        words = {"host": row.host_cell, "day": f"{row.from_on:%d/%m/%Y}"}
        yield sources.line(
            Kind.TRANSFER,
            f"{row.pk}-seconded",
            owner=sources.owner_of(person.pk, person.name, cell_id=person.cell_id),
            what=_("Tăng cường, chuyển sinh hoạt tạm thời tại Chi bộ %(host)s từ ngày %(day)s")
            % words,
            due_on=last,
            rule=rule,
            act=Act(
                text=_("Kết thúc, hoặc sửa hình thức"),
                url=reverse("members:secondment", args=[row.pk]),
            ),
        )


def exemptions(sources: Sources) -> Iterator[Deadline | None]:
    """Exemption or suspension with a last day: the member comes back the day after."""
    people = {person.pk: person for person in sources.roll.people}
    rows = Exemption.objects.active_on(sources.day).filter(
        member__in=list(people), to_on__isnull=False
    )
    for row in rows:
        person = people[row.member_id]
        words = {"kind": row.get_kind_display(), "day": f"{row.from_on:%d/%m/%Y}"}
        yield sources.line(
            Kind.EXEMPTION,
            row.pk,
            owner=sources.owner_of(person.pk, person.name, cell_id=person.cell_id),
            what=_("Hết hạn %(kind)s, từ ngày %(day)s") % words,
            due_on=row.to_on,
            rule=None,
            act=Act(
                text=_("Sinh hoạt trở lại, hoặc ghi tiếp"),
                url=reverse("members:end_exemption", args=[row.pk]),
            ),
        )


def absences(sources: Sources) -> Iterator[Deadline]:
    """Three months in a year without the cell's meetings and no good reason: removal is considered.

    24-QĐ/TW, 30/7/2021; fees are not kept here, so the office looks them up itself.
    """
    rule = sources.rules.on("removal", sources.day)
    if rule is None:
        return
    months = _months_absent(sources)
    for person in sources.roll.people:
        if len(months[person.pk]) < rule.parameters["months"]:
            continue
        words = {"count": len(months[person.pk]), "year": sources.day.year}
        yield sources.check(
            f"absent-{person.pk}",
            kind=Kind.REMOVAL,
            owner=sources.owner_of(person.pk, person.name, cell_id=person.cell_id),
            what=_("Vắng sinh hoạt không lý do %(count)s tháng năm %(year)s") % words,
            act=Act(
                text=_("Nhắc nhở; xem xét xóa tên"),
                url=reverse("members:end_membership", args=[person.pk]),
            ),
            rule=rule,
        )


def _months_absent(sources: Sources) -> dict[int, set]:
    """The months of the day's year whose regular meeting each member missed without a reason."""
    year = Period.of_year(sources.day.year)
    rows = Attendance.objects.valid().filter(
        state=Attendance.State.ABSENT,
        member__in=[person.pk for person in sources.roll.people],
        meeting__voided_at__isnull=True,
        meeting__kind=Meeting.Kind.REGULAR,
        meeting__state=Meeting.State.HELD,
        meeting__meets_on__range=(year.first, sources.day),
    )
    months = defaultdict(set)
    for member, month in rows.values_list("member", "meeting__counts_for"):
        months[member].add(month)
    return months
