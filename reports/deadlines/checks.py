"""Data that is missing or contradicts itself: a table of checks, each one sentence and what to do."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Prefetch
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import RoleAssignment
from cells.models import Term
from members.models import (
    Member,
    Membership,
    Oversight,
    Placement,
    Position,
    Qualification,
    ResidenceContact,
)
from members.rules import may_be_admitted_from, may_be_admitted_until
from partyunit.dates import DAY, add_months
from partyunit.querysets import span_holds
from regulations.topics import BY_KEY
from reports.deadlines.base import Act, Deadline
from reports.deadlines.sources import Sources
from reports.deadlines.unplaced import unplaced
from reports.figures import Person

# The topics whose rule says when something is due.
COUNTED_BY = (
    "probation",
    "recognition",
    "admission",
    "awareness",
    "transfer",
    "temporary_activity",
    "removal",
    "term",
    "badge",
)
FEWEST_OFFICIAL = 3  # a cell needs three official members (Điều lệ Đảng, Điều 10)


@dataclass(frozen=True)
class Facts:
    """One member of the day with what the checks look at."""

    person: Person
    row: Member  # with `has_schooling`, `has_contact`
    memberships: list[Membership]
    day: dt.date

    @property
    def membership(self) -> Membership | None:
        """The span of the day."""
        held = (m for m in self.memberships if m.ended_on is None or m.ended_on >= self.day)
        return next(held, None)

    @property
    def is_official(self) -> bool:
        return self.person.standing == "official"


@dataclass(frozen=True)
class Check:
    """One check of a member: `fails` tells whether the line is written, `act` names the page."""

    key: str
    sentence: str | Promise
    fails: Callable[[Facts], bool]
    act: str | Promise
    page: str


# Three words in the order of the table below read better there than three names.
def _fix(key, sentence, fails) -> Check:
    return Check(key, sentence, fails, gettext_lazy("Sửa thông tin"), "members:update")


def _mend(key, sentence, fails) -> Check:
    return Check(key, sentence, fails, gettext_lazy("Sửa dòng trên trang"), "members:detail")


def _too_young(facts: Facts) -> bool:
    return any(m.ceremony_on < may_be_admitted_from(facts.row.born_on) for m in facts.memberships)


def _too_old(facts: Facts) -> bool:
    last = may_be_admitted_until(facts.row.born_on)
    return any(m.decision_on > last for m in facts.memberships)


def _official_without_decision(facts: Facts) -> bool:
    span = facts.membership
    return facts.is_official and span is not None and span.recognition_decision_on is None


def _partial_admission(facts: Facts) -> bool:
    return any(m.decision_on_precision != DAY for m in facts.memberships)


def _own_reason(facts: Facts) -> bool:
    """Official long after probation without a reason on record."""
    span = facts.membership
    if span is None or span.official_from is None or span.official_note:
        return False
    return span.official_from > add_months(span.ceremony_on, 24)


OF_MEMBERS = [
    _fix(
        "citizen-id", gettext_lazy("Chưa có số định danh cá nhân"), lambda f: not f.row.citizen_id
    ),
    _fix(
        "card",
        gettext_lazy("Chính thức mà chưa có số thẻ đảng viên"),
        lambda f: f.is_official and not (f.row.card_no or f.row.card_no_old),
    ),
    _fix(
        "born",
        gettext_lazy("Ngày sinh chỉ biết tháng hoặc năm"),
        lambda f: f.row.born_on_precision != DAY,
    ),
    _mend(
        "membership",
        gettext_lazy("Chưa ghi quá trình trong Đảng (quyết định, lễ kết nạp)"),
        lambda f: f.membership is None,
    ),
    _mend(
        "decision",
        gettext_lazy(
            "Ngày quyết định kết nạp chỉ biết tháng hoặc năm; tuổi Đảng tính từ ngày cuối"
        ),
        _partial_admission,
    ),
    _mend(
        "recognition",
        gettext_lazy("Chính thức mà chưa ghi quyết định công nhận"),
        _official_without_decision,
    ),
    _mend(
        "late-official",
        gettext_lazy("Chính thức hơn 24 tháng sau lễ kết nạp mà không ghi lý do"),
        _own_reason,
    ),
    _mend("too-young", gettext_lazy("Kết nạp khi chưa đủ 18 tuổi"), _too_young),
    _mend("too-old", gettext_lazy("Kết nạp khi đã quá 60 tuổi"), _too_old),
    Check(
        "contact",
        gettext_lazy("Chưa ghi giữ mối liên hệ nơi cư trú"),
        lambda f: not f.row.has_contact,
        gettext_lazy("Ghi nơi cư trú"),
        "members:keep_contact",
    ),
    Check(
        "schooling",
        gettext_lazy("Chưa ghi giáo dục phổ thông"),
        lambda f: not f.row.has_schooling,
        gettext_lazy("Thêm trình độ"),
        "members:add_qualification",
    ),
]


def checks(sources: Sources) -> Iterator[Deadline]:
    """Every check of members, cells and the calendar."""
    facts = _facts(sources)
    for one in facts:
        yield from _of_member(sources, one)
    yield from _twins(sources, facts)
    yield from _of_cells(sources)
    if sources.scope.cell is None:  # the committee's matters; a cell sees what is its own
        yield from _roles_of_those_who_left(sources)
        yield from unplaced(sources)
        yield from _of_committee(sources)
        yield from _of_rules(sources)
        yield from _of_calendar(sources)


def _of_member(sources: Sources, facts: Facts) -> Iterator[Deadline]:
    person = facts.person
    owner = sources.owner_of(person.pk, person.name, cell_id=person.cell_id)
    for check in OF_MEMBERS:
        if check.fails(facts):
            act = Act(text=str(check.act), url=reverse(check.page, args=[person.pk]))
            yield sources.check(
                f"{check.key}-{person.pk}", owner=owner, what=str(check.sentence), act=act
            )


def _facts(sources: Sources) -> list[Facts]:
    people = {person.pk: person for person in sources.roll.people}
    schooling = Qualification.objects.valid().filter(
        member=OuterRef("pk"), scale=Qualification.Scale.GENERAL, obtained_on__lte=sources.day
    )
    contact = ResidenceContact.objects.filter(span_holds(sources.day), member=OuterRef("pk"))
    rows = Member.objects.filter(pk__in=list(people)).annotate(
        has_schooling=Exists(schooling), has_contact=Exists(contact)
    )
    spans: dict[int, list[Membership]] = {pk: [] for pk in people}
    begun = Membership.objects.valid().filter(member__in=list(people), ceremony_on__lte=sources.day)
    for membership in begun:
        spans[membership.member_id].append(membership)
    return [Facts(people[row.pk], row, spans[row.pk], sources.day) for row in rows]


def _twins(sources: Sources, facts: list[Facts]) -> Iterator[Deadline]:
    """Two people of one name and birthday, or one number: perhaps the same person entered twice."""
    names = Counter((f.row.search_name, f.row.born_on) for f in facts)
    numbers = Counter(f.row.card_no for f in facts if f.row.card_no)
    act = gettext_lazy("Đối chiếu; hủy dòng ghi nhầm")
    for one in facts:
        row = one.row
        owner = sources.owner_of(row.pk, row.full_name, cell_id=one.person.cell_id)
        told = Act(text=str(act), url=owner.url)
        if names[row.search_name, row.born_on] > 1:
            sentence = _("Có người khác cùng họ tên và ngày sinh")
            yield sources.check(f"twin-{row.pk}", owner=owner, what=sentence, act=told)
        if row.card_no and numbers[row.card_no] > 1:
            sentence = _("Có người khác cùng số thẻ đảng viên")
            yield sources.check(f"card-twin-{row.pk}", owner=owner, what=sentence, act=told)


def _roles_of_those_who_left(sources: Sources) -> Iterator[Deadline]:
    """An account outlives its member: who left the committee may still sign in until the roles end."""
    committee, of_member = sources.scope.committee, {"member": OuterRef("pk")}
    left = Placement.objects.valid().official().filter(to_on__lt=sources.day)
    here = Placement.objects.active_on(sources.day)
    roles = (
        RoleAssignment.objects.active_on(sources.day)
        .filter(committee=committee, user__is_active=True)
        .order_by("pk")
    )
    gone = (
        Member.objects.valid()
        .filter(Exists(left.filter(cell__committee=committee, **of_member)))
        .filter(Exists(roles.filter(user=OuterRef("user"))))
        .exclude(Exists(here.filter(cell__committee=committee, **of_member)))
        .select_related("user")
        .prefetch_related(Prefetch("user__roles", queryset=roles, to_attr="open_roles"))
    )
    for member in gone:
        named = ", ".join(role.get_role_display() for role in member.user.open_roles)
        told = {"account": member.user.username, "roles": named}
        owner = sources.owner_of(member.pk, member.full_name, cell_id=None)
        yield sources.check(
            f"roles-{member.pk}",
            owner=owner,
            what=_("Đã rời đảng bộ mà tài khoản %(account)s còn vai trò %(roles)s") % told,
            act=Act(text=_("Đề nghị người quản trị cho thôi vai trò"), url=owner.url),
        )


def _of_cells(sources: Sources) -> Iterator[Deadline]:
    """Cells without a secretary, a term, somebody who looks after them, or enough official members."""
    here = [cell for cell in sources.cells.values() if cell.exists_on(sources.day)]
    ids = [cell.pk for cell in here]
    posts = list(
        Position.objects.active_on(sources.day).filter(cell__in=ids).select_related("member")
    )
    yield from _posts_elsewhere(sources, posts)
    led = {post.cell_id for post in posts if post.title == Position.Title.CELL_SECRETARY}
    in_term = _cells_of(Term, sources, ids=ids)
    overseen = _cells_of(Oversight, sources, ids=ids)
    official = Counter(p.cell_id for p in sources.roll.people if p.standing == "official")
    for cell in here:
        page = Act(text=_("Mở trang chi bộ"), url=cell.get_absolute_url())
        term = Act(text=_("Ghi nhiệm kỳ"), url=reverse("cells:term", args=[cell.pk]))
        few = _("Chi bộ có %(count)s đảng viên chính thức, phải có ít nhất 3")
        found = [
            ("secretary", cell.pk not in led, _("Chi bộ chưa có bí thư"), page),
            ("term", cell.pk not in in_term, _("Chưa ghi nhiệm kỳ của chi bộ"), term),
            ("oversight", cell.pk not in overseen, _("Chưa phân công cấp ủy viên phụ trách"), page),
            ("few", official[cell.pk] < FEWEST_OFFICIAL, few % {"count": official[cell.pk]}, page),
        ]
        for key, fails, what, act in found:
            if fails:
                owner = sources.owner_of_cell(cell)
                yield sources.check(f"{key}-{cell.pk}", owner=owner, what=what, act=act)


def _cells_of(model, sources: Sources, *, ids: list[int]) -> set[int]:
    rows = model.objects.active_on(sources.day).filter(cell__in=ids)
    return set(rows.values_list("cell", flat=True))


def _posts_elsewhere(sources: Sources, posts: list[Position]) -> Iterator[Deadline]:
    """A post of a cell is held by one of its own members."""
    cells = {person.pk: person.cell_id for person in sources.roll.people}
    for post in posts:
        if cells.get(post.member_id) == post.cell_id:
            continue
        yield sources.check(
            f"elsewhere-{post.pk}",
            owner=sources.owner_of(post.member_id, post.member.full_name, cell_id=post.cell_id),
            what=_("Giữ chức vụ ở chi bộ mà không sinh hoạt tại đó"),
            act=Act(
                text=_("Ghi thôi chức vụ, hoặc sửa"),
                url=reverse("members:end_position", args=[post.pk]),
            ),
        )


def _of_committee(sources: Sources) -> Iterator[Deadline]:
    """The committee without a term or a secretary."""
    committee = sources.scope.committee
    if not committee.founded_on <= sources.day:
        return
    act = Act(text=_("Ghi nhiệm kỳ"), url=reverse("organisation:change_term"))
    secretary = Position.objects.filter(title=Position.Title.SECRETARY)
    found = [
        ("committee-term", Term.objects, _("Chưa ghi nhiệm kỳ của đảng bộ")),
        ("committee-secretary", secretary, _("Đảng ủy chưa có bí thư")),
    ]
    for key, rows, what in found:
        if not rows.active_on(sources.day).filter(committee=committee).exists():
            yield sources.check(key, owner=sources.owner_of_committee(), what=what, act=act)


def _of_rules(sources: Sources) -> Iterator[Deadline]:
    """Without a rule of the day nothing is limited: its deadlines would be silent.

    Of days before the first rule on record nothing is said.
    """
    for topic in COUNTED_BY:
        rules = sources.rules.of(topic)
        is_before_all = rules and all(rule.valid_from > sources.day for rule in rules)
        if sources.rules.on(topic, sources.day) is None and not is_before_all:
            words = {"topic": BY_KEY[topic].label, "day": f"{sources.day:%d/%m/%Y}"}
            yield sources.check(
                f"rule-{topic}",
                owner=sources.owner_of_committee(),
                what=_("Ngày %(day)s không có quy định về %(topic)s; hạn không tính được") % words,
                act=Act(text=_("Ghi quy định"), url=reverse("regulations:create", args=[topic])),
            )


def _of_calendar(sources: Sources) -> Iterator[Deadline]:
    """A year whose holidays were not entered is counted by weekends only."""
    act = Act(text=_("Ghi ngày nghỉ lễ"), url=reverse("regulations:holiday_year"))
    for year in (sources.day.year, sources.day.year + 1):
        if not sources.calendar.knows(year):
            what = _("Lịch chưa có ngày nghỉ lễ năm %(year)s; hạn tính thiếu ngày nghỉ")
            yield sources.check(
                f"calendar-{year}",
                owner=sources.owner_of_committee(),
                what=what % {"year": year},
                act=act,
            )
