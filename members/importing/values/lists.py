"""The words columns of words may hold; what is of another column is never taken, what is new is taken and told.

`KINDS` know a word by its whole text: `Nữ` is a sex wherever it stands. A column refuses every kind but its own and those
it may hold besides; posts are only told beside a person, so there a strange word is left and told.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from members.importing.cells import says_nothing, text_of
from members.importing.headings import BRACKETS, OTHERS, head_key
from members.importing.values import NOTHING, Read, schooling
from members.importing.values.words import (
    NO_CERTIFICATE,
    POSTS,
    RANK,
    SEX_WORDS,
    STATE_WORDS,
    read_certificate,
    read_name,
    read_post,
    read_text,
    read_word,
)
from members.importing.vocabulary import PEOPLES, RELIGIONS
from members.models.service import Rank
from partyunit.text import fold

NOT_RELIGIOUS = re.compile(r"khong\b|(k|ko|kg|luong|ben luong|vo than)\Z")
LONGEST_NOTHING, LONGEST_WORD = 12, 40  # letters
IN_ENGLISH = {
    "none": "Không", "no": "Không", "buddhism": "Phật giáo", "buddhist": "Phật giáo", "catholic": "Công giáo",
    "catholicism": "Công giáo", "protestant": "Tin lành", "protestantism": "Tin lành",
}  # fmt: skip
NO_PLACE = {*NO_CERTIFICATE, "khong ro", "chua ro"}
# `Thái đen`, `Mông hoa`, `Dao đỏ`.
COLOURS = re.compile(r" (den|trang|hoa|do|xanh|tien|quan trang|quan chet)$")
TONGUE = r"(anh|phap|nga|trung|trung quoc|hoa|han|nhat|duc|lao|thai|khmer|kho me|tay|nung|mong|hmong|dao|dan toc|viet)"
CLASS = (
    r"( (bang|trinh do|chung chi|cap|bac|dai hoc|cu nhan|cao dang|giao tiep|co ban|[abc][12]?|\d+))"
)
TESTS = r"(toeic|toefl|ielts|vstep|aptis|hsk ?\d?|jlpt)"
LANGUAGE = re.compile(
    rf"(tieng [a-z]+|{TONGUE} (van|ngu)|{TESTS}){CLASS}*\Z|(?!trung cap\b){TONGUE}{CLASS}+\Z"
)
LANGUAGES = re.compile(
    rf"{TONGUE}\Z|.*\b({TESTS}|tieng|ngoai ngu|anh|phap|nga|trung quoc|english|french|russian|chinese)\b"
)
COMPUTING = re.compile(
    r".*\b(tin hoc|cntt|cong nghe thong tin|ic3|mos|icdl|may tinh|tin (can ban|van phong|co ban|[abc]))\b"
)
CLASS_ALONE = re.compile(
    r"((bang|chung chi|trinh do|cap|cc) )*([abc][12]?|(bac|level|nn) ?\d)\b.{0,9}\Z"
)
OFFICE = re.compile(
    r".*\b(co ban|nang cao|van phong|ung dung|word|excel|basic|advanced|office|ky su|tin|[a-z]*cntt[a-z]*|th(vp|ud|cb))\b"
)
SCHOOL = re.compile(
    r"(lop )?\d{1,2} (10|12)|(tot nghiep )?(thpt|thcs|ptth|ptcs|cap (i{1,3}|[123])|lop \d{1,2})"
)
SCHOOLS = re.compile(
    r"(lop )?\d{1,2} (10|12)\b|.*\b(thpt|thcs|ptth|ptcs|pho thong|tieu hoc|trung hoc|bo tuc|btvh|cap (i{1,3}|[123])|lop \d{1,2})\b"
)
# A person's post; «Đảng ủy Công an Trung ương» is an organisation, as places of issue are.
PARTY_POST = re.compile(
    r"((pho )?bi thu|dang vien|chi uy vien|dang uy vien|cap uy vien|uy vien (ban (thuong vu|chap hanh)|bch|btv))"
    r"( (chi bo|dang uy|dang bo|cb)\b.*)?\Z"
)
OF_THE_PARTY = re.compile(
    r"((pho|p) )?p?bt\b.*|uv\w*\b.*|.*\b(bi thu|chi uy|dang uy|uy vien|dang vien|cap uy|kiem tra|ubkt|thuong vu|chap hanh|bch|btv|tuyen giao|to (truong|pho)|cong tac dang)\b"
)
STARS = re.compile(r"([1-4])\s*(//?)")
GRADES = {head_key(str(label)): int(grade) for grade, label in Rank.Grade.choices}
GRADE = re.compile(r"(khong )?hoan thanh\b.*\b(nhiem vu|xuat sac|tot)\b.*|(khong )?hoan thanh\Z")
CODE = re.compile(r"(?=(?:\D*\d){4})[0-9A-Za-zĐđ./-]{6,}")  # `NV10023`, `204001LC`


def is_people(text: str) -> bool:
    key = head_key(BRACKETS.sub(" ", text)).removeprefix("dt ")
    return key in PEOPLES or COLOURS.sub("", key) in PEOPLES


def is_religion(text: str) -> bool:
    key = head_key(BRACKETS.sub(" ", text))
    return key in RELIGIONS or key.startswith("khong ")


def _by_key(fits: Callable) -> Callable[[str], bool]:
    return lambda text: bool(fits(head_key(text)))


# What a text is by itself, with its name; the first that fits.
KINDS: dict[str, tuple] = {
    "sex": (gettext_lazy("giới tính"), _by_key(lambda k: k in SEX_WORDS and len(k) > 1)),
    "religion": (gettext_lazy("tôn giáo"), lambda t: is_religion(t) and not NOT_RELIGIOUS.match(head_key(t))),
    "ethnicity": (gettext_lazy("dân tộc"), is_people),
    "level": (gettext_lazy("trình độ"), _by_key(lambda k: len(k) > 1 and any(k in s for s in schooling.LEVELS.values()))),
    "rank": (gettext_lazy("cấp bậc hàm"), _by_key(lambda k: (m := RANK.match(k)) and m.end() == len(k))),
    "general": (gettext_lazy("giáo dục phổ thông"), _by_key(SCHOOL.fullmatch)),
    "it": (gettext_lazy("tin học"), _by_key(COMPUTING.match)),
    "language": (gettext_lazy("ngoại ngữ"), _by_key(LANGUAGE.match)),
    "party_post": (gettext_lazy("chức vụ Đảng"), _by_key(lambda k: (k in POSTS and len(k) > 2) or PARTY_POST.match(k))),
    "status": (gettext_lazy("trạng thái sinh hoạt"), _by_key(lambda k: len(k) > 3 and k in STATE_WORDS)),
    "grade": (gettext_lazy("xếp loại"), _by_key(GRADE.match)),
    "cell": (gettext_lazy("chi bộ"), _by_key(lambda k: k.startswith(("chi bo ", "dang bo ")))),
    "is_probationary": (gettext_lazy("đảng viên dự bị"), _by_key(lambda k: k in ("du bi", "chinh thuc", "dvdb", "dvct"))),
    "code": (gettext_lazy("một mã số"), CODE.fullmatch),
}  # fmt: skip
# What no name of a person is; «Anh», «Thái», «Trung Học» are names too.
NO_NAMES = {
    "sex",
    "religion",
    "level",
    "rank",
    "party_post",
    "status",
    "grade",
    "cell",
    "is_probationary",
}
# Kinds a column may hold besides its own; of `Thái` nobody knows whether it is a people or a language.
MAY_HOLD = {
    "language": {"ethnicity", "level", "party_post"},
    "it": {"level"},
    "professional_detail": {"it", "language", "level"},
    "office_post": {"cell"},
    "birth_country": {"ethnicity"},
    "home_country": {"ethnicity"},
    "permanent_country": {"ethnicity"},  # Lào
    "card_issued_at": {"cell"},
    "general": {"level"},
}
PLACES = {"ethnicity", "language", "code"}  # kinds some names of places look like: told only
IS_LISTED: dict[str, Callable] = {
    "ethnicity": is_people,
    "religion": is_religion,
    "language": _by_key(lambda k: LANGUAGE.match(k) or LANGUAGES.match(k) or CLASS_ALONE.match(k)),
    "it": _by_key(lambda k: COMPUTING.match(k) or CLASS_ALONE.match(k) or OFFICE.match(k)),
    "general": _by_key(SCHOOLS.match),
    "party_post": _by_key(OF_THE_PARTY.match),
}


@lru_cache(maxsize=8192)  # most words repeat from row to row
def kind_of(text: str, *, target: str) -> str:
    """Which other column the whole text is a word of, "" for none and for what this column may hold."""
    if len(text) > LONGEST_WORD:
        return ""
    kinds = [kind for kind, (_label, is_one) in KINDS.items() if is_one(text)]
    is_own = {target, *MAY_HOLD.get(target, ())} & set(kinds)
    return "" if is_own or not kinds else kinds[0]


def _other(text: str, kind: str) -> str:
    return _("“%(found)s” là %(other)s, không đúng mục này.") % {
        "found": text,
        "other": KINDS[kind][0],
    }


def _new(text: str, target: str) -> str:
    return _("“%(found)s” không có trong danh mục %(what)s đã biết; hãy kiểm tra.") % {
        "found": text,
        "what": KINDS[target][0],
    }


def _read_as(text: str, name: str) -> str:
    return _("“%(found)s” được đọc là “%(name)s”.") % {"found": text, "name": name}


def read_listed(cell, *, target: str) -> Read:
    """An ethnicity, a religion, a certificate: another column's word is a problem, a new one is taken and told."""
    if target == "religion" and text_of(cell) == "0":
        return NOTHING
    read = read_certificate(cell) if target in ("language", "it") else read_word(cell)
    if not read.value:
        return read
    found = str(read.value)
    if OTHERS.match(head_key(found)):
        sentence = _("“%(found)s” không nói rõ %(what)s nào.")
        return Read(error=sentence % {"found": found, "what": KINDS[target][0]})
    if other := kind_of(found, target=target):
        return Read(error=_other(found, other))
    if target == "religion" and (name := IN_ENGLISH.get(fold(found))):
        return Read(name, warning=_read_as(found, name))
    people = re.sub(r"^(dân tộc|người)\s+(?=\S)", "", found, flags=re.IGNORECASE)
    if target == "ethnicity" and people != found and is_people(people):
        return Read(people, warning=_read_as(found, people))
    return read if IS_LISTED[target](found) else Read(found, warning=_new(found, target))


def read_name_alone(cell) -> Read:
    """A name that is no word of another column."""
    read = read_name(cell)
    kind = kind_of(str(read.value), target="") if read.value else ""
    return (
        Read(error=_other(str(read.value), kind))
        if kind in NO_NAMES and " " in str(read.value)
        else read
    )


def read_rank(cell) -> Read:
    """A rank by its name or its stars (`2/` trung úy, `3//` thượng tá); told beside a person, so another word is left and told."""
    found = text_of(cell)
    key = head_key(BRACKETS.sub(" ", found))
    if says_nothing(found) or key in NO_PLACE:
        return NOTHING
    if stars := STARS.fullmatch(found):
        lowest = Rank.Grade.SECOND_LIEUTENANT if stars[2] == "/" else Rank.Grade.MAJOR
        return Read(int(lowest) + int(stars[1]) - 1)
    key = re.sub(r"\bsy\b", "si", key)
    grade = next((grade for name, grade in GRADES.items() if re.match(rf"{name}\b", key)), None)
    if grade is None:
        return Read(warning=_new(found, "rank"))
    return Read(grade)


def read_school(cell) -> Read:
    """The general schooling: `12/12`, `THPT`; new words are taken and told."""
    read = schooling.read_general(cell)
    if not read.value or read.warning:
        return read
    found = str(read.value)
    if other := kind_of(found, target="general"):
        return Read(error=_other(found, other))
    return read if IS_LISTED["general"](found) else Read(found, warning=_new(found, "general"))


def read_party_post(cell) -> Read:
    """A post in the Party; posts are told beside a person, so a word of another column is left and told."""
    read = read_post(cell)
    if not read.value or IS_LISTED["party_post"](str(read.value)):
        return read
    found = str(read.value)
    if other := kind_of(found, target="party_post"):
        return Read(warning=_other(found, other))
    return Read(found, warning=_new(found, "party_post"))


def read_phrase(cell, *, target: str) -> Read:
    """A place, a branch of study, a post of work: words, and not those of another column."""
    read = read_text(cell)
    if not read.value:
        return read
    found = str(read.value)
    if len(found) <= LONGEST_NOTHING and fold(found) in NO_PLACE:
        return NOTHING
    if found.isdigit():
        return Read(error=_("“%(found)s” không đúng mục này; cần ghi bằng chữ.") % {"found": found})
    other = kind_of(found, target=target)
    if other in PLACES and target != "office_post":
        return Read(found, warning=_like_another(found, other))
    if other:
        return (
            Read(warning=_other(found, other))
            if target == "office_post"
            else Read(error=_other(found, other))
        )
    return read


def _like_another(text: str, kind: str) -> str:
    return _("“%(found)s” giống %(other)s; hãy kiểm tra cột này.") % {
        "found": text,
        "other": KINDS[kind][0],
    }
