"""Deadlines on the way through the Party: probation, recognition, admission, letters of introduction."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from members.limits import (
    ceremony_last_day,
    certificate_last_day,
    consideration_last_day,
    hand_in_last_day,
    left_on,
    transfer_last_day,
)
from members.models import Candidate, CandidateStep, Placement
from members.rules import probation_rule
from reports.deadlines.base import Act, Deadline, Kind
from reports.deadlines.sources import Owner, Sources
from reports.figures import Person

Step = CandidateStep.Kind
Days = dict[str, dt.date]  # the day of each step taken


def probation(sources: Sources) -> Iterator[Deadline | None]:
    """Probation that has not ended yet (dự bị 12 tháng từ lễ kết nạp; Điều lệ Đảng, Điều 5)."""
    for person, end in sources.roll.probation_ends:
        if end <= sources.day or person.span is None:
            continue
        rule = probation_rule(
            person.span.ceremony_on,
            rules=sources.rules.of("probation"),
            committee=sources.scope.committee.pk,
        )
        yield sources.line(
            Kind.PROBATION,
            person.pk,
            owner=_owner(sources, person),
            what=_("Hết thời gian dự bị ngày %(day)s") % {"day": f"{end:%d/%m/%Y}"},
            due_on=end,
            rule=rule,
            act=Act(text=_("Chuẩn bị hồ sơ công nhận"), url=_owner(sources, person).url),
        )


def recognition(sources: Sources) -> Iterator[Deadline | None]:
    """Probation over, not recognised: the cell considers within 30 working days, then those above it."""
    over = [pair for pair in sources.roll.probation_ends if pair[1] <= sources.day]
    steps = _steps(sources, "membership__member", owners=[person.pk for person, _end in over])
    for person, end in over:
        done = steps[person.pk]
        what, due_on, rule = _recognition_stage(sources, end, done=done)
        yield sources.line(
            Kind.RECOGNITION,
            person.pk,
            is_open=True,
            in_working_days=True,
            owner=_owner(sources, person),
            what=what,
            due_on=due_on,
            rule=rule,
            act=_recognition_act(person.pk, done),
        )


def _recognition_act(pk: int, done: Days) -> Act:
    """First the steps of the cell, then the decision."""
    if Step.CELL_RESOLUTION in done or Step.SUBMITTED in done:
        return Act(text=_("Ghi công nhận chính thức"), url=reverse("members:recognise", args=[pk]))
    url = reverse("members:take_recognition_step", args=[pk])
    return Act(text=_("Xét công nhận; ghi các bước"), url=url)


def _recognition_stage(sources: Sources, end: dt.date, *, done: Days):
    """Who has to decide next, until when, by which rule."""
    resolved = done.get(Step.SUBMITTED) or done.get(Step.CELL_RESOLUTION)
    if resolved is None:
        rule = sources.rules.on("recognition", end)
        last = consideration_last_day(end, rule=rule, calendar=sources.calendar)
        what = _("Hết dự bị ngày %(day)s, chi bộ chưa xét công nhận") % {"day": f"{end:%d/%m/%Y}"}
        return what, last or end, rule
    rule = sources.rules.on("admission", resolved)
    return _decision_stage(sources, done, submitted=resolved, rule=rule, days_name="recognise_days")


def _decision_stage(sources: Sources, done: Days, *, submitted: dt.date, rule, days_name: str):
    sent_up = done.get(Step.SENT_UP)
    if rule is None:
        return _("Chờ quyết định"), submitted, None
    if sent_up:
        what = _("Hồ sơ gửi cấp trên ngày %(day)s, chưa có quyết định")
        days, event = rule.parameters["superior_days"], sent_up
    else:
        what = _("Hồ sơ nộp đảng ủy ngày %(day)s, chưa có quyết định")
        days, event = rule.parameters[days_name], submitted
    return what % {"day": f"{event:%d/%m/%Y}"}, sources.working_days_after(event, days), rule


def candidates(sources: Sources) -> Iterator[Deadline | None]:
    """Admission to be decided, ceremonies to be held, certificates of the awareness class running out."""
    rows = list(Candidate.objects.active_on(sources.day).filter(**sources.scope.inside))
    steps = _steps(sources, "candidate", owners=[row.pk for row in rows])
    for row in rows:
        owner = Owner(
            row.full_name, row.sort_name, reverse("members:candidate", args=[row.pk]), row.cell_id
        )
        done = steps[row.pk]
        if Step.DECISION in done:
            yield _ceremony(sources, row, owner=owner, done=done)
            continue
        if Step.SUBMITTED in done:
            yield _decision(sources, row, owner=owner, done=done)
        if Step.AWARENESS in done:
            yield _awareness(sources, row, owner=owner, taken=done[Step.AWARENESS])


def _decision(sources: Sources, row: Candidate, *, owner: Owner, done: Days) -> Deadline | None:
    submitted = done[Step.SUBMITTED]
    rule = sources.rules.on("admission", submitted)
    what, due_on, rule = _decision_stage(
        sources, done, submitted=submitted, rule=rule, days_name="decide_days"
    )
    url = reverse("members:take_step", args=[row.pk])
    act = Act(text=_("Ghi quyết định kết nạp"), url=url)
    return sources.line(
        Kind.ADMISSION,
        row.pk,
        in_working_days=True,
        owner=owner,
        what=what,
        due_on=due_on,
        rule=rule,
        act=act,
    )


def _ceremony(sources: Sources, row: Candidate, *, owner: Owner, done: Days) -> Deadline | None:
    """Counted from the receipt of the decision, since 208-QĐ/TW from its issue."""
    decided = done[Step.DECISION]
    rule = sources.rules.on("admission", decided)
    received = done.get(Step.DECISION_RECEIVED)
    last = ceremony_last_day(decided, received, rule=rule, calendar=sources.calendar)
    if rule is None or last is None:
        return None
    what = _("Có quyết định kết nạp ngày %(day)s, chưa làm lễ") % {"day": f"{decided:%d/%m/%Y}"}
    if received is None and rule.parameters["ceremony_from"] == "receipt":
        what = _("%(what)s; chưa ghi ngày nhận quyết định") % {"what": what}
    return sources.line(
        Kind.CEREMONY,
        row.pk,
        in_working_days=True,
        owner=owner,
        what=what,
        due_on=last,
        rule=rule,
        act=Act(text=_("Ghi kết nạp"), url=reverse("members:admit_candidate", args=[row.pk])),
    )


def _awareness(
    sources: Sources, row: Candidate, *, owner: Owner, taken: dt.date
) -> Deadline | None:
    """The certificate is valid 60 months from its day; that day five years later is the last."""
    rule = sources.rules.on("awareness", taken)
    last = certificate_last_day(taken, rule=rule)
    if last is None:
        return None
    return sources.line(
        Kind.AWARENESS,
        row.pk,
        owner=owner,
        what=_("Học lớp nhận thức ngày %(day)s") % {"day": f"{taken:%d/%m/%Y}"},
        due_on=last,
        rule=rule,
        act=Act(text=_("Kết nạp trước ngày ấy, hoặc học lại"), url=owner.url),
    )


def _steps(sources: Sources, owner: str, *, owners: list[int]) -> dict[int, Days]:
    """The steps taken by the day, the last of a kind, for each owner; nothing asked for nobody."""
    found: dict[int, Days] = defaultdict(dict)
    if not owners:
        return found
    rows = CandidateStep.objects.valid().filter(
        **{f"{owner}__in": owners}, done_on__lte=sources.day
    )
    for pk, kind, done_on in rows.order_by("done_on").values_list(owner, "kind", "done_on"):
        found[pk][kind] = done_on
    return found


def transfers(sources: Sources) -> Iterator[Deadline | None]:
    """Letters of introduction not handed in (30 working days), members not received (60; 29-QĐ/TW, 25/7/2016)."""
    day = sources.day
    rows = Placement.objects.valid().filter(**sources.scope.inside).select_related("member")
    coming = rows.filter(
        Q(handed_in_on=None) | Q(handed_in_on__gt=day),
        Q(to_on=None) | Q(to_on__gte=day),  # who has moved on owes no letter any more
        letter_on__lte=day,
    )
    for row in coming:
        yield _transfer(sources, row, event=row.letter_on, is_coming=True)
    for row in rows.open_transfers_out(day):
        left = left_on(row)
        if left and left <= day:
            yield _transfer(sources, row, event=left, is_coming=False)


def _transfer(
    sources: Sources, row: Placement, *, event: dt.date, is_coming: bool
) -> Deadline | None:
    rule = sources.rules.on("transfer", event)
    limit = hand_in_last_day if is_coming else transfer_last_day
    last = limit(event, rule=rule, calendar=sources.calendar)
    if last is None:
        return None
    owner = sources.owner_of(row.member_id, row.member.full_name, cell_id=row.cell_id)
    if is_coming:
        what = _("Giấy giới thiệu đến ngày %(day)s chưa nộp")
        url = reverse("members:correct", args=["noi-sinh-hoat", row.pk])
        act = Act(text=_("Ghi ngày nộp giấy"), url=url)
    else:
        what = _("Chuyển đi ngày %(day)s, chưa có giấy giới thiệu, nơi đến chưa tiếp nhận")
        if row.left_letter_on:
            what = _("Giấy giới thiệu đi ngày %(day)s, nơi đến chưa tiếp nhận")
        url = reverse("members:receive_transfer", args=[row.pk])
        act = Act(text=_("Ghi nơi đến đã tiếp nhận"), url=url)
    return sources.line(
        Kind.TRANSFER,
        in_working_days=True,
        key=f"{row.pk}-{'in' if is_coming else 'out'}",
        owner=owner,
        what=what % {"day": f"{event:%d/%m/%Y}"},
        due_on=last,
        rule=rule,
        act=act,
    )


def _owner(sources: Sources, person: Person) -> Owner:
    return sources.owner_of(person.pk, person.name, cell_id=person.cell_id)
