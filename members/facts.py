"""What stands in the two ruled columns of a person's page, as on a day."""

import datetime as dt
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from cells.wording import cell_title
from members.models import Member, Membership, Position, Qualification
from members.register import is_official, probation_last_day
from members.rules import party_age, written
from members.tables import rank_text
from members.timeline import qualification_text
from members.wording import locality_text, post_text
from partyunit.dates import full_years_between


@dataclass(frozen=True)
class Fact:
    """One line: what it is, what it says, and the number it hides (`citizen_id`, `card_no`)."""

    label: str
    text: str
    number: str = ""


def standing_text(row: Member, day: dt.date) -> str:
    """`đảng viên chính thức`, `đảng viên dự bị`, or that the person is not placed here that day."""
    if row.is_here:
        return _("Đảng viên chính thức") if is_official(row, day) else _("Đảng viên dự bị")
    left = row.placements.valid().official().filter(to_on__lt=day).last()
    if left is None:
        return _("Ngày %(day)s chưa sinh hoạt trong đảng bộ") % {"day": written(day)}
    return _("Hết ngày %(day)s thôi sinh hoạt trong đảng bộ (%(reason)s)") % {
        "day": written(left.to_on),
        "reason": left.get_end_reason_display(),
    }


def lead_of(row: Member, day: dt.date, *, posts, secondment) -> str:
    """The sentence under the name: standing, posts, secondment."""
    parts = [standing_text(row, day)]
    parts += [post_text(post) for post in posts if post.line == Position.Line.PARTY]
    sentence = ", ".join(parts)
    if row.is_here and not any(post.cell_id for post in posts):
        sentence += _("; sinh hoạt tại %(cell)s") % {"cell": cell_title(row.cell_name)}
    if secondment is not None:
        sentence += _("; từ %(day)s tăng cường tại Chi bộ %(host)s, %(locality)s") % {
            "day": written(secondment.from_on),
            "host": secondment.host_cell,
            "locality": locality_text(secondment.host_cell.locality),
        }
    return f"{sentence}."


def party_facts(row: Member, day: dt.date, *, posts, memberships) -> list[Fact]:
    """What concerns the Party: admission, standing, Party age, card, posts, theory."""
    facts = []
    for span in memberships:
        facts += _span_facts(span, row=row, day=day)
    ages = [(span.decision_on, span.ended_on) for span in memberships]
    age = party_age(ages, day)
    if age is not None:
        text = _("%(years)s năm, tính từ ngày quyết định") % {"years": age}
        facts.append(Fact(_("Tuổi Đảng"), text))
    facts.append(Fact(_("Huy hiệu Đảng"), _badges(row, day)))
    facts.append(Fact(_("Số thẻ đảng viên"), row.card_no, "card_no"))
    titles = [_since(post) for post in posts if post.line == Position.Line.PARTY]
    facts.append(Fact(_("Chức vụ Đảng"), "; ".join(titles)))
    facts.append(Fact(_("Lý luận chính trị"), _highest(row, day, scale=Qualification.Scale.THEORY)))
    return facts


def _badges(row: Member, day: dt.date) -> str:
    """The badges decided by the day: `30 năm (2009), 40 năm (2019)`."""
    badges = row.badges.valid().filter(decided_on__lte=day).order_by("years")
    words = _("%(years)s năm (%(year)s)")
    return ", ".join(words % {"years": one.years, "year": one.decided_on.year} for one in badges)


def _span_facts(span: Membership, *, row: Member, day: dt.date) -> list[Fact]:
    decision = written(span.decision_on)
    if span.decision_number:
        decision = _("%(number)s ngày %(day)s") % {"number": span.decision_number, "day": decision}
    facts = [
        Fact(_("Quyết định kết nạp"), decision),
        Fact(_("Lễ kết nạp"), written(span.ceremony_on)),
    ]
    if span.official_from and span.official_from <= day:
        facts.append(Fact(_("Chính thức"), written(span.official_from)))
    elif (last := probation_last_day(row, day)) is not None:
        text = _("chưa; dự bị đến %(day)s") % {"day": written(last)}
        facts.append(Fact(_("Chính thức"), text))
    if span.ended_on and span.ended_on < day:
        text = f"{written(span.ended_on)}, {span.get_end_reason_display()}"
        facts.append(Fact(_("Ngày cuối trong Đảng"), text))
    return facts


def person_facts(row: Member, day: dt.date, *, posts, tells_account: bool) -> list[Fact]:
    """The person and the office's line: birth, home, rank, post, education, citizen id."""
    born = written(row.born_on)
    if row.born_on <= day:
        years = full_years_between(row.born_on, day)
        born = _("%(day)s, %(years)s tuổi") % {"day": born, "years": years}
    who = f"{capfirst(row.get_sex_display())}, {row.ethnicity}"
    office = [_since(post) for post in posts if post.line == Position.Line.OFFICE]
    study = _highest(row, day, scale=Qualification.Scale.PROFESSIONAL)
    account = row.user.username if row.user and tells_account else ""
    return [
        Fact(_("Ngày sinh"), born),
        Fact(_("Tên gọi khác"), row.other_name),
        Fact(_("Giới tính, dân tộc"), who),
        Fact(_("Quê quán"), row.home_place),
        Fact(_("Nơi ở hiện nay"), row.residence),
        Fact(_("Cấp bậc hàm"), rank_text(row)),
        Fact(_("Chức vụ chính quyền"), "; ".join(office)),
        Fact(_("Trình độ chuyên môn"), study),
        Fact(_("Số định danh"), row.citizen_id, "citizen_id"),
        Fact(_("Tài khoản"), account),
    ]


def _since(post: Position) -> str:
    return _("%(post)s, từ %(day)s") % {"post": post_text(post), "day": written(post.from_on)}


def _highest(row: Member, day: dt.date, *, scale: str) -> str:
    held = row.qualifications.valid().filter(scale=scale, obtained_on__lte=day)
    best = held.order_by("-level", "-obtained_on").first()
    if best is None:
        return ""
    text = qualification_text(best).partition(": ")[2] or qualification_text(best)
    return f"{text}, {best.obtained_on.year}"
