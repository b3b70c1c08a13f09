"""The tables of a person's page, each shown only when it has rows; the printed sheet shows the same.

Everything is as on a day: what came later is not told. Upper rooms' rows are reached by
related managers only.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from members.activities import activities_url, body_visited
from members.attendance import attendance_by_year
from members.models import CandidateStep, Member, ResidenceComment
from members.wording import locality_text
from partyunit.listing import show
from partyunit.templatetags.components import percent

RECENT_ACTIVITIES = 12


@dataclass(frozen=True)
class Linked:
    """A value that opens its rows."""

    text: Any
    url: str


@dataclass(frozen=True)
class Section:
    """One table: its headings, its rows, and which columns hold numbers."""

    key: str
    title: str
    heads: tuple[str, ...]
    rows: list[tuple]
    numeric: frozenset[int] = field(default_factory=frozenset)
    is_wide: bool = False
    on_paper: bool = True
    url: str = ""  # of all rows, where the section shows some
    url_text: str = ""

    @property
    def lines(self) -> list[list[dict]]:
        return [
            [self._cell(number, value) for number, value in enumerate(row)] for row in self.rows
        ]

    def _cell(self, number: int, value) -> dict:
        text, url = (value.text, value.url) if isinstance(value, Linked) else (value, "")
        return {
            "head": self.heads[number],
            "text": show(text),
            "url": url,
            "is_number": number in self.numeric,
        }

    @property
    def headings(self) -> list[tuple[str, bool]]:
        return [(head, number in self.numeric) for number, head in enumerate(self.heads)]


def sections_of(
    member: Member, day: dt.date, *, today: dt.date, tasks=(), visits=(), activities=()
) -> list[Section]:
    """Those with rows, in the order a person is told: on the way in, at work, elsewhere, merit.

    `tasks` are those given to the member that the reader may see, as they stood on the day,
    `visits` and `activities` what the member went to and took part in, likewise.
    """
    made = (
        _steps(member, day),
        _posts(member, day, today),
        _attendance(member, day),
        _tasks(member, tasks),
        _visits(visits),
        _activities(member, activities),
        _ratings(member, day),
        _awards(member, day),
        _secondments(member, day),
        _contacts(member, day),
        _comments(member, day),
        _exemptions(member, day, today),
        _commitments(member, day),
    )
    return [section for section in made if section.rows]


def _steps(member: Member, day: dt.date) -> Section:
    """The way into the Party: the steps of admission and of recognition, papers never stored.

    While the member is on probation those to recognition stand in their own list alone
    (`members.checklist`).
    """
    memberships = member.memberships.valid()
    probation = memberships.active_on(day).exclude(official_from__lte=day)
    steps = CandidateStep.objects.valid().filter(done_on__lte=day)
    own = steps.filter(candidate__membership__in=memberships) | steps.filter(
        membership__in=memberships.exclude(pk__in=probation.values("pk"))
    )
    rows = [
        (capfirst(step.get_kind_display()), step.done_on, step.number, step.kept_at)
        for step in own.order_by("done_on", "pk")
    ]
    heads = (_("Việc"), _("Ngày"), _("Số văn bản"), _("Bản giấy giữ tại"))
    return Section("duong-vao-dang", _("Đường vào Đảng"), heads, rows, is_wide=True, on_paper=False)


def _posts(member: Member, day: dt.date, today: dt.date) -> Section:
    """Posts held and handed over; seen from today also those to come, told as such."""
    posts = member.positions.valid().select_related("cell", "office_unit")
    seen = [post for post in posts if post.from_on <= day or day == today]
    rows = []
    for post in sorted(seen, key=lambda post: (post.from_on, post.pk), reverse=True):
        note = post.note
        if post.from_on > day:
            note = _("chưa đến ngày, chưa tính")
        last = post.to_on if post.to_on and (post.to_on < day or day == today) else None
        rows.append((str(post), post.from_on, last, note))
    heads = (_("Chức vụ"), _("Từ ngày"), _("Đến hết ngày"), _("Ghi chú, bàn giao"))
    return Section("chuc-vu", _("Chức vụ"), heads, rows, is_wide=True)


def _attendance(member: Member, day: dt.date) -> Section:
    rows = [
        (
            str(year.year),
            Linked(year.attendance.total, year.url(member)),
            _opened(year.attendance.present, year.url(member, "present")),
            _opened(year.attendance.excused, year.url(member, "excused")),
            _opened(year.attendance.absent, year.url(member, "absent")),
            percent(year.attendance.percent),
        )
        for year in reversed(attendance_by_year(member, day))
    ]
    heads = (
        _("Năm"),
        _("Số kỳ họp"),
        _("Có mặt"),
        _("Vắng có lý do"),
        _("Vắng không lý do"),
        _("Tỷ lệ"),
    )
    numbers = frozenset({1, 2, 3, 4, 5})
    cell = member.cell_id_on_day
    url = reverse("meetings:cell_attendance", args=[cell]) if cell else ""
    title, whole = _("Dự sinh hoạt, dự họp"), _("Cả chi bộ")
    return Section("du-sinh-hoat", title, heads, rows, numbers, url=url, url_text=whole)


def _tasks(member: Member, tasks) -> Section:
    """What was given at meetings and is open; the title leads to all of it."""
    open_ones = [task for task in tasks if task.is_open]
    rows = [
        (
            Linked(task.task, task.get_absolute_url()),
            task.deadline,
            _("quá hạn") if task.is_late else _("còn hạn"),
        )
        for task in sorted(open_ones, key=lambda task: (task.deadline, task.pk))
    ]
    heads = (_("Nhiệm vụ"), _("Hạn"), _("Mức"))
    title = _("Việc được giao chưa xong")
    url = f"{reverse('meetings:tasks')}?assignee={member.pk}"
    return Section("viec-duoc-giao", title, heads, rows, url=url, url_text=_("Mọi việc được giao"))


def _visits(visits) -> Section:
    rows = [
        (visit.meeting.meets_on, visit.meeting.title, body_visited(visit), visit.meeting.topic)
        for visit in visits
    ]
    heads = (_("Ngày"), _("Cuộc họp"), _("Của"), _("Chủ đề"))
    return Section("du-hoc-tap", _("Dự học tập"), heads, rows, is_wide=True, on_paper=False)


def _activities(member: Member, activities) -> Section:
    """Activities of the last years, each year the list of its own."""
    rows = [
        (
            Linked(
                str(row.activity.starts_on.year),
                activities_url(member, row.activity.starts_on.year),
            ),
            row.activity.starts_on,
            row.activity.title,
            capfirst(row.activity.get_kind_display()),
            row.contribution,
        )
        for row in activities[:RECENT_ACTIVITIES]
    ]
    heads = (_("Năm"), _("Ngày"), _("Hoạt động"), _("Loại"), _("Phần việc, kết quả"))
    return Section("hoat-dong", _("Hoạt động"), heads, rows, is_wide=True, on_paper=False)


def _opened(count: int, url: str):
    return Linked(count, url) if count else count


def _ratings(member: Member, day: dt.date) -> Section:
    found = member.evaluations.valid().filter(round__decided_on__lte=day)
    rows = [
        (str(row.round.year), _rated(row))
        for row in found.select_related("round__rule").order_by("-round__year")
    ]
    return Section("xep-loai", _("Xếp loại đảng viên"), (_("Năm"), _("Mức xếp loại")), rows)


def _rated(row) -> str:
    return f"{row.grade_text} ({row.reason})" if row.reason else row.grade_text


def _awards(member: Member, day: dt.date) -> Section:
    awards = [
        (
            award.award_year,
            Linked(
                f"{award.get_form_display()} {award.get_authority_display()}",
                reverse("awards:detail", args=[award.pk]),
            ),
            award.reason,
            award.decided_on,
        )
        for award in member.awards.valid().filter(decided_on__lte=day)
    ]
    badges = [
        (
            badge.decided_on.year,
            _("Huy hiệu %(years)s năm tuổi Đảng") % {"years": badge.years},
            badge.reason,
            badge.decided_on,
        )
        for badge in member.badges.valid().filter(decided_on__lte=day)
    ]
    rows = sorted([*awards, *badges], key=lambda row: (row[0], row[3]), reverse=True)
    told = [(str(year), form, reason, decided) for year, form, reason, decided in rows]
    heads = (_("Năm"), _("Hình thức, cấp khen"), _("Thành tích"), _("Ngày quyết định"))
    return Section("khen-thuong", _("Khen thưởng, Huy hiệu Đảng"), heads, told, is_wide=True)


def _secondments(member: Member, day: dt.date) -> Section:
    found = member.secondments.valid().filter(from_on__lte=day)
    rows = [
        (
            f"{row.host_cell}, {locality_text(row.host_cell.locality)}",
            row.from_on,
            _ended_by(row, day),
            capfirst(row.get_kind_display()),
            row.result or row.end_reason if _ended_by(row, day) else "",
        )
        for row in found.select_related("host_cell__locality").order_by("-from_on")
    ]
    heads = (
        _("Chi bộ thôn, bản"),
        _("Từ ngày"),
        _("Đến hết ngày"),
        _("Hình thức"),
        _("Kết quả, lý do kết thúc"),
    )
    return Section("tang-cuong", _("Tăng cường"), heads, rows, is_wide=True)


def _contacts(member: Member, day: dt.date) -> Section:
    rows = [
        (
            row.place,
            capfirst(row.get_mode_display()),
            " ".join(part for part in (row.letter_number, show(row.letter_on)) if part),
            row.from_on,
            _ended_by(row, day),
        )
        for row in member.residence_contacts.valid().filter(from_on__lte=day).order_by("-from_on")
    ]
    heads = (
        _("Nơi cư trú"),
        _("Hình thức"),
        _("Giấy giới thiệu"),
        _("Từ ngày"),
        _("Đến hết ngày"),
    )
    return Section("noi-cu-tru", _("Giữ mối liên hệ nơi cư trú"), heads, rows, is_wide=True)


def _comments(member: Member, day: dt.date) -> Section:
    asked = ResidenceComment.objects.valid().filter(contact__member=member, asked_on__lte=day)
    rows = []
    for row in asked.order_by("-year", "-pk"):
        is_back = row.received_on is not None and row.received_on <= day
        level = capfirst(row.get_level_display()) if is_back else _("chưa nhận về")
        rows.append((str(row.year), row.asked_on, row.received_on if is_back else None, level))
    heads = (_("Năm"), _("Gửi phiếu"), _("Nhận về"), _("Mức nhận xét"))
    return Section("nhan-xet", _("Nhận xét nơi cư trú hằng năm"), heads, rows)


def _exemptions(member: Member, day: dt.date, today: dt.date) -> Section:
    """Seen from today with the last day its decision names."""
    found = member.exemptions.valid().filter(from_on__lte=day).order_by("-from_on")
    rows = [
        (
            capfirst(row.get_kind_display()),
            row.from_on,
            row.to_on if day == today else _ended_by(row, day),
            row.reason,
        )
        for row in found
    ]
    heads = (_("Hình thức"), _("Từ ngày"), _("Đến hết ngày"), _("Lý do"))
    return Section("mien", _("Miễn, đình chỉ sinh hoạt"), heads, rows, is_wide=True)


def _commitments(member: Member, day: dt.date) -> Section:
    rows = []
    for row in member.commitments.valid().filter(made_on__lte=day).order_by("-year"):
        is_over = row.reviewed_on is not None and row.reviewed_on <= day
        result = capfirst(row.get_result_display()) if is_over else _("chưa kiểm điểm")
        rows.append((str(row.year), row.text, result))
    heads = (_("Năm"), _("Nội dung cam kết"), _("Kết quả"))
    return Section("cam-ket", _("Cam kết nêu gương"), heads, rows, is_wide=True)


def _ended_by(span, day: dt.date) -> dt.date | None:
    """The last day of a span that is over on the day; of one that goes on, nothing."""
    return span.to_on if span.to_on and span.to_on < day else None


def on_paper(sections: Iterable[Section]) -> list[Section]:
    """Without the tables that would make a sheet of many pages."""
    return [section for section in sections if section.on_paper]
