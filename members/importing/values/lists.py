"""The words a column of words may hold: peoples, religions, languages, computing. What is not among them is told.

A word of another column (`Nữ` under «Dân tộc», `Kinh` under «Tôn giáo») is never taken; a new word is taken and told.
"""

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from members.importing.headings import BRACKETS, OTHERS, head_key
from members.importing.values import NOTHING, Read, schooling
from members.importing.values.words import (
    NO_CERTIFICATE,
    RANK,
    SEX_WORDS,
    read_certificate,
    read_text,
    read_word,
)
from members.importing.vocabulary import PEOPLES, RELIGIONS
from partyunit.text import fold

NO_RELIGION = {word for word in RELIGIONS if word.startswith("khong")} | {"k", "luong", "vo than"}
LANGUAGES = re.compile(
    r"\b(anh|phap|nga|trung|trung quoc|hoa|han|nhat|duc|lao|thai|tieng|dan toc|khmer|tay|mong|hmong|toeic|toefl|ielts|vstep|aptis|pet|hsk|jlpt"
    r"|[abc][12]?|chung chi|english|french|russian|chinese|ngoai ngu|avan|a van)\b"
)
COMPUTING = re.compile(
    r"\b(tin|tin hoc|cntt|cong nghe thong tin|ic3|mos|icdl|[abc]|co ban|nang cao|van phong|ung dung|word|excel|may tinh|lap trinh|chung chi"
    r"|ky su|basic|advanced|office)\b"
)
ONLY_LANGUAGE = re.compile(
    r"\b(tieng|anh|phap|nga|trung quoc|toeic|toefl|ielts|vstep|hsk|jlpt|english)\b"
)
ONLY_COMPUTING = re.compile(r"\b(tin hoc|cntt|cong nghe thong tin|ic3|mos|icdl|may tinh)\b")
# `Thái đen`, `Mông hoa`, `Dao đỏ`.
COLOURS = re.compile(r" (den|trang|hoa|do|xanh|tien|quan trang|quan chet)$")
NO_PLACE = {*NO_CERTIFICATE, "khong ro", "chua ro"}

CALLED = {
    "sex": gettext_lazy("giới tính"),
    "ethnicity": gettext_lazy("dân tộc"),
    "religion": gettext_lazy("tôn giáo"),
    "level": gettext_lazy("trình độ"),
    "rank": gettext_lazy("cấp bậc hàm"),
    "language": gettext_lazy("ngoại ngữ"),
    "it": gettext_lazy("tin học"),
}


def is_people(text: str) -> bool:
    key = head_key(BRACKETS.sub(" ", text))
    return key in PEOPLES or COLOURS.sub("", key) in PEOPLES


def is_religion(text: str) -> bool:
    return head_key(BRACKETS.sub(" ", text)) in RELIGIONS


IS_LISTED = {
    "ethnicity": is_people,
    "religion": is_religion,
    "language": lambda text: LANGUAGES.search(head_key(text)),
    "it": lambda text: COMPUTING.search(head_key(text)),
}


def speaks_of(text: str) -> str:
    """Which other column the whole text is a word of, "" for none."""
    key = head_key(text)
    if key in SEX_WORDS and len(key) > 1:
        return "sex"
    if is_religion(text) and key not in NO_RELIGION:
        return "religion"
    if len(key) > 1 and any(key in words for words in schooling.LEVELS.values()):
        return "level"
    rank = RANK.match(key)
    return "rank" if rank and rank.end() == len(key) else ""


def read_listed(cell, *, target: str) -> Read:
    """A word of the column's own list; another column's is a problem, a new one is taken and told."""
    read = read_certificate(cell) if target in ("language", "it") else read_word(cell)
    if not read.value:
        return read
    found = str(read.value)
    if OTHERS.match(head_key(found)):
        sentence = _("“%(found)s” không nói rõ %(what)s nào.")
        return Read(error=sentence % {"found": found, "what": CALLED[target]})
    if other := _of_other_column(found, target):
        sentence = _("“%(found)s” là %(other)s, không phải %(what)s.")
        return Read(
            error=sentence % {"found": found, "other": CALLED[other], "what": CALLED[target]}
        )
    people = re.sub(r"^(dân tộc|người)\s+(?=\S)", "", found, flags=re.IGNORECASE)
    if target == "ethnicity" and people != found and is_people(people):
        told = _("“%(found)s” được đọc là “%(name)s”.") % {"found": found, "name": people}
        return Read(people, warning=told)
    if not IS_LISTED[target](found):
        sentence = _("“%(found)s” không có trong danh mục %(what)s đã biết; hãy kiểm tra.")
        return Read(found, warning=sentence % {"found": found, "what": CALLED[target]})
    return read


def _of_other_column(found: str, target: str) -> str:
    key = head_key(found)
    other = speaks_of(found)
    if target in ("language", "it"):  # of which a level may be one: `Đại học`
        only = {"language": ("it", ONLY_COMPUTING), "it": ("language", ONLY_LANGUAGE)}[target]
        if only[1].search(key) and not {"language": ONLY_LANGUAGE, "it": ONLY_COMPUTING}[
            target
        ].search(key):
            return only[0]
        return other if other in ("sex", "religion", "rank") else ""
    if target == "religion" and is_people(found):
        return "ethnicity"
    return other if other != target else ""


def read_phrase(cell) -> Read:
    """A place, a branch of study, a post of work: words, and not those of another column."""
    read = read_text(cell)
    if not read.value:
        return read
    found = str(read.value)
    if fold(found) in NO_PLACE:
        return NOTHING
    if found.isdigit():
        return Read(error=_("“%(found)s” không đúng mục này; cần ghi bằng chữ.") % {"found": found})
    if other := speaks_of(found):
        sentence = _("“%(found)s” là %(other)s, không đúng mục này.")
        return Read(error=sentence % {"found": found, "other": CALLED[other]})
    if head_key(found) in PEOPLES:
        sentence = _("“%(found)s” giống tên dân tộc; hãy kiểm tra cột này.")
        return Read(found, warning=sentence % {"found": found})
    return read
