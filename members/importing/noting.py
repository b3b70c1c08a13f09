"""What a spreadsheet tells that is an act of its own: told beside the row, with the act that does it.

A move, a post, a leaving, a recognition have their own days and papers, which a list does not
carry; importing never does them silently.
"""

from django.utils.translation import gettext as _

from members.importing.known import Person
from members.models import Exemption, Position, Rank
from members.rules import written
from partyunit.text import fold

AWAY = {"left", "died", "transferred_out", "removed", "resigned", "expelled"}
NOT_OURS = {"temporary_in"}
SPANS = {"exempt": Exemption.Kind.EXEMPT, "suspended": Exemption.Kind.SUSPENDED}
DELETED = {"co", "x", "xoa", "de nghi xoa"}
TITLE = Position.Title
# As lists write posts (12-HD/BTCTW, 18/01/2022 and the committee's own lists); `None` is no post.
CALLED = {
    "": None, "dv": None, "dang vien": None, "khong": None, "dvdb": None,
    "bt": TITLE.CELL_SECRETARY, "btcb": TITLE.CELL_SECRETARY, "bi thu": TITLE.CELL_SECRETARY,
    "bi thu chi bo": TITLE.CELL_SECRETARY,
    "pbt": TITLE.CELL_DEPUTY, "pbtcb": TITLE.CELL_DEPUTY, "pho bi thu": TITLE.CELL_DEPUTY,
    "pho bi thu chi bo": TITLE.CELL_DEPUTY,
    "cuv": TITLE.CELL_COMMITTEE_MEMBER, "chi uy vien": TITLE.CELL_COMMITTEE_MEMBER,
    "btdu": TITLE.SECRETARY, "bi thu dang uy": TITLE.SECRETARY,
    "pbtdu": TITLE.DEPUTY_SECRETARY, "pho bi thu dang uy": TITLE.DEPUTY_SECRETARY,
    "uvbtv": TITLE.STANDING_MEMBER, "uy vien ban thuong vu": TITLE.STANDING_MEMBER,
    "uvbch": TITLE.COMMITTEE_MEMBER, "uy vien ban chap hanh": TITLE.COMMITTEE_MEMBER,
    "duv": TITLE.COMMITTEE_MEMBER, "dang uy vien": TITLE.COMMITTEE_MEMBER,
}  # fmt: skip
BODIES = (*Position.COMMITTEE, *Position.CELL)


def note_newcomer(plan) -> None:
    """A newcomer takes part in a cell from the day of the file; anything else is refused or told."""
    status = plan.values.get("status")
    if status in AWAY:
        plan.refuse("status", _("Không có trong sổ, mà tệp ghi không còn sinh hoạt ở đây."))
    elif status in NOT_OURS:
        plan.refuse("status", _("Đảng viên đến sinh hoạt tạm thời không tính vào đảng bộ."))
    elif status and status != "active":
        plan.note(_("Tình trạng trong tệp cần ghi riêng sau khi nhập: %(what)s.") % _told(status))
    if rank := plan.values.get("rank"):
        sentence = _("Cấp bậc hàm «%(what)s» cần ghi riêng, kèm ngày phong.")
        plan.note(sentence % {"what": Rank.Grade(rank).label}, "promote")
    for name in ("party_post", "office_post"):
        text = str(plan.values.get(name) or "")
        if CALLED.get(_plain(text), text):
            what = {"what": text}
            plan.note(
                _("Chức vụ «%(what)s» cần ghi riêng, kèm ngày bắt đầu.") % what, "assign_position"
            )


def note_deletion(plan) -> None:
    """«Đề nghị xóa: Có» of the national form names who is no longer of the cell: told with the name, never done."""
    asked = (text for head, text in plan.row.extra.items() if "de nghi xoa" in _plain(head))
    if not any(_plain(text) in DELETED for text in asked):
        return
    if plan.outcome == "new":
        plan.refuse("full_name", _("Không có trong sổ, mà tệp đề nghị xóa đồng chí này."))
        return
    what = {"name": plan.person.member if plan.person else plan.values.get("full_name", "")}
    plan.note(_("Tệp đề nghị xóa đồng chí %(name)s; nhập tệp không xóa ai khỏi sổ.") % what)


def note_differences(plan, person: Person, known) -> None:
    """Where a member stands by the file, and where by the register."""
    _note_place(plan, person, known)
    _note_status(plan, person)
    _note_party_post(plan, person)
    _note_office_post(plan, person)
    _note_rank(plan, person)


def note_recognition(plan, day) -> None:
    what = {"day": written(day)}
    plan.note(_("Tệp ghi chính thức từ %(day)s; trong sổ còn dự bị.") % what, "recognise")


def _note_place(plan, person: Person, known) -> None:
    text, placement = plan.values.get("cell"), person.placement
    if not text or placement is None:
        return
    cell = known.find_cell(text)
    if cell is None:
        plan.warn("cell", _("Không có chi bộ «%(text)s» trong sổ.") % {"text": text})
    elif cell.pk != placement.cell_id:
        sentence = _("Tệp ghi %(file)s; trong sổ đang sinh hoạt tại %(register)s.")
        plan.note(sentence % {"file": text, "register": placement.place}, "transfer")


def _note_status(plan, person: Person) -> None:
    status = plan.values.get("status")
    is_here = person.placement is not None
    if not status:
        if not is_here:
            plan.note(_("Trong sổ đồng chí không sinh hoạt ở đảng bộ vào ngày của tệp."))
    elif status in AWAY and is_here:
        act = "transfer_out" if status == "transferred_out" else "end_membership"
        told = _told(status)
        if plan.values.get("left_on"):
            what = {"what": told["what"], "day": written(plan.values["left_on"])}
            told = {"what": _("%(what)s ngày %(day)s") % what}
        plan.note(_("Tệp ghi %(what)s; trong sổ đang sinh hoạt.") % told, act)
    elif status not in AWAY and not is_here:
        act = "come_back" if person.membership and not person.membership.ended_on else "readmit"
        plan.note(_("Tệp ghi %(what)s; trong sổ không còn sinh hoạt.") % _told(status), act)
    elif is_here and _span_of(person) != SPANS.get(status) and status not in NOT_OURS:
        held = person.exemption.get_kind_display() if person.exemption else _("đang sinh hoạt")
        told = {**_told(status), "held": held}
        plan.note(_("Tệp ghi %(what)s; trong sổ %(held)s.") % told)


def _span_of(person: Person):
    return person.exemption.kind if person.exemption else None


def _note_party_post(plan, person: Person) -> None:
    text = plan.values.get("party_post")
    if not text:
        return
    named = {CALLED.get(_plain(part), _plain(part)) for part in _parts(str(text))} - {None}
    held = {position.title for position in person.positions if position.title in BODIES}
    if named != held:
        posts = ", ".join(str(TITLE(title).label) for title in BODIES if title in held)
        told = {"file": text, "register": posts or _("không có chức vụ")}
        sentence = _("Chức vụ Đảng trong tệp là «%(file)s», trong sổ: %(register)s.")
        plan.note(sentence % told, "assign_position")


def _note_office_post(plan, person: Person) -> None:
    text = plan.values.get("office_post")
    posts = [one for one in person.positions if one.line == Position.Line.OFFICE]
    said = {_plain(name) for one in posts for name in (one.office_title, str(one))}
    if text and _plain(text) not in said:
        told = {"file": text, "register": ", ".join(map(str, posts)) or _("không có chức vụ")}
        sentence = _("Chức vụ chính quyền trong tệp là «%(file)s», trong sổ: %(register)s.")
        plan.note(sentence % told, "assign_position")


def _note_rank(plan, person: Person) -> None:
    grade = plan.values.get("rank")
    if grade and (person.rank is None or person.rank.grade != grade):
        told = {"file": Rank.Grade(grade).label, "register": person.rank or _("chưa ghi")}
        sentence = _("Cấp bậc hàm trong tệp là %(file)s, trong sổ: %(register)s.")
        plan.note(sentence % told, "promote")


def _parts(text: str) -> list[str]:
    for sign in ";/\n+":
        text = text.replace(sign, ",")
    return text.split(",")


def _plain(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in fold(text)).split())


def _told(status: str) -> dict[str, str]:
    words = {
        "active": _("đang sinh hoạt"),
        "exempt": _("miễn sinh hoạt"),
        "suspended": _("đình chỉ sinh hoạt"),
        "interrupted": _("gián đoạn sinh hoạt"),
        "left": _("đã ra khỏi Đảng"),
        "died": _("đã từ trần"),
        "removed": _("đã xóa tên"),
        "resigned": _("đã xin ra khỏi Đảng"),
        "expelled": _("đã bị khai trừ"),
        "transferred_out": _("đã chuyển đi"),
        "temporary_out": _("sinh hoạt tạm thời nơi khác"),
        "temporary_in": _("đến sinh hoạt tạm thời"),
    }
    return {"what": words.get(status, status)}
