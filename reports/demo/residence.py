"""Who keeps in touch with which cell at home, the yearly comments, and the commitments of 2019."""

import datetime as dt
from dataclasses import dataclass, field

from partyunit.dates import day_before
from reports.demo.calendar import DAY, working_from
from reports.demo.dice import between, chance, pick
from reports.demo.flows import TODAY
from reports.demo.history import History
from reports.demo.posts import Posts
from reports.demo.shapes import Person, Span

D = dt.date
# The day on which the request sheets of a year went out, all together.
SHEETS_OUT = {
    2014: D(2014, 11, 5),
    2015: D(2015, 11, 4),
    2016: D(2016, 11, 7),
    2017: D(2017, 11, 6),
    2018: D(2018, 11, 5),
}
LOST_IN_2018 = 5  # of a hundred: not back by today
READY_CELLS = ("AN", "ĐT")  # whose people may belong to a unit kept ready
BARRACKS = "ở doanh trại, nhà ở xa cơ quan"
READY = "thuộc lực lượng thường trực sẵn sàng chiến đấu"
STUDY = "đi học tập trung"
MOVED, MODE_CHANGED = "chuyển nơi cư trú", "đổi hình thức"
LEAVING = {
    "transfer_out": "chuyển đi",
    "removed": "xóa tên",
    "expelled": "khai trừ",
    "resigned": "xin ra khỏi Đảng",
    "died": "từ trần",
}
SAID = {
    "good": [
        "Dự đủ các buổi sinh hoạt được mời; gương mẫu thực hiện nếp sống văn hóa ở nơi ở.",
        "Chấp hành tốt chủ trương, pháp luật; sống hòa nhã, được Nhân dân tín nhiệm.",
        "Tích cực tham gia phong trào của tổ; đóng góp đầy đủ các quỹ.",
        "Giữ mối liên hệ thường xuyên với chi ủy; vận động Nhân dân giữ gìn an ninh, trật tự.",
    ],
    "fulfilled": [
        "Chấp hành quy định ở nơi ở; do công tác nên có buổi chưa dự sinh hoạt.",
        "Hoàn thành việc được giao; cần dành thời gian dự sinh hoạt nhiều hơn.",
    ],
}
PLEDGES = [
    "Gương mẫu chấp hành quy chế làm việc của Ban Chấp hành; nói đi đôi với làm.",
    "Mỗi quý dự sinh hoạt với chi bộ được phân công phụ trách và góp ý việc nâng chất lượng.",
    "Không gây phiền hà khi giải quyết công việc của tổ chức, công dân.",
    "Thực hành tiết kiệm trong sử dụng xe, điện, văn phòng phẩm của đơn vị.",
    "Tự phê bình và phê bình thẳng thắn; tiếp thu và sửa chữa trong tháng.",
    "Mỗi tháng một lần xuống bản, tổ nghe ý kiến Nhân dân về an ninh, trật tự.",
    "Giữ nghiêm thời gian làm việc; chuẩn bị kỹ nội dung trước mỗi cuộc họp.",
]


@dataclass
class YearComment:
    year: int
    asked_on: dt.date
    received_on: dt.date | None = None
    level: str = ""
    text: str = ""


@dataclass
class Contact(Span):
    """A place and mode from a first to a last day, with the comments that came from there."""

    person: Person | None = None
    mode: str = "normal"
    mode_reason: str = ""
    cell: str = ""
    committee: str = ""
    letter_number: str = ""
    letter_on: dt.date | None = None
    confirmed_on: dt.date | None = None
    end_reason: str = ""
    comments: list[YearComment] = field(default_factory=list)


@dataclass(frozen=True)
class Pledge:
    person: Person
    made_on: dt.date
    text: str


def keep_in_touch(history: History) -> list[Contact]:
    """The contacts of everybody who ever was here, letters numbered by year as they were written."""
    contacts = [contact for person in history.people for contact in _contacts_of(person)]
    written: dict[int, int] = {}
    for contact in sorted(contacts, key=lambda one: (one.first, one.person.number)):
        if contact.mode != "not_introduced":
            _write_letter(contact, written)
        contact.comments = list(_comments(contact))
    return contacts


def pledge(posts: Posts) -> list[Pledge]:
    """One commitment for 2019 of each member of the committee."""
    return [
        Pledge(
            person,
            working_from(D(2019, 1, between(8, 24, "pledged", person.number))),
            " ".join(dict.fromkeys(pick(PLEDGES, "pledge", person.number, n) for n in range(3))),
        )
        for person in posts.committee_on(TODAY)
    ]


def _contacts_of(person: Person) -> list[Contact]:
    stays = person.stays
    first = min(working_from(stays[0].first + between(12, 40, "home", person.number) * DAY), TODAY)
    last, reason = stays[-1].last, LEAVING.get(stays[-1].end_reason, "")
    if last is not None and last <= first:
        return []
    mode, why = _mode_of(person)
    contact = Contact(first, last, person, mode, why, end_reason=reason if last else "")
    if mode != "not_introduced":
        contact.cell, contact.committee = _home_of(person)
    return _changed(contact)


def _mode_of(person: Person) -> tuple[str, str]:
    number = person.number
    if any(stay.cell in READY_CELLS for stay in person.stays) and chance(12, "ready", number):
        return "not_introduced", READY
    if chance(15, "barracks", number):
        return "exempt", BARRACKS
    return "normal", ""


def _home_of(person: Person) -> tuple[str, str]:
    """`Tổ 4, thị trấn Tân Uyên, huyện …` has the cell of the street; of a commune that of a village."""
    where, _comma, rest = person.residence.partition(", ")
    if where.startswith("Tổ "):
        return f"Chi bộ {where}", f"Đảng ủy {rest.partition(', ')[0]}"
    return f"Chi bộ Bản {between(1, 9, 'village', person.number)}", f"Đảng ủy {where}"


def _changed(contact: Contact) -> list[Contact]:
    """Some have moved in the town since, some went to study and came back."""
    number = contact.person.number
    changes_on = working_from(D(between(2014, 2018, "moves", number), between(2, 9, number), 10))
    lives_on = contact.last is None or contact.last > changes_on + 400 * DAY
    if contact.mode != "normal" or not lives_on or contact.first > changes_on - 200 * DAY:
        return [contact]
    if chance(9, "moved", number):
        street = f"Chi bộ Tổ {between(1, 24, 'new street', number)}"
        if street != contact.cell:
            return _split(contact, changes_on, reason=MOVED, cell=street, committee=TOWN)
    if chance(6, "studied", number):
        away = {"mode": "exempt", "mode_reason": STUDY}
        before, studying = _split(contact, changes_on, reason=MODE_CHANGED, **away)
        back = {"mode": "normal", "mode_reason": ""}
        end = min(changes_on + 390 * DAY, TODAY - 30 * DAY)
        return [before, *_split(studying, working_from(end), reason=MODE_CHANGED, **back)]
    return [contact]


TOWN = "Đảng ủy thị trấn Tân Uyên"


def _split(contact: Contact, on: dt.date, *, reason: str, **changed) -> list[Contact]:
    facts = {
        "person": contact.person,
        "mode": contact.mode,
        "cell": contact.cell,
        "committee": contact.committee,
        "end_reason": contact.end_reason,
        **changed,
    }
    after = Contact(on, contact.last, **facts)
    contact.last, contact.end_reason = day_before(on), reason
    return [contact, after]


def _write_letter(contact: Contact, written: dict[int, int]) -> None:
    key = ("letter", contact.person.number, contact.first)
    contact.letter_on = contact.first - between(1, 6, *key) * DAY
    year = contact.letter_on.year
    written[year] = written.get(year, 0) + 1
    contact.letter_number = f"{written[year]:02d}-GGT/ĐU"
    confirmed_on = working_from(contact.first + between(4, 30, "confirmed", *key) * DAY)
    if confirmed_on <= min(TODAY, contact.last or TODAY):
        contact.confirmed_on = confirmed_on


def _comments(contact: Contact):
    """One a year, from the place that holds on its last day; a late comer is asked about apart."""
    for year, sheets_out in SHEETS_OUT.items():
        last_day = D(year, 12, 31)
        holds = contact.first <= last_day and (contact.last is None or contact.last >= last_day)
        asked_on = max(sheets_out, working_from(contact.first + 3 * DAY))
        if contact.mode != "normal" or not holds or asked_on.year != year:
            continue
        yield _answer(YearComment(year, asked_on), contact.person.number)


def _answer(comment: YearComment, number: int) -> YearComment:
    key = ("comment", number, comment.year)
    if comment.year == TODAY.year - 1 and chance(LOST_IN_2018, *key):
        return comment
    comment.received_on = working_from(comment.asked_on + between(14, 34, *key) * DAY)
    comment.level = "good" if chance(82, "level", *key) else "fulfilled"
    comment.text = pick(SAID[comment.level], "said", *key)
    return comment
