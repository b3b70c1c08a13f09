"""What stands in the two ruled columns of a person's page, as on a day."""

import datetime as dt
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from cells.models import Cell
from cells.wording import cell_title
from members.models import Member, Membership, Placement, Position, Qualification
from members.register import is_official, probation_last_day
from members.rules import party_age, party_age_to_the_day, written
from members.tables.people import rank_text
from members.wording import locality_text
from partyunit.dates import DAY, full_years_between
from partyunit.text import fold

HOME_COUNTRIES = ("viet nam", "vietnam", "vn")


@dataclass(frozen=True)
class Fact:
    """One line: what it is, what it says, and the number it hides (`citizen_id`, `card_no`…)."""

    label: str
    text: str
    number: str = ""


def standing_text(row: Member, day: dt.date) -> str:
    """`đảng viên chính thức`, `đảng viên dự bị`, or that the person is not placed here that day."""
    if row.is_here:
        return _("Đảng viên chính thức") if is_official(row, day) else _("Đảng viên dự bị")
    guest = _by_letter(row, day)
    if guest is not None:
        told = {"cell": guest.place, "old": guest.came_from}
        return _("Đảng viên của %(old)s, sinh hoạt tạm thời tại %(cell)s") % told
    left = row.placements.valid().official().filter(to_on__lt=day).last()
    if left is None:
        return _("Ngày %(day)s chưa sinh hoạt trong đảng bộ") % {"day": written(day)}
    why = ", ".join(part for part in (left.get_end_reason_display(), left.went_to) if part)
    return _("Hết ngày %(day)s thôi sinh hoạt trong đảng bộ (%(reason)s)") % {
        "day": written(left.to_on),
        "reason": why,
    }


def _by_letter(row: Member, day: dt.date) -> Placement | None:
    """The temporary activity of the day: of ours elsewhere, of others here."""
    return row.placements.active_on(day).filter(kind=Placement.Kind.TEMPORARY).first()


def lead_of(row: Member, day: dt.date, *, posts, secondment, exemption=None) -> str:
    """The sentence under the name: standing, posts, exemption, secondment."""
    parts = [standing_text(row, day)]
    parts += [str(post) for post in posts if post.line == Position.Line.PARTY]
    sentence = ", ".join(parts)
    if row.is_here and not any(post.cell_id for post in posts):
        sentence += _("; sinh hoạt tại %(cell)s") % {"cell": cell_title(row.cell_name)}
    away = _by_letter(row, day) if row.is_here else None
    if away is not None:
        sentence += _("; sinh hoạt tạm thời tại %(place)s") % {"place": away.place}
    if exemption is not None:
        sentence += _("; %(what)s từ %(day)s") % {
            "what": exemption.get_kind_display(),
            "day": written(exemption.from_on),
        }
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
    for order, span in enumerate(memberships):
        facts += _span_facts(span, row=row, day=day, is_again=order > 0)
    facts.append(Fact(_("Tuổi Đảng"), _party_age_text(memberships, day)))
    facts.append(Fact(_("Huy hiệu Đảng"), _badges(row, day)))
    titles = [_since(post) for post in posts if post.line == Position.Line.PARTY]
    facts.append(Fact(_("Chức vụ Đảng"), "; ".join(titles)))
    facts.append(Fact(_("Phụ trách"), _looks_after(row, day)))
    if row.is_here:
        facts.insert(0, Fact(_("Chi bộ"), cell_title(row.cell_name)))
    return facts


def _looks_after(row: Member, day: dt.date) -> str:
    """The cells assigned to a committee member, as they are called on the day."""
    cells = Cell.objects.filter(oversights__in=row.oversights.active_on(day)).with_name_on(day)
    return ", ".join(cell_title(str(cell)) for cell in cells)


def _party_age_text(memberships, day: dt.date) -> str:
    """`9 năm 1 tháng 17 ngày, tính từ ngày quyết định`; in years where a paper knows only the year."""
    spans = [(span.decision_on, span.ended_on) for span in memberships]
    years, told = party_age(spans, day), party_age_to_the_day(spans, day)
    if years is None or told is None:
        return ""
    known = all(getattr(first, "precision", DAY) == DAY for first, _last in spans)
    if not known:
        return _("%(years)s năm; ngày quyết định không ghi đủ") % {"years": years}
    parts = zip(told, (_("%s năm"), _("%s tháng"), _("%s ngày")), strict=True)
    age = " ".join(words % count for count, words in parts if count)
    told = {"age": age or _("%s ngày") % 0}
    if len(spans) > 1:
        return _("%(age)s, tính từ ngày quyết định, trừ thời gian ngoài Đảng") % told
    return _("%(age)s, tính từ ngày quyết định") % told


def _badges(row: Member, day: dt.date) -> str:
    """The badges decided by the day: `30 năm (2009), 40 năm (2019)`."""
    badges = row.badges.valid().filter(decided_on__lte=day).order_by("years")
    words = _("%(years)s năm (%(year)s)")
    return ", ".join(words % {"years": one.years, "year": one.decided_on.year} for one in badges)


def _span_facts(span: Membership, *, row: Member, day: dt.date, is_again: bool) -> list[Fact]:
    decision = written(span.decision_on)
    if span.decision_number:
        decision = _("%(number)s ngày %(day)s") % {"number": span.decision_number, "day": decision}
    facts = [
        Fact(_("Quyết định kết nạp lại") if is_again else _("Quyết định kết nạp"), decision),
        Fact(_("Lễ kết nạp"), written(span.ceremony_on)),
        Fact(_("Người giới thiệu"), _introducers(span)),
    ]
    if span.official_from and span.official_from <= day:
        facts.append(Fact(_("Chính thức"), written(span.official_from)))
    elif span.ended_on and span.ended_on < day:
        facts.append(Fact(_("Chính thức"), _("chưa được công nhận")))
    elif (last := probation_last_day(row, day)) is not None:
        text = _("chưa; dự bị đến %(day)s") % {"day": written(last)}
        facts.append(Fact(_("Chính thức"), text))
    if span.ended_on and span.ended_on < day:
        text = f"{written(span.ended_on)}, {span.get_end_reason_display()}"
        facts.append(Fact(_("Ngày cuối trong Đảng"), text))
    return facts


def _introducers(span: Membership) -> str:
    """Who introduced the candidate (2-HSĐV, item 12); nothing where no candidate was kept."""
    candidates = span.candidates.valid().select_related("first_introducer", "second_introducer")
    named = [
        str(member)
        for one in candidates
        for member in (one.first_introducer, one.second_introducer)
        if member is not None
    ]
    if any(one.union_introduces for one in candidates):
        named.append(_("Đoàn thanh niên"))
    return ", ".join(named)


def person_facts(row: Member, day: dt.date, *, posts, tells_account: bool) -> list[Fact]:
    """The person and the office's line: birth, people, religion, rank, post."""
    born = written(row.born_on)
    has_died = row.memberships.valid().filter(end_reason="died", ended_on__lt=day).exists()
    if row.born_on <= day and not has_died:
        years = full_years_between(row.born_on, day)
        born = _("%(day)s, %(years)s tuổi") % {"day": born, "years": years}
    who = f"{capfirst(row.get_sex_display())}, {row.ethnicity}"
    office = [_since(post) for post in posts if post.line == Position.Line.OFFICE]
    account = row.user.username if row.user and tells_account else ""
    return [
        Fact(_("Ngày sinh"), born),
        Fact(_("Tên gọi khác"), row.other_name),
        Fact(_("Giới tính, dân tộc"), who),
        Fact(_("Tôn giáo"), row.religion),
        Fact(_("Cấp bậc hàm"), rank_text(row)),
        Fact(_("Chức vụ chính quyền"), "; ".join(office)),
        Fact(_("Tài khoản"), account),
    ]


def paper_facts(row: Member) -> list[Fact]:
    """What the sheet of the national register names: places, both cards, both citizen ids."""
    issued = ", ".join(
        part
        for part in (row.card_issued_on and written(row.card_issued_on), row.card_issued_at)
        if part
    )
    return [
        Fact(_("Số định danh"), row.citizen_id, "citizen_id"),
        Fact(_("Số CMND cũ"), row.old_citizen_id, "old_citizen_id"),
        Fact(_("Số thẻ đảng viên"), row.card_no, "card_no"),
        Fact(_("Số thẻ theo QĐ 85"), row.card_no_old, "card_no_old"),
        Fact(_("Cấp thẻ"), issued),
        Fact(_("Số lý lịch"), row.dossier_no),
        Fact(_("Mã 4.0"), row.national_uid),
        Fact(_("Khai sinh tại"), place_of(row, "birth")),
        Fact(_("Quê quán"), place_of(row, "home")),
        Fact(_("Thường trú"), place_of(row, "permanent", "permanent_residence")),
        Fact(_("Nơi ở hiện nay"), row.residence),
    ]


def place_of(row: Member, kind: str, detail: str = "") -> str:
    """`Bản Nà Thử, Lai Châu`: the detail, the province unless it ends with it, a foreign country."""
    place = getattr(row, detail or f"{kind}_place")
    province, country = getattr(row, f"{kind}_province"), getattr(row, f"{kind}_country")
    if province and not fold(place).endswith(fold(province)):
        place = ", ".join(part for part in (place, province) if part)
    if country and fold(country) not in HOME_COUNTRIES:
        place = ", ".join(part for part in (place, country) if part)
    return place


def study_facts(row: Member, day: dt.date) -> list[Fact]:
    """General schooling and the four scales, each with all that was obtained by the day, highest first."""
    held = row.qualifications.valid().filter(obtained_on__lte=day)
    by_scale: dict[str, list[str]] = {scale: [] for scale in Qualification.Scale.values}
    for one in held.order_by("-level", "-obtained_on", "-pk"):
        by_scale[one.scale].append(_obtained(one))
    return [
        Fact(capfirst(str(scale.label)), "; ".join(by_scale[scale.value]))
        for scale in Qualification.Scale
    ]


def _obtained(one: Qualification) -> str:
    text = ", ".join(part for part in (one.level_text, one.detail) if part)
    return text if one.is_date_unknown else f"{text} ({one.obtained_on.year})"


def _since(post: Position) -> str:
    return _("%(post)s, từ %(day)s") % {"post": post, "day": written(post.from_on)}
