"""Everything the register knows of one member, by day: the one timeline of the person's page."""

import datetime as dt

from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from members.activities import activity_entries, visit_entries
from members.attendance import YearOfMember, attendance_by_year
from members.models import (
    CandidateStep,
    Member,
    Membership,
    Placement,
    Qualification,
    ResidenceComment,
    ResidenceContact,
    Secondment,
)
from members.residence import rule_name_on, rules_of_contact
from members.rules import written
from members.wording import cell_text, locality_text
from partyunit.listing import TimelineEntry
from partyunit.models import Span

PARTY, CELL, POST, HELP = "party", "cell", "post", "help"
LEARNT, MERIT, RATING, MEETING = "learnt", "merit", "rating", "meeting"
HOME, PLEDGE, TASK, ACTIVITY = "home", "pledge", "task", "activity"


def timeline_of(
    member: Member, day: dt.date, *, paper_url, tasks=(), visits=(), activities=()
) -> list[TimelineEntry]:
    """The entries up to `day`. `paper_url(document)` gives the page of a paper, or nothing.

    `tasks` are those given to the member that the reader may see, as they stood on the day,
    `visits` and `activities` what the member went to and took part in, likewise.
    """
    posts = list(member.positions.valid().select_related("cell", "office_unit", "decision"))
    oversights = list(member.oversights.valid().select_related("cell", "decision"))
    secondments = list(member.secondments.valid().select_related("host_cell__locality", "plan"))
    entries = [
        *_party_life(member, paper_url),
        *_steps(member),
        *_placements(member, paper_url),
        *_exemptions(member, paper_url),
        *_endings(posts, oversights, secondments),
        *_duties(posts, oversights, paper_url),
        *_ranks_and_studies(member),
        *_secondments(secondments, paper_url),
        *_at_home(member),
        *_commitments(member),
        *_awards(member, paper_url),
        *_badges(member, paper_url),
        *_ratings(member, paper_url),
        *_meetings(member, day),
        *_tasks(tasks),
        *visit_entries(visits, tag=MEETING),
        *activity_entries(member, activities, tag=ACTIVITY),
    ]
    return [entry for entry in entries if entry.day <= day]


def tag_names() -> dict[str, str]:
    return {
        PARTY: _("Đảng"),
        CELL: _("Chi bộ"),
        POST: _("Chức vụ, cấp bậc"),
        HELP: _("Tăng cường"),
        LEARNT: _("Trình độ"),
        MERIT: _("Khen thưởng"),
        RATING: _("Xếp loại"),
        MEETING: _("Sinh hoạt"),
        TASK: _("Việc được giao"),
        ACTIVITY: _("Hoạt động"),
        HOME: _("Nơi cư trú"),
        PLEDGE: _("Nêu gương"),
    }


def _entry(  # four words in the order of the page read better than four names
    day, tag: str, kind: str, text: str, *, paper=None, paper_url=None
) -> TimelineEntry:
    citation = paper.citation if paper else ""
    url = paper_url(paper) if paper and paper_url else ""
    return TimelineEntry(day, kind, text, url=url, link_text=citation, tags=(tag,))


def _party_life(member: Member, paper_url):
    papers = ("admission_decision", "recognition_decision", "end_decision")
    spans = member.memberships.valid().select_related(*papers)
    for order, span in enumerate(spans):
        text = _decided(span, is_again=order > 0)
        told = {"paper": span.admission_decision, "paper_url": paper_url}
        yield _entry(span.decision_on, PARTY, _("Đảng"), text, **told)
        text = _("Lễ kết nạp; bắt đầu thời gian dự bị.")
        yield _entry(span.ceremony_on, PARTY, _("Đảng"), _with_note(text, span.admission_note))
        if span.official_from:
            told = {"paper": span.recognition_decision, "paper_url": paper_url}
            yield _entry(span.official_from, PARTY, _("Đảng"), _recognised(span), **told)
        if span.ended_on:
            told = {"paper": span.end_decision, "paper_url": paper_url}
            yield _left(span.ended_on, span.get_end_reason_display(), **told)


def _decided(span: Membership, *, is_again: bool) -> str:
    """Party age counts from the first decision; after a time outside it goes on."""
    number = _(" số %(number)s") % {"number": span.decision_number} if span.decision_number else ""
    if is_again:
        text = _("Quyết định kết nạp lại%(number)s; tuổi Đảng tính tiếp từ ngày này.")
    else:
        text = _("Quyết định kết nạp%(number)s; tuổi Đảng tính từ ngày này.")
    return text % {"number": number}


def _with_note(text: str, note: str) -> str:
    """With why the act stands against the rule, where it does."""
    return _("%(text)s Khác quy định: %(note)s.") % {"text": text, "note": note} if note else text


def _steps(member: Member):
    """The way to admission and to recognition, step by step."""
    own = Q(membership__member=member, membership__voided_at__isnull=True)
    spans = member.memberships.valid()
    before = Q(candidate__membership__in=spans, candidate__voided_at__isnull=True)
    for step in CandidateStep.objects.valid().filter(own | before):
        number = _(", số %(number)s") % {"number": step.number} if step.number else ""
        yield _entry(step.done_on, PARTY, _("Đảng"), f"{capfirst(str(step))}{number}.")


def _recognised(span: Membership) -> str:
    text = _("Đảng viên chính thức.")
    if span.recognition_decision_on is not None:
        number = _(" số %(number)s") % {"number": span.recognition_number}
        text = _("Đảng viên chính thức, theo quyết định công nhận%(number)s ngày %(day)s.") % {
            "number": number if span.recognition_number else "",
            "day": f"{span.recognition_decision_on:%d/%m/%Y}",
        }
    return _with_note(text, span.official_note)


def _left(last_day: dt.date, reason: str, **told) -> TimelineEntry:
    return _entry(last_day + dt.timedelta(days=1), PARTY, _("Đảng"), _ended(reason), **told)


def _ended(reason: str) -> str:
    return _("%(reason)s.") % {"reason": capfirst(reason)}


def _placements(member: Member, paper_url):
    placements = member.placements.valid().select_related("cell", "decision", "left_decision")
    rows = list(placements.official())
    guests = list(placements.filter(kind=Placement.Kind.TEMPORARY))
    for before, row in zip([None, *rows, *guests], [*rows, *guests], strict=False):
        told = {"paper": row.decision, "paper_url": paper_url}
        text = _with_letter(_started(row, before), row.letter_number, row.letter_on)
        yield _entry(row.from_on, CELL, _("Chi bộ"), text, **told)
        if row.end_reason == Placement.EndReason.TRANSFER_OUT:
            yield from _transferred_out(row, paper_url)
        if row.kind == Placement.Kind.TEMPORARY:
            text = _("Thôi sinh hoạt tạm thời tại %(cell)s.") % {"cell": row.place}
            yield from _ending(row, CELL, _("Chi bộ"), text)


def _transferred_out(row: Placement, paper_url):
    text = _("Chuyển sinh hoạt từ %(cell)s đi %(place)s.") % {
        "cell": row.place,
        "place": row.went_to or _("nơi khác"),
    }
    text = _with_letter(text, row.left_letter_number, row.left_letter_on)
    told = {"paper": row.left_decision, "paper_url": paper_url}
    yield from _ending(row, CELL, _("Chi bộ"), text, **told)
    if row.received_on:
        text = _("%(place)s đã tiếp nhận sinh hoạt đảng.") % {"place": row.went_to}
        yield _entry(row.received_on, CELL, _("Chi bộ"), text)


def _with_letter(text: str, number: str, day: dt.date | None) -> str:
    """With the letter of introduction, as far as it is known."""
    if not (number or day):
        return text
    cited = " ".join(
        part
        for part in (number, _("ngày %(day)s") % {"day": f"{day:%d/%m/%Y}"} if day else "")
        if part
    )
    return _("%(text)s Giấy giới thiệu %(letter)s.") % {"text": text, "letter": cited}


def _exemptions(member: Member, paper_url):
    for row in member.exemptions.valid().select_related("decision"):
        kind = capfirst(row.get_kind_display())
        text = _("%(kind)s: %(reason)s.") % {"kind": kind, "reason": row.reason}
        told = {"paper": row.decision, "paper_url": paper_url}
        yield _entry(row.from_on, CELL, _("Chi bộ"), text, **told)
        yield from _ending(row, CELL, _("Chi bộ"), _("Sinh hoạt trở lại."))


def _started(row: Placement, before: Placement | None) -> str:
    if row.kind == Placement.Kind.TEMPORARY and row.came_from:
        told = {"cell": row.place, "old": row.came_from}
        return _("Từ %(old)s đến sinh hoạt tạm thời tại %(cell)s.") % told
    if row.kind == Placement.Kind.TEMPORARY:
        return _("Sinh hoạt tạm thời tại %(cell)s.") % {"cell": row.place}
    if row.start_reason == Placement.StartReason.INTERNAL and before:
        return _("Chuyển từ %(old)s sang %(new)s.") % {
            "old": before.place,
            "new": row.place,
        }
    if row.came_from:
        return _("Chuyển từ %(old)s đến %(new)s.") % {"old": row.came_from, "new": row.place}
    return _("Sinh hoạt tại %(cell)s (%(reason)s).") % {
        "cell": row.place,
        "reason": row.get_start_reason_display(),
    }


def _endings(posts, oversights, secondments):
    """What ended, told of a day before what begins on it."""
    for post in posts:
        text = _("Thôi chức vụ %(post)s.") % {"post": post}
        if post.note:
            text += " " + _("Bàn giao: %(note)s") % {"note": post.note}
        yield from _ending(post, POST, _("Chức vụ"), text)
    for row in oversights:
        text = _("Thôi phụ trách %(cell)s.") % {"cell": cell_text(row.cell)}
        yield from _ending(row, POST, _("Phân công"), text)
    for row in secondments:
        text = _("Kết thúc tăng cường tại Chi bộ %(place)s: %(reason)s.") % {
            "place": _host_text(row),
            "reason": row.end_reason,
        }
        yield from _ending(row, HELP, _("Tăng cường"), text)


def _ending(span: Span, tag: str, kind: str, text: str, **told):
    if span.to_on:
        yield _entry(span.to_on + dt.timedelta(days=1), tag, kind, text, **told)


def _duties(posts, oversights, paper_url):
    for post in posts:
        told = {"paper": post.decision, "paper_url": paper_url}
        yield _entry(post.from_on, POST, _("Chức vụ"), f"{post}.", **told)
    for row in oversights:
        told = {"paper": row.decision, "paper_url": paper_url}
        text = _("Được phân công phụ trách %(cell)s.") % {"cell": cell_text(row.cell)}
        yield _entry(row.from_on, POST, _("Phân công"), text, **told)


def _ranks_and_studies(member: Member):
    for rank in member.ranks.valid():
        yield _entry(rank.from_on, POST, _("Cấp bậc hàm"), f"{rank}.")
    for row in member.qualifications.valid():
        yield _entry(row.obtained_on, LEARNT, _("Trình độ"), f"{qualification_text(row)}.")


def qualification_text(row: Qualification) -> str:
    """`Đại học, ngành Luật`; `Lý luận chính trị: Trung cấp`."""
    parts = ", ".join(part for part in (row.level_text, row.detail) if part)
    if row.is_date_unknown:
        parts = _("%(what)s (không rõ ngày có bằng)") % {"what": parts}
    if row.scale == Qualification.Scale.PROFESSIONAL:
        return parts
    return f"{capfirst(row.get_scale_display())}: {parts}"


def _secondments(secondments, paper_url):
    for row in secondments:
        text = _("Tăng cường tại Chi bộ %(place)s (%(kind)s).") % {
            "place": _host_text(row),
            "kind": row.get_kind_display(),
        }
        yield _entry(row.from_on, HELP, _("Tăng cường"), text, paper=row.plan, paper_url=paper_url)


def _host_text(row: Secondment) -> str:
    return f"{row.host_cell}, {locality_text(row.host_cell.locality)}"


def _awards(member: Member, paper_url):
    for award in member.awards.valid().select_related("decision"):
        text = _("%(form)s của %(authority)s, năm khen %(year)s%(reason)s.") % {
            "form": award.get_form_display(),
            "authority": award.get_authority_display(),
            "year": award.award_year,
            "reason": f": {award.reason}" if award.reason else "",
        }
        entry = _entry(
            award.decided_on,
            MERIT,
            _("Khen thưởng"),
            text,
            paper=award.decision,
            paper_url=paper_url,
        )
        yield entry


def _badges(member: Member, paper_url):
    for badge in member.badges.valid().select_related("decision"):
        text = _("Huy hiệu %(years)s năm tuổi Đảng (%(occasion)s).") % {
            "years": badge.years,
            "occasion": badge.get_occasion_display(),
        }
        told = {"paper": badge.decision, "paper_url": paper_url}
        yield _entry(badge.given_on or badge.decided_on, MERIT, _("Huy hiệu Đảng"), text, **told)


def _ratings(member: Member, paper_url):
    for row in member.evaluations.valid().select_related("round__decision", "round__rule"):
        told = {"paper": row.round.decision, "paper_url": paper_url}
        text = _("Xếp loại năm %(year)s: %(grade)s%(reason)s.") % {
            "year": row.round.year,
            "grade": row.grade_text[:1].lower() + row.grade_text[1:],
            "reason": f" ({row.reason})" if row.reason else "",
        }
        yield _entry(row.round.decided_on, RATING, _("Xếp loại"), text, **told)


def _meetings(member: Member, day: dt.date):
    """One line a year: how many meetings of the cells, how many excused, dated by the last one."""
    for year in attendance_by_year(member, day):
        yield _entry(year.last, MEETING, _("Sinh hoạt"), _attended(year))


def _attended(year: YearOfMember) -> str:
    came = year.attendance
    told = {"present": came.present, "total": came.total, "year": year.year}
    text = _("Dự %(present)s trong %(total)s kỳ sinh hoạt năm %(year)s") % told
    if came.excused:
        text += _("; vắng có lý do %(excused)s") % {"excused": came.excused}
    if came.absent:
        text += _("; vắng không lý do %(absent)s") % {"absent": came.absent}
    return f"{text}."


def _tasks(tasks):
    """What was given at meetings, each by the day it was given, with what became of it."""
    for task in tasks:
        told = {"task": task.task.rstrip(". "), "day": f"{task.deadline:%d/%m/%Y}"}
        text = _("Được giao: %(task)s; hạn %(day)s.") % told
        if not task.is_open:
            told |= {"state": task.get_state_display(), "closed": f"{task.closed_on:%d/%m/%Y}"}
            text = _("Được giao: %(task)s; hạn %(day)s; %(state)s ngày %(closed)s.") % told
        url = task.get_absolute_url()
        yield TimelineEntry(
            task.meeting.meets_on, _("Việc"), text, url=url, link_text=_("Mở"), tags=(TASK,)
        )


def _at_home(member: Member):
    """The contact with the cell at home, under the regulation of its first day, and its comments."""
    contacts = list(member.residence_contacts.valid())
    rules = rules_of_contact() if contacts else []
    for contact in contacts:
        text = _introduced(contact, rule=rule_name_on(contact.from_on, rules))
        yield _entry(contact.from_on, HOME, _("Nơi cư trú"), text)
        if contact.confirmed_on:
            text = _("%(place)s xác nhận đã tiếp nhận.") % {"place": contact.place}
            yield _entry(contact.confirmed_on, HOME, _("Nơi cư trú"), text)
        if contact.to_on:
            told = {"place": contact.place, "reason": contact.end_reason}
            text = _("Thôi giữ mối liên hệ tại %(place)s: %(reason)s.") % told
            yield from _ending(contact, HOME, _("Nơi cư trú"), text)
    comments = ResidenceComment.objects.valid().filter(contact__in=contacts)
    for comment in comments.filter(received_on__isnull=False):
        told = {"year": comment.year, "level": comment.get_level_display()}
        text = _("Nơi cư trú nhận xét năm %(year)s: %(level)s.") % told
        yield _entry(comment.received_on, HOME, _("Nhận xét"), text)


def _introduced(contact: ResidenceContact, *, rule: str) -> str:
    if contact.mode == ResidenceContact.Mode.NOT_INTRODUCED:
        told = {"reason": contact.mode_reason, "rule": rule}
        return _("Không giới thiệu về nơi cư trú: %(reason)s (%(rule)s).") % told
    text = _("Giới thiệu về %(place)s") % {"place": contact.place}
    if contact.mode == ResidenceContact.Mode.EXEMPT:
        text += _(", miễn dự sinh hoạt: %(reason)s") % {"reason": contact.mode_reason}
    if contact.letter_on:
        told = {"number": contact.letter_number, "day": written(contact.letter_on)}
        text += _("; giấy giới thiệu %(number)s ngày %(day)s") % told
    return f"{text} ({rule})."


def _commitments(member: Member):
    for row in member.commitments.valid():
        text = _("Cam kết nêu gương năm %(year)s: %(text)s") % {"year": row.year, "text": row.text}
        yield _entry(row.made_on, PLEDGE, _("Cam kết"), text)
        if row.reviewed_on:
            told = {"year": row.year, "result": row.get_result_display()}
            text = _("Kiểm điểm cam kết năm %(year)s: %(result)s.") % told
            yield _entry(row.reviewed_on, PLEDGE, _("Cam kết"), text)
