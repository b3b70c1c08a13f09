"""Deadlines of duties: terms and posts, reports of seconded members, comments from home, commitments."""

import calendar
import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from cells.models import Term
from members.commitments import with_commitment
from members.models import Member, Position, Secondment, SecondmentReport
from members.residence import OUTSTANDING, CommentState, with_comment, year_in_work
from members.secondments import months_of, report_due_on
from partyunit.dates import add_months, day_before
from reports.deadlines.base import Act, Deadline, Kind
from reports.deadlines.sources import Sources

FIRST_YEAR_OF_COMMITMENTS = 2019  # 08-QĐi/TW is of 25/10/2018
COMMITMENT_RULE = "08-QĐi/TW ngày 25/10/2018"
MONTHS_BACK = 12  # so far back a report that never came is still asked for
NAMED_MONTHS = 3


def terms(sources: Sources) -> Iterator[Deadline | None]:
    """Terms of the committee and its cells, and posts that end on a known day."""
    committee = sources.scope.committee
    rows = Term.objects.active_on(sources.day).filter(
        Q(cell__in=list(sources.cells)) | Q(committee=committee)
    )
    if sources.scope.cell:
        rows = rows.filter(cell=sources.scope.cell)
    for term in rows:
        yield _term(sources, term)
    yield from _posts(sources)


def _term(sources: Sources, term: Term) -> Deadline | None:
    rule = sources.rules.on("term", term.from_on)
    if term.to_on is None and rule is None:
        return None
    months = rule.parameters["cell_months" if term.cell_id else "committee_months"] if rule else 0
    last = term.to_on or day_before(add_months(term.from_on, months))
    cell = sources.cells.get(term.cell_id or 0)
    owner = sources.owner_of_cell(cell) if cell else sources.owner_of_committee()
    url = reverse("organisation:change_term")
    if cell:
        url = reverse("organisation:change_cell_term", args=[cell.pk])
    words = {"term": term.name, "day": f"{term.from_on:%d/%m/%Y}"}
    return sources.line(
        Kind.TERM,
        f"term-{term.pk}",
        owner=owner,
        what=_("Hết %(term)s, bắt đầu ngày %(day)s") % words,
        due_on=last,
        rule=None if term.to_on else rule,
        act=Act(text=_("Đại hội; ghi nhiệm kỳ mới"), url=url),
    )


def _posts(sources: Sources) -> Iterator[Deadline | None]:
    where = Q(cell__in=list(sources.cells))
    if sources.scope.cell is None:
        committee = sources.scope.committee
        where |= Q(committee=committee) | Q(office_unit__committee=committee)
    rows = Position.objects.active_on(sources.day).filter(where, to_on__isnull=False)
    posts = list(rows.select_related("member", "cell", "office_unit"))
    taken = _seats_taken(sources) if posts else set()
    for row in posts:
        if (row.title, row.committee_id, row.cell_id, row.to_on) in taken:
            continue
        yield sources.line(
            Kind.TERM,
            f"post-{row.pk}",
            owner=sources.owner_of(row.member_id, row.member.full_name, cell_id=row.cell_id),
            what=_("Hết hạn giữ chức vụ %(post)s") % {"post": row},
            due_on=row.to_on,
            rule=None,
            act=Act(
                text=_("Ghi chức vụ mới"),
                url=reverse("members:assign_position", args=[row.member_id]),
            ),
        )


def _seats_taken(sources: Sources) -> set[tuple]:
    """The seats whose successor is on record already: (title, committee, cell, last day of who sits there)."""
    ahead = Position.objects.valid().filter(title__in=Position.SEATS, from_on__gt=sources.day)
    ahead = ahead.filter(Q(cell__in=list(sources.cells)) | Q(committee=sources.scope.committee))
    seats = ahead.values_list("title", "committee", "cell", "from_on")
    return {(title, committee, cell, day_before(on)) for title, committee, cell, on in seats}


def secondments(sources: Sources) -> Iterator[Deadline | None]:
    """Monthly reports of seconded members that have not come: one line for each member."""
    day = sources.day
    rows = list(
        Secondment.objects.of_home_cells(day, list(sources.cells))
        .active_on(day)
        .select_related("member", "host_cell")
    )
    came = defaultdict(set)
    reports = SecondmentReport.objects.valid().filter(secondment__in=rows, handed_in_on__lte=day)
    for pk, month in reports.values_list("secondment", "month"):
        came[pk].add(month)
    for row in rows:
        asked = months_of(row, day)[: MONTHS_BACK + 1][::-1]
        owed = [month for month in asked if month not in came[row.pk]]
        late = [month for month in owed if _report_due(sources, month) < day]
        if owed:
            yield _owed(sources, row, owed=late or owed[:1])


def _owed(sources: Sources, row: Secondment, *, owed: list[dt.date]) -> Deadline | None:
    named = ", ".join(f"{month:%m/%Y}" for month in owed[:NAMED_MONTHS])
    what = _("Báo cáo tháng %(months)s") % {"months": named}
    if len(owed) > NAMED_MONTHS:
        more = {"what": what, "count": len(owed) - NAMED_MONTHS}
        what = _("%(what)s và %(count)s tháng nữa") % more
    return sources.line(
        Kind.SECONDMENT,
        row.pk,
        owner=sources.owner_of(row.member_id, row.member.full_name, cell_id=row.home_cell_id),
        what=what,
        due_on=_report_due(sources, owed[0]),
        rule=sources.reminders_rule,
        act=Act(text=_("Nhận báo cáo tháng"), url=secondment_url(row)),
    )


def _report_due(sources: Sources, month: dt.date) -> dt.date:
    return report_due_on(month, sources.reminders["secondment_day"])


def secondment_url(row: Secondment) -> str:
    return reverse("members:secondment", args=[row.pk])


def _day_in(month: dt.date, number: int) -> dt.date:
    """That day of the month, or its last one."""
    last = calendar.monthrange(month.year, month.month)[1]
    return month.replace(day=min(max(number, 1), last))


def comments(sources: Sources) -> Iterator[Deadline | None]:
    """Yearly comments of the cells at home that are outstanding (213-QĐ/TW; before 2020 76-QĐ/TW)."""
    day, year = sources.day, year_in_work(sources.day)
    people = {person.pk: person for person in sources.roll.people}
    rows = with_comment(Member.objects.filter(pk__in=list(people)), year=year, day=day)
    found = rows.filter(comment_state__in=OUTSTANDING).values_list("pk", "comment_state")
    texts = {
        CommentState.NOT_ASKED: _("Nhận xét nơi cư trú năm %(year)s: chưa gửi phiếu"),
        CommentState.ASKED: _("Nhận xét nơi cư trú năm %(year)s: đã gửi phiếu, chưa nhận về"),
    }
    acts = {
        CommentState.NOT_ASKED: (_("Gửi phiếu"), "members:ask_for_comments"),
        CommentState.ASKED: (_("Nhập nhận xét"), "members:receive_comments"),
    }
    number, month = sources.reminders["residence_day"]
    for pk, state in found:
        person = people[pk]
        text, page = acts[CommentState(state)]
        yield sources.line(
            Kind.RESIDENCE,
            f"{year}-{pk}",
            owner=sources.owner_of(pk, person.name, cell_id=person.cell_id),
            what=texts[CommentState(state)] % {"year": year},
            due_on=_day_in(dt.date(year, month, 1), number),
            rule=sources.rules.on("residence_contact", day),
            act=Act(text=text, url=f"{reverse(page)}?year={year}"),
        )


def commitments(sources: Sources) -> Iterator[Deadline | None]:
    """Members of the committee who owe this year's commitment, or the review of one (08-QĐi/TW, 25/10/2018)."""
    year = sources.day.year
    if year >= FIRST_YEAR_OF_COMMITMENTS:
        for member in _of_committee(sources, year).filter(commitment_id__isnull=True):
            yield _commitment(sources, member, year=year)
    for one in (year - 1, year):
        made = _of_committee(sources, one).filter(commitment_id__isnull=False)
        for member in made.filter(commitment_reviewed_on__isnull=True):
            yield _review(sources, member, year=one)


def _of_committee(sources: Sources, year: int):
    """The committee's members on the roll, with their commitment of the year."""
    posts = Position.objects.active_on(sources.day).filter(
        title__in=Position.COMMITTEE, committee=sources.scope.committee
    )
    people = [person.pk for person in sources.roll.people]
    members = Member.objects.filter(pk__in=people).filter(pk__in=posts.values("member"))
    return with_commitment(members, year=year, day=sources.day)


def _commitment(sources: Sources, member: Member, *, year: int) -> Deadline | None:
    number, month = sources.reminders["commitment_day"]
    return _of_year(
        sources,
        member,
        key=f"{year}-{member.pk}",
        what=_("Chưa có cam kết nêu gương năm %(year)s") % {"year": year},
        due_on=_day_in(dt.date(year, month, 1), number),
        act=Act(text=_("Ghi cam kết"), url=reverse("members:commit", args=[member.pk])),
    )


def _review(sources: Sources, member, *, year: int) -> Deadline | None:
    """A commitment is reviewed at its year's end."""
    url = reverse("members:review_commitment", args=[member.commitment_id])
    return _of_year(
        sources,
        member,
        key=f"review-{year}-{member.pk}",
        what=_("Chưa kiểm điểm cam kết nêu gương năm %(year)s") % {"year": year},
        due_on=dt.date(year, 12, 31),
        act=Act(text=_("Ghi kiểm điểm"), url=url),
    )


def _of_year(sources: Sources, member: Member, **facts) -> Deadline | None:
    cells = {person.pk: person.cell_id for person in sources.roll.people}
    owner = sources.owner_of(member.pk, member.full_name, cell_id=cells[member.pk])
    line = sources.line(Kind.COMMITMENT, facts.pop("key"), owner=owner, rule=None, **facts)
    return replace(line, rule=COMMITMENT_RULE) if line else None
